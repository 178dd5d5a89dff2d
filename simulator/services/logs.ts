import { ApiError, type Fields, type Operations } from '../call.ts'
import type { LogEntry } from '../ecs/ports.ts'
import { isFields, isList } from '../shape.ts'
import { matchesPattern } from './filter-pattern.ts'
import { needText, numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place } from './place.ts'

/** A line in a log stream; instants in ms since the epoch. */
interface LogEvent {
  readonly timestamp: number
  readonly ingestionTime: number
  readonly message: string
}

interface Stream {
  readonly name: string
  readonly created: number
  readonly events: LogEvent[]
}

interface Group {
  readonly name: string
  readonly created: number
  readonly streams: Map<string, Stream>
}

/** CloudWatch Logs and the door through which containers write. */
export interface Logs {
  readonly operations: Operations
  /** Makes the stream when it is missing, as the `awslogs` driver does; a missing group swallows the line. */
  write(line: LogEntry): void
}

/** CloudWatch Logs, with the scenario's groups. */
export function createLogs(place: Place): Logs {
  const groups = new Map<string, Group>()
  for (const name of place.scenario.logGroups) addGroup(groups, name, place.scenario.start)

  function write({ group, stream, at, message }: LogEntry): void {
    const found = groups.get(group)
    if (found === undefined) return
    const target = found.streams.get(stream) ?? { name: stream, created: at, events: [] }
    found.streams.set(stream, target)
    append(target, [{ timestamp: at, ingestionTime: place.time.now(), message }])
  }

  return { operations: { ...groupOperations(place, groups), ...eventOperations(place, groups) }, write }
}

function groupOperations(place: Place, groups: Map<string, Group>): Operations {
  return {
    CreateLogGroup(input) {
      const name = needText(input, 'logGroupName', 'InvalidParameterException')
      if (groups.has(name)) throw exists('The specified log group already exists')
      addGroup(groups, name, place.time.now())
      return {}
    },
    DescribeLogGroups(input) {
      const prefix = textOf(input, 'logGroupNamePrefix') ?? ''
      const pattern = textOf(input, 'logGroupNamePattern')?.toLowerCase() ?? ''
      const named = byName(groups.values()).filter(
        ({ name }) => name.startsWith(prefix) && name.toLowerCase().includes(pattern),
      )
      const { entries, next } = pageOf(named, textOf(input, 'nextToken'), numberOf(input, 'limit') ?? 50)
      return { logGroups: entries.map((group) => describeGroup(place, group)), ...token(next) }
    },
    CreateLogStream(input) {
      const group = needGroup(groups, input)
      const name = needText(input, 'logStreamName', 'InvalidParameterException')
      if (group.streams.has(name)) throw exists('The specified log stream already exists')
      group.streams.set(name, { name, created: place.time.now(), events: [] })
      return {}
    },
    DescribeLogStreams(input) {
      const group = needGroup(groups, input)
      const prefix = textOf(input, 'logStreamNamePrefix') ?? ''
      const streams = byName(group.streams.values()).filter(({ name }) => name.startsWith(prefix))
      const { entries, next } = pageOf(streams, textOf(input, 'nextToken'), numberOf(input, 'limit') ?? 50)
      return { logStreams: entries.map((stream) => describeStream(place, group, stream)), ...token(next) }
    },
  }
}

function eventOperations(place: Place, groups: Map<string, Group>): Operations {
  return {
    PutLogEvents(input) {
      const stream = needStream(needGroup(groups, input), input)
      const events = isList(input['logEvents']) ? input['logEvents'].filter(isFields) : []
      append(
        stream,
        events.map((event) => readEvent(event, place.time.now())),
      )
      return { nextSequenceToken: String(stream.events.length) }
    },
    GetLogEvents(input) {
      const stream = needStream(needGroup(groups, input), input)
      return getEvents(stream.events.filter(between(input)), input)
    },
    FilterLogEvents: (input) => filterEvents(needGroup(groups, input), input),
  }
}

function addGroup(groups: Map<string, Group>, name: string, created: number): void {
  groups.set(name, { name, created, streams: new Map() })
}

function append(stream: Stream, events: readonly LogEvent[]): void {
  stream.events.push(...events)
  stream.events.sort((a, b) => a.timestamp - b.timestamp)
}

function readEvent(event: Fields, now: number): LogEvent {
  return { timestamp: numberOf(event, 'timestamp') ?? now, ingestionTime: now, message: textOf(event, 'message') ?? '' }
}

/**
 * A page of one stream. A token is the place between two events, and as in AWS both tokens always come:
 * at either end the one that leads nowhere is the one that was given.
 */
function getEvents(events: readonly LogEvent[], input: Fields): Fields {
  const limit = numberOf(input, 'limit') ?? 10_000
  const [from, to] = windowOf(events.length, limit, input)
  return {
    events: events.slice(from, to).map((event) => ({ ...event })),
    nextForwardToken: `f/${String(to).padStart(56, '0')}/s`,
    nextBackwardToken: `b/${String(from).padStart(56, '0')}/s`,
  }
}

function windowOf(length: number, limit: number, input: Fields): readonly [from: number, to: number] {
  const token = textOf(input, 'nextToken')
  const [direction, place] = (token ?? '').split('/')
  if (direction === 'f') return [Number(place), Math.min(length, Number(place) + limit)]
  if (direction === 'b') return [Math.max(0, Number(place) - limit), Number(place)]
  if (token !== undefined) throw invalid('The specified nextToken is invalid.')
  return input['startFromHead'] === true ? [0, Math.min(length, limit)] : [Math.max(0, length - limit), length]
}

function filterEvents(group: Group, input: Fields): Fields {
  const names = textsOf(input, 'logStreamNames')
  const prefix = textOf(input, 'logStreamNamePrefix') ?? ''
  const missing = names?.find((name) => !group.streams.has(name))
  if (missing !== undefined) throw notFound('The specified log stream does not exist.')
  const pattern = textOf(input, 'filterPattern') ?? ''
  const found = byName(group.streams.values())
    .filter(({ name }) => (names?.includes(name) ?? true) && name.startsWith(prefix))
    .flatMap(({ name, events }) => events.map((event) => ({ logStreamName: name, ...event })))
    .filter(between(input))
    .filter(({ message }) => matchesPattern(message, pattern))
    .sort((a, b) => a.timestamp - b.timestamp)
    .map((event, index) => ({ ...event, eventId: String(index).padStart(56, '0') }))
  const { entries, next } = pageOf(found, textOf(input, 'nextToken'), numberOf(input, 'limit') ?? 10_000)
  return { events: [...entries], searchedLogStreams: [], ...token(next) }
}

/** AWS takes the start in and leaves the end out. */
function between(input: Fields): (event: Pick<LogEvent, 'timestamp'>) => boolean {
  const start = numberOf(input, 'startTime') ?? Number.NEGATIVE_INFINITY
  const end = numberOf(input, 'endTime') ?? Number.POSITIVE_INFINITY
  return ({ timestamp }) => timestamp >= start && timestamp < end
}

function byName<T extends { readonly name: string }>(all: Iterable<T>): readonly T[] {
  return [...all].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function token(next: string | undefined): Fields {
  return next === undefined ? {} : { nextToken: next }
}

function needGroup(groups: ReadonlyMap<string, Group>, input: Fields): Group {
  const identifier = textOf(input, 'logGroupIdentifier')
  const name = identifier?.replace(/^arn:.*:log-group:/, '').replace(/:\*$/, '')
  const group = groups.get(name ?? needText(input, 'logGroupName', 'InvalidParameterException'))
  if (group === undefined) throw notFound('The specified log group does not exist.')
  return group
}

function needStream(group: Group, input: Fields): Stream {
  const stream = group.streams.get(needText(input, 'logStreamName', 'InvalidParameterException'))
  if (stream === undefined) throw notFound('The specified log stream does not exist.')
  return stream
}

function describeGroup(place: Place, { name, created }: Group): Fields {
  const own = arn(place, 'logs', `log-group:${name}`)
  return { logGroupName: name, creationTime: created, arn: `${own}:*`, logGroupArn: own, storedBytes: 0 }
}

function describeStream(place: Place, group: Group, { name, created, events }: Stream): Fields {
  const [first, last] = [events[0], events.at(-1)]
  return {
    logStreamName: name,
    creationTime: created,
    ...(first === undefined ? {} : { firstEventTimestamp: first.timestamp }),
    ...(last === undefined ? {} : { lastEventTimestamp: last.timestamp, lastIngestionTime: last.ingestionTime }),
    arn: arn(place, 'logs', `log-group:${group.name}:log-stream:${name}`),
    storedBytes: 0,
  }
}

function notFound(message: string): ApiError {
  return new ApiError('ResourceNotFoundException', message)
}

function exists(message: string): ApiError {
  return new ApiError('ResourceAlreadyExistsException', message)
}

function invalid(message: string): ApiError {
  return new ApiError('InvalidParameterException', message)
}

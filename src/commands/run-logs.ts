import { findLogPlace } from '../diagnose/log-stream.ts'
import { AwsError, describeError } from '../errors.ts'
import type { LogExcerpt } from '../model/diagnosis.ts'
import { shortName, type Task, type TaskDefinition } from '../model/ecs.ts'
import type { Emit } from '../model/event.ts'
import type { Aws } from '../model/ports.ts'
import type { LogStream, LogLine as StreamLine } from '../model/task-run-ports.ts'

/** A line, and the container that wrote it: as much of its name as tells the followed ones apart. */
export interface LogLine extends StreamLine {
  readonly source: string
}

/** The output of containers while it comes. */
export interface LogFollower {
  /** The lines that have come since the last look, by time. Never throws. */
  look(): Promise<readonly LogLine[]>
  /** How many streams are followed. */
  readonly streams: number
  /** The last lines of each stream that has any. */
  excerpts(): readonly LogExcerpt[]
}

/** What is followed: some containers of some tasks. */
export interface Following {
  readonly aws: Pick<Aws, 'region' | 'logStreams'>
  readonly emit: Emit
  readonly tasks: readonly Task[]
  readonly definition: TaskDefinition
  readonly watched: readonly string[]
}

const keptLines = 50

interface Followed {
  readonly container: string
  readonly task: string
  readonly source: string
  readonly stream: LogStream
  token: string | undefined
  refused: boolean
  last: readonly string[]
}

/** Follows the streams of `watched`; a container whose output cannot be read is told of once. */
export function followLogs(following: Following): LogFollower {
  const { aws, emit } = following
  const followed = findStreams(following)

  async function read(one: Followed): Promise<readonly LogLine[]> {
    const lines: StreamLine[] = []
    try {
      while (!one.refused) {
        const page = await aws.logStreams.readOn(one.stream, one.token)
        lines.push(...(page?.lines ?? []))
        if (page === undefined || page.token === undefined || page.token === one.token) break
        one.token = page.token
      }
    } catch (error) {
      one.refused = isRefused(error)
      const text = `the log of ${one.container} cannot be followed: ${describeError(error)}`
      if (one.refused) emit({ kind: 'note', level: 'warning', text })
    }
    one.last = [...one.last, ...lines.map(({ message }) => message)].slice(-keptLines)
    return lines.map((line) => ({ ...line, source: one.source }))
  }

  return {
    streams: followed.length,
    async look() {
      return (await Promise.all(followed.map(read))).flat().sort((one, other) => one.at - other.at)
    },
    excerpts: () =>
      followed
        .filter(({ last }) => last.length > 0)
        .map(({ container, task, stream, last }) => {
          return { container, task, group: stream.group, stream: stream.stream, lines: last }
        }),
  }
}

/** A lost or throttled look is made good by the next one; a refusal stays. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof AwsError)) throw error
  return error.status >= 400 && error.status < 500 && !/Throttl|TooManyRequests|LimitExceeded/.test(error.code)
}

function findStreams({ aws, emit, tasks, definition, watched }: Following): readonly Followed[] {
  const nowhere = new Set<string>()
  const followed = tasks.flatMap((task) => {
    const id = shortName(task.taskArn ?? '')
    return watched.flatMap((container) => {
      const found = findLogPlace(definition, { name: container }, id)
      if (found.kind === 'nowhere') nowhere.add(found.reason)
      if (found.kind === 'nowhere') return []
      const { group, stream, region = aws.region } = found
      const source = sourceOf(container, id, { tasks: tasks.length, containers: watched.length })
      return [
        { container, task: id, source, stream: { group, stream, region }, token: undefined, refused: false, last: [] },
      ]
    })
  })
  for (const text of nowhere) emit({ kind: 'note', level: 'info', text })
  return followed
}

/** `app`, `8a7b1c2d`, `8a7b1c2d/app`, or nothing: as much as tells the streams apart. */
function sourceOf(container: string, task: string, of: { tasks: number; containers: number }): string {
  const parts = [...(of.tasks > 1 ? [task.slice(0, 8)] : []), ...(of.containers > 1 ? [container] : [])]
  return parts.join('/')
}

import { findLogPlace } from '../diagnose/log-stream.ts'
import { UserError } from '../errors.ts'
import { type Container, shortName, type Task, type TaskDefinition } from '../model/ecs.ts'
import { isList, isObject, type Json } from '../model/json.ts'
import type { LogLine, LogStream, TimeWindow } from '../model/task-run-ports.ts'
import { toTimedJsonObject } from '../plan/plain-json.ts'
import { createSecrets } from '../secrets.ts'
import { argumentError } from './argument-error.ts'
import { type Context, numberFlag, textFlag } from './context.ts'
import { printMoments, type TaskDocument } from './task-document.ts'

/** A line and the container that wrote it; secrets of the task are hidden in it. */
export interface ContainerLine extends LogLine {
  readonly container: string
}

/** What was written, and why nothing is known of some containers. */
export interface TaskLog {
  readonly lines: readonly ContainerLine[]
  readonly notes: readonly string[]
}

/** So many lines of a container are read at most. */
const mostLines = 10_000

/** 1 minute (specification 5.15). */
const defaultDuration = 60_000

/** The log of a task since `--start-time`, else of the last `--duration`. */
export async function describeLog(context: Context, task: Task): Promise<TaskDocument> {
  const from = readSince(context, task)
  const { lines, notes } = await readTaskLog(context, task, [{ from, to: context.clock.now() + 1 }])
  for (const text of notes) context.emit({ kind: 'note', level: 'info', text })
  const text = printMoments(lines.map(({ at, container, message }) => ({ at, source: container, text: message })))
  const id = shortName(task.taskArn ?? '')
  const count = lines.length === 1 ? '1 log line' : `${lines.length} log lines`
  const hint = lines.length === 0 && notes.length === 0 ? '; --duration and --start-time look further back' : ''
  const sentence = `${count} of task ${id} since ${new Date(from).toISOString()}${hint}`
  return { document: { title: `log of task ${id}`, language: 'text', text }, sentence }
}

/** ms since the epoch; of a task that has ended the duration is that before its end. @throws UserError for a time that is none */
function readSince(context: Context, { stoppedAt }: Task): number {
  const text = textFlag(context, 'start-time')
  const end = stoppedAt?.getTime() ?? context.clock.now()
  if (text === '') return end - (numberFlag(context, 'duration') ?? defaultDuration)
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return at
  throw argumentError(`--start-time: "${text}" is not a time`, 'write it as 2026-01-31T12:00:00Z')
}

/** The lines of a task within `windows`, oldest first. Throws AwsError; UserError for a `--container` that is not there. */
export async function readTaskLog(context: Context, task: Task, windows: readonly TimeWindow[]): Promise<TaskLog> {
  const name = task.taskDefinitionArn ?? ''
  const definition = (await context.aws.ecs.describeTaskDefinition(name))?.definition ?? {}
  const places = chooseContainers(context, definition, task).map((container) => ({
    container: container.name ?? '',
    place: findLogPlace(definition, container, shortName(task.taskArn ?? '')),
  }))
  const notes: string[] = []
  const read = places.map(async ({ container, place }): Promise<readonly ContainerLine[]> => {
    if (place.kind === 'nowhere') notes.push(place.reason)
    if (place.kind === 'nowhere') return []
    const { group, stream, region = context.aws.region } = place
    const parts = await Promise.all(windows.map((window) => readWindow(context, { group, stream, region }, window)))
    if (parts.some(({ cut }) => cut)) notes.push(`container ${container}: only the first ${mostLines} lines are shown`)
    return parts.flatMap(({ lines }) => lines.map((line) => ({ ...line, container })))
  })
  const mask = maskOf(context, [definition, task])
  const lines = (await Promise.all(read)).flat().map((line) => ({ ...line, message: mask(line.message) }))
  return { lines: lines.sort((one, other) => one.at - other.at), notes }
}

/** The one of `--container`, else all of the task definition, as the task runs them. */
function chooseContainers(context: Context, definition: TaskDefinition, task: Task): readonly Container[] {
  const names = (definition.containerDefinitions ?? []).map(({ name = '' }) => name)
  const wanted = textFlag(context, 'container')
  if (wanted !== '' && !names.includes(wanted)) {
    const hint = `its containers are ${names.join(', ')}`
    throw new UserError(`the task has no container ${wanted}`, { hint, category: 'config/client' })
  }
  const chosen = wanted === '' ? names : [wanted]
  return chosen.map((name) => task.containers?.find((one) => one.name === name) ?? { name })
}

interface Part {
  readonly lines: readonly LogLine[]
  readonly cut: boolean
}

async function readWindow({ aws }: Context, stream: LogStream, window: TimeWindow): Promise<Part> {
  const lines: LogLine[] = []
  let token: string | undefined
  while (lines.length < mostLines) {
    const page = await aws.logStreams.readOn(stream, token, window)
    lines.push(...(page?.lines ?? []))
    if (page?.token === undefined || page.token === token) return { lines, cut: false }
    token = page.token
  }
  return { lines: lines.slice(0, mostLines), cut: true }
}

/** Hides what the definition and the overrides of the task hold as secrets: applications quote them. */
function maskOf(context: Context, documents: readonly object[]): (text: string) => string {
  const secrets = createSecrets()
  for (const raw of documents.map(toTimedJsonObject)) {
    for (const text of hiddenTexts(raw, context.hide(raw))) secrets.register(text)
  }
  return (text) => secrets.mask(text)
}

function hiddenTexts(raw: Json, shown: Json | undefined): readonly string[] {
  if (typeof raw === 'string') return raw === shown ? [] : [raw]
  if (isList(raw)) return raw.flatMap((item, index) => hiddenTexts(item, isList(shown) ? shown[index] : undefined))
  if (!isObject(raw)) return []
  return Object.entries(raw).flatMap(([key, value]) => hiddenTexts(value, isObject(shown) ? shown[key] : undefined))
}

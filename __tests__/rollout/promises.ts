import { isDeepStrictEqual } from 'node:util'
import { shortName } from '../../src/model/ecs.ts'
import type { CommandResult } from '../../src/model/report.ts'
import { isFailure } from '../../src/model/verdict.ts'
import type { Life, Sight, Write } from './life.ts'
import { secret } from './world.ts'

/** What a life says about itself: the promises that it broke. */
export function brokenPromises(life: Life): readonly string[] {
  return promises.flatMap((promise) => promise(life))
}

/** A promise to those who run the action: answers how it was broken. */
type Promised = (life: Life) => readonly string[]

const promises: readonly Promised[] = [
  saysSuccessOnlyOfWhatRuns,
  saysRolledBackOnlyOfWhatRanBefore,
  goesBackOnlyToWhatRanBefore,
  putsBackWhatItChanged,
  changesNothingUnasked,
  staysWithinItsTime,
  hidesSecrets,
  tellsEveryWrite,
  endsQuietlyWhenCancelled,
  explainsFailures,
  saysSupersededOnlyThen,
  succeedsWhereNothingIsWrong,
]

/** The result of the one command of a history. */
export function resultOf({ report }: Life): CommandResult {
  return report.projects[0]?.commands[0]?.result ?? { outcome: 'skipped', sentence: '' }
}

function primaryOf({ deployments }: Sight) {
  return deployments.find(({ status }) => status === 'PRIMARY')
}

/** What was true at the last look that the verdict can be made of; a stale answer is older. */
function decisiveLooks({ looks, history, end }: Life): readonly Sight[] {
  const last = looks.at(-1) ?? end
  const stale = history.scenario.faults
    .filter(({ kind, operation }) => kind === 'stale' && /^(\*|ecs:\*|ecs:DescribeServices)$/.test(operation))
    .map(({ seconds = 10 }) => seconds)
  const since = last.at - 1000 * Math.max(0, ...stale) - (stale.length > 0 ? 60_000 : 0)
  return looks.filter(({ at }) => at >= since).concat(looks.length === 0 ? [end] : [])
}

const serviceWrites = /^(Create|Update)Service$/

function serviceWritesOf({ writes }: Life): readonly Write[] {
  return writes.filter(({ operation, error, lost }) => serviceWrites.test(operation) && (error === undefined || lost))
}

/** ARN of the task definition that the first write of ours put in place. */
function targetOf(life: Life): string {
  const [first] = serviceWritesOf(life)
  return first === undefined ? '' : (primaryOf(first.after)?.taskDefinition ?? '')
}

function saysSuccessOnlyOfWhatRuns(life: Life): readonly string[] {
  if (resultOf(life).outcome !== 'succeeded') return []
  const target = targetOf(life)
  const runs = decisiveLooks(life).some((sight) => {
    const primary = primaryOf(sight)
    const enough = primary !== undefined && primary.runningCount >= primary.desiredCount
    const steady = !/--wait-until=stable/.test(life.history.inputs['command'] ?? '') || sight.deployments.length === 1
    const done = primary?.rolloutState === 'COMPLETED'
    return sight.status === 'ACTIVE' && primary?.taskDefinition === target && enough && steady && done
  })
  return runs ? [] : [`says succeeded, but ${shortName(target)} does not run as it should`]
}

/** ARNs of what ran before our first write, as far as we could know. */
function formerOf({ looks, writes, end }: Life): ReadonlySet<string> {
  const [first] = writes.filter(({ operation }) => serviceWrites.test(operation))
  const sights = looks.filter(({ at }) => first === undefined || at <= first.before.at)
  const all = [...sights, first?.before ?? end].map((sight) => {
    const primary = primaryOf(sight)
    if (primary?.rolloutState === 'COMPLETED') return primary.taskDefinition
    return sight.deployments.find((one) => one !== primary && one.rolloutState === 'COMPLETED')?.taskDefinition
  })
  return new Set(all.filter((arn) => arn !== undefined))
}

function saysRolledBackOnlyOfWhatRanBefore(life: Life): readonly string[] {
  const result = resultOf(life)
  if (result.outcome !== 'rolled-back') return []
  const former = formerOf(life)
  const runs = decisiveLooks(life).some((sight) => {
    const primary = primaryOf(sight)
    return primary !== undefined && former.has(primary.taskDefinition) && primary.rolloutState === 'COMPLETED'
  })
  const told = former.has(result.running ?? '') ? [] : [`names ${result.running} as what runs again`]
  return runs ? told : ['says rolled-back, but what ran before does not run']
}

function goesBackOnlyToWhatRanBefore(life: Life): readonly string[] {
  const former = formerOf(life)
  const [first, ...others] = life.writes.filter(({ operation }) => serviceWrites.test(operation))
  return others.flatMap(({ input }) => {
    const { taskDefinition } = input
    if (taskDefinition === undefined || isDeepStrictEqual(input, first?.input)) return []
    return former.has(String(taskDefinition))
      ? []
      : [`goes back to ${String(taskDefinition)}, which did not run before`]
  })
}

function putsBackWhatItChanged(life: Life): readonly string[] {
  const { history, writes, end } = life
  const [first] = writes
  if (resultOf(life).outcome !== 'rolled-back' || first === undefined) return []
  if (history.scaling || history.scenario.actors.length > 0) return []
  const { leftovers = [] } = resultOf(life)
  const saysCount = leftovers.some((left) => left.startsWith('the desired count stays'))
  const [now, was] = [end, first.before].map(({ attributes: { desiredCount, ...others } }) =>
    saysCount ? others : { ...others, desiredCount },
  )
  return isDeepStrictEqual(now, was) ? [] : [`rolled back, but ${JSON.stringify(now)} is not ${JSON.stringify(was)}`]
}

function changesNothingUnasked(life: Life): readonly string[] {
  const { outcome } = resultOf(life)
  const done = life.writes.filter(({ error }) => error === undefined)
  if (outcome === 'dry-run' && life.writes.length > 0) return ['writes on a dry run']
  if (outcome !== 'unchanged') return []
  const opened = done.some(({ before, after }) => primaryOf(before)?.id !== primaryOf(after)?.id)
  return opened ? ['says unchanged, but opened a deployment'] : []
}

const units = { s: 1_000, m: 60_000 } as const

function staysWithinItsTime({ history, took, cancelled, end }: Life): readonly string[] {
  const [, number, unit] = /^(\d+)(s|m)$/.exec(history.inputs['timeout'] ?? '') ?? []
  const timeout = Number(number) * (unit === 's' ? units.s : units.m)
  // Calls that are made again, and answers that come late.
  const slow = history.scenario.faults.filter(({ kind }) => kind === 'slow').map(({ seconds = 30 }) => seconds)
  const slack = history.scenario.faults.length === 0 ? 1_000 : 150_000 + 8_000 * Math.max(0, ...slow)
  const late = took > 2 * timeout + slack ? [`took ${took} ms of ${timeout} and the same for the rollback`] : []
  const after = cancelled === undefined ? 0 : end.at - cancelled.at
  const quick = slow.length === 0 ? 1_000 : slack
  return after > quick ? [...late, `went on for ${after} ms after it was cancelled`] : late
}

function hidesSecrets({ texts }: Life): readonly string[] {
  return texts.includes(secret)
    ? [`shows a secret: ${texts.slice(Math.max(0, texts.indexOf(secret) - 80)).slice(0, 160)}`]
    : []
}

function tellsEveryWrite(life: Life): readonly string[] {
  const registered = life.writes.flatMap(({ registered }) => registered ?? [])
  // Of several attempts whose answers were lost the number cannot be known.
  const doubts = life.writes.some(({ lost }) => lost) && /may have been registered/.test(life.texts)
  const untold = registered.filter((arn) => !life.log.some((line) => line.includes(shortName(arn))) && !doubts)
  const calls = life.report.projects.flatMap(({ events }) => events.filter(({ kind }) => kind === 'call'))
  const quiet = life.writes.filter(({ error, operation }) => {
    if (error !== undefined) return false
    const told =
      operation === 'RegisterTaskDefinition' ||
      calls.some((event) => event.kind === 'call' && !event.dryRun && event.operation === operation)
    return !told && !/ECS was asked to roll back/.test(resultOf(life).sentence)
  })
  return [
    ...untold.map((arn) => `registered ${shortName(arn)} and does not say so`),
    ...quiet.map(({ operation }) => `made ${operation} and does not say so`),
  ]
}

function endsQuietlyWhenCancelled({ cancelled, writes, history }: Life): readonly string[] {
  if (cancelled === undefined) return []
  const after = writes.filter(({ turn }) => turn > cancelled.calls)
  const most = history.inputs['on-cancel'] === 'leave' ? 0 : 1
  return after.length > most
    ? [`writes after it was cancelled: ${after.map(({ operation }) => operation).join(', ')}`]
    : []
}

function explainsFailures(life: Life): readonly string[] {
  const result = resultOf(life)
  if (result.outcome !== life.report.outcome) return [`the report says ${life.report.outcome}`]
  if (!isFailure(result.outcome)) return life.exitCode === 0 ? [] : ['passes with exit code 1']
  const missing = [
    life.exitCode === 1 ? '' : 'exit code 1',
    result.sentence.trim() === '' ? 'a sentence' : '',
    /^[a-z-]+\/[a-z-]+$/.test(result.category ?? '') ? '' : `a category (${result.category})`,
    result.retryable === undefined ? 'retryable' : '',
    /undefined|\[object|NaN/.test(result.sentence) ? `a sound sentence (${result.sentence})` : '',
    life.log.at(-1)?.includes(result.outcome) ? '' : 'the verdict as last line',
  ].filter(Boolean)
  return missing.map((what) => `${result.outcome} without ${what}`)
}

function saysSupersededOnlyThen(life: Life): readonly string[] {
  if (resultOf(life).outcome !== 'superseded') return []
  return life.history.scenario.actors.length > 0 ? [] : ['says superseded, and nobody else was there']
}

function succeedsWhereNothingIsWrong(life: Life): readonly string[] {
  const { scenario, cancelled, inputs } = life.history
  const disturbed = scenario.tasks.length + scenario.faults.length + scenario.actors.length > 0 || cancelled !== null
  const fires = scenario.alarms.length > 0
  const { outcome, sentence } = resultOf(life)
  if (disturbed || fires || inputs['timeout'] === '3m' || !isFailure(outcome)) return []
  return [`${outcome} although nothing was wrong: ${sentence}`]
}

import { StepError, UserError } from '../errors.ts'
import { shortName } from '../model/ecs.ts'
import type { Refused } from '../model/ports.ts'
import type { CommandResult } from '../model/report.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Command, type Context, isDryRun, numberFlag } from './context.ts'
import type { FlagSpec } from './flags.ts'
import { findRevisionUse, type RevisionUse } from './revision-use.ts'
import { findLocalFamily } from './snapshot.ts'

/** The flags of `deregister` (specification 5.14). */
const flags: readonly FlagSpec[] = [
  { name: 'dry-run', kind: 'boolean', help: 'write nothing, list what would be deregistered' },
  { name: 'revision', kind: 'text', help: 'this revision: a number, or latest' },
  { name: 'keeps', kind: 'number', help: 'the oldest ones, so that N that nothing uses stay' },
  { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
  { name: 'delete', kind: 'boolean', help: 'delete them afterwards' },
]

/** `deregister`: takes revisions of the task definition that nothing uses out of service. */
export const deregister: Command = {
  name: 'deregister',
  summary: 'deregister revisions of the task definition that nothing uses',
  flags,
  run: runDeregister,
}

/** ms between two calls: DeregisterTaskDefinition allows about one a second (specification 5.14). */
const pause = 1000
/** DeleteTaskDefinitions takes ten. */
const batchSize = 10

async function runDeregister(context: Context): Promise<CommandResult> {
  const choice = readChoice(context)
  const family = await findLocalFamily(context.project)
  const use = await findRevisionUse(context, family)
  const wanted =
    choice.kind === 'revision'
      ? [await findOne(context, `${family}:${choice.revision}`, use)]
      : await findSuperfluous(context, { family, keeps: choice.keeps, use })
  if (wanted.length === 0) return { outcome: 'succeeded', sentence: `nothing to deregister of ${family}` }
  if (isDryRun(context)) return sayWhatWouldHappen(context, wanted)
  if (!booleanFlag(context, 'force')) throw unconfirmed(wanted)
  return carryOut(context, wanted)
}

type Choice =
  | { readonly kind: 'revision'; readonly revision: number | 'latest' }
  | { readonly kind: 'keeps'; readonly keeps: number }

/** @throws UserError when the flags name nothing, or two things */
function readChoice(context: Context): Choice {
  const written = context.flags['revision']
  const keeps = numberFlag(context, 'keeps') ?? 0
  if (typeof written !== 'string' || written === '') {
    if (keeps > 0) return { kind: 'keeps', keeps }
    throw argumentError('--revision or --keeps required', 'name one revision, or say how many unused ones stay')
  }
  if (keeps > 0) throw argumentError('revision and keeps are exclusive', 'give one of the two')
  if (written === 'latest') return { kind: 'revision', revision: written }
  if (/^[1-9]\d*$/.test(written)) return { kind: 'revision', revision: Number(written) }
  throw argumentError(`--revision: "${written}" is not a revision`, 'write a number, or latest')
}

/** The ARN of the one revision that is meant. @throws UserError where there is none, or something uses it */
async function findOne({ aws }: Context, name: string, use: RevisionUse): Promise<string> {
  const [family = '', revision] = name.split(':')
  const arn =
    revision === 'latest'
      ? (await aws.ecs.listTaskDefinitions(family, 1))[0]
      : (await aws.ecs.describeTaskDefinition(name))?.arn
  if (arn === undefined) {
    throw new UserError(
      revision === 'latest' ? `no task definitions family ${family} are found` : `${name} does not exist`,
      {
        hint: 'see which revisions there are: `revisions`',
        category: 'config/reference',
      },
    )
  }
  const user = use.get(arn)
  if (user === undefined) return arn
  throw new UserError(`${shortName(arn)} is in use by ${user}`, {
    hint: 'deploy another revision first, or wait until its tasks have stopped; `revisions` shows what is used',
    category: 'conflict/resource-in-use',
  })
}

interface Surplus {
  readonly family: string
  /** How many that nothing uses stay. */
  readonly keeps: number
  readonly use: RevisionUse
}

/** The oldest revisions beyond those that stay, oldest first. */
async function findSuperfluous({ aws, emit }: Context, { family, keeps, use }: Surplus): Promise<readonly string[]> {
  const all = await aws.ecs.listTaskDefinitions(family)
  const unused = all.filter((arn) => !use.has(arn))
  const used = all.filter((arn) => use.has(arn)).map((arn) => `${shortName(arn)} (${use.get(arn)})`)
  const text = `${all.length} active revisions of ${family}, in use: ${used.join(', ') || 'none'}`
  emit({ kind: 'note', level: 'info', text })
  return unused.slice(keeps).reverse()
}

function unconfirmed(wanted: readonly string[]): UserError {
  const names = wanted.map(shortName).join(', ')
  return new UserError(`confirmation failed: ${names} would be deregistered, and nobody can be asked`, {
    hint: 'add --force to say yes; --dry-run shows what would be called',
    category: 'config/client',
  })
}

function sayWhatWouldHappen(context: Context, wanted: readonly string[]): CommandResult {
  const call = { kind: 'call', dryRun: true } as const
  for (const arn of wanted) {
    const input = { taskDefinition: arn }
    context.emit({ ...call, operation: 'DeregisterTaskDefinition', summary: `deregister ${shortName(arn)}`, input })
  }
  for (const batch of deletionsOf(context, wanted)) {
    const summary = `delete ${batch.map(shortName).join(', ')}`
    context.emit({ ...call, operation: 'DeleteTaskDefinitions', summary, input: { taskDefinitions: batch } })
  }
  const sentence = `DRY RUN OK: would deregister ${wanted.map(shortName).join(', ')}`
  return { outcome: 'dry-run', sentence }
}

function deletionsOf(context: Context, arns: readonly string[]): readonly (readonly string[])[] {
  if (!booleanFlag(context, 'delete')) return []
  return Array.from({ length: Math.ceil(arns.length / batchSize) }, (_, index) =>
    arns.slice(index * batchSize, (index + 1) * batchSize),
  )
}

/** One call a second; a job that ends half-way says what was done and what is left. */
async function carryOut(context: Context, wanted: readonly string[]): Promise<CommandResult> {
  const steps: readonly Step[] = [
    ...wanted.map((arn) => ({ arns: [arn], operation: 'DeregisterTaskDefinition', verb: 'deregister' }) as const),
    ...deletionsOf(context, wanted).map(
      (arns) => ({ arns, operation: 'DeleteTaskDefinitions', verb: 'delete' }) as const,
    ),
  ]
  const failures: Refused[] = []
  for (const [index, step] of steps.entries()) {
    const tell = () => describeHalf(steps, index)
    if (index > 0) await context.clock.sleep(pause, context.signal).catch(() => {})
    if (context.signal.aborted) return { outcome: 'cancelled', sentence: `cancelled: ${tell()}` }
    if (context.clock.now() > context.deadline)
      return { outcome: 'timed-out', sentence: `the timeout passed: ${tell()}` }
    try {
      failures.push(...(await take(context, step)))
    } catch (error) {
      context.leave(tell())
      throw new StepError(`failed to ${step.verb} ${step.arns.map(shortName).join(', ')}`, error)
    }
  }
  return concludeRemoval(context, wanted, failures)
}

/** Some revisions of one call. */
interface Step {
  readonly arns: readonly string[]
  readonly operation: 'DeregisterTaskDefinition' | 'DeleteTaskDefinitions'
  readonly verb: 'deregister' | 'delete'
}

async function take({ aws, emit, leave }: Context, { arns, operation, verb }: Step): Promise<readonly Refused[]> {
  const failures = operation === 'DeleteTaskDefinitions' ? await aws.ecs.deleteTaskDefinitions(arns) : []
  if (operation === 'DeregisterTaskDefinition') for (const arn of arns) await aws.ecs.deregisterTaskDefinition(arn)
  const done = arns.filter((arn) => !failures.some((one) => one.arn === arn))
  const summary = `${verb === 'delete' ? 'deleted' : 'deregistered'} ${done.map(shortName).join(', ')}`
  for (const { arn, reason } of failures) leave(`${shortName(arn)} is not deleted: ${reason}`)
  if (done.length > 0) emit({ kind: 'call', operation, summary, dryRun: false })
  return failures
}

/** `deregistered api:1; not: api:2, api:3` of the steps, of which the first `count` were taken. */
function describeHalf(steps: readonly Step[], count: number): string {
  const parts = (['deregister', 'delete'] as const).flatMap((verb) => {
    const [done, left] = [steps.slice(0, count), steps.slice(count)].map((some) =>
      some
        .filter((step) => step.verb === verb)
        .flatMap((step) => step.arns.map(shortName))
        .join(', '),
    )
    const word = verb === 'delete' ? 'deleted' : 'deregistered'
    return [...(done ? [`${word} ${done}`] : []), ...(left ? [`not ${word}: ${left}`] : [])]
  })
  return parts.join('; ')
}

function concludeRemoval(context: Context, wanted: readonly string[], failures: readonly Refused[]): CommandResult {
  const names = wanted.map(shortName).join(', ')
  if (failures.length === 0) {
    const deleted = booleanFlag(context, 'delete') ? ' and deleted' : ''
    return { outcome: 'succeeded', sentence: `deregistered${deleted} ${names}` }
  }
  const refused = failures.map(({ arn }) => shortName(arn)).join(', ')
  const sentence = `deregistered ${names}, but ${refused} could not be deleted: ${failures[0]?.reason ?? ''}`
  return { outcome: 'failed', sentence, category: 'conflict/resource-in-use', retryable: true }
}

import { UserError } from '../errors.ts'
import { shortName } from '../model/ecs.ts'
import type { CommandResult, PrintedDocument } from '../model/report.ts'
import { formatDocument } from '../plan/canonical.ts'
import { taskDefinitionDocument } from '../plan/normalise-task-definition.ts'
import { showTaskDefinition } from '../plan/scalars.ts'
import { argumentError } from './argument-error.ts'
import type { Command, Context } from './context.ts'
import type { FlagSpec } from './flags.ts'
import { findRevisionUse } from './revision-use.ts'
import { findLocalFamily, requireLiveService } from './snapshot.ts'
import { outputFlag, printListing } from './table.ts'

/** The flags of `revisions` (specification 5.14). */
const flags: readonly FlagSpec[] = [
  outputFlag,
  { name: 'revision', kind: 'text', help: 'print this one: current, latest or a number' },
]

/** `revisions`: the active revisions of the task definition and what uses them. */
export const revisions: Command = {
  name: 'revisions',
  summary: 'list the revisions of the task definition and what uses them, or print one',
  flags,
  run: runRevisions,
}

async function runRevisions(context: Context): Promise<CommandResult> {
  const revision = context.flags['revision']
  return typeof revision === 'string' && revision !== '' ? printOne(context, revision) : listAll(context)
}

async function listAll(context: Context): Promise<CommandResult> {
  const family = await findLocalFamily(context.project)
  const [arns, use] = await Promise.all([context.aws.ecs.listTaskDefinitions(family), findRevisionUse(context, family)])
  const rows = arns.toReversed().map((arn) => [shortName(arn), use.get(arn) ?? ''] as const)
  const listing = {
    title: `revisions of ${family}`,
    columns: ['Name', 'In Use'],
    rows,
    objects: rows.map(([name, user]) => ({ in_use: user, name })),
  }
  const document = printListing(listing, String(context.flags['output'] ?? 'table'))
  const used = rows.filter(([, user]) => user !== '').length
  return finish(context, document, `${rows.length} active revisions of ${family}, ${used} in use`)
}

async function printOne(context: Context, revision: string): Promise<CommandResult> {
  const name = await resolve(context, revision)
  const found = await context.aws.ecs.describeTaskDefinition(name)
  if (found === undefined) throw notFound(`the task definition ${shortName(name)} does not exist`)
  const text = formatDocument(context.hide(showTaskDefinition(taskDefinitionDocument(found))))
  const document = { title: shortName(found.arn), language: 'json', text } as const
  return finish(context, document, `${shortName(found.arn)} is ${found.definition.status ?? 'unknown'}`)
}

/** The name that `current`, `latest` or a number means. @throws UserError */
async function resolve(context: Context, revision: string): Promise<string> {
  if (revision === 'current') return (await requireLiveService(context)).taskDefinition ?? ''
  if (revision !== 'latest' && !/^[1-9]\d*$/.test(revision)) {
    throw argumentError(`--revision: "${revision}" is not a revision`, 'write current, latest or a number')
  }
  const family = await findLocalFamily(context.project)
  if (revision !== 'latest') return `${family}:${revision}`
  const [newest] = await context.aws.ecs.listTaskDefinitions(family, 1)
  if (newest === undefined) throw notFound(`no task definitions family ${family} are found`)
  return newest
}

function notFound(message: string): UserError {
  return new UserError(message, { hint: 'see which ones there are: `revisions`', category: 'config/reference' })
}

function finish(context: Context, document: PrintedDocument, sentence: string): CommandResult {
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence, document }
}

import { asJsonnet } from '../config/discovery.ts'
import { defaultTimeout, formatDuration } from '../config/durations.ts'
import { besideConfig, type FileFate, foreseeFile, writeFile } from '../config/new-files.ts'
import { asTemplate } from '../config/template/literal.ts'
import { UserError } from '../errors.ts'
import type { Service } from '../model/ecs.ts'
import type { JsonObject } from '../model/json.ts'
import type { RegisteredTaskDefinition } from '../model/ports.ts'
import { serviceName } from '../model/project.ts'
import type { CommandResult } from '../model/report.ts'
import { isExpress, listPlainSecrets, serviceFile, taskDefinitionFile } from '../plan/scaffold.ts'
import { argumentError } from './argument-error.ts'
import { booleanFlag, type Command, type Context, isDryRun, textFlag } from './context.ts'
import { configText, definitionText } from './document-text.ts'
import type { FlagSpec } from './flags.ts'
import { readService } from './snapshot.ts'

/** The flags of `init` (specification 5.18). */
const flags: readonly FlagSpec[] = [
  { name: 'region', kind: 'text', help: 'region of the service; else `AWS_REGION`' },
  { name: 'cluster', kind: 'text', help: 'cluster of the service; else `default`' },
  { name: 'service', kind: 'text', help: 'service to write the files of' },
  { name: 'task-definition', kind: 'text', help: 'instead of a service: `family:revision`' },
  { name: 'service-definition-path', kind: 'text', help: 'file of the service, as the config names it' },
  { name: 'task-definition-path', kind: 'text', help: 'file of the task definition, as the config names it' },
  { name: 'sort', kind: 'boolean', negatable: true, help: 'sort lists whose order means nothing' },
  { name: 'force-overwrite', kind: 'boolean', help: 'replace files that exist' },
  { name: 'jsonnet', kind: 'boolean', help: 'write Jsonnet' },
]

/** `init`: writes the config and the definitions of what runs. */
export const init: Command = {
  name: 'init',
  summary: 'write the config and the definitions of a service that runs',
  config: 'written',
  flags,
  run: runInit,
}

async function runInit(context: Context): Promise<CommandResult> {
  const source = await readSource(context)
  await noteService(context, source)
  const drafts = draftFiles(context, source)
  const rules = { root: context.root, overwrite: booleanFlag(context, 'force-overwrite') }
  const files = drafts.map((draft) => ({ ...draft, fate: foreseeFile(draft.file, rules) }))
  const texts = await Promise.all(files.map((file) => file.fate !== 'kept' && file.text(file.document)))
  for (const [index, file] of files.entries()) {
    const text = texts[index]
    if (typeof text === 'string' && !isDryRun(context)) {
      writeFile(file.file, text, rules)
      context.leave(`${file.file} was written`)
    }
    context.emit({ kind: 'note', level: 'info', text: describeFate(file, isDryRun(context)) })
  }
  noteSecrets(context, files)
  return conclude(context, source, files)
}

/** What the files are made of. */
interface Source {
  readonly service: Service | undefined
  readonly taskDefinition: RegisteredTaskDefinition
}

/** @throws UserError where not exactly one of service and task definition is named, or it does not exist */
async function readSource(context: Context): Promise<Source> {
  const { aws, project } = context
  const [wanted, named] = [textFlag(context, 'service'), textFlag(context, 'task-definition')]
  if ((wanted === '') === (named === '')) {
    const problem = wanted === '' ? 'what to write is missing' : 'it writes a service or a task definition, not both'
    throw argumentError(`init: ${problem}`, 'name one: init --cluster shop --service api, or --task-definition api:7')
  }
  const service = wanted === '' ? undefined : await readService(aws.ecs, project)
  if (wanted !== '' && service === undefined) {
    throw missing(`service ${wanted} is not found in the cluster ${project.config.cluster}`)
  }
  const name = service === undefined ? named : (service.taskDefinition ?? '')
  const taskDefinition = name === '' ? undefined : await aws.ecs.describeTaskDefinition(name)
  if (taskDefinition !== undefined) return { service, taskDefinition }
  throw missing(name === '' ? `service ${wanted} has no task definition` : `task definition ${name} is not found`)
}

function missing(message: string): UserError {
  const hint = 'check the name, --cluster, --region and the account of the credentials'
  return new UserError(message, { hint, category: 'config/reference' })
}

/** What the files cannot say by themselves. */
async function noteService(context: Context, { service }: Source): Promise<void> {
  const { aws, project, emit } = context
  const name = serviceName(project.config)
  if (service === undefined || name === undefined) return
  const warn = (text: string) => emit({ kind: 'note', level: 'warning', text })
  // Only for a note: without the permission it is not made.
  if ((await aws.scaling.readTarget(name).catch(() => undefined)) !== undefined) {
    warn('auto scaling moves the desired count: remove desiredCount from the service definition')
  }
  if (service.deploymentController?.type === 'CODE_DEPLOY') {
    warn('CodeDeploy deploys this service: name application_name and deployment_group_name under codedeploy')
  }
  if (isExpress(service)) {
    warn('Express mode looks after deploymentConfiguration and loadBalancers: the service definition leaves them out')
  }
}

/** A file as it is to be. */
interface Draft {
  /** From the repository. */
  readonly file: string
  readonly document: JsonObject
  text(document: JsonObject): Promise<string>
}

function draftFiles(context: Context, { service, taskDefinition }: Source): readonly Draft[] {
  const { file, cluster, service: name } = context.project.config
  const servicePath = definitionPath(context, 'service-definition-path', 'ecs-service-def.json')
  const taskPath = definitionPath(context, 'task-definition-path', 'ecs-task-def.json')
  const document = {
    ...(context.aws.region === '' ? {} : { region: context.aws.region }),
    cluster,
    ...(name === undefined ? {} : { service: name, service_definition: servicePath }),
    task_definition: taskPath,
    timeout: formatDuration(defaultTimeout),
  }
  const taskDocument = taskDefinitionFile(taskDefinition, booleanFlag(context, 'sort'))
  return [
    { file, document, text: async (shown) => asTemplate(await configText(shown, formatOf(file))) },
    ...(service === undefined ? [] : [draftDefinition(file, servicePath, serviceFile(service))]),
    draftDefinition(file, taskPath, taskDocument),
  ]
}

function draftDefinition(config: string, path: string, document: JsonObject): Draft {
  // What runs may hold `{{`, and a definition is a template.
  const text = async (shown: JsonObject) => asTemplate(definitionText(shown, path.endsWith('.jsonnet')))
  return { file: besideConfig(config, path), document, text }
}

function definitionPath(context: Context, flag: string, fallback: string): string {
  const written = textFlag(context, flag, fallback)
  const path = booleanFlag(context, 'jsonnet') ? asJsonnet(written) : written
  if (/\.json(?:net)?$/.test(path)) return path
  throw argumentError(`--${flag}: ${path} is neither .json nor .jsonnet`, `write --${flag}=${fallback}`)
}

function formatOf(file: string): 'yaml' | 'json' | 'jsonnet' {
  if (file.endsWith('.jsonnet')) return 'jsonnet'
  if (file.endsWith('.json')) return 'json'
  if (/\.ya?ml$/.test(file)) return 'yaml'
  throw argumentError(`--config: ${file} is no config`, 'name it .yml, .yaml, .json or .jsonnet')
}

interface DecidedFile extends Draft {
  readonly fate: FileFate
}

const doings = { new: ['wrote', 'would write'], replaced: ['replaced', 'would replace'] } as const

function describeFate({ file, fate }: DecidedFile, dryRun: boolean): string {
  if (fate === 'kept') return `${file} exists and stays as it is; --force-overwrite replaces it`
  return `${doings[fate][dryRun ? 1 : 0]} ${file}`
}

function noteSecrets({ emit }: Context, files: readonly DecidedFile[]): void {
  for (const { file, fate, document } of files) {
    const found = fate === 'kept' ? [] : listPlainSecrets(document)
    if (found.length === 0) continue
    const advice = 'move them to Secrets Manager or Parameter Store and name them under secrets before you commit it'
    emit({
      kind: 'note',
      level: 'warning',
      text: `${file} holds secrets in plain text (${found.join('; ')}): ${advice}`,
    })
  }
}

async function conclude(context: Context, source: Source, files: readonly DecidedFile[]): Promise<CommandResult> {
  const changed = files.filter(({ fate }) => fate !== 'kept')
  const names = changed.map(({ file }) => file).join(', ')
  const running = source.service?.taskDefinition
  const known = running === undefined ? {} : { running, previous: running }
  if (changed.length === 0)
    return { outcome: 'succeeded', sentence: 'nothing was written: every file exists', ...known }
  if (!isDryRun(context)) return { outcome: 'succeeded', sentence: `wrote ${names}`, ...known }
  const parts = changed.map(async ({ file, document, text }) => `# ${file}\n${await text(context.hide(document))}`)
  const document = { title: 'init', language: 'text', text: (await Promise.all(parts)).join('') } as const
  context.emit({ kind: 'printed', document })
  return { outcome: 'dry-run', sentence: `DRY RUN OK: would write ${names}`, document, ...known }
}

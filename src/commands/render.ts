import type { CommandResult, PrintedDocument } from '../model/report.ts'
import { showService, showTaskDefinition } from '../plan/scalars.ts'
import { argumentError } from './argument-error.ts'
import { targetsFlag } from './command-line.ts'
import { booleanFlag, type Command, type Context } from './context.ts'
import { configText, definitionText } from './document-text.ts'
import { renderFlags } from './flags.ts'

const targets = ['config', 'service-definition', 'servicedef', 'task-definition', 'taskdef']

/** `render`: prints the files as they are after templates; asks AWS nothing by itself. */
export const render: Command = {
  name: 'render',
  summary: 'print the config or a definition after templates',
  flags: renderFlags,
  targets,
  run: runRender,
}

async function runRender(context: Context): Promise<CommandResult> {
  const wanted = context.flags[targetsFlag]
  if (!Array.isArray(wanted) || wanted.length === 0) {
    throw argumentError('render: what to render is missing', `name one or more of ${targets.join(', ')}`)
  }
  const texts = await Promise.all(wanted.map((target: string) => renderTarget(context, target)))
  const isYaml = !booleanFlag(context, 'jsonnet') && wanted.every((target) => target === 'config')
  const document: PrintedDocument = {
    title: wanted.join(', '),
    language: isYaml ? 'yaml' : 'json',
    text: texts.join(''),
  }
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence: `rendered ${wanted.join(', ')}`, document }
}

async function renderTarget(context: Context, target: string): Promise<string> {
  const { project, hide } = context
  const isJsonnet = booleanFlag(context, 'jsonnet')
  if (target === 'config') return configText(hide(project.config.document), isJsonnet ? 'jsonnet' : 'yaml')
  return definitionText(hide(await readTarget(context, target)), isJsonnet)
}

/** A definition with what ecspresso shows of a service that nobody has looked up (specification 5.17). */
async function readTarget({ project }: Context, target: string) {
  if (target.startsWith('task')) return showTaskDefinition((await project.taskDefinition()).document)
  const { document } = await project.serviceDefinition()
  const serviceName = project.config.service ?? ''
  return showService({ ...document, serviceName, pendingCount: 0, runningCount: 0 })
}

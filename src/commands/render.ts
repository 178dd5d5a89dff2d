import type { CommandResult, PrintedDocument } from '../model/report.ts'
import { formatDocument } from '../plan/canonical.ts'
import { argumentError } from './argument-error.ts'
import { targetsFlag } from './command-line.ts'
import type { Command, Context } from './context.ts'
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
  const isJsonnet = context.flags['jsonnet'] === true
  const rendered = await Promise.all(wanted.map((target: string) => renderTarget(context, target)))
  const texts = isJsonnet ? await Promise.all(rendered.map(toJsonnet)) : rendered
  const document: PrintedDocument = { title: wanted.join(', '), language: 'json', text: texts.join('') }
  context.emit({ kind: 'printed', document })
  return { outcome: 'succeeded', sentence: `rendered ${wanted.join(', ')}`, document }
}

/** The formatter is part of the Jsonnet engine, which is loaded when it is needed. */
async function toJsonnet(json: string): Promise<string> {
  const { formatJsonnet } = await import('../config/jsonnet/format.ts')
  return formatJsonnet(json)
}

async function renderTarget({ project, hide }: Context, target: string): Promise<string> {
  if (target === 'config') return formatDocument(hide(project.config.document))
  if (target.startsWith('task')) return formatDocument(hide((await project.taskDefinition()).document))
  const { document } = await project.serviceDefinition()
  return formatDocument(hide({ ...document, serviceName: project.config.service ?? '' }))
}

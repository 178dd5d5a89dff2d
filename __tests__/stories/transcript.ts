import type { Fields, Json } from '../../simulator/call.ts'
import type { CallRecord } from '../../simulator/call-log.ts'
import type { Step } from './stage.ts'

/** A step as a chapter: what was asked, what the log said, what came out, and what it did to AWS. */
export function tellStep({ inputs, environment, log, exit, outputs, calls }: Step): string {
  const asked = [...tellPairs(inputs), ...tellPairs(environment, '=')]
  const told = Object.entries(outputs).filter(([name, value]) => value !== '' && isTold(name, value))
  return [
    `## Step: ${titleOf(inputs['command'] ?? 'deploy')}`,
    asked.length > 0 ? fence('yaml', asked) : '',
    fence('text', [log, `(exit ${exit})`]),
    fence('yaml', tellPairs(Object.fromEntries(told))),
    calls.length > 0 ? `AWS was asked to change:\n\n${fence('text', calls)}` : 'AWS was not asked to change anything.',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function titleOf(command: string): string {
  return command.includes('\n') ? 'several lines' : command
}

/** What one project says again stands in the outputs above; the report's place is the runner's matter. */
function isTold(name: string, value: string): boolean {
  return name !== 'report-file' && (name !== 'projects' || value.includes('},{'))
}

function tellPairs(pairs: Readonly<Record<string, string | undefined>>, sign = ': '): string[] {
  const lines = (value = '(unset)'): string =>
    value.includes('\n') ? `|\n  ${value.trim().replaceAll('\n', '\n  ')}` : value
  return Object.entries(pairs).map(([name, value]) => `${name}${sign}${lines(value)}`)
}

/** Four ticks, for logs and comments hold three. */
function fence(language: string, lines: readonly string[]): string {
  const ticks = '````'
  return [`${ticks}${language}`, ...lines, ticks].join('\n')
}

/** `UpdateService cluster=shop service=api taskDefinition=api:2`, and how it was refused. */
export function tellCall({ operation, input, error, fault }: CallRecord): string {
  const members = operation === 'RegisterTaskDefinition' ? tellDefinition(input) : input
  const words = Object.entries(members).map(([name, value]) => `${name}=${tellValue(value)}`)
  const end = error ?? (fault === 'reset' ? 'connection reset' : undefined)
  return [operation, ...words, ...(end === undefined ? [] : [`→ ${end}`])].join(' ')
}

function tellDefinition({ family, containerDefinitions = [], tags }: Fields): Fields {
  const containers = Array.isArray(containerDefinitions) ? containerDefinitions : []
  const images = containers.map((one) => (isFields(one) ? (one['image'] ?? '') : '')).join(', ')
  return { family, images, ...(tags === undefined ? {} : { tags }) }
}

function tellValue(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `shop/api ACTIVE, api:2, 2 of 2 running`, its attributes that stories change, its deployments and its tags. */
export function tellService(service: Fields): string {
  const { serviceName, clusterArn, status, taskDefinition, desiredCount, runningCount } = service
  const list = (name: string): Fields[] => (Array.isArray(service[name]) ? service[name].filter(isFields) : [])
  const deployments = list('deployments').map((one) =>
    [one['status'], shorten(one['taskDefinition']), one['rolloutState']].join(' '),
  )
  const state = `${status}, ${shorten(taskDefinition)}, ${runningCount} of ${desiredCount} running`
  const details = [
    `deployments: ${deployments.join(', ')}`,
    ...list('tags').map(({ key, value }) => `tag ${tellValue(key)}: ${tellValue(value)}`),
    ...attributes.filter((name) => service[name] !== undefined).map((name) => `${name}: ${tellValue(service[name])}`),
  ]
  return [`* **${shorten(clusterArn)}/${serviceName}** ${state}`, ...details.map((line) => `  * ${line}`)].join('\n')
}

/** What stories change besides the task definition. */
const attributes = ['healthCheckGracePeriodSeconds', 'enableExecuteCommand']

function shorten(arn: Json | undefined): string {
  return String(arn).replace(/^arn:.*\//, '')
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What differs between two runs or says nothing: ids by the order in which they are met, places of this machine. */
export function normalise(text: string, place: { readonly folder: string; readonly url: string }): string {
  const named = new Map<string, string>()
  const name = (kind: string) => (id: string) => {
    const number = [...named.values()].filter((known) => known.startsWith(kind)).length + 1
    if (!named.has(id)) named.set(id, `${kind}-${number}`)
    return named.get(id) ?? id
  }
  return text
    .replaceAll(place.url, 'http://simulator')
    .replaceAll(`${place.folder}/`, '/runner/')
    .replace(/(?<=temp\/ecspresso-)\w{6}\b/g, 'XXXXXX')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, name('uuid'))
    .replace(/(?<=ecs-svc\/)\d{15,}/g, name('deployment'))
    .replace(/\b[0-9a-f]{32}\b/g, name('task'))
    .replace(/(?<=service-(?:deployment|revision)\/[\w-]+\/[\w-]+\/)[\w-]{15,}/g, name('id'))
    .replace(/(?<=ecspresso-action `?)\d+\.\d+\.\d+/g, '0.0.0')
}

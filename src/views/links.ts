import { shortName } from '../model/ecs.ts'

/** Where a service lives: what every link of the console needs. */
export interface ConsolePlace {
  /** `ap-northeast-1` */
  readonly region: string
  readonly cluster: string
  readonly service: string
}

/** The console's address of a region; China and GovCloud are partitions with consoles of their own. */
function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return `https://${region}.console.amazonaws.cn`
  if (region.startsWith('us-gov-')) return `https://${region}.console.amazonaws-us-gov.com`
  return `https://${region}.console.aws.amazon.com`
}

/** The page of a service. */
export function serviceLink(place: ConsolePlace): string {
  return `${servicePath(place)}/health?region=${encode(place.region)}`
}

/** The page of a deployment: a service deployment's ARN, or a CodeDeploy id (`d-…`); else the service's list of them. */
export function deploymentLink(place: ConsolePlace, deploymentId: string): string {
  const region = encode(place.region)
  const id = encode(shortName(deploymentId))
  if (deploymentId.startsWith('d-')) {
    return `${consoleHost(place.region)}/codesuite/codedeploy/deployments/${id}?region=${region}`
  }
  const page = deploymentId.includes(':service-deployment/') ? `deployments/${id}` : 'deployments'
  return `${servicePath(place)}/${page}?region=${region}`
}

/** The page of a task; `task` is its id or ARN. Stopped tasks stay there for about an hour. */
export function taskLink(place: ConsolePlace, task: string): string {
  const id = encode(shortName(task))
  return `${clusterPath(place)}/tasks/${id}/configuration?region=${encode(place.region)}`
}

/** A log stream, from `from` on (ms since the epoch) where the time is known. */
export function logStreamLink(region: string, log: { group: string; stream: string; from?: number }): string {
  const time = log.from === undefined ? '' : escapeFragment(`?start=${log.from}`)
  const path = `log-groups/log-group/${escapeName(log.group)}/log-events/${escapeName(log.stream)}${time}`
  return `${consoleHost(region)}/cloudwatch/home?region=${encode(region)}#logsV2:${path}`
}

function clusterPath({ region, cluster }: ConsolePlace): string {
  return `${consoleHost(region)}/ecs/v2/clusters/${encode(shortName(cluster))}`
}

function servicePath(place: ConsolePlace): string {
  return `${clusterPath(place)}/services/${encode(shortName(place.service))}`
}

/** The console of CloudWatch encodes names twice and writes `$` for `%`. */
function escapeName(name: string): string {
  return escapeFragment(encode(name))
}

function escapeFragment(text: string): string {
  return encode(text).replaceAll('%', '$')
}

/** Half a character, as a cut may leave it, cannot be encoded. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

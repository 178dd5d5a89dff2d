import type { Fields } from '../call.ts'
import { REVISION_MEMBERS } from './deployments.ts'
import { canonical, fieldsListOf, fieldsOf, pick, textOf, textsOf } from './input.ts'

/** The members of a service that CreateService and UpdateService set and DescribeServices shows. */
const ATTRIBUTES = [
  'deploymentConfiguration',
  'placementConstraints',
  'placementStrategy',
  'healthCheckGracePeriodSeconds',
  'enableECSManagedTags',
  'propagateTags',
  'enableExecuteCommand',
  'availabilityZoneRebalancing',
] as const

const USUAL_CONFIGURATION: Fields = {
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  strategy: 'ROLLING',
  bakeTimeInMinutes: 0,
  deploymentCircuitBreaker: { enable: false, rollback: false },
}

/** What a request says of the service itself, not of its revision, over what the service has. */
export function attributesIn(input: Fields, old: Fields = {}): Fields {
  const attributes = { ...old, ...pick(input, ATTRIBUTES) }
  const configuration = {
    ...USUAL_CONFIGURATION,
    ...fieldsOf(old, 'deploymentConfiguration'),
    ...fieldsOf(input, 'deploymentConfiguration'),
  }
  return { ...attributes, deploymentConfiguration: configuration }
}

/** What a request says of the revision, as the API will show it. */
export function revisionSettingsIn(input: Fields): Fields {
  const settings = pick(input, REVISION_MEMBERS)
  if (input['networkConfiguration'] !== undefined) settings['networkConfiguration'] = normalNetwork(input)
  if (input['capacityProviderStrategy'] !== undefined)
    settings['capacityProviderStrategy'] = fieldsListOf(input, 'capacityProviderStrategy').map((item) => ({
      weight: 0,
      base: 0,
      ...item,
    }))
  return settings
}

/** As DescribeServices shows it: nothing left out. */
function normalNetwork(input: Fields): Fields {
  const network = fieldsOf(fieldsOf(input, 'networkConfiguration'), 'awsvpcConfiguration')
  return {
    awsvpcConfiguration: {
      subnets: textsOf(network, 'subnets'),
      securityGroups: textsOf(network, 'securityGroups'),
      assignPublicIp: textOf(network, 'assignPublicIp') ?? 'DISABLED',
    },
  }
}

/** Whether two revisions' settings differ for ECS: order of subnets, empty lists and switched off features do not count. */
export function differ(left: Fields, right: Fields): boolean {
  return canonical(essence(left)) !== canonical(essence(right))
}

function essence(settings: Fields): Fields {
  const network = fieldsOf(fieldsOf(settings, 'networkConfiguration'), 'awsvpcConfiguration')
  const entries = Object.entries(settings).filter(([key, value]) => !isNothing(key, value))
  return {
    ...Object.fromEntries(entries),
    platformVersion: textOf(settings, 'platformVersion') ?? 'LATEST',
    networkConfiguration: {
      subnets: textsOf(network, 'subnets').sort(),
      securityGroups: textsOf(network, 'securityGroups').sort(),
      assignPublicIp: textOf(network, 'assignPublicIp') ?? 'DISABLED',
    },
  }
}

/** What DescribeServices leaves out and tools send explicitly to mean "none". */
function isNothing(key: string, value: Fields[string]): boolean {
  if (Array.isArray(value) && value.length === 0) return true
  return key === 'serviceConnectConfiguration' && canonical(value) === '{"enabled":false}'
}

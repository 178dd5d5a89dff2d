import { isList, isObject, type Json, type JsonObject } from '../model/json.ts'

/** What stands in a document even where it is not set, by key; a shape below a key holds for each object there. */
interface Scalars {
  readonly [key: string]: '' | 0 | false | Scalars
}

const logging: Scalars = { logDriver: '' }

/** The scalars of a task definition that ecspresso's documents always show (specification 4.4 item 3). */
const taskDefinitionScalars: Scalars = {
  containerDefinitions: {
    cpu: 0,
    dependsOn: { condition: '' },
    environmentFiles: { type: '' },
    firelensConfiguration: { type: '' },
    logConfiguration: logging,
    portMappings: { appProtocol: '', protocol: '' },
    resourceRequirements: { type: '' },
    ulimits: { hardLimit: 0, softLimit: 0 },
    versionConsistency: '',
  },
  ephemeralStorage: { sizeInGiB: 0 },
  ipcMode: '',
  networkMode: '',
  pidMode: '',
  placementConstraints: { type: '' },
  proxyConfiguration: { type: '' },
  runtimePlatform: { cpuArchitecture: '', operatingSystemFamily: '' },
  volumes: {
    dockerVolumeConfiguration: { scope: '' },
    efsVolumeConfiguration: { authorizationConfig: { iam: '' }, transitEncryption: '' },
  },
}

/** Those of a service definition. */
const serviceScalars: Scalars = {
  availabilityZoneRebalancing: '',
  capacityProviderStrategy: { base: 0, weight: 0 },
  deploymentConfiguration: {
    alarms: { enable: false, rollback: false },
    deploymentCircuitBreaker: { enable: false, rollback: false },
    strategy: '',
  },
  deploymentController: { type: '' },
  enableECSManagedTags: false,
  enableExecuteCommand: false,
  launchType: '',
  networkConfiguration: { awsvpcConfiguration: { assignPublicIp: '' } },
  placementConstraints: { type: '' },
  placementStrategy: { type: '' },
  propagateTags: '',
  schedulingStrategy: '',
  serviceConnectConfiguration: { enabled: false, logConfiguration: logging },
  volumeConfigurations: {
    managedEBSVolume: { filesystemType: '', tagSpecifications: { propagateTags: '', resourceType: '' } },
  },
}

/** A task definition as ecspresso prints it: scalars that are not set stand there empty. */
export function showTaskDefinition(document: JsonObject): JsonObject {
  return fill(document, taskDefinitionScalars)
}

/** A service definition as ecspresso prints it. */
export function showService(document: JsonObject): JsonObject {
  return fill(document, serviceScalars)
}

function fill(object: JsonObject, scalars: Scalars): JsonObject {
  const filled: Record<string, Json> = { ...object }
  for (const [key, scalar] of Object.entries(scalars)) {
    const value = object[key] ?? null
    if (typeof scalar === 'object') filled[key] = fillInside(value, scalar)
    else filled[key] = value ?? scalar
  }
  return filled
}

function fillInside(value: Json, scalars: Scalars): Json {
  if (isList(value)) return value.map((item) => fillInside(item, scalars))
  return isObject(value) ? fill(value, scalars) : value
}

/** Keys of RegisterTaskDefinition (specification 4.1). */
export const taskDefinitionKeys: ReadonlySet<string> = new Set([
  'containerDefinitions',
  'cpu',
  'enableFaultInjection',
  'ephemeralStorage',
  'executionRoleArn',
  'family',
  'inferenceAccelerators',
  'ipcMode',
  'memory',
  'networkMode',
  'pidMode',
  'placementConstraints',
  'proxyConfiguration',
  'requiresCompatibilities',
  'runtimePlatform',
  'tags',
  'taskRoleArn',
  'volumes',
])

/** What DescribeTaskDefinition answers on top of it, left in a file by copying. */
export const describedTaskDefinitionKeys: ReadonlySet<string> = new Set([
  'compatibilities',
  'deregisteredAt',
  'registeredAt',
  'registeredBy',
  'requiresAttributes',
  'revision',
  'status',
  'taskDefinitionArn',
])

/** Keys of a service that can be set (specification 4.2). */
export const serviceDefinitionKeys: ReadonlySet<string> = new Set([
  'availabilityZoneRebalancing',
  'capacityProviderStrategy',
  'deploymentConfiguration',
  'deploymentController',
  'desiredCount',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'healthCheckGracePeriodSeconds',
  'launchType',
  'loadBalancers',
  'monitoring',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'propagateTags',
  'schedulingStrategy',
  'serviceConnectConfiguration',
  'serviceRegistries',
  'tags',
  'volumeConfigurations',
  'vpcLatticeConfigurations',
])

/** What DescribeServices answers on top of it: tolerated without a word. */
export const describedServiceKeys: ReadonlySet<string> = new Set([
  'clusterArn',
  'createdAt',
  'createdBy',
  'currentServiceDeployment',
  'currentServiceRevisions',
  'deployments',
  'events',
  'pendingCount',
  'platformFamily',
  'resourceManagementType',
  'roleArn',
  'runningCount',
  'serviceArn',
  'serviceName',
  'status',
  'taskDefinition',
  'taskSets',
])

/** Maps whose keys are the user's own, lower case: they are never touched. */
export const freeFormMaps: ReadonlySet<string> = new Set([
  'dockerlabels',
  'driveropts',
  'hookdetails',
  'labels',
  'options',
])

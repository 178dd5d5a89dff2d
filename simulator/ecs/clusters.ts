import { ApiError, type Fields, type Operations } from '../call.ts'
import { pendingCount, runningCount } from './deployments.ts'
import { invalid, pick, textOf, textsOf } from './input.ts'
import type { Cluster, Instance } from './model.ts'
import { page } from './paging.ts'
import { readTags, tagsFor } from './tags.ts'
import { arnOf, findCluster, hexadecimalId, nameIn, type World } from './world.ts'

const SHOWN = [
  'settings',
  'configuration',
  'capacityProviders',
  'defaultCapacityProviderStrategy',
  'serviceConnectDefaults',
]

/** Makes a cluster, or gives the one that has the name. */
export function createCluster(
  world: World,
  input: Fields,
  instances: readonly { readonly cpu: number; readonly memory: number }[] = [],
): Cluster {
  const name = textOf(input, 'clusterName') ?? 'default'
  if (!/^[a-zA-Z0-9_-]{1,255}$/.test(name))
    throw invalid('Invalid identifier: Identifier is for cluster, but contains invalid characters.')
  const existing = world.clusters.get(name)
  if (existing?.status === 'ACTIVE') return existing
  const arn = arnOf(world, `cluster/${name}`)
  const cluster: Cluster = {
    arn,
    name,
    status: 'ACTIVE',
    settings: pick(input, SHOWN),
    instances: instances.map((size) => createInstance(world, name, size)),
  }
  world.clusters.set(name, cluster)
  world.tags.set(arn, readTags(input))
  return cluster
}

function createInstance(world: World, cluster: string, size: { cpu: number; memory: number }): Instance {
  const id = hexadecimalId(world)
  return { id, arn: arnOf(world, `container-instance/${cluster}/${id}`), ...size }
}

/** CreateCluster, DescribeClusters, ListClusters, DeleteCluster. */
export function clusterOperations(world: World): Operations {
  return {
    CreateCluster: (input) => {
      const cluster = createCluster(world, input)
      return { cluster: { ...describe(world, cluster), tags: world.tags.get(cluster.arn) ?? [] } }
    },
    DescribeClusters: (input) => {
      const names = input['clusters'] === undefined ? ['default'] : textsOf(input, 'clusters')
      if (names.length > 100) throw invalid('Clusters cannot be greater than 100.')
      const found = names.map((name) => world.clusters.get(nameIn(name)))
      return {
        clusters: found.flatMap((cluster) =>
          cluster === undefined ? [] : [{ ...describe(world, cluster), ...tagsFor(world, input, cluster.arn) }],
        ),
        failures: names.flatMap((name, index) =>
          found[index] === undefined ? [{ arn: arnOf(world, `cluster/${nameIn(name)}`), reason: 'MISSING' }] : [],
        ),
      }
    },
    ListClusters: (input) => {
      const active = [...world.clusters.values()].filter(({ status }) => status === 'ACTIVE')
      const { items, more } = page(input, active, { usual: 100, most: 100 })
      return { clusterArns: items.map(({ arn }) => arn), ...more }
    },
    DeleteCluster: (input) => {
      const cluster = findCluster(world, textOf(input, 'cluster'))
      const inUse = world.services.some((service) => service.cluster === cluster && service.status !== 'INACTIVE')
      if (inUse)
        throw new ApiError(
          'ClusterContainsServicesException',
          'The Cluster cannot be deleted while Services are active.',
        )
      if (tasksIn(world, cluster).length > 0)
        throw new ApiError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.')
      cluster.status = 'INACTIVE'
      return { cluster: describe(world, cluster) }
    },
  }
}

function tasksIn(world: World, cluster: Cluster) {
  return [...world.tasks.values()].filter(
    ({ order, lastStatus }) => order.cluster === cluster && lastStatus !== 'STOPPED',
  )
}

function describe(world: World, cluster: Cluster): Fields {
  const tasks = tasksIn(world, cluster)
  const services = world.services.filter((service) => service.cluster === cluster && service.status === 'ACTIVE')
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: cluster.instances.length,
    runningTasksCount: runningCount(tasks),
    pendingTasksCount: pendingCount(tasks),
    activeServicesCount: services.length,
    statistics: [],
    settings: [{ name: 'containerInsights', value: 'disabled' }],
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    ...cluster.settings,
  }
}

import type { Service, ServiceName } from '../model/ecs.ts'
import type { EcsCall, EcsSdk } from './ecs-call.ts'

interface Waiting {
  readonly service: string
  resolve(service: Service | undefined): void
  reject(error: unknown): void
}

/** DescribeServices takes ten names at once. */
const batchSize = 10

/**
 * A `describeService` that asks for the services of one cluster together: everybody who asks within one turn of the
 * event loop shares a call, so that many projects cost the polls of one.
 */
export function describeServicesTogether(
  open: EcsSdk,
  call: EcsCall,
): (name: ServiceName) => Promise<Service | undefined> {
  const queues = new Map<string, Waiting[]>()

  async function ask(cluster: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const { sdk, client } = await open()
      const services = [...new Set(batch.map((one) => one.service))]
      const command = () => new sdk.DescribeServicesCommand({ cluster, services, include: ['TAGS'] })
      const answer = await call('DescribeServices', () => client.send(command()))
      const found = new Map((answer.services ?? []).map((service) => [service.serviceName, service]))
      for (const one of batch) one.resolve(found.get(one.service.slice(one.service.lastIndexOf('/') + 1)))
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  async function flush(cluster: string): Promise<void> {
    const queue = queues.get(cluster) ?? []
    queues.delete(cluster)
    const batches: Promise<void>[] = []
    for (let start = 0; start < queue.length; start += batchSize) {
      batches.push(ask(cluster, queue.slice(start, start + batchSize)))
    }
    await Promise.all(batches)
  }

  return ({ cluster, service }) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(cluster)
      if (queue !== undefined) {
        queue.push({ service, resolve, reject })
        return
      }
      queues.set(cluster, [{ service, resolve, reject }])
      setImmediate(() => void flush(cluster))
    })
}

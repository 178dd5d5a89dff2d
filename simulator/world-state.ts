import type { Fields, ServiceName } from './call.ts'
import { isFields, isList } from './shape.ts'

type Ask = (service: ServiceName, operation: string, input: Fields) => Fields

/** All services of all clusters, asked of ECS as a client would. */
export function describeAllServices(ask: Ask): readonly Fields[] {
  return everyPage(ask, 'ListClusters', 'clusterArns', {}).flatMap((cluster) => {
    const arns = everyPage(ask, 'ListServices', 'serviceArns', { cluster, maxResults: 10 })
    const tens = Array.from({ length: Math.ceil(arns.length / 10) }, (_, ten) => arns.slice(10 * ten, 10 * ten + 10))
    return tens.flatMap((services) => fieldsOf(ask('ecs', 'DescribeServices', { cluster, services })['services']))
  })
}

function everyPage(ask: Ask, operation: string, member: string, input: Fields): string[] {
  const found: string[] = []
  let nextToken: string | undefined
  do {
    const output = ask('ecs', operation, nextToken === undefined ? input : { ...input, nextToken })
    const names = output[member]
    if (isList(names)) found.push(...names.filter((name) => typeof name === 'string'))
    nextToken = typeof output['nextToken'] === 'string' ? output['nextToken'] : undefined
  } while (nextToken !== undefined)
  return found
}

function fieldsOf(value: Fields[string]): Fields[] {
  return isList(value) ? value.filter(isFields) : []
}

import type { Finding } from '../../model/diagnosis.ts'
import { numberAt, textAt } from '../../model/json.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, listContainers, listItems, listWithin } from '../containers.ts'

/** Load balancers name a container, and a port that it opens. */
export const loadBalancer: Check = {
  name: 'load-balancer',
  needsAws: false,
  run(subject) {
    if (subject.taskDefinition === undefined) return []
    return listItems(subject.service, ['loadBalancers']).map((one) => judge(one, subject))
  },
}

function judge(one: Item, subject: Subject): Finding {
  const name = textAt(one.value, ['containerName']) ?? ''
  const port = numberAt(one.value, ['containerPort'])
  const place = { check: 'load-balancer', subject: `${name}:${port ?? ''}` }
  const containers = listContainers(subject)
  const container = containers.find((candidate) => candidate.name === name)
  if (container === undefined) {
    const names = containers.map((candidate) => candidate.name).join(', ')
    const location = one.locate('containerName')
    const message = `the task definition has no container ${name || 'without a name'}`
    return { ...place, status: 'failed', message, hint: `Name one of its containers: ${names}.`, location }
  }
  const location = one.locate('containerPort')
  const mappings = listWithin(container, 'portMappings')
  if (port !== undefined && mappings.some((mapping) => opens(mapping, port))) {
    return { ...place, status: 'ok', message: 'is a port of the container', location }
  }
  const ports = mappings.flatMap(({ value }) => numberAt(value, ['containerPort']) ?? []).join(', ')
  const hint = `Add the port to portMappings of ${name}, or name one that is there: ${ports || 'none'}.`
  return { ...place, status: 'failed', message: `the container ${name} does not open this port`, hint, location }
}

function opens({ value }: Item, port: number): boolean {
  if (numberAt(value, ['containerPort']) === port) return true
  const [first, last] = (textAt(value, ['containerPortRange']) ?? '').split('-').map(Number)
  return first !== undefined && last !== undefined && first <= port && port <= last
}

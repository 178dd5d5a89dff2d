import type { Finding } from '../../model/diagnosis.ts'
import { textAt } from '../../model/json.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, listContainers, listItems, listWithin } from '../containers.ts'

/** Service Connect and VPC Lattice name ports that a container's port mapping is called. */
export const portName: Check = {
  name: 'port-name',
  needsAws: false,
  run(subject) {
    if (subject.taskDefinition === undefined) return []
    const names = new Set(
      listContainers(subject).flatMap((container) => listWithin(container, 'portMappings').map(({ name }) => name)),
    )
    return listUsers(subject).map((user) => judge(user, names))
  },
}

function listUsers({ service }: Subject): readonly Item[] {
  return [
    ...listItems(service, ['serviceConnectConfiguration', 'services']),
    ...listItems(service, ['vpcLatticeConfigurations']),
  ]
}

function judge(user: Item, names: ReadonlySet<string>): Finding {
  const name = textAt(user.value, ['portName']) ?? ''
  const place = { check: 'port-name', subject: name, location: user.locate('portName') }
  if (name !== '' && names.has(name)) return { ...place, status: 'ok', message: 'is the name of a port mapping' }
  const known = [...names].filter((one) => one !== '').join(', ')
  const hint = `Give a port mapping this name, or use one that is there: ${known || 'none'}.`
  return { ...place, status: 'failed', message: 'no port mapping of the task definition has this name', hint }
}

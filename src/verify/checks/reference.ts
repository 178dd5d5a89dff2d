import type { Finding } from '../../model/diagnosis.ts'
import { textAt } from '../../model/json.ts'
import type { Check } from '../check.ts'
import { type Item, listContainers, listItems, listWithin } from '../containers.ts'

interface Reference {
  readonly list: string
  readonly key: string
  readonly noun: 'container' | 'volume'
}

/** Lists of a container whose items name something else of the task definition. */
const references: readonly Reference[] = [
  { list: 'dependsOn', key: 'containerName', noun: 'container' },
  { list: 'volumesFrom', key: 'sourceContainer', noun: 'container' },
  { list: 'mountPoints', key: 'sourceVolume', noun: 'volume' },
]

/** Containers and volumes that containers name exist in the task definition. */
export const reference: Check = {
  name: 'reference',
  needsAws: false,
  run(subject) {
    const containers = listContainers(subject)
    const known = {
      container: namesOf(containers),
      volume: namesOf(listItems(subject.taskDefinition, ['volumes'])),
    }
    return containers.flatMap((container) =>
      references.flatMap((kind) =>
        listWithin(container, kind.list)
          .filter(({ value }) => !known[kind.noun].has(textAt(value, [kind.key]) ?? ''))
          .map((item): Finding => describeDangling(container, item, kind)),
      ),
    )
  },
}

function describeDangling(container: Item, item: Item, { list, key, noun }: Reference): Finding {
  const name = textAt(item.value, [key]) ?? ''
  return {
    check: 'reference',
    subject: `${container.name} ${list}`,
    status: 'failed',
    message: `the task definition has no ${noun} ${name}`.trimEnd(),
    hint: `Add the ${noun}, or correct ${key}.`,
    location: item.locate(key),
  }
}

function namesOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.map(({ name }) => name).filter((name) => name !== ''))
}

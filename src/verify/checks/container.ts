import type { Finding } from '../../model/diagnosis.ts'
import { textAt } from '../../model/json.ts'
import type { Check } from '../check.ts'
import { type Item, listContainers } from '../containers.ts'

/** Every container has a name of its own and an image. */
export const container: Check = {
  name: 'container',
  needsAws: false,
  run(subject) {
    const containers = listContainers(subject)
    if (containers.length > 0) return containers.map((one) => ({ ...judge(one, containers), ...place(one) }))
    const { taskDefinition } = subject
    if (taskDefinition === undefined) return []
    return [
      {
        ...failed('the task definition has no container', 'Add one under containerDefinitions.'),
        check: 'container',
        subject: taskDefinition.file,
        location: taskDefinition.locate(['containerDefinitions']),
      },
    ]
  },
}

type Judgement = Pick<Finding, 'status' | 'message' | 'hint'>

function judge(one: Item, all: readonly Item[]): Judgement {
  if (one.name === '') return failed('has no name', 'Give the container a name.')
  if (all.some((other) => other !== one && other.name === one.name)) {
    return failed('has the name of another container', 'Give each container a name of its own.')
  }
  if ((textAt(one.value, ['image']) ?? '') === '') return failed('has no image', 'Name the image to run.')
  return { status: 'ok', message: 'has a name and an image' }
}

function failed(message: string, hint: string): Judgement {
  return { status: 'failed', message, hint }
}

function place(one: Item): Pick<Finding, 'check' | 'subject' | 'location'> {
  return { check: 'container', subject: one.name, location: one.locate() }
}

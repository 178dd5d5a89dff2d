import type { Aws } from '../../model/ports.ts'
import type { Check } from '../check.ts'
import type { Item } from '../containers.ts'
import { type Answer, ask } from '../question.ts'
import { listAwslogs, logOption } from './log-options.ts'

/** The log groups of the awslogs driver exist, or the driver creates them. Nothing is written. */
export const logGroup: Check = {
  name: 'log-group',
  needsAws: true,
  run(subject, aws) {
    const containers = listAwslogs(subject).filter((container) => logOption(container, 'awslogs-group') !== '')
    return Promise.all(
      containers.map((container) => {
        const group = logOption(container, 'awslogs-group')
        const question = {
          check: 'log-group',
          subject: `${container.name} (${group})`,
          location: container.locate('logConfiguration', 'options', 'awslogs-group'),
        }
        return ask(question, () => judge(container, aws))
      }),
    )
  },
}

async function judge(container: Item, aws: Aws): Promise<Answer> {
  const region = logOption(container, 'awslogs-region') || aws.region
  if (await aws.logs.hasGroup(logOption(container, 'awslogs-group'), region)) return { status: 'ok', message: 'exists' }
  if (logOption(container, 'awslogs-create-group') === 'true') {
    return { status: 'ok', message: 'does not exist yet; the log driver creates it' }
  }
  return {
    status: 'failed',
    message: `does not exist in ${region}`,
    hint: 'Create the log group, or set awslogs-create-group to "true" and allow logs:CreateLogGroup to the execution role.',
  }
}

import type { Finding } from '../../model/diagnosis.ts'
import { textAt } from '../../model/json.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, listContainers, runsOnFargate } from '../containers.ts'

/** The options that the awslogs driver asks for are there. */
export const logOptions: Check = {
  name: 'log-options',
  needsAws: false,
  run: (subject) => listAwslogs(subject).map((container) => judge(container, runsOnFargate(subject))),
}

/** The containers that write to CloudWatch Logs. */
export function listAwslogs(subject: Subject): readonly Item[] {
  return listContainers(subject).filter(({ value }) => textAt(value, ['logConfiguration', 'logDriver']) === 'awslogs')
}

/** An option of the log driver; empty where it is not set. */
export function logOption({ value }: Item, option: string): string {
  return textAt(value, ['logConfiguration', 'options', option]) ?? ''
}

function judge(container: Item, fargate: boolean): Finding {
  const missing = ['awslogs-group', 'awslogs-region'].filter((option) => logOption(container, option) === '')
  const place = {
    check: 'log-options',
    subject: container.name,
    location: container.locate('logConfiguration', 'options'),
  }
  if (missing.length > 0) {
    return {
      ...place,
      status: 'failed',
      message: `the awslogs driver lacks ${missing.join(' and ')}`,
      hint: 'Add it to the options of logConfiguration.',
    }
  }
  if (fargate && logOption(container, 'awslogs-stream-prefix') === '') {
    return {
      ...place,
      status: 'warning',
      message: 'the awslogs driver has no awslogs-stream-prefix, which Fargate asks for',
      hint: 'Add awslogs-stream-prefix, for example the name of the service.',
    }
  }
  return { ...place, status: 'ok', message: 'the awslogs driver has its options' }
}

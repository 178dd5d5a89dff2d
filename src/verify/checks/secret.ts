import type { Finding } from '../../model/diagnosis.ts'
import { isObject, textAt } from '../../model/json.ts'
import type { Aws } from '../../model/ports.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, listContainers, listWithin } from '../containers.ts'
import { ask } from '../question.ts'

/** The secrets and parameters that containers and log drivers read have values. */
export const secret: Check = {
  name: 'secret',
  needsAws: true,
  run(subject, aws, { getSecrets }) {
    return Promise.all(
      listSecrets(subject).map((one) =>
        getSecrets
          ? ask(one.question, () => judge(one.valueFrom, aws))
          : { ...one.question, status: 'skipped' as const, message: 'values are not read (--no-get-secrets)' },
      ),
    )
  },
}

/** Every secret says its name and where its value is. */
export const secretReference: Check = {
  name: 'secret-reference',
  needsAws: false,
  run: (subject) =>
    listContainers(subject).flatMap((container) =>
      secretsOf(container)
        .filter(({ name, value }) => name === '' || (textAt(value, ['valueFrom']) ?? '') === '')
        .map(
          (item): Finding => ({
            check: 'secret-reference',
            subject: `${container.name} ${item.name}`.trimEnd(),
            status: 'failed',
            message: item.name === '' ? 'a secret has no name' : 'has no valueFrom',
            hint: 'Give the name of the variable, and the ARN of the secret or the name of the parameter.',
            location: item.locate(),
          }),
        ),
    ),
}

interface NamedSecret {
  readonly question: Pick<Finding, 'check' | 'subject'> & Required<Pick<Finding, 'location'>>
  readonly valueFrom: string
}

function listSecrets(subject: Subject): readonly NamedSecret[] {
  return listContainers(subject).flatMap((container) =>
    secretsOf(container).flatMap((item) => {
      const valueFrom = textAt(item.value, ['valueFrom']) ?? ''
      if (valueFrom === '') return []
      const question = {
        check: 'secret',
        subject: `${container.name} ${item.name} (${valueFrom})`,
        location: item.locate('valueFrom'),
      }
      return [{ question, valueFrom }]
    }),
  )
}

function secretsOf(container: Item): readonly Item[] {
  const logConfiguration = container.value['logConfiguration']
  const logging: Item = {
    value: isObject(logConfiguration) ? logConfiguration : {},
    name: '',
    locate: (...path) => container.locate('logConfiguration', ...path),
  }
  return [...listWithin(container, 'secrets'), ...listWithin(logging, 'secretOptions')]
}

async function judge(valueFrom: string, aws: Aws): Promise<Pick<Finding, 'status' | 'message' | 'hint'>> {
  const check = await aws.secrets.checkSecret(valueFrom)
  if (check.usable) return { status: 'ok', message: 'can be read' }
  return {
    status: 'failed',
    message: check.message,
    hint: 'Create it in the region of the service, or correct valueFrom; a JSON key is the part after the name.',
  }
}

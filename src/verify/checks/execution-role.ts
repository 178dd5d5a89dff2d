import { textAt } from '../../model/json.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, isEcrImage, listContainers, listWithin, runsOnFargate } from '../containers.ts'

/**
 * The execution role is there where ECS acts for the task before it runs: for secrets always, for ECR, private
 * registries and awslogs on Fargate, where no instance has a role of its own (ECS developer guide, "Task execution IAM
 * role").
 */
export const executionRole: Check = {
  name: 'execution-role',
  needsAws: false,
  run(subject) {
    const { taskDefinition } = subject
    const reasons = [...new Set(listContainers(subject).flatMap((container) => listReasons(container, subject)))]
    if (taskDefinition === undefined || reasons.length === 0) return []
    const role = textAt(taskDefinition.document, ['executionRoleArn']) ?? ''
    const place = { check: 'execution-role', location: taskDefinition.locate(['executionRoleArn']) }
    if (role !== '') return [{ ...place, subject: role, status: 'ok', message: 'is set' }]
    return [
      {
        ...place,
        subject: 'executionRoleArn',
        status: 'failed',
        message: `is missing, but needed for ${reasons.join(', ')}`,
        hint: 'Set executionRoleArn to a role with the policy AmazonECSTaskExecutionRolePolicy and access to the secrets.',
      },
    ]
  },
}

function listReasons(container: Item, subject: Subject): readonly string[] {
  const reasons = listWithin(container, 'secrets').length > 0 ? ['secrets'] : []
  if (!runsOnFargate(subject)) return reasons
  if (isEcrImage(textAt(container.value, ['image']) ?? '')) reasons.push('images in ECR')
  if (container.value['repositoryCredentials'] !== undefined) reasons.push('private registries')
  if (textAt(container.value, ['logConfiguration', 'logDriver']) === 'awslogs') reasons.push('the awslogs driver')
  return reasons
}

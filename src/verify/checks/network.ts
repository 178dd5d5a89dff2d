import type { Definition } from '../../model/definition.ts'
import type { Finding } from '../../model/diagnosis.ts'
import { isList, numberAt, textAt, valueAt } from '../../model/json.ts'
import type { Check, Subject } from '../check.ts'
import { type Item, listContainers, listWithin, runsOnFargate } from '../containers.ts'

/** Network mode, network configuration and host ports fit together. */
export const network: Check = {
  name: 'network',
  needsAws: false,
  run(subject) {
    const { taskDefinition } = subject
    if (taskDefinition === undefined) return []
    const mode = textAt(taskDefinition.document, ['networkMode']) ?? ''
    return [
      ...judgeMode(subject, taskDefinition, mode),
      ...judgeService(subject, mode),
      ...(mode === 'awsvpc' ? listContainers(subject).flatMap(judgePorts) : []),
    ]
  },
}

function judgeMode(subject: Subject, taskDefinition: Definition, mode: string): readonly Finding[] {
  if (mode === 'awsvpc' || !runsOnFargate(subject)) return []
  return [
    {
      check: 'network',
      subject: 'networkMode',
      status: 'failed',
      message: `Fargate takes the network mode awsvpc only, not ${mode || 'the default bridge'}`,
      hint: 'Set networkMode to awsvpc.',
      location: taskDefinition.locate(['networkMode']),
    },
  ]
}

function judgeService({ service }: Subject, mode: string): readonly Finding[] {
  if (service === undefined) return []
  const subnets = valueAt(service.document, ['networkConfiguration', 'awsvpcConfiguration', 'subnets'])
  const configured = isList(subnets) && subnets.length > 0
  const place = {
    check: 'network',
    subject: 'networkConfiguration',
    location: service.locate(['networkConfiguration', 'awsvpcConfiguration']),
  }
  if (mode === 'awsvpc' && !configured) {
    const hint = 'Add networkConfiguration.awsvpcConfiguration with subnets and security groups.'
    return [{ ...place, status: 'failed', message: 'the network mode awsvpc needs subnets', hint }]
  }
  if (mode !== 'awsvpc' && configured) {
    const hint = 'Set networkMode to awsvpc in the task definition, or remove networkConfiguration.'
    const message = `a network configuration goes with the network mode awsvpc, not ${mode || 'the default bridge'}`
    return [{ ...place, status: 'failed', message, hint }]
  }
  return mode === 'awsvpc' ? [{ ...place, status: 'ok', message: 'names subnets' }] : []
}

function judgePorts(container: Item): readonly Finding[] {
  return listWithin(container, 'portMappings').flatMap((mapping): readonly Finding[] => {
    const host = numberAt(mapping.value, ['hostPort'])
    const port = numberAt(mapping.value, ['containerPort'])
    if (host === undefined || host === 0 || host === port) return []
    return [
      {
        check: 'network',
        subject: `${container.name} port ${port ?? ''}`.trimEnd(),
        status: 'failed',
        message: `under awsvpc the host port is the container port, not ${host}`,
        hint: 'Remove hostPort, or give it the value of containerPort.',
        location: mapping.locate('hostPort'),
      },
    ]
  })
}

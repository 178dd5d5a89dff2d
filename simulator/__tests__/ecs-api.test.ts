import { describe, expect, it } from '@jest/globals'
import { targetGroupArn } from '../scenario.ts'
import { ACCOUNT, type Answer, base, fargate, NETWORK, tell } from './ecs-story.ts'

const empty = { timings: { jitter: 0 } }
const ARN = `arn:aws:ecs:us-east-1:${ACCOUNT}`

describe('RegisterTaskDefinition', () => {
  it('answers with what it filled in', () => {
    const story = tell(empty)
    const { taskDefinition, tags } = story.call('RegisterTaskDefinition', {
      ...fargate('api'),
      tags: [{ key: 'team', value: 'a' }],
    })
    expect(taskDefinition).toMatchObject({
      taskDefinitionArn: `${ARN}:task-definition/api:1`,
      revision: 1,
      status: 'ACTIVE',
      compatibilities: ['EC2', 'FARGATE'],
      registeredAt: story.scenario.start / 1000,
      registeredBy: `arn:aws:iam::${ACCOUNT}:user/tester`,
      volumes: [],
      containerDefinitions: [
        {
          cpu: 0,
          essential: true,
          environment: [],
          mountPoints: [],
          volumesFrom: [],
          portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
        },
      ],
    })
    expect(tags).toEqual([{ key: 'team', value: 'a' }])
    expect(story.call('RegisterTaskDefinition', fargate('api')).taskDefinition.revision).toBe(2)
  })

  it('writes sizes as numbers', () => {
    const { taskDefinition } = tell(empty).call('RegisterTaskDefinition', {
      ...fargate('api'),
      cpu: '1 vCPU',
      memory: '2GB',
    })
    expect(taskDefinition).toMatchObject({ cpu: '1024', memory: '2048' })
  })

  const task = (more: object) => fargate('api', undefined, more)
  const container = (more: object) => fargate('api', undefined, {}, more)
  const two = (more: object) => ({
    ...fargate('api'),
    containerDefinitions: [
      { name: 'a', image: 'a', dependsOn: [{ containerName: 'b', condition: 'START' }] },
      { name: 'b', image: 'b', ...more },
    ],
  })
  const ec2 = (more: object) => ({
    family: 'api',
    containerDefinitions: [{ name: 'app', image: 'app', memory: 128, ...more }],
  })
  const logs = (options: object) => container({ logConfiguration: { logDriver: 'awslogs', options } })

  it.each<[string, object, string | RegExp]>([
    ['no family', task({ family: undefined }), 'Family can not be blank.'],
    ['a family with spaces', task({ family: 'a b!c' }), 'Family contains invalid characters.'],
    ['no containers', task({ containerDefinitions: [] }), 'Container list cannot be empty.'],
    ['no name', container({ name: undefined }), 'Container.name should not be null or empty.'],
    ['a bad name', container({ name: 'a b' }), 'Container.name contains invalid characters.'],
    ['no image', container({ image: '' }), 'Container.image should not be null or empty.'],
    ['a bad image', container({ image: 'a b' }), 'Container.image contains invalid characters.'],
    ['the same name twice', two({ name: 'a' }), 'Container names must be unique.'],
    ['nothing essential', container({ essential: false }), /at least one container must be essential/],
    ['a network mode that is none', ec2({}) && { ...ec2({}), networkMode: 'foo' }, /'foo' at 'networkMode'/],
    ['a compatibility that is none', { ...ec2({}), requiresCompatibilities: ['LAMBDA'] }, /'LAMBDA'/],
    ['fargate in bridge mode', task({ networkMode: 'bridge' }), 'Fargate only supports network mode ‘awsvpc’.'],
    ['fargate without cpu', task({ cpu: undefined }), "Fargate requires that 'cpu' be defined at the task level."],
    [
      'fargate without memory',
      task({ memory: undefined }),
      "Fargate requires that 'memory' be defined at the task level.",
    ],
    ['an odd cpu', task({ cpu: '300' }), /^No Fargate configuration exists for given values: 300 CPU, 512 memory\./],
    [
      'too much memory',
      task({ memory: '30720' }),
      /^No Fargate configuration exists for given values: 256 CPU, 30720 memory\./,
    ],
    [
      'no memory on EC2',
      ec2({ memory: undefined }),
      "Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.",
    ],
    [
      'a soft limit above the hard one',
      ec2({ memoryReservation: 256 }),
      /'memory' must be greater than 'memoryReservation'/,
    ],
    ['containers that want more cpu', container({ cpu: 512 }), /^The sum of all container 'cpu' values/],
    [
      'another host port',
      container({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    ],
    [
      'a port without number',
      container({ portMappings: [{}] }),
      "Invalid 'containerPort' setting for container 'app'.",
    ],
    ['a host name', container({ hostname: 'x' }), 'hostname is not supported on container when networkMode=awsvpc.'],
    ['links', container({ links: ['x'] }), 'Links are not supported when networkMode=awsvpc.'],
    ['pidMode host', task({ pidMode: 'host' }), /do not support pidMode 'host'/],
    ['privileged', container({ privileged: true }), /do not support privileged/],
    ['a role that is none', task({ taskRoleArn: 'arn:x' }), 'Role is not valid'],
    [
      'awslogs without a role',
      task({ executionRoleArn: undefined }),
      'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    ],
    [
      'awslogs without options',
      logs({}),
      'Log driver awslogs requires options: awslogs-region, awslogs-group, awslogs-stream-prefix',
    ],
    [
      'awslogs without a prefix on Fargate',
      logs({ 'awslogs-region': 'r', 'awslogs-group': 'g' }),
      'Log driver awslogs requires options: awslogs-stream-prefix',
    ],
    ['a log driver that is none', container({ logConfiguration: { logDriver: 'paper' } }), /'paper' at 'logDriver'/],
    [
      'a log driver that Fargate lacks',
      container({ logConfiguration: { logDriver: 'syslog' } }),
      /syslog is not supported by Fargate/,
    ],
    [
      'secrets without a role',
      { ...ec2({ secrets: [{ name: 'A', valueFrom: 'x' }] }) },
      /container secrets, you must also specify a value for 'executionRoleArn'/,
    ],
    [
      'a secret named as a variable',
      container({ environment: [{ name: 'A', value: '1' }], secrets: [{ name: 'A', valueFrom: 'x' }] }),
      /^The secret name must be unique .* such as 'A'\.$/,
    ],
    [
      'an ECR image without a role',
      {
        ...task({ executionRoleArn: undefined }),
        containerDefinitions: [{ name: 'a', image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/a:1` }],
      },
      /to support ECR images/,
    ],
    ['an unknown volume', container({ mountPoints: [{ sourceVolume: 'data' }] }), "Unknown volume 'data'."],
    [
      'an unknown dependency',
      container({ dependsOn: [{ containerName: 'db', condition: 'START' }] }),
      /depends on container 'db' that does not exist/,
    ],
    [
      'waiting for the success of an essential one',
      {
        ...two({}),
        containerDefinitions: [
          { name: 'a', image: 'a', dependsOn: [{ containerName: 'b', condition: 'SUCCESS' }] },
          { name: 'b', image: 'b' },
        ],
      },
      /cannot be an essential container/,
    ],
    [
      'waiting for health that nobody checks',
      {
        ...two({}),
        containerDefinitions: [
          { name: 'a', image: 'a', dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }] },
          { name: 'b', image: 'b' },
        ],
      },
      /needs a health check/,
    ],
    ['waiting in a circle', two({ dependsOn: [{ containerName: 'a', condition: 'START' }] }), /contain a cycle/],
    ['an empty list of tags', task({ tags: [] }), 'Tags can not be empty.'],
  ])('refuses %s', (_, input, message) => {
    const refusal = tell(empty).refusal('RegisterTaskDefinition', input)
    expect(refusal).toMatch(/^ClientException: /)
    if (typeof message === 'string') expect(refusal).toBe(`ClientException: ${message}`)
    else expect(refusal.replace('ClientException: ', '')).toMatch(message)
  })

  it.each<[object, RegExp]>([
    [{ ...fargate('api'), cpu: 256 }, /^SerializationException: NUMBER_VALUE can not be converted to a String/],
    [{ ...fargate('api'), tags: [{ key: '', value: 'x' }] }, /^InvalidParameterException: Tag keys/],
    [
      { ...fargate('api'), tags: [{ key: 'aws:x', value: 'x' }] },
      /^InvalidParameterException: aws: prefixed tag key names are not allowed/,
    ],
    [
      {
        ...fargate('api'),
        tags: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      /^InvalidParameterException: Duplicate tag keys/,
    ],
  ])('refuses %j', (input, message) => expect(tell(empty).refusal('RegisterTaskDefinition', input)).toMatch(message))

  it.each([
    ['256', '512'],
    ['256', '2048'],
    ['512', '3072'],
    ['8192', '61440'],
    ['16384', '122880'],
    ['.25 vcpu', '0.5 GB'],
  ])('knows the Fargate size %s/%s', (cpu, memory) => {
    expect(tell(empty).refusal('RegisterTaskDefinition', { ...fargate('api'), cpu, memory })).toBe('not refused')
  })
})

describe('task definitions', () => {
  const three = () => {
    const story = tell(empty)
    for (let revision = 1; revision <= 3; revision++) story.call('RegisterTaskDefinition', fargate('api'))
    story.call('RegisterTaskDefinition', fargate('api-worker'))
    return story
  }
  const names = (answer: Answer) => answer.taskDefinitionArns.map((arn: string) => arn.split('/').at(-1))

  it('lists exactly a family, in order, in pages', () => {
    const story = three()
    expect(names(story.call('ListTaskDefinitions', { familyPrefix: 'api' }))).toEqual(['api:1', 'api:2', 'api:3'])
    const first = story.call('ListTaskDefinitions', { familyPrefix: 'api', sort: 'DESC', maxResults: 2 })
    expect(names(first)).toEqual(['api:3', 'api:2'])
    const second = story.call('ListTaskDefinitions', {
      familyPrefix: 'api',
      sort: 'DESC',
      maxResults: 2,
      nextToken: first.nextToken,
    })
    expect(names(second)).toEqual(['api:1'])
    expect(second.nextToken).toBeUndefined()
    expect(story.call('ListTaskDefinitionFamilies', { familyPrefix: 'api' }).families).toEqual(['api', 'api-worker'])
  })

  it('family alone is the newest ACTIVE revision; INACTIVE can still be described, not run', () => {
    const story = three()
    expect(story.refusal('DeregisterTaskDefinition', { taskDefinition: 'api' })).toBe(
      'ClientException: Revision is missing.',
    )
    const { taskDefinition } = story.call('DeregisterTaskDefinition', { taskDefinition: 'api:3' })
    expect(taskDefinition).toMatchObject({ status: 'INACTIVE', deregisteredAt: expect.any(Number) })
    expect(story.call('DescribeTaskDefinition', { taskDefinition: 'api' }).taskDefinition.revision).toBe(2)
    expect(story.call('DescribeTaskDefinition', { taskDefinition: 'api:3' }).taskDefinition.status).toBe('INACTIVE')
    expect(names(story.call('ListTaskDefinitions', { status: 'INACTIVE' }))).toEqual(['api:3'])
    expect(story.refusal('RunTask', { taskDefinition: 'api:3' })).toBe('ClientException: TaskDefinition is inactive')
    expect(story.call('RegisterTaskDefinition', fargate('api')).taskDefinition.revision).toBe(4)
  })

  it.each([
    ['none', 'ClientException: Unable to describe task definition.'],
    ['api:9', 'ClientException: Unable to describe task definition.'],
    ['api:x', 'ClientException: Invalid revision number. Number: x'],
  ])('%s cannot be described', (taskDefinition, message) => {
    expect(three().refusal('DescribeTaskDefinition', { taskDefinition })).toBe(message)
  })

  it('are deleted when deregistered, and stay describable', () => {
    const story = three()
    story.call('DeregisterTaskDefinition', { taskDefinition: 'api:1' })
    const { taskDefinitions, failures } = story.call('DeleteTaskDefinitions', {
      taskDefinitions: ['api:1', 'api:2', 'api:7'],
    })
    expect(taskDefinitions.map((one: Answer) => one.status)).toEqual(['DELETE_IN_PROGRESS'])
    expect(failures.map((one: Answer) => one.arn.split('/').at(-1))).toEqual(['api:2', 'api:7'])
    expect(story.call('DescribeTaskDefinition', { taskDefinition: 'api:1' }).taskDefinition.status).toBe(
      'DELETE_IN_PROGRESS',
    )
  })
})

const groups = {
  targetGroups: [{ name: 'api' }, { name: 'loose', unattached: true }, { name: 'ec2', targetType: 'instance' }],
}
const group = (name: string) => {
  const { scenario } = tell(groups)
  const found = scenario.targetGroups.find((one) => one.name === name)
  return found === undefined ? 'arn:none' : targetGroupArn(scenario, found)
}

describe('CreateService', () => {
  const good = {
    serviceName: 'web',
    taskDefinition: 'api',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: NETWORK,
  }
  const balanced = (more: object) => ({
    ...good,
    loadBalancers: [{ targetGroupArn: group('api'), containerName: 'app', containerPort: 80, ...more }],
  })

  it('answers the service with a deployment under way, which succeeds', () => {
    const story = tell(base())
    const { service } = story.call('CreateService', { ...good, tags: [{ key: 'a', value: 'b' }] })
    expect(service).toMatchObject({
      serviceArn: `${ARN}:service/default/web`,
      status: 'ACTIVE',
      runningCount: 0,
      tags: [{ key: 'a', value: 'b' }],
      deployments: [{ status: 'PRIMARY', rolloutState: 'IN_PROGRESS' }],
      deploymentController: { type: 'ECS' },
    })
    story.until(() => story.deployments('web')[0].status === 'SUCCESSFUL', 120)
    expect(story.service('web')).toMatchObject({ runningCount: 1, currentServiceRevisions: [{ runningTaskCount: 1 }] })
  })

  it.each<[string, object, string | RegExp]>([
    ['a name that is taken', { ...good, serviceName: 'api' }, 'Creation of service was not idempotent.'],
    [
      'no network',
      { ...good, networkConfiguration: undefined },
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      'no subnets',
      { ...good, networkConfiguration: { awsvpcConfiguration: { subnets: [] } } },
      'subnets can not be empty.',
    ],
    [
      'two ways to say where',
      { ...good, capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] },
      /^Specify either Launch Type or Capacity Provider Strategy/,
    ],
    [
      'an unknown capacity provider',
      { ...good, launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'asg' }] },
      /'asg' was not found/,
    ],
    ['a controller that is none', { ...good, deploymentController: { type: 'BOGUS' } }, /'BOGUS'/],
    ['no count', { ...good, desiredCount: undefined }, /Desired count/],
    [
      'percentages that block',
      { ...good, deploymentConfiguration: { maximumPercent: 100 } },
      /cannot be 100 as this will block deployments/,
    ],
    [
      'grace without a load balancer',
      { ...good, healthCheckGracePeriodSeconds: 30 },
      'Health check grace period is only valid for services configured to use load balancers',
    ],
    ['an unknown target group', balanced({ targetGroupArn: 'arn:none' }), /arn:none does not exist/],
    [
      'a target group of nobody',
      balanced({ targetGroupArn: group('loose') }),
      /does not have an associated load balancer\.$/,
    ],
    [
      'a target group for instances',
      balanced({ targetGroupArn: group('ec2') }),
      /has target type instance, which is incompatible with the awsvpc network mode/,
    ],
    [
      'a container that is not there',
      balanced({ containerName: 'nginx' }),
      'The container nginx does not exist in the task definition.',
    ],
    ['no container', balanced({ containerName: undefined }), 'Container Name can not be blank.'],
    [
      'a port that is not there',
      balanced({ containerPort: 8080 }),
      'The container app did not have a container port 8080 defined.',
    ],
    ['no task definition', { ...good, taskDefinition: undefined }, 'TaskDefinition can not be blank.'],
  ])('refuses %s', (_, input, message) => {
    const refusal = tell(base(groups)).refusal('CreateService', input)
    expect(refusal).toMatch(/^InvalidParameterException: /)
    const told = refusal.replace('InvalidParameterException: ', '')
    if (typeof message === 'string') expect(told).toBe(message)
    else expect(told).toMatch(message)
  })

  it.each([
    [{ ...good, cluster: 'nope' }, 'ClusterNotFoundException: Cluster not found.'],
    [{ ...good, taskDefinition: 'nope' }, 'ClientException: TaskDefinition not found.'],
  ])('refuses %j', (input, message) => expect(tell(base()).refusal('CreateService', input)).toBe(message))

  it('twice the same is the same; a draining service must be gone first', () => {
    const story = tell(base())
    const { serviceArn } = story.call('CreateService', good).service
    expect(story.call('CreateService', good).service.serviceArn).toBe(serviceArn)
    story.pass(60)
    story.call('DeleteService', { service: 'web', force: true })
    expect(story.refusal('CreateService', good)).toBe(
      'InvalidParameterException: Unable to Start a service that is still Draining.',
    )
    story.until(() => story.service('web').status === 'INACTIVE', 60)
    expect(story.call('CreateService', good).service.status).toBe('ACTIVE')
  })
})

describe('UpdateService', () => {
  it.each([
    [
      'CODE_DEPLOY',
      { taskDefinition: 'api:2' },
      'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    ],
    [
      'CODE_DEPLOY',
      { forceNewDeployment: true },
      'Cannot force a new deployment on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    ],
    [
      'EXTERNAL',
      { taskDefinition: 'api:2' },
      'Unable to update task definition on services with a EXTERNAL deployment controller.',
    ],
  ])('under %s refuses %j', (type, input, message) => {
    const story = tell(base({}, { deploymentController: { type } }))
    expect(story.refusal('UpdateService', { service: 'api', ...input })).toBe(`InvalidParameterException: ${message}`)
    expect(story.call('UpdateService', { service: 'api', desiredCount: 1 }).service).toMatchObject({
      desiredCount: 1,
      deployments: [],
    })
    expect(story.call('ListServiceDeployments', { service: 'api' }).serviceDeployments).toEqual([])
  })

  it.each([
    [{ service: 'nope' }, 'ServiceNotFoundException: Service not found.'],
    [{ service: 'api', cluster: 'nope' }, 'ClusterNotFoundException: Cluster not found.'],
    [{ service: 'api', taskDefinition: 'api:9' }, 'ClientException: TaskDefinition not found.'],
    [{ service: 'api', desiredCount: '2' }, 'SerializationException: STRING_VALUE can not be converted to an Integer'],
  ])('refuses %j', (input, message) => expect(tell(base()).refusal('UpdateService', input)).toBe(message))

  it('moves from launch type to capacity providers only by force', () => {
    const story = tell(base())
    const input = { service: 'api', capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
    expect(story.refusal('UpdateService', input)).toMatch(/you must force a new deployment\.$/)
    const { service } = story.call('UpdateService', { ...input, forceNewDeployment: true })
    expect(service).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }],
    })
    expect(service.launchType).toBeUndefined()
    story.pass(120)
    expect(story.tasks()[0]).toMatchObject({ capacityProviderName: 'FARGATE_SPOT', launchType: 'FARGATE' })
  })

  it('merges a deployment configuration into the one that is there', () => {
    const configuration = { maximumPercent: 150, deploymentCircuitBreaker: { enable: true, rollback: true } }
    const story = tell(base({}, { deploymentConfiguration: configuration }))
    const input = { service: 'api', deploymentConfiguration: { minimumHealthyPercent: 50 } }
    expect(story.call('UpdateService', input).service.deploymentConfiguration).toMatchObject({
      ...configuration,
      minimumHealthyPercent: 50,
    })
  })

  it('leaves alone what it is not told', () => {
    const story = tell(base({}, { enableExecuteCommand: true, deploymentConfiguration: { maximumPercent: 150 } }))
    const { service } = story.call('UpdateService', { service: 'api', desiredCount: 3 })
    expect(service).toMatchObject({
      enableExecuteCommand: true,
      deploymentConfiguration: { maximumPercent: 150, minimumHealthyPercent: 100 },
    })
  })
})

describe('reading services', () => {
  it('names what is missing with its full ARN', () => {
    const { services, failures } = tell(base()).call('DescribeServices', {
      services: ['api', `${ARN}:service/default/nope`],
    })
    expect(services).toHaveLength(1)
    expect(services[0].tags).toBeUndefined()
    expect(failures).toEqual([{ arn: `${ARN}:service/default/nope`, reason: 'MISSING' }])
  })

  it.each([
    ['DescribeServices', { services: [] }, /^InvalidParameterException: Services cannot be empty\./],
    ['DescribeServices', { services: Array(11).fill('api') }, /^InvalidParameterException: /],
    ['DescribeServices', { cluster: 'nope', services: ['api'] }, /^ClusterNotFoundException/],
    ['ListServices', { maxResults: 101 }, /^InvalidParameterException/],
    ['ListServices', { nextToken: 'made-up' }, /^InvalidParameterException: Invalid token/],
    ['ListTasks', { serviceName: 'nope' }, /^ServiceNotFoundException/],
    ['ListTasks', { startedBy: 'x', serviceName: 'api' }, /^InvalidParameterException: .*startedBy/],
    ['ListTasks', { startedBy: 'x', desiredStatus: 'STOPPED' }, /^InvalidParameterException: .*startedBy/],
    ['ListTasks', { desiredStatus: 'GONE' }, /^InvalidParameterException: .*'GONE'/],
    ['DescribeTasks', { tasks: [] }, /^InvalidParameterException/],
    ['StopTask', { task: 'nope' }, /^InvalidParameterException: The referenced task was not found\./],
    ['DescribeServiceDeployments', { serviceDeploymentArns: [] }, /^InvalidParameterException/],
  ])('%s %j is refused', (operation, input, message) => expect(tell(base()).refusal(operation, input)).toMatch(message))

  it('pages through many', () => {
    const services = Array.from({ length: 12 }, (_, index) => ({
      serviceName: `s${index}`,
      taskDefinition: 'api:1',
      desiredCount: 0,
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
    }))
    const story = tell({ ...base(), services })
    const first = story.call('ListServices')
    expect(first.serviceArns).toHaveLength(10)
    expect(story.call('ListServices', { nextToken: first.nextToken }).serviceArns).toHaveLength(2)
  })
})

describe('service deployments', () => {
  it('are listed newest first, by status and by time', () => {
    const story = tell(base())
    story.pass(100)
    const before = story.scenario.start / 1000 + 50
    story.call('UpdateService', { service: 'api', taskDefinition: 'api:2' })
    const list = (more: object) =>
      story
        .call('ListServiceDeployments', { service: 'api', ...more })
        .serviceDeployments.map((one: Answer) => one.status)
    expect(list({})).toEqual(['PENDING', 'SUCCESSFUL'])
    expect(list({ status: ['SUCCESSFUL'] })).toEqual(['SUCCESSFUL'])
    expect(list({ createdAt: { after: before } })).toEqual(['PENDING'])
    expect(list({ createdAt: { before } })).toEqual(['SUCCESSFUL'])
  })

  it('may be listed late', () => {
    const story = tell(base({ timings: { listLag: 6 } }))
    story.call('UpdateService', { service: 'api', taskDefinition: 'api:2' })
    const count = () => story.call('ListServiceDeployments', { service: 'api' }).serviceDeployments.length
    expect(count()).toBe(1)
    story.pass(6)
    expect(count()).toBe(2)
  })

  it('are not linked with deployments[] by any id', () => {
    const story = tell(base())
    const { service } = story.call('UpdateService', { service: 'api', taskDefinition: 'api:2' })
    const [{ id }] = service.deployments
    expect(JSON.stringify(story.deployments())).not.toContain(id.replace('ecs-svc/', ''))
  })

  it('lead to revisions that hold no counts, configuration or tags', () => {
    const story = tell(base())
    story.call('UpdateService', { service: 'api', taskDefinition: 'api:2' })
    const arn = story.deployments()[0].targetServiceRevision.arn
    const { serviceRevisions, failures } = story.call('DescribeServiceRevisions', {
      serviceRevisionArns: [arn, 'arn:nope'],
    })
    expect(serviceRevisions[0]).toMatchObject({
      serviceRevisionArn: arn,
      taskDefinition: `${ARN}:task-definition/api:2`,
      launchType: 'FARGATE',
      containerImages: [{ containerName: 'app' }],
    })
    for (const absent of ['desiredCount', 'deploymentConfiguration', 'tags'])
      expect(serviceRevisions[0][absent]).toBeUndefined()
    expect(failures).toEqual([{ arn: 'arn:nope', reason: 'MISSING' }])
  })
})

describe('tasks', () => {
  it('of RunTask run, log and end; they are forgotten after an hour', () => {
    const logs = [{ message: 'migrated' }]
    const story = tell(
      base({ tasks: [{ match: { taskDefinition: 'api:2' }, fate: { kind: 'exit', code: 3, after: 10 }, logs }] }),
    )
    const { tasks } = story.call('RunTask', {
      taskDefinition: 'api:2',
      launchType: 'FARGATE',
      networkConfiguration: NETWORK,
      startedBy: 'me',
      overrides: { containerOverrides: [{ name: 'app', command: ['migrate'] }] },
    })
    const [{ taskArn }] = tasks
    expect(tasks[0]).toMatchObject({
      lastStatus: 'PROVISIONING',
      group: 'family:api',
      startedBy: 'me',
      overrides: { containerOverrides: [{ name: 'app', command: ['migrate'] }] },
    })
    expect(story.call('ListTasks', { startedBy: 'me' }).taskArns).toEqual([taskArn])
    const look = () => story.call('DescribeTasks', { tasks: [taskArn] })
    story.until(() => look().tasks[0].lastStatus === 'STOPPED', 120)
    expect(look().tasks[0]).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 3 }] })
    expect(story.logs.map(({ message }) => message)).toEqual(['migrated'])
    expect(story.call('ListTasks', { family: 'api', desiredStatus: 'STOPPED' }).taskArns).toEqual([taskArn])
    story.pass(3601)
    expect(look()).toEqual({ tasks: [], failures: [{ arn: taskArn, reason: 'MISSING' }] })
  })

  it.each([
    [{ taskDefinition: 'api:1', launchType: 'FARGATE' }, /Network Configuration must be provided/],
    [{ taskDefinition: 'api:1', count: 11, networkConfiguration: NETWORK }, /Count must be between 1 and 10/],
    [
      {
        taskDefinition: 'api:1',
        launchType: 'FARGATE',
        networkConfiguration: NETWORK,
        overrides: { containerOverrides: [{ name: 'x' }] },
      },
      /named x is not a container/,
    ],
    [
      {
        taskDefinition: 'api:1',
        launchType: 'FARGATE',
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
        networkConfiguration: NETWORK,
      },
      /but not both/,
    ],
  ])('RunTask refuses %j', (input, message) => expect(tell(base()).refusal('RunTask', input)).toMatch(message))

  it('RunTask on EC2 without room answers with failures', () => {
    const ec2 = { family: 'job', containerDefinitions: [{ name: 'job', image: 'job', cpu: 512, memory: 256 }] }
    const story = tell({
      clusters: [{ name: 'default', instances: [{ cpu: 1024, memory: 1024 }] }],
      taskDefinitions: [{ input: ec2 }],
    })
    const { tasks, failures } = story.call('RunTask', { taskDefinition: 'job', count: 3 })
    expect(tasks).toHaveLength(2)
    expect(failures).toEqual([{ arn: expect.stringContaining(':container-instance/default/'), reason: 'RESOURCE:CPU' }])
  })
})

describe('clusters and tags', () => {
  it('clusters are made once, described, counted and deleted when empty', () => {
    const story = tell(base())
    expect(story.call('CreateCluster', { clusterName: 'prod' }).cluster.clusterArn).toBe(`${ARN}:cluster/prod`)
    expect(story.call('ListClusters').clusterArns).toEqual([`${ARN}:cluster/default`, `${ARN}:cluster/prod`])
    expect(story.call('DescribeClusters', { clusters: ['default', 'nope'] })).toMatchObject({
      clusters: [{ clusterName: 'default', activeServicesCount: 1, runningTasksCount: 2 }],
      failures: [{ arn: `${ARN}:cluster/nope`, reason: 'MISSING' }],
    })
    expect(story.refusal('DeleteCluster', { cluster: 'default' })).toMatch(/^ClusterContainsServicesException/)
    expect(story.call('DeleteCluster', { cluster: 'prod' }).cluster.status).toBe('INACTIVE')
    expect(story.refusal('RunTask', { cluster: 'prod', taskDefinition: 'api' })).toBe(
      'ClusterNotFoundException: The referenced cluster was inactive.',
    )
  })

  it('tags are merged, removed and listed', () => {
    const story = tell(base())
    const resourceArn = story.service().serviceArn
    story.call('TagResource', {
      resourceArn,
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' },
      ],
    })
    story.call('TagResource', { resourceArn, tags: [{ key: 'a', value: '3' }] })
    story.call('UntagResource', { resourceArn, tagKeys: ['b'] })
    expect(story.call('ListTagsForResource', { resourceArn }).tags).toEqual([{ key: 'a', value: '3' }])
    expect(story.service().tags).toEqual([{ key: 'a', value: '3' }])
    expect(story.refusal('TagResource', { resourceArn: `${ARN}:service/default/no`, tags: [] })).toMatch(
      /^ResourceNotFoundException/,
    )
  })

  it('tasks get the tags of their service', () => {
    const story = tell(base({}, { propagateTags: 'SERVICE', tags: [{ key: 'team', value: 'a' }] }))
    const [{ taskArn }] = story.tasks()
    expect(story.call('DescribeTasks', { tasks: [taskArn], include: ['TAGS'] }).tasks[0].tags).toEqual([
      { key: 'team', value: 'a' },
    ])
  })

  it.each([
    ['us-east-1', 'arn:aws:ecs:us-east-1'],
    ['cn-north-1', 'arn:aws-cn:ecs:cn-north-1'],
    ['us-gov-west-1', 'arn:aws-us-gov:ecs:us-gov-west-1'],
  ])('ARNs of %s', (region, start) => {
    expect(tell({ region }).call('ListClusters').clusterArns).toEqual([`${start}:${ACCOUNT}:cluster/default`])
  })
})

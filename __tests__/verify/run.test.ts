import { describe, expect, it } from '@jest/globals'
import type { Definition } from '../../src/model/definition.ts'
import type { Finding } from '../../src/model/diagnosis.ts'
import { formatPath, type JsonObject } from '../../src/model/json.ts'
import type { Aws } from '../../src/model/ports.ts'
import type { Config } from '../../src/model/project.ts'
import type { Subject, VerifyOptions } from '../../src/verify/check.ts'
import { runChecks, verdictOf } from '../../src/verify/run.ts'
import { type Account, accountWith, refusingWith } from './aws.ts'

const config: Config = {
  file: 'ecspresso.yml',
  region: 'us-east-1',
  cluster: 'prod',
  service: 'api',
  timeout: 0,
  ignoreTags: [],
  document: {},
  locate: () => ({ file: 'ecspresso.yml' }),
}

function definition(file: string, document: JsonObject | undefined): Definition | undefined {
  return document && { file, document, locate: (path) => ({ file, path: formatPath(path) }) }
}

function subjectOf(taskDefinition?: JsonObject, service?: JsonObject): Subject {
  return {
    config,
    taskDefinition: definition('task.json', taskDefinition),
    service: definition('service.json', service),
  }
}

type Documents = readonly [task?: JsonObject | undefined, service?: JsonObject | undefined]

/** `status subject: message @place` of one check's findings. */
async function findingsOf(
  check: string,
  documents: Documents,
  { aws, options = { getSecrets: true } }: { aws?: Aws; options?: VerifyOptions } = {},
): Promise<readonly string[]> {
  const findings = await runChecks(subjectOf(...documents), aws, options)
  return findings.filter((finding) => finding.check === check).map(format)
}

function format({ status, subject, message, location }: Finding): string {
  return `${status} ${subject}: ${message} @${location?.path ?? location?.file}`
}

const app = (more: JsonObject = {}): JsonObject => ({
  containerDefinitions: [{ name: 'app', image: 'nginx', ...more }],
})
const fargate = (more: JsonObject = {}): JsonObject => ({
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  ...app(),
  ...more,
})

describe('checks that ask AWS', () => {
  const ecr = '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1'
  const awslogs = (options: JsonObject) => app({ logConfiguration: { logDriver: 'awslogs', options } })
  const group = { 'awslogs-group': '/ecs/app', 'awslogs-region': 'us-east-1' }
  const balanced: JsonObject = {
    loadBalancers: [{ targetGroupArn: 'tg-1', advancedConfiguration: { alternateTargetGroupArn: 'tg-2' } }],
  }
  it.each<[string, string, Account, Documents, readonly string[]]>([
    ['cluster', 'is there', { clusters: { prod: 'ACTIVE' } }, [], ['ok prod: is ACTIVE @ecspresso.yml']],
    ['cluster', 'is absent', {}, [], ['failed prod: does not exist in this region @ecspresso.yml']],
    ['cluster', 'is gone', { clusters: { prod: 'INACTIVE' } }, [], ['failed prod: is INACTIVE @ecspresso.yml']],
    [
      'image',
      'is there',
      { images: { [ecr]: { kind: 'found', digest: 'sha256:1' } } },
      [app({ image: ecr })],
      [`ok app (${ecr}): exists: sha256:1 @containerDefinitions[0].image`],
    ],
    [
      'image',
      'is absent',
      { images: { [ecr]: { kind: 'absent', message: 'The image with tag 1 does not exist' } } },
      [app({ image: ecr })],
      [`failed app (${ecr}): The image with tag 1 does not exist @containerDefinitions[0].image`],
    ],
    [
      'image',
      'is elsewhere',
      {},
      [app()],
      ['skipped app (nginx): is not in ECR; only ECR is asked @containerDefinitions[0].image'],
    ],
    ['image', 'is not named', {}, [app({ image: '' })], []],
    [
      'log-group',
      'is there',
      { groups: ['us-east-1//ecs/app'] },
      [awslogs(group)],
      ['ok app (/ecs/app): exists @containerDefinitions[0].logConfiguration.options.awslogs-group'],
    ],
    [
      'log-group',
      'is there, in another region',
      { groups: ['us-east-1//ecs/app'] },
      [awslogs({ ...group, 'awslogs-region': 'eu-west-1' })],
      [
        'failed app (/ecs/app): does not exist in eu-west-1 @containerDefinitions[0].logConfiguration.options.awslogs-group',
      ],
    ],
    [
      'log-group',
      'is to be created',
      {},
      [awslogs({ ...group, 'awslogs-create-group': 'true' })],
      [
        'ok app (/ecs/app): does not exist yet; the log driver creates it @containerDefinitions[0].logConfiguration.options.awslogs-group',
      ],
    ],
    ['log-group', 'belongs to another driver', {}, [app({ logConfiguration: { logDriver: 'splunk' } })], []],
    [
      'secret',
      'values',
      { secrets: ['/db/password'] },
      [
        app({
          secrets: [
            { name: 'DB', valueFrom: '/db/password' },
            { name: 'KEY', valueFrom: '/none' },
          ],
          logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'splunk-token', valueFrom: '/token' }] },
        }),
      ],
      [
        'ok app DB (/db/password): can be read @containerDefinitions[0].secrets[0].valueFrom',
        'failed app KEY (/none): the parameter /none does not exist @containerDefinitions[0].secrets[1].valueFrom',
        'failed app splunk-token (/token): the parameter /token does not exist ' +
          '@containerDefinitions[0].logConfiguration.secretOptions[0].valueFrom',
      ],
    ],
    [
      'target-group',
      'one of two is there',
      { targetGroups: ['tg-1'] },
      [undefined, balanced],
      [
        'ok tg-1: exists @loadBalancers[0].targetGroupArn',
        'failed tg-2: does not exist @loadBalancers[0].advancedConfiguration.alternateTargetGroupArn',
      ],
    ],
    [
      'target-group',
      'a classic load balancer',
      {},
      [undefined, { loadBalancers: [{ loadBalancerName: 'old' }] }],
      ['skipped old: is a classic load balancer, which is not checked @loadBalancers[0]'],
    ],
  ])('%s: %s', async (check, _name, account, documents, expected) => {
    expect(await findingsOf(check, documents, { aws: accountWith(account) })).toEqual(expected)
  })

  it('does not read secrets when told not to', async () => {
    const documents: [JsonObject] = [app({ secrets: [{ name: 'DB', valueFrom: '/db' }] })]
    const options = { getSecrets: false }
    expect(await findingsOf('secret', documents, { aws: accountWith({}), options })).toEqual([
      'skipped app DB (/db): values are not read (--no-get-secrets) @containerDefinitions[0].secrets[0].valueFrom',
    ])
  })

  const everything: [JsonObject, JsonObject] = [
    app({
      secrets: [{ name: 'DB', valueFrom: '/db' }],
      logConfiguration: { logDriver: 'awslogs', options: group },
    }),
    { loadBalancers: [{ targetGroupArn: 'tg-1' }] },
  ]

  it('warns where a permission is missing, and goes on', async () => {
    const aws = refusingWith('AccessDeniedException', 'User is not allowed')
    const findings = await runChecks(subjectOf(...everything), aws, { getSecrets: true })
    const warnings = findings.filter(({ status }) => status === 'warning').map(({ message }) => message)
    expect(warnings).toEqual([
      'could not check (missing permission ecs:DescribeClusters)',
      'could not check (missing permission ecr:DescribeImages)',
      'could not check (missing permission ssm:GetParameters)',
      'could not check (missing permission logs:DescribeLogGroups)',
      'could not check (missing permission elasticloadbalancing:DescribeTargetGroups)',
    ])
  })

  it('names the action that IAM refused', async () => {
    const message = 'User: arn:aws:sts::1:x is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:y'
    const findings = await findingsOf('cluster', [], { aws: refusingWith('AccessDeniedException', message) })
    expect(findings).toEqual(['warning prod: could not check (missing permission kms:Decrypt) @ecspresso.yml'])
  })

  it('fails where AWS refuses for another reason', async () => {
    const aws = refusingWith('ExpiredTokenException', 'The security token is expired')
    expect(await findingsOf('cluster', [], { aws })).toEqual([
      'failed prod: could not check: ExpiredTokenException: The security token is expired (ecs:DescribeClusters) @ecspresso.yml',
    ])
  })

  it('asks nothing offline', async () => {
    const findings = await runChecks(subjectOf(...everything), undefined, { getSecrets: true })
    const asking = ['cluster', 'image', 'secret', 'log-group', 'target-group']
    expect(findings.filter(({ check }) => asking.includes(check))).toEqual([])
    expect(findings.map(({ check }) => check)).toContain('container')
  })
})

describe('checks of the files', () => {
  const vpc = (more: JsonObject = {}) => ({ networkMode: 'awsvpc', ...app(more) })
  const subnets = { networkConfiguration: { awsvpcConfiguration: { subnets: ['a'] } } }
  const size = '@memory'
  it.each<[string, string, Documents, readonly string[]]>([
    ['container', 'complete', [app()], ['ok app: has a name and an image @containerDefinitions[0]']],
    ['container', 'none', [{}], ['failed task.json: the task definition has no container @containerDefinitions']],
    [
      'container',
      'incomplete',
      [{ containerDefinitions: [{ image: 'a' }, { name: 'b' }, { name: 'c', image: 'x' }, { name: 'c', image: 'y' }] }],
      [
        'failed : has no name @containerDefinitions[0]',
        'failed b: has no image @containerDefinitions[1]',
        'failed c: has the name of another container @containerDefinitions[2]',
        'failed c: has the name of another container @containerDefinitions[3]',
      ],
    ],
    [
      'reference',
      'dangling',
      [
        {
          volumes: [{ name: 'data' }],
          ...app({
            dependsOn: [{ containerName: 'db' }, { containerName: 'app' }],
            mountPoints: [{ sourceVolume: 'data' }, { sourceVolume: 'tmp' }],
            volumesFrom: [{ sourceContainer: 'files' }],
          }),
        },
      ],
      [
        'failed app dependsOn: the task definition has no container db @containerDefinitions[0].dependsOn[0].containerName',
        'failed app volumesFrom: the task definition has no container files @containerDefinitions[0].volumesFrom[0].sourceContainer',
        'failed app mountPoints: the task definition has no volume tmp @containerDefinitions[0].mountPoints[1].sourceVolume',
      ],
    ],
    [
      'secret-reference',
      'incomplete',
      [app({ secrets: [{ name: 'A' }, { valueFrom: '/b' }, { name: 'C', valueFrom: '/c' }] })],
      [
        'failed app A: has no valueFrom @containerDefinitions[0].secrets[0]',
        'failed app: a secret has no name @containerDefinitions[0].secrets[1]',
      ],
    ],
    [
      'log-options',
      'missing',
      [app({ logConfiguration: { logDriver: 'awslogs' } })],
      [
        'failed app: the awslogs driver lacks awslogs-group and awslogs-region @containerDefinitions[0].logConfiguration.options',
      ],
    ],
    [
      'log-options',
      'without a prefix on Fargate',
      [
        fargate(
          app({ logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g', 'awslogs-region': 'r' } } }),
        ),
      ],
      [
        'warning app: the awslogs driver has no awslogs-stream-prefix, which Fargate asks for ' +
          '@containerDefinitions[0].logConfiguration.options',
      ],
    ],
    ['fargate-size', 'offered', [fargate()], [`ok cpu 256, memory 512: is a size that Fargate offers ${size}`]],
    [
      'fargate-size',
      'offered, with units',
      [fargate({ cpu: '1 vCPU', memory: '3 GB' })],
      [`ok cpu 1024, memory 3072: is a size that Fargate offers ${size}`],
    ],
    [
      'fargate-size',
      'too much memory',
      [fargate({ memory: '4096' })],
      [`failed cpu 256, memory 4096: Fargate does not offer this memory with cpu 256 ${size}`],
    ],
    [
      'fargate-size',
      'no such cpu',
      [fargate({ cpu: '300' })],
      ['failed cpu 300, memory 512: Fargate does not offer this cpu @cpu'],
    ],
    [
      'fargate-size',
      'none',
      [fargate({ cpu: '', memory: '' })],
      ['failed cpu missing, memory missing: Fargate does not offer this cpu @cpu'],
    ],
    ['fargate-size', 'not asked on EC2', [app({ cpu: 100 })], []],
    [
      'fargate-size',
      'asked because of the service',
      [{ cpu: '512', memory: '512', ...app() }, { launchType: 'FARGATE' }],
      [`failed cpu 512, memory 512: Fargate does not offer this memory with cpu 512 ${size}`],
    ],
    [
      'network',
      'complete',
      [vpc(), subnets],
      ['ok networkConfiguration: names subnets @networkConfiguration.awsvpcConfiguration'],
    ],
    [
      'network',
      'without configuration',
      [vpc(), {}],
      ['failed networkConfiguration: the network mode awsvpc needs subnets @networkConfiguration.awsvpcConfiguration'],
    ],
    [
      'network',
      'with a configuration too many',
      [app(), subnets],
      [
        'failed networkConfiguration: a network configuration goes with the network mode awsvpc, not the default bridge ' +
          '@networkConfiguration.awsvpcConfiguration',
      ],
    ],
    [
      'network',
      'on Fargate with another mode',
      [fargate({ networkMode: 'host' })],
      ['failed networkMode: Fargate takes the network mode awsvpc only, not host @networkMode'],
    ],
    [
      'network',
      'with other host ports',
      [
        vpc({
          portMappings: [
            { containerPort: 80, hostPort: 8080 },
            { containerPort: 81, hostPort: 81 },
            { containerPort: 82 },
          ],
        }),
      ],
      [
        'failed app port 80: under awsvpc the host port is the container port, not 8080 ' +
          '@containerDefinitions[0].portMappings[0].hostPort',
      ],
    ],
    ['network', 'free on EC2', [app({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }), {}], []],
    [
      'load-balancer',
      'ports and containers',
      [
        app({ portMappings: [{ containerPort: 80 }, { containerPortRange: '8000-8010' }] }),
        {
          loadBalancers: [
            { containerName: 'app', containerPort: 80 },
            { containerName: 'app', containerPort: 8001 },
            { containerName: 'app', containerPort: 81 },
            { containerName: 'web', containerPort: 80 },
          ],
        },
      ],
      [
        'ok app:80: is a port of the container @loadBalancers[0].containerPort',
        'ok app:8001: is a port of the container @loadBalancers[1].containerPort',
        'failed app:81: the container app does not open this port @loadBalancers[2].containerPort',
        'failed web:80: the task definition has no container web @loadBalancers[3].containerName',
      ],
    ],
    [
      'port-name',
      'Service Connect and VPC Lattice',
      [
        app({ portMappings: [{ containerPort: 80, name: 'http' }] }),
        {
          serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http' }, { portName: 'grpc' }] },
          vpcLatticeConfigurations: [{ portName: 'http' }],
        },
      ],
      [
        'ok http: is the name of a port mapping @serviceConnectConfiguration.services[0].portName',
        'failed grpc: no port mapping of the task definition has this name @serviceConnectConfiguration.services[1].portName',
        'ok http: is the name of a port mapping @vpcLatticeConfigurations[0].portName',
      ],
    ],
    [
      'execution-role',
      'missing on Fargate',
      [
        fargate(
          app({
            image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1',
            logConfiguration: { logDriver: 'awslogs' },
            secrets: [{ name: 'A', valueFrom: '/a' }],
          }),
        ),
      ],
      [
        'failed executionRoleArn: is missing, but needed for secrets, images in ECR, the awslogs driver @executionRoleArn',
      ],
    ],
    [
      'execution-role',
      'set',
      [{ executionRoleArn: 'role', ...app({ secrets: [{ name: 'A', valueFrom: '/a' }] }) }],
      ['ok role: is set @executionRoleArn'],
    ],
    ['execution-role', 'not needed on EC2', [app({ logConfiguration: { logDriver: 'awslogs' } })], []],
    ['execution-role', 'not needed for a public image', [fargate()], []],
  ])('%s: %s', async (check, _name, documents, expected) => {
    expect(await findingsOf(check, documents)).toEqual(expected)
  })

  it.each([
    ['256', '4096', 'With cpu 256 memory can be 512, 1024, 2048; nearest: 2048.'],
    ['1024', '2500', 'With cpu 1024 memory can be 2048 to 8192 in steps of 1024; nearest: 2048 or 3072.'],
    ['8192', '', 'With cpu 8192 memory can be 16384 to 61440 in steps of 4096; nearest: 16384.'],
    ['300', '512', 'Set cpu to 256 or 512.'],
  ])('names the nearest sizes of cpu %s and memory %s', async (cpu, memory, hint) => {
    const findings = await runChecks(subjectOf(fargate({ cpu, memory })), undefined, { getSecrets: true })
    expect(findings.find(({ check }) => check === 'fargate-size')?.hint).toBe(hint)
  })

  it('finds nothing wrong with documents that are not what they should be', async () => {
    const odd: JsonObject = { containerDefinitions: 'x', requiresCompatibilities: 3, volumes: {}, networkMode: [] }
    const findings = await runChecks(subjectOf(odd, { loadBalancers: 7, networkConfiguration: 'y' }), undefined, {
      getSecrets: true,
    })
    expect(findings.map(({ check }) => check)).toEqual(['container'])
  })
})

describe('verdictOf', () => {
  const finding = (status: Finding['status']): Finding => ({
    check: 'image',
    subject: 'app (x:1)',
    status,
    message: 'does not exist',
  })
  it.each<[readonly Finding['status'][], boolean, string]>([
    [[], true, 'Verify OK!'],
    [['ok'], true, 'Verify OK!'],
    [['ok', 'warning', 'warning', 'skipped'], true, 'Verify OK! 2 warnings, 1 check skipped'],
    [['ok', 'failed'], false, 'verify image failed: app (x:1): does not exist'],
    [['failed', 'failed', 'failed'], false, 'verify image failed: app (x:1): does not exist, and 2 more'],
  ])('of %j', (statuses, passed, sentence) => {
    expect(verdictOf(statuses.map(finding))).toEqual({ passed, sentence })
  })
})

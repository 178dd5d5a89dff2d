import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { UserError } from '../../src/errors.ts'
import type { Aws } from '../../src/model/ports.ts'
import type { Environment } from '../../src/model/project.ts'
import { openView, shopOf } from './world.ts'

const asks: Readonly<Record<string, (aws: Aws) => Promise<unknown>>> = {
  ECS: (aws) => aws.ecs.describeCluster('demo'),
  ECR: (aws) => aws.images.findImage('123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1'),
  STS: (aws) => aws.identity.account(),
  SSM: (aws) => aws.secrets.checkSecret('/name'),
  SECRETS_MANAGER: (aws) => aws.secrets.checkSecret('arn:aws:secretsmanager:us-east-1:123456789012:secret:name'),
  CLOUDWATCH_LOGS: (aws) => aws.logs.hasGroup('/ecs/api', 'us-east-1'),
  ELASTIC_LOAD_BALANCING_V2: (aws) =>
    aws.targetGroups.exists('arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/a/b'),
  APPLICATION_AUTO_SCALING: (aws) => aws.scaling.readTarget({ cluster: 'demo', service: 'api' }),
}
const services = Object.keys(asks)

/** Where the call of a service goes. */
async function urlOf(service: string, environment: Environment, region = 'us-east-1'): Promise<string | undefined> {
  const view = openView(shopOf([]), { environment, region })
  await asks[service]?.(view.aws)
  return view.sent[0]?.url
}

describe('endpoints', () => {
  it.each([
    ['ECS', 'https://ecs.us-east-1.amazonaws.com/'],
    ['ECR', 'https://api.ecr.us-east-1.amazonaws.com/'],
    ['STS', 'https://sts.us-east-1.amazonaws.com/'],
    ['SSM', 'https://ssm.us-east-1.amazonaws.com/'],
    ['SECRETS_MANAGER', 'https://secretsmanager.us-east-1.amazonaws.com/'],
    ['CLOUDWATCH_LOGS', 'https://logs.us-east-1.amazonaws.com/'],
    ['ELASTIC_LOAD_BALANCING_V2', 'https://elasticloadbalancing.us-east-1.amazonaws.com/'],
    ['APPLICATION_AUTO_SCALING', 'https://application-autoscaling.us-east-1.amazonaws.com/'],
  ])('of %s are those of AWS when nothing is said', async (service, url) => {
    expect(await urlOf(service, {})).toBe(url)
  })

  it('of China end as China does', async () => {
    expect(await urlOf('ECS', {}, 'cn-north-1')).toBe('https://ecs.cn-north-1.amazonaws.com.cn/')
  })

  it.each(services)('of %s are what AWS_ENDPOINT_URL says', async (service) => {
    expect(await urlOf(service, { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' })).toBe('http://127.0.0.1:4566/')
  })

  it.each(services)('of %s are what AWS_ENDPOINT_URL_… says, of no other', async (service) => {
    const environment = { AWS_ENDPOINT_URL: 'http://all.test', [`AWS_ENDPOINT_URL_${service}`]: 'http://one.test:1' }
    expect(await urlOf(service, environment)).toBe('http://one.test:1/')
    const other = services.find((one) => one !== service) ?? ''
    expect(await urlOf(other, environment)).toBe('http://all.test/')
  })

  it.each(['true', 'True', 'TRUE'])('that are configured are ignored with %s', async (ignore) => {
    const environment = {
      AWS_ENDPOINT_URL: 'http://all.test',
      AWS_ENDPOINT_URL_ECS: 'http://one.test',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ignore,
    }
    expect(await urlOf('ECS', environment)).toBe('https://ecs.us-east-1.amazonaws.com/')
  })

  it.each(['false', ''])('that are configured hold with %j', async (ignore) => {
    const environment = { AWS_ENDPOINT_URL: 'http://all.test', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: ignore }
    expect(await urlOf('ECS', environment)).toBe('http://all.test/')
  })

  it('that are empty count as unset', async () => {
    const environment = { AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_ECS: '' }
    expect(await urlOf('ECS', environment)).toBe('https://ecs.us-east-1.amazonaws.com/')
  })
})

describe('a region that is missing', () => {
  const variables = [
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_PROFILE',
    'AWS_CONFIG_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
  ]
  const before = new Map(variables.map((name) => [name, process.env[name]]))

  beforeEach(() => {
    for (const name of variables) delete process.env[name]
    process.env['AWS_CONFIG_FILE'] = '/nowhere/config'
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/nowhere/credentials'
  })
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it.each(['ECS', 'STS', 'SSM'])('is the mistake of the user, and says what to set (%s)', async (service) => {
    const view = openView(shopOf([]), { region: '' })
    const error: unknown = await asks[service]?.(view.aws).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UserError)
    expect(error).toMatchObject({
      message: 'no AWS region is set',
      hint: expect.stringContaining('AWS_REGION'),
      category: 'config/client',
    })
    expect(view.sent).toEqual([])
  })

  it('is the same under a role', async () => {
    const { aws } = openView(shopOf([]), { region: '', assumeRoleArn: 'arn:aws:iam::210987654321:role/r' })
    await expect(aws.ecs.describeCluster('demo')).rejects.toBeInstanceOf(UserError)
  })
})

import { describe, expect, it } from '@jest/globals'
import { callsOf, openView, shopOf } from './world.ts'

const role = 'arn:aws:iam::123456789012:role/production'
const roles = [{ name: 'production', trust: ['123456789012'] }]
const service = { cluster: 'demo', service: 'api' }

describe('who calls', () => {
  it('is the account of the credentials, asked once', async () => {
    const view = openView(shopOf([], { account: '210987654321' }))
    expect(await Promise.all([view.aws.identity.account(), view.aws.identity.account()])).toEqual([
      '210987654321',
      '210987654321',
    ])
    expect(callsOf(view, 'GetCallerIdentity')).toHaveLength(1)
  })

  it('is asked for again after a failure', async () => {
    const faults = [{ operation: 'sts:GetCallerIdentity', kind: 'refused', times: 1 }]
    const { aws } = openView(shopOf([], { faults }))
    await expect(aws.identity.account()).rejects.toMatchObject({ service: 'sts' })
    expect(await aws.identity.account()).toBe('123456789012')
  })

  it('sends a session token along', async () => {
    const { aws, sent } = openView(shopOf([]), { environment: { AWS_SESSION_TOKEN: 'token-of-the-session' } })
    await aws.ecs.describeCluster('demo')
    expect(sent.map(({ headers }) => headers['x-amz-security-token'])).toEqual(['token-of-the-session'])
  })
})

describe('under a role', () => {
  it('everything is asked by the role, which the first credentials assume', async () => {
    const view = openView(shopOf(['api'], { roles }), { assumeRoleArn: role })
    const { aws } = view
    await Promise.all([
      aws.ecs.describeService(service),
      aws.ecs.describeCluster('demo'),
      aws.logs.hasGroup('/ecs/api', 'us-east-1'),
      aws.images.findImage('123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1'),
      aws.secrets.checkSecret('/name'),
      aws.scaling.readTarget(service),
      aws.identity.account(),
    ])
    const callers = view.simulator.state().calls.map(({ operation, principal }) => [operation, principal])
    const assumed = callers.filter(([operation]) => operation === 'AssumeRole')
    expect(assumed).toEqual([['AssumeRole', expect.stringContaining('assumed-role/deployer/')]])
    expect(new Set(callers.filter(([operation]) => operation !== 'AssumeRole').map(([, caller]) => caller))).toEqual(
      new Set(['arn:aws:sts::123456789012:assumed-role/production/ecspresso-action']),
    )
  })

  it('of another account, the account is that of the role', async () => {
    const { aws } = openView(shopOf([]), { assumeRoleArn: 'arn:aws:iam::210987654321:role/deploy' })
    expect(await aws.identity.account()).toBe('210987654321')
  })

  it('nobody is asked before something is needed', () => {
    expect(openView(shopOf([], { roles }), { assumeRoleArn: role }).sent).toEqual([])
  })

  it('credentials are renewed when five minutes are left of their hour, not before', async () => {
    const view = openView(shopOf(['api'], { roles }), { assumeRoleArn: role })
    const { clock } = view.simulator
    const startedAt = clock.now()
    const minutes: number[] = []
    for (const pause of [0, 30, 24, 2, 1, 53, 2]) {
      await clock.sleep(pause * 60_000)
      await view.aws.ecs.describeCluster('demo')
      minutes.push((clock.now() - startedAt) / 60_000)
    }
    expect(minutes).toEqual([0, 30, 54, 56, 57, 110, 112])
    expect(callsOf(view, 'AssumeRole').map(({ at }) => (at - startedAt) / 60_000)).toEqual([0, 56, 112])
    expect(callsOf(view, 'DescribeClusters').every(({ principal }) => principal?.includes('/production/'))).toBe(true)
  })

  it('a refusal of the role is told as what it is, and not remembered', async () => {
    const faults = [{ operation: 'sts:AssumeRole', kind: 'refused', times: 1 }]
    const { aws } = openView(shopOf(['api'], { roles, faults }), { assumeRoleArn: role })
    await expect(aws.ecs.describeCluster('demo')).rejects.toMatchObject({
      service: 'sts',
      operation: 'AssumeRole',
      code: expect.stringMatching(/^AccessDenied/),
    })
    expect(await aws.ecs.describeCluster('demo')).toMatchObject({ clusterName: 'demo' })
  })

  it('a throttled AssumeRole is asked again, six times for one call that needs it', async () => {
    const faults = [{ operation: 'sts:AssumeRole', kind: 'throttled', times: 8 }]
    const view = openView(shopOf(['api'], { roles, faults }), { assumeRoleArn: role })
    await expect(view.aws.ecs.describeCluster('demo')).rejects.toMatchObject({
      service: 'sts',
      code: expect.stringMatching(/^Throttling/),
    })
    expect(callsOf(view, 'AssumeRole')).toHaveLength(6)
    expect(await view.aws.ecs.describeCluster('demo')).toMatchObject({ clusterName: 'demo' })
    expect(callsOf(view, 'AssumeRole')).toHaveLength(9)
  })

  it('a role whose credentials AWS calls expired is assumed again, once for each call', async () => {
    const faults = [{ operation: 'ecs:DescribeClusters', kind: 'expired', times: 3 }]
    const view = openView(shopOf(['api'], { roles, faults }), { assumeRoleArn: role })
    await expect(view.aws.ecs.describeCluster('demo')).rejects.toMatchObject({ code: 'ExpiredTokenException' })
    expect(callsOf(view, 'AssumeRole')).toHaveLength(2)
    expect(await view.aws.ecs.describeCluster('demo')).toMatchObject({ clusterName: 'demo' })
    expect(callsOf(view, 'AssumeRole')).toHaveLength(3)
  })
})

describe('the end of credentials', () => {
  const end = '2026-11-01T10:00:00Z'

  it.each([
    ['is known from the environment', { AWS_CREDENTIAL_EXPIRATION: end }, Date.parse(end)],
    ['is not known', {}, undefined],
    ['is not known from what is no time', { AWS_CREDENTIAL_EXPIRATION: 'soon' }, undefined],
  ])('%s', async (_, environment, expected) => {
    const { aws } = openView(shopOf([]), { environment })
    await aws.ecs.describeCluster('demo')
    expect(aws.identity.expiresAt()).toBe(expected)
  })

  it('is that of the first credentials under a role, which is renewed', async () => {
    const wanted = { assumeRoleArn: role, environment: { AWS_CREDENTIAL_EXPIRATION: end } }
    const { aws } = openView(shopOf([], { roles }), wanted)
    await aws.ecs.describeCluster('demo')
    expect(aws.identity.expiresAt()).toBe(Date.parse(end))
  })
})

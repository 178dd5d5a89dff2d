import { describe, expect, it } from '@jest/globals'
import { callsOf, openView, serviceInput, shopOf, taskDefinition, type View } from './world.ts'

const names = Array.from({ length: 12 }, (_, index) => `svc-${index + 1}`)

describe('describeService', () => {
  it('asks for twelve services in two calls, ten names at most in each', async () => {
    const view = openView(shopOf(names))
    const found = await Promise.all(names.map((service) => view.aws.ecs.describeService({ cluster: 'demo', service })))
    expect(found.map((service) => service?.serviceName)).toEqual(names)
    const asked = callsOf(view, 'DescribeServices').map(({ input }) => input['services'])
    expect(asked).toEqual([names.slice(0, 10), names.slice(10)])
  })

  it('asks each cluster on its own', async () => {
    const view = openView({
      ...shopOf(['api']),
      clusters: [{ name: 'demo' }, { name: 'other' }],
      services: [serviceInput('api'), serviceInput('api', { cluster: 'other', desiredCount: 3 })],
    })
    const found = await Promise.all(
      ['demo', 'other'].map((cluster) => view.aws.ecs.describeService({ cluster, service: 'api' })),
    )
    expect(found.map((service) => service?.desiredCount)).toEqual([1, 3])
    expect(callsOf(view, 'DescribeServices').map(({ input }) => input['cluster'])).toEqual(['demo', 'other'])
  })

  it('asks once for a service that several want at once, and anew for who comes later', async () => {
    const view = openView(shopOf(['api']))
    const ask = () => view.aws.ecs.describeService({ cluster: 'demo', service: 'api' })
    await Promise.all([ask(), ask(), ask()])
    expect(callsOf(view, 'DescribeServices').map(({ input }) => input['services'])).toEqual([['api']])
    view.simulator.ask('ecs', 'UpdateService', { cluster: 'demo', service: 'api', desiredCount: 5 })
    expect(await ask()).toMatchObject({ desiredCount: 5 })
  })

  it('finds a service by its ARN, with tags, and nothing where none is', async () => {
    const view = openView({
      ...shopOf([]),
      services: [serviceInput('api', { tags: [{ key: 'team', value: 'a' }] })],
    })
    const service = 'arn:aws:ecs:us-east-1:123456789012:service/demo/api'
    const [known, unknown] = await Promise.all([
      view.aws.ecs.describeService({ cluster: 'demo', service }),
      view.aws.ecs.describeService({ cluster: 'demo', service: 'web' }),
    ])
    expect(known).toMatchObject({ serviceName: 'api', tags: [{ key: 'team', value: 'a' }] })
    expect(unknown).toBeUndefined()
  })

  it('tells an error to everybody who asked, and only to them', async () => {
    const faults = [{ operation: 'ecs:DescribeServices', kind: 'refused', times: 2 }]
    const view = openView(shopOf(names, { faults }))
    const ask = (service: string) => view.aws.ecs.describeService({ cluster: 'demo', service })
    const results = await Promise.allSettled(names.map(ask))
    expect(results).toEqual(
      names.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'AccessDeniedException' }) })),
    )
    expect(await ask('svc-1')).toMatchObject({ serviceName: 'svc-1' })
  })

  it('lets one cluster fail without the other', async () => {
    const view = openView(shopOf(['api']))
    const results = await Promise.allSettled(
      ['demo', 'nowhere'].map((cluster) => view.aws.ecs.describeService({ cluster, service: 'api' })),
    )
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { serviceName: 'api' } },
      { status: 'rejected', reason: { code: 'ClusterNotFoundException' } },
    ])
  })
})

describe('task definitions', () => {
  const arn = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:1'

  it('are read once', async () => {
    const view = openView(shopOf([]))
    const [one, other] = await Promise.all([
      view.aws.ecs.describeTaskDefinition(arn),
      view.aws.ecs.describeTaskDefinition(arn),
    ])
    const later = await view.aws.ecs.describeTaskDefinition(arn)
    expect(one).toMatchObject({ arn, definition: { family: 'api', revision: 1 }, tags: [] })
    expect([other, later]).toEqual([one, one])
    expect(callsOf(view, 'DescribeTaskDefinition')).toHaveLength(1)
  })

  it('are not read when they have just been registered', async () => {
    const view = openView(shopOf([]))
    const tags = [{ key: 'team', value: 'a' }]
    const registered = await view.aws.ecs.registerTaskDefinition({ ...taskDefinition('api', 'app:2'), tags })
    expect(registered).toMatchObject({ arn: arn.replace(/1$/, '2'), tags })
    expect(await view.aws.ecs.describeTaskDefinition(registered.arn)).toEqual(registered)
    expect(callsOf(view, 'DescribeTaskDefinition')).toEqual([])
  })

  it.each(['api:9', 'web', 'web:1'])('that do not exist are undefined: %s', async (name) => {
    const { aws } = openView(shopOf([]))
    expect(await aws.ecs.describeTaskDefinition(name)).toBeUndefined()
  })

  it('are asked for again after a failure', async () => {
    const faults = [{ operation: 'ecs:DescribeTaskDefinition', kind: 'refused', times: 1 }]
    const { aws } = openView(shopOf([], { faults }))
    await expect(aws.ecs.describeTaskDefinition('api:1')).rejects.toMatchObject({ code: 'AccessDeniedException' })
    expect(await aws.ecs.describeTaskDefinition('api:1')).toMatchObject({ arn })
  })

  it.each([
    ['all of them', undefined, 205, [100, 100, 100]],
    ['the newest one', 1, 1, [1]],
    ['a hundred', 100, 100, [100]],
    ['more than a page', 150, 150, [100, 100]],
  ])('are listed newest first, page by page: %s', async (_, limit, count, pages) => {
    const view = openView({
      clusters: [{ name: 'demo' }],
      taskDefinitions: [
        ...Array.from({ length: 205 }, () => ({ input: taskDefinition('api') })),
        { input: taskDefinition('api-worker') },
      ],
    })
    const arns = await view.aws.ecs.listTaskDefinitions('api', limit)
    expect(arns.map((one) => one.split('/')[1])).toEqual(
      Array.from({ length: count }, (_, index) => `api:${205 - index}`),
    )
    expect(callsOf(view, 'ListTaskDefinitions').map(({ input }) => input['maxResults'])).toEqual(pages)
  })

  it('leave the list when they are deregistered', async () => {
    const { aws } = openView({ ...shopOf([]), taskDefinitions: [1, 2].map(() => ({ input: taskDefinition('api') })) })
    await aws.ecs.deregisterTaskDefinition('api:2')
    expect(await aws.ecs.listTaskDefinitions('api')).toEqual([arn])
  })
})

describe('stopped tasks', () => {
  const service = { cluster: 'demo', service: 'api' }
  const startedBy = async (view: View) => {
    const found = await view.aws.ecs.describeService(service)
    return new Set((found?.deployments ?? []).map(({ id }) => id ?? ''))
  }
  const crashing = (desiredCount: number) =>
    openView({
      ...shopOf([]),
      services: [serviceInput('api', { desiredCount })],
      tasks: [{ match: { image: 'app:2' }, fate: { kind: 'exit', code: 1, after: 1 } }],
      taskDefinitions: [{ input: taskDefinition('api') }, { input: taskDefinition('api', 'app:2') }],
    })

  it('are listed page by page and each is read once, a hundred at a time', async () => {
    const view = crashing(60)
    const { ecs } = view.aws
    await ecs.updateService({ ...service, taskDefinition: 'api:2' })
    const running = await startedBy(view)
    await view.simulator.clock.sleep(400_000)
    const tasks = await ecs.listStoppedTasks(service, running)
    const describedNow = callsOf(view, 'DescribeTasks').map(({ input }) => input['tasks'])
    expect(callsOf(view, 'ListTasks').length).toBeGreaterThan(1)
    expect(tasks.length).toBeGreaterThan(100)
    expect(new Set(tasks.map(({ taskArn }) => taskArn)).size).toBe(tasks.length)
    expect(Math.max(...describedNow.map((arns) => (Array.isArray(arns) ? arns.length : 0)))).toBe(100)

    const stopped = new Set(tasks.filter(({ lastStatus }) => lastStatus === 'STOPPED').map(({ taskArn }) => taskArn))
    await view.simulator.clock.sleep(30_000)
    await ecs.listStoppedTasks(service, running)
    const again = callsOf(view, 'DescribeTasks').slice(describedNow.length)
    expect(again.flatMap(({ input }) => input['tasks']).filter((arn) => stopped.has(String(arn)))).toEqual([])
  })

  it('are those of the deployments that are asked for', async () => {
    const view = crashing(1)
    await view.aws.ecs.updateService({ ...service, taskDefinition: 'api:2' })
    await view.simulator.clock.sleep(120_000)
    expect(await view.aws.ecs.listStoppedTasks(service, new Set(['ecs-svc/0000000000000000000']))).toEqual([])
    expect(await view.aws.ecs.listStoppedTasks(service, await startedBy(view))).not.toEqual([])
  })
})

describe('readTimes', () => {
  it('tells how long a target group takes over its targets, and asks once', async () => {
    const arn = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1'
    const view = openView({ targetGroups: [{ name: 'web', port: 80, arn, deregistrationDelay: 40 }] })
    const times = { becomingHealthy: 150, deregistrationDelay: 40 }
    expect(await Promise.all([view.aws.targetGroups.readTimes(arn), view.aws.targetGroups.readTimes(arn)])).toEqual([
      times,
      times,
    ])
    expect(callsOf(view, 'DescribeTargetGroupAttributes')).toHaveLength(1)
  })
})

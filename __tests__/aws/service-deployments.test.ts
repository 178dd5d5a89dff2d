import { describe, expect, it } from '@jest/globals'
import { callsOf, openView, serviceInput, taskDefinition, type View } from './world.ts'

const service = { cluster: 'demo', service: 'api' }

const openShop = () =>
  openView({
    clusters: [{ name: 'demo' }],
    taskDefinitions: ['app:1', 'app:2', 'app:3'].map((image) => ({ input: taskDefinition('api', image) })),
    services: [serviceInput('api')],
  })

/** Deploys `api:2` to its end, then begins with `api:3`; answers when that was (ms). */
async function deployTwice({ aws, simulator }: View): Promise<number> {
  await aws.ecs.updateService({ ...service, taskDefinition: 'api:2' })
  await simulator.clock.sleep(600_000)
  const second = simulator.clock.now()
  await aws.ecs.updateService({ ...service, taskDefinition: 'api:3' })
  await simulator.clock.sleep(10_000)
  return second
}

describe('service deployments', () => {
  it('are listed newest first', async () => {
    const view = openShop()
    await deployTwice(view)
    const listed = await view.aws.ecs.listServiceDeployments(service, {})
    expect(listed.slice(0, 2).map(({ status }) => status)).toEqual(['IN_PROGRESS', 'SUCCESSFUL'])
    const times = listed.map(({ createdAt }) => createdAt?.getTime() ?? 0)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  })

  it('are listed by time', async () => {
    const view = openShop()
    const second = await deployTwice(view)
    const { ecs } = view.aws
    const later = await ecs.listServiceDeployments(service, { createdAfter: second - 1_000 })
    expect(later.map(({ status }) => status)).toEqual(['IN_PROGRESS'])
  })

  it('are described with the revisions they go from and to', async () => {
    const view = openShop()
    await deployTwice(view)
    const { ecs } = view.aws
    const [{ serviceDeploymentArn = '' } = {}] = await ecs.listServiceDeployments(service, {})
    const described = await ecs.describeServiceDeployment(serviceDeploymentArn)
    expect(described).toMatchObject({ serviceDeploymentArn, status: 'IN_PROGRESS' })
    const arns = [described?.targetServiceRevision?.arn ?? '', described?.sourceServiceRevisions?.[0]?.arn ?? '']
    const revisions = await ecs.describeServiceRevisions(arns)
    expect(revisions.map(({ taskDefinition: arn }) => arn?.split('/')[1]).toSorted()).toEqual(['api:2', 'api:3'])
  })

  it('are stopped by going back', async () => {
    const view = openShop()
    await deployTwice(view)
    const { ecs } = view.aws
    const [{ serviceDeploymentArn = '' } = {}] = await ecs.listServiceDeployments(service, {})
    await ecs.stopServiceDeployment(serviceDeploymentArn)
    expect(callsOf(view, 'StopServiceDeployment').map(({ input }) => input)).toEqual([
      { serviceDeploymentArn, stopType: 'ROLLBACK' },
    ])
    await view.simulator.clock.sleep(600_000)
    expect(await ecs.describeServiceDeployment(serviceDeploymentArn)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
    expect((await ecs.describeService(service))?.taskDefinition).toMatch(/api:2$/)
  })
})

it('tags are added and removed by key', async () => {
  const { aws } = openShop()
  const arn = 'arn:aws:ecs:us-east-1:123456789012:service/demo/api'
  await aws.ecs.tagResource(arn, [
    { key: 'team', value: 'a' },
    { key: 'stage', value: 'b' },
  ])
  await aws.ecs.untagResource(arn, ['team'])
  expect(await aws.ecs.describeService(service)).toMatchObject({ tags: [{ key: 'stage', value: 'b' }] })
})

it.each([
  ['demo', 'demo'],
  ['nowhere', undefined],
])('the cluster %s is %s', async (name, found) => {
  const { aws } = openShop()
  expect((await aws.ecs.describeCluster(name))?.clusterName).toBe(found)
})

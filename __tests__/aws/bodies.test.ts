import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/model/json.ts'
import type { EcsPort } from '../../src/model/ports.ts'
import { openView, serviceInput, shopOf, taskDefinition } from './world.ts'

/** A document with members that no SDK knows yet, at every depth. */
function withNews(document: JsonObject): JsonObject {
  return {
    ...document,
    newsAtTheTop: { deep: [{ deeper: true }], nothing: null, count: 1.5, text: 'Größe – 大' },
    ...(Array.isArray(document['containerDefinitions'])
      ? {
          containerDefinitions: document['containerDefinitions'].map((container) => ({
            ...Object(container),
            newsOfAContainer: 1,
            linuxParameters: { initProcessEnabled: true, newsOfLinux: ['x'] },
          })),
        }
      : {
          networkConfiguration: {
            awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'], newsOfAVpc: { on: false } },
            newsOfTheNetwork: 'x',
          },
          deploymentConfiguration: { maximumPercent: 200, newsOfDeployments: [] },
        }),
  }
}

const update: JsonObject = { cluster: 'demo', service: 'api', desiredCount: 2 }

describe.each<[string, JsonObject, (ecs: EcsPort, input: JsonObject) => Promise<unknown>]>([
  ['RegisterTaskDefinition', taskDefinition('api', 'app:2'), (ecs, input) => ecs.registerTaskDefinition(input)],
  ['CreateService', serviceInput('web'), (ecs, input) => ecs.createService(input)],
  ['UpdateService', update, (ecs, input) => ecs.updateService(input)],
])('%s', (operation, document, send) => {
  it.each([
    ['a plain document', document],
    ['a document with members that nobody knows', withNews(document)],
    ['a document whose members stand in another order', Object.fromEntries(Object.entries(document).reverse())],
  ])('sends %s as it was written', async (_, input) => {
    const view = openView(shopOf(['api']))
    await send(view.aws.ecs, input)
    const [request] = view.sent
    expect(request?.body).toBe(JSON.stringify(input))
    expect(request?.headers['x-amz-target']).toMatch(new RegExp(`\\.${operation}$`))
    expect(request?.headers['content-length']).toBe(String(Buffer.byteLength(request?.body ?? '')))
  })

  it('sends the same again after throttling', async () => {
    const faults = [{ operation: `ecs:${operation}`, kind: 'throttled', times: 2 }]
    const view = openView(shopOf(['api'], { faults }))
    const input = withNews(document)
    await send(view.aws.ecs, input)
    expect(view.sent.map(({ body }) => JSON.parse(body))).toEqual([input, input, input])
  })
})

it('leaves the judgement of a wrong type to ECS', async () => {
  const view = openView(shopOf(['api']))
  const input = { ...taskDefinition('api'), cpu: 256, containerDefinitions: {} }
  await expect(view.aws.ecs.registerTaskDefinition(input)).rejects.toMatchObject({ code: 'SerializationException' })
  expect(view.sent.map(({ body }) => JSON.parse(body))).toEqual([input])
})

it('sends nothing of one document with another', async () => {
  const view = openView(shopOf(['api']))
  await Promise.all([
    view.aws.ecs.updateService({ ...update, desiredCount: 3 }),
    view.aws.ecs.registerTaskDefinition(taskDefinition('web')),
    view.aws.ecs.describeCluster('demo'),
  ])
  const bodies = view.sent.map(({ headers, body }) => [headers['x-amz-target']?.split('.')[1], JSON.parse(body)])
  expect(Object.fromEntries(bodies)).toEqual({
    UpdateService: { ...update, desiredCount: 3 },
    RegisterTaskDefinition: taskDefinition('web'),
    DescribeClusters: { clusters: ['demo'] },
  })
})

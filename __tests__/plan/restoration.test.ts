import { describe, expect, it } from '@jest/globals'
import type { Service } from '../../src/model/ecs.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { planRestore, planReturn, planTagReturn } from '../../src/plan/restoration.ts'
import { planUpdate } from '../../src/plan/service-plan.ts'
import { definition, running } from './sides.ts'

const name = { cluster: 'prod', service: 'api' }
const target = 'arn:aws:ecs:us-east-1:123456789012:task-definition/api:42'

function update(before: Service, sent: JsonObject, scalingTarget = false) {
  return { name, before: running(before), sent: { ...name, taskDefinition: 'api:43', ...sent }, scalingTarget }
}

describe('planRestore', () => {
  it.each<[string, Service, JsonObject, JsonObject | undefined]>([
    ['a task definition only', {}, {}, undefined],
    ['what a service revision holds', {}, { platformVersion: '1.4.0', loadBalancers: [] }, undefined],
    ['what was sent and did not change', {}, { enableExecuteCommand: false, desiredCount: 2 }, undefined],
    [
      'a part of the deployment configuration that did not change',
      {},
      { deploymentConfiguration: { maximumPercent: 200, deploymentCircuitBreaker: { enable: false } } },
      undefined,
    ],
    [
      'attributes that the service had',
      { healthCheckGracePeriodSeconds: 60, propagateTags: 'SERVICE', enableECSManagedTags: true },
      { healthCheckGracePeriodSeconds: 10, propagateTags: 'TASK_DEFINITION', enableECSManagedTags: false },
      { healthCheckGracePeriodSeconds: 60, propagateTags: 'SERVICE', enableECSManagedTags: true },
    ],
    [
      'attributes that the service did not have',
      { placementConstraints: [] },
      {
        enableExecuteCommand: true,
        availabilityZoneRebalancing: 'ENABLED',
        healthCheckGracePeriodSeconds: 10,
        placementConstraints: [{ type: 'distinctInstance' }],
        propagateTags: 'SERVICE',
      },
      {
        enableExecuteCommand: false,
        availabilityZoneRebalancing: 'DISABLED',
        healthCheckGracePeriodSeconds: 0,
        placementConstraints: [],
        propagateTags: 'NONE',
      },
    ],
    [
      'the whole deployment configuration, with what is new in it switched off',
      { deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100 } },
      {
        deploymentConfiguration: {
          maximumPercent: 150,
          alarms: { alarmNames: ['5xx'], enable: true, rollback: true },
        },
      },
      {
        deploymentConfiguration: {
          alarms: { alarmNames: [], enable: false, rollback: false },
          bakeTimeInMinutes: 0,
          deploymentCircuitBreaker: {
            enable: false,
            resetOnHealthyTask: true,
            rollback: false,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
          },
          maximumPercent: 200,
          minimumHealthyPercent: 100,
          strategy: 'ROLLING',
        },
      },
    ],
    ['the desired count', { desiredCount: 2 }, { desiredCount: 5 }, { desiredCount: 2 }],
  ])('%s', (_name, before, sent, attributes) => {
    expect(planRestore(update(before, sent))).toEqual(attributes && { ...name, ...attributes })
  })

  it('leaves the count to auto scaling', () => {
    expect(planRestore(update({ desiredCount: 2 }, { desiredCount: 5 }, true))).toBeUndefined()
  })
})

describe('planReturn', () => {
  it('names only the target when nothing else changed', () => {
    expect(planReturn({ ...update({}, { desiredCount: 2 }), taskDefinition: target })).toEqual({
      ...name,
      taskDefinition: target,
    })
  })

  it('takes back everything that an update changed', () => {
    const before: Service = {
      desiredCount: 2,
      loadBalancers: [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['a'], assignPublicIp: 'ENABLED' } },
    }
    const { input } = planUpdate({
      name,
      remote: running(before),
      local: definition({
        desiredCount: 3,
        enableExecuteCommand: true,
        networkConfiguration: { awsvpcConfiguration: { subnets: ['b'] } },
        serviceConnectConfiguration: { enabled: true, namespace: 'internal' },
      }),
      taskDefinitionArn: 'api:43',
      desiredCount: -1,
      forceNewDeployment: false,
      updateService: true,
      ignoreTags: [],
    })
    expect(
      planReturn({ name, before: running(before), sent: input, scalingTarget: false, taskDefinition: target }),
    ).toEqual({
      ...name,
      taskDefinition: target,
      desiredCount: 2,
      enableExecuteCommand: false,
      loadBalancers: before.loadBalancers,
      networkConfiguration: before.networkConfiguration,
      serviceConnectConfiguration: { enabled: false },
    })
  })
})

it('takes tags back', () => {
  const before = running({
    tags: [
      { key: 'Changed', value: 'old' },
      { key: 'Removed', value: 'x' },
      { key: 'Kept', value: 'y' },
    ],
  })
  const sent = {
    add: [
      { key: 'Changed', value: 'new' },
      { key: 'Added', value: 'z' },
    ],
    remove: ['Removed'],
  }
  expect(planTagReturn(before, sent)).toEqual({
    add: [
      { key: 'Changed', value: 'old' },
      { key: 'Removed', value: 'x' },
    ],
    remove: ['Added'],
  })
})

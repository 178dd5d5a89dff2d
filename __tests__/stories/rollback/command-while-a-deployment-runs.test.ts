import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tasks = [{ match: { image: '*/api:2' }, fate: { kind: 'stuck' } }]

story(
  'rollback stops the deployment that runs',
  { files: shopFiles(), scenario: shop({ tasks }) },
  async ({ step }) => {
    await step({ command: 'deploy --no-wait' }, { TAG: '2' })
    const rollback = await step({ command: 'rollback' }, { TAG: 'unused' })
    expect(rollback).toMatchObject({
      exit: 0,
      outputs: { outcome: 'succeeded' },
      writes: ['StopServiceDeployment', 'DeregisterTaskDefinition'],
    })
    expect(rollback.outputs['task-definition-arn']).toMatch(/api:1$/)
  },
)

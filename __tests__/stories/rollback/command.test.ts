import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const scenario = shop({ taskDefinitions: [registered('1'), registered('2')] }, { taskDefinition: 'api:2' })

story(
  'rollback goes to the revision before and removes the other',
  { files: shopFiles(), scenario },
  async ({ step }) => {
    const dry = await step({ command: 'rollback --dry-run' }, { TAG: 'unused' })
    expect(dry).toMatchObject({ exit: 0, outputs: { outcome: 'dry-run' }, calls: [] })
    expect(dry.log).toMatch(/UpdateService[\s\S]*DeregisterTaskDefinition/)
    const rollback = await step({ command: 'rollback' }, { TAG: 'unused' })
    expect(rollback).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(rollback.outputs['task-definition-arn']).toMatch(/api:1$/)
    expect(rollback.outputs['previous-task-definition-arn']).toMatch(/api:2$/)
    expect(rollback.writes).toEqual(['UpdateService', 'DeregisterTaskDefinition'])
    const again = await step({ command: 'rollback' }, { TAG: 'unused' })
    expect(again).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'rollback/no-target' },
      calls: [],
    })
    expect(again.log).toContain('rollback target is not found')
  },
)

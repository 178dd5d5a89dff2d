import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const taskDefinitions = [registered('1'), registered('2')]
const tasks = [{ match: { taskDefinition: 'api:2' }, fate: { kind: 'exit', code: 0, after: 3600 } }]
const scenario = shop({ taskDefinitions, tasks }, { taskDefinition: 'api:2' })
const input = { cluster: 'shop', taskDefinition: 'api:2', launchType: 'FARGATE' }
const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } }

story(
  'rollback keeps the revision that a task of its own still runs',
  { files: shopFiles(), scenario },
  async ({ step, simulator }) => {
    simulator.ask('ecs', 'RunTask', { ...input, ...network, startedBy: 'backup' })
    const rollback = await step({ command: 'rollback' }, { TAG: 'unused' })
    expect(rollback).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(rollback.log).toContain('api:2 stays registered: it is in use by RUNNING task')
    expect(rollback.writes).toEqual(['UpdateService'])
  },
)

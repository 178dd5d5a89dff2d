import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const taskDefinitions = [registered('1'), { ...registered('2'), inactive: true }, registered('2')]
const scenario = shop({ taskDefinitions }, { taskDefinition: 'api:3' })

story('rollback says which revisions it skips', { files: shopFiles(), scenario }, async ({ step }) => {
  const rollback = await step({ command: 'rollback' }, { TAG: 'unused' })
  expect(rollback).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(rollback.log).toContain('skipped: api:2 is no longer active')
  expect(rollback.writes).toEqual(['UpdateService', 'DeregisterTaskDefinition'])
})

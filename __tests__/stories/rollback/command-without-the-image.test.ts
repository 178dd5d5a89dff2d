import { expect } from '@jest/globals'
import { registered, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const images = [{ repository: 'api', tag: '2', platforms: ['linux/amd64'] }]
const scenario = shop({ taskDefinitions: [registered('1'), registered('2')], images }, { taskDefinition: 'api:2' })

story('rollback does not go to a revision whose image is gone', { files: shopFiles(), scenario }, async ({ step }) => {
  const rollback = await step({ command: 'rollback' }, { TAG: 'unused' })
  expect(rollback).toMatchObject({ exit: 1, outputs: { 'failure-category': 'image/not-found' }, calls: [] })
})

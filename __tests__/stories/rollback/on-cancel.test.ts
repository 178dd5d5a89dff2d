import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

story('a cancelled workflow goes back when asked', { files: shopFiles(), scenario: shop() }, async ({ step }) => {
  const inputs = { command: 'deploy', 'on-cancel': 'rollback' }
  const deploy = await step(inputs, { TAG: '2' }, { cancelAfter: 20 })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'cancelled' } })
  expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const role = 'arn:aws:iam::123456789012:role/production'
const scenario = shop({ roles: [{ name: 'execution' }, { name: 'production', trust: ['123456789012'] }] })

story(
  'the commands work under the role that is named',
  { files: shopFiles(), scenario },
  async ({ step, simulator }) => {
    const status = await step({ command: 'status', 'assume-role-arn': role }, { TAG: '1' })
    expect(status).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    const callers = simulator
      .state()
      .calls.filter(({ service }) => service === 'ecs')
      .map(({ principal }) => principal)
    expect(new Set(callers)).toEqual(new Set([expect.stringContaining(':assumed-role/production/')]))
  },
)

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const images = [{ repository: 'api', tag: '2', platforms: ['linux/amd64'] }]

story(
  'the image of what runs is gone: no way back',
  { files: shopFiles(), scenario: shop({ images }) },
  async ({ step }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.log).toContain('a rollback to api:1 would fail')
  },
)

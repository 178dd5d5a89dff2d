import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const config = shopFiles()['ecspresso.yml'] ?? ''
const files = shopFiles({ 'ecspresso.yml': config.replace('cluster: shop', 'cluster: shpo') })

story('the config names a cluster that does not exist', { files, scenario: shop() }, async ({ step }) => {
  for (const command of ['deploy', 'diff']) {
    const lost = await step({ command }, { TAG: '2' })
    expect(lost).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'config/reference' },
      writes: [],
    })
    expect(lost.outputs['failure-reason']).toContain('shpo')
  }
})

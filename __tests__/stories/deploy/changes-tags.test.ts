import { expect } from '@jest/globals'
import { pretty, service, shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const tags = (values: Record<string, string>) => Object.entries(values).map(([key, value]) => ({ key, value }))
const files = shopFiles({ 'ecs/service.json': pretty({ ...service, tags: tags({ team: 'shop', tier: 'web' }) }) })
const scenario = shop({}, { tags: tags({ team: 'before', owner: 'nobody' }) })

story(
  'deploy brings the tags of the service to what the file says',
  { files, scenario },
  async ({ step, services }) => {
    const deploy = await step({ command: 'deploy' }, { TAG: '2' })
    expect(deploy).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
    expect(deploy.writes).toEqual(['RegisterTaskDefinition', 'TagResource', 'UntagResource', 'UpdateService'])
    const [api] = services()
    expect(api?.['tags']).toHaveLength(2)
    expect(api?.['tags']).toEqual(expect.arrayContaining(tags({ team: 'shop', tier: 'web' })))
  },
)

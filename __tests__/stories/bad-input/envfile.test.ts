import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const files = shopFiles({
  'base.env': '# the release\nexport TAG=1\nNAME="a b"\n',
  'release.env': 'TAG=2 # the newer one\n',
  'broken.env': '\n# comment\nTAG 2\n',
})

story(
  'environment files: the later one wins, over the environment too',
  { files, scenario: shop() },
  async ({ step }) => {
    const envfile = 'base.env\nrelease.env'
    const render = await step({ command: 'render taskdef', envfile }, { TAG: 'from the environment' })
    expect(render).toMatchObject({ exit: 0 })
    expect(render.documents).toEqual([expect.stringContaining('/api:2"')])
    const flag = await step({ command: 'render --envfile base.env taskdef' }, {})
    expect(flag.documents).toEqual([expect.stringContaining('/api:1"')])
    const broken = await step({ command: 'deploy', envfile: 'broken.env' }, { TAG: '2' })
    expect(broken).toMatchObject({
      exit: 1,
      outputs: { outcome: 'failed', 'failure-category': 'config/env-file' },
      calls: [],
    })
    expect(broken.log).toMatch(/failed to load envfile: .*\(broken\.env:3\)/)
    // Nobody knows the runner's folders.
    expect(broken.log).not.toContain('title=/')
    const missing = await step({ command: 'deploy', envfile: 'missing.env' }, { TAG: '2' })
    expect(missing).toMatchObject({ exit: 1, outputs: { outcome: 'failed' }, calls: [] })
    expect(missing.log).toMatch(/failed to load envfile: .*missing\.env/)
  },
)

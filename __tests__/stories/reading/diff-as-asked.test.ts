import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const environment = [{ name: 'DB_PASSWORD', value: 'correct-horse-7-battery' }]
const changed = pretty({ ...taskDefinition, containerDefinitions: [{ ...app, environment }] })
const scene = {
  files: shopFiles({ ...eventFile('fork'), 'ecs/task.json': changed }),
  scenario: shop({ github: pullRequest() }),
}

/** Writes what the runner would take for a command, and both sides' paths. */
const script = `const fs = require("fs"); for (const path of process.argv.slice(1)) { console.log("::error::" + path + ": " + fs.readFileSync(path, "utf8").length + " characters") }`
const oneLine = `node -e '${script}'`

story('diff shows differences as it is asked to', scene, async ({ step }) => {
  const jsonnet = await step({ command: 'diff --jsonnet' }, { TAG: '2' })
  expect(jsonnet.documents.join()).toMatch(/^\+\+\+ ecs\/task.jsonnet\n@@.*\n[\s\S]*^\+ +name: 'DB_PASSWORD',$/m)

  const all = await step({ command: 'diff --no-unified' }, { TAG: '2' })
  expect(all.documents.join()).toMatch(/^\+\+\+ ecs\/task.json\n {\n[^@]*^ }$/m)

  const external = await step({ command: 'diff --external "$COMMAND"' }, { TAG: '2' })
  expect(external).toMatchObject({ exit: 1, outputs: { changed: 'true' } })
  expect(external.log).toContain('failed to run diff command: $COMMAND: spawn $COMMAND ENOENT')

  const variable = await step({ command: 'diff' }, { TAG: '2', ECSPRESSO_DIFF_COMMAND: oneLine })
  expect(variable).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded', changed: 'true' } })
  expect(variable.documents.join()).toMatch(/^::error::remote\/taskdef.json: \d+ characters$/m)
  expect(variable.log).not.toMatch(/^::error/m)

  const refused = await step({ command: `diff --external "node -e 'process.exit(3)'"` }, { TAG: '2' })
  expect(refused).toMatchObject({ exit: 1, outputs: { outcome: 'failed' } })
  expect(refused.log).toContain('failed to run diff command: node: exit status 3')

  const fork = await step(
    { command: 'diff --jsonnet' },
    { TAG: '2', ECSPRESSO_DIFF_COMMAND: oneLine, ...onPullRequest },
  )
  expect(fork).toMatchObject({ exit: 0, outputs: { outcome: 'succeeded' } })
  expect(fork.log).not.toContain('characters')
  expect([jsonnet, all, variable, fork].filter(({ log }) => log.includes('horse'))).toEqual([])
})

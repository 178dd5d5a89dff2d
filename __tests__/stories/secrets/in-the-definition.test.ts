import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { pretty, registered, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const holding = (password: string, stage: string) => {
  const environment = [
    { name: 'DB_PASSWORD', value: password },
    { name: 'DATABASE_URL', value: `postgres://app:${password}@db.internal/shop` },
    { name: 'STAGE', value: stage },
  ]
  return { ...taskDefinition, containerDefinitions: [{ ...app, environment }] }
}
const files = shopFiles({ ...eventFile(), 'ecs/task.json': pretty(holding('n3w-s3cret-value', 'blue')) })
const scenario = shop({
  github: pullRequest(),
  taskDefinitions: [registered('1', holding('0ld-s3cret-value', 'green'))],
  tasks: [
    {
      match: { image: '*/api:2' },
      fate: { kind: 'exit', code: 1, after: 2 },
      logs: [{ message: 'Error: password "n3w-s3cret-value" was refused by db.internal' }],
    },
  ],
})

story('a password in the definition is never shown', { files, scenario }, async ({ step, simulator }) => {
  const diff = await step({ command: 'diff' }, { ...onPullRequest, TAG: '2' })
  const deploy = await step({ command: 'deploy' }, { ...onPullRequest, TAG: '2' })
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
  const shown = [diff, deploy].flatMap((one) => [one.log, one.summary, ...one.documents, ...Object.values(one.outputs)])
  const written = [...shown, ...simulator.state().comments.map(({ body }) => body)]
  expect(written.filter((text) => /s3cret/.test(text))).toEqual([])
  // What is no secret is readable, and the runner is told what to hide.
  expect(diff.log).toMatch(/^-.*"green"[\s\S]*^\+.*"blue"/m)
  expect(diff.masked).toContain('n3w-s3cret-value')
})

import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason = 'OutOfMemoryError: Container killed due to memory usage'
const scenario = shop({
  tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'exit', code: 137, after: 4, reason } }],
  faults: ['ecs:ListTasks', 'ecs:DescribeTasks', 'logs:*'].map((operation) => ({ operation, kind: 'refused' })),
})

story('what only explains may be refused', { files: shopFiles(), scenario }, async ({ step }) => {
  const deploy = await step({ command: 'deploy' }, { TAG: '2' })
  // The deployment and the way back are judged as ever; the report says what could not be read.
  expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
  expect(deploy.outputs['failure-category']).toBe('rollback/circuit-breaker')
  expect(deploy.log).toMatch(/ecs:(ListTasks|DescribeTasks)/)
})

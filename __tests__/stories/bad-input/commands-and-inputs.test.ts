import { expect } from '@jest/globals'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const wrong: readonly (readonly [Record<string, string>, string])[] = [
  [{ command: 'depoly' }, 'deploy'],
  [{ command: 'deploy --no-wiat' }, '--no-wait'],
  [{ command: 'deploy --tasks many' }, '--tasks'],
  [{ command: 'deploy "unclosed' }, 'quote'],
  [{ command: 'deploy --revision 2 --latest-task-definition' }, 'exclusive'],
  [{ rollback: 'sometimes' }, 'auto, always, never'],
  [{ 'dry-run': 'yes' }, 'true or false'],
  [{ timeout: '10' }, '10m'],
  [{ 'poll-interval': '0s' }, 'poll-interval'],
  [{ 'max-parallel': '0' }, 'max-parallel'],
  [{ command: 'deploy --timeout 5m', timeout: '10m' }, '--timeout is 5m'],
  [{ 'task-definition': 'task.json' }, 'ecspresso.yml'],
  [{ args: 'deploy' }, 'command'],
]

story(
  'what cannot be obeyed is refused, with the way out',
  { files: shopFiles(), scenario: shop() },
  async ({ step, simulator }) => {
    for (const [inputs, remedy] of wrong) {
      const refused = await step(inputs, { TAG: '2' })
      expect(refused).toMatchObject({ exit: 1, outputs: { outcome: 'failed', 'failure-category': 'config/client' } })
      expect(refused.log).toContain(remedy)
      expect(refused.log).toMatch(/^::error/m)
    }
    expect(simulator.state().calls.filter(({ operation }) => !operation.startsWith('Describe'))).toEqual([])
  },
)

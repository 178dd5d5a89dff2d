import { describe, expect, it } from '@jest/globals'
import { labelLine } from '../../scripts/classify-line.ts'

describe('labelLine', () => {
  it('labels a message', () => {
    const line = '{"id":"m1","source":"apiError","errorName":"ThrottlingException","message":"Rate exceeded"}'
    expect(labelLine(line)).toEqual({ id: 'm1', label: 'throttle/api' })
  })

  it('labels an incident by its root cause, knowing the sources of the corpus', () => {
    const evidence = [
      { source: 'cli', message: 'Waiter ServicesStable failed: Max attempts exceeded' },
      { source: 'healthStatus', message: 'UNHEALTHY', container: 'app' },
    ]
    expect(labelLine(JSON.stringify({ id: 's1', evidence }))).toEqual({ id: 's1', label: 'healthcheck/container' })
  })

  it.each(['', 'no json', '[1, 2]', 'null', '{"id":7}', '{"id":"x","evidence":[null,3,{}]}', '{"message":{}}'])(
    'has no opinion on %j',
    (line) => {
      expect(labelLine(line).label).toBe('unknown/unclassified')
    },
  )
})

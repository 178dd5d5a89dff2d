import { describe, expect, it } from '@jest/globals'
import type { RunEvent } from '../../src/model/event.ts'
import {
  type ConsoleState,
  type ConsoleStyle,
  prefixLines,
  renderEvent,
  renderVerdicts,
} from '../../src/views/console.ts'
import { hostileTexts } from './hostile.ts'
import { at, failedProject, goodProject, look, reportOf, taskDefinitionChange } from './sample.ts'

const full: ConsoleStyle = { detail: 'full', debug: false, colours: false }

function write(events: readonly RunEvent[], style = full): readonly string[] {
  let state: ConsoleState = {}
  return events.flatMap((event) => {
    const step = renderEvent(event, state, style)
    state = step.state
    return step.lines
  })
}

const waiting = { kind: 'progressing', sentence: 'waiting for 2 tasks' } as const

describe('the log of a project', () => {
  it('tells progress only when something changed', () => {
    const lines = write([
      look(5, ['api:43', 2, 0, 2, 0], waiting),
      look(10, ['api:43', 2, 0, 2, 0], waiting),
      look(45, ['api:43', 2, 1, 1, 0], { ...waiting, sentence: 'waiting for 1 tasks' }),
      look(50, ['api:43', 2, 1, 1, 0], { ...waiting, sentence: 'draining the old tasks' }),
    ])
    expect(lines).toEqual([
      'api:43  running 0/2 · pending 2 · failed 0 · 00:05',
      '  waiting for 2 tasks',
      'api:43  running 1/2 · pending 1 · failed 0 · 00:45',
      'api:43  running 1/2 · pending 1 · failed 0 · 00:50',
      '  draining the old tasks',
    ])
  })

  it('leaves out sentences that say what the counts say, or what the verdict says next', () => {
    const lines = write([
      look(5, ['api:43', 2, 1, 1, 0], { kind: 'progressing', sentence: '1 of 2 tasks of api:43 run; 1 task starting' }),
      look(7, ['api:43', 2, 1, 1, 0], {
        kind: 'progressing',
        sentence: '1 of 2 tasks of api:43 run; 1 not placed: no',
      }),
      look(9, ['api:43', 2, 2, 0, 0], { kind: 'succeeded', sentence: 'api:43 is deployed' }),
    ])
    expect(lines).toEqual([
      'api:43  running 1/2 · pending 1 · failed 0 · 00:05',
      'api:43  running 2/2 · pending 0 · failed 0 · 00:09',
    ])
  })

  it('reads from the beginning to the verdict', () => {
    const lines = write(failedProject.events)
    expect(lines[0]).toBe('prod/api: deploy')
    expect(lines).toContain('rollback target: api:42')
    expect(lines).toContain('    12:00:09Z  (service api) has started 2 tasks: (task 0f3a9c) (task 1b7e).')
    expect(lines).toContain('  | Error: connect ECONNREFUSED 10.0.3.7:5432')
    expect(lines.at(-1)).toBe(
      'api:43 failed: the circuit breaker stopped the deployment, and the service runs api:42 again (rolled-back, 02:40)',
    )
  })

  it('says what a dry run would send, keys in order', () => {
    const input = { service: 'api', cluster: 'prod' }
    const call = at(0, { kind: 'call', operation: 'UpdateService', summary: 'update the service', dryRun: true, input })
    expect(write([call])).toEqual([
      'would call UpdateService: update the service',
      '  {',
      '    "cluster": "prod",',
      '    "service": "api"',
      '  }',
    ])
    expect(write([call], { ...full, detail: 'live' })).toEqual(['would call UpdateService: update the service'])
  })

  it('lists findings under their check', () => {
    const finding = { check: 'image', subject: 'app (nginx:1)', status: 'ok', message: '' } as const
    const location = { file: 'ecs/task.json', line: 7 }
    const bad = {
      ...finding,
      subject: 'web (web:2)',
      status: 'failed',
      message: 'no such tag',
      hint: 'push it',
      location,
    } as const
    const lines = write([at(0, { kind: 'finding', finding }), at(1, { kind: 'finding', finding: bad })])
    expect(lines).toEqual([
      'image',
      '  OK    app (nginx:1)',
      '  NG    web (web:2)  no such tag (ecs/task.json:7)',
      '        push it',
    ])
  })

  it('shows debug notes only when asked', () => {
    const note = at(0, { kind: 'note', level: 'debug', text: 'request 1' })
    expect(write([note])).toEqual([])
    expect(write([note], { ...full, debug: true })).toEqual(['debug: request 1'])
  })

  it('paints a diff', () => {
    const compared = at(0, {
      kind: 'compared',
      comparison: { taskDefinition: taskDefinitionChange, effects: [], warnings: [] },
    })
    expect(write([compared], { ...full, colours: true })).toContain('\u001b[32m+  "memory": "512"\u001b[0m')
  })

  it('cannot be made to hold a workflow command', () => {
    const lines = hostileTexts.flatMap((text) =>
      write([
        at(0, { kind: 'note', level: 'info', text }),
        at(0, { kind: 'service-event', message: text, createdAt: 0 }),
        at(0, { kind: 'rollback', sentence: text }),
        at(0, { kind: 'printed', document: { title: text, language: 'text', text } }),
        at(0, { kind: 'began', line: text, cluster: text, service: text }),
      ]),
    )
    const all = [...lines, ...prefixLines('::x', lines)]
    expect(all.filter((line) => /^\s*::|##\[|\u2028/.test(line) || line.includes('\u001b'))).toEqual([])
  })
})

describe('the verdicts of several projects', () => {
  it('are a line each and a count', () => {
    expect(renderVerdicts(reportOf(failedProject, goodProject))).toEqual([
      'prod/api     rolled-back        api:43 failed: the circuit breaker stopped the deployment, and the service runs api:42 again',
      'prod/worker  succeeded          worker:8 runs with 3 of 3 tasks',
      '2 projects: 1 rolled back, 1 succeeded (02:40)',
    ])
  })
})

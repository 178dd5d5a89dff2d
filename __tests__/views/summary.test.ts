import { describe, expect, it } from '@jest/globals'
import type { RunEvent } from '../../src/model/event.ts'
import type { ProjectReport } from '../../src/model/report.ts'
import { cutMarkdown, fitSections } from '../../src/views/limits.ts'
import { renderSummary } from '../../src/views/summary.ts'
import { renderPicture, renderTimeline } from '../../src/views/timeline.ts'
import { at, failedProject, failedResult, goodProject, look, noon, reportOf } from './sample.ts'

describe('the job summary', () => {
  const summary = renderSummary(reportOf(failedProject))

  it.each([
    ['the verdict', '**api:43 failed: the circuit breaker stopped the deployment, and the service runs api:42 again**'],
    ['what ran and what runs', 'before: `api:42` · now: `api:42` · failed: `api:43`'],
    ['the cause', '**Cause:** The container app of api:43 ends right after its start with exit code 1'],
    ['what AWS said', '- `12:01:11Z  task stopped (task 0f3a9c): Essential container in task exited`'],
    ['the last words', 'Error: connect ECONNREFUSED 10.0.3.7:5432'],
    ['what could not be read', '- target health: no permission for elasticloadbalancing:DescribeTargetHealth'],
    ['the rollback', 'the service runs api:42 with 2 of 2 tasks again (by ECS, target `api:42`)'],
    ['the next steps', '- `status` shows what runs now'],
    ['what stays behind', '- Left behind: api:43 stays registered; `ecspresso deregister --revision 43` removes it'],
    ['the deployment', '/ecs/v2/clusters/prod/services/api/deployments/AbCdEf123?region=ap-northeast-1'],
    ['the timeline', '| 12:00:03 | registered api:43 |'],
  ])('says %s', (_, text) => {
    expect(summary).toContain(text)
  })

  it('begins with a table for several projects', () => {
    const lines = renderSummary(reportOf(failedProject, goodProject)).split('\n')
    expect(lines[0]).toBe('## ❌ ecspresso: 2 projects: 1 rolled back, 1 succeeded')
    expect(lines).toContain(
      '| `prod/worker` | ✅ succeeded | `worker:7` → `worker:8` | worker:8 runs with 3 of 3 tasks |',
    )
  })

  it('proposes nothing where nothing failed', () => {
    expect(renderSummary(reportOf(goodProject))).not.toContain('What to do next')
  })

  it('does not propose the command that just failed', () => {
    const commands = [{ command: 'verify', line: 'verify', result: { ...failedResult, outcome: 'failed' as const } }]
    const text = renderSummary(reportOf({ ...failedProject, commands }))
    expect(text).toContain('- `diff` shows')
    expect(text).not.toContain('- `verify` checks')
  })
})

describe('the picture', () => {
  it('has a bar for every state of the tasks', () => {
    expect(renderPicture(failedProject).split('\n').slice(5)).toEqual([
      '  section api revision 43',
      '  0 of 2 running :active, 2026-11-23 12:00:05, 2026-11-23 12:00:30',
      '  2 of 2 running :done, 2026-11-23 12:00:30, 2026-11-23 12:01:12',
      '  1 of 2 running, 1 failed :crit, 2026-11-23 12:01:12, 2026-11-23 12:01:40',
      '  0 of 2 running, 3 failed :crit, 2026-11-23 12:01:40, 2026-11-23 12:02:10',
      '  section rolling back (api revision 43)',
      '  0 of 2 running, 3 failed :crit, 2026-11-23 12:02:10, 2026-11-23 12:02:30',
      '  section rolling back (api revision 42)',
      '  2 of 2 running :done, 2026-11-23 12:02:30, 2026-11-23 12:02:40',
      '```',
    ])
  })

  it('cannot be broken by names', () => {
    const picture = renderPicture({ ...failedProject, cluster: 'a\n  section x', service: '%%{init: {}}%% ; # "' })
    expect(picture.split('\n')).toContain('  title a   section x/   init (UTC)')
  })

  it('is left out where nothing was watched', () => {
    expect(renderPicture(goodProject)).toBe('')
  })
})

describe('long reports', () => {
  const events: RunEvent[] = Array.from({ length: 1000 }, (_, index) => {
    return at(index, { kind: 'service-event', message: `event ${index}`, createdAt: noon + index * 1000 })
  })
  const looks = Array.from({ length: 300 }, (_, index) => {
    return look(index, ['api:1', 300, index, 0, 0], { kind: 'progressing', sentence: '' })
  })
  const long: ProjectReport = { ...failedProject, events: [...events, ...looks] }

  it('keep the beginning and the end of the timeline', () => {
    const lines = renderTimeline({ ...long, events }).split('\n')
    expect(lines).toHaveLength(203)
    expect(lines[2]).toContain('event 0')
    expect(lines.at(-1)).toContain('event 999')
    expect(lines).toContain('| … | 800 more rows stand in the report file |')
  })

  it('keep the picture small', () => {
    expect(renderPicture(long).match(/ running :/g)).toHaveLength(20)
  })

  it('drop whole sections and say so', () => {
    const text = fitSections(['a', 'b'.repeat(2000), 'c'], 1000)
    expect(text).toContain('a\n\nc\n\n_Left out for lack of room: 1.')
    expect(fitSections(['a', 'b'], 1000)).toBe('a\n\nb')
  })

  it('close what a cut leaves open', () => {
    const text = `<details>\n<summary>x</summary>\n\n\`\`\`\`diff\n${'+ line\n'.repeat(100)}\`\`\`\`\n\n</details>`
    const cut = cutMarkdown(text, 200, '_more_')
    expect(cut.length).toBeLessThanOrEqual(200)
    expect(cut).toMatch(/\+ line\n````\n\n_more_\n\n<\/details>\n$/)
    expect(cutMarkdown(text, 10, '_more_')).toBe('')
  })
})

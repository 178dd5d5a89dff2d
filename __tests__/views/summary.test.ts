import { describe, expect, it } from '@jest/globals'
import type { RunEvent } from '../../src/model/event.ts'
import type { ProjectReport } from '../../src/model/report.ts'
import { renderFindings } from '../../src/views/findings-list.ts'
import { cutMarkdown, fitSections } from '../../src/views/limits.ts'
import { renderSummary } from '../../src/views/summary.ts'
import { renderPicture, renderTimeline } from '../../src/views/timeline.ts'
import { at, diagnosis, failedProject, failedResult, goodProject, look, noon, reportOf } from './sample.ts'

describe('the job summary', () => {
  const summary = renderSummary(reportOf(failedProject))

  it.each([
    ['the verdict', '**api:43 failed: the circuit breaker stopped the deployment, and the service runs api:42 again**'],
    ['what ran and what runs', 'before: `api:42` · failed: `api:43` · now: `api:42`'],
    ['the cause', '**Cause:** The container app of api:43 ends right after its start with exit code 1'],
    ['what AWS said', '?region=ap-northeast-1)): `Essential container in task exited`'],
    [
      'when, and of which task',
      '- 12:01:11 task stopped (task [0f3a9c](https://ap-northeast-1.console.aws.amazon.com/',
    ],
    ['the last words', 'Error: connect ECONNREFUSED 10.0.3.7:5432'],
    ['what could not be read', '- target health: no permission for elasticloadbalancing:DescribeTargetHealth'],
    ['the rollback', '↩️ **Rollback** to `api:42` by ECS: the service runs api:42 with 2 of 2 tasks again'],
    ['what to do', '**What to do:** Look at the last log lines below'],
    ['the next steps', '- To look further: `status` shows what runs now'],
    ['what stays behind', '- Left behind: api:43 stays registered; `ecspresso deregister --revision 43` removes it'],
    ['the deployment', '/ecs/v2/clusters/prod/services/api/deployments/AbCdEf123?region=ap-northeast-1'],
    ['the timeline', '| 12:00:03 | registered api:43 |'],
  ])('says %s', (_, text) => {
    expect(summary).toContain(text)
  })

  it('begins with a table for several projects', () => {
    const lines = renderSummary(reportOf(goodProject, failedProject)).split('\n')
    expect(lines[0]).toBe('## ❌ ecspresso: 2 projects: 1 rolled back, 1 succeeded')
    expect(lines.filter((line) => line.startsWith('## ')).slice(1)).toEqual([
      '## ❌ prod/api: rolled back',
      '## ✅ prod/worker: succeeded',
    ])
    expect(lines).toContain(
      '| `prod/worker` | ✅ succeeded | `worker:7` → `worker:8` | worker:8 runs with 3 of 3 tasks |',
    )
  })

  it('says first what happened, then why, then what to do, then what tells so', () => {
    const parts = ['**api:43 failed', '**Rollback**', '**Cause:**', '**What to do:**', '**Last log lines', '**What AWS']
    const places = parts.map((part) => summary.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('says nothing twice', () => {
    const [log] = diagnosis.logs
    const evidence = [...diagnosis.evidence, { source: 'log', message: log?.lines[1] ?? '' } as const]
    const logs = log === undefined ? [] : [log, { ...log, task: '1b7ec4d2a9', stream: 'app/app/1b7ec4d2a9' }]
    const result = {
      ...failedResult,
      sentence: `${diagnosis.reason}; the service runs api:42 again`,
      ...(failedResult.rollback && {
        rollback: { ...failedResult.rollback, sentence: 'the service runs api:42 again' },
      }),
      diagnosis: { ...diagnosis, evidence, logs },
    }
    const text = renderSummary(
      reportOf({ ...failedProject, commands: [{ command: 'deploy', line: 'deploy', result }], events: [] }),
    )
    expect(text).toContain('**Cause:** as said above · `container/essential-exited`')
    expect(text).toContain('by ECS: done')
    expect(text).toMatch(/; the same in task \[1b7ec4d2\]\(\S+1b7ec4d2a9\S+\)\):/)
    for (const once of [diagnosis.reason.slice(0, 40), 'the service runs api:42 again', 'ECONNREFUSED']) {
      expect(text.split(once)).toHaveLength(2)
    }
  })

  it('proposes nothing where nothing failed', () => {
    expect(renderSummary(reportOf(goodProject))).not.toContain('What to do')
  })

  it('says in one line that nothing differs', () => {
    const summary = renderSummary(reportOf(goodProject))
    expect(summary).toContain('\n\nThe files do not differ from what ran before.\n\n')
    expect(summary).not.toContain('### The change')
  })

  it('does not propose the command that just failed', () => {
    const commands = [{ command: 'verify', line: 'verify', result: { ...failedResult, outcome: 'failed' as const } }]
    const text = renderSummary(reportOf({ ...failedProject, commands }))
    expect(text).toContain('`diff` shows')
    expect(text).not.toContain('`verify` shows')
  })
})

describe('what was verified', () => {
  const finding = { check: 'image', subject: 'app (app:1)', message: 'no such tag' } as const
  const hint = 'Push the image.'
  const location = { file: 'ecs/task.json', line: 7 }

  it('is a list of what needs a look, and the rest in a fold', () => {
    const text = renderFindings([
      { ...finding, status: 'ok', message: 'exists', hint },
      { ...finding, status: 'failed', hint, location },
      { ...finding, status: 'skipped', message: 'offline' },
    ])
    expect(text.split('\n')).toEqual([
      '- ❌ **image** `app (app:1)`: no such tag · `ecs/task.json:7`<br>Push the image.',
      '',
      '<details>',
      '<summary>2 checks without a complaint</summary>',
      '',
      '- ✅ **image** `app (app:1)`: exists',
      '- ⚪ **image** `app (app:1)`: offline',
      '',
      '</details>',
    ])
  })
})

describe('the picture', () => {
  it('has a bar for every state of the tasks', () => {
    expect(renderPicture(failedProject).split('\n').slice(5)).toEqual([
      '  tickInterval 1minute',
      '  section revision 43',
      '  0 of 2 running :active, 2026-11-23 12:00:05, 2026-11-23 12:00:30',
      '  2 of 2 running :done, 2026-11-23 12:00:30, 2026-11-23 12:01:12',
      '  1 of 2 running, 1 failed :crit, 2026-11-23 12:01:12, 2026-11-23 12:01:40',
      '  0 of 2 running, 3 failed :crit, 2026-11-23 12:01:40, 2026-11-23 12:02:10',
      '  section rollback',
      '  back to api revision 42 :active, 2026-11-23 12:02:10, 2026-11-23 12:02:40',
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

  it('shorten what ECS repeats in every row', () => {
    const id = '6ae5e77f6e86057589f50b02decaf0b0'
    const group = 'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/6d0e'
    const message = `(service web) (task ${id}) (port 80) is unhealthy in (target-group ${group})`
    const project = { ...failedProject, events: [at(1, { kind: 'service-event', message, createdAt: noon })] }
    expect(renderTimeline(project).split('\n').at(-1)).toBe(
      '| 12:00:00 | ECS: (task 6ae5e77f) (port 80) is unhealthy in (target-group targetgroup/web/6d0e) |',
    )
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

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Json, JsonObject } from '../../src/model/json.ts'
import type { CommandResult, ProjectReport } from '../../src/model/report.ts'
import { outcomes } from '../../src/model/verdict.ts'
import { createSecrets } from '../../src/secrets.ts'
import { renderAnnotations } from '../../src/views/annotations.ts'
import { type CommentContext, isSameComment, mergeComment } from '../../src/views/comment.ts'
import { isOurComment } from '../../src/views/comment-marks.ts'
import { renderSections } from '../../src/views/comment-section.ts'
import { type ConsoleState, renderEvent } from '../../src/views/console.ts'
import { byteLength, commentLimit, summaryLimit } from '../../src/views/limits.ts'
import { renderOutputs } from '../../src/views/outputs.ts'
import { redactReport } from '../../src/views/redact.ts'
import { renderReport } from '../../src/views/report.ts'
import { renderSummary } from '../../src/views/summary.ts'
import { hostileTexts } from './hostile.ts'
import {
  at,
  diagnosis,
  failedProject,
  failedResult,
  goodProject,
  noon,
  reportOf,
  taskDefinitionChange,
} from './sample.ts'

const context: CommentContext = {
  key: '',
  commit: '0123456789abcdef',
  runUrl: 'https://github.com/o/r/actions/runs/1/attempts/2',
  at: noon,
  version: '1.0.0',
}

function comment(projects: readonly ProjectReport[], existing: readonly string[] = [], key = ''): string {
  const report = redactReport(reportOf(...projects), { secrets: createSecrets(), mode: 'secrets' })
  return mergeComment(existing, renderSections(report), { ...context, key })
}

function project(name: string, result: Partial<CommandResult>, command = 'diff'): ProjectReport {
  const whole: CommandResult = { outcome: 'succeeded', sentence: 'it was compared', ...result }
  const commands = [{ command, line: command, result: whole }]
  return { ...failedProject, service: name, config: `${name}.yml`, commands, events: [] }
}

const changes = { effects: ['new tasks will be started'], warnings: ['memory drops from 1024 to 512'] }
const changed = project('api', { changed: true, comparison: { taskDefinition: taskDefinitionChange, ...changes } })
const unchanged = project('web', { changed: false, comparison: { effects: [], warnings: [] } })
const broken = project('job', { outcome: 'failed', sentence: 'the file task.json does not exist', diagnosis })

/** Fences and folds that are open at the end. */
function openMarks(markdown: string): string {
  let fence = ''
  let folds = 0
  for (const line of markdown.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0] ?? ''
    if (fence !== '') fence = line === ticks && ticks.length >= fence.length ? '' : fence
    else if (ticks !== '') fence = ticks
    else folds += Number(/^<details/.test(line)) - Number(/^<\/details>/.test(line))
  }
  return `${fence}${'<details>'.repeat(folds)}`
}

/** What GitHub reads as Markdown: our hidden marks, blocks and inline code left out. */
function live(markdown: string): string {
  const withoutMarks = markdown.replace(/^<!-- ecspresso-action .*-->$/gm, '')
  const withoutBlocks = withoutMarks.replace(/^(`{3,})\w*\n(?:.*\n)*?\1$/gm, '')
  return withoutBlocks.replace(/(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)/g, '')
}

describe('the comment', () => {
  it('has the mark first, then heading, table, warnings and the diff', () => {
    const body = comment([changed, unchanged])
    expect(isOurComment(body, '')).toBe(true)
    expect(body.split('\n')[1]).toBe('## 🟡 ecspresso diff: 1 changed, 1 unchanged')
    expect(body).toContain(
      '| `prod/api` · ap-northeast-1 | 🟡 changed | `app`: `1.4` → `1.5` | new tasks will be started |',
    )
    expect(body).toContain('> [!WARNING]\n> - `prod/api`: memory drops from 1024 to 512')
    expect(body).toContain('-  "memory": "1024"\n+  "memory": "512"')
    expect(body).not.toMatch(/correct-horse|battery-staple/)
    expect(body.trimEnd().split('\n').at(-1)).toContain('commit 0123456789abcdef')
  })

  it('counts the worst first, and leaves the registry to the diff of what is new', () => {
    const { before: _, ...created } = { ...taskDefinitionChange, remoteName: '' }
    const fresh = project('cron', { comparison: { taskDefinition: created, effects: [], warnings: [] } })
    const body = comment([unchanged, fresh, changed, broken])
    expect(body.split('\n')[1]).toBe('## ❌ ecspresso diff: 1 error, 1 changed, 1 new, 1 unchanged')
    expect(body).toContain('| `prod/cron` · ap-northeast-1 | 🆕 new | `app`: `api:1.5` |')
    expect(body).toContain('+      "image": "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.5"')
  })

  it('keeps the sections of other jobs, and orders them', () => {
    const first = comment([unchanged])
    const both = comment([changed], [first])
    expect(both).toBe(comment([changed, unchanged]))
    expect(comment([unchanged], [both])).toBe(both)
  })

  it('unites comments that were written at once', () => {
    expect(comment([], [comment([changed]), comment([unchanged])])).toBe(comment([changed, unchanged]))
  })

  it('shows an error and no diff of before', () => {
    const before = comment([project('job', { comparison: { taskDefinition: taskDefinitionChange, ...changes } })])
    const after = comment([broken], [before])
    expect(after).not.toContain('```diff')
    expect(after).not.toContain('memory drops')
    const error = after.indexOf('the file task.json does not exist', after.indexOf('###'))
    expect(error).toBeGreaterThan(0)
    expect(openMarks(after.slice(0, error))).toBe('')
  })

  it('replaces the diff also when it failed before account, region or service were known', () => {
    const before = comment([changed, unchanged])
    const early = { ...broken, config: 'api.yml', account: '', service: 'api' }
    const earlier = { ...early, region: '', service: '', cluster: '' }
    for (const failed of [early, earlier]) {
      const after = comment([failed], [before])
      expect(after).not.toContain('```diff')
      expect(after.match(/^\| `/gm)).toHaveLength(2)
      expect(comment([changed], [after])).toBe(before)
    }
  })

  it('leaves the sections of other environments when it cannot tell whose place to take', () => {
    const other = { ...changed, account: '999999999999' }
    const body = comment([{ ...broken, config: 'api.yml', account: '', service: 'api' }], [comment([changed, other])])
    expect(body.match(/^\| `prod\/api`/gm)).toHaveLength(3)
  })

  it('shows what differs when differences are not allowed', () => {
    const drift = project('api', { ...changed.commands[0]?.result, outcome: 'failed' })
    expect(comment([drift])).toContain('```diff')
  })

  it('opens a short diff and folds a long one', () => {
    const short = { ...taskDefinitionChange, before: { cpu: '1' }, after: { cpu: '2' } }
    expect(comment([project('api', { comparison: { taskDefinition: short, ...changes } })])).toContain('<details open>')
    expect(comment([changed])).toContain('<details>')
  })

  it('is the same when only commit, run and time differ', () => {
    const body = comment([changed])
    const later = mergeComment([body], [], { ...context, commit: 'fedcba', at: noon + 1e6, runUrl: 'https://x/2' })
    expect(later).not.toBe(body)
    expect(isSameComment(later, body.replaceAll('\n', '\r\n'))).toBe(true)
    expect(isSameComment(comment([unchanged]), body)).toBe(false)
  })

  it('belongs to one key', () => {
    const body = comment([changed], [], 'a-->b')
    expect(isOurComment(body, 'a-->b')).toBe(true)
    expect(isOurComment(body, '')).toBe(false)
    expect(body.split('\n')[0]).toMatch(/^<!-- [^>]* -->$/)
    expect(isOurComment(`hello\n${body}`, 'a-->b')).toBe(false)
  })

  it('tells services of the same name apart', () => {
    const other = { ...changed, account: '999999999999', config: 'other.yml' }
    expect(comment([changed, other])).toContain('| `prod/api` · ap-northeast-1 · 999999999999 · other.yml |')
  })

  it('says nothing of commands that are nobody’s business here', () => {
    const status = project('api', {}, 'status')
    expect(renderSections(reportOf(status))).toEqual([])
  })
})

describe('the ladder below the limit', () => {
  const big = (lines: number): JsonObject => {
    return Object.fromEntries(Array.from({ length: lines }, (_, index) => [`key${index}`, `値🚀${index}`]))
  }
  const large = (name: string, lines: number) => {
    const document = { ...taskDefinitionChange, before: {}, after: big(lines) }
    return project(name, { comparison: { taskDefinition: document, ...changes } })
  }

  it('cuts the largest diffs first, and keeps table and warnings', () => {
    const body = comment([large('huge', 5000), changed, large('vast', 5000)])
    expect(body.length).toBeLessThanOrEqual(commentLimit)
    expect(body.length).toBeGreaterThan(commentLimit * 0.9)
    expect(body).toContain('-  "memory": "1024"\n+  "memory": "512"')
    expect(body.match(/The rest has no room here/g)).toHaveLength(2)
    for (const name of ['huge', 'api', 'vast']) {
      expect(body).toContain(`| \`prod/${name}\``)
      expect(body).toContain(`> - \`prod/${name}\`: memory drops`)
    }
    expect(openMarks(body)).toBe('')
  })

  it('gives up context before it cuts', () => {
    const before = big(2000)
    const after = {
      ...before,
      ...Object.fromEntries([...Array(500)].map((_, index) => [`key${index * 4}`, 'changed'])),
    }
    const document = { ...taskDefinitionChange, before, after }
    const body = comment([project('api', { comparison: { taskDefinition: document, ...changes } })])
    expect(body).not.toContain('The rest has no room')
    expect(body).toContain('@@ -1')
  })

  it('counts the services that find no room', () => {
    const many = Array.from({ length: 900 }, (_, index) =>
      project(`service-${index}`, unchanged.commands[0]?.result ?? {}),
    )
    const body = comment(many)
    expect(body.length).toBeLessThanOrEqual(commentLimit)
    expect(body).toMatch(/and \d+ more, see the \[job summary\]/)
  })
})

const secret = 's3cr3t_V4lue*x`y'
const anyText = fc.oneof(
  fc.constantFrom(...hostileTexts, secret, `a ${secret} b`),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    anyText,
    fc.integer(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 6 }),
  ),
})).value
const anyDocument = fc.dictionary(fc.string({ maxLength: 12 }), anyJson, { maxKeys: 40 })
const anyComparison = fc.record({
  taskDefinition: fc.record({
    subject: fc.constant('taskDefinition' as const),
    remoteName: anyText,
    localName: anyText,
    before: anyDocument,
    after: anyDocument,
    changes: fc.array(fc.record({ path: anyText, before: anyJson, after: anyJson }), { minLength: 1, maxLength: 3 }),
  }),
  effects: fc.array(anyText, { maxLength: 3 }),
  warnings: fc.array(anyText, { maxLength: 30 }),
})
const anyDiagnosis = fc.record({
  label: anyText,
  reason: anyText,
  hint: anyText,
  next: fc.array(anyText, { maxLength: 3 }),
  retryable: fc.boolean(),
  evidence: fc.array(
    fc.record({ source: fc.constant('event' as const), message: anyText, container: anyText, task: anyText }),
    { maxLength: 12 },
  ),
  logs: fc.array(
    fc.record({ container: anyText, task: anyText, group: anyText, stream: anyText, lines: fc.array(anyText) }),
    { maxLength: 3 },
  ),
  notes: fc.array(anyText, { maxLength: 3 }),
  tasks: fc.nat(9),
})
const anyFinding = fc.record({
  check: anyText,
  subject: anyText,
  status: fc.constantFrom('ok' as const, 'failed' as const, 'warning' as const, 'skipped' as const),
  message: anyText,
  hint: anyText,
  location: fc.record({ file: anyText, line: fc.nat(99) }),
})
const anyResult = fc.record({
  outcome: fc.constantFrom(...outcomes),
  sentence: anyText,
  comparison: anyComparison,
  diagnosis: anyDiagnosis,
  findings: fc.array(anyFinding, { maxLength: 15 }),
  leftovers: fc.array(anyText, { maxLength: 2 }),
  document: fc.record({ title: anyText, language: fc.constant('text' as const), text: anyText }),
})
const anyProject = fc
  .record({
    config: anyText,
    cluster: anyText,
    service: anyText,
    result: anyResult,
    command: fc.constantFrom('diff', 'verify', 'deploy'),
  })
  .map(
    ({ config, cluster, service, result, command }): ProjectReport => ({
      ...goodProject,
      config,
      cluster,
      service,
      commands: [{ command, line: config, result }],
      events: [
        at(0, { kind: 'began', line: config, cluster, service }),
        at(1, { kind: 'service-event', message: config, createdAt: noon }),
        at(2, { kind: 'call', operation: 'UpdateService', summary: config, dryRun: true, input: { a: config } }),
        at(3, { kind: 'diagnosed', diagnosis: result.diagnosis }),
        at(4, { kind: 'ended', result }),
      ],
    }),
  )

describe('every view of any report', () => {
  it('stays within its limit, closes what it opens and holds no secret', () => {
    const secrets = createSecrets()
    secrets.register(secret)
    fc.assert(
      fc.property(fc.array(anyProject, { minLength: 1, maxLength: 4 }), (projects) => {
        const report = redactReport(reportOf(...projects), { secrets, mode: 'secrets' })
        const body = mergeComment([], renderSections(report), context)
        expect(body.length).toBeLessThanOrEqual(65_536)
        expect([...body].length).toBeLessThanOrEqual(65_536)
        const summary = renderSummary(report)
        expect(byteLength(summary)).toBeLessThanOrEqual(summaryLimit)
        for (const markdown of [body, summary]) {
          expect(openMarks(markdown)).toBe('')
          expect(live(markdown)).not.toMatch(/<script|<img|@[a-z]|#\d(?!\d*;)|(?<!\()https?:\/\/|^\s*- \[/m)
        }
        // What was written is read back: nobody's text can forge or end a section.
        expect(mergeComment([body], [], context)).toBe(body)
        const texts = [
          body,
          summary,
          renderReport(report),
          JSON.stringify(renderAnnotations(report)),
          JSON.stringify(renderOutputs(report, { documentFile: '', reportFile: '', commentUrl: '' })),
          ...report.projects.flatMap((one) => logOf(one)),
        ]
        for (const text of texts) expect(text).not.toMatch(/s3cr3t|V4lue/)
      }),
      { numRuns: 150 },
    )
  })
})

function logOf({ events }: ProjectReport): readonly string[] {
  let state: ConsoleState = {}
  return events.flatMap((event) => {
    const step = renderEvent(event, state, { detail: 'full', debug: true, colours: false })
    state = step.state
    return step.lines
  })
}

it('the failed deploy tells its rollback', () => {
  const body = comment([project('api', failedResult, 'deploy')])
  expect(body).toContain('↩️ **Rollback** to `api:42` by ECS: the service runs api:42 with 2 of 2 tasks again')
  expect(body).toContain('`status` shows what runs now')
})

/**
 * Compares our templates with Go's text/template: the same output, and an error exactly where Go has one.
 *
 *     npm run test:oracle -- [--cases N] [--seed N]
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { environmentFunctions } from '../src/config/functions.ts'
import { builtins } from '../src/config/template/builtins.ts'
import { renderTemplate } from '../src/config/template/evaluator.ts'
import { parseTemplate } from '../src/config/template/parser.ts'
import { TemplateError } from '../src/config/template/template-error.ts'
import { FunctionFailure, type TemplateFunction, type Value } from '../src/config/template/values.ts'
import { data, templates } from './oracle/templates.ts'

/** What became of a template. */
interface Result {
  readonly text: string
  readonly phase?: string
  readonly error?: string
}

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } })
const cases = Number(values.cases ?? 5000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const shownAtMost = 10

const parsedData: Value = JSON.parse(data)
const functions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ...environmentFunctions({ B: 'b', C: '' }, async () => ''),
  ['data', answerData],
])

function answerData(args: readonly Value[]): Value {
  if (args.length > 0) throw new FunctionFailure('data takes no arguments')
  return parsedData
}
const names = { has: (name: string) => functions.has(name) || builtins.has(name) }

if (hasGo()) await compare()
else {
  console.log('skipped: no go')
  process.exitCode = process.env['CI'] === 'true' ? 1 : 0
}

async function compare(): Promise<void> {
  console.log(`${cases} templates, seed ${seed}`)
  const sources = fc.sample(templates, { numRuns: cases, seed })
  const expected = askGo(sources)
  const phases: Record<string, number> = {}
  let different = 0
  for (const [index, source] of sources.entries()) {
    const go = expected[index]
    const ours = await render(source)
    phases[go?.phase ?? 'rendered'] = (phases[go?.phase ?? 'rendered'] ?? 0) + 1
    if (go?.text === ours.text && go.phase === ours.phase) continue
    if (different++ < shownAtMost) console.log(`${JSON.stringify(source)}\n  Go   ${show(go)}\n  ours ${show(ours)}`)
  }
  const kinds = Object.entries(phases).map(([phase, count]) => `${phase} ${count}`)
  console.log(`${different} different; in Go: ${kinds.join(', ')}`)
  process.exitCode = different === 0 ? 0 : 1
}

function hasGo(): boolean {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0
}

function askGo(sources: readonly string[]): readonly Result[] {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'))
  try {
    const program = join(folder, 'oracle')
    const build = { cwd: join(import.meta.dirname, 'oracle'), env: { ...process.env, GOFLAGS: '', GOWORK: 'off' } }
    execFileSync('go', ['build', '-buildvcs=false', '-o', program, '.'], build)
    const input = sources.map((source) => JSON.stringify(source)).join('\n')
    const env = { ...process.env, DATA: data }
    const output = execFileSync(program, { input, env, encoding: 'utf8', maxBuffer: 2 ** 30 })
    return output
      .trim()
      .split('\n')
      .map((line): Result => JSON.parse(line))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function render(source: string): Promise<Result> {
  try {
    const { text } = await renderTemplate(parseTemplate(source, names), functions)
    // Go's output is bytes: half a character is U+FFFD in either.
    return { text: Buffer.from(text).toString() }
  } catch (error) {
    if (error instanceof TemplateError) return { text: '', phase: error.phase, error: error.message }
    return { text: '', phase: 'fault', error: String(error) }
  }
}

function show(result: Result | undefined): string {
  return result?.phase === undefined ? JSON.stringify(result?.text) : `${result.phase}: ${result.error ?? ''}`
}

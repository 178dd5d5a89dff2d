/**
 * Loads every project of the corpus that needs neither a plugin nor Jsonnet (`--all`: every one), with stubbed
 * variables, states, parameters and stacks, and prints a table. Only on machines that have the corpus beside the repository.
 *
 *     node scripts/dev/corpus-render.ts [--all]
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { LoadContext } from '../../src/config/context.ts'
import { loadProject } from '../../src/config/load.ts'
import { TerraformState } from '../../src/config/plugins/terraform-state.ts'
import { describeWithPlace } from '../../src/errors.ts'

interface CorpusEntry {
  readonly repo: string
  readonly 'config path': string
  readonly format: string
  readonly 'definition formats': readonly string[]
  readonly plugins: readonly unknown[]
  readonly expect: string
  readonly 'files dir': string
  readonly 'service def path': string | null
  readonly 'jsonnet features used': readonly string[]
  readonly needs: { readonly must_env?: readonly string[] }
}

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const lines = readFileSync(resolve(corpus, 'index.jsonl'), 'utf8').trim().split('\n')
const entries = lines.map((line): CorpusEntry => JSON.parse(line))
const stored = entries.filter((entry) => existsSync(resolve(corpus, entry['files dir'], entry['config path'])))
const wanted = process.argv.includes('--all') ? stored : stored.filter(isPlain)
/** A map in which everything is something. */
const anything: ReadonlyMap<string, string> = Object.assign(new Map<string, string>(), {
  get: (name: string) => `stub-${name}`,
})

/** A state in which everything is something. */
class StubState extends TerraformState {
  override lookUp(address: string) {
    const value = /subnets|_ids$|groups$/.test(address) ? ['stub-0', 'stub-1'] : `stub-${address.replace(/\W/g, '-')}`
    return { value, sensitive: [] }
  }
}

const stubSources: Pick<LoadContext, 'lookups' | 'readState' | 'isStranger' | 'registerSecret' | 'clock'> = {
  readState: async () => new StubState(),
  lookups: () => ({
    readParameter: async (name) => {
      return /subnets$|subnet-ids/.test(name)
        ? { type: 'StringList', value: 'stub-0,stub-1' }
        : { type: 'String', value: name }
    },
    readSecretArn: async (id) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${id}-AbCdEf`,
    readStackOutputs: async () => anything,
    readExports: async () => anything,
  }),
  isStranger: async () => false,
  registerSecret: () => {},
  clock: { now: () => Date.now(), sleep: (ms) => setTimeout(ms) },
}
const rows: string[] = []
let right = 0
for (const entry of wanted) {
  const { result, warnings } = await render(entry)
  const isRight = (result === 'loads') === (entry.expect === 'loads')
  if (isRight) right++
  rows.push(`${isRight ? 'ok ' : 'NOT'} ${entry.repo} ${entry['config path']} (${entry.expect}): ${result}`)
  rows.push(...warnings.map((warning) => `      ${warning}`))
}
console.log(rows.join('\n'))
console.log(`${right} of ${wanted.length} as expected`)

function isPlain(entry: CorpusEntry): boolean {
  const isJsonnet = entry.format === 'jsonnet' || entry['definition formats'].includes('jsonnet')
  return !isJsonnet && entry.plugins.length === 0
}

async function render(entry: CorpusEntry): Promise<{ result: string; warnings: readonly string[] }> {
  const warnings: string[] = []
  const stubs = (entry.needs.must_env ?? []).map((name) => [name, stubOf(name)])
  try {
    const root = resolve(corpus, entry['files dir'])
    const project = await loadProject(entry['config path'], {
      ...stubSources,
      root,
      border: root,
      directory: dirname(resolve(root, entry['config path'])),
      environment: Object.fromEntries(stubs),
      callerAccount: async () => '123456789012',
      extStr: externals(entry),
      extCode: {},
      warn: (text, location) => warnings.push(`${text} (${location?.line ?? ''})`),
    })
    const reads = [project.taskDefinition(), ...(project.config.serviceDefinition ? [project.serviceDefinition()] : [])]
    await Promise.all(reads)
    return { result: 'loads', warnings }
  } catch (error) {
    return { result: describeWithPlace(error), warnings }
  }
}

/** External variables stand among the features: `extVar APP_NAME, ENV`. */
function externals(entry: CorpusEntry): Record<string, string> {
  const lists = entry['jsonnet features used'].filter((feature) => feature.startsWith('extVar '))
  const names = lists.flatMap((feature) => feature.slice('extVar '.length).split(/,\s*/))
  return Object.fromEntries(names.map((name) => [name, stubOf(name)]))
}

function stubOf(name: string): string {
  return /COUNT|PORT|CPU|MEMORY/.test(name) ? '256' : name === 'AWS_REGION' ? 'us-east-1' : `stub-${name.toLowerCase()}`
}

/**
 * Deploys every project of the corpus that needs neither a plugin nor Jsonnet with the built action against the
 * simulator, twice: the service is created, then updated. Only on machines that have the corpus beside the repository.
 *
 *     node scripts/dev/corpus-deploy.ts
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseScenario } from '../../simulator/scenario.ts'
import { startServer } from '../../simulator/server.ts'
import { createSimulator } from '../../simulator/simulator.ts'

interface CorpusEntry {
  readonly repo: string
  readonly 'config path': string
  readonly format: string
  readonly 'definition formats': readonly string[]
  readonly plugins: readonly unknown[]
  readonly 'files dir': string
  readonly 'service def path': string | null
  readonly expect: string
  readonly needs: { readonly must_env?: readonly string[]; readonly ssm?: unknown; readonly tfstate?: unknown }
}

const root = resolve(import.meta.dirname, '../..')
const corpus = resolve(root, '../shared/corpus')
const lines = readFileSync(join(corpus, 'index.jsonl'), 'utf8').trim().split('\n')
const entries = lines.map((line): CorpusEntry => JSON.parse(line)).filter(isPlain)
for (const entry of entries) await deployTwice(entry)

function isPlain(entry: CorpusEntry): boolean {
  const jsonnet = entry.format === 'jsonnet' || entry['definition formats'].includes('jsonnet')
  const needsMore = jsonnet || entry.plugins.length > 0 || Boolean(entry.needs.ssm) || Boolean(entry.needs.tfstate)
  return !needsMore && entry.expect === 'loads' && entry['service def path'] !== null
}

async function deployTwice(entry: CorpusEntry): Promise<void> {
  const folder = join(corpus, entry['files dir'])
  const text = readFileSync(join(folder, entry['config path']), 'utf8')
  const cluster = /^cluster:\s*["']?([^"'\s]+)/m.exec(text)?.[1] ?? 'default'
  const region = /^region:\s*["']?([^"'\s]+)/m.exec(text)?.[1] ?? 'us-east-1'
  const service = readFileSync(join(folder, entry['service def path'] ?? ''), 'utf8')
  const targetGroups = [...service.matchAll(/"(arn:aws:elasticloadbalancing:[^"]*:targetgroup\/([^/"]+)[^"]*)"/g)].map(
    ([, arn, name]) => ({ arn, name, deregistrationDelay: 30 }),
  )
  const names = cluster.includes('{{') ? [{ name: 'stub' }] : [{ name: cluster }]
  const instances = [{ cpu: 8192, memory: 16384 }]
  const clusters = names.map(({ name }) => ({ name, instances }))
  const simulator = createSimulator(parseScenario({ clusters, targetGroups, region }))
  const server = await startServer(simulator)
  const outcomes = [await deploy(entry, folder, server.url), await deploy(entry, folder, server.url)]
  await server.close()
  console.log(`${outcomes.join(', ').padEnd(24)} ${entry.repo} ${entry['config path']}`)
}

function deploy(entry: CorpusEntry, folder: string, url: string): Promise<string> {
  const temp = mkdtempSync(join(tmpdir(), 'corpus-'))
  const stubs = (entry.needs.must_env ?? []).map((name) => [name, name === 'AWS_REGION' ? 'us-east-1' : 'stub'])
  const env = {
    PATH: process.env['PATH'] ?? '',
    AWS_ENDPOINT_URL: url,
    SIMULATOR_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY',
    AWS_REGION: 'us-east-1',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: temp,
    INPUT_COMMAND: 'deploy',
    INPUT_CONFIG: entry['config path'],
    ...Object.fromEntries(stubs),
  }
  const child = spawn(process.execPath, ['--import', join(root, 'simulator/clock.mjs'), join(root, 'dist/index.js')], {
    env,
  })
  let log = ''
  child.stdout.on('data', (chunk) => (log += chunk))
  return new Promise((done) => {
    child.on('exit', (code) => {
      if (code !== 0)
        console.log(
          log
            .split('\n')
            .filter((line) => /^(why it failed|what to do|::error|warning)/.test(line))
            .join('\n'),
        )
      done(code === 0 ? 'deployed' : 'FAILED')
    })
  })
}

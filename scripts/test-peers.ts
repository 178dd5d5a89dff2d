/** Proves with clients that are not ours (the AWS CLI, boto3) that the simulator speaks as AWS does. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseScenario } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'
import { createSimulator } from '../simulator/simulator.ts'

const here = fileURLToPath(new URL('peers/', import.meta.url))
const cache = fileURLToPath(new URL('../.cache/peers/', import.meta.url))
const requirements = join(here, 'requirements.txt')

/** Folder of the clients' programs; installs them once for each state of the requirements. Throws without Python. */
function installClients(): string {
  const bin = join(cache, 'bin')
  const wanted = readFileSync(requirements, 'utf8')
  const stamp = join(cache, 'installed.txt')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return bin
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  execFileSync('python3', ['-m', 'venv', cache], { stdio: 'pipe' })
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]
  execFileSync(join(bin, 'python'), pip, { stdio: 'pipe' })
  writeFileSync(stamp, wanted)
  return bin
}

/** Runs the checks against a simulator of their own and answers their exit code. */
async function runChecks(bin: string): Promise<number> {
  const scenario = parseScenario(JSON.parse(readFileSync(join(here, 'scenario.json'), 'utf8')))
  const server = await startServer(createSimulator(scenario), { speed: 200 })
  const env = {
    PATH: process.env['PATH'],
    AWS_ENDPOINT_URL: server.url,
    AWS_DEFAULT_REGION: scenario.region,
    AWS_ACCESS_KEY_ID: 'AKIDSIMULATED',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_PAGER: '',
  }
  const args = [join(here, 'checks.py'), join(bin, 'aws')]
  const child = spawn(join(bin, 'python'), args, { env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  await server.close()
  return typeof code === 'number' ? code : 1
}

function skip(error: unknown): number {
  console.log('skipped: no python')
  console.error(error instanceof Error ? error.message : error)
  return process.env['CI'] === 'true' ? 1 : 0
}

let bin: string | undefined
try {
  bin = installClients()
} catch (error) {
  process.exitCode = skip(error)
}
if (bin !== undefined) process.exitCode = await runChecks(bin)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const entry = join(repository, 'dist/index.js')
const clock = join(repository, 'simulator/clock.mjs')

/** A token as GitHub gives it to a job; it must not be seen anywhere. */
export const token = 'ghs_R8tW2yLq5ZkP0vXm3NcB7aJdE1uHfS4g'

/** Where a step runs: the simulator's address, the project's folder, and where files go. */
export interface Machine {
  readonly url: string
  readonly workspace: string
  /** Absolute path of a folder that is there. */
  readonly folder: string
}

/** A step of a workflow that uses the action. */
export interface Step {
  /** File-safe name. */
  readonly name: string
  /** As under `with:` in a workflow. */
  readonly inputs: Readonly<Record<string, string>>
  /** Variables of the step. */
  readonly env: Readonly<Record<string, string>>
  readonly event: 'push' | 'pull_request'
  readonly sha: string
  readonly payload: object
}

/** What a step came to. */
export interface StepResult {
  readonly exitCode: number | null
  /** The log as GitHub shows it. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  /** Path of the job summary. */
  readonly summaryFile: string
  readonly summary: string
}

/** Runs the built action as GitHub's runner would, in the simulator's time. Throws where it has not been built. */
export async function runStep(machine: Machine, step: Step): Promise<StepResult> {
  if (!existsSync(entry)) throw new Error('dist/index.js is not there: run `npm run build` first')
  const files = filesOf(machine, step)
  const child = spawn(process.execPath, ['--import', clock, entry], {
    cwd: machine.workspace,
    env: { ...environmentOf(machine, step), ...files },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const [exitCode]: (number | null)[] = await once(child, 'close')
  const summaryFile = files.GITHUB_STEP_SUMMARY
  return {
    exitCode: exitCode ?? null,
    log: showLog(Buffer.concat(chunks).toString('utf8')),
    outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    summaryFile,
    summary: readFileSync(summaryFile, 'utf8'),
  }
}

function filesOf(machine: Machine, step: Step) {
  const path = (name: string) => join(machine.folder, `${step.name}${name}`)
  const files = {
    GITHUB_EVENT_PATH: path('-event.json'),
    GITHUB_OUTPUT: path('-outputs.txt'),
    GITHUB_STEP_SUMMARY: path('-summary.md'),
    RUNNER_TEMP: path('-temp'),
  }
  writeFileSync(files.GITHUB_EVENT_PATH, JSON.stringify(step.payload, undefined, 2))
  writeFileSync(files.GITHUB_OUTPUT, '')
  writeFileSync(files.GITHUB_STEP_SUMMARY, '')
  mkdirSync(files.RUNNER_TEMP)
  return files
}

/** Nothing of this machine's own environment but what Node needs. */
function environmentOf({ url, workspace }: Machine, step: Step): Record<string, string> {
  const inputs = Object.entries({ 'github-token': token, ...step.inputs })
  return {
    PATH: process.env['PATH'] ?? '',
    SIMULATOR_URL: url,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY',
    AWS_REGION: 'ap-northeast-1',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `${url}/github`,
    GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'shop/web',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_EVENT_NAME: step.event,
    GITHUB_SHA: step.sha,
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...step.env,
  }
}

/** Workflow commands are for the runner: it opens groups, marks errors and hides the rest. */
function showLog(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
    if (command === undefined) return [line]
    if (command === 'group') return [`▼ ${unescapeData(data)}`]
    return ['error', 'warning', 'notice'].includes(command) ? [`${command}: ${unescapeData(data)}`] : []
  })
  return lines.join('\n').trimEnd()
}

function unescapeData(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
}

/** The output file: `name<<delimiter`, the value, the delimiter. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]))
}

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect } from '@jest/globals'

/** Inputs of a step by name. */
export type Inputs = Readonly<Record<string, string>>
/** Variables of a step; one that is `undefined` is taken away. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What the built action did, as the runner sees it. */
export interface Performance {
  /** Code of the process. */
  readonly exit: number | null
  /** Standard output without the lines that announce secrets. */
  readonly log: string
  /** The secrets that were announced. */
  readonly masked: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What stands in `document-file`; empty where the step printed no document. */
  readonly documents: readonly string[]
}

const root = resolve(import.meta.dirname, '../..')
/** These must never be read anywhere. */
const secrets = ['wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY', 'ghs_16C7e42F292c6912E7710c838347Ae178B4a']

/** What the runner gives a step. It is made from nothing: neither jest's options nor this machine's credentials are in it. */
export function surroundings(folder: string, url: string): Environment {
  return {
    PATH: dirname(process.execPath),
    HOME: folder,
    SIMULATOR_URL: url,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: secrets[0],
    'INPUT_GITHUB-TOKEN': secrets[1],
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `${url}/github`,
    GITHUB_GRAPHQL_URL: `${url}/github/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(folder, 'repository', '.event.json'),
    GITHUB_WORKSPACE: join(folder, 'repository'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    RUNNER_TEMP: join(folder, 'temp'),
  }
}

/** Inputs as the runner hands them to the process. */
export function asInputs(inputs: Inputs): Environment {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

/** Runs the built action in a process of its own, on the simulator's time; `begun` hears its process id. */
export async function perform(world: Environment, begun: (pid: number) => void): Promise<Performance> {
  const { GITHUB_OUTPUT: output = '', GITHUB_STEP_SUMMARY: summary = '', RUNNER_TEMP: temp = '' } = world
  for (const file of [output, summary]) writeFileSync(file, '')
  mkdirSync(temp, { recursive: true })
  const words = ['--import', join(root, 'simulator/clock.mjs'), join(root, 'dist/index.js')]
  const env = Object.fromEntries(Object.entries(world).filter(([, value]) => value !== undefined))
  const child = spawn(process.execPath, words, {
    cwd: world['GITHUB_WORKSPACE'],
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  begun(child.pid ?? 0)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = text.trimEnd().split('\n')
  const masks = lines.filter((line) => line.startsWith('::add-mask::'))
  const outputs = readOutputs(readFileSync(output, 'utf8'))
  const [documents, reports] = ['document-file', 'report-file'].map((name) => readFiles(outputs[name]))
  const performance = {
    exit,
    log: lines.filter((line) => !masks.includes(line)).join('\n'),
    masked: masks.map((line) => line.slice('::add-mask::'.length)),
    outputs,
    summary: readFileSync(summary, 'utf8'),
    documents: documents ?? [],
  }
  const { log, summary: markdown } = performance
  keepSecrets([log, markdown, ...Object.values(outputs), ...performance.documents, ...(reports ?? [])])
  return performance
}

function readFiles(path = ''): readonly string[] {
  return path === '' ? [] : [readFileSync(path, 'utf8')]
}

/** `name<<delimiter`, the lines of the value, `delimiter`. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^(\S+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]))
}

/** Whatever the story is about: no credential stands in anything that a step writes. */
function keepSecrets(written: readonly string[]): void {
  for (const secret of secrets) expect(written.filter((text) => text.includes(secret))).toEqual([])
}

/**
 * The whole story on one screen, without an AWS account: a website is created, compared in a pull request, verified,
 * deployed; then comes a release that crashes. The simulator plays AWS and GitHub; the action is the built one.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseScenario } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'
import { createSimulator, type Simulator } from '../simulator/simulator.ts'
import { runStep, type Step, type StepResult, token } from './demo/action.ts'

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const workspace = pathOf('../examples/web')
const folder = pathOf('../.cache/demo')

const commits = {
  first: '7b0c2a9d1f3e4b5a6c7d8e9f0a1b2c3d4e5f6071',
  request: '5d41402abc4b2a76b9719d911017c592ae1f3c07',
  merged: '9a0364b9e99bb480dd25e1f0284c8555ae1f3c44',
  bad: 'e2fc714c4727ee9395f324cd2e7f331f11c2b9d6',
}

/** A promise, and whether it was kept. */
type Promised = readonly [promise: string, kept: boolean]

/** A chapter of the story. */
interface Chapter {
  readonly heading: string
  readonly step: Step
  /** Lines before the first that matches are counted only. */
  readonly showFrom?: RegExp
  promises(result: StepResult): readonly Promised[]
}

const push = (sha: string) => ({ event: 'push' as const, sha, payload: { ref: 'refs/heads/main', after: sha } })
const pullRequest = {
  event: 'pull_request' as const,
  sha: commits.request,
  payload: {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: commits.request, repo: { full_name: 'shop/web', fork: false } },
      base: { repo: { full_name: 'shop/web' } },
    },
    repository: { full_name: 'shop/web' },
  },
}

/** What the definitions ask for besides the envfile. */
const release = (tag: string, logLevel = 'info') => ({ IMAGE_TAG: tag, LOG_LEVEL: logLevel })

function describeStory(simulator: Simulator): readonly Chapter[] {
  const service = () => simulator.state().services.find((one) => one['serviceName'] === 'web') ?? {}
  const runs = () =>
    String(service()['taskDefinition'] ?? '')
      .split('/')
      .at(-1)
  const comments = () => simulator.state().comments.map((comment) => comment.body)
  const envfile = 'production.env'
  return [
    {
      heading: 'The first deploy: the service web is not there yet, so it is created with release v1',
      showFrom: /^effect:/,
      step: { name: '1-create', inputs: { command: 'deploy', envfile }, env: release('v1'), ...push(commits.first) },
      promises: ({ exitCode, outputs }) => [
        ['the step passes', exitCode === 0 && outputs['outcome'] === 'succeeded'],
        ['two tasks of web:1 run', runs() === 'web:1' && service()['runningCount'] === 2],
      ],
    },
    {
      heading: 'A pull request brings release v2: what would its merge change? (written as a comment)',
      step: { name: '2-diff', inputs: { command: 'diff', envfile }, env: release('v2'), ...pullRequest },
      promises: ({ exitCode, outputs }) => [
        ['the step passes and says that something differs', exitCode === 0 && outputs['changed'] === 'true'],
        [
          'the pull request has one comment, with the new image',
          comments().length === 1 && /v2/.test(comments().join()) && !/debug/.test(comments().join()),
        ],
        ['nothing was deployed', runs() === 'web:1'],
      ],
    },
    {
      heading: 'Another commit in the pull request: the comment is replaced, there is no second one',
      step: { name: '3-diff', inputs: { command: 'diff', envfile }, env: release('v2', 'debug'), ...pullRequest },
      promises: ({ exitCode, outputs }) => [
        ['the step passes and names the comment', exitCode === 0 && (outputs['comment-url'] ?? '') !== ''],
        [
          'there is still one comment, and it tells the new change',
          comments().length === 1 && /debug/.test(comments().join()),
        ],
      ],
    },
    {
      heading: 'Before the merge: is everything there that the definitions name?',
      step: {
        name: '4-verify',
        inputs: { command: 'verify', envfile },
        env: release('v2', 'debug'),
        ...push(commits.merged),
      },
      promises: ({ exitCode, log }) => [
        ['the step passes', exitCode === 0],
        ['image, secrets, log group and target group were looked up', /sha256:/.test(log) && /SESSION_KEY/.test(log)],
      ],
    },
    {
      heading: 'Merged: release v2 is deployed and watched until it runs',
      step: {
        name: '5-deploy',
        inputs: { command: 'deploy', envfile },
        env: release('v2', 'debug'),
        ...push(commits.merged),
      },
      promises: ({ exitCode, outputs }) => [
        ['the step passes', exitCode === 0 && outputs['outcome'] === 'succeeded'],
        ['the service runs web:2', runs() === 'web:2' && service()['runningCount'] === 2],
        ['the outputs say so', /\/web:2$/.test(outputs['task-definition-arn'] ?? '') && outputs['changed'] === 'true'],
        ['and what ran before', /\/web:1$/.test(outputs['previous-task-definition-arn'] ?? '')],
      ],
    },
    {
      heading: 'Release v3 crashes when it starts: the deploy fails, says why, and the service goes back',
      step: {
        name: '6-bad-deploy',
        inputs: { command: 'deploy', envfile },
        env: release('v3', 'debug'),
        ...push(commits.bad),
      },
      promises: ({ exitCode, outputs, summary }) => [
        ['the step fails', exitCode === 1],
        ['the outcome is rolled-back', outputs['outcome'] === 'rolled-back'],
        ['the cause is the application', outputs['failure-category'] === 'container/app-error'],
        ['the summary quotes its last words', summary.includes('column orders.currency does not exist')],
        ['the failed revision is web:3', /\/web:3$/.test(outputs['failed-task-definition-arn'] ?? '')],
        ['the service runs web:2 again', runs() === 'web:2' && service()['runningCount'] === 2],
      ],
    },
    {
      heading: 'Proof: what runs now?',
      step: { name: '7-status', inputs: { command: 'status --events 3', envfile }, env: {}, ...push(commits.bad) },
      promises: ({ exitCode, log }) => [
        ['the step passes', exitCode === 0],
        ['it is web:2', /TaskDefinition: web:2/.test(log)],
      ],
    },
  ]
}

/** What must not be seen anywhere. */
function findLeaks(secrets: readonly string[], texts: readonly string[]): readonly string[] {
  return secrets.filter((secret) => texts.some((text) => text.includes(secret)))
}

function show(number: number, { heading, step }: Chapter): void {
  const variables = Object.entries(step.env).map(([name, value]) => `${name}=${value}`)
  console.log(`\n━━ ${number}. ${heading}`)
  console.log(`   ${[`command: ${step.inputs['command'] ?? ''}`, ...variables].join('   ')}\n`)
}

function showLog(log: string, from: RegExp | undefined): void {
  const lines = log.split('\n')
  const hidden =
    from === undefined
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => from.test(line)),
        )
  if (hidden > 0) console.log(`   │ … ${hidden} lines: the definitions, all of them new`)
  console.log(
    `${lines
      .slice(hidden)
      .map((line) => `   │ ${line}`.trimEnd())
      .join('\n')}\n`,
  )
}

function judge(promises: readonly Promised[]): number {
  for (const [promise, kept] of promises) console.log(`   ${kept ? '✓' : '✗ NOT SO:'} ${promise}`)
  return promises.filter(([, kept]) => !kept).length
}

async function tellStory(): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const scenario = parseScenario(JSON.parse(readFileSync(pathOf('demo/scenario.json'), 'utf8')))
  const simulator = createSimulator(scenario)
  const server = await startServer(simulator)
  const texts: string[] = []
  let [broken, last] = [0, '']
  try {
    for (const [index, chapter] of describeStory(simulator).entries()) {
      show(index + 1, chapter)
      const result = await runStep({ url: server.url, workspace, folder }, chapter.step)
      showLog(result.log, chapter.showFrom)
      broken += judge([...chapter.promises(result), ['its summary was written', result.summary !== '']])
      texts.push(result.log, result.summary)
      if (result.exitCode !== 0) last = result.summaryFile
    }
  } finally {
    await server.close()
  }
  const comment = join(folder, 'comment.md')
  const bodies = simulator.state().comments.map(({ body }) => body)
  writeFileSync(comment, `${bodies.join('\n')}\n`)
  const secrets = [...scenario.parameters, ...scenario.secrets].map(({ value }) => value ?? '')
  const leaks = findLeaks([token, ...secrets], [...texts, ...bodies])
  console.log('\n━━ In the end')
  broken += judge([['no secret stands in any log, summary or comment', leaks.length === 0]])
  console.log(broken === 0 ? '\neverything came as promised' : `\n${broken} promises were broken`)
  console.log(`summary: ${last}\ncomment: ${comment}`)
  return broken
}

process.exitCode = (await tellStory()) === 0 ? 0 : 1

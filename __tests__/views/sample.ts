import type { DocumentComparison } from '../../src/model/comparison.ts'
import type { Diagnosis } from '../../src/model/diagnosis.ts'
import type { Happening, RunEvent } from '../../src/model/event.ts'
import type { CommandResult, ProjectReport, RunReport } from '../../src/model/report.ts'
import type { Verdict } from '../../src/model/verdict.ts'

/** 2026-11-23 12:00:00 UTC */
export const noon = Date.UTC(2026, 10, 23, 12)

const arn = 'arn:aws:ecs:ap-northeast-1:123456789012'

export const taskDefinitionChange: DocumentComparison = {
  subject: 'taskDefinition',
  remoteName: `${arn}:task-definition/api:42`,
  localName: 'ecs/task.json',
  before: {
    family: 'api',
    cpu: '256',
    memory: '1024',
    containerDefinitions: [
      {
        name: 'app',
        image: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.4',
        essential: true,
        environment: [
          { name: 'DB_PASSWORD', value: 'correct-horse-1' },
          { name: 'LOG_LEVEL', value: 'info' },
        ],
      },
    ],
  },
  after: {
    family: 'api',
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      {
        name: 'app',
        image: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.5',
        essential: true,
        environment: [
          { name: 'DB_PASSWORD', value: 'battery-staple-2' },
          { name: 'LOG_LEVEL', value: 'info' },
        ],
      },
    ],
  },
  changes: [
    { path: 'memory', before: '1024', after: '512' },
    {
      path: 'containerDefinitions[app].image',
      before: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.4',
      after: '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.5',
    },
    {
      path: 'containerDefinitions[app].environment[DB_PASSWORD].value',
      before: 'correct-horse-1',
      after: 'battery-staple-2',
    },
  ],
}

export const diagnosis: Diagnosis = {
  label: 'container/essential-exited',
  reason: 'The container app of api:43 ends right after its start with exit code 1: cannot connect to the database.',
  hint: 'Look at the last log lines below, and check `DB_HOST` and the security group of the database.',
  next: ['`aws logs tail /ecs/api --since 10m` shows the whole log.'],
  retryable: false,
  evidence: [
    { source: 'exitCode', message: 'exit code 1', exitCode: 1, container: 'app', task: '0f3a9c', at: noon + 70_000 },
    { source: 'stoppedReason', message: 'Essential container in task exited', task: '0f3a9c', at: noon + 71_000 },
    { source: 'event', message: '(service api) deployment failed: tasks failed to start.', at: noon + 130_000 },
  ],
  logs: [
    {
      container: 'app',
      task: '0f3a9c',
      group: '/ecs/api',
      stream: 'app/app/0f3a9c',
      lines: ['starting…', 'Error: connect ECONNREFUSED 10.0.3.7:5432', '    at main (server.js:12)'],
    },
  ],
  notes: ['target health: no permission for elasticloadbalancing:DescribeTargetHealth'],
  tasks: 3,
}

export function at(seconds: number, happening: Happening): RunEvent {
  return { ...happening, at: noon + seconds * 1000 }
}

export function look(
  seconds: number,
  counts: readonly [string, number, number, number, number],
  verdict: Verdict,
): RunEvent {
  const [revision, desired, running, pending, failed] = counts
  return at(seconds, {
    kind: 'progress',
    progress: { revision, desired, running, pending, failed },
    verdict,
    elapsed: seconds * 1000,
  })
}

export const failedResult: CommandResult = {
  outcome: 'rolled-back',
  sentence: 'api:43 failed: the circuit breaker stopped the deployment, and the service runs api:42 again',
  category: 'container/essential-exited',
  retryable: false,
  changed: true,
  comparison: {
    taskDefinition: taskDefinitionChange,
    effects: ['new tasks will be started'],
    warnings: ['memory drops from 1024 to 512'],
  },
  running: `${arn}:task-definition/api:42`,
  previous: `${arn}:task-definition/api:42`,
  failed: `${arn}:task-definition/api:43`,
  deploymentId: `${arn}:service-deployment/prod/api/AbCdEf123`,
  diagnosis,
  rollback: {
    by: 'ecs',
    target: { kind: 'target', taskDefinition: `${arn}:task-definition/api:42` },
    ended: 'rolled-back',
    sentence: 'the service runs api:42 with 2 of 2 tasks again',
  },
  leftovers: ['api:43 stays registered; `ecspresso deregister --revision 43` removes it'],
}

const waiting: Verdict = { kind: 'progressing', sentence: 'waiting for 2 tasks of api:43 to become healthy' }
const back: Verdict = {
  kind: 'rolling-back',
  by: 'circuit-breaker',
  sentence: 'the circuit breaker goes back to api:42',
  why: 'tasks failed to start',
}

export const failedProject: ProjectReport = {
  config: 'ecs/ecspresso.yml',
  region: 'ap-northeast-1',
  account: '123456789012',
  cluster: 'prod',
  service: 'api',
  commands: [{ command: 'deploy', line: 'deploy', result: failedResult }],
  events: [
    at(0, { kind: 'began', line: 'deploy', service: 'api', cluster: 'prod' }),
    ...(failedResult.comparison ? [at(1, { kind: 'compared', comparison: failedResult.comparison })] : []),
    at(2, { kind: 'target', target: { kind: 'target', taskDefinition: `${arn}:task-definition/api:42` } }),
    at(3, { kind: 'call', operation: 'RegisterTaskDefinition', summary: 'registered api:43', dryRun: false }),
    at(4, { kind: 'call', operation: 'UpdateService', summary: 'updated the service to api:43', dryRun: false }),
    look(5, ['api:43', 2, 0, 0, 0], waiting),
    look(10, ['api:43', 2, 0, 2, 0], waiting),
    at(10, {
      kind: 'service-event',
      message: '(service api) has started 2 tasks: (task 0f3a9c) (task 1b7e).',
      createdAt: noon + 9000,
    }),
    look(30, ['api:43', 2, 2, 0, 0], waiting),
    look(72, ['api:43', 2, 1, 1, 1], waiting),
    look(100, ['api:43', 2, 0, 2, 3], waiting),
    look(130, ['api:43', 2, 0, 0, 3], back),
    at(131, { kind: 'diagnosed', diagnosis }),
    at(132, { kind: 'rollback', sentence: 'ECS goes back to api:42 itself; watching it' }),
    look(150, ['api:43', 0, 0, 0, 3], back),
    at(160, { kind: 'ended', result: failedResult }),
  ],
}

export const goodProject: ProjectReport = {
  ...failedProject,
  config: 'worker/ecspresso.yml',
  service: 'worker',
  commands: [
    {
      command: 'deploy',
      line: 'deploy',
      result: {
        outcome: 'succeeded',
        sentence: 'worker:8 runs with 3 of 3 tasks',
        changed: false,
        running: `${arn}:task-definition/worker:8`,
        previous: `${arn}:task-definition/worker:7`,
        comparison: { effects: [], warnings: [] },
      },
    },
  ],
  events: [],
}

export function reportOf(...projects: readonly ProjectReport[]): RunReport {
  const outcome = projects.some((project) => project.commands.some((one) => one.result.outcome === 'rolled-back'))
    ? 'rolled-back'
    : 'succeeded'
  return { version: '1.0.0', outcome, startedAt: noon, endedAt: noon + 160_000, projects }
}

import { describe, expect, it } from '@jest/globals'
import { diagnose, diagnoseError } from '../../src/diagnose/diagnose.ts'
import { AwsError, StepError, UserError } from '../../src/errors.ts'
import type { Definition } from '../../src/model/definition.ts'
import type { Evidence } from '../../src/model/diagnosis.ts'
import { formatPath, type JsonObject } from '../../src/model/json.ts'

function definitionOf(file: string, document: JsonObject): Definition {
  return { file, document, locate: (path) => ({ file, path: formatPath(path) }) }
}

const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf'
const taskDefinition = definitionOf('task.json', {
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
  containerDefinitions: [
    { name: 'proxy', image: 'envoy:1', essential: false },
    {
      name: 'app',
      image: 'acme/app:1',
      memory: 256,
      healthCheck: { command: ['CMD', 'true'] },
      secrets: [
        { name: 'A', valueFrom: 'arn:a' },
        { name: 'DB', valueFrom: `${secret}:password::` },
      ],
    },
  ],
})
const serviceDefinition = definitionOf('service.json', { loadBalancers: [], networkConfiguration: {} })
const context = { taskDefinition, serviceDefinition }

function say(evidence: readonly Evidence[], logs: readonly string[] = []) {
  const excerpt = { container: 'app', task: 't1', group: 'g', stream: 's', lines: logs }
  return diagnose({ evidence, logs: logs.length === 0 ? [] : [excerpt], notes: ['a note'] }, context)
}

const refusal = `AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/0c1 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action`

describe('diagnose', () => {
  it.each<[string, Evidence, string, string | undefined]>([
    [
      'the image',
      { source: 'containerReason', container: 'app', message: 'CannotPullContainerError: not found' },
      'image acme/app:1 was not found in its registry (container app)',
      'containerDefinitions[1].image',
    ],
    [
      'the secret',
      { source: 'stoppedReason', message: `unable to retrieve secret from asm: ${refusal}` },
      `role exec may not read ${secret}`,
      'containerDefinitions[1].secrets[1].valueFrom',
    ],
    [
      'the memory',
      { source: 'containerReason', container: 'app', message: 'OutOfMemoryError: killed' },
      'container app was killed because it used more memory than it may',
      'containerDefinitions[1].memory',
    ],
    [
      'the health check',
      { source: 'health', container: 'app', message: 'UNHEALTHY' },
      'the health check of container app failed',
      'containerDefinitions[1].healthCheck',
    ],
    [
      'the exit code',
      { source: 'exitCode', container: 'app', exitCode: 3, message: 'container app exited with code 3' },
      'container app ended with exit code 3',
      undefined,
    ],
    [
      'the target group',
      {
        source: 'event',
        message:
          '(service web) (port 80) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1) due to (reason Health checks failed with these codes: [502]).',
      },
      'the tasks do not pass the health check of target group web: they answered [502]',
      'loadBalancers',
    ],
    [
      'the size',
      {
        source: 'apiError',
        errorName: 'ClientException',
        message: 'No Fargate configuration exists for given values.',
      },
      'this pair of cpu and memory does not exist: No Fargate configuration exists for given values',
      'memory',
    ],
  ])('names %s and its line', (_, evidence, reason, path) => {
    const diagnosis = say([evidence])
    expect(diagnosis.reason).toBe(reason)
    expect(diagnosis.location?.path).toBe(path)
  })

  it('turns a refusal into the smallest policy', () => {
    const [first] = say([{ source: 'stoppedReason', message: refusal }]).next
    expect(first).toBe(
      `Allow it in the policy of role exec: \`{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"${secret}"}\``,
    )
  })

  it('lets ECS, and nobody else, get the passed role', () => {
    const message =
      'User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/exec'
    expect(say([{ source: 'apiError', errorName: 'ClientException', message }]).next[0]).toContain(
      '"iam:PassedToService":"ecs-tasks.amazonaws.com"',
    )
  })

  it('offers no policy against an explicit deny', () => {
    const message = `${refusal.slice(0, refusal.indexOf(' because'))} with an explicit deny in an identity-based policy`
    expect(say([{ source: 'stoppedReason', message }]).next[0]).toMatch(
      /^Remove the explicit deny of secretsmanager:GetSecretValue/,
    )
  })

  it('puts what decided first, then support, one of each kind, without normal lines', () => {
    const died = (task: string, id: string): Evidence => ({
      source: 'stoppedReason',
      task,
      message: `CannotPullContainerError: failed to resolve ref acme/app:1: not found (request ${id})`,
    })
    const breaker: Evidence = { source: 'rollout', message: 'ECS deployment circuit breaker: tasks failed to start.' }
    const diagnosis = say([
      { source: 'event', message: '(service web) has started 1 tasks: (task t1).' },
      breaker,
      died('t1', '0123456789abcdef'),
      died('t2', 'fedcba9876543210'),
    ])
    expect(diagnosis.evidence).toEqual([died('t1', '0123456789abcdef'), breaker])
    expect(diagnosis).toMatchObject({ label: 'image/not-found', tasks: 2, retryable: false, notes: ['a note'] })
  })

  it('reads the logs, and keeps the line that decided', () => {
    const diagnosis = say(
      [{ source: 'exitCode', container: 'app', exitCode: 1, message: 'container app exited with code 1', task: 't1' }],
      ['starting', 'Error: Cannot find module "/app/main.js"', 'giving up'],
    )
    expect(diagnosis).toMatchObject({
      label: 'container/app-error',
      reason: 'the application ended with: Error: Cannot find module "/app/main.js" (container app)',
      tasks: 1,
    })
    expect(diagnosis.evidence[0]).toMatchObject({ source: 'log', container: 'app' })
    expect(diagnosis.logs).toHaveLength(1)
  })

  it('keeps a text that no rule knows', () => {
    expect(say([{ source: 'event', message: 'The moon is in the wrong place.' }])).toMatchObject({
      label: 'unknown/unclassified',
      reason: 'The moon is in the wrong place',
      tasks: 0,
    })
  })

  it('says so when there is nothing', () => {
    expect(say([])).toMatchObject({
      label: 'unknown/unclassified',
      reason: 'nothing that could be read tells why it failed',
      evidence: [],
    })
  })
})

describe('diagnoseError', () => {
  const call = { service: 'ecs', operation: 'UpdateService', code: 'AccessDeniedException', status: 400 }

  it('reads AWS’s refusal through our own steps', () => {
    const cause = new AwsError('The task definition is not yours.', call)
    expect(diagnoseError(new StepError('failed to update service', cause))).toMatchObject({
      label: 'permission/caller',
      reason: 'the deployer may not call ecs:UpdateService',
      evidence: [{ source: 'apiError', errorName: 'AccessDeniedException', operation: 'ecs:UpdateService' }],
    })
  })

  it.each([
    ['ThrottlingException', 400, 'Rate exceeded', 'throttle/api', true],
    ['WeirdThing', 502, 'oops', 'aws-fault/server-error', true],
    ['ENOTFOUND', 0, 'getaddrinfo ENOTFOUND ecs.us-east-9.amazonaws.com', 'network/dns', false],
    ['ECONNREFUSED', 0, 'connect ECONNREFUSED 127.0.0.1:1', 'network/dns', false],
    ['ECONNRESET', 0, 'socket hang up', 'aws-fault/server-error', true],
    ['ServiceNotFoundException', 400, 'Service not found.', 'config/reference', false],
    ['WeirdThing', 400, 'oops', 'unknown/unclassified', false],
  ])('%s with status %d and %j is %s', (code, status, message, label, retryable) => {
    expect(diagnoseError(new AwsError(message, { ...call, code, status }))).toMatchObject({ label, retryable })
  })

  it('keeps the hint and the place of our own refusals', () => {
    const location = { file: 'ecs/task.json', line: 7 }
    const error = new UserError('must_env: environment variable TAG is not defined', { hint: 'Set TAG.', location })
    expect(diagnoseError(error)).toMatchObject({
      label: 'config/template',
      reason: 'must_env: environment variable TAG is not defined',
      hint: 'Set TAG.',
      location,
      retryable: false,
    })
  })

  it('calls any other refusal of ours a matter of the call', () => {
    expect(diagnoseError(new UserError('no such command: depoly', { hint: 'Write deploy.' })).label).toBe(
      'config/client',
    )
  })

  it('takes whatever was thrown', () => {
    expect(diagnoseError('a string')).toMatchObject({ label: 'unknown/unclassified', reason: 'a string' })
  })
})

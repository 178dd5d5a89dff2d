import type { Call, Fields, Json } from '../call.ts'
import { createEcs, type EcsWorld } from '../ecs/ecs.ts'
import type { LogEntry } from '../ecs/ports.ts'
import { parseScenario, type Scenario } from '../scenario.ts'
import { createRandom, createTime } from '../time.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at by their wire names, a wrong one must show as undefined
export type Answer = any

/** A world to tell a story in: call, let time pass, look. */
export interface Story {
  readonly ecs: EcsWorld
  readonly logs: LogEntry[]
  readonly scenario: Scenario
  /** Seconds since the start. */
  elapsed(): number
  call(operation: string, input?: object): Answer
  /** The refusal as `Code: message`. */
  refusal(operation: string, input?: object): string
  pass(seconds: number): void
  /** Lets time pass in steps until `done`, at most `limit` seconds; gives the seconds it took. */
  until(done: () => boolean, limit?: number): number
  service(name?: string): Answer
  events(name?: string): string[]
  deployments(name?: string): Answer[]
  /** All tasks of a service that are still known, running ones first. */
  tasks(name?: string): Answer[]
}

export const NETWORK = { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } }
export const ACCOUNT = '123456789012'

export function fargate(
  family: string,
  image = `registry.example/${family}:1`,
  more: object = {},
  container: object = {},
): Fields {
  return {
    family,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/execution`,
    containerDefinitions: [
      {
        name: 'app',
        image,
        portMappings: [{ containerPort: 80 }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/api', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'api' },
        },
        ...container,
      },
    ],
    ...more,
  } as Fields
}

/** Two tasks of `api:1` running since yesterday; `api:2` is registered. */
export function base(more: object = {}, service: object = {}): Record<string, Json> {
  return {
    timings: { jitter: 0 },
    taskDefinitions: [
      { input: fargate('api', 'registry.example/api:1') },
      { input: fargate('api', 'registry.example/api:2') },
    ],
    services: [
      {
        serviceName: 'api',
        taskDefinition: 'api:1',
        desiredCount: 2,
        launchType: 'FARGATE',
        networkConfiguration: NETWORK,
        ...service,
      },
    ],
    ...more,
  } as Record<string, Json>
}

export const BREAKER = (rollback: boolean, more: object = {}) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback, ...more } },
})

export function tell(value: object): Story {
  const scenario = parseScenario(value)
  const time = createTime(scenario.start)
  const logs: LogEntry[] = []
  const ecs = createEcs({
    time,
    random: createRandom(scenario.seed),
    scenario,
    account: scenario.account,
    region: scenario.region,
    writeLog: (entry) => logs.push(entry),
  })
  const call = (operation: string, input: object = {}): Answer => {
    const run = ecs.operations[operation]
    if (run === undefined) throw new Error(`no operation ${operation}`)
    const context: Call = {
      service: 'ecs',
      operation,
      input: input as Fields,
      region: scenario.region,
      account: scenario.account,
      principal: `arn:aws:iam::${ACCOUNT}:user/tester`,
    }
    return JSON.parse(JSON.stringify(run(input as Fields, context)))
  }
  const service = (name = 'api') => call('DescribeServices', { services: [name], include: ['TAGS'] }).services[0]
  const elapsed = () => (time.now() - scenario.start) / 1000
  const pass = (seconds: number) => time.advanceTo(time.now() + seconds * 1000)
  return {
    ecs,
    logs,
    scenario,
    elapsed,
    call,
    pass,
    service,
    refusal: (operation, input) => {
      try {
        call(operation, input)
      } catch (error) {
        const { code, message } = error as { code?: string; message: string }
        return `${code}: ${message}`
      }
      return 'not refused'
    },
    until: (done, limit = 3600) => {
      const start = elapsed()
      while (!done()) {
        if (elapsed() - start > limit) throw new Error(`not so within ${limit} s`)
        pass(1)
      }
      return elapsed() - start
    },
    events: (name) => service(name).events.map((event: { message: string }) => event.message),
    deployments: (name = 'api') => {
      const list = call('ListServiceDeployments', { service: name }).serviceDeployments
      const serviceDeploymentArns = list.map((one: { serviceDeploymentArn: string }) => one.serviceDeploymentArn)
      return call('DescribeServiceDeployments', { serviceDeploymentArns }).serviceDeployments
    },
    tasks: (name = 'api') => {
      const arns = ['RUNNING', 'STOPPED'].flatMap(
        (desiredStatus) => call('ListTasks', { serviceName: name, desiredStatus }).taskArns,
      )
      return arns.length === 0 ? [] : call('DescribeTasks', { tasks: arns }).tasks
    },
  }
}

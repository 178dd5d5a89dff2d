import { parseScenario } from '../../simulator/scenario.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { openAws } from '../../src/aws/open.ts'
import type { Command, Context, Options } from '../../src/commands/context.ts'
import { deploy } from '../../src/commands/deploy.ts'
import type { Definition } from '../../src/model/definition.ts'
import type { Happening } from '../../src/model/event.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { Project } from '../../src/model/project.ts'
import type { CommandResult } from '../../src/model/report.ts'
import type { FlagValue } from '../../src/model/settings.ts'

export const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY'

const environment = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: secret,
}

/** The service definition of the stories: two Fargate tasks. */
export const serviceDefinition: JsonObject = {
  desiredCount: 2,
  launchType: 'FARGATE',
  availabilityZoneRebalancing: 'DISABLED',
  propagateTags: 'NONE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } },
}

/** A task definition of the family `api`. */
function taskDefinition(image: string): JsonObject {
  return {
    family: 'api',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [{ name: 'app', image, essential: true }],
  }
}

/** A world where `api:1` with image `app:1` has been running for a day. */
export function openWorld(scenario: JsonObject, service: JsonObject = serviceDefinition): Simulator {
  return createSimulator(
    parseScenario({
      clusters: [{ name: 'demo' }],
      taskDefinitions: [{ input: taskDefinition('app:1') }],
      services: [{ cluster: 'demo', serviceName: 'api', taskDefinition: 'api:1', ...service }],
      ...scenario,
    }),
  )
}

export interface Run {
  readonly result: CommandResult
  /** What the command knew before it ended. */
  readonly known: Partial<CommandResult>
  readonly happenings: readonly Happening[]
  /** ms of virtual time. */
  readonly took: number
}

export interface Asked {
  readonly image?: string
  /** The service definition; undefined: the config names none. */
  readonly service?: JsonObject | undefined
  readonly options?: Partial<Options>
  readonly flags?: Readonly<Record<string, FlagValue>>
  readonly signal?: AbortSignal
}

/** `deploy` in process, on the simulator's clock. */
export function runDeploy(simulator: Simulator, asked: Asked = {}): Promise<Run> {
  return runCommand(simulator, deploy, asked)
}

/** A command in process, on the simulator's clock. */
export async function runCommand(simulator: Simulator, command: Command, asked: Asked = {}): Promise<Run> {
  const { clock, requestHandler } = simulator
  const happenings: Happening[] = []
  let known: Partial<CommandResult> = {}
  const startedAt = clock.now()
  const options: Options = {
    dryRun: false,
    rollback: 'auto',
    onCancel: 'leave',
    unchanged: 'deploy',
    failOnChanges: false,
    pollInterval: 5_000,
    timeout: 600_000,
    ...asked.options,
  }
  const context: Context = {
    project: projectOf(asked),
    aws: openAws({
      environment,
      region: 'us-east-1',
      userAgent: 'test',
      calling: { clock, random: () => 0.5, trace: () => {} },
      transport: requestHandler,
    }),
    clock,
    emit: (happening) => happenings.push(happening),
    signal: asked.signal ?? new AbortController().signal,
    options,
    flags: asked.flags ?? {},
    deadline: startedAt + options.timeout,
    root: '/',
    hide: (document) => document,
    hideComparison: (comparison) => comparison,
    isStranger: async () => false,
    leave: () => () => {},
    know: (facts) => {
      known = { ...known, ...facts }
    },
  }
  const result = await command.run(context)
  return { result, known, happenings, took: clock.now() - startedAt }
}

function projectOf(asked: Asked): Project {
  const { image = 'app:2', service } = { service: serviceDefinition, ...asked }
  const definition = (file: string, document: JsonObject): Definition => ({ file, document, locate: () => ({ file }) })
  return {
    config: {
      file: 'ecspresso.yml',
      region: 'us-east-1',
      cluster: 'demo',
      service: 'api',
      ...(service === undefined ? {} : { serviceDefinition: '/service.json' }),
      taskDefinition: '/task.json',
      timeout: 600_000,
      ignoreTags: [],
      document: {},
      locate: () => ({ file: 'ecspresso.yml' }),
    },
    environment,
    serviceDefinition: async () => definition('service.json', service ?? {}),
    taskDefinition: async () => definition('task.json', taskDefinition(image)),
    taskDefinitionAt: async (path) => definition(path, taskDefinition(image)),
    overrides: async () => definition('overrides.json', {}),
  }
}

/** What the service runs: `api:2 2/2`. */
export function describeWorld(simulator: Simulator): string {
  const answer = simulator.ask('ecs', 'DescribeServices', { cluster: 'demo', services: ['api'] })
  const [service] = (answer['services'] ?? []) as {
    taskDefinition: string
    runningCount: number
    desiredCount: number
    status: string
  }[]
  if (service === undefined || service.status === 'INACTIVE') return 'no service'
  return `${service.taskDefinition.split('/').at(-1)} ${service.runningCount}/${service.desiredCount}`
}

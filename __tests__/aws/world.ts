import { parseScenario } from '../../simulator/scenario.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { openAws } from '../../src/aws/open.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { Aws } from '../../src/model/ports.ts'
import type { Environment } from '../../src/model/project.ts'

export const keys: Environment = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY',
}

/** What a simulator's transport takes. */
type Request = Parameters<Simulator['requestHandler']['handle']>[0]

/** A request as it left. */
interface Sent {
  /** `https://ecs.us-east-1.amazonaws.com/` */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface View {
  readonly simulator: Simulator
  readonly aws: Aws
  readonly sent: readonly Sent[]
  /** The debug log. */
  readonly traces: readonly string[]
}

export interface Wanted {
  readonly region?: string
  readonly environment?: Environment
  readonly assumeRoleArn?: string
  readonly random?: () => number
}

/** A world of a scenario, and AWS as the product sees it. */
export function openView(scenario: JsonObject, wanted: Wanted = {}): View {
  const simulator = createSimulator(parseScenario(scenario))
  const sent: Sent[] = []
  const traces: string[] = []
  const aws = openAws({
    environment: { ...keys, ...wanted.environment },
    region: wanted.region ?? 'us-east-1',
    userAgent: 'test',
    calling: {
      clock: simulator.clock,
      random: wanted.random ?? (() => 0.5),
      trace: (line) => traces.push(line),
    },
    transport: {
      handle(request: Request & { readonly protocol: string; readonly hostname: string; readonly port?: number }) {
        const { protocol, hostname, port, path, headers, body } = request
        const place = port === undefined ? hostname : `${hostname}:${port}`
        sent.push({ url: `${protocol}//${place}${path}`, headers, body: readBody(body) })
        return simulator.requestHandler.handle(request)
      },
    },
    ...(wanted.assumeRoleArn === undefined ? {} : { assumeRoleArn: wanted.assumeRoleArn }),
  })
  return { simulator, aws, sent, traces }
}

function readBody(body: unknown): string {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body)
}

/** The calls of an operation, as the simulator met them. */
export function callsOf({ simulator }: Pick<View, 'simulator'>, operation: string) {
  return simulator.state().calls.filter((call) => call.operation === operation)
}

/** A task definition that ECS accepts. */
export function taskDefinition(family: string, image = 'app:1'): JsonObject {
  return {
    family,
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [{ name: 'app', image, essential: true }],
  }
}

/** A Fargate service that ECS accepts. */
export function serviceInput(serviceName: string, more: JsonObject = {}): JsonObject {
  return {
    cluster: 'demo',
    serviceName,
    taskDefinition: 'api:1',
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } },
    ...more,
  }
}

/** The cluster `demo` with the task definition `api:1` and these services of it. */
export function shopOf(services: readonly string[], more: JsonObject = {}): JsonObject {
  return {
    clusters: [{ name: 'demo' }],
    taskDefinitions: [{ input: taskDefinition('api') }],
    services: services.map((name) => serviceInput(name)),
    ...more,
  }
}

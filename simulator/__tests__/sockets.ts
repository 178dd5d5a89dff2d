import { parseScenario } from '../scenario.ts'
import { startServer } from '../server.ts'
import { createSimulator, type Simulator } from '../simulator.ts'

/** What an SDK client is configured with to talk to a simulator. */
export interface Connection {
  readonly simulator: Simulator
  readonly config: {
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
    readonly maxAttempts: number
    readonly requestHandler?: Simulator['requestHandler']
    readonly endpoint?: string
  }
  close(): Promise<void>
}

const config = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDSIMULATED', secretAccessKey: 'secret' },
  maxAttempts: 1,
}

/** A simulator in this process. */
export async function connectInProcess(scenario: object): Promise<Connection> {
  const simulator = createSimulator(parseScenario(scenario))
  return { simulator, config: { ...config, requestHandler: simulator.requestHandler }, close: async () => undefined }
}

export type Seeds = NonNullable<Parameters<typeof createSimulator>[1]>

/** A simulator behind HTTP, whose time stands still unless it is told. */
export async function connectHttp(scenario: object, seeds?: Seeds): Promise<Connection> {
  const simulator = createSimulator(parseScenario(scenario), seeds)
  const server = await startServer(simulator)
  return { simulator, config: { ...config, endpoint: server.url }, close: server.close }
}

/** The two sockets, for `describe.each`. */
export const sockets = [
  { socket: 'in process', connect: connectInProcess },
  { socket: 'over HTTP', connect: connectHttp },
]

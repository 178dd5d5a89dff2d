import { spawn } from 'node:child_process'
import { parseScenario } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'
import { createSimulator } from '../simulator/simulator.ts'
import type { Measure } from './measure.ts'
import { environmentOf, scenario, writeProject } from './project.ts'

const answerTime = 100

/** Sequential round trips: every answer takes 100 s of virtual time, so that the clock counts them. */
export async function measureRoundTrips(): Promise<readonly Measure[]> {
  const diff = await fewestOf(() => tripsOf('diff', undefined))
  const deploy = await fewestOf(() => tripsOf('deploy --no-wait', 'UpdateService'))
  return [
    { what: 'round trips of diff', value: String(diff), aim: '2' },
    { what: 'round trips of deploy until UpdateService answered', value: String(deploy), aim: '3' },
  ]
}

/** On a busy machine the clock may leave before a request that goes out together with another: that is no round trip. */
async function fewestOf(measure: () => Promise<number>): Promise<number> {
  return Math.min(await measure(), await measure(), await measure())
}

/** Round trips until the answer to `until`, or to the last call. */
async function tripsOf(command: string, until: string | undefined): Promise<number> {
  const slow = { operation: '*', kind: 'slow', seconds: answerTime }
  const simulator = createSimulator(parseScenario({ ...scenario, faults: [slow] }))
  const server = await startServer(simulator, { port: 0, speed: 0 })
  const began = simulator.state().now
  const environment = environmentOf(writeProject(), server.url, command)
  const child = spawn(process.execPath, ['--import', './simulator/clock.mjs', 'dist/index.js'], {
    env: { ...environment, INPUT_TIMEOUT: '10h' },
    stdio: 'ignore',
  })
  await new Promise((resolve) => child.on('exit', resolve))
  const { calls } = simulator.state()
  await server.close()
  const last = calls.findLast((call) => until === undefined || call.operation === until)
  return ((last?.at ?? Number.NaN) - began) / (answerTime * 1000) + 1
}

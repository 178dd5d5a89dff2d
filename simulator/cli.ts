import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseScenario, type Scenario } from './scenario.ts'
import { startServer } from './server.ts'
import { createSimulator } from './simulator.ts'

const usage = `usage: npm run simulator -- [--port N] [--scenario FILE] [--speed N]

  --port N         port on 127.0.0.1; 0, the default, takes any free one
  --scenario FILE  the story as JSON (simulator/README.md); without one an empty account
  --speed N        times faster than real time, 20 by default; 0: time moves only by POST /_simulator/advance
`

function readScenario(file: string | undefined): Scenario {
  return parseScenario(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8')))
}

function readNumber(name: string, text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new Error(`--${name}: ${text} is no number`)
  return value
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      scenario: { type: 'string' },
      speed: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const [port, speed] = [readNumber('port', values.port), readNumber('speed', values.speed)]
  const server = await startServer(createSimulator(readScenario(values.scenario)), { port, speed })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
  console.log(server.url)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 1
}

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseScenario } from '../simulator/scenario.ts'
import { startServer } from '../simulator/server.ts'
import { createSimulator } from '../simulator/simulator.ts'
import type { Measure } from './measure.ts'
import { environmentOf } from './project.ts'

const parameters = Array.from({ length: 30 }, (_, n) => ({ name: `/api/${n}`, value: `value ${n}` }))
const answerTime = 100

/** Thirty parameters in a definition, and two hundred projects that share it. */
export async function measureLookUps(): Promise<readonly Measure[]> {
  const one = await renderAll(1, [{ operation: '*', kind: 'slow', seconds: answerTime }])
  const many = await renderAll(200, [])
  return [
    { what: 'round trips of thirty look-ups', value: String(one.virtual / answerTime / 1000), aim: '1' },
    { what: 'calls for thirty look-ups of 200 projects', value: String(many.calls), aim: '3' },
    { what: '200 projects with thirty look-ups (s)', value: (many.real / 1e9).toFixed(2), aim: '≤ 2' },
  ]
}

/** Renders the task definitions of so many projects; ms of virtual time, ns of real time. */
async function renderAll(projects: number, faults: readonly object[]) {
  const simulator = createSimulator(parseScenario({ parameters, faults }))
  const server = await startServer(simulator, { port: 0, speed: 0 })
  const began = simulator.clock.now()
  const environment = environmentOf(writeProjects(projects), server.url, 'render taskdef')
  const realBegan = process.hrtime.bigint()
  const child = spawn(process.execPath, ['--import', './simulator/clock.mjs', 'dist/index.js'], {
    env: { ...environment, INPUT_CONFIG: 'projects/*.yml', INPUT_TIMEOUT: '10h', AWS_REGION: 'us-east-1' },
    stdio: 'ignore',
  })
  await new Promise((resolve) => child.on('exit', resolve))
  const real = Number(process.hrtime.bigint() - realBegan)
  const virtual = simulator.clock.now() - began
  const calls = simulator.state().calls.filter(({ service }) => service === 'ssm').length
  await server.close()
  return { real, virtual, calls }
}

function writeProjects(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  mkdirSync(join(folder, 'projects'))
  for (let n = 0; n < count; n++) {
    const config = `region: us-east-1\ncluster: demo\nservice: api-${n}\ntask_definition: ../task.json\n`
    writeFileSync(join(folder, `projects/${n}.yml`), config)
  }
  const environment = parameters.map(({ name }) => ({ name: name.slice(5), value: `{{ ssm \`${name}\` }}` }))
  const container = { name: 'app', image: 'app:1', essential: true, environment }
  writeFileSync(
    join(folder, 'task.json'),
    JSON.stringify({ family: 'api', containerDefinitions: [container] }, null, 2),
  )
  return folder
}

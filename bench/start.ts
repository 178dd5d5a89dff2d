import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Measure } from './measure.ts'
import { environmentOf, writeProject } from './project.ts'

const runs = 11

/** Time to the first AWS request ÷ a whole run of the same Node that loads only `node:https`, taken in turns. */
export async function measureStart(): Promise<readonly Measure[]> {
  const folder = writeProject()
  const first = watchRequests()
  const { port } = await first.listening
  const environment = environmentOf(folder, `http://127.0.0.1:${port}`, 'diff')
  const ratios: number[] = []
  for (let run = 0; run < runs; run++) {
    const bare = await time(['--input-type=module', '--eval', "import 'node:https'"], environment)
    const began = process.hrtime.bigint()
    first.forget()
    await time(['dist/index.js'], environment)
    ratios.push(Number(first.at() - began) / bare)
  }
  first.close()
  const median = ratios.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  return [{ what: 'first AWS request ÷ bare Node run', value: median.toFixed(2), aim: '≤ 3.0' }]
}

/** Nanoseconds of a whole process. */
function time(args: readonly string[], env: Record<string, string>): Promise<number> {
  const began = process.hrtime.bigint()
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  return new Promise((resolve) => child.on('exit', () => resolve(Number(process.hrtime.bigint() - began))))
}

/** A server that refuses everything and knows when it was first asked. */
function watchRequests() {
  let asked: bigint | undefined
  const server = createServer((_request, response) => {
    asked ??= process.hrtime.bigint()
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
    response.end('{"__type":"AccessDeniedException","message":"no"}')
  })
  const listening = new Promise<AddressInfo>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo))
  })
  return {
    listening,
    forget: () => {
      asked = undefined
    },
    at: () => asked ?? process.hrtime.bigint(),
    close: () => server.close(),
  }
}

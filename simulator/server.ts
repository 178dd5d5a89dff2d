import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import { ConnectionReset, type HttpRequest } from './protocol/http.ts'
import type { Simulator } from './simulator.ts'

/** Where and how fast a simulation is served. */
export interface ServerOptions {
  /** 0: any free one. */
  readonly port?: number
  /** How many times faster than real time it goes; 0: it moves only when told (`POST /_simulator/advance`). */
  readonly speed?: number
}

/** A simulation behind a socket on 127.0.0.1. */
export interface RunningServer {
  /** `http://127.0.0.1:4566` */
  readonly url: string
  close(): Promise<void>
}

/** How often time moves by itself, in real ms; each request brings it up to date besides. */
const tick = 20

/** Serves a simulator over HTTP. Its clock is no longer moved by those who sleep in this process. */
export async function startServer(simulator: Simulator, options: ServerOptions = {}): Promise<RunningServer> {
  simulator.clock.unlink()
  const move = paceOf(simulator, options.speed ?? 0)
  const server = createServer((request, response) => {
    move()
    serve(simulator, request, response).catch((error: unknown) => breakOff(response, error))
  })
  const port = await listen(server, options.port ?? 0)
  const timer = setInterval(move, tick)
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      clearInterval(timer)
      return close(server)
    },
  }
}

/** Moves virtual time on to where it has to be at this real instant. */
function paceOf(simulator: Simulator, speed: number): () => void {
  const begun = performance.now()
  const start = simulator.clock.now()
  return () => {
    if (speed > 0) simulator.advanceTo(Math.floor(start + (performance.now() - begun) * speed))
  }
}

async function serve(simulator: Simulator, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await simulator.handle(await readRequest(request))
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

async function readRequest(message: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const url = new URL(message.url ?? '/', 'http://127.0.0.1')
  const headers = Object.entries(message.headers).map(([name, value]) => [name, String(value ?? '')])
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

/** A fault of the story cuts the connection; one of the simulator says so, in a way no client takes for AWS. */
function breakOff(response: ServerResponse, error: unknown): void {
  if (error instanceof ConnectionReset || response.headersSent) {
    response.destroy()
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  response.writeHead(500, { 'content-type': 'text/plain' })
  response.end(`The simulator failed: ${text}\n`)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

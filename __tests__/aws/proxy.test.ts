import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parseScenario } from '../../simulator/scenario.ts'
import { type RunningServer, startServer } from '../../simulator/server.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { openAws } from '../../src/aws/open.ts'
import type { Environment } from '../../src/model/project.ts'
import { keys, shopOf } from './world.ts'

/** A proxy that knows one place, under whatever name it is asked for. */
class ForwardProxy {
  readonly url: string
  /** `GET http://…` and `CONNECT host:port`, as they came. */
  readonly seen: string[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, target: URL) {
    this.#server = server
    const { port } = server.address() as AddressInfo
    this.url = `http://127.0.0.1:${port}`
    server.on('connection', (socket) => this.#sockets.add(socket))
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      this.seen.push(`${request.method} ${request.url}`)
      const { method, headers } = request
      const onward = forward(target, { method: method ?? 'GET', headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      request.pipe(onward)
    })
    server.on('connect', (request: IncomingMessage, socket: Socket) => {
      this.seen.push(`CONNECT ${request.url}`)
      const onward = connect(Number(target.port), target.hostname, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        onward.pipe(socket).pipe(onward)
      })
      this.#sockets.add(onward)
      for (const end of [socket, onward]) end.on('error', () => end.destroy())
    })
  }

  static async open(target: URL): Promise<ForwardProxy> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ForwardProxy(server, target)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

let server: RunningServer
let proxy: ForwardProxy

beforeEach(async () => {
  server = await startServer(createSimulator(parseScenario(shopOf(['api']))))
  proxy = await ForwardProxy.open(new URL(server.url))
})
afterEach(async () => {
  await proxy.close()
  await server.close()
})

/** DescribeClusters by the transport that the product builds; waits between attempts take no time. */
async function describeDemo(environment: Environment): Promise<string | undefined> {
  const aws = openAws({
    environment: { ...keys, ...environment },
    region: 'us-east-1',
    userAgent: 'test',
    calling: { clock: { now: Date.now, sleep: async () => {} }, random: () => 0, trace: () => {} },
  })
  return (await aws.ecs.describeCluster('demo'))?.clusterName
}

/** Names below `.test` are nobody's: only the proxy finds them. */
const hidden = { AWS_ENDPOINT_URL: 'http://ecs.hidden.test:8080' }

describe('the transport that is built', () => {
  it('goes straight when no proxy is named', async () => {
    expect(await describeDemo({ AWS_ENDPOINT_URL: server.url })).toBe('demo')
    expect(proxy.seen).toEqual([])
  })

  it.each(['HTTP_PROXY', 'http_proxy'])('asks the proxy of %s', async (name) => {
    expect(await describeDemo({ ...hidden, [name]: proxy.url })).toBe('demo')
    expect(proxy.seen).toEqual(['POST http://ecs.hidden.test:8080/'])
  })

  it.each(['HTTPS_PROXY', 'https_proxy'])('has the proxy of %s open a tunnel', async (name) => {
    const call = describeDemo({ [name]: proxy.url })
    // At the end of the tunnel nobody speaks TLS.
    await expect(call).rejects.toMatchObject({ service: 'ecs', operation: 'DescribeClusters', status: 0 })
    expect(new Set(proxy.seen)).toEqual(new Set(['CONNECT ecs.us-east-1.amazonaws.com:443']))
  })

  it('does not ask the proxy for HTTPS when it asks over HTTP', async () => {
    expect(await describeDemo({ AWS_ENDPOINT_URL: server.url, HTTPS_PROXY: proxy.url })).toBe('demo')
    expect(proxy.seen).toEqual([])
  })

  it.each([
    ['the host', 'NO_PROXY', '127.0.0.1'],
    ['the host, in small letters', 'no_proxy', '127.0.0.1'],
    ['the host among others', 'NO_PROXY', 'example.com,127.0.0.1'],
    ['everything', 'NO_PROXY', '*'],
  ])('goes straight where NO_PROXY names %s', async (_, name, value) => {
    const environment = { AWS_ENDPOINT_URL: server.url, HTTP_PROXY: proxy.url, [name]: value }
    expect(await describeDemo(environment)).toBe('demo')
    expect(proxy.seen).toEqual([])
  })

  it('asks the proxy where NO_PROXY names others', async () => {
    const environment = { ...hidden, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1,.example.com' }
    expect(await describeDemo(environment)).toBe('demo')
    expect(proxy.seen).toHaveLength(1)
  })

  it('tells of a proxy that is not there', async () => {
    await proxy.close()
    const call = describeDemo({ ...hidden, HTTP_PROXY: proxy.url })
    await expect(call).rejects.toMatchObject({
      operation: 'DescribeClusters',
      status: 0,
      message: expect.stringContaining('ECONNREFUSED'),
    })
    proxy = await ForwardProxy.open(new URL(server.url))
  })
})

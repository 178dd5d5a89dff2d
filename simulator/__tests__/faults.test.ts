import { ECS } from '@aws-sdk/client-ecs'
import { SSM } from '@aws-sdk/client-ssm'
import { STS } from '@aws-sdk/client-sts'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createFaults } from '../faults.ts'
import { parseScenario } from '../scenario.ts'
import { createRandom } from '../time.ts'
import { type Connection, connectHttp, connectInProcess, sockets } from './sockets.ts'

const start = '2026-01-15T09:00:00Z'
const parameters = [{ name: 'p', value: 'v' }]

/** What each of `count` calls came to: the value, or the error's name. */
async function outcomes({ config }: Connection, count: number): Promise<readonly unknown[]> {
  const ssm = new SSM(config)
  const all: unknown[] = []
  for (let call = 0; call < count; call += 1) {
    const read = ssm.getParameter({ Name: 'p' })
    all.push(await read.then(({ Parameter }) => Parameter?.Value).catch(describeError))
  }
  return all
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'no error'
  return error.message.includes('socket hang up') ? 'hung up' : error.name
}

/** Closed after each test, also after one that fails. */
const open: Connection[] = []
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close()
})
async function kept(connecting: Promise<Connection>): Promise<Connection> {
  const connection = await connecting
  open.push(connection)
  return connection
}

describe.each(sockets)('a fault $socket', ({ connect }) => {
  it.each([
    [
      { operation: 'ssm:GetParameter', kind: 'throttled', times: 2 },
      ['ThrottlingException', 'ThrottlingException', 'v'],
    ],
    [{ operation: 'ssm:*', kind: 'server-error', times: 1 }, ['ServerException', 'v']],
    [{ operation: '*', kind: 'expired', from: 2 }, ['v', 'ExpiredTokenException', 'ExpiredTokenException']],
    [{ operation: 'ssm:GetParameter', kind: 'reset', times: 1 }, ['hung up', 'v']],
    [{ operation: 'ssm:GetParameter', kind: 'refused', times: 1 }, ['AccessDeniedException', 'v']],
    [{ operation: 'ssm:*', kind: 'throttled', code: 'TooManyUpdates', times: 1 }, ['TooManyUpdates', 'v']],
    [{ operation: 'ecs:*', kind: 'throttled' }, ['v']],
    [{ operation: 'ssm:*', kind: 'throttled', after: 60 }, ['v']],
    [{ operation: 'ssm:*', kind: 'throttled', every: 2 }, ['ThrottlingException', 'v', 'ThrottlingException']],
  ])('%j', async (fault, expected) => {
    const connection = await kept(connect({ start, parameters, faults: [fault] }))
    expect(await outcomes(connection, expected.length)).toEqual(expected)
  })

  it('loses the answer of a call that was carried out', async () => {
    const lost = { operation: 'ecs:CreateCluster', kind: 'lost', times: 1 }
    const { config } = await kept(connect({ faults: [lost] }))
    const ecs = new ECS({ ...config, maxAttempts: 1 })

    await expect(ecs.createCluster({ clusterName: 'new' })).rejects.toThrow('socket hang up')
    const { clusterArns } = await ecs.listClusters()
    expect(clusterArns?.some((arn) => arn.endsWith('cluster/new'))).toBe(true)
  })

  it('refuses in the words of IAM, and in XML where the service speaks it', async () => {
    const connection = await kept(connect({ faults: [{ operation: '*', kind: 'refused' }] }))
    const because = 'because no identity-based policy allows the'
    await expect(new SSM(connection.config).getParameter({ Name: 'p' })).rejects.toThrow(
      `User: arn:aws:sts::123456789012:assumed-role/deployer/github-actions is not authorized to perform: ssm:GetParameter on resource: * ${because} ssm:GetParameter action`,
    )
    await expect(new STS(connection.config).getCallerIdentity()).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('notes the calls, the faults that they met, and how they ended', async () => {
    const connection = await kept(
      connect({ start, parameters, faults: [{ operation: '*', kind: 'throttled', times: 1 }] }),
    )
    await outcomes(connection, 2)
    const at = Date.parse(start)
    const call = { at, service: 'ssm', operation: 'GetParameter', input: { Name: 'p' }, region: 'us-east-1' }
    expect(connection.simulator.state().calls).toMatchObject([
      { ...call, fault: 'throttled', error: 'ThrottlingException' },
      call,
    ])
  })
})

describe('slow answers', () => {
  const scenario = { start, parameters, faults: [{ operation: '*', kind: 'slow', seconds: 90, times: 1 }] }

  it('take virtual time in process', async () => {
    const { simulator, config } = await kept(connectInProcess(scenario))
    await new SSM(config).getParameter({ Name: 'p' })
    expect(simulator.clock.now()).toBe(Date.parse(start) + 90_000)
  })

  it('can be given up in process', async () => {
    const { config } = await kept(connectInProcess(scenario))
    const abort = new AbortController()
    const read = new SSM(config).getParameter({ Name: 'p' }, { abortSignal: abort.signal })
    abort.abort()
    await expect(read).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('wait over HTTP until time is moved, and hold a client that says it waits for no other', async () => {
    const { simulator, config } = await kept(connectHttp(scenario))
    const move = async (body: object) => {
      const answer = await fetch(`${config.endpoint}/_simulator/advance`, {
        method: 'POST',
        body: JSON.stringify(body),
      })
      return answer.json()
    }
    const read = new SSM(config).getParameter({ Name: 'p' })
    const begun = Date.parse(start)
    expect(await move({ to: begun + 600_000, waiting: 2 })).toEqual({ now: begun, busy: true })
    while (simulator.clock.sleeping() === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(await move({ to: begun + 30_000, waiting: 1 })).toEqual({ now: begun + 30_000 })
    expect(await move({ waiting: 1 })).toEqual({ now: begun + 90_000 })
    expect((await read).Parameter?.Value).toBe('v')
  })
})

it('answers stale reads with what was true then', async () => {
  const faults = [{ operation: 'ecs:ListClusters', kind: 'stale', from: 2, times: 1, seconds: 60 }]
  const { simulator, config } = await connectInProcess({ start, faults })
  const ecs = new ECS(config)
  const clusters = async () => (await ecs.listClusters()).clusterArns?.map((arn) => arn.slice(arn.indexOf('/')))
  expect(await clusters()).toEqual(['/default'])
  await ecs.createCluster({ clusterName: 'new' })
  await simulator.clock.sleep(10_000)
  expect(await clusters()).toEqual(['/default'])
  expect(await clusters()).toEqual(['/default', '/new'])
})

it('orders faults by chance that the seed decides', () => {
  const { faults } = parseScenario({ faults: [{ operation: '*', kind: 'reset', probability: 0.5 }] })
  const run = () => {
    const met = createFaults(faults, { elapsed: () => 0, random: createRandom(7) })
    return Array.from({ length: 200 }, () => met.meet('ecs:ListClusters') !== undefined)
  }
  expect(run()).toEqual(run())
  const share = run().filter(Boolean).length
  expect(share).toBeGreaterThan(70)
  expect(share).toBeLessThan(130)
})

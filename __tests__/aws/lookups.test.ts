import { describe, expect, it } from '@jest/globals'
import { parseScenario } from '../../simulator/scenario.ts'
import { createSimulator } from '../../simulator/simulator.ts'
import { openLookups } from '../../src/aws/lookups.ts'
import { openObjects } from '../../src/aws/objects.ts'
import { keys } from './world.ts'

const scenario = {
  parameters: [
    ...Array.from({ length: 30 }, (_, n) => ({ name: `/p/${n}`, value: `v${n}` })),
    { name: '/secret', type: 'SecureString', value: 'decrypted' },
    { name: '/list', type: 'StringList', value: 'a,b' },
  ],
  secrets: [{ name: 'db', value: 'x' }],
  roles: [{ name: 'states' }],
  stacks: [{ name: 'web', outputs: [{ key: 'Url', value: 'u', export: 'url' }] }],
  buckets: [
    { name: 'here', objects: [{ key: 'a b/k', body: 'here' }] },
    { name: 'far', region: 'eu-west-1', objects: [{ key: 'k', body: 'far' }] },
  ],
}

function open(more: object = {}, region = 'us-east-1') {
  const simulator = createSimulator(parseScenario({ ...scenario, ...more }))
  const calling = { clock: simulator.clock, random: () => 0.5, trace: () => {} }
  const options = { environment: keys, region, userAgent: 'test', calling, transport: simulator.requestHandler }
  const calls = () =>
    simulator.state().calls.map(({ operation, input }) => [operation, input['Names'] ?? input['Name']])
  return { lookups: openLookups(options), objects: openObjects(options), calls }
}

const names = Array.from({ length: 30 }, (_, n) => `/p/${n}`)
const refusedTogether = { faults: [{ operation: 'ssm:GetParameters', kind: 'refused' }] }

describe('readParameter', () => {
  it('asks for thirty at once in three calls, and for each once', async () => {
    const { lookups, calls } = open()
    const read = () => Promise.all(names.map((name) => lookups.readParameter(name)))
    expect((await read()).map((one) => one?.value)).toEqual(names.map((_, n) => `v${n}`))
    await read()
    expect(calls()).toEqual([0, 10, 20].map((from) => ['GetParameters', names.slice(from, from + 10)]))
  })

  it.each([
    ['/secret', { type: 'SecureString', value: 'decrypted' }],
    ['/list', { type: 'StringList', value: 'a,b' }],
    ['/p/1:1', { type: 'String', value: 'v1' }],
    ['arn:aws:ssm:us-east-1:123456789012:parameter/p/1', { type: 'String', value: 'v1' }],
    ['/none', undefined],
    ['/p/1:7', undefined],
  ])('%s', async (name, parameter) => {
    const { lookups } = open()
    const [found, other] = await Promise.all([lookups.readParameter(name), lookups.readParameter('/p/2')])
    expect(found).toEqual(parameter)
    expect(other?.value).toBe('v2')
  })

  it('asks for each alone where only GetParameter is allowed', async () => {
    const { lookups, calls } = open(refusedTogether)
    const found = await Promise.all(['/p/1', '/p/2', '/none'].map((name) => lookups.readParameter(name)))
    expect(found.map((one) => one?.value)).toEqual(['v1', 'v2', undefined])
    expect(calls()).toHaveLength(4)
  })

  it('tells the refusal of what was asked for alone', async () => {
    const { lookups } = open({ faults: [{ operation: 'ssm:*', kind: 'refused' }] })
    await expect(lookups.readParameter('/p/1')).rejects.toMatchObject({ operation: 'GetParameter', status: 400 })
  })

  it('does not try again with credentials that have expired', async () => {
    const { lookups, calls } = open({ faults: [{ operation: 'ssm:*', kind: 'expired' }] })
    await expect(lookups.readParameter('/p/1')).rejects.toMatchObject({ code: 'ExpiredTokenException' })
    expect(calls()).toHaveLength(1)
  })
})

describe('other look-ups', () => {
  it('are made once', async () => {
    const { lookups, calls } = open()
    const read = () =>
      Promise.all([lookups.readSecretArn('db'), lookups.readStackOutputs('web'), lookups.readExports()])
    const [arn, outputs, exports] = await read()
    expect(arn).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:db-\w{6}$/)
    expect([outputs.get('Url'), exports.get('url')]).toEqual(['u', 'u'])
    await read()
    expect(calls()).toHaveLength(3)
  })
})

describe('readText', () => {
  it.each([
    ['here', 'a b/k', '', 'here'],
    ['far', 'k', 'us-east-1', 'far'],
    ['far', 'k', 'eu-west-1', 'far'],
  ])('%s/%s from the region %j', async (bucket, key, region, text) => {
    expect(await open({}, region).objects.readText({ bucket, key })).toBe(text)
  })

  it('takes the region, the role and the keys that a backend names', async () => {
    const { objects, calls } = open()
    const roleArn = 'arn:aws:iam::123456789012:role/states'
    expect(await objects.readText({ bucket: 'far', key: 'k', region: 'eu-west-1', roleArn })).toBe('far')
    expect(calls().map(([operation]) => operation)).toEqual(['AssumeRole', 'GetObject'])
  })

  it.each([
    ['here', 'none', 'NoSuchKey'],
    ['none', 'k', 'NoSuchBucket'],
  ])('%s/%s fails', async (bucket, key, code) => {
    await expect(open().objects.readText({ bucket, key })).rejects.toMatchObject({ service: 's3', code })
  })
})

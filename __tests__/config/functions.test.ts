import { describe, expect, it } from '@jest/globals'
import { environmentFunctions } from '../../src/config/functions.ts'
import { FunctionFailure, type Value } from '../../src/config/template/values.ts'

const environment = { B: 'b', C: '' }

async function call(name: string, args: readonly Value[], account = async () => '123456789012'): Promise<Value> {
  const run = environmentFunctions(environment, account).get(name)
  if (run === undefined) throw new Error(`no function ${name}`)
  return run(args)
}

describe('env', () => {
  it.each([
    [['A'], 'A'],
    [['B'], 'b'],
    [['C', 'x'], 'x'],
    [['A', 'B', 'x'], 'b'],
    [['A', 'C'], 'C'],
    [['A', ''], ''],
    [['toString', 'x'], 'x'],
  ])('%j is %j', async (args, expected) => {
    expect(await call('env', args)).toBe(expected)
  })
})

describe('must_env', () => {
  it('takes an empty value', async () => {
    expect(await call('must_env', ['C'])).toBe('')
  })

  it.each(['A', 'toString'])('refuses %s, which is not set, and lets the rendering go on', async (name) => {
    await expect(call('must_env', [name])).rejects.toMatchObject({
      message: `environment variable ${name} is not defined`,
      placeholder: name,
    })
  })

  it('asks who calls for the account', async () => {
    expect(await call('must_env', ['AWS_ACCOUNT_ID'])).toBe('123456789012')
  })

  it('tells why the account is not known', async () => {
    const refused = new Error('no credentials')
    await expect(call('must_env', ['AWS_ACCOUNT_ID'], () => Promise.reject(refused))).rejects.toMatchObject({
      message: 'environment variable AWS_ACCOUNT_ID is not defined',
      cause: refused,
    })
  })

  it.each([{ args: [] }, { args: ['B', 'C'] }, { args: [true] }])('refuses the arguments $args', async ({ args }) => {
    await expect(call('must_env', args)).rejects.toBeInstanceOf(FunctionFailure)
  })
})

describe('json_escape', () => {
  it.each([
    ['a"b\\c\n\t', 'a\\"b\\\\c\\n\\t'],
    ['<a&b>', '\\u003ca\\u0026b\\u003e'],
    ['\u2028é', '\\u2028é'],
    ['', ''],
  ])('%j', async (text, expected) => {
    expect(await call('json_escape', [text])).toBe(expected)
  })
})

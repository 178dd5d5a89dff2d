import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Environment } from '../../src/model/project.ts'
import { keys, openView, shopOf } from './world.ts'

const variables = [
  'AWS_PROFILE',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
]
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }

describe('credentials', () => {
  const before = new Map(variables.map((name) => [name, process.env[name]]))
  let directory: string

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'credentials-'))
    const file = join(directory, 'credentials')
    const profile = (name: string, key: string) =>
      `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = secret\n`
    writeFileSync(file, profile('default', 'AKIADEFAULT000000000') + profile('ci', 'AKIAPROFILE000000000'))
    for (const name of variables) delete process.env[name]
    process.env['AWS_CONFIG_FILE'] = join(directory, 'config')
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = file
  })
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(directory, { recursive: true })
  })

  it.each<[string, Environment, string]>([
    ['the keys of the environment', {}, keys['AWS_ACCESS_KEY_ID'] ?? ''],
    ['the keys, although a profile is named', { AWS_PROFILE: 'ci' }, keys['AWS_ACCESS_KEY_ID'] ?? ''],
    ['the profile that is named, where there are no keys', { ...noKeys, AWS_PROFILE: 'ci' }, 'AKIAPROFILE000000000'],
    [
      'the profile, where half of the keys is missing',
      { AWS_SECRET_ACCESS_KEY: '', AWS_PROFILE: 'ci' },
      'AKIAPROFILE000000000',
    ],
    ['the default profile at last', { ...noKeys }, 'AKIADEFAULT000000000'],
  ])('are %s', async (_, environment, key) => {
    const { aws, sent } = openView(shopOf([]), { environment })
    await aws.ecs.describeCluster('demo')
    expect(sent[0]?.headers['authorization']).toMatch(new RegExp(`Credential=${key}/`))
  })

  it('that a profile does not have are an error without an answer', async () => {
    const { aws, sent } = openView(shopOf([]), { environment: { ...noKeys, AWS_PROFILE: 'nobody' } })
    await expect(aws.ecs.describeCluster('demo')).rejects.toMatchObject({
      code: 'CredentialsProviderError',
      status: 0,
      service: 'ecs',
    })
    expect(sent).toEqual([])
  })
})

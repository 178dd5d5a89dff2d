import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject } from '../src/model/json.ts'
import type { MaskMode } from '../src/model/settings.ts'
import {
  createSecrets,
  hideChange,
  hideComparison,
  hideDocument,
  isSecretEntry,
  isSecretName,
  looksSecret,
  registerSecrets,
} from '../src/secrets.ts'

function secretsOf(...values: readonly string[]) {
  const secrets = createSecrets()
  for (const value of values) secrets.register(value)
  return secrets
}

describe('masking', () => {
  it.each([
    ['a password', ['pa55word!'], 'login with pa55word! please', 'login with *** please'],
    ['the longer of two', ['hunter2', 'hunter2-long'], 'x hunter2-long y', 'x *** y'],
    ['what a URL spells', ['p@ss/w0rd'], 'http://u:p%40ss%2Fw0rd@h', 'http://u:***@h'],
    ['what JSON spells', ['li"ne1\nli"ne2'], JSON.stringify({ a: 'li"ne1\nli"ne2' }), '{"a":"***"}'],
    ['characters of patterns', ['a.c*e(1)'], 'a.c*e(1) abcce(1)', '*** abcce(1)'],
    [
      'the leaves of JSON',
      ['{"user":"admin","password":"s3cr3t-x","port":3306}'],
      'admin s3cr3t-x 3306',
      'admin *** 3306',
    ],
    ['the lines of a key', ['-----BEGIN X-----\nMIIEabcdefgh12345\n-----END X-----'], 'MIIEabcdefgh12345', '***'],
  ])('hides %s', (_, values, text, masked) => {
    expect(secretsOf(...values).mask(text)).toBe(masked)
  })

  it.each([
    '{',
    'true',
    'null',
    '',
    ' ',
    '3306',
    'info',
    'ap-northeast-1',
    'us-gov-west-1',
    'production',
    '*****',
    'aaaaaaaaaaaa',
  ])('leaves a log readable that holds %j', (value) => {
    const secrets = secretsOf(value)
    expect(secrets.mask(`{"a": ${value}}`)).toBe(`{"a": ${value}}`)
    expect(secrets.valuesForRunner()).toEqual([])
  })

  it('gives the runner single lines only', () => {
    const secrets = secretsOf(
      '{\n  "token": "abc-DEF-123"\n}',
      '{"key":"ghi-JKL-456"}',
      'first line 0001\nsecond line 0002\n}',
    )
    expect(secrets.valuesForRunner()).toEqual(['abc-DEF-123', 'ghi-JKL-456', 'second line 0002'])
  })

  it('hides a distinctive value wherever it stands', () => {
    const value = fc.stringMatching(/^[a-z]{4}[A-Z\d!$-]{4,12}[a-z]\d$/)
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (secret, before, after) => {
        expect(secretsOf(secret).mask(before + secret + after)).not.toContain(secret)
      }),
    )
  })
})

describe('what is secret', () => {
  it.each([
    'PASSWORD',
    'DB_PASSWORD',
    'db-password',
    'apiKey',
    'API_KEY',
    'SLACK_TOKEN',
    'RAILS_MASTER_KEY',
    'MYSQL_PWD',
    'clientSecret',
  ])('a value named %s', (name) => {
    expect(isSecretName(name)).toBe(true)
  })
  it.each([
    'PWD',
    'PATH',
    'TOKEN_URL',
    'SECRET_ARN',
    'PASSWORD_FILE',
    'LOG_LEVEL',
    'KEYBOARD',
    'PASSENGER_PORT',
    'PUBLIC_KEY',
    'name',
  ])('not a value named %s', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc',
    '-----BEGIN RSA PRIVATE KEY-----\nx',
    `ghp_${'a1B2'.repeat(9)}`,
    'postgres://app:pw@db.internal/app',
    'redis://:pw@cache:6379',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'Server=db;Password=abcdef;',
  ])('a value like %s', (value) => {
    expect(looksSecret(value)).toBe(true)
  })
  it.each([
    'https://example.com/a?b=c',
    'postgres://db.internal/app',
    '0f3a9c1b7e0f3a9c1b7e0f3a9c1b7e0f3a9c1b7e',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '123e4567-e89b-12d3-a456-426614174000',
    '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:1.4',
    'info',
  ])('not a value like %s', (value) => {
    expect(looksSecret(value)).toBe(false)
  })
  it('not the name of a secret', () => {
    expect(isSecretEntry('DB_PASSWORD', 'arn:aws:ssm:ap-northeast-1:123456789012:parameter/db')).toBe(false)
  })
})

function task(password: string, level: string, command = 'run'): JsonObject {
  const environment = [
    { name: 'DB_PASSWORD', value: password },
    { name: 'LOG_LEVEL', value: level },
  ]
  return { containerDefinitions: [{ name: 'app', command: [command], environment }] }
}

function hiding(mode: MaskMode, ...values: readonly string[]) {
  return { mode, secrets: secretsOf(...values) }
}

describe('hiding values of documents', () => {
  it.each<[MaskMode, string, string]>([
    ['secrets', '***', 'info'],
    ['all', '***', '***'],
    ['none', 'pw-1', 'info'],
  ])('with mask: %s', (mode, password, level) => {
    expect(hideDocument(task('pw-1', 'info'), hiding(mode))).toEqual(task(password, level))
  })

  it('shows that a value changed and not how', () => {
    const change = { before: task('pw-1', 'info'), after: task('pw-2', 'debug') }
    const comparison = { subject: 'taskDefinition', remoteName: '', localName: '', changes: [], ...change } as const
    const hidden = hideComparison(comparison, hiding('all'))
    expect(hidden.before).toEqual(task('***', '***'))
    expect(hidden.after).toEqual(task('*** (changed)', '*** (changed)'))
  })

  it('hides fetched secrets anywhere, with every mode', () => {
    const comparison = {
      subject: 'taskDefinition',
      remoteName: '',
      localName: '',
      changes: [],
      before: task('', '', 'serve --key fetched-0001'),
      after: task('', '', 'serve --key fetched-0002'),
    } as const
    const hidden = hideComparison(comparison, hiding('none', 'fetched-0001', 'fetched-0002'))
    expect(hidden.before).toEqual(task('', '', 'serve --key ***'))
    expect(hidden.after).toEqual(task('', '', 'serve --key *** (changed)'))
  })

  it.each([
    [
      'a value',
      { path: 'containerDefinitions[app].environment[DB_PASSWORD].value', before: 'a', after: 'b' },
      { before: '***', after: '*** (changed)' },
    ],
    [
      'a new entry',
      { path: 'containerDefinitions[app].environment[DB_PASSWORD]', after: { name: 'DB_PASSWORD', value: 'b' } },
      { after: { name: 'DB_PASSWORD', value: '***' } },
    ],
    [
      'a new container',
      { path: 'containerDefinitions', after: [{ name: 'a', environment: [{ name: 'TOKEN', value: 'b' }] }] },
      { after: [{ name: 'a', environment: [{ name: 'TOKEN', value: '***' }] }] },
    ],
    [
      'an option',
      { path: 'logConfiguration.options[api.token]', before: 'a', after: 'b' },
      { before: '***', after: '*** (changed)' },
    ],
    [
      'nothing public',
      { path: 'containerDefinitions[app].image', before: 'a:1', after: 'a:2' },
      { before: 'a:1', after: 'a:2' },
    ],
  ])('hides in a change: %s', (_, change, shown) => {
    expect(hideChange(change, hiding('secrets'))).toEqual({ path: change.path, ...shown })
  })

  it.each<[MaskMode, string]>([
    ['secrets', '*** api-host-1'],
    ['all', '*** api-host-1'],
    ['none', 'db-pass-1 api-host-1'],
  ])('takes the secrets of a document for the log, with mask: %s', (mode, text) => {
    const around = hiding(mode)
    registerSecrets(task('db-pass-1', 'api-host-1'), around)
    expect(around.secrets.mask('db-pass-1 api-host-1')).toBe(text)
  })

  it('never lets a secret entry through', () => {
    const value = fc.stringMatching(/^[a-z]{3,8}-[\dA-F]{3,8}$/)
    fc.assert(
      fc.property(value, value, fc.constantFrom<MaskMode>('secrets', 'all'), (before, after, mode) => {
        const comparison = {
          subject: 'taskDefinition',
          remoteName: '',
          localName: '',
          changes: [{ path: 'environment[DB_PASSWORD].value', before, after }],
          before: task(before, 'info'),
          after: task(after, 'info'),
        } as const
        const shown = JSON.stringify(hideComparison(comparison, hiding(mode)))
        expect(shown).not.toContain(before)
        expect(shown).not.toContain(after)
      }),
    )
  })
})

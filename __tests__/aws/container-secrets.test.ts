import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../src/model/json.ts'
import { openView } from './world.ts'

const value = 'correct horse battery staple'
const parameters = [
  { name: '/api/database-url', type: 'SecureString', value },
  { name: 'plain', value },
]
const secrets = [
  { name: 'json', value: JSON.stringify({ user: 'api', password: value }) },
  { name: 'text', value },
  { name: 'list', value: JSON.stringify([value]) },
  { name: 'empty' },
]
const secretArn = (name: string) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${name}`
const parameterArn = (name: string) => `arn:aws:ssm:us-east-1:123456789012:parameter/${name}`

describe('a secret of a container', () => {
  it.each([
    ['a parameter by name', '/api/database-url'],
    ['a parameter without a path', 'plain'],
    ['a parameter by ARN', parameterArn('api/database-url')],
    ['a parameter without a path by ARN', parameterArn('plain')],
    ['a secret by ARN', secretArn('text')],
    ['a JSON key', `${secretArn('json')}:password::`],
    ['a JSON key, shortly', `${secretArn('json')}:password`],
    ['a stage', `${secretArn('text')}::AWSCURRENT:`],
    ['a JSON key of a stage', `${secretArn('json')}:user:AWSCURRENT:`],
  ])('is usable: %s', async (_, valueFrom) => {
    const { aws } = openView({ parameters, secrets })
    expect(await aws.secrets.checkSecret(valueFrom)).toEqual({ usable: true })
  })

  it.each([
    ['a parameter that is missing', '/api/nothing', 'the parameter /api/nothing does not exist'],
    [
      'a parameter that is missing, by ARN',
      parameterArn('nothing'),
      `the parameter ${parameterArn('nothing')} does not exist`,
    ],
    ['a secret that is missing', secretArn('nothing'), "Secrets Manager can't find the specified secret."],
    ['a secret without a value', secretArn('empty'), 'staging label: AWSCURRENT'],
    ['a stage that is missing', `${secretArn('text')}::AWSPREVIOUS:`, 'staging label: AWSPREVIOUS'],
    ['a version that is missing', `${secretArn('text')}:::0000`, 'VersionId: 0000'],
    ['a JSON key that is missing', `${secretArn('json')}:pasword::`, 'the secret has no JSON key pasword'],
    ['a JSON key that every object has', `${secretArn('json')}:toString::`, 'the secret has no JSON key toString'],
    ['a JSON key of a list', `${secretArn('list')}:password::`, 'the secret has no JSON key password'],
    ['a JSON key of a text', `${secretArn('text')}:password::`, 'the secret is not JSON, so it has no key password'],
  ])('is not usable: %s', async (_, valueFrom, message) => {
    const { aws } = openView({ parameters, secrets })
    expect(await aws.secrets.checkSecret(valueFrom)).toEqual({
      usable: false,
      message: expect.stringContaining(message),
    })
  })

  it.each([
    ['secretsmanager', secretArn('text').replace('us-east-1', 'eu-west-1')],
    ['ssm', parameterArn('plain').replace('us-east-1', 'eu-west-1')],
  ])('is asked for in the region of its ARN: %s', async (service, valueFrom) => {
    const { aws, simulator } = openView({ region: 'eu-west-1', parameters, secrets })
    expect(await aws.secrets.checkSecret(valueFrom)).toEqual({ usable: true })
    expect(simulator.state().calls).toMatchObject([{ service, region: 'eu-west-1' }])
  })

  it.each<[string, JsonObject]>([
    ['ssm:*', { name: 'plain' }],
    ['secretsmanager:*', { name: secretArn('text') }],
  ])('that may not be read is an error of AWS, not of the secret: %s', async (operation, { name }) => {
    const { aws } = openView({ parameters, secrets, faults: [{ operation, kind: 'refused' }] })
    await expect(aws.secrets.checkSecret(String(name))).rejects.toMatchObject({ code: 'AccessDeniedException' })
  })

  it('never leaves with its value', async () => {
    const { aws, traces } = openView({ parameters, secrets })
    const asked = [
      '/api/database-url',
      parameterArn('plain'),
      secretArn('text'),
      `${secretArn('text')}:password::`,
      `${secretArn('json')}:password::`,
      `${secretArn('json')}:nothing::`,
      `${secretArn('list')}:0::`,
    ]
    const answers = await Promise.all(asked.map((valueFrom) => aws.secrets.checkSecret(valueFrom)))
    expect(answers).toHaveLength(asked.length)
    expect(traces).toHaveLength(asked.length)
    expect(JSON.stringify([answers, traces])).not.toContain(value)
    expect(JSON.stringify([answers, traces])).not.toContain(value.slice(0, 8))
  })
})

import { describe, expect, it } from '@jest/globals'
import { parseForm } from '../protocol/form.ts'
import { parseScenario } from '../scenario.ts'
import { matchesPattern } from '../services/filter-pattern.ts'
import { createSimulator } from '../simulator.ts'

const signature = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKID/20260115/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`

async function post(headers: Record<string, string>, body = '') {
  const simulator = createSimulator(parseScenario({ images: [], parameters: [{ name: 'p', value: 'v' }] }))
  return simulator.handle({ method: 'POST', path: '/', query: {}, headers, body })
}

describe('signed requests', () => {
  const target = { 'x-amz-target': 'AmazonSSM.GetParameter' }

  it.each([
    ['unsigned JSON', target, '', 400, '"__type":"MissingAuthenticationTokenException"'],
    ['unsigned form', {}, 'Action=GetCallerIdentity', 403, '<Code>MissingAuthenticationToken</Code>'],
    ['garbage JSON', { ...target, authorization: 'Basic eA==' }, '', 400, '"__type":"UnrecognizedClientException"'],
    ['garbage form', { authorization: 'AWS4-HMAC-SHA256 x' }, '', 403, '<Code>InvalidClientTokenId</Code>'],
    ['no JSON', { ...target, authorization: signature('ssm') }, '{', 400, '"__type":"SerializationException"'],
    ['an unknown operation', { authorization: signature('sts') }, 'Action=Nope', 400, '<Code>InvalidAction</Code>'],
    [
      'an unknown service',
      { 'x-amz-target': 'CodeDeploy_20141006.GetDeployment', authorization: signature('codedeploy') },
      '{}',
      400,
      'The simulator has no service CodeDeploy_20141006 (GetDeployment was called).',
    ],
    [
      'an unknown protocol',
      { authorization: signature('lambda') },
      '',
      400,
      'The simulator has no service lambda (POST / was called).',
    ],
  ])('answers %s', async (_what, headers, body, status, text) => {
    const answer = await post(headers as Record<string, string>, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(text)
    expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('gives the same answers for the same scenario', async () => {
    const headers = { ...target, authorization: signature('ssm') }
    expect(await post(headers, '{"Name":"p"}')).toEqual(await post(headers, '{"Name":"p"}'))
  })
})

describe('parseForm', () => {
  it.each([
    ['A=1', { A: '1' }],
    ['Names.member.1=a&Names.member.2=b', { Names: ['a', 'b'] }],
    ['N.member.10=k&N.member.9=j', { N: ['j', 'k'] }],
    ['T.member.1.Id=x&T.member.1.Port=80', { T: [{ Id: 'x', Port: '80' }] }],
    ['B=%3C%26%3E', { B: '<&>' }],
  ])('reads %s', (body, fields) => {
    expect(parseForm(body, {})).toEqual(fields)
  })

  it('takes names of prototypes for names', () => {
    parseForm('__proto__.polluted=1&constructor.prototype.polluted=1', {})
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('matchesPattern', () => {
  it.each([
    ['', true],
    ['ERROR', true],
    ['error', false],
    ['ERROR disk', true],
    ['"ERROR disk"', false],
    ['"ERROR: disk"', true],
    ['ERROR -disk', false],
    ['?WARN ?ERROR', true],
    ['?WARN ?FATAL', false],
    ['{ $.level = "x" }', false],
  ])('holds %p against "ERROR: disk full": %p', (pattern, expected) => {
    expect(matchesPattern('ERROR: disk full', pattern)).toBe(expected)
  })
})

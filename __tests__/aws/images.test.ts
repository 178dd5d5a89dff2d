import { describe, expect, it } from '@jest/globals'
import { openView } from './world.ts'

const digest = `sha256:${'0a'.repeat(32)}`
const images = [
  { repository: 'api', tag: 'latest', digest },
  { repository: 'api', tag: 'v1', digest },
  { repository: 'team/api/web', tag: 'v1', digest },
]
const home = '123456789012.dkr.ecr.us-east-1.amazonaws.com'

describe('an image in ECR', () => {
  it.each([
    ['by tag', `${home}/api:v1`],
    ['by nothing, which is latest', `${home}/api`],
    ['by digest', `${home}/api@${digest}`],
    ['by both, where the digest counts', `${home}/api:gone@${digest}`],
    ['in a path', `${home}/team/api/web:v1`],
    ['by the FIPS name', '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/api:v1'],
    ['by the dual-stack name', '123456789012.dkr-ecr.us-east-1.on.aws/api:v1'],
    ['by the dual-stack FIPS name', '123456789012.dkr-ecr-fips.us-east-1.on.aws/api:v1'],
  ])('is found %s', async (_, reference) => {
    const { aws } = openView({ images })
    expect(await aws.images.findImage(reference)).toEqual({ kind: 'found', digest })
  })

  it.each([
    ['in China', 'cn-north-1', '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/api:v1'],
    ['in China by dual stack', 'cn-north-1', '123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn/api:v1'],
    ['in another region', 'ap-northeast-1', '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/api:v1'],
    ['in GovCloud', 'us-gov-west-1', '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/api:v1'],
  ])('is asked for in its own region: %s', async (_, region, reference) => {
    const { aws, simulator } = openView({ region, images })
    expect(await aws.images.findImage(reference)).toEqual({ kind: 'found', digest })
    expect(simulator.state().calls).toMatchObject([{ operation: 'DescribeImages', region }])
  })

  it('is asked for in the account of the reference', async () => {
    const { aws, simulator } = openView({ images })
    await aws.images.findImage('210987654321.dkr.ecr.us-east-1.amazonaws.com/team/api:v1')
    expect(simulator.state().calls.map(({ input }) => input)).toEqual([
      { registryId: '210987654321', repositoryName: 'team/api', imageIds: [{ imageTag: 'v1' }] },
    ])
  })

  it.each([
    ['a tag that is missing', `${home}/api:v9`, 'v9'],
    ['a digest that is missing', `${home}/api@${digest.replaceAll('a', 'b')}`, digest.replaceAll('a', 'b')],
    ['a repository that is missing', `${home}/nothing:v1`, 'nothing'],
  ])('is absent, in the words of ECR: %s', async (_, reference, named) => {
    const { aws } = openView({ images })
    expect(await aws.images.findImage(reference)).toEqual({
      kind: 'absent',
      message: expect.stringContaining(named),
    })
  })

  it('that may not be asked for is an error', async () => {
    const { aws } = openView({ images, faults: [{ operation: 'ecr:*', kind: 'refused' }] })
    await expect(aws.images.findImage(`${home}/api:v1`)).rejects.toMatchObject({ code: 'AccessDeniedException' })
  })
})

it.each([
  'nginx',
  'nginx:1.27',
  'library/nginx@sha256:00',
  'public.ecr.aws/nginx/nginx:latest',
  'ghcr.io/owner/app:1',
  '127.0.0.1:5000/app:1',
  '1234.dkr.ecr.us-east-1.amazonaws.com/api:1',
  '123456789012.dkr.ecr.us-east-1.amazonaws.com',
  '123456789012.dkr.ecr.us-east-1.example.com/api:1',
  'evil.example/123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1',
  '',
])('%j is no image of ECR, and nobody is asked', async (reference) => {
  const { aws, sent } = openView({ images })
  expect(await aws.images.findImage(reference)).toEqual({ kind: 'elsewhere' })
  expect(sent).toEqual([])
})

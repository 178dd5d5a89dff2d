import { CloudFormation } from '@aws-sdk/client-cloudformation'
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs'
import { ECR } from '@aws-sdk/client-ecr'
import { ECS } from '@aws-sdk/client-ecs'
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2'
import { S3 } from '@aws-sdk/client-s3'
import { SecretsManager } from '@aws-sdk/client-secrets-manager'
import { SSM } from '@aws-sdk/client-ssm'
import { STS } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Connection, sockets } from './sockets.ts'

const scenario = {
  start: '2026-01-15T09:00:00Z',
  images: [
    { repository: 'app', tag: 'v1' },
    { repository: 'app', tag: 'v2', platforms: ['linux/amd64', 'linux/arm64/v8'] },
    { repository: 'web', tag: 'v1', digest: `sha256:${'ab'.repeat(32)}` },
  ],
  parameters: [
    { name: '/app/url', value: 'https://example.com/?a=1&b=<2>' },
    { name: '/app/db/password', type: 'SecureString', value: 'hunter22' },
    { name: 'plain', value: 'p' },
  ],
  secrets: [{ name: 'app/key', value: '{"a":"b"}' }, { name: 'app/empty' }],
  logGroups: ['/ecs/app'],
  stacks: [
    {
      name: 'web',
      outputs: [
        { key: 'Url', value: 'https://example.com/?a=1&b=<2>' },
        { key: 'Vpc', value: 'vpc-1', export: 'shared-vpc' },
      ],
    },
    {
      name: 'many',
      outputs: Array.from({ length: 150 }, (_, n) => ({ key: `K${n}`, value: `${n}`, export: `x${n}` })),
    },
  ],
  buckets: [
    { name: 'states', objects: [{ key: 'deep/a b+c.tfstate', body: '{"version": 4, "é": "<&>"}' }] },
    { name: 'far', region: 'eu-west-1', objects: [{ key: 'k', body: 'far away' }] },
  ],
  roles: [{ name: 'deploy' }],
  targetGroups: [
    { name: 'blue', port: 8080 },
    { name: 'green', unattached: true },
  ],
}

/** The name and message of the error in which a call ends. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`
  }
  return 'no error'
}

describe.each(sockets)('AWS $socket', ({ connect }) => {
  let connection: Connection
  beforeEach(async () => {
    connection = await connect(scenario)
  })
  afterEach(() => connection.close())

  it('names the caller and the session of an assumed role', async () => {
    const caller = await new STS(connection.config).getCallerIdentity()
    expect(caller.Account).toBe('123456789012')
    expect(caller.Arn).toBe('arn:aws:sts::123456789012:assumed-role/deployer/github-actions')
    const { Credentials } = await new STS(connection.config).assumeRole({
      RoleArn: 'arn:aws:iam::210987654321:role/path/other',
      RoleSessionName: 'me',
      DurationSeconds: 900,
    })
    expect(Credentials?.Expiration).toEqual(new Date('2026-01-15T09:15:00Z'))
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    }
    const assumed = await new STS({ ...connection.config, credentials }).getCallerIdentity()
    expect(assumed.Arn).toBe('arn:aws:sts::210987654321:assumed-role/other/me')
    const elsewhere = new SSM({ ...connection.config, credentials })
    expect(await refusal(elsewhere.getParameter({ Name: 'plain' }))).toMatch(/^ParameterNotFound/)
  })

  it('refuses to assume a role that the account does not have', async () => {
    const call = new STS(connection.config).assumeRole({
      RoleArn: 'arn:aws:iam::123456789012:role/nobody',
      RoleSessionName: 'me',
    })
    expect(await refusal(call)).toMatch(/^AccessDenied: User: arn:.* is not authorized to perform: sts:AssumeRole/)
  })

  it('hands out objects, whose bucket stands in the path or in the host', async () => {
    for (const forcePathStyle of [true, false]) {
      if (!forcePathStyle && connection.config.endpoint !== undefined) continue
      const s3 = new S3({ ...connection.config, forcePathStyle })
      const { Body, ETag } = await s3.getObject({ Bucket: 'states', Key: 'deep/a b+c.tfstate' })
      expect(await Body?.transformToString()).toBe('{"version": 4, "é": "<&>"}')
      expect(ETag).toMatch(/^"[0-9a-f]{32}"$/)
      expect(await refusal(s3.getObject({ Bucket: 'states', Key: 'none' }))).toMatch(/^NoSuchKey: The specified key/)
      expect(await refusal(s3.getObject({ Bucket: 'none', Key: 'k' }))).toMatch(/^NoSuchBucket: The specified bucket/)
    }
  })

  it('says in which region a bucket lies', async () => {
    const s3 = new S3({ ...connection.config, forcePathStyle: true })
    expect(await refusal(s3.getObject({ Bucket: 'far', Key: 'k' }))).toMatch(/^PermanentRedirect/)
    const following = new S3({ ...connection.config, forcePathStyle: true, followRegionRedirects: true })
    const { Body } = await following.getObject({ Bucket: 'far', Key: 'k' })
    expect(await Body?.transformToString()).toBe('far away')
    expect((await s3.headBucket({ Bucket: 'states' })).BucketRegion).toBe('us-east-1')
  })

  it('knows outputs of stacks and all exports, page by page', async () => {
    const cloudformation = new CloudFormation(connection.config)
    const { Stacks } = await cloudformation.describeStacks({ StackName: 'web' })
    expect(Stacks).toMatchObject([
      {
        StackName: 'web',
        StackStatus: 'CREATE_COMPLETE',
        Outputs: [
          { OutputKey: 'Url', OutputValue: 'https://example.com/?a=1&b=<2>' },
          { OutputKey: 'Vpc', OutputValue: 'vpc-1', ExportName: 'shared-vpc' },
        ],
      },
    ])
    expect(await refusal(cloudformation.describeStacks({ StackName: 'none' }))).toBe(
      'ValidationError: Stack with id none does not exist',
    )
    const first = await cloudformation.listExports({})
    const second = await cloudformation.listExports({ NextToken: first.NextToken })
    expect([first.Exports?.length, second.Exports?.length, second.NextToken]).toEqual([100, 51, undefined])
    expect(first.Exports?.[0]).toMatchObject({ Name: 'shared-vpc', Value: 'vpc-1' })
  })

  it('answers for images by tag and digest', async () => {
    const ecr = new ECR(connection.config)
    const { imageDetails } = await ecr.describeImages({ repositoryName: 'web', imageIds: [{ imageTag: 'v1' }] })
    expect(imageDetails?.[0]?.imageDigest).toBe(`sha256:${'ab'.repeat(32)}`)
    const { images, failures } = await ecr.batchGetImage({
      repositoryName: 'app',
      imageIds: [{ imageTag: 'v2' }, { imageTag: 'v9' }],
    })
    expect(failures?.map(({ failureCode }) => failureCode)).toEqual(['ImageNotFound'])
    const index = JSON.parse(images?.[0]?.imageManifest ?? '')
    expect(index.manifests.map((entry: { platform: unknown }) => entry.platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64', variant: 'v8' },
    ])
    const child = await ecr.batchGetImage({
      repositoryName: 'app',
      imageIds: [{ imageDigest: index.manifests[0].digest }],
    })
    expect(child.images).toHaveLength(1)
  })

  it('refuses unknown images and repositories in the words of ECR', async () => {
    const ecr = new ECR(connection.config)
    expect(await refusal(ecr.describeImages({ repositoryName: 'app', imageIds: [{ imageTag: 'v9' }] }))).toBe(
      "ImageNotFoundException: The image with imageId {imageDigest:'null', imageTag:'v9'} does not exist within the repository with name 'app' in the registry with id '123456789012'",
    )
    expect(await refusal(ecr.describeRepositories({ repositoryNames: ['nope'] }))).toMatch(
      /^RepositoryNotFoundException: The repository with name 'nope' does not exist/,
    )
    const { authorizationData } = await ecr.getAuthorizationToken()
    expect(authorizationData?.[0]?.expiresAt).toEqual(new Date('2026-01-15T21:00:00Z'))
  })

  it('keeps log events and hands them out page by page until the token stays the same', async () => {
    const logs = new CloudWatchLogs(connection.config)
    const stream = { logGroupName: '/ecs/app', logStreamName: 'app/app/1' }
    await logs.createLogStream(stream)
    const start = Date.UTC(2026, 0, 15, 9)
    const logEvents = ['one', 'two ERROR', 'three'].map((message, n) => ({ timestamp: start + n, message }))
    await logs.putLogEvents({ ...stream, logEvents })
    const first = await logs.getLogEvents({ ...stream, startFromHead: true, limit: 2 })
    expect(first.events?.map(({ message }) => message)).toEqual(['one', 'two ERROR'])
    const nextToken = first.nextForwardToken ?? ''
    const second = await logs.getLogEvents({ ...stream, nextToken, limit: 2 })
    expect(second.events?.map(({ message }) => message)).toEqual(['three'])
    const end = await logs.getLogEvents({ ...stream, nextToken: second.nextForwardToken ?? '' })
    expect(end.events).toEqual([])
    expect(end.nextForwardToken).toBe(second.nextForwardToken)
    const tail = await logs.getLogEvents({ ...stream, limit: 1 })
    expect(tail.events?.map(({ message }) => message)).toEqual(['three'])
    const found = await logs.filterLogEvents({ logGroupName: '/ecs/app', filterPattern: '?ERROR ?WARN' })
    expect(found.events?.map(({ message }) => message)).toEqual(['two ERROR'])
  })

  it('refuses missing and existing groups and streams', async () => {
    const logs = new CloudWatchLogs(connection.config)
    expect(await refusal(logs.getLogEvents({ logGroupName: '/nope', logStreamName: 'x' }))).toBe(
      'ResourceNotFoundException: The specified log group does not exist.',
    )
    expect(await refusal(logs.getLogEvents({ logGroupName: '/ecs/app', logStreamName: 'x' }))).toBe(
      'ResourceNotFoundException: The specified log stream does not exist.',
    )
    expect(await refusal(logs.createLogGroup({ logGroupName: '/ecs/app' }))).toMatch(/^ResourceAlreadyExistsException/)
    const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: '/ecs' })
    expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['/ecs/app'])
  })

  it.each([
    ['/app/url', 'https://example.com/?a=1&b=<2>'],
    ['/app/url:1', 'https://example.com/?a=1&b=<2>'],
    ['arn:aws:ssm:us-east-1:123456789012:parameter/app/url', 'https://example.com/?a=1&b=<2>'],
    ['arn:aws:ssm:us-east-1:123456789012:parameter/plain', 'p'],
  ])('finds the parameter %s', async (Name, value) => {
    const { Parameter } = await new SSM(connection.config).getParameter({ Name })
    expect(Parameter?.Value).toBe(value)
  })

  it('shows a secure parameter only when it is to be decrypted', async () => {
    const ssm = new SSM(connection.config)
    const Names = ['/app/db/password', '/nope']
    const open = await ssm.getParameters({ Names, WithDecryption: true })
    expect(open.Parameters?.map(({ Value }) => Value)).toEqual(['hunter22'])
    expect(open.InvalidParameters).toEqual(['/nope'])
    const closed = await ssm.getParameters({ Names })
    expect(closed.Parameters?.[0]?.Value).not.toContain('hunter22')
  })

  it('refuses unknown versions and more than ten names, and lists by path', async () => {
    const ssm = new SSM(connection.config)
    expect(await refusal(ssm.getParameter({ Name: 'plain:7' }))).toMatch(/^ParameterVersionNotFound/)
    expect(await refusal(ssm.getParameters({ Names: Array.from({ length: 11 }, (_, n) => `n${n}`) }))).toMatch(
      /length less than or equal to 10$/,
    )
    const names = async (Recursive: boolean) =>
      (await ssm.getParametersByPath({ Path: '/app', Recursive })).Parameters?.map(({ Name }) => Name)
    expect(await names(false)).toEqual(['/app/url'])
    expect(await names(true)).toEqual(['/app/url', '/app/db/password'])
  })

  it('finds secrets by name, by whole and by partial ARN', async () => {
    const secrets = new SecretsManager(connection.config)
    const { ARN = '', SecretString } = await secrets.getSecretValue({ SecretId: 'app/key' })
    expect(SecretString).toBe('{"a":"b"}')
    expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:app\/key-[A-Za-z0-9]{6}$/)
    expect((await secrets.getSecretValue({ SecretId: ARN })).Name).toBe('app/key')
    expect((await secrets.describeSecret({ SecretId: ARN.slice(0, -7) })).Name).toBe('app/key')
    expect(await refusal(secrets.getSecretValue({ SecretId: 'nope' }))).toBe(
      "ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    )
    expect(await refusal(secrets.getSecretValue({ SecretId: 'app/empty' }))).toMatch(/staging label: AWSCURRENT$/)
  })

  it('describes target groups in XML', async () => {
    const elb = new ElasticLoadBalancingV2(connection.config)
    const { TargetGroups } = await elb.describeTargetGroups({ Names: ['green', 'blue'] })
    expect(TargetGroups?.map(({ TargetGroupName, Port }) => [TargetGroupName, Port])).toEqual([
      ['blue', 8080],
      ['green', 80],
    ])
    expect(TargetGroups?.map(({ LoadBalancerArns }) => LoadBalancerArns?.length)).toEqual([1, 0])
    const [{ TargetGroupArn } = {}] = TargetGroups ?? []
    expect((await elb.describeTargetGroupAttributes({ TargetGroupArn })).Attributes).toEqual([
      { Key: 'deregistration_delay.timeout_seconds', Value: '300' },
    ])
    expect(await refusal(elb.describeTargetGroups({ Names: ['red'] }))).toMatch(/^TargetGroupNotFound/)
    expect(await refusal(elb.describeTargetHealth({ TargetGroupArn: 'arn:x' }))).toMatch(/^TargetGroupNotFound/)
  })

  it('dates its answers by virtual time', async () => {
    connection.simulator.advanceTo(Date.UTC(2026, 0, 15, 10))
    const sts = new STS(connection.config)
    let date: unknown
    sts.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args)
        const { response } = result
        if (typeof response === 'object' && response !== null && 'headers' in response) date = response.headers
        return result
      },
      { step: 'deserialize' },
    )
    await sts.getCallerIdentity()
    expect(date).toMatchObject({ date: 'Thu, 15 Jan 2026 10:00:00 GMT' })
  })

  it('refuses operations that it does not have, naming them', async () => {
    expect(await refusal(new ECS(connection.config).discoverPollEndpoint())).toBe(
      'UnknownOperationException: The simulator has no operation DiscoverPollEndpoint of ecs.',
    )
  })
})

import { describe, expect, it } from '@jest/globals'
import { readLocation } from '../../../src/config/plugins/state-location.ts'
import { createStateReader, type StateSources } from '../../../src/config/plugins/state-reader.ts'
import type { StoredObject, TerraformWorkspace } from '../../../src/model/ports.ts'
import { repository } from '../workspace.ts'

const text = (name: string) => JSON.stringify({ version: 4, outputs: { from: { value: name, type: 'string' } } })
const pointer = (type: string, config: object) => JSON.stringify({ version: 3, backend: { type, config } })

/** No file is outside. */
const anywhere = { root: '/', border: '/' }

/** Sources that answer with their own address; what was read is noted. */
function sources(more: Partial<StateSources> = {}) {
  const reads: (string | StoredObject | TerraformWorkspace)[] = []
  const noted = <T extends string | StoredObject | TerraformWorkspace>(what: T, name: string): Promise<string> => {
    reads.push(what)
    return Promise.resolve(text(name))
  }
  const given: StateSources = {
    environment: { TFE_TOKEN: 'token' },
    objects: { readText: (object) => noted(object, `s3 ${object.bucket} ${object.key}`) },
    web: {
      readText: (url) => noted(url, `web ${url}`),
      readTerraformState: (workspace) => noted(workspace, `tfc ${workspace.organization}/${workspace.workspace}`),
    },
    root: '/',
    ...more,
  }
  return { reads, read: createStateReader(given), environment: given.environment }
}

async function found(location: string, files: Readonly<Record<string, string>> = {}, environment = {}) {
  const { read, reads } = sources()
  const directory = repository(files)
  const state = await read(
    readLocation(location.replace('DIRECTORY', directory), { ...anywhere, directory, environment }),
  )
  return { from: state.lookUp('output.from').value, reads }
}

describe('a state is read from', () => {
  it.each([
    ['terraform.tfstate', 'file'],
    ['file://DIRECTORY/terraform.tfstate', 'file'],
    ['http://h/x.tfstate', 'web http://h/x.tfstate'],
    ['https://u:p@h/x.tfstate?sig=1', 'web https://u:p@h/x.tfstate?sig=1'],
    ['s3://bucket/deep/terraform.tfstate', 's3 bucket deep/terraform.tfstate'],
    ['s3://bucket/env%3A/a', 's3 bucket env:/a'],
    ['remote://app.terraform.io/acme/shop', 'tfc acme/shop'],
  ])('%s', async (location, from) => {
    expect((await found(location, { 'terraform.tfstate': text('file') })).from).toBe(from)
  })

  it.each([
    ['s3', { bucket: 'b', key: 'k' }, {}, {}, 's3 b k'],
    ['s3', { bucket: 'b', key: 'k' }, { environment: 'prod\n' }, {}, 's3 b env:/prod/k'],
    ['s3', { bucket: 'b', key: 'k' }, { environment: 'prod' }, { TF_WORKSPACE: 'stg' }, 's3 b env:/stg/k'],
    ['s3', { bucket: 'b', key: 'k', workspace_key_prefix: 'ws' }, { environment: 'prod' }, {}, 's3 b ws/prod/k'],
    ['remote', { organization: 'o', workspaces: { name: 'w', prefix: null } }, {}, {}, 'tfc o/w'],
    [
      'remote',
      { organization: 'o', workspaces: [{ name: null, prefix: 'p-' }] },
      { environment: 'e' },
      {},
      'tfc o/p-e',
    ],
    ['cloud', { organization: 'o', workspaces: { tags: ['x'] } }, { environment: 'e' }, {}, 'tfc o/e'],
  ])('the backend %s %j with %j and %j', async (type, config, files, environment, from) => {
    const result = await found(
      '.terraform/terraform.tfstate',
      {
        '.terraform/terraform.tfstate': pointer(type, config),
        ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`.terraform/${name}`, content])),
      },
      environment,
    )
    expect(result.from).toBe(from)
  })

  it('an S3 backend with all that it says', async () => {
    const config = {
      bucket: 'b',
      key: 'k',
      region: 'eu-west-1',
      role_arn: null,
      assume_role: { role_arn: 'arn:aws:iam::1:role/r' },
      endpoints: { s3: 'http://localhost:9000' },
      access_key: 'AK',
      secret_key: 'SK',
      token: 'T',
    }
    const { reads } = await found('x.tfstate', { 'x.tfstate': pointer('s3', config) })
    expect(reads).toEqual([
      {
        bucket: 'b',
        key: 'k',
        region: 'eu-west-1',
        roleArn: 'arn:aws:iam::1:role/r',
        endpoint: 'http://localhost:9000',
        credentials: { accessKeyId: 'AK', secretAccessKey: 'SK', sessionToken: 'T' },
      },
    ])
  })
})

describe('a state is not read from', () => {
  it.each([
    ['none.tfstate', 'none.tfstate: no such file', 'check the path'],
    ['text.tfstate', 'it is not a JSON object', 'check that the location'],
    ['old.tfstate', 'has version 3, not 4', 'Terraform 0.12'],
    ['empty.tfstate', 'has version missing, not 4', 'Terraform 0.12'],
    ['gcs.tfstate', 'URL scheme gcs is not supported', 'gcloud storage cp'],
    ['consul.tfstate', 'the backend consul of the state is not supported', 'terraform state pull'],
    ['gs://b/k', 'URL scheme gs is not supported: gs://b/k', 'gcloud storage cp'],
    ['azurerm://g/a/c/b', 'URL scheme azurerm is not supported', 'az storage blob download'],
    ['ftp://h/x', 'URL scheme ftp is not supported', 's3://'],
    ['file://rel/x.tfstate', 'rel is read as a host', 'file:///'],
    ['s3://bucket', 's3://bucket names no object', 's3://bucket/key'],
    ['s3:///key', 'names no object', 's3://bucket/key'],
    ['remote://h/o', 'remote://h/o names no workspace', 'remote://app.terraform.io'],
  ])('%s', async (location, message, hint) => {
    const files = {
      'text.tfstate': '<html>',
      'old.tfstate': '{"version": 3, "modules": []}',
      'empty.tfstate': '{}',
      'gcs.tfstate': pointer('gcs', { bucket: 'b' }),
      'consul.tfstate': pointer('consul', {}),
    }
    const directory = repository(files)
    const reading = async () => sources().read(readLocation(location, { ...anywhere, directory, environment: {} }))
    const error = await reading().then(
      () => undefined,
      (thrown: Error & { hint?: string }) => thrown,
    )
    expect(error?.message).toContain(message)
    expect(error?.hint).toContain(hint)
  })

  it('Terraform Cloud without a token', async () => {
    const { read } = sources({ environment: {} })
    const location = readLocation('remote://h/o/w', { ...anywhere, directory: '/', environment: {} })
    await expect(read(location)).rejects.toThrow('TFE_TOKEN is not set')
  })

  it('a file that is refused', async () => {
    const root = repository({})
    const around = { root, border: root, directory: root, environment: {} }
    for (const path of ['/etc/hostname', 'file:///etc/hostname', '../x.tfstate', '../../../none/at/all']) {
      expect(() => readLocation(path, around)).toThrow('it lies outside the repository')
    }
  })

  it('a signed address without hiding its signature', async () => {
    const web = { readText: async () => 'no', readTerraformState: async () => 'no' }
    const location = readLocation('https://u:pw@h/x?sig=abc', { ...anywhere, directory: '/', environment: {} })
    await expect(sources({ web }).read(location)).rejects.toThrow('failed to read tfstate from https://h/x: it is not')
  })
})

it('a state is read once, whoever asks', async () => {
  const { read, reads } = sources()
  const location = () => readLocation('s3://b/k', { ...anywhere, directory: '/', environment: {} })
  await Promise.all([read(location()), read(location())])
  await read(location())
  expect(reads).toEqual([{ bucket: 'b', key: 'k' }])
})

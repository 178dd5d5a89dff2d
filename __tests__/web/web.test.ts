import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openWeb } from '../../src/web/open.ts'
import { readCurrentState } from '../../src/web/terraform-cloud.ts'

/** Paths of a small server; `asked` notes what came in. */
const asked: string[] = []
const server = createServer(({ url = '', headers }, response) => {
  asked.push(`${url} ${headers.authorization ?? '-'}`)
  const before = asked.filter((line) => line.startsWith(`${url} `)).length
  const answers: Readonly<Record<string, readonly [status: number, body: string, location?: string]>> = {
    '/state': [200, '{"é": 1}'],
    '/moved': [302, '', '/state'],
    '/loop': [302, '', '/loop'],
    '/away': [307, '', 'file:///etc/hostname'],
    '/missing': [404, '<html>'],
    '/flaky': before < 3 ? [503, ''] : [200, 'at last'],
    '/broken': [500, ''],
  }
  const [status, body, location] = answers[url] ?? [400, '']
  response.writeHead(status, location === undefined ? {} : { location })
  response.end(body)
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const clock = { now: () => 0, sleep: async () => {} }
const web = openWeb({ environment: {}, clock, trace: () => {} })

describe('readText', () => {
  it.each([
    ['/state', '{"é": 1}'],
    ['/moved', '{"é": 1}'],
    ['/flaky', 'at last'],
  ])('%s is answered', async (path, text) => {
    expect(await web.readText(origin + path)).toBe(text)
  })

  it('says who asks when the address does', async () => {
    await web.readText(`${origin.replace('//', '//user:pw@')}/state`)
    expect(asked.at(-1)).toBe(`/state Basic ${Buffer.from('user:pw').toString('base64')}`)
  })

  it.each([
    ['/missing', 'the server answers 404 Not Found', 404],
    ['/broken', 'the server answers 500 Internal Server Error', 500],
    ['/loop', 'it leads on more than 10 times', 302],
    ['/away', 'it leads to file:', 307],
  ])('%s fails', async (path, message, status) => {
    await expect(web.readText(origin + path)).rejects.toMatchObject({ message, status })
  })

  it.each([
    ['http://127.0.0.1:1/x', 'the server does not answer'],
    ['http://', 'it is not an address'],
  ])('%s fails', async (url, message) => {
    await expect(web.readText(url)).rejects.toThrow(message)
  })
})

describe('readCurrentState', () => {
  const workspace = { host: 'app.terraform.io', organization: 'a/b', workspace: 'w' }
  const answers: Readonly<Record<string, object>> = {
    'https://app.terraform.io/api/v2/organizations/a%2Fb/workspaces/w': { data: { id: 'ws-1' } },
    'https://app.terraform.io/api/v2/workspaces/ws-1/current-state-version': {
      data: { attributes: { 'hosted-state-download-url': 'https://archivist.terraform.io/v1/object/1' } },
    },
    'https://archivist.terraform.io/v1/object/1': { version: 4 },
  }

  it('goes from the workspace to its newest state, and shows its token to the API only', async () => {
    const tokens: unknown[] = []
    const text = await readCurrentState(workspace, 't', async (url, headers) => {
      tokens.push(headers['authorization'])
      return JSON.stringify(answers[url])
    })
    expect(text).toBe('{"version":4}')
    expect(tokens).toEqual(['Bearer t', 'Bearer t', undefined])
  })

  it.each([
    ['{}', 'Terraform Cloud answers without data.id'],
    ['<html>', 'Terraform Cloud does not answer with JSON'],
  ])('refuses the answer %s', async (text, message) => {
    await expect(readCurrentState(workspace, 't', async () => text)).rejects.toThrow(message)
  })
})

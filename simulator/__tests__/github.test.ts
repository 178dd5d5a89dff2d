import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Connection, connectHttp, type Seeds } from './sockets.ts'

const sha = (digit: string) => digit.repeat(40)
const github = {
  repository: 'acme/shop',
  pullRequests: [
    { number: 7, headSha: sha('a'), commits: [sha('b')], mergeCommitSha: sha('c') },
    { number: 8, headSha: sha('d'), fork: true },
  ],
}

let connection: Connection
async function begin(scenario: object, comments: Seeds['comments'] = []): Promise<void> {
  await connection?.close()
  connection = await connectHttp(scenario, { comments })
}
beforeEach(() => begin({ github }))
afterEach(() => connection.close())

interface Answer {
  readonly status: number
  readonly link: string | null
  // biome-ignore lint/suspicious/noExplicitAny: tests look into what GitHub's answers hold
  readonly content: any
}

async function call(method: string, path: string, body?: unknown, token = 'ghs_token'): Promise<Answer> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${connection.config.endpoint}/github${path}`, { method, headers, ...content })
  const text = await response.text()
  return { status: response.status, link: response.headers.get('link'), content: text === '' ? '' : JSON.parse(text) }
}

const comments = '/repos/acme/shop/issues/7/comments'

describe('comments', () => {
  it('are created, read, changed and deleted', async () => {
    const created = await call('POST', comments, { body: 'hello' })
    expect(created).toMatchObject({ status: 201, content: { body: 'hello', user: { login: 'github-actions[bot]' } } })
    const one = `/repos/acme/shop/issues/comments/${created.content.id}`
    expect(await call('PATCH', one, { body: 'bye' })).toMatchObject({ status: 200, content: { body: 'bye' } })
    expect((await call('GET', one)).content.body).toBe('bye')
    expect((await call('DELETE', one)).status).toBe(204)
    expect((await call('GET', one)).status).toBe(404)
  })

  it('of others can be read but not changed', async () => {
    await begin({ github }, [{ issue: 7, author: 'mallory', body: 'not yours' }])
    const { content } = await call('GET', comments)
    expect(content).toMatchObject([{ user: { login: 'mallory', type: 'User' }, body: 'not yours' }])
    expect((await call('PATCH', `/repos/acme/shop/issues/comments/${content[0].id}`, { body: 'x' })).status).toBe(403)
  })

  it('come in pages of at most a hundred that link to each other', async () => {
    for (let n = 0; n < 105; n += 1) await call('POST', comments, { body: `comment ${n}` })
    const seen: string[] = []
    let next: string | undefined = `${comments}?per_page=500`
    let pages = 0
    while (next !== undefined) {
      const { content, link } = await call('GET', next)
      seen.push(...content.map(({ body }: { body: string }) => body))
      next = /<[^>]*\/github([^>]*)>; rel="next"/.exec(link ?? '')?.[1]
      pages += 1
    }
    expect(pages).toBe(2)
    expect(new Set(seen).size).toBe(105)
    expect((await call('GET', comments)).content).toHaveLength(30)
  })

  it.each([
    ['blank', '  ', 422],
    ['too long', 'x'.repeat(65_537), 422],
    ['as long as may be', '😀'.repeat(65_536), 201],
  ])('that are %s', async (_what, body, status) => {
    const answer = await call('POST', comments, { body })
    expect(answer.status).toBe(status)
  })

  it('are minimised by GraphQL, which the state shows', async () => {
    const { content } = await call('POST', comments, { body: 'old' })
    const query = `mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: DUPLICATE}) { minimizedComment { isMinimized } } }`
    const answer = await call('POST', '/graphql', { query, variables: { id: content.node_id } })
    expect(answer.content.data.minimizeComment.minimizedComment.isMinimized).toBe(true)
    const state = await fetch(`${connection.config.endpoint}/_simulator/state`).then((response) => response.json())
    expect(state).toMatchObject({ comments: [{ body: 'old', isMinimized: true, minimizedReason: 'duplicate' }] })
    const unknown = await call('POST', '/graphql', { query, variables: { id: 'IC_nope' } })
    expect(unknown).toMatchObject({ status: 200, content: { errors: [{ type: 'NOT_FOUND' }] } })
  })
})

it('knows the viewer', async () => {
  const { content } = await call('POST', '/graphql', { query: 'query { viewer { login } }' })
  expect(content).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } })
})

it.each([
  [sha('a'), [7]],
  [sha('b'), [7]],
  [sha('c'), [7]],
  [sha('d'), [8]],
  [sha('e'), []],
])('finds the pull requests of commit %s', async (commit, numbers) => {
  const { content } = await call('GET', `/repos/acme/shop/commits/${commit}/pulls`)
  expect(content.map(({ number }: { number: number }) => number)).toEqual(numbers)
})

it('shows a pull request, its fork and its merge', async () => {
  const [merged, forked] = [
    await call('GET', '/repos/acme/shop/pulls/7'),
    await call('GET', '/repos/Acme/Shop/pulls/8'),
  ]
  expect(merged.content).toMatchObject({ state: 'closed', merge_commit_sha: sha('c') })
  expect(forked.content).toMatchObject({ state: 'open', head: { sha: sha('d'), repo: { fork: true } } })
})

describe('refusals', () => {
  it.each([
    ['no token', '', comments, 401, 'Requires authentication'],
    ['a bad token', 'bad', comments, 401, 'Bad credentials'],
    ['another repository', 'ghs_x', '/repos/acme/other/issues/7/comments', 404, 'Not Found'],
    ['an unknown pull request', 'ghs_x', '/repos/acme/shop/issues/99/comments', 404, 'Not Found'],
    ['an unknown path', 'ghs_x', '/repos/acme/shop/branches', 404, 'Not Found'],
  ])('of %s', async (_what, token, path, status, message) => {
    expect(await call('GET', path, undefined, token)).toMatchObject({ status, content: { message } })
  })

  it('of writes with a token that may only read', async () => {
    await begin({ github: { ...github, permissions: { 'pull-requests': 'read' } } })
    expect((await call('GET', comments)).status).toBe(200)
    expect(await call('POST', comments, { body: 'x' })).toMatchObject({
      status: 403,
      content: { message: 'Resource not accessible by integration' },
    })
  })

  it.each([
    ['throttled', 403],
    ['server-error', 502],
    ['refused', 403],
    ['expired', 401],
  ])('that are ordered: %s', async (kind, status) => {
    await begin({ github, faults: [{ operation: 'github:ListComments', kind, times: 1 }] })
    expect((await call('GET', comments)).status).toBe(status)
    expect((await call('GET', comments)).status).toBe(200)
  })

  it('that break the connection', async () => {
    await begin({ github, faults: [{ operation: 'github:*', kind: 'reset', times: 1 }] })
    await expect(call('GET', comments)).rejects.toThrow('fetch failed')
  })
})

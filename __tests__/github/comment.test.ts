import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseScenario } from '../../simulator/scenario.ts'
import { startServer } from '../../simulator/server.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { type CommentDraft, type CommentPlace, choosePull, writeComment } from '../../src/github/comment.ts'
import { readPullRequest } from '../../src/github/event.ts'

const mark = '<!-- test -->'
const bot = 'github-actions[bot]'

/** A comment of lines, one a job; the last line is a footer that does not count. */
function draftOf(job: string, time = 1): CommentDraft {
  const linesOf = (body: string) => body.split('\n').slice(1, -1)
  return {
    render: (existing) => [mark, ...new Set([...existing.flatMap(linesOf), job].sort()), `at ${time}`].join('\n'),
    isOurs: (body) => body.startsWith(mark),
    isSame: (one, other) => linesOf(one).join('\n') === linesOf(other).join('\n'),
  }
}

function payload(event: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'event-')), 'event.json')
  writeFileSync(file, JSON.stringify(event))
  return file
}

const pullPayload = {
  pull_request: {
    number: 7,
    user: { login: 'someone' },
    head: { sha: 'abc', repo: { full_name: 'o/r' } },
    base: { repo: { full_name: 'o/r' } },
  },
}

interface World {
  readonly simulator: Simulator
  write(draft: CommentDraft, more?: Partial<CommentPlace>): ReturnType<typeof writeComment>
}

async function withGitHub(
  scenario: object,
  comments: readonly { author: string; body: string }[],
  play: (world: World) => Promise<void>,
): Promise<void> {
  const github = { repository: 'o/r', pullRequests: [{ number: 7, headSha: 'abc' }] }
  const parsed = parseScenario({ github, ...scenario })
  const simulator = createSimulator(parsed, { comments: comments.map((one) => ({ issue: 7, ...one })) })
  const server = await startServer(simulator)
  const env = {
    GITHUB_API_URL: `${server.url}/github`,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: payload(pullPayload),
  }
  try {
    await play({
      simulator,
      write: (draft, more) =>
        writeComment(draft, { env: { ...env, ...more?.env }, token: 'ghs_x', when: 'auto', ...omitEnv(more) }),
    })
  } finally {
    await server.close()
  }
}

function omitEnv(more: Partial<CommentPlace> = {}): Omit<Partial<CommentPlace>, 'env'> {
  const { env: _, ...rest } = more
  return rest
}

function bodies(simulator: Simulator): readonly string[] {
  return simulator.state().comments.map((one) => one.body)
}

function writes(simulator: Simulator): readonly string[] {
  return simulator
    .state()
    .calls.map((one) => one.operation)
    .filter((name) => /^(Create|Update|Minimize)/.test(name))
}

describe('the comment of a pull request', () => {
  it('is written once, then updated, and left alone when it says the same', async () => {
    await withGitHub({}, [], async ({ simulator, write }) => {
      const { url } = await write(draftOf('a'))
      expect(url).toMatch(/pull\/7#issuecomment-/)
      expect(await write(draftOf('b'))).toEqual({ url })
      expect(await write(draftOf('b', 2))).toEqual({ url })
      expect(bodies(simulator)).toEqual([`${mark}\na\nb\nat 1`])
      expect(writes(simulator)).toEqual(['CreateComment', 'UpdateComment'])
    })
  })

  it('is found behind many others, on a later page', async () => {
    const others = Array.from({ length: 230 }, (_, index) => ({ author: 'someone', body: `hello ${index}` }))
    await withGitHub({}, [...others, { author: bot, body: `${mark}\na\nat 0` }], async ({ simulator, write }) => {
      await write(draftOf('b'))
      expect(simulator.state().comments).toHaveLength(231)
      expect(bodies(simulator).at(-1)).toBe(`${mark}\na\nb\nat 1`)
    })
  })

  it('is never a stranger’s who pasted our mark', async () => {
    const forged = { author: 'mallory', body: `${mark}\nforged\nat 0` }
    await withGitHub({}, [forged], async ({ simulator, write }) => {
      expect((await write(draftOf('a'))).warning).toBeUndefined()
      expect(bodies(simulator)).toEqual([forged.body, `${mark}\na\nat 1`])
    })
  })

  it('is one: of two written at once the newest has all, the other is folded', async () => {
    const both = ['a', 'b'].map((job) => ({ author: bot, body: `${mark}\n${job}\nat 0` }))
    await withGitHub({}, both, async ({ simulator, write }) => {
      await write(draftOf('c'))
      expect(bodies(simulator)[1]).toBe(`${mark}\na\nb\nc\nat 1`)
      expect(simulator.state().comments.map((one) => one.isMinimized)).toEqual([true, false])
    })
  })

  it('holds every job that writes at the same time', async () => {
    await withGitHub({}, [{ author: bot, body: `${mark}\nold\nat 0` }], async ({ simulator, write }) => {
      await Promise.all(['a', 'b'].map((job) => write(draftOf(job))))
      expect(bodies(simulator)[0]).toBe(`${mark}\na\nb\nold\nat 1`)
    })
  })

  it('does without GraphQL', async () => {
    const faults = [
      { operation: 'github:Viewer', kind: 'server-error' },
      { operation: 'github:MinimizeComment', kind: 'server-error' },
    ]
    const own = { author: bot, body: `${mark}\na\nat 0` }
    await withGitHub({ faults }, [own, own, { author: 'mallory', body: mark }], async ({ simulator, write }) => {
      expect((await write(draftOf('b'))).warning).toBeUndefined()
      expect(bodies(simulator)).toEqual([own.body, `${mark}\na\nb\nat 1`, mark])
    })
  })

  it.each([
    ['a token that may only read', { 'pull-requests': 'read' }, 'pull-requests: write'],
    ['a token that may not even read', {}, 'pull-requests: write'],
  ])('is a warning with %s', async (_, permissions, text) => {
    const github = { repository: 'o/r', pullRequests: [{ number: 7, headSha: 'abc' }], permissions }
    await withGitHub({ github }, [], async ({ write }) => {
      expect((await write(draftOf('a'))).warning).toContain(text)
    })
  })

  it('is a warning with a wrong token, none, or no connection', async () => {
    await withGitHub({}, [], async ({ write }) => {
      expect((await write(draftOf('a'), { token: 'bad' })).warning).toContain('Check github-token')
      expect((await write(draftOf('a'), { token: '' })).warning).toContain('github-token is empty')
      const env = { GITHUB_API_URL: 'http://127.0.0.1:1' }
      expect((await write(draftOf('a'), { env })).warning).toContain('was not written')
    })
  })

  it('is not written when nobody asked, or there is no pull request', async () => {
    await withGitHub({}, [], async ({ simulator, write }) => {
      expect(await write(draftOf('a'), { when: 'never' })).toEqual({})
      expect(await write(draftOf('a'), { env: { GITHUB_EVENT_NAME: 'push' } })).toEqual({})
      expect(simulator.state().calls).toEqual([])
    })
  })

  it('goes to the merged pull request of a push, with comment: always', async () => {
    const pullRequests = [
      { number: 7, headSha: 'abc', mergeCommitSha: 'merge' },
      { number: 9, headSha: 'def', commits: ['merge'] },
    ]
    await withGitHub({ github: { repository: 'o/r', pullRequests } }, [], async ({ simulator, write }) => {
      const env = { GITHUB_EVENT_NAME: 'push', GITHUB_SHA: 'merge', GITHUB_REF_NAME: 'main' }
      await write(draftOf('a'), { when: 'always', env })
      await write(draftOf('a'), { when: 'always', env: { ...env, GITHUB_SHA: 'unknown' } })
      expect(simulator.state().comments.map((one) => one.issue)).toEqual([7])
    })
  })
})

describe('which pull request a push belongs to', () => {
  const pull = (number: number, more: object) => ({
    number,
    mergeCommit: '',
    merged: false,
    base: 'main',
    headSha: '',
    ...more,
  })
  it.each([
    ['the one merged as this commit', [pull(1, { merged: true, mergeCommit: 'x' }), pull(2, { merged: true })], 1],
    [
      'one merged into this branch',
      [pull(1, { merged: true }), pull(2, { merged: true, base: 'dev' }), pull(3, {})],
      1,
    ],
    ['the newest', [pull(3, {}), pull(4, {})], 4],
    ['none', [], undefined],
  ])('%s', (_, pulls, number) => {
    expect(choosePull(pulls, { sha: 'x', branch: 'main' })?.number).toBe(number)
  })
})

describe('the pull request of an event', () => {
  const read = (name: string, event: object, more: object = {}) =>
    readPullRequest({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: payload(event), ...more })
  const fork = { ...pullPayload.pull_request, head: { sha: 'abc', repo: { full_name: 'x/r' } } }

  it('is told with its head', async () => {
    const expected = { number: 7, headSha: 'abc', isFork: false, isDependabot: false }
    expect(await read('pull_request', pullPayload)).toEqual(expected)
    expect(await read('pull_request_target', pullPayload)).toEqual(expected)
  })

  it('may be a fork’s, also a deleted one, or Dependabot’s', async () => {
    expect(await read('pull_request', { pull_request: fork })).toMatchObject({ isFork: true })
    const gone = { ...fork, head: { sha: 'abc', repo: null } }
    expect(await read('pull_request', { pull_request: gone })).toMatchObject({ isFork: true })
    expect(await read('pull_request', pullPayload, { GITHUB_ACTOR: 'dependabot[bot]' })).toMatchObject({
      isDependabot: true,
    })
  })

  it('may be the one that was commented on', async () => {
    expect(await read('issue_comment', { issue: { number: 3, pull_request: { url: '' } } })).toMatchObject({
      number: 3,
    })
    expect(await read('issue_comment', { issue: { number: 3 } })).toBeUndefined()
  })

  it('is none elsewhere, and never an error', async () => {
    expect(await read('push', pullPayload)).toBeUndefined()
    expect(await readPullRequest({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: '/nowhere' })).toBeUndefined()
    expect(await readPullRequest({})).toBeUndefined()
  })
})

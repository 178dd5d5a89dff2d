import type { Environment } from '../model/project.ts'
import { readPullRequest } from './event.ts'
import { type GitHubApi, type IssueComment, openGitHub, type PullOfCommit } from './github-api.ts'

/** The comment to write; how it looks and is recognised is the views' matter. */
export interface CommentDraft {
  /** The body, made of what our comments said before, oldest first: sections of other jobs stay. */
  render(existing: readonly string[]): string
  isOurs(body: string): boolean
  /** Whether writing would change nothing that people read. */
  isSame(one: string, other: string): boolean
}

/** Where and when to comment. */
export interface CommentPlace {
  readonly env: Environment
  readonly token: string
  /** `auto`: on a pull request's event; `always`: also on the pull request that a push merged. */
  readonly when: 'auto' | 'always' | 'never'
}

/** What became of the comment: its address, or why there is none. Neither: there was no pull request. */
export interface CommentOutcome {
  readonly url?: string
  readonly warning?: string
}

/** Writes or updates the one comment of a pull request. Never throws: a comment is best effort. */
export async function writeComment(draft: CommentDraft, place: CommentPlace): Promise<CommentOutcome> {
  const { env, token, when } = place
  if (when === 'never' || !env['GITHUB_REPOSITORY']) return {}
  try {
    const event = await readPullRequest(env)
    if (event === undefined && !isPush(place)) return {}
    if (token === '')
      return { warning: `the pull request comment was not written: github-token is empty. ${permission}` }
    const github = await openGitHub(env, token)
    const number = event?.number ?? (await findMergedPull(github, env))
    return number === undefined ? {} : { url: await upsertComment(github, number, draft) }
  } catch (error) {
    return { warning: `the pull request comment was not written: ${explain(error)}` }
  }
}

function isPush({ env, when }: CommentPlace): boolean {
  return when === 'always' && env['GITHUB_EVENT_NAME'] === 'push' && Boolean(env['GITHUB_SHA'])
}

/** The pull request that brought the pushed commit. */
async function findMergedPull(github: GitHubApi, env: Environment): Promise<number | undefined> {
  const sha = env['GITHUB_SHA'] ?? ''
  return choosePull(await github.listPullsOfCommit(sha), { sha, branch: env['GITHUB_REF_NAME'] ?? '' })?.number
}

/** Which of a commit's pull requests it came with: merged as this commit, else merged into this branch, else the newest. */
export function choosePull(
  pulls: readonly PullOfCommit[],
  pushed: { readonly sha: string; readonly branch: string },
): PullOfCommit | undefined {
  const newestFirst = [...pulls].sort((a, b) => b.number - a.number)
  return (
    newestFirst.find((pull) => pull.merged && pull.mergeCommit === pushed.sha) ??
    newestFirst.find((pull) => pull.merged && pull.base === pushed.branch) ??
    newestFirst[0]
  )
}

/** Two jobs may write at once: after a write we look again whether both are in it. */
const attempts = 3

async function upsertComment(github: GitHubApi, issue: number, draft: CommentDraft): Promise<string> {
  const viewer = await github.viewer().catch(() => undefined)
  let url = ''
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const comments = await github.listComments(issue)
    const ours = comments.filter((one) => isWrittenBy(one, viewer) && draft.isOurs(one.body))
    const newest = ours.at(-1)
    const body = draft.render(ours.map((one) => one.body))
    if (newest !== undefined) await minimizeAll(github, ours.slice(0, -1))
    if (newest !== undefined && draft.isSame(newest.body, body)) return newest.url
    const written = newest === undefined ? github.createComment(issue, body) : github.updateComment(newest.id, body)
    url = (await written).url
  }
  return url
}

/**
 * Only the token's own comments: somebody may paste our mark into theirs. Where the viewer cannot be known, a bot's.
 * GraphQL and REST disagree about the suffix `[bot]`.
 */
function isWrittenBy(comment: IssueComment, viewer: string | undefined): boolean {
  if (viewer === undefined) return comment.author.endsWith('[bot]')
  return withoutSuffix(comment.author) === withoutSuffix(viewer)
}

function withoutSuffix(login: string): string {
  return login.replace(/\[bot\]$/, '')
}

async function minimizeAll(github: GitHubApi, comments: readonly IssueComment[]): Promise<void> {
  // Old servers do not know the mutation; two comments are no reason to fail.
  await Promise.allSettled(comments.map((one) => github.minimize(one.nodeId)))
}

const permission = 'The job needs `permissions: pull-requests: write`.'

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0
  // Octokit adds the address of its documentation.
  const first = (message.split('\n')[0] ?? '').replace(/ - https?:\/\/\S+$/, '')
  if (status === 401) return `${first}. Check github-token.`
  if (/rate limit/i.test(first)) return `${first}. The next run writes it.`
  const help = `${permission} Pull requests of forks and of Dependabot get a token that only reads.`
  return status === 403 || status === 404 || status === 422 ? `${first}. ${help}` : first
}

import type { Environment } from '../model/project.ts'

/** A comment of an issue or pull request. */
export interface IssueComment {
  readonly id: number
  readonly nodeId: string
  readonly body: string
  readonly author: string
  readonly url: string
}

/** A pull request that holds a commit. */
export interface PullOfCommit {
  readonly number: number
  readonly mergeCommit: string
  readonly merged: boolean
  readonly base: string
  readonly headSha: string
}

/** What we ask of GitHub and tell it. Every method throws what Octokit throws: an error with `status`. */
export interface GitHubApi {
  /** All pages, oldest first. */
  listComments(issue: number): Promise<readonly IssueComment[]>
  createComment(issue: number, body: string): Promise<IssueComment>
  updateComment(id: number, body: string): Promise<IssueComment>
  listPullsOfCommit(sha: string): Promise<readonly PullOfCommit[]>
  /** Login of the token's owner: `github-actions[bot]`. */
  viewer(): Promise<string>
  /** Folds a comment as duplicate. */
  minimize(nodeId: string): Promise<void>
}

const pageSize = 100
/** A pull request of more comments is not read to its end. */
const lastPage = 30

/** GitHub as the token sees the repository `owner/name`; proxies are honoured, GITHUB_API_URL names another server. */
export async function openGitHub(env: Environment, token: string): Promise<GitHubApi> {
  const { getOctokit } = await import('@actions/github')
  const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com'
  const { rest, graphql } = getOctokit(token, { baseUrl: baseUrl.replace(/\/+$/, '') })
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const list = async (issue: number, page: number): Promise<readonly IssueComment[]> => {
    const answer = await rest.issues.listComments({ owner, repo, issue_number: issue, per_page: pageSize, page })
    const comments = answer.data.map(toComment)
    const { link } = answer.headers
    const hasMore = link === undefined ? comments.length === pageSize : link.includes('rel="next"')
    return hasMore && page < lastPage ? [...comments, ...(await list(issue, page + 1))] : comments
  }
  return {
    listComments: (issue) => list(issue, 1),
    async createComment(issue, body) {
      return toComment((await rest.issues.createComment({ owner, repo, issue_number: issue, body })).data)
    },
    async updateComment(id, body) {
      return toComment((await rest.issues.updateComment({ owner, repo, comment_id: id, body })).data)
    },
    async listPullsOfCommit(sha) {
      const answer = await rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha })
      return answer.data.map(toPull)
    },
    async viewer() {
      const answer = await graphql<{ viewer: { login: string } }>('query { viewer { login } }')
      return answer.viewer.login
    },
    async minimize(nodeId) {
      const mutation = `mutation ($id: ID!) {
        minimizeComment(input: { subjectId: $id, classifier: DUPLICATE }) { minimizedComment { isMinimized } }
      }`
      await graphql(mutation, { id: nodeId })
    },
  }
}

interface RestComment {
  readonly id: number
  readonly node_id: string
  readonly body?: string
  readonly html_url: string
  readonly user: { readonly login: string } | null
}

function toComment(raw: RestComment): IssueComment {
  return { id: raw.id, nodeId: raw.node_id, body: raw.body ?? '', author: raw.user?.login ?? '', url: raw.html_url }
}

interface RestPull {
  readonly number: number
  readonly merge_commit_sha: string | null
  readonly merged_at: string | null
  readonly base: { readonly ref: string }
  readonly head: { readonly sha: string }
}

function toPull(raw: RestPull): PullOfCommit {
  return {
    number: raw.number,
    mergeCommit: raw.merge_commit_sha ?? '',
    merged: raw.merged_at !== null,
    base: raw.base.ref,
    headSha: raw.head.sha,
  }
}

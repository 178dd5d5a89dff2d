import type { Scenario } from '../scenario.ts'
import type { Comment } from './comments.ts'

/** The scenario's GitHub, with its defaults. */
export type GitHubScenario = NonNullable<Scenario['github']>

/** A pull request of the scenario; merged when it has a merge commit. */
export type PullRequest = GitHubScenario['pullRequests'][number]

const web = 'https://github.com'

/** A comment as REST shows it. Whether it is minimised only GraphQL tells. */
export function showComment(repository: string, comment: Comment): object {
  return {
    id: comment.id,
    node_id: comment.nodeId,
    url: `https://api.github.com/repos/${repository}/issues/comments/${comment.id}`,
    html_url: `${web}/${repository}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `https://api.github.com/repos/${repository}/issues/${comment.issue}`,
    user: showUser(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: 'NONE',
  }
}

/** A pull request as REST shows it. */
export function showPullRequest(repository: string, pull: PullRequest): object {
  const merged = pull.mergeCommitSha !== undefined
  const own = { full_name: repository, fork: false }
  return {
    number: pull.number,
    node_id: `PR_simulated${pull.number}`,
    html_url: `${web}/${repository}/pull/${pull.number}`,
    state: merged ? 'closed' : 'open',
    draft: false,
    title: `Pull request ${pull.number}`,
    user: showUser('somebody'),
    merged_at: merged ? '2026-01-15T08:00:00Z' : null,
    merge_commit_sha: pull.mergeCommitSha ?? null,
    head: { sha: pull.headSha, ref: 'topic', repo: pull.fork ? { full_name: 'somebody/fork', fork: true } : own },
    base: { sha: '0'.repeat(40), ref: 'main', repo: own },
  }
}

/** Whether a commit belongs to a pull request: on its branch, its head, or what its merge made. */
export function belongsTo(pull: PullRequest, sha: string): boolean {
  return pull.headSha === sha || pull.mergeCommitSha === sha || pull.commits.includes(sha)
}

function showUser(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}

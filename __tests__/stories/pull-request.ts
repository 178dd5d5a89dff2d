import type { Simulator } from '../../simulator/simulator.ts'

const head = 'b'.repeat(40)

/** GitHub with pull request 7 of `acme/shop`; `more` as in a scenario's `github`. */
export function pullRequest(more: object = {}): object {
  return { repository: 'acme/shop', pullRequests: [{ number: 7, headSha: head }], ...more }
}

/** The event file of pull request 7, from a branch of the repository or from a fork. */
export function eventFile(from: 'branch' | 'fork' = 'branch'): Readonly<Record<string, string>> {
  const repository = { full_name: 'acme/shop', fork: false }
  const origin = from === 'branch' ? repository : { full_name: 'mallory/shop', fork: true }
  const event = {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: 'change', repo: origin },
      base: { ref: 'main', repo: repository },
    },
    repository,
    sender: { login: from === 'branch' ? 'octocat' : 'mallory' },
  }
  return { '.event.json': JSON.stringify(event) }
}

/** The variables of a workflow that runs for the pull request. */
export const onPullRequest = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }

/** Somebody says something on the pull request. */
export async function say(simulator: Simulator, author: string, body: string): Promise<void> {
  await simulator.handle({
    method: 'POST',
    path: '/github/repos/acme/shop/issues/7/comments',
    query: {},
    headers: { authorization: 'Bearer somebody' },
    body: JSON.stringify({ body }),
  })
  Object.assign(simulator.state().comments.at(-1) ?? {}, { author })
}

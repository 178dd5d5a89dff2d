import { answerJson, type HttpAnswer, type HttpRequest } from '../protocol/http.ts'
import type { Comment, Comments } from './comments.ts'
import { notAccessible, notFound, unprocessable } from './refusal.ts'
import { belongsTo, type GitHubScenario, showComment, showPullRequest } from './repository.ts'

/** What a route works with: the request, the numbers and names in its path, and the repository. */
interface Visit {
  readonly request: HttpRequest
  /** Address of the simulator's GitHub, for links to other pages. */
  readonly base: string
  readonly parts: readonly string[]
  readonly scenario: GitHubScenario
  readonly comments: Comments
}

/** One operation of the REST API. */
export interface Route {
  /** As faults and the list of calls name it. */
  readonly name: string
  readonly method: string
  /** Below `/repos/<owner>/<repository>`; groups become `parts`. */
  readonly path: RegExp
  /** What the token must be allowed to do; one of the permissions is enough. */
  readonly needs: 'read' | 'write'
  readonly permissions: readonly string[]
  answer(visit: Visit): HttpAnswer
}

/** Comments of a pull request may be written with the permission for issues or for pull requests. */
const forComments = ['issues', 'pull-requests']
const longestBody = 65_536

/** The operations that are simulated. */
export const routes: readonly Route[] = [
  {
    name: 'ListComments',
    method: 'GET',
    path: /^\/issues\/(\d+)\/comments$/,
    needs: 'read',
    permissions: forComments,
    answer: listComments,
  },
  {
    name: 'CreateComment',
    method: 'POST',
    path: /^\/issues\/(\d+)\/comments$/,
    needs: 'write',
    permissions: forComments,
    answer: createComment,
  },
  {
    name: 'GetComment',
    method: 'GET',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: 'read',
    permissions: forComments,
    answer: (visit) => answerJson(200, shown(visit, needComment(visit))),
  },
  {
    name: 'UpdateComment',
    method: 'PATCH',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: 'write',
    permissions: forComments,
    answer: updateComment,
  },
  {
    name: 'DeleteComment',
    method: 'DELETE',
    path: /^\/issues\/comments\/(\d+)$/,
    needs: 'write',
    permissions: forComments,
    answer: deleteComment,
  },
  {
    name: 'ListPullRequestsOfCommit',
    method: 'GET',
    path: /^\/commits\/([^/]+)\/pulls$/,
    needs: 'read',
    permissions: ['pull-requests'],
    answer: listPullRequestsOfCommit,
  },
  {
    name: 'GetPullRequest',
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    needs: 'read',
    permissions: ['pull-requests'],
    answer: getPullRequest,
  },
]

function listComments(visit: Visit): HttpAnswer {
  const issue = needPullRequest(visit)
  return page(
    visit,
    visit.comments.of(issue).map((comment) => shown(visit, comment)),
  )
}

function createComment(visit: Visit): HttpAnswer {
  const issue = needPullRequest(visit)
  const author = visit.scenario.viewer.login
  return answerJson(201, shown(visit, visit.comments.create({ issue, author, body: readBody(visit) })))
}

function updateComment(visit: Visit): HttpAnswer {
  const comment = needOwn(visit)
  return answerJson(200, shown(visit, visit.comments.change(comment, { body: readBody(visit) })))
}

function deleteComment(visit: Visit): HttpAnswer {
  visit.comments.remove(needOwn(visit))
  return { status: 204, headers: {}, body: '' }
}

function listPullRequestsOfCommit(visit: Visit): HttpAnswer {
  const sha = visit.parts[0] ?? ''
  const { repository, pullRequests } = visit.scenario
  const pulls = pullRequests.filter((pull) => belongsTo(pull, sha))
  return page(
    visit,
    pulls.map((pull) => showPullRequest(repository, pull)),
  )
}

function getPullRequest(visit: Visit): HttpAnswer {
  const number = needPullRequest(visit)
  const pull = visit.scenario.pullRequests.find((candidate) => candidate.number === number)
  if (pull === undefined) throw notFound()
  return answerJson(200, showPullRequest(visit.scenario.repository, pull))
}

function shown({ scenario }: Visit, comment: Comment): object {
  return showComment(scenario.repository, comment)
}

/** Throws {@link GitHubRefusal} 404 for a pull request that the scenario does not have. */
function needPullRequest({ scenario, parts }: Visit): number {
  const number = Number(parts[0])
  if (!scenario.pullRequests.some((pull) => pull.number === number)) throw notFound()
  return number
}

function needComment({ comments, parts }: Visit): Comment {
  const comment = comments.find(Number(parts[0]))
  if (comment === undefined) throw notFound()
  return comment
}

/** An integration may not change what others wrote. */
function needOwn(visit: Visit): Comment {
  const comment = needComment(visit)
  if (comment.author !== visit.scenario.viewer.login) throw notAccessible()
  return comment
}

function readBody({ request }: Visit): string {
  const value: unknown = JSON.parse(request.body)
  const body = typeof value === 'object' && value !== null && 'body' in value ? value.body : undefined
  if (typeof body !== 'string' || body.trim() === '') throw unprocessable('body', "Body can't be blank")
  if ([...body].length > longestBody) {
    throw unprocessable('data', `Body is too long (maximum is ${longestBody} characters)`)
  }
  return body
}

/** One page of a list, with the links by which clients walk on. */
function page({ request, base }: Visit, all: readonly object[]): HttpAnswer {
  const size = Math.min(100, Math.max(1, Number(request.query['per_page'] ?? 30)))
  const number = Math.max(1, Number(request.query['page'] ?? 1))
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (rel: string, target: number) => {
    const query = new URLSearchParams({ ...request.query, page: String(target) })
    return `<${base}${request.path}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(number > 1 ? [link('prev', number - 1), link('first', 1)] : []),
    ...(number < last ? [link('next', number + 1), link('last', last)] : []),
  ]
  const headers = links.length === 0 ? {} : { link: links.join(', ') }
  return answerJson(200, all.slice((number - 1) * size, number * size), headers)
}

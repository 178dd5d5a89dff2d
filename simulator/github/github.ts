import { answerJson, type HttpAnswer, type HttpRequest } from '../protocol/http.ts'
import type { Fault } from '../scenario.ts'
import { type Comments, createComments } from './comments.ts'
import { answerGraphQl, nameOf, readGraphQl } from './graphql.ts'
import { badCredentials, GitHubRefusal, gitHubRefusalOf, notAccessible, notFound } from './refusal.ts'
import type { GitHubScenario } from './repository.ts'
import { type Route, routes } from './rest.ts'

/** What GitHub needs of the rest of the simulator. */
export interface GitHubPorts {
  readonly scenario: GitHubScenario
  /** Milliseconds since the epoch. */
  now(): number
  /** Notes a call and says which fault it meets; waits where the fault is to be slow. */
  meet(name: string, request: HttpRequest): Promise<Fault | undefined>
}

/** The simulated GitHub: one repository with its pull requests and their comments. */
export interface GitHub {
  readonly comments: Comments
  /** Answers a request whose path begins behind the API's address; throws only where the connection is to break. */
  answer(request: HttpRequest, base: string): Promise<HttpAnswer>
}

/** GitHub as the scenario has it. */
export function createGitHub(ports: GitHubPorts): GitHub {
  const comments = createComments(ports.now)
  const { scenario } = ports

  async function dispatch(request: HttpRequest, base: string): Promise<HttpAnswer> {
    checkToken(request)
    if (request.path === '/graphql') return graphQl(request)
    const [path, route, parts] = findRoute(request, scenario.repository)
    await meet(ports, route.name, request)
    if (!isAllowed(scenario, route)) throw notAccessible()
    return route.answer({ request: { ...request, path }, base, parts, scenario, comments })
  }

  async function graphQl(request: HttpRequest): Promise<HttpAnswer> {
    const question = readGraphQl(request.body)
    await meet(ports, nameOf(question), request)
    return answerGraphQl(question, scenario, comments)
  }

  async function answer(request: HttpRequest, base: string): Promise<HttpAnswer> {
    try {
      return await dispatch(request, base)
    } catch (error) {
      if (error instanceof GitHubRefusal) return error.answer
      if (error instanceof SyntaxError) return answerJson(400, { message: 'Problems parsing JSON' })
      throw error
    }
  }

  return { comments, answer }
}

async function meet(ports: GitHubPorts, name: string, request: HttpRequest): Promise<void> {
  const fault = await ports.meet(name, request)
  const refusal = fault === undefined ? undefined : gitHubRefusalOf(fault)
  if (refusal !== undefined) throw refusal
}

/** A token is any word but those that begin with `bad`, which stand for revoked ones. */
function checkToken(request: HttpRequest): void {
  const [, token] = /^(?:bearer|token) (\S+)$/i.exec(request.headers['authorization'] ?? '') ?? []
  if (token === undefined) throw new GitHubRefusal(401, 'Requires authentication')
  if (token.startsWith('bad')) throw badCredentials()
}

function findRoute(request: HttpRequest, repository: string): readonly [string, Route, readonly string[]] {
  const prefix = `/repos/${repository}`.toLowerCase()
  if (!request.path.toLowerCase().startsWith(`${prefix}/`)) throw notFound()
  const rest = request.path.slice(prefix.length)
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(rest) : null
    if (match !== null) return [request.path, route, match.slice(1)]
  }
  throw notFound()
}

function isAllowed({ permissions }: GitHubScenario, { needs, permissions: any }: Route): boolean {
  return any.some((name) => permissions[name] === 'write' || (needs === 'read' && permissions[name] === 'read'))
}

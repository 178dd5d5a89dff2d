import { answerJson, type HttpAnswer } from '../protocol/http.ts'
import { isFields } from '../shape.ts'
import type { Comments } from './comments.ts'
import type { GitHubScenario } from './repository.ts'

/** A GraphQL request. */
export interface GraphQl {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Reads the body of a GraphQL request. */
export function readGraphQl(body: string): GraphQl {
  const value: unknown = JSON.parse(body)
  const query = isFields(value) && typeof value['query'] === 'string' ? value['query'] : ''
  const variables = isFields(value) && isFields(value['variables']) ? value['variables'] : {}
  return { query, variables }
}

/** Which of the two things that are simulated is asked for, as faults and the list of calls name it. */
export function nameOf({ query }: GraphQl): 'MinimizeComment' | 'Viewer' | 'UnknownQuery' {
  if (/\bminimizeComment\b/.test(query)) return 'MinimizeComment'
  return /\bviewer\b/.test(query) ? 'Viewer' : 'UnknownQuery'
}

/** Answers `viewer { login }` and `minimizeComment`; anything else with an error, and as GraphQL does with status 200. */
export function answerGraphQl(question: GraphQl, scenario: GitHubScenario, comments: Comments): HttpAnswer {
  switch (nameOf(question)) {
    case 'Viewer':
      return answerJson(200, { data: { viewer: { login: scenario.viewer.login } } })
    case 'MinimizeComment':
      return minimize(question, scenario, comments)
    case 'UnknownQuery':
      return failed('UNPROCESSABLE', 'The simulator knows only viewer and minimizeComment.')
  }
}

function minimize(question: GraphQl, scenario: GitHubScenario, comments: Comments): HttpAnswer {
  const { permissions } = scenario
  if (permissions['pull-requests'] !== 'write' && permissions['issues'] !== 'write') {
    return failed('FORBIDDEN', 'Resource not accessible by integration')
  }
  const words = textsIn(question)
  const comment = words.map((word) => comments.findByNode(word)).find((found) => found !== undefined)
  if (comment === undefined) return failed('NOT_FOUND', 'Could not resolve to a node with the global id.')
  const reason = words.find((word) => /^(OUTDATED|DUPLICATE|RESOLVED|OFF_TOPIC|SPAM|ABUSE)$/.test(word)) ?? 'OUTDATED'
  const minimizedReason = reason.toLowerCase()
  comments.change(comment, { isMinimized: true, minimizedReason })
  return answerJson(200, {
    data: { minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason }, clientMutationId: null } },
  })
}

/** Every text and word of a request, wherever it stands: in variables, in their objects, or in the query itself. */
function textsIn({ query, variables }: GraphQl): readonly string[] {
  return [...(JSON.stringify(variables).match(/[\w[\]-]+/g) ?? []), ...(query.match(/\w+/g) ?? [])]
}

function failed(type: string, message: string): HttpAnswer {
  return answerJson(200, { data: null, errors: [{ type, message }] })
}

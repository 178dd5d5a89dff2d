import { readFile } from 'node:fs/promises'
import { isObject, type Json, numberAt, textAt, valueAt } from '../model/json.ts'
import type { Environment } from '../model/project.ts'

/** A pull request as the event tells it. */
export interface PullRequest {
  readonly number: number
  /** Commit at its head; empty where the event does not say. */
  readonly headSha: string
  /** Whether strangers wrote it: its token only reads, and there are no credentials for AWS. */
  readonly isFork: boolean
  readonly isDependabot: boolean
}

const ofPullRequest: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target'])

/** The pull request of the event: `pull_request`, `pull_request_target`, or a comment on one; else undefined. */
export async function readPullRequest(env: Environment): Promise<PullRequest | undefined> {
  const payload = await readPayload(env)
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const isDependabot = env['GITHUB_ACTOR'] === 'dependabot[bot]'
  if (event === 'issue_comment') {
    const number = numberAt(payload, ['issue', 'number'])
    if (number === undefined || !isObject(valueAt(payload, ['issue', 'pull_request']))) return undefined
    return { number, headSha: '', isFork: false, isDependabot }
  }
  const number = numberAt(payload, ['pull_request', 'number'])
  if (!ofPullRequest.has(event) || number === undefined) return undefined
  return {
    number,
    headSha: textAt(payload, ['pull_request', 'head', 'sha']) ?? '',
    isFork: isFork(payload),
    isDependabot: isDependabot || textAt(payload, ['pull_request', 'user', 'login']) === 'dependabot[bot]',
  }
}

/** A deleted fork has no repository any more; it was one all the same. */
function isFork(payload: Json | undefined): boolean {
  const base = textAt(payload, ['pull_request', 'base', 'repo', 'full_name'])
  return base !== undefined && textAt(payload, ['pull_request', 'head', 'repo', 'full_name']) !== base
}

async function readPayload(env: Environment): Promise<Json | undefined> {
  const path = env['GITHUB_EVENT_PATH']
  if (!path) return undefined
  try {
    const payload: Json = JSON.parse(await readFile(path, 'utf8'))
    return payload
  } catch {
    // An event that cannot be read is none: a comment is best effort.
    return undefined
  }
}

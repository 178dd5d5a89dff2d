import type { TerraformWorkspace } from '../model/ports.ts'
import type { Fetch } from './open.ts'
import { WebError } from './web-error.ts'

/**
 * The newest state of a workspace: workspace → current state version → download (HCP Terraform API, State Versions).
 *
 * @throws WebError
 */
export async function readCurrentState(
  { host, organization, workspace }: TerraformWorkspace,
  token: string,
  fetch: Fetch,
): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.api+json' }
  const api = `https://${host}/api/v2`
  const path = `${encodeURIComponent(organization)}/workspaces/${encodeURIComponent(workspace)}`
  const found = await fetch(`${api}/organizations/${path}`, headers)
  const id = textIn(found, ['data', 'id'])
  const version = await fetch(`${api}/workspaces/${encodeURIComponent(id)}/current-state-version`, headers)
  const download = textIn(version, ['data', 'attributes', 'hosted-state-download-url'])
  return fetch(download, new URL(download).host === host ? headers : {})
}

function textIn(text: string, path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    parse(text),
  )
  if (typeof found === 'string') return found
  throw new WebError(`Terraform Cloud answers without ${path.join('.')}`, 200)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new WebError('Terraform Cloud does not answer with JSON', 200, cause)
  }
}

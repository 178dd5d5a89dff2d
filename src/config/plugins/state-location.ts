import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { StoredObject, TerraformWorkspace } from '../../model/ports.ts'
import type { Environment } from '../../model/project.ts'
import { FunctionFailure } from '../template/values.ts'
import { displayPath } from '../workspace.ts'
import { describeOutside, outsideHint } from '../workspace-border.ts'

/** Where a Terraform state lies. `workspace`: which one counts when only a backend is found there. */
export type StateLocation =
  | { readonly kind: 'file'; readonly path: string; readonly workspace: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 's3'; readonly object: StoredObject }
  | { readonly kind: 'remote'; readonly workspace: TerraformWorkspace }

/** Where relative paths begin, and the variables that may name a workspace. */
export interface LocationSurroundings {
  /** Absolute. */
  readonly directory: string
  /** Absolute directory of the repository; paths in messages are relative to it. */
  readonly root: string
  /** Absolute directory that no file leaves. */
  readonly border: string
  readonly environment: Environment
}

const shape = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/is

/**
 * Reads the location of a state: a path, or a URL whose scheme decides (specification 2.5.1).
 *
 * @throws FunctionFailure for schemes that are not supported, files outside, and locations that lack a part.
 */
export function readLocation(text: string, around: LocationSurroundings): StateLocation {
  const [, scheme, host = '', rest = ''] = shape.exec(text) ?? []
  switch (scheme?.toLowerCase()) {
    case undefined:
      return fileAt(resolve(around.directory, text), around)
    case 'file':
      if (host === '') return { kind: 'file', path: insidePath(decode(`/${rest}`), around), workspace: 'default' }
      throw new FunctionFailure(`${text} names no file: ${host} is read as a host`, {
        hint: 'write file:/// and an absolute path, or the path alone',
      })
    case 'http':
    case 'https':
      return { kind: 'web', url: text }
    case 's3':
      if (host !== '' && rest !== '') return { kind: 's3', object: { bucket: host, key: decode(rest) } }
      throw new FunctionFailure(`${text} names no object in S3`, { hint: 'write s3://bucket/key' })
    case 'remote':
      return remoteAt(text, host, rest)
    default:
      throw unsupported(scheme ?? '', text)
  }
}

function fileAt(path: string, around: LocationSurroundings): StateLocation {
  const inside = insidePath(path, around)
  return {
    kind: 'file',
    path: inside,
    workspace: around.environment['TF_WORKSPACE'] || selectedWorkspace(path, around),
  }
}

function insidePath(path: string, { root, border }: LocationSurroundings): string {
  const refusal = describeOutside(border, path)
  if (refusal === undefined) return path
  throw new FunctionFailure(`failed to read tfstate from ${displayPath(root, path)}: ${refusal}`, { hint: outsideHint })
}

/** Terraform notes the selected workspace beside its pointer to the backend. */
function selectedWorkspace(path: string, { border }: LocationSurroundings): string {
  const note = join(dirname(path), 'environment')
  try {
    return (describeOutside(border, note) === undefined && readFileSync(note, 'utf8').trim()) || 'default'
  } catch {
    return 'default'
  }
}

function remoteAt(text: string, host: string, rest: string): StateLocation {
  const [organization = '', workspace = '', ...more] = rest.replace(/\/$/, '').split('/').map(decode)
  if (host !== '' && organization !== '' && workspace !== '' && more.length === 0) {
    return { kind: 'remote', workspace: { host, organization, workspace } }
  }
  throw new FunctionFailure(`${text} names no workspace`, {
    hint: 'write remote://app.terraform.io/organization/workspace',
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const downloads: Readonly<Record<string, string>> = {
  gs: 'gcloud storage cp',
  gcs: 'gcloud storage cp',
  azurerm: 'az storage blob download',
}

/** The refusal of a scheme or a type of backend, with the way round where there is one. */
export function unsupported(scheme: string, text: string): FunctionFailure {
  const download = downloads[scheme]
  const hint =
    download === undefined
      ? 'there are s3://, https://, http://, file://, remote:// and paths'
      : `download the state into the repository in an earlier step (${download}) and name the file: path: terraform.tfstate`
  return new FunctionFailure(`URL scheme ${scheme} is not supported: ${text}`, { hint })
}

/** The location as messages show it: without a password and without a query, which may be signed. */
export function describeLocation(location: StateLocation, root: string): string {
  switch (location.kind) {
    case 'file':
      return displayPath(root, location.path)
    case 'web':
      return location.url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/s, '')
    case 's3':
      return `s3://${location.object.bucket}/${location.object.key}`
    case 'remote': {
      const { host, organization, workspace } = location.workspace
      return `remote://${host}/${organization}/${workspace}`
    }
  }
}

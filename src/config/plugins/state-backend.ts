import { isList, isObject, type Json, type JsonObject, textAt } from '../../model/json.ts'
import type { StoredObject } from '../../model/ports.ts'
import { FunctionFailure } from '../template/values.ts'
import { type StateLocation, unsupported } from './state-location.ts'

/**
 * Where the state lies to which a `.terraform/terraform.tfstate` points (specification 2.5.1).
 *
 * @throws FunctionFailure for types of backend that are not supported.
 */
export function locateBackend(backend: JsonObject, workspace: string): StateLocation {
  const type = textAt(backend, ['type']) ?? ''
  const config = backend['config']
  const settings = isObject(config) ? config : {}
  switch (type) {
    case 's3':
      return { kind: 's3', object: objectOf(settings, workspace) }
    case 'remote':
    case 'cloud':
      return remoteOf(settings, workspace)
    case 'gcs':
    case 'azurerm':
      throw unsupported(type, 'it is the backend of the state')
    default:
      throw new FunctionFailure(`the backend ${type || 'without a type'} of the state is not supported`, {
        hint: 'terraform state pull > terraform.tfstate in an earlier step, and name that file with path:',
      })
  }
}

function objectOf(settings: JsonObject, workspace: string): StoredObject {
  const text = (key: string): string => textAt(settings, [key]) ?? ''
  const prefix = text('workspace_key_prefix') || 'env:'
  const roleArn = text('role_arn') || textAt(settings, ['assume_role', 'role_arn']) || ''
  const endpoint = textAt(settings, ['endpoints', 's3']) || text('endpoint')
  const keys = { accessKeyId: text('access_key'), secretAccessKey: text('secret_key') }
  const token = text('token')
  const isStatic = keys.accessKeyId !== '' && keys.secretAccessKey !== ''
  return {
    bucket: text('bucket'),
    key: workspace === 'default' ? text('key') : `${prefix}/${workspace}/${text('key')}`,
    ...(text('region') !== '' && { region: text('region') }),
    ...(roleArn !== '' && { roleArn }),
    ...(endpoint !== '' && { endpoint }),
    ...(isStatic && { credentials: token === '' ? keys : { ...keys, sessionToken: token } }),
  }
}

function remoteOf(settings: JsonObject, workspace: string): StateLocation {
  const named = workspacesOf(settings['workspaces'])
  const name = textAt(named, ['name']) || `${textAt(named, ['prefix']) ?? ''}${workspace}`
  const host = textAt(settings, ['hostname']) || 'app.terraform.io'
  const organization = textAt(settings, ['organization']) ?? ''
  return { kind: 'remote', workspace: { host, organization, workspace: name } }
}

/** Older versions of Terraform wrote a list of one. */
function workspacesOf(value: Json | undefined): JsonObject {
  const one = isList(value) ? value[0] : value
  return isObject(one) ? one : {}
}

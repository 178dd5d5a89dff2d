import { ApiError } from './call.ts'
import type { HttpRequest } from './protocol/http.ts'

/** Who calls. */
interface Identity {
  /** Twelve digits. */
  readonly account: string
  /** ARN. */
  readonly principal: string
}

/** What a signature (Signature Version 4) tells. The signature itself is not checked: the simulator knows no secret keys. */
export interface Scope {
  readonly accessKey: string
  readonly region: string
  readonly service: string
}

/** Who holds which access key; a key that nobody assumed belongs to the caller at home. */
export interface Accounts {
  identify(accessKey: string): Identity
  /** Opens a session of a role and names its access key. */
  assume(roleArn: string, sessionName: string): { readonly accessKey: string; readonly identity: Identity }
}

const credential =
  /^AWS4-HMAC-SHA256 .*Credential=([A-Za-z0-9_-]{4,128})\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request\b/

/** Reads the credential scope. Throws {@link ApiError} when a request is not signed, or with nonsense. */
export function readScope(request: HttpRequest): Scope {
  const authorization = request.headers['authorization']
  if (authorization === undefined || authorization === '') {
    throw new ApiError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  const [, accessKey, , region, service] = credential.exec(authorization) ?? []
  if (accessKey === undefined || region === undefined || service === undefined) {
    throw new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  return { accessKey, region, service }
}

/** The callers of a simulation whose home is `account`. */
export function createAccounts(account: string): Accounts {
  const home = { account, principal: `arn:aws:sts::${account}:assumed-role/deployer/github-actions` }
  const sessions = new Map<string, Identity>()

  function assume(roleArn: string, sessionName: string) {
    const owner = roleArn.split(':')[4] ?? account
    const role = roleArn.slice(roleArn.lastIndexOf('/') + 1)
    const identity = { account: owner, principal: `arn:aws:sts::${owner}:assumed-role/${role}/${sessionName}` }
    const accessKey = `ASIASIMULATED${String(sessions.size + 1).padStart(7, '0')}`
    sessions.set(accessKey, identity)
    return { accessKey, identity }
  }

  return { identify: (accessKey) => sessions.get(accessKey) ?? home, assume }
}

import type { Accounts } from '../account.ts'
import { ApiError, type Call, type Fields, type Operations } from '../call.ts'
import { needText, numberOf } from './input.ts'
import { iso, type Place } from './place.ts'

/**
 * STS. A role of the own account can be assumed when the scenario names it, a role of another account always;
 * trust policies are not evaluated.
 */
export function createSts(place: Place, accounts: Accounts): Operations {
  return {
    GetCallerIdentity: (_input, call) => ({
      UserId: `AROASIMULATED0000000:${sessionOf(call.principal)}`,
      Account: call.account,
      Arn: call.principal,
    }),
    AssumeRole: (input, call) => assumeRole(place, accounts, { input, call }),
  }
}

function assumeRole(place: Place, accounts: Accounts, { input, call }: { input: Fields; call: Call }): Fields {
  const role = needText(input, 'RoleArn', 'ValidationError')
  const session = needText(input, 'RoleSessionName', 'ValidationError')
  if (!canAssume(place, role)) {
    const message = `User: ${call.principal} is not authorized to perform: sts:AssumeRole on resource: ${role}`
    throw new ApiError('AccessDenied', message, 403)
  }
  const { accessKey, identity } = accounts.assume(role, session)
  return {
    Credentials: {
      AccessKeyId: accessKey,
      SecretAccessKey: `simulated/${accessKey}`,
      SessionToken: `session/${accessKey}`,
      Expiration: iso(place.time.now() + 1000 * (numberOf(input, 'DurationSeconds') ?? 3600)),
    },
    AssumedRoleUser: { AssumedRoleId: `AROASIMULATED0000001:${session}`, Arn: identity.principal },
  }
}

function canAssume({ scenario }: Place, role: string): boolean {
  if (role.split(':')[4] !== scenario.account) return true
  return scenario.roles.some(({ name }) => role.endsWith(`/${name}`))
}

function sessionOf(principal: string): string {
  return principal.slice(principal.lastIndexOf('/') + 1)
}

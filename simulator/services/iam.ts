import { ApiError, type Operations } from '../call.ts'
import { needText } from './input.ts'
import { iso, type Place } from './place.ts'

/** IAM: the scenario's roles and whom they trust. */
export function createIam({ scenario, account, time }: Place): Operations {
  const created = iso(time.now() - 86_400_000)
  return {
    GetRole(input) {
      const name = needText(input, 'RoleName', 'ValidationError')
      const role = scenario.roles.find((candidate) => candidate.name === name)
      if (role === undefined) {
        throw new ApiError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404)
      }
      const statement = { Effect: 'Allow', Principal: { Service: role.trust }, Action: 'sts:AssumeRole' }
      return {
        Role: {
          Path: '/',
          RoleName: name,
          RoleId: 'AROASIMULATED0000001',
          Arn: `arn:aws:iam::${account}:role/${name}`,
          CreateDate: created,
          AssumeRolePolicyDocument: encodeURIComponent(
            JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
          ),
          MaxSessionDuration: 3600,
        },
      }
    },
  }
}

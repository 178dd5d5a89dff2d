import { createHash } from 'node:crypto'
import { ApiError, type Fields, type Operations } from '../call.ts'
import { needText, textOf } from './input.ts'
import { arn, type Place, seconds } from './place.ts'

type Secret = Place['scenario']['secrets'][number]

/** Secrets Manager: the scenario's secrets, each with one version that is AWSCURRENT. */
export function createSecretsManager(place: Place): Operations {
  const created = seconds(place.scenario.start - 86_400_000)

  /** A name, a whole ARN, or an ARN without the six letters at its end. */
  function find(input: Fields): Secret {
    const id = needText(input, 'SecretId', 'InvalidParameterException')
    const secret = place.scenario.secrets.find((candidate) =>
      [candidate.name, secretArn(place, candidate), partialArn(place, candidate)].includes(id),
    )
    if (secret === undefined) throw notFound("Secrets Manager can't find the specified secret.")
    return secret
  }

  return {
    GetSecretValue(input) {
      const secret = find(input)
      const stage = textOf(input, 'VersionStage') ?? 'AWSCURRENT'
      const version = textOf(input, 'VersionId')
      if (version !== undefined && version !== versionOf(secret)) {
        throw notFound(`Secrets Manager can't find the specified secret value for VersionId: ${version}`)
      }
      if (secret.value === undefined || stage !== 'AWSCURRENT') {
        throw notFound(`Secrets Manager can't find the specified secret value for staging label: ${stage}`)
      }
      return {
        ARN: secretArn(place, secret),
        Name: secret.name,
        VersionId: versionOf(secret),
        SecretString: secret.value,
        VersionStages: ['AWSCURRENT'],
        CreatedDate: created,
      }
    },
    DescribeSecret(input) {
      const secret = find(input)
      const versions = secret.value === undefined ? {} : { [versionOf(secret)]: ['AWSCURRENT'] }
      return {
        ARN: secretArn(place, secret),
        Name: secret.name,
        CreatedDate: created,
        LastChangedDate: created,
        VersionIdsToStages: versions,
      }
    },
  }
}

function notFound(message: string): ApiError {
  return new ApiError('ResourceNotFoundException', message)
}

function partialArn(place: Place, { name }: Secret): string {
  return arn(place, 'secretsmanager', `secret:${name}`)
}

function secretArn(place: Place, secret: Secret): string {
  const letters = createHash('sha256').update(secret.name).digest('base64url').replace(/[-_]/g, 'x').slice(0, 6)
  return `${partialArn(place, secret)}-${letters}`
}

/** A UUID made of the name, so that it stays the same. */
function versionOf({ name }: Secret): string {
  const hex = createHash('sha256').update(`version of ${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

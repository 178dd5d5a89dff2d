import { AwsError } from '../errors.ts'
import type { ImagePort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'

/**
 * Parts of an ECR reference: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>[:tag][@digest]`, or the dual-stack
 * name of the registry, `<account>.dkr-ecr.<region>.on.aws` (Amazon ECR user guide, "Making requests").
 */
const reference =
  /^(\d{12})\.dkr(?:\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn))\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/

interface EcrReference {
  readonly registryId: string
  readonly region: string
  readonly repositoryName: string
  readonly imageIds: { imageTag?: string; imageDigest?: string }[]
}

/** Images in ECR, asked in the region and account that the reference names. */
export function openEcr(connection: Connection): ImagePort {
  return {
    async findImage(image) {
      const parsed = parseReference(image)
      if (parsed === undefined) return { kind: 'elsewhere' }
      try {
        return { kind: 'found', digest: await readDigest(connection, parsed) }
      } catch (error) {
        if (!(error instanceof AwsError) || !/^(Image|Repository)NotFoundException$/.test(error.code)) throw error
        return { kind: 'absent', message: error.message }
      }
    },
  }
}

async function readDigest(connection: Connection, image: EcrReference): Promise<string> {
  const sdk = await import('@aws-sdk/client-ecr')
  const { region, ...input } = image
  const client = new sdk.ECRClient(connection.settingsFor('ECR', region))
  const name = { service: 'ecr', operation: 'DescribeImages', repeatable: true, attempts: 3 }
  const answer = await makeCall(connection.calling, name, () => client.send(new sdk.DescribeImagesCommand(input)))
  return answer.imageDetails?.[0]?.imageDigest ?? ''
}

/** A digest wins over a tag, as in a pull; undefined for an image that is not in ECR. */
function parseReference(image: string): EcrReference | undefined {
  const [, registryId, ipv4, dual, repositoryName, tag = 'latest', imageDigest] = reference.exec(image) ?? []
  const region = ipv4 ?? dual
  if (registryId === undefined || region === undefined || repositoryName === undefined) return undefined
  const imageIds = [imageDigest === undefined ? { imageTag: tag } : { imageDigest }]
  return { registryId, region, repositoryName, imageIds }
}

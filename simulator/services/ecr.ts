import { createHash } from 'node:crypto'
import { ApiError, type Fields, type Operations } from '../call.ts'
import { isFields, isList } from '../shape.ts'
import { needText, numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place, seconds } from './place.ts'

/** An image or an index as the registry stores it; the digest follows from the content unless the scenario says it. */
interface Manifest {
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string
  readonly mediaType: string
  readonly text: string
}

interface ImageId {
  readonly tag: string | undefined
  readonly digest: string | undefined
}

const indexType = 'application/vnd.oci.image.index.v1+json'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'

/** ECR: the scenario's images. An image with platforms is an index of one image for each. */
export function createEcr(place: Place): Operations {
  const manifests = place.scenario.images.flatMap(storeImage)
  const pushed = seconds(place.time.now() - 86_400_000)

  function find(repository: string, { tag, digest }: ImageId): Manifest | undefined {
    return manifests.find(
      (manifest) =>
        manifest.repository === repository &&
        (digest === undefined ? manifest.tag === tag : manifest.digest === digest),
    )
  }

  function describeImage(manifest: Manifest): Fields {
    return {
      registryId: place.account,
      repositoryName: manifest.repository,
      imageDigest: manifest.digest,
      ...(manifest.tag === undefined ? {} : { imageTags: [manifest.tag] }),
      imageSizeInBytes: 10_000_000,
      imagePushedAt: pushed,
      imageManifestMediaType: manifest.mediaType,
    }
  }

  function describeImages(input: Fields): Fields {
    const repository = needRepository(place, manifests, input)
    const ids = imageIds(input)
    const chosen = ids?.map((id) => {
      const manifest = find(repository, id)
      if (manifest === undefined) throw imageNotFound(place, repository, id)
      return manifest
    })
    const all = chosen ?? manifests.filter((manifest) => manifest.repository === repository)
    const { entries, next } = pageOf(all, textOf(input, 'nextToken'), numberOf(input, 'maxResults') ?? 100)
    return { imageDetails: entries.map(describeImage), ...(next === undefined ? {} : { nextToken: next }) }
  }

  function batchGetImage(input: Fields): Fields {
    const repository = needRepository(place, manifests, input)
    const images: Fields[] = []
    const failures: Fields[] = []
    for (const id of imageIds(input) ?? []) {
      const manifest = find(repository, id)
      if (manifest === undefined) failures.push(failure(id))
      else images.push(image(place, manifest))
    }
    return { images, failures }
  }

  return {
    GetAuthorizationToken: () => authorization(place),
    DescribeRepositories: (input) => describeRepositories(place, manifests, input),
    DescribeImages: describeImages,
    BatchGetImage: batchGetImage,
  }
}

function storeImage(image: Place['scenario']['images'][number]): readonly Manifest[] {
  const repository = image.repository.replace(/^[^/]*\.dkr\.ecr\.[^/]*\//, '')
  const children = (image.platforms ?? []).map((platform) => ({
    platform,
    manifest: stored(repository, undefined, { type: manifestType, content: oneImage(`${image.tag} ${platform}`) }),
  }))
  const own =
    children.length === 0
      ? { type: manifestType, content: oneImage(image.tag) }
      : {
          type: indexType,
          content: { manifests: children.map(({ platform, manifest }) => listed(platform, manifest)) },
        }
  const parent = stored(repository, image.tag, own)
  return [{ ...parent, digest: image.digest ?? parent.digest }, ...children.map(({ manifest }) => manifest)]
}

function oneImage(name: string): object {
  const config = digestOf(name)
  return {
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: 1024 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf(config), size: 10_000_000 }],
  }
}

function listed(platform: string, manifest: Manifest): object {
  const [os = 'linux', architecture = 'amd64', variant] = platform.split('/')
  return {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.text.length,
    platform: { architecture, os, ...(variant === undefined ? {} : { variant }) },
  }
}

function stored(repository: string, tag: string | undefined, body: { type: string; content: object }): Manifest {
  const text = JSON.stringify({ schemaVersion: 2, mediaType: body.type, ...body.content })
  return { repository, tag, digest: digestOf(text), mediaType: body.type, text }
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

function imageIds(input: Fields): readonly ImageId[] | undefined {
  const ids = input['imageIds']
  if (!isList(ids)) return undefined
  return ids.filter(isFields).map((id) => ({ tag: textOf(id, 'imageTag'), digest: textOf(id, 'imageDigest') }))
}

function idFields({ tag, digest }: ImageId): Fields {
  return {
    ...(digest === undefined ? {} : { imageDigest: digest }),
    ...(tag === undefined ? {} : { imageTag: tag }),
  }
}

function image(place: Place, manifest: Manifest): Fields {
  return {
    registryId: place.account,
    repositoryName: manifest.repository,
    imageId: idFields(manifest),
    imageManifest: manifest.text,
    imageManifestMediaType: manifest.mediaType,
  }
}

function failure(id: ImageId): Fields {
  return { imageId: idFields(id), failureCode: 'ImageNotFound', failureReason: 'Requested image not found' }
}

function needRepository(place: Place, manifests: readonly Manifest[], input: Fields): string {
  const name = needText(input, 'repositoryName', 'InvalidParameterException')
  if (!manifests.some(({ repository }) => repository === name)) throw repositoryNotFound(place, name)
  return name
}

function repositoryNotFound({ account }: Place, name: string): ApiError {
  const message = `The repository with name '${name}' does not exist in the registry with id '${account}'`
  return new ApiError('RepositoryNotFoundException', message)
}

function imageNotFound({ account }: Place, repository: string, { tag, digest }: ImageId): ApiError {
  const id = `{imageDigest:'${digest ?? 'null'}', imageTag:'${tag ?? 'null'}'}`
  const where = `the repository with name '${repository}' in the registry with id '${account}'`
  return new ApiError('ImageNotFoundException', `The image with imageId ${id} does not exist within ${where}`)
}

function authorization({ account, region, time }: Place): Fields {
  return {
    authorizationData: [
      {
        authorizationToken: Buffer.from(`AWS:simulated-${account}`).toString('base64'),
        expiresAt: seconds(time.now() + 12 * 3_600_000),
        proxyEndpoint: `https://${account}.dkr.ecr.${region}.amazonaws.com`,
      },
    ],
  }
}

function describeRepositories(place: Place, manifests: readonly Manifest[], input: Fields): Fields {
  const known = [...new Set(manifests.map(({ repository }) => repository))]
  const wanted = textsOf(input, 'repositoryNames') ?? known
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) throw repositoryNotFound(place, unknown)
  const { entries, next } = pageOf(wanted, textOf(input, 'nextToken'), numberOf(input, 'maxResults') ?? 100)
  const repositories = entries.map((name) => ({
    repositoryName: name,
    repositoryArn: arn(place, 'ecr', `repository/${name}`),
    registryId: place.account,
    repositoryUri: `${place.account}.dkr.ecr.${place.region}.amazonaws.com/${name}`,
    createdAt: seconds(place.scenario.start - 30 * 86_400_000),
    imageTagMutability: 'MUTABLE',
  }))
  return { repositories, ...(next === undefined ? {} : { nextToken: next }) }
}

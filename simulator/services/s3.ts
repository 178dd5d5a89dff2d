import { createHash } from 'node:crypto'
import { ApiError, type Fields, type Operations } from '../call.ts'
import { needText } from './input.ts'
import type { Place } from './place.ts'

type Bucket = Place['scenario']['buckets'][number]

/** S3: the scenario's objects, each in the region of its bucket; other regions say where that is. */
export function createS3(place: Place): Operations {
  function find(input: Fields): Bucket {
    const name = needText(input, 'Bucket')
    const bucket = place.scenario.buckets.find((candidate) => candidate.name === name)
    if (bucket === undefined) throw new ApiError('NoSuchBucket', 'The specified bucket does not exist', 404)
    const region = regionOf(bucket, place)
    if (region === place.region) return bucket
    const message = 'The bucket you are attempting to access must be addressed using the specified endpoint.'
    throw new ApiError('PermanentRedirect', message, 301, { 'x-amz-bucket-region': region })
  }

  return {
    HeadBucket: (input) => ({ BucketRegion: regionOf(find(input), place) }),
    GetObject(input) {
      const key = needText(input, 'Key')
      const object = find(input).objects.find((candidate) => candidate.key === key)
      if (object === undefined) throw new ApiError('NoSuchKey', 'The specified key does not exist.', 404)
      return { Body: object.body, ETag: `"${createHash('md5').update(object.body).digest('hex')}"` }
    },
  }
}

function regionOf({ region }: Bucket, place: Place): string {
  return region ?? place.scenario.region
}

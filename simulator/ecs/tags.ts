import { ApiError, type Fields, type Operations } from '../call.ts'
import { fieldsListOf, invalid, requiredText, textOf, textsOf } from './input.ts'
import type { World } from './world.ts'

const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

/** The tags of a request, checked as AWS does. */
export function readTags(input: Fields): Fields[] {
  const tags = fieldsListOf(input, 'tags')
  const keys = tags.map((tag) => textOf(tag, 'key') ?? '')
  if (keys.some((key) => key === '' || key.length > 128))
    throw invalid('Tag keys must be between 1 and 128 characters long.')
  if (keys.some((key) => key.toLowerCase().startsWith('aws:')))
    throw invalid('aws: prefixed tag key names are not allowed for external use.')
  if (tags.some((tag) => !ALLOWED.test(`${textOf(tag, 'key')}${textOf(tag, 'value') ?? ''}`)))
    throw invalid(
      'Some tags contain invalid characters. Valid characters: UTF-8 letters, spaces, numbers and _ . / = + - : @',
    )
  if (new Set(keys).size < keys.length) throw invalid('Duplicate tag keys found. Tag keys must be unique.')
  if (tags.length > 50) throw invalid('The number of tags exceeds the limit of 50.')
  return tags.map((tag) => ({ key: tag['key'], value: textOf(tag, 'value') ?? '' }))
}

/** `{tags}` of a resource when the request includes TAGS. */
export function tagsFor(world: World, input: Fields, arn: string): Fields {
  return textsOf(input, 'include').includes('TAGS') ? { tags: world.tags.get(arn) ?? [] } : {}
}

/** TagResource, UntagResource, ListTagsForResource. */
export function tagOperations(world: World): Operations {
  return {
    TagResource: (input) => {
      const arn = findResource(world, input)
      const tags = readTags(input)
      const kept = (world.tags.get(arn) ?? []).filter((tag) => !tags.some(({ key }) => key === tag['key']))
      world.tags.set(arn, [...kept, ...tags])
      return {}
    },
    UntagResource: (input) => {
      const arn = findResource(world, input)
      const keys = textsOf(input, 'tagKeys')
      const kept = (world.tags.get(arn) ?? []).filter((tag) => !keys.some((key) => key === tag['key']))
      world.tags.set(arn, kept)
      return {}
    },
    ListTagsForResource: (input) => ({ tags: world.tags.get(findResource(world, input)) ?? [] }),
  }
}

function findResource(world: World, input: Fields): string {
  const arn = requiredText(input, 'resourceArn')
  if (!arn.startsWith('arn:')) throw invalid('Invalid arn syntax.')
  if (!exists(world, arn)) throw new ApiError('ResourceNotFoundException', 'The specified resource could not be found.')
  return arn
}

function exists(world: World, arn: string): boolean {
  if (world.tasks.has(arn)) return true
  if (world.services.some((service) => service.arn === arn && service.status !== 'INACTIVE')) return true
  if ([...world.clusters.values()].some((cluster) => cluster.arn === arn)) return true
  return [...world.families.values()].some((all) => all.some((definition) => definition.arn === arn))
}

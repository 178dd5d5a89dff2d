import { objectsAt, textAt } from '../model/json.ts'
import type { Aws } from '../model/ports.ts'
import { taskDefinitionDocument } from '../plan/normalise-task-definition.ts'

/**
 * Images of a task definition that are no longer in ECR: none of its tasks can be started again. Images of other
 * registries, and those that we may not ask about, are taken to be there. Never throws.
 */
export async function findLostImages(aws: Pick<Aws, 'ecs' | 'images'>, name: string): Promise<readonly string[]> {
  const registered = await aws.ecs.describeTaskDefinition(name).catch(() => undefined)
  if (registered === undefined) return []
  const containers = objectsAt(taskDefinitionDocument(registered), ['containerDefinitions'])
  const images = new Set(containers.flatMap((container) => textAt(container, ['image']) ?? []))
  const found = await Promise.all(
    Array.from(images, async (image) => {
      const lookup = await aws.images.findImage(image).catch(() => undefined)
      return lookup?.kind === 'absent' ? [image] : []
    }),
  )
  return found.flat()
}

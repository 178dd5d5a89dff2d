import { UserError } from '../errors.ts'
import { parseTaskDefinitionName, type Service, shortName } from '../model/ecs.ts'
import { type Context, numberFlag } from './context.ts'
import { findLostImages } from './lost-image.ts'

/**
 * The active revision just below the one that runs, or the one that `--revision` names (specification 5.7).
 * @throws UserError where there is none, or none that could run
 */
export async function chooseTarget(context: Context, service: Service): Promise<string> {
  const target = await findPrevious(context, service)
  await requireImages(context, target)
  return target
}

async function findPrevious(context: Context, service: Service): Promise<string> {
  const current = service.taskDefinition ?? ''
  const { family } = parseTaskDefinitionName(current)
  const revision = numberFlag(context, 'revision') ?? 0
  if (revision > 0) {
    const named = await context.aws.ecs.describeTaskDefinition(`${family}:${revision}`)
    if (named?.definition.status === 'ACTIVE') return named.arn
    throw noTarget(`${family}:${revision} is not an active revision`)
  }
  const arns = await context.aws.ecs.listTaskDefinitions(family)
  const position = arns.indexOf(current)
  const previous = position < 0 ? undefined : arns[position + 1]
  if (previous !== undefined) {
    tellSkipped(context, current, previous)
    return previous
  }
  throw noTarget(
    position < 0 ? `${shortName(current)} is deregistered` : `${shortName(current)} is the oldest active revision`,
  )
}

/** The target is the active revision below, not the one that ran before: people are told what lies between. */
function tellSkipped({ emit }: Context, current: string, previous: string): void {
  const { family, revision } = parseTaskDefinitionName(current)
  const [first, last] = [parseTaskDefinitionName(previous).revision + 1, revision - 1]
  if (last < first) return
  const skipped = first === last ? `${family}:${last} is` : `${family}:${first} to ${family}:${last} are`
  emit({ kind: 'note', level: 'info', text: `skipped: ${skipped} no longer active` })
}

/** @throws UserError where no task of the target could be started again */
async function requireImages({ aws, project }: Context, target: string): Promise<void> {
  const [image] = await findLostImages(aws, target)
  if (image === undefined) return
  throw new UserError(
    `the rollback target ${shortName(target)} cannot run: its image ${image} does not exist any more`,
    {
      hint: 'choose another revision: `rollback --revision N`, or push the image again',
      category: 'image/not-found',
      location: project.config.locate('service'),
    },
  )
}

function noTarget(why: string): UserError {
  return new UserError(`rollback target is not found: ${why}`, {
    hint: 'see the revisions with `aws ecs list-task-definitions`, then `rollback --revision N`',
    category: 'rollback/no-target',
  })
}

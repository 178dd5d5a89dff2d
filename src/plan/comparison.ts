import type { DocumentComparison, ProjectComparison } from '../model/comparison.ts'
import type { Definition } from '../model/definition.ts'
import type { Service } from '../model/ecs.ts'
import type { RegisteredTaskDefinition } from '../model/ports.ts'
import { listChanges } from './changes.ts'
import { describeEffects } from './effects.ts'
import { alignNamespaces, normaliseService } from './normalise-service.ts'
import { normaliseTaskDefinition, taskDefinitionDocument } from './normalise-task-definition.ts'
import { listWarnings } from './warnings.ts'

/** The files of a project and what runs; `remote` is undefined where nothing does. */
export interface ProjectSides {
  readonly service?: { readonly local: Definition; readonly remote: Service | undefined } | undefined
  readonly taskDefinition?:
    | { readonly local: Definition; readonly remote: RegisteredTaskDefinition | undefined }
    | undefined
  readonly ignoreTags: readonly string[]
}

/**
 * What a deploy of a project would change (specification 5.11). A service that is INACTIVE does not exist any more and
 * would be created anew.
 */
export function compareProject(sides: ProjectSides): ProjectComparison {
  const service = compareService(sides)
  const taskDefinition = compareTaskDefinition(sides)
  const documents = { ...(service && { service }), ...(taskDefinition && { taskDefinition }) }
  const live = liveService(sides.service?.remote)
  return {
    ...documents,
    effects: describeEffects(documents),
    warnings: listWarnings({ ...documents, live, written: sides.service?.local.document }),
  }
}

function compareService({ service, ignoreTags }: ProjectSides): DocumentComparison | undefined {
  if (service === undefined) return undefined
  const remote = liveService(service.remote)
  const { before, after } = alignNamespaces(normaliseService(service.local.document, remote, ignoreTags))
  return {
    subject: 'service',
    remoteName: remote?.serviceArn ?? '',
    localName: service.local.file,
    ...(before && { before }),
    after,
    changes: listChanges(before, after),
  }
}

function compareTaskDefinition({ taskDefinition, ignoreTags }: ProjectSides): DocumentComparison | undefined {
  if (taskDefinition === undefined) return undefined
  const { local, remote } = taskDefinition
  const before = remote && normaliseTaskDefinition(taskDefinitionDocument(remote), ignoreTags)
  const after = normaliseTaskDefinition(local.document, ignoreTags)
  return {
    subject: 'taskDefinition',
    remoteName: remote?.arn ?? '',
    localName: local.file,
    ...(before && { before }),
    after,
    changes: listChanges(before, after),
  }
}

function liveService(service: Service | undefined): Service | undefined {
  return service?.status === 'INACTIVE' ? undefined : service
}

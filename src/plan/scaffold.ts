import type { Service } from '../model/ecs.ts'
import { isObject, type JsonObject, objectsAt, textAt, valueAt } from '../model/json.ts'
import type { RegisteredTaskDefinition } from '../model/ports.ts'
import { isSecretEntry } from '../secrets.ts'
import { withoutKeys } from './field-rules.ts'
import { normaliseTaskDefinition, taskDefinitionDocument } from './normalise-task-definition.ts'
import { showService, showTaskDefinition } from './scalars.ts'
import { serviceDocument } from './service-document.ts'

/** A running service as the definition file that `init` writes (specification 5.18). */
export function serviceFile(service: Service): JsonObject {
  const { platformFamily = null } = service
  const document = { ...serviceDocument(service), platformFamily }
  const propagates = ['SERVICE', 'TASK_DEFINITION'].includes(service.propagateTags ?? '')
  const shown = showService(propagates ? document : { ...document, propagateTags: 'NONE' })
  return isExpress(service) ? withoutKeys(shown, expressAttributes) : shown
}

const expressAttributes: ReadonlySet<string> = new Set(['deploymentConfiguration', 'loadBalancers'])

/** Whether ECS itself looks after deployments and load balancers of the service (Express mode). */
export function isExpress(service: Service): boolean {
  return service.resourceManagementType === 'ECS'
}

/** A registered task definition as the file that `init` writes: every registrable field, sorted on request. */
export function taskDefinitionFile(registered: RegisteredTaskDefinition, sort: boolean): JsonObject {
  const document = taskDefinitionDocument(registered)
  return showTaskDefinition(sort ? normaliseTaskDefinition(document, []) : document)
}

/** Environment variables and log options that hold a secret in plain text: `app: DB_PASSWORD, API_KEY`. */
export function listPlainSecrets(taskDefinition: JsonObject): readonly string[] {
  return objectsAt(taskDefinition, ['containerDefinitions']).flatMap((container) => {
    const names = entriesOf(container).flatMap(([name, value]) => (isSecretEntry(name, value) ? [name] : []))
    return names.length === 0 ? [] : [`${textAt(container, ['name']) ?? ''}: ${names.join(', ')}`]
  })
}

function entriesOf(container: JsonObject): readonly (readonly [string, string])[] {
  const environment = objectsAt(container, ['environment']).map(({ name, value }) => [name, value] as const)
  const options = valueAt(container, ['logConfiguration', 'options'])
  const all = [...environment, ...Object.entries(isObject(options) ? options : {})]
  return all.flatMap(([name, value]) =>
    typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
  )
}

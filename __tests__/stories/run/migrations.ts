import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'

// A database migration: a task definition of its own beside the service `api`, its image chosen by `TAG`.

const [app] = taskDefinition.containerDefinitions

/** The container `migrate`, and what else its task runs. */
export function migration(...others: readonly object[]) {
  const migrate = { ...app, name: 'migrate', command: ['bin/migrate', 'up'], portMappings: [] }
  return { ...taskDefinition, family: 'migration', containerDefinitions: [migrate, ...others] }
}

/** A container like the one of the service. */
export function container(name: string, more: object = {}): object {
  return { ...app, name, portMappings: [], ...more }
}

/** The shop's repository with the migration. */
export function migrationFiles(definition: object = migration(), more: Readonly<Record<string, string>> = {}) {
  return shopFiles({ 'ecs/migration.json': pretty(definition), ...more })
}

/** The shop's account; `fate` is what tasks of the migration meet. */
export function migrationShop(fate: object, more: object = {}): object {
  return shop({ tasks: [{ match: { taskDefinition: 'migration' }, ...fate }], ...more })
}

/** The shop's account, what its tasks meet told in full. */
export function shopOfFates(tasks: readonly object[]): object {
  return shop({ tasks })
}

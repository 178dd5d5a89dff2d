import type { Config, Environment, Project } from '../model/project.ts'
import { defaultTimeout } from './durations.ts'
import { displayPath } from './workspace.ts'

/** What a command line says of a project whose config is not read. */
export interface UnwrittenConfig {
  /** Absolute path of the config that is to be written, or that nobody needs. */
  readonly path: string
  /** Absolute directory of the repository. */
  readonly root: string
  readonly environment: Environment
  readonly region: string | undefined
  readonly cluster: string | undefined
  readonly service: string | undefined
}

/** A project for the commands that read no config: it has a name, a place in AWS and no definitions. */
export function unwrittenProject({ path, root, environment, ...said }: UnwrittenConfig): Project {
  const file = displayPath(root, path)
  const region = said.region || environment['AWS_REGION'] || ''
  const cluster = said.cluster || 'default'
  const config: Config = {
    file,
    region,
    cluster,
    ...(said.service ? { service: said.service } : {}),
    timeout: defaultTimeout,
    ignoreTags: [],
    document: {},
    locate: () => undefined,
  }
  const refuse = () => Promise.reject(new Error('a config that is not read has no definitions'))
  return {
    config,
    environment,
    serviceDefinition: refuse,
    taskDefinition: refuse,
    taskDefinitionAt: refuse,
    overrides: refuse,
  }
}

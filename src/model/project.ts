import type { Definition } from './definition.ts'
import type { ServiceName } from './ecs.ts'
import type { JsonObject } from './json.ts'
import type { Location } from './location.ts'

/** Environment variables as a value: the variables of the process, plus the envfiles of the command. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An `ecspresso.yml`, rendered and checked (specification 2.2). */
export interface Config {
  /** Path relative to the repository. */
  readonly file: string
  /** Empty where neither the config nor `AWS_REGION` names one. */
  readonly region: string
  readonly cluster: string
  /** Absent: a project of a task definition only. */
  readonly service?: string
  /** Absolute paths of the definition files. */
  readonly serviceDefinition?: string
  readonly taskDefinition?: string
  /** ms; 0 means no limit. */
  readonly timeout: number
  /** Keys of tags that are neither compared, sent nor removed. */
  readonly ignoreTags: readonly string[]
  /** The whole config as `render config` prints it: defaults filled in. */
  readonly document: JsonObject
  /** Where the value of a key was written; the file's beginning where it was not; undefined where no file was read. */
  locate(key: string): Location | undefined
}

/** Overrides of `run`: the document itself as it stands on the command line, or the path of a file. */
export type OverridesSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string }

/** A config with its definitions, each read and rendered once, when first asked for. */
export interface Project {
  readonly config: Config
  readonly environment: Environment
  /** @throws UserError when the config names no service definition, or the file is wrong. */
  serviceDefinition(): Promise<Definition>
  /** @throws UserError when the config names no task definition, or the file is wrong. */
  taskDefinition(): Promise<Definition>
  /** A task definition that the config does not name; `path` is relative to the working directory. @throws UserError */
  taskDefinitionAt(path: string): Promise<Definition>
  /** A TaskOverride; a file is rendered as definitions are. @throws UserError where it is no JSON object */
  overrides(source: OverridesSource): Promise<Definition>
}

/** Cluster and service of a config that has a service. */
export function serviceName(config: Config): ServiceName | undefined {
  return config.service === undefined ? undefined : { cluster: config.cluster, service: config.service }
}

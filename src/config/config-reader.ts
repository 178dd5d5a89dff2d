import { dirname, isAbsolute, join } from 'node:path'
import type { Json, JsonObject } from '../model/json.ts'
import type { Config } from '../model/project.ts'
import { compatibleVersion } from './compatibility.ts'
import type { ConfigDocument } from './config-document.ts'
import { configKeys } from './config-keys.ts'
import type { LoadContext } from './context.ts'
import { defaultTimeout, formatDuration, parseDuration } from './durations.ts'
import { type Tree, toJson } from './tree.ts'
import { checkVersion } from './version-constraint.ts'
import { displayPath } from './workspace.ts'

/**
 * Makes a Config of a document: defaults, paths, duration, version check.
 *
 * @param path absolute path of the config file
 * @throws UserError
 */
export function readConfig(document: ConfigDocument, path: string, context: LoadContext): Config {
  checkRequiredVersion(document)
  refuseExpress(document)
  const directory = dirname(path)
  const service = document.text('service')
  const serviceDefinition = resolvePath(directory, document.text('service_definition'))
  const taskDefinition = resolvePath(directory, document.text('task_definition'))
  if (document.text('filter_command') !== undefined) {
    context.warn('filter_command is deprecated and has no effect here', document.place('filter_command'))
  }
  const config = {
    file: displayPath(context.root, path),
    region: document.text('region') ?? context.environment['AWS_REGION'] ?? '',
    cluster: document.text('cluster') ?? 'default',
    ...(service === undefined ? {} : { service }),
    ...(serviceDefinition === undefined ? {} : { serviceDefinition }),
    ...(taskDefinition === undefined ? {} : { taskDefinition }),
    timeout: context.timeout ?? readTimeout(document, context),
    ignoreTags: readIgnoredTags(document),
    locate: (key: string) => document.place(key),
  }
  return { ...config, document: effectiveDocument(document, config, context.root) }
}

function checkRequiredVersion(document: ConfigDocument): void {
  const constraints = document.text('required_version')
  if (constraints === undefined) return
  const place = document.place('required_version')
  const answer = checkVersion(compatibleVersion, constraints)
  if (answer === 'invalid') {
    throw document.refusal(
      `required_version has invalid format: ${constraints}`,
      'write for example >= 2.0.0, < 3',
      place,
    )
  }
  if (answer === 'violated') {
    throw document.refusal(
      `version ${compatibleVersion} does not satisfy constraints required_version: ${constraints}`,
      `this action behaves as ecspresso ${compatibleVersion}; change the constraint`,
      place,
    )
  }
}

function refuseExpress(document: ConfigDocument): void {
  if (document.text('express_definition') === undefined) return
  throw document.refusal(
    'express_definition is not supported',
    'use service_definition and task_definition',
    document.place('express_definition'),
  )
}

function resolvePath(directory: string, path: string | undefined): string | undefined {
  if (path === undefined || isAbsolute(path)) return path
  return join(directory, path)
}

function readTimeout(document: ConfigDocument, context: LoadContext): number {
  const tree = document.tree('timeout')
  const value = tree?.kind === 'scalar' ? tree.value : null
  const place = document.place('timeout')
  if (typeof value === 'number') {
    context.warn(`timeout: ${value} means ${value} nanoseconds; write a unit, such as ${value}s`, place)
    return value / 1e6
  }
  if (typeof value !== 'string') return defaultTimeout
  const duration = parseDuration(value)
  if (duration !== undefined && duration >= 0) return duration
  throw document.refusal(`invalid duration format: ${value}`, 'write a number with a unit: 300s, 10m, 1h30m', place)
}

function readIgnoredTags(document: ConfigDocument): readonly string[] {
  const ignore = document.tree('ignore')
  const tags = ignore === undefined ? undefined : findKey(ignore, 'tags')
  if (tags === undefined || (tags.kind === 'scalar' && tags.value === null)) return []
  const keys = tags.kind === 'list' ? tags.items : [tags]
  return keys.map((item) => {
    if (tags.kind === 'list' && item.kind === 'scalar' && typeof item.value === 'string') return item.value
    throw document.refusal(
      'ignore.tags must be a list of tag keys',
      'write - and the key of a tag',
      document.locate(item.offset),
    )
  })
}

function findKey(tree: Tree, key: string): Tree | undefined {
  if (tree.kind !== 'object') return undefined
  return tree.members.findLast((member) => member.key.toLowerCase() === key)?.value
}

/** The config as `render config` prints it: defaults filled in, paths joined. */
function effectiveDocument(document: ConfigDocument, config: Omit<Config, 'document'>, root: string): JsonObject {
  const filled: Record<string, Json | undefined> = {
    region: config.region,
    cluster: config.cluster,
    service_definition: shownPath(root, config.serviceDefinition),
    task_definition: shownPath(root, config.taskDefinition),
    timeout: formatDuration(config.timeout),
  }
  const entries = Array.from(configKeys.keys(), (key): readonly [string, Json] => {
    const tree = document.tree(key)
    return [key, filled[key] ?? (tree === undefined ? null : toJson(tree))]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== ''))
}

function shownPath(root: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : displayPath(root, path)
}

import type { Location } from '../../model/location.ts'
import type { ConfigDocument } from '../config-document.ts'
import type { LoadContext } from '../context.ts'
import { suggest } from '../nearest-name.ts'
import { describeTree, type Member, type Tree, toJson } from '../tree.ts'
import type { PluginEntry, PluginOptions } from './plugin.ts'

/**
 * The plugins that a config names, in its order.
 *
 * @throws UserError where an entry has no name, or a key has the wrong type.
 */
export function readPluginEntries(document: ConfigDocument, warn: LoadContext['warn']): readonly PluginEntry[] {
  const plugins = document.tree('plugins')
  if (plugins?.kind !== 'list') return []
  return plugins.items.map((item) => {
    const location = document.locate(item.offset)
    const text = (key: string): string => {
      const value = memberNamed(item, key)?.value
      if (isNothing(value)) return ''
      if (value?.kind === 'scalar' && typeof value.value === 'string') return value.value
      throw document.refusal(`${key} of a plugin must be a text`, `write ${key}: and a text`, location)
    }
    const name = text('name').toLowerCase()
    if (name === '') {
      throw document.refusal('an entry of plugins has no name', 'write - name: and the name of the plugin', location)
    }
    const config = memberNamed(item, 'config')?.value
    if (!isNothing(config) && config?.kind !== 'object') {
      const found = config === undefined ? 'nothing' : describeTree(config)
      throw document.refusal(`config of a plugin must be a mapping, not ${found}`, 'write keys and values', location)
    }
    const options = readOptions(name, config, {
      locate: (offset) => document.locate(offset),
      offset: item.offset,
      warn,
    })
    return { name, prefix: text('func_prefix'), options, location }
  })
}

interface Reporting {
  readonly locate: (offset: number) => Location
  /** Of the entry. */
  readonly offset: number
  readonly warn: LoadContext['warn']
}

function readOptions(plugin: string, config: Tree | undefined, { locate, offset, warn }: Reporting): PluginOptions {
  const members = config?.kind === 'object' ? config.members : []
  return {
    value(key) {
      const member = members.findLast((one) => one.key === key)
      return member === undefined ? undefined : (toJson(member.value) ?? undefined)
    },
    place: (key) => locate(members.findLast((one) => one.key === key)?.offset ?? config?.offset ?? offset),
    expect(keys) {
      for (const { key, offset: place } of members) {
        if (keys.includes(key)) continue
        warn(`the plugin ${plugin} has no option "${key}"${suggest(key, keys)}`, locate(place))
      }
    },
  }
}

function memberNamed(tree: Tree, key: string): Member | undefined {
  return tree.kind === 'object' ? tree.members.findLast((member) => member.key.toLowerCase() === key) : undefined
}

function isNothing(tree: Tree | undefined): boolean {
  return tree === undefined || (tree.kind === 'scalar' && tree.value === null)
}

import { asJsonnet, discover, findConfigs } from '../config/discovery.ts'
import type { CommandLine, Settings } from '../model/settings.ts'
import { argumentError } from './argument-error.ts'
import { commands } from './index.ts'
import { applyFlags } from './line-settings.ts'

/**
 * Absolute paths of the configs that a line works on. A command that needs none is told under the first one.
 *
 * @throws UserError where a pattern names no file, or a config is to be written and no single path says where
 */
export function findLineConfigs(settings: Settings, line: CommandLine, directory: string): readonly string[] {
  const { configs } = applyFlags(settings, line)
  const use = commands.find((one) => one.name === line.command)?.config
  if (use !== 'written') return findConfigs(configs, directory).slice(0, use === 'none' ? 1 : undefined)
  const [first, ...others] = configs
  if (others.length > 0 || /[*?[\]{}!]/.test(first ?? '')) {
    throw argumentError(
      `${line.command} writes one config, not ${configs.join(', ')}`,
      `name it: ${line.command} --config ecs/ecspresso.yml`,
    )
  }
  const path = discover(directory, first)
  return [line.flags['jsonnet'] === true ? asJsonnet(path) : path]
}

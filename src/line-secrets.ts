import type { Command } from './commands/context.ts'
import { isObject, type Json, type JsonObject } from './model/json.ts'
import type { CommandLine, FlagValue } from './model/settings.ts'
import type { World } from './projects.ts'
import { registerSecrets } from './secrets.ts'

/** Takes the secrets on a command line itself as secrets of the run, before the line is told. */
export function noteLineSecrets(command: Command | undefined, { flags }: CommandLine, world: World): void {
  for (const name of command?.secretFlags ?? []) {
    const document = parseObject(flags[name])
    if (document !== undefined) registerSecrets(document, world.hiding)
  }
  world.noteSecrets()
}

/** What is not JSON is refused by the command itself, with its place. */
function parseObject(text: FlagValue | undefined): JsonObject | undefined {
  try {
    const value: Json = JSON.parse(typeof text === 'string' ? text : 'null')
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

import type { Environment } from '../model/project.ts'
import type { CommandLine } from '../model/settings.ts'
import type { CommandSpec } from './command-line.ts'

/** The line with the texts of variables for flags that it does not name; an empty variable says nothing. */
export function fillFromVariables(
  line: CommandLine,
  specs: readonly CommandSpec[],
  environment: Environment,
): CommandLine {
  const known = specs.find((one) => one.name === line.command)?.flags ?? []
  const filled = known.flatMap(({ name, variable }) => {
    const text = variable === undefined ? '' : (environment[variable]?.trim() ?? '')
    return text === '' ? [] : [[name, text] as const]
  })
  return { ...line, flags: { ...Object.fromEntries(filled), ...line.flags } }
}

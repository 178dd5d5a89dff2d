/** How the value of a config key is written. */
export type KeyShape = 'text' | 'duration' | 'list' | 'object'

/** The keys of a config in the order in which it is printed (specification 2.2). */
export const configKeys: ReadonlyMap<string, KeyShape> = new Map<string, KeyShape>([
  ['required_version', 'text'],
  ['region', 'text'],
  ['cluster', 'text'],
  ['service', 'text'],
  ['service_definition', 'text'],
  ['task_definition', 'text'],
  ['express_definition', 'text'],
  ['timeout', 'duration'],
  ['plugins', 'list'],
  ['appspec', 'object'],
  ['codedeploy', 'object'],
  ['filter_command', 'text'],
  ['ignore', 'object'],
])

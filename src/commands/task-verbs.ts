/** What `tasks` does; the first where nothing is said. */
export const taskVerbs = ['list', 'find', 'stop', 'trace', 'logs'] as const

/** One of them. */
export type TaskVerb = (typeof taskVerbs)[number]

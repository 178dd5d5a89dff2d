/** The rollback that follows a failed deploy (interface, "Inputs"). */
export type RollbackPolicy = 'auto' | 'always' | 'never'

/** How much of the environment's values a text shows. */
export type MaskMode = 'secrets' | 'all' | 'none'

/** One command line: the verb, its flags as the command's table names them, and the line as written. */
export interface CommandLine {
  readonly command: string
  /** By the flag's name without dashes; booleans are true or false, `--tasks` a number, lists are lists. */
  readonly flags: Readonly<Record<string, FlagValue>>
  /** As written, the program's name left out. */
  readonly line: string
}

/** The value of a flag. */
export type FlagValue = boolean | number | string | readonly string[]

/** The inputs of a run, checked, before any project is loaded. */
export interface Settings {
  readonly commands: readonly CommandLine[]
  /** Paths and globs as written; empty: discovery. */
  readonly configs: readonly string[]
  /** ms; absent: the config's. */
  readonly timeout?: number
  readonly dryRun: boolean
  readonly envfiles: readonly string[]
  readonly extStr: Readonly<Record<string, string>>
  readonly extCode: Readonly<Record<string, string>>
  readonly assumeRoleArn?: string
  readonly rollback: RollbackPolicy
  readonly onCancel: 'leave' | 'rollback'
  readonly unchanged: 'deploy' | 'skip'
  readonly comment: 'auto' | 'always' | 'never'
  readonly commentKey: string
  readonly mask: MaskMode
  readonly failOnChanges: boolean
  /** ms */
  readonly pollInterval: number
  readonly maxParallel: number
  readonly debug: boolean
  readonly githubToken: string
  readonly workingDirectory: string
  /** Names of the inputs that were written: a flag may not contradict them. */
  readonly given: ReadonlySet<string>
}

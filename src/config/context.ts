import type { Location } from '../model/location.ts'
import type { Clock, LookupPort } from '../model/ports.ts'
import type { Environment } from '../model/project.ts'
import type { CallerAccount } from './functions.ts'
import type { StateReader } from './plugins/state-reader.ts'

/** What loading a project needs from outside. */
export interface LoadContext {
  /** Absolute directory of the repository; paths in messages are relative to it. */
  readonly root: string
  /** Absolute directory that no file of the project leaves, symbolic links followed. */
  readonly border: string
  /** Absolute directory where paths of the workflow start: those of `url` and of external programs. */
  readonly directory: string
  readonly environment: Environment
  /** Asked when a template wants `AWS_ACCOUNT_ID` and the environment has none. */
  readonly callerAccount: CallerAccount
  /** ms; overrides the config's. */
  readonly timeout?: number | undefined
  readonly extStr: Readonly<Record<string, string>>
  readonly extCode: Readonly<Record<string, string>>
  /** AWS in a region as plugins see it, with the step's own credentials; shared by the projects of a run. */
  readonly lookups: (region: string) => LookupPort
  /** Terraform states; shared by the projects of a run. */
  readonly readState: StateReader
  /** Whether the run serves a fork's pull request: programs of the repository are not run then. */
  readonly isStranger: () => Promise<boolean>
  /** Takes a value that must never be shown, before it is used. */
  readonly registerSecret: (value: string) => void
  readonly clock: Clock
  /** Takes what is suspicious and does not stop the load. */
  readonly warn: (text: string, location?: Location) => void
}

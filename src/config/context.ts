import type { Location } from '../model/location.ts'
import type { Environment } from '../model/project.ts'
import type { CallerAccount } from './functions.ts'

/** What loading a project needs from outside. */
export interface LoadContext {
  /** Absolute directory of the repository; paths in messages are relative to it. */
  readonly root: string
  readonly environment: Environment
  /** Asked when a template wants `AWS_ACCOUNT_ID` and the environment has none. */
  readonly callerAccount: CallerAccount
  /** ms; overrides the config's. */
  readonly timeout?: number | undefined
  readonly extStr: Readonly<Record<string, string>>
  readonly extCode: Readonly<Record<string, string>>
  /** Takes what is suspicious and does not stop the load. */
  readonly warn: (text: string, location?: Location) => void
}

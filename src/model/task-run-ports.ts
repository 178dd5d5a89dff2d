import type { Tag, Task } from './ecs.ts'
import type { JsonObject } from './json.ts'

/** Where the output of a container goes: a log stream, in the region of its group. */
export interface LogStream {
  readonly group: string
  readonly stream: string
  readonly region: string
}

/** A line of a log stream; `at` in ms since the epoch. */
export interface LogLine {
  readonly at: number
  readonly message: string
}

/** From when and until when, ms since the epoch; a line at `to` is outside. */
export interface TimeWindow {
  readonly from: number
  readonly to: number
}

/** Log streams that are read on while they grow. */
export interface LogStreamPort {
  /**
   * What follows `token`, from the stream's beginning without one; the token that was given comes back at the end of what
   * is there. Undefined while the stream does not exist. With `window` only the lines of that time. Throws AwsError.
   */
  readOn(
    stream: LogStream,
    token?: string,
    window?: TimeWindow,
  ): Promise<{ readonly lines: readonly LogLine[]; readonly token: string | undefined } | undefined>
}

/** What RunTask answered. */
export interface StartedTasks {
  readonly tasks: readonly Task[]
  /** Tasks that could not be placed, and why: `RESOURCE:MEMORY`. */
  readonly failures: readonly { readonly reason: string; readonly detail: string }[]
}

/** Tasks that run outside of any deployment. Every method throws AwsError when refused. */
export interface TaskRunPort {
  /** `input` holds a `clientToken`: made again, the call answers the tasks that it has started already. */
  runTask(input: JsonObject): Promise<StartedTasks>
  /** A fresh look at tasks by their ARNs, at most a hundred; those that ECS does not show (yet) are left out. */
  describeTasks(cluster: string, arns: readonly string[]): Promise<readonly Task[]>
  /** Tags of any resource of ECS. */
  listTags(arn: string): Promise<readonly Tag[]>
}

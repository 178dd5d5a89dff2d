import type { Scenario } from '../scenario.ts'
import type { VirtualTime } from '../time.ts'

/** What the simulated ECS needs of the rest of the world. */
export interface EcsPorts {
  readonly time: VirtualTime
  /** In [0, 1). */
  random(): number
  readonly scenario: Scenario
  readonly account: string
  readonly region: string
  /** A line that a container writes through `awslogs`; `at` in ms since the epoch. */
  writeLog(entry: LogEntry): void
}

/** A line of a container's log. */
export interface LogEntry {
  readonly group: string
  readonly stream: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly message: string
}

/** A target of a target group as the load balancer sees it. */
export interface TargetHealth {
  /** Address of the task, `10.0.…`. */
  readonly id: string
  readonly port: number
  readonly state: 'initial' | 'healthy' | 'unhealthy' | 'draining'
  /** `Elb.RegistrationInProgress`, `Target.ResponseCodeMismatch`, `Target.DeregistrationInProgress`, … */
  readonly reason?: string
  readonly description?: string
}

/** An alarm's state as CloudWatch shows it. */
export type AlarmState = 'OK' | 'ALARM'

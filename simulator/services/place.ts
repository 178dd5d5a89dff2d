import type { Scenario } from '../scenario.ts'
import type { VirtualTime } from '../time.ts'

/** One account in one region, and the story that is told there. */
export interface Place {
  readonly time: VirtualTime
  /** In [0, 1). */
  random(): number
  readonly scenario: Scenario
  /** Twelve digits. */
  readonly account: string
  readonly region: string
}

/** The ARN of something at this place: `arn(place, 'ssm', 'parameter/a')`. */
export function arn(place: Pick<Place, 'account' | 'region'>, service: string, resource: string): string {
  return `arn:aws:${service}:${place.region}:${place.account}:${resource}`
}

/** The instant as AWS JSON carries it: seconds since the epoch. */
export function seconds(ms: number): number {
  return ms / 1000
}

/** The instant as XML carries it: ISO 8601. */
export function iso(ms: number): string {
  return new Date(ms).toISOString()
}

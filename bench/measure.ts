/** A line of the table. */
export interface Measure {
  readonly what: string
  readonly value: string
  readonly aim: string
}

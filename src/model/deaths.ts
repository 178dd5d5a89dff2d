/** A cause of death that no further attempt can survive, and how often it was met. */
export interface DeadlyCause {
  /** `category/subcategory` of the taxonomy. */
  readonly label: string
  /** In words, with the concrete names. */
  readonly reason: string
  /** Tasks that ended of it, or attempts of ECS to launch one. */
  readonly times: number
  readonly met: 'by tasks' | 'at launch'
}

/** What has become of the tasks of a deployment that are no more. */
export interface Deaths {
  /** Tasks that ended because of what they are: nobody stopped them, and their host is still there. */
  readonly count: number
  /** Those of them that had come to run: the scheduler of ECS does not count these as failed. */
  readonly exits: number
  /** The most frequent one. */
  readonly cause?: DeadlyCause
  /** Whether a task is still coming to rest: its reasons are not complete before. */
  readonly unsettled: boolean
}

/** Nobody died, or nobody looks. */
export const noDeaths: Deaths = { count: 0, exits: 0, unsettled: false }

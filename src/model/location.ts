/** A place in the user's files, as an annotation and an error message need it. */
export interface Location {
  /** Path relative to the repository, with `/`. */
  readonly file: string
  /** Counted from 1. */
  readonly line?: number
  /** Counted from 1. */
  readonly column?: number
  /** JSON path of the value: `containerDefinitions[0].image`. */
  readonly path?: string
}

/** `ecs/task.json:7` */
export function formatLocation(location: Location): string {
  return location.line === undefined ? location.file : `${location.file}:${location.line}`
}

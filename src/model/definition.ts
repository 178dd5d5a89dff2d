import type { JsonObject, JsonPath } from './json.ts'
import type { Location } from './location.ts'

/** A rendered definition file, still knowing where each value was written. */
export interface Definition {
  /** Path relative to the repository. */
  readonly file: string
  /** Keys as the ECS API spells them, unknown ones kept; without nulls and enums that are not set. */
  readonly document: JsonObject
  /** Where the value at `path` (or its nearest ancestor) stands in the source text. */
  locate(path: JsonPath): Location
}

import type { Location } from '../model/location.ts'

/** A text of the workspace that can say on which line and column an offset stands. */
export class SourceText {
  /** Path relative to the repository. */
  readonly file: string
  readonly text: string
  private starts: readonly number[] | undefined

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
  }

  locate(offset: number): Location {
    const starts = this.lineStarts()
    const line = Math.max(lastAtOrBefore(starts, offset), 0)
    return { file: this.file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }

  private lineStarts(): readonly number[] {
    this.starts ??= [0, ...Array.from(this.text.matchAll(/\n/g), (match) => match.index + 1)]
    return this.starts
  }
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

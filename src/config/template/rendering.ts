/** A failure that did not stop the rendering. */
export interface Problem {
  readonly message: string
  readonly hint: string | undefined
  /** Offset in the template's text. */
  readonly offset: number
  readonly cause: unknown
}

/** A rendered template that knows where each piece of its output was written. */
export interface Rendering {
  readonly text: string
  /** What failed while a placeholder stood in; the text is of no use when there is any. */
  readonly problems: readonly Problem[]
  /** Offset in the source of what stands at `outputOffset`; an action's output stands where the action does. */
  sourceOffset(outputOffset: number): number
  /** Whether an action wrote what stands at `outputOffset`. */
  isGenerated(outputOffset: number): boolean
}

interface Segment {
  readonly output: number
  readonly source: number
  /** Copied from the source, letter by letter. */
  readonly copied: boolean
}

/** Characters that a rendered file may have at most. */
export const outputLimit = 4 * 1024 * 1024

/** Collects the output of a template. */
export class Output {
  readonly problems: Problem[] = []
  private readonly pieces: string[] = []
  private readonly segments: Segment[] = []
  private length = 0

  /** Adds a piece; false where the output is too long. */
  add(text: string, source: number, copied: boolean): boolean {
    this.pieces.push(text)
    this.segments.push({ output: this.length, source, copied })
    this.length += text.length
    return this.length <= outputLimit
  }

  finish(): Rendering {
    const { segments, problems } = this
    const find = (offset: number): Segment => segmentAt(segments, offset)
    return {
      text: this.pieces.join(''),
      problems,
      sourceOffset(offset) {
        const segment = find(offset)
        return segment.source + (segment.copied ? offset - segment.output : 0)
      },
      isGenerated: (offset) => !find(offset).copied,
    }
  }
}

/** The last segment that begins at or before `offset`; empty ones lie under their successor. */
function segmentAt(segments: readonly Segment[], offset: number): Segment {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segments[middle]?.output ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return segments[low - 1] ?? { output: 0, source: 0, copied: true }
}

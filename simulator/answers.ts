import type { Call, Fields } from './call.ts'

interface Kept {
  readonly at: number
  readonly output: string
}

/** What was answered before, for stories in which a read sees an older world. */
export interface Answers {
  /** Keeps what a call was answered at this instant (ms since the epoch). */
  keep(call: Call, output: Fields, at: number): void
  /** The answer that the same call got at `at` or last before; failing that its first one; nothing when it had none. */
  at(call: Call, at: number): Fields | undefined
}

/** Remembers answers per operation and input; they are kept as text, for the world goes on changing its objects. */
export function createAnswers(): Answers {
  const all = new Map<string, Kept[]>()

  function keep(call: Call, output: Fields, at: number): void {
    const kept = all.get(keyOf(call)) ?? []
    kept.push({ at, output: JSON.stringify(output) })
    all.set(keyOf(call), kept)
  }

  function at(call: Call, instant: number): Fields | undefined {
    const kept = all.get(keyOf(call)) ?? []
    const found = kept.findLast((answer) => answer.at <= instant) ?? kept[0]
    return found === undefined ? undefined : JSON.parse(found.output)
  }

  return { keep, at }
}

function keyOf({ service, operation, input, region, account }: Call): string {
  return JSON.stringify([service, operation, region, account, input])
}

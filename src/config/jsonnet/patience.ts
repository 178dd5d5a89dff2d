/** ms that the engine may compute without asking or answering anything. */
export const patience = 10_000

/** What is wrong with a file that takes longer. */
export const tooLong = `it is still not evaluated after ${patience / 1000} s`

/** What is wrong with a file at which the engine breaks down. */
export const tooLarge = 'it needs too much memory or is nested too deeply'

/** Whether a failure cost the engine its life: it would again. */
export function isFatal(failure: string): boolean {
  return failure.includes(tooLong) || failure.includes(tooLarge)
}

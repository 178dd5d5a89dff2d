import { amount, count, fallback, list, object, text } from './shape.ts'

/** Lines that a container writes; seconds after it began to run, or after SIGTERM. */
export const logLines = list(object({ message: text, after: fallback(amount, 1) }, { every: amount }))

/** What a container does about SIGTERM: ends `after` seconds; SIGKILL (137) comes after its stopTimeout. */
export const stopping = object({ after: fallback(amount, 5), code: fallback(count, 143) }, { logs: logLines })

const ending = object({ code: count, after: fallback(amount, 2) }, { reason: text })

/** Another container of the task that ends by itself or writes. */
export const companion = object({ container: text }, { exit: ending, logs: logLines, stop: stopping })

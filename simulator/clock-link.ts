import type { VirtualTime } from './time.ts'

/** A clock whose sleepers move the virtual time themselves. */
export interface LinkedClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Wakes when virtual time has moved on by `ms`; rejects with an `AbortError` when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** From now on somebody else moves the time (a server at a speed, a client far away): sleepers only wait for it. */
  unlink(): void
  /** When the first of the sleepers wakes (ms since the epoch); nothing while nobody sleeps. */
  next(): number | undefined
  /** How many sleep now. */
  sleeping(): number
}

interface Sleeper {
  readonly target: number
  fail(error: unknown): void
}

/** Files being read: what is in them is part of this instant. */
const work = /^(FSReq|CloseReq)/

function isBusy(): boolean {
  return process.getActiveResourcesInfo().some((resource) => work.test(resource))
}

/** Lets everything that can happen at this instant happen, so that time does not leave without it. */
async function settle(): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve))
  while (isBusy())
}

/** Links a clock to virtual time: time moves to the earliest sleeper's target, then settles, then to the next one's. */
export function linkClock(time: VirtualTime): LinkedClock {
  const sleepers = new Set<Sleeper>()
  let linked = true
  let moving = false

  function next(): number | undefined {
    return sleepers.size === 0 ? undefined : Math.min(...[...sleepers].map(({ target }) => target))
  }

  async function move(): Promise<void> {
    if (moving) return
    moving = true
    try {
      await settle()
      for (let target = next(); linked && target !== undefined; target = next()) {
        time.advanceTo(target)
        await settle()
      }
    } catch (error) {
      for (const sleeper of sleepers) sleeper.fail(error)
    } finally {
      moving = false
    }
  }

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(abortError(signal))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const abort = () => reject(abortError(signal))
    const sleeper = { target: time.now() + Math.max(0, ms), fail: reject }
    signal?.addEventListener('abort', abort, { once: true })
    time.at(sleeper.target, resolve)
    sleepers.add(sleeper)
    if (linked) void move()
    return promise.finally(() => {
      sleepers.delete(sleeper)
      signal?.removeEventListener('abort', abort)
    })
  }

  function unlink(): void {
    linked = false
  }

  return { now: time.now, sleep, unlink, next, sleeping: () => sleepers.size }
}

/** As `node:timers/promises` rejects. */
function abortError(signal: AbortSignal | undefined): Error {
  const error = new Error('The operation was aborted', { cause: signal?.reason })
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' })
}

/** What is to happen later in the world. */
interface Appointment {
  readonly when: number
  readonly order: number
  readonly run: () => void
}

/** Virtual time: it moves only when told, and everything due on the way happens in order. */
export interface VirtualTime {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls `run` when time reaches `when` (ms since the epoch); an instant that has passed means at the next move. */
  at(when: number, run: () => void): void
  /** Calls `run` after `delay` ms. */
  after(delay: number, run: () => void): void
  /** Moves time to `when` (ms since the epoch), running what is due; moving back does nothing. */
  advanceTo(when: number): void
}

/** Virtual time that begins at `start` (ms since the epoch). */
export function createTime(start: number): VirtualTime {
  let now = start
  let order = 0
  const appointments: Appointment[] = []

  function at(when: number, run: () => void): void {
    appointments.push({ when, order: order++, run })
    appointments.sort((a, b) => a.when - b.when || a.order - b.order)
  }

  function advanceTo(when: number): void {
    let next = appointments[0]
    while (next !== undefined && next.when <= when) {
      appointments.shift()
      now = Math.max(now, next.when)
      next.run()
      next = appointments[0]
    }
    now = Math.max(now, when)
  }

  return { now: () => now, at, after: (delay, run) => at(now + delay, run), advanceTo }
}

/** Random numbers in [0, 1) that a seed decides (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** 10 minutes: what a command may take where nobody says (specification 1.10). */
export const defaultTimeout = 600_000

const unitsInMilliseconds: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** Go's durations are 64-bit nanoseconds. */
const largest = 2 ** 63 / 1e6

/** ms of a Go duration (`5m10s`, `1.5h`, `0`); undefined where the text is none (specification 2.3). */
export function parseDuration(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0
  const match = /^([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text)
  if (match === null) return undefined
  const total = Array.from((match[2] ?? '').matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)).reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitsInMilliseconds[unit ?? ''] ?? 0),
    0,
  )
  return total < largest ? (match[1] === '-' ? -total : total) : undefined
}

/** A duration as Go prints it: `10m0s`, `1h30m0s`, `1.5s`, `300ms`, `0s`. */
export function formatDuration(milliseconds: number): string {
  const sign = milliseconds < 0 ? '-' : ''
  const absolute = Math.abs(milliseconds)
  if (absolute === 0) return '0s'
  if (absolute < 1e-3) return `${sign}${Math.round(absolute * 1e6)}ns`
  if (absolute < 1) return `${sign}${trim(absolute * 1000, 3)}µs`
  if (absolute < 1000) return `${sign}${trim(absolute, 6)}ms`
  const hours = Math.floor(absolute / 3_600_000)
  const minutes = Math.floor((absolute % 3_600_000) / 60_000)
  const seconds = `${trim((absolute % 60_000) / 1000, 9)}s`
  if (hours > 0) return `${sign}${hours}h${minutes}m${seconds}`
  return minutes > 0 ? `${sign}${minutes}m${seconds}` : sign + seconds
}

function trim(value: number, places: number): string {
  return String(Number(value.toFixed(places)))
}

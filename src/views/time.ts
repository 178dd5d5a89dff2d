/** `12:03:09`, UTC; `at` in ms since the epoch. */
export function formatTime(at: number): string {
  return formatDateTime(at).slice(11)
}

/** `2026-11-23 12:03:09`, UTC; `at` in ms since the epoch. */
export function formatDateTime(at: number): string {
  // A time that no calendar holds must not break the report.
  const date = new Date(at)
  const iso = Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString()
  return iso.slice(0, 19).replace('T', ' ')
}

/** `00:45`, `12:09`, `1:02:03`; `ms` is how long something took. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const clock = `${pad(minutes)}:${pad(rest)}`
  return hours === 0 ? clock : `${hours}:${clock}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

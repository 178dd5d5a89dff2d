import { globSync, statSync } from 'node:fs'
import type { Measure } from './measure.ts'

/** Bytes of dist: all of it, and what every run reads. */
export function measureSize(): readonly Measure[] {
  const bytes = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0)
  const all = bytes(globSync('dist/*.js'))
  return [
    { what: 'dist, all chunks (kB)', value: String(Math.round(all / 1000)), aim: '-' },
    { what: 'dist/index.js (kB)', value: String(Math.round(bytes(['dist/index.js']) / 1000)), aim: '-' },
  ]
}

import { compatibleVersion } from '../config/compatibility.ts'
import { version as ownVersion } from '../version.ts'
import type { Command } from './context.ts'

/** `version`: which action this is, and which ecspresso it works as. */
export const version: Command = {
  name: 'version',
  summary: 'print the version, and which ecspresso it works as',
  config: 'none',
  flags: [],
  run: async ({ emit }) => {
    const text = `ecspresso-action ${ownVersion} (as ecspresso ${compatibleVersion})`
    const document = { title: 'version', language: 'text', text: `${text}\n` } as const
    emit({ kind: 'printed', document })
    return { outcome: 'succeeded', sentence: text, document }
  },
}

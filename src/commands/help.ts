import { targetsFlag } from './command-line.ts'
import type { Command } from './context.ts'
import { describeAll, describeCommand } from './help-text.ts'

/** `help`, `--help` and `-h`: what there is, or what the flags of commands are. */
export function createHelp(verbs: readonly Command[]): Command {
  return {
    name: 'help',
    summary: 'print what there is, or the flags of a command: `help deploy`, `deploy --help`',
    config: 'none',
    flags: [],
    targets: verbs.map(({ name }) => name),
    run: async ({ emit, flags }) => {
      const wanted = flags[targetsFlag]
      const named = Array.isArray(wanted) ? verbs.filter(({ name }) => wanted.includes(name)) : []
      const text = named.length === 0 ? describeAll(verbs) : named.map(describeCommand).join('\n')
      const document = { title: 'help', language: 'text', text } as const
      emit({ kind: 'printed', document })
      const topic = named.length === 0 ? 'the commands' : named.map(({ name }) => name).join(', ')
      return { outcome: 'succeeded', sentence: `help on ${topic}`, document }
    },
  }
}

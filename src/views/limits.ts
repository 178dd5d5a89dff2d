/**
 * Characters (UTF-16 units, of which there are never fewer than code points) of a comment. GitHub refuses more than
 * 65,536; what is left is for what GitHub may count otherwise.
 */
export const commentLimit = 60_000

/** Bytes of the job summary: the runner drops a file of more than 1 MiB whole (actions/runner, FileCommandManager). */
export const summaryLimit = 900 * 1024

/** GitHub shows ten errors and ten warnings of a step and drops the rest without a word. */
export const annotationLimits = { failures: 8, perLevel: 10, title: 80, message: 500 } as const

/** How many lines a list in a comment or a summary may have before the rest is only counted. */
export const listLimits = { timeline: 200, evidence: 10, logLines: 50, warnings: 20, bars: 20 } as const

/** A diff or a document of so few lines is open at once: a changed image tag alone makes eleven. */
export const openLines = 20

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text)
}

/** The sections that fit into `limit` bytes, in their order; a note counts those left out. */
export function fitSections(sections: readonly string[], limit: number): string {
  const whole = sections.join('\n\n')
  if (byteLength(whole) <= limit) return whole
  // Room for the note itself.
  let room = limit - 200
  const kept = sections.filter((section) => {
    const size = byteLength(section) + 2
    if (size > room) return false
    room -= size
    return true
  })
  const note = `_Left out for lack of room: ${sections.length - kept.length}. The file of the output \`report-file\` has everything._`
  return [...kept, note].join('\n\n')
}

/** Markdown cut at the end of a line to at most `limit` characters, `note` and all closing marks included. */
export function cutMarkdown(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown
  const lines = markdown.split('\n')
  const open = createOpenMarks()
  let best = ''
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    open.read(line)
    const closing = open.closing(note)
    if (length + closing.length > limit) break
    best = `${markdown.slice(0, length)}${closing}`
  }
  return best
}

/** Which fences and folds are open after the lines read so far. */
function createOpenMarks(): { read(line: string): void; closing(note: string): string } {
  let fence = ''
  let folds = 0
  return {
    read(line) {
      const ticks = /^`{3,}/.exec(line)?.[0] ?? ''
      if (fence === '') {
        fence = ticks
        folds += foldStep(line)
      } else if (line === ticks && ticks.length >= fence.length) {
        fence = ''
      }
    },
    closing: (note) => `${fence === '' ? '' : `${fence}\n`}\n${note}\n${'\n</details>\n'.repeat(folds)}`,
  }
}

/** Folds begin and end on lines of their own; inside code their marks are only text. */
function foldStep(line: string): number {
  if (line === '</details>') return -1
  return line === '<details>' || line === '<details open>' ? 1 : 0
}

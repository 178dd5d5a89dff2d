// Characters that a terminal, a log viewer or a reader could be fooled with: ANSI sequences, other controls,
// marks that turn the direction of writing. The joiners of emoji stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const ansi = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/

/** Separates two characters that GitHub would read together; takes no room. */
const apart = '\u200b'

/** The lines of a text from outside, free of control characters. */
export function splitLines(text: string): readonly string[] {
  return text.replace(ansi, '').toWellFormed().split(lineBreak).map(cleanLine)
}

/** A text from outside on one line. */
export function oneLine(text: string): string {
  return splitLines(text).join(' ').trim()
}

/**
 * A line for the log that the runner cannot read as a workflow command: it knows `::name` at the beginning and
 * `##[name` anywhere (actions/runner, ActionCommand).
 */
export function logLine(line: string): string {
  return oneLineKeepingIndent(line)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replace(/##(?=\[)/g, '## ')
}

/** Text in Markdown that only reads as text: no structure, HTML, mention, reference or link; `code` in backticks stays. */
export function prose(text: string): string {
  const pieces = oneLine(text).split(/(`[^`]+`)/)
  const line = pieces.map((piece, index) => (index % 2 === 1 ? code(piece.slice(1, -1)) : escapeProse(piece))).join('')
  return line.replace(
    /^(\s*)([-+=]|\d+(?=[.)]))/,
    (_, space: string, mark: string) => space + asEntity(mark.charAt(0)) + mark.slice(1),
  )
}

/** Text as inline code, where GitHub looks for neither mentions nor links. */
export function code(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  const ticks = '`'.repeat(longestRun(line) + 1)
  const space = /^`|`$/.test(line) ? ' ' : ''
  return `${ticks}${space}${line}${space}${ticks}`
}

/** A table's row of cells in Markdown; a `|` inside, also in code, does not end its cell. */
export function row(cells: readonly string[]): string {
  // Backslashes escape each other first: only an odd one escapes the bar.
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|')).join(' | ')} |`
}

/** A fenced block; the fence is longer than any run of backticks inside, and no line can pass for one of our marks. */
export function fence(text: string, language: string): string {
  const body = splitLines(text).join('\n').replace(/^<!--/gm, ' <!--')
  const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1))
  return `${ticks}${language}\n${body}\n${ticks}`
}

/** `[label](url)`; the URL is ours, the label text from outside. */
export function link(label: string, url: string): string {
  return `[${prose(label)}](${url.replace(/[()<>\s]/g, (character) => encodeURIComponent(character))})`
}

/** A fold that is closed, or open; the title is Markdown already. */
export function fold(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}>\n<summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** A title inside `<summary>`, where GitHub reads HTML and not Markdown. */
export function htmlText(text: string): string {
  return keepApart(oneLine(text)).replace(/[&<>"'`*_[\]~|\\$]/g, asEntity)
}

/** The first `limit` characters, with `…` where some are missing. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** `1 task`, `2 tasks` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function cleanLine(line: string): string {
  return line.replaceAll('\t', '  ').replace(controls, '')
}

function oneLineKeepingIndent(line: string): string {
  return splitLines(line).join(' ').trimEnd()
}

function escapeProse(text: string): string {
  return keepApart(text)
    .replace(/[\\`*_[\]|~$]/g, (mark) => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\s*)#/, '$1\\#')
}

/** Breaks what GitHub turns into mentions, references and links even where Markdown is escaped. */
function keepApart(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${apart}`)
    .replace(/(#|GH-)(?=\d)/gi, `$1${apart}`)
    .replace(/:(?=\/\/)/g, `:${apart}`)
    .replace(/\bwww\./gi, `www${apart}.`)
}

function asEntity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

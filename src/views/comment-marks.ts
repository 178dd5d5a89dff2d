import { isList, isObject, type Json, textAt } from '../model/json.ts'
import { splitLines } from './text.ts'

/** Version of what the hidden marks hold; a comment of another version is left alone. */
const markVersion = 1
const tool = '<!-- ecspresso-action'
const endMark = `${tool} end -->`

/** Stands before the footer: what follows changes with every run and says nothing about the services. */
export const footerMark = `${tool} footer -->`

/** What the table, the heading and the warnings need to know of a project; texts are Markdown, made safe. */
export interface CommentEntry {
  /** `prod/api` */
  readonly name: string
  readonly region: string
  readonly account: string
  readonly config: string
  /** `diff`, or several verbs with commas. */
  readonly command: string
  readonly icon: string
  readonly status: string
  readonly image: string
  readonly effect: string
  readonly warnings: readonly string[]
}

/** Worst first. */
export const icons: readonly string[] = ['❌', '⏳', '🟡', '🆕', '✅', '⚪']

/** The worst of the icons of several projects or commands. */
export function worstIcon(some: readonly string[]): string {
  return icons.find((icon) => some.includes(icon)) ?? '⚪'
}

/** One project in the comment. */
export interface CommentSection {
  readonly entry: CommentEntry
  /** Markdown, from the most to the least detail; never empty. */
  readonly bodies: readonly string[]
}

/** What tells two sections apart; a project keeps its section over all runs. */
export function sectionId({ account, region, name, config }: CommentEntry): string {
  return JSON.stringify([account, region, name, config])
}

/** First line of a comment. `key` separates comments of one pull request. */
export function commentMark(key: string): string {
  return `${tool} ${hiddenJson({ v: markVersion, key })} -->`
}

/** Whether a comment begins with our mark and this key. */
export function isOurComment(body: string, key: string): boolean {
  const json = markJson(splitLines(body.slice(0, 2000))[0] ?? '', `${tool} {`)
  return isObject(json) && json['v'] === markVersion && json['key'] === key
}

/** A section's lines: its entry hidden, then what people read. */
export function markSection(entry: CommentEntry, body: string): string {
  return `${tool} section ${hiddenJson({ ...entry })} -->\n${body === '' ? '' : `\n${body}\n\n`}${endMark}`
}

/** The sections of an existing comment; what cannot be read is left out. */
export function readSections(body: string): readonly CommentSection[] {
  const sections: CommentSection[] = []
  let open: { entry: CommentEntry; lines: string[] } | undefined
  for (const line of body.split(/\r?\n/)) {
    const entry = readEntry(markJson(line, `${tool} section {`))
    if (entry !== undefined) open = { entry, lines: [] }
    else if (line === endMark && open !== undefined) {
      sections.push({ entry: open.entry, bodies: [open.lines.join('\n').trim()] })
      open = undefined
    } else open?.lines.push(line)
  }
  return sections
}

/** JSON that cannot end the HTML comment around it. */
function hiddenJson(value: Json): string {
  return JSON.stringify(value)
    .replaceAll('--', '\\u002d\\u002d')
    .replace(/[<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The JSON of a mark; `start` ends with the brace that begins it. */
function markJson(line: string, start: string): Json | undefined {
  if (!line.startsWith(start) || !line.endsWith(' -->')) return undefined
  try {
    return JSON.parse(line.slice(start.length - 1, -' -->'.length))
  } catch {
    return undefined
  }
}

function readEntry(json: Json | undefined): CommentEntry | undefined {
  if (!isObject(json)) return undefined
  const text = (key: string): string => textAt(json, [key]) ?? ''
  const warnings = json['warnings']
  return {
    name: text('name'),
    region: text('region'),
    account: text('account'),
    config: text('config'),
    command: text('command'),
    icon: text('icon'),
    status: text('status'),
    image: text('image'),
    effect: text('effect'),
    warnings: isList(warnings) ? warnings.filter((one) => typeof one === 'string') : [],
  }
}

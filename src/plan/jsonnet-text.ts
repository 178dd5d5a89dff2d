import { isList, isObject, type Json } from '../model/json.ts'

const identifier = /^[_a-zA-Z]\w*$/
const keywords: ReadonlySet<string> = new Set(
  'assert else error false for function if import importstr importbin in local null self super tailstrict then true'.split(
    ' ',
  ),
)

/**
 * A value as the standard Jsonnet formatter writes the JSON of it, with its default options (specification 3.4): single
 * quotes, bare keys, a comma at the end.
 */
export function jsonnetText(value: Json): string {
  return `${write(value, '')}\n`
}

function write(value: Json, indent: string): string {
  if (typeof value === 'string') return quote(value)
  const inner = `${indent}  `
  if (isList(value))
    return block(
      ['[', ']'],
      indent,
      value.map((item) => `${inner}${write(item, inner)},\n`),
    )
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, member]) => `${inner}${name(key)}: ${write(member, inner)},\n`)
  return block(['{', '}'], indent, members)
}

function block([open, close]: readonly [string, string], indent: string, lines: readonly string[]): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.join('')}${indent}${close}`
}

function name(key: string): string {
  return identifier.test(key) && !keywords.has(key) ? key : quote(key)
}

const escapes: Readonly<Record<string, string>> = { '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Single quotes, unless the text has some; a text with both kinds stays as JSON writes it. */
function quote(text: string): string {
  if (text.includes("'") && text.includes('"')) return JSON.stringify(text)
  const mark = text.includes("'") ? '"' : "'"
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
  const escaped = text.replace(/[\u0000-\u001f\u007f-\u009f\\]/g, (character) => {
    if (character === '\\') return '\\\\'
    return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return mark + escaped + mark
}

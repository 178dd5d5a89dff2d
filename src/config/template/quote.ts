import { isPrintable } from './escapes.ts'

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
}

/** A text between quotes, escaped as Go source would be; `ascii` escapes everything else too. */
export function quote(text: string, mark: '"' | "'", ascii: boolean): string {
  const inner = Array.from(text, (character) => {
    if (character === mark) return `\\${mark}`
    const known = escapes[character]
    if (known !== undefined) return known
    return isPrintable(character) && (!ascii || character < '\x7f') ? character : escapeCode(character)
  })
  return mark + inner.join('') + mark
}

/** Whether a text can stand between back quotes. */
export function canBackquote(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is asked for
  return !/[\u0000-\u0008\u000a-\u001f\u007f`\ufeff]/.test(text)
}

function escapeCode(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

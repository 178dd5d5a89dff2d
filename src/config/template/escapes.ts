const htmlEscapes: Readonly<Record<string, string>> = {
  '\0': '\uFFFD',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
}

const scriptEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}

/** Characters that Go prints as they are: letters, marks, numbers, punctuation, symbols and the space. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u

/** Whether a character can be shown, by Go's rules. */
export function isPrintable(character: string): boolean {
  return printable.test(character)
}

/** The function `html`. */
export function escapeHtml(text: string): string {
  return text.replace(/[\0"'&<>]/g, (found) => htmlEscapes[found] ?? found)
}

/** The function `js`. */
export function escapeScript(text: string): string {
  return Array.from(text, (character) => {
    const known = scriptEscapes[character]
    if (known !== undefined || isPrintable(character)) return known ?? character
    return `\\u${hexadecimal(character.codePointAt(0) ?? 0, 4)}`
  }).join('')
}

/** The function `urlquery`. */
export function escapeQuery(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const character = String.fromCharCode(byte)
    if (/[A-Za-z0-9._~-]/.test(character)) return character
    return character === ' ' ? '+' : `%${hexadecimal(byte, 2)}`
  }).join('')
}

function hexadecimal(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0')
}

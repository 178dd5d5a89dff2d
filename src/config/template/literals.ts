import { Complex, type Value } from './values.ts'

const simpleEscapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 }
const escapedCode = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([abfnrtv\\'"]))/y

interface Character {
  /** The bytes it stands for: `\xff` is one byte, `\u00ff` two. */
  readonly bytes: Uint8Array
  readonly code: number
  readonly length: number
}

/** The text of a `"quoted"` or `` `raw` `` constant; undefined where an escape is wrong. */
export function unquote(literal: string): string | undefined {
  // Go drops carriage returns from raw strings.
  if (literal.startsWith('`')) return literal.slice(1, -1).replaceAll('\r', '')
  const parts: Uint8Array[] = []
  for (let offset = 1; offset < literal.length - 1; ) {
    const character = readCharacter(literal, offset, '"')
    if (character === undefined) return undefined
    parts.push(character.bytes)
    offset += character.length
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The code of a `'c'` constant; undefined where it is not one character. */
export function unquoteCharacter(literal: string): bigint | undefined {
  const character = readCharacter(literal, 1, "'")
  return character !== undefined && 1 + character.length === literal.length - 1 ? BigInt(character.code) : undefined
}

function readCharacter(literal: string, offset: number, quote: string): Character | undefined {
  if (literal.charAt(offset) !== '\\') {
    const code = literal.codePointAt(offset)
    if (code === undefined || offset >= literal.length - 1) return undefined
    const text = String.fromCodePoint(code)
    return { bytes: Buffer.from(text), code, length: text.length }
  }
  escapedCode.lastIndex = offset
  const match = escapedCode.exec(literal)
  return match === null ? undefined : readEscape(match, quote)
}

function readEscape([whole, hex, octal, short, long, letter]: RegExpExecArray, quote: string): Character | undefined {
  const { length } = whole
  const byte =
    letter === undefined
      ? byteOf(hex, octal)
      : (simpleEscapes[letter] ?? (letter === quote ? letter.charCodeAt(0) : 256))
  if (byte !== undefined) return byte > 255 ? undefined : { bytes: Uint8Array.of(byte), code: byte, length }
  const code = Number.parseInt(short ?? long ?? '', 16)
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? { bytes: Buffer.from(String.fromCodePoint(code)), code, length } : undefined
}

function byteOf(hex: string | undefined, octal: string | undefined): number | undefined {
  if (hex !== undefined) return Number.parseInt(hex, 16)
  return octal === undefined ? undefined : Number.parseInt(octal, 8)
}

/** A number constant: its value, or why it has none; `late` errors show only when it is executed. */
export type NumberConstant = { readonly value: Value } | { readonly message: string; readonly late: boolean }

const integer = /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/
const decimal =
  /^[+-]?(?:[0-9](?:_?[0-9])*(?:\.(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/
const hexadecimal = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?[0-9]+)$/
/** No number needs more characters, and reading long ones takes time. */
const longestNumber = 1000
const largestInt = 2n ** 63n - 1n
const largestUnsigned = 2n ** 64n - 1n

/** Reads a number as Go's templates do: integers in base 2, 8, 10 and 16, floats, imaginary and complex ones. */
export function readNumber(text: string): NumberConstant {
  if (text.length > longestNumber) return { message: 'illegal number syntax: too many digits', late: false }
  if (text.endsWith('i')) return readComplex(text)
  const whole = readInteger(text)
  if (whole !== undefined && whole <= largestInt && whole >= -largestInt - 1n) {
    // Go takes the E of a signed hexadecimal number for an exponent when it chooses the type.
    return { value: /^[+-]0[xX].*[eE]/.test(text) ? Number(whole) : whole }
  }
  if (whole !== undefined && whole > 0n && whole <= largestUnsigned && !text.startsWith('+')) {
    return { message: `${text} overflows int`, late: true }
  }
  const float = readFloat(text)
  if (float === undefined) return { message: `illegal number syntax: ${JSON.stringify(text)}`, late: false }
  if (!/[.eEpP]/.test(text)) return { message: `integer overflow: ${JSON.stringify(text)}`, late: false }
  return { value: float }
}

function readInteger(text: string): bigint | undefined {
  const match = integer.exec(text)
  if (match === null) return undefined
  const digits = (match[2] ?? '').replaceAll('_', '')
  // A leading zero means octal, which BigInt writes `0o`.
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  return match[1] === '-' ? -value : value
}

function readFloat(text: string): number | undefined {
  const hex = hexadecimal.exec(text)
  const value =
    hex === null ? (decimal.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN) : readHexadecimal(hex)
  return Number.isFinite(value) ? value : undefined
}

function readHexadecimal([, sign, whole = '', fraction = '', exponent]: RegExpExecArray): number {
  const digits = whole + fraction
  if (digits === '') return Number.NaN
  const value = Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent) - 4 * fraction.length)
  return sign === '-' ? -value : value
}

function readComplex(text: string): NumberConstant {
  const split = /^(.*[^eEpP+-])([+-].*)$/.exec(text.slice(0, -1))
  const real = split === null ? 0 : readFloat(split[1] ?? '')
  const imaginary = readFloat(split === null ? text.slice(0, -1) : (split[2] ?? ''))
  if (real === undefined || imaginary === undefined) {
    return { message: `illegal number syntax: ${JSON.stringify(text)}`, late: false }
  }
  return { value: new Complex(real, imaginary) }
}

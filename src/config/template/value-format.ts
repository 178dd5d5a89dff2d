import { type Directive, pad, padNumber } from './directive.ts'
import { isPrintable } from './escapes.ts'
import { formatFloat } from './float-format.ts'
import { formatInteger } from './number-format.ts'
import { canBackquote, quote } from './quote.ts'
import { Complex, isListValue, isMapValue, sortedKeys, typeName, type Value } from './values.ts'

/** A value as `printf` writes it; what a verb cannot write comes out as Go's `%!verb(type=value)`. */
export function formatValue(value: Value, directive: Directive): string {
  if (directive.verb === 'T') return formatText(typeName(value), { ...directive, verb: 's' }) ?? ''
  if (value === null) return directive.verb === 'v' ? pad('<nil>', directive) : `%!${directive.verb}(<nil>)`
  return formatKnown(value, directive) ?? badVerb(value, directive)
}

function badVerb(value: Value, directive: Directive): string {
  return `%!${directive.verb}(${typeName(value)}=${formatValue(value, { ...directive, verb: 'v' })})`
}

function formatKnown(value: Exclude<Value, null>, directive: Directive): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return 'tv'.includes(directive.verb) ? pad(String(value), directive) : undefined
    case 'bigint':
      return formatCode(value, directive) ?? formatInteger(value, directive)
    case 'number':
      return formatFloat(value, directive)
    case 'string':
      return formatText(value, directive)
    default:
      return formatGroup(value, directive)
  }
}

function formatGroup(value: Value, directive: Directive): string | undefined {
  const isSource = directive.source
  if (value instanceof Complex) return formatComplex(value, directive)
  if (isListValue(value)) {
    const items = value.map((item) => formatItem(item, directive))
    return isSource ? `${typeName(value)}{${items.join(', ')}}` : `[${items.join(' ')}]`
  }
  if (!isMapValue(value)) return undefined
  const entries = sortedKeys(value).map((key) => {
    return `${formatValue(key, directive)}:${formatItem(value[key] ?? null, directive)}`
  })
  return isSource ? `${typeName(value)}{${entries.join(', ')}}` : `map[${entries.join(' ')}]`
}

/** Inside a list nothing is `<nil>` for every verb. */
function formatItem(item: Value, directive: Directive): string {
  if (item !== null) return formatValue(item, directive)
  return directive.source ? 'interface {}(nil)' : '<nil>'
}

function formatComplex(value: Complex, directive: Directive): string | undefined {
  const real = formatFloat(value.real, directive)
  const imaginary = formatFloat(value.imaginary, { ...directive, plus: true })
  return real === undefined || imaginary === undefined ? undefined : `(${real}${imaginary}i)`
}

/** The verbs that take an integer for a character. */
function formatCode(value: bigint, directive: Directive): string | undefined {
  if (!['c', 'q', 'U'].includes(directive.verb)) return undefined
  const isCharacter = value >= 0n && value <= 0x10ffffn && (value < 0xd800n || value > 0xdfffn)
  const character = String.fromCodePoint(isCharacter ? Number(value) : 0xfffd)
  if (directive.verb === 'c') return pad(character, directive)
  if (directive.verb === 'q') return pad(quote(character, "'", directive.plus), directive)
  const unsigned = BigInt.asUintN(64, value)
  const code = `U+${unsigned
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(directive.precision ?? 4, 4), '0')}`
  return pad(directive.sharp && isCharacter && isPrintable(character) ? `${code} '${character}'` : code, {
    ...directive,
    zero: false,
  })
}

function formatText(value: string, directive: Directive): string | undefined {
  const { verb, precision } = directive
  const text = precision === undefined || 'xX'.includes(verb) ? value : Array.from(value).slice(0, precision).join('')
  switch (verb) {
    case 'v':
      return directive.source ? formatText(value, { ...directive, verb: 'q' }) : pad(text, directive)
    case 's':
      return pad(text, directive)
    case 'q':
      if (directive.sharp && canBackquote(text)) return pad(`\`${text}\``, directive)
      return pad(quote(text, '"', directive.plus), directive)
    case 'x':
    case 'X':
      return formatBytes(value, directive)
    default:
      return undefined
  }
}

function formatBytes(value: string, directive: Directive): string {
  const bytes = Buffer.from(value).subarray(0, directive.precision)
  const prefix = directive.sharp ? '0x' : ''
  const codes = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  const text = directive.space
    ? codes.map((code) => prefix + code).join(' ')
    : (codes.length > 0 ? prefix : '') + codes.join('')
  return padNumber('', directive.verb === 'X' ? text.toUpperCase() : text, directive)
}

import { plainDirective } from './directive.ts'
import { formatValue } from './value-format.ts'
import type { Value } from './values.ts'

/** What an action leaves in the output. */
export function printOne(value: Value): string {
  return value === null ? '<no value>' : formatValue(value, plainDirective)
}

/** `print`: a space between two values of which neither is a text. */
export function printAll(values: readonly Value[]): string {
  return values
    .map((value, index) => {
      const isApart = index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string'
      return (isApart ? ' ' : '') + formatValue(value, plainDirective)
    })
    .join('')
}

/** `println`: always a space, and a newline. */
export function printLine(values: readonly Value[]): string {
  return `${values.map((value) => formatValue(value, plainDirective)).join(' ')}\n`
}

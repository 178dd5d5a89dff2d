import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { JsonSyntaxError, parseJson } from '../../src/config/json-text.ts'
import { offsetOf, toJson } from '../../src/config/tree.ts'

function failureOf(text: string, lenient = false): JsonSyntaxError {
  try {
    parseJson(text, { lenient })
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error
    throw error
  }
  throw new Error('expected a failure')
}

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent)
        expect(JSON.stringify(toJson(parseJson(written)))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('accepts exactly what JSON.parse accepts', () => {
    const unit = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '-',
      '.',
      'e',
      '0',
      'true',
      'null',
      ' ',
      '\n',
      'u00e9',
      '/',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(accepts(() => parseJson(text))).toBe(accepts(() => JSON.parse(text)))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['{"a": 1,\n}', 'unexpected , before }', 7],
    ['{"a": 1\n "b": 2}', 'expected , or } but found "\\""', 9],
    ["{'a': 1}", 'expected a key in double quotes but found "\'"', 1],
    ['{"a" 1}', 'expected : behind the key "a" but found "1"', 5],
    ['{"a": foo}', 'unexpected foo', 6],
    ['{"a": }', 'expected a value but found "}"', 6],
    ['{"a": "x\ny"}', 'a text holds "\\n" as it is', 8],
    ['{"a": "x', 'a text in double quotes does not end', 6],
    ['{"a": "\\q"}', 'a text holds the unknown escape \\q', 7],
    ['{"a": 01}', 'unexpected "1" behind the number 0', 7],
    ['{} x', 'unexpected "x" behind the end of the document', 3],
    ['[1e999]', 'the number 1e999 is too large', 1],
    ['', 'the file is empty', 0],
    ['{', 'expected a key in double quotes but found the end of the file', 1],
  ])('refuses %j: %s', (text, message, offset) => {
    expect(failureOf(text)).toMatchObject({ message, offset })
  })

  it('says that JSON has no comments', () => {
    expect(failureOf('{ // note\n}').hint).toContain('no comments')
    expect(failureOf('{"a": 1 /* note */}').hint).toContain('no comments')
  })

  it('takes comments and trailing commas where they are allowed', () => {
    expect(toJson(parseJson('{ // a\n "a": [1, /* b */ 2,], # c\n}', { lenient: true }))).toEqual({ a: [1, 2] })
  })

  it.each([
    [['a', 1, 'b'], '"b"'],
    [['a', 0], '1'],
    [['a', 1, 'none', 'deep'], '{"b"'],
    [['none'], '{"a"'],
  ])('knows where %j stands', (path, at) => {
    const text = '{"a": [1, {"b": null}]}'
    expect(offsetOf(parseJson(text), path)).toBe(text.indexOf(at))
  })

  it('refuses what is too deep', () => {
    expect(failureOf('['.repeat(100_000)).message).toBe('the document is nested too deeply')
  })
})

function accepts(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

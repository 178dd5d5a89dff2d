import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { code, fence, htmlText, logLine, prose, row, splitLines } from '../../src/views/text.ts'
import { hostileTexts } from './hostile.ts'

/** How the runner finds a command in a line (actions/runner, ActionCommand). */
function isCommand(line: string): boolean {
  return line.trimStart().startsWith('::') || /##\[/.test(line)
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...hostileTexts),
  fc.stringMatching(/^[`:#[\]<>!@| -]{0,12}$/),
)

describe('text in the log', () => {
  it('is never a workflow command, nor more than one line', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const line = logLine(one + other)
        expect(isCommand(line)).toBe(false)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left.
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
      }),
    )
  })

  it.each([
    ['plain text stays', 'api:43 runs 2/2 · ok', 'api:43 runs 2/2 · ok'],
    ['indentation stays', '    text', '    text'],
    ['names with two colons stay', 'std::vector', 'std::vector'],
    ['emoji and Japanese stay', 'テスト 👩‍👩‍👧 🚀', 'テスト 👩‍👩‍👧 🚀'],
    ['colours go', '\u001b[1;31mred\u001b[0m', 'red'],
    ['a link of the terminal goes', '\u001b]8;;http://x\u0007text\u001b]8;;\u0007', 'text'],
    ['commands break', '::set-output name=a::b', ': :set-output name=a::b'],
    ['old commands break', 'x ##[error]y', 'x ## [error]y'],
  ])('%s', (_, input, line) => {
    expect(logLine(input)).toBe(line)
  })

  it('splits at every kind of line break', () => {
    expect(splitLines('a\r\nb\u2028c\u0085d')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('text in Markdown', () => {
  it.each([
    ['structure', '# **a** [b](c)', '\\# \\*\\*a\\*\\* \\[b\\](c)'],
    ['HTML', '<b> & </details>', '&lt;b&gt; &amp; &lt;/details&gt;'],
    ['mentions', 'by @someone', 'by @\u200bsomeone'],
    ['references', 'fixes #12, GH-3', 'fixes #\u200b12, GH-\u200b3'],
    ['links', 'https://x.example www.x.example', 'https:\u200b//x.example www\u200b.x.example'],
    ['table cells', 'a | b', 'a \\| b'],
    ['lists', '- a', '&#45; a'],
    ['numbered lists', '12. a', '&#49;2. a'],
    ['lines', 'a\nb', 'a b'],
    ['mathematics', '$x$', '\\$x\\$'],
    ['code, which stays', 'run `status | x` now', 'run `status | x` now'],
    ['half a code', 'run `status', 'run \\`status'],
  ])('has no %s', (_, input, markdown) => {
    expect(prose(input)).toBe(markdown)
  })

  it('has titles without HTML, mention or link', () => {
    expect(htmlText('</summary>@a #1 https://x')).toBe('&#60;/summary&#62;@\u200ba #\u200b1 https:\u200b//x')
  })

  it('has code that no backtick ends', () => {
    expect(code('a ``b` c')).toBe('```a ``b` c```')
    expect(code('`a`')).toBe('`` `a` ``')
  })

  it('has cells that no bar ends', () => {
    expect(row([code('a|b'), prose('c|d'), code('e\\|f'), code('g\\\\|h')])).toBe(
      '| `a\\|b` | c\\|d | `e\\|f` | `g\\\\\\|h` |',
    )
  })

  it('has fences that nothing inside ends', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first = '', ...lines] = fence(`${one}\n${other}`, 'text').split('\n')
        const ticks = first.replace(/text$/, '')
        expect(lines.filter((line) => line.startsWith(ticks))).toEqual([ticks])
        expect(lines.some((line) => line.startsWith('<!--'))).toBe(false)
      }),
    )
  })
})

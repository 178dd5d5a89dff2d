import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { builtins } from '../../src/config/template/builtins.ts'
import { renderTemplate } from '../../src/config/template/evaluator.ts'
import { parseTemplate } from '../../src/config/template/parser.ts'
import { constantCalls } from '../../src/config/template/template-calls.ts'
import { TemplateError } from '../../src/config/template/template-error.ts'
import type { TemplateFunction } from '../../src/config/template/values.ts'

const data = {
  list: [10, 2.5, 'z'],
  map: { b: 1, a: { deep: 'value' } },
  text: 'hé',
  nothing: null,
  empty: [],
  million: 1e6,
}
const functions = new Map<string, TemplateFunction>([
  ['data', async () => data],
  ['broken', () => Promise.reject(new Error('no route to host'))],
])
const names = { has: (name: string) => functions.has(name) || builtins.has(name) }

async function render(text: string): Promise<string> {
  return (await renderTemplate(parseTemplate(text, names), functions)).text
}

async function failureOf(text: string): Promise<TemplateError> {
  try {
    await render(text)
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error('expected a failure')
}

// Every expectation is what text/template of Go 1.26 makes of it.
describe('what a template renders', () => {
  it.each([
    ['plain', 'plain'],
    ['{ } }} {', '{ } }} {'],
    ['a {{- /* gone */ -}} b', 'ab'],
    ['a {{/* gone */}} b', 'a  b'],
    ['x\n  {{- "y" -}}\n  z', 'xyz'],
    ['{{"double \\t\\u00e9\\x41\\101"}}|{{`raw \\t`}}', 'double \téAA|raw \\t'],
    ["{{'a'}} {{'\\n'}} {{'あ'}}", '97 10 12354'],
    ['{{1_000}} {{0x1F}} {{0b11}} {{017}} {{0o17}} {{-3}} {{+3}}', '1000 31 3 15 15 -3 3'],
    ['{{2.50}} {{1e3}} {{1e6}} {{.5}} {{5.}} {{0x1p4}} {{1_0.5}}', '2.5 1000 1e+06 0.5 5 16 10.5'],
    ['{{1+2i}} {{2i}}', '(1+2i) (0+2i)'],
    ['{{true}} {{false}}', 'true false'],
    ['{{.}} {{$}} {{.x.y}}', '<no value> <no value> <no value>'],
    ['{{print nil}}', '<nil>'],
  ])('text and constants: %j', async (template, expected) => {
    expect(await render(template)).toBe(expected)
  })

  it.each([
    ['{{"a" | print "b"}}', 'ba'],
    ['{{"a" | printf "%s-%s" "b" | len}}', '3'],
    ['{{(data).map.a.deep}}', 'value'],
    ['{{data.list}}', '[10 2.5 z]'],
    ['{{index (data).map "a" "deep"}} {{index data.list 1}}', 'value 2.5'],
    ['{{(index data.list 0)}}{{(data).million}}', '101e+06'],
    ['{{$x := "v"}}{{$x}}{{$x = 3}}{{$x}}', 'v3'],
    ['{{$x := 1}}{{if true}}{{$x = 2}}{{$y := 5}}{{end}}{{$x}}', '2'],
    ['{{$x := 1}}{{if true}}{{$x := 2}}{{end}}{{$x}}', '1'],
    ['{{with $x := data.map}}{{$x.b}}{{.b}}{{end}}', '11'],
    ['{{(data).nothing}} {{(data).absent}} {{(data).absent.deep}}', '<no value> <no value> <no value>'],
    ['{{data}}', 'map[empty:[] list:[10 2.5 z] map:map[a:map[deep:value] b:1] million:1e+06 nothing:<nil> text:hé]'],
  ])('pipelines, fields and variables: %j', async (template, expected) => {
    expect(await render(template)).toBe(expected)
  })

  it.each([
    ['{{if ""}}a{{else if 0}}b{{else if data.empty}}c{{else}}d{{end}}', 'd'],
    ['{{if and (eq 1 1) (ne "a" "b")}}yes{{end}}', 'yes'],
    ['{{with ""}}a{{else with "x"}}{{.}}{{else}}b{{end}}', 'x'],
    ['{{range data.list}}<{{.}}>{{end}}', '<10><2.5><z>'],
    ['{{range $i, $e := data.list}}{{$i}}={{$e}} {{end}}', '0=10 1=2.5 2=z '],
    ['{{range $k, $v := data.map}}{{$k}} {{end}}', 'a b '],
    ['{{range $x := 3}}{{$x}}{{.}} {{end}}', '00 11 22 '],
    ['{{range data.empty}}a{{else}}none{{end}}', 'none'],
    ['{{range 9}}{{if eq . 2}}{{continue}}{{end}}{{if eq . 5}}{{break}}{{end}}{{.}}{{end}}', '0134'],
    ['{{range nil}}{{end}}', undefined],
    ['{{define "T"}}[{{.}}{{$}}]{{end}}{{template "T"}}{{template "T" 5}}', '[<no value><no value>][55]'],
    ['{{block "K" "v"}}({{.}}){{end}}{{template "K" 2}}', '(v)(2)'],
    ['{{define "A"}}a{{template "B"}}{{end}}{{define "B"}}b{{end}}{{template "A"}}', 'ab'],
  ])('control structures: %j', async (template, expected) => {
    if (expected === undefined) expect((await failureOf(template)).message).toBe('nil is not a command')
    else expect(await render(template)).toBe(expected)
  })

  it.each([
    ['{{and 1 0 2}} {{or 0 "" "x"}} {{not 0}} {{and 1}} {{or 0 ""}}|', '0 x true 1 |'],
    ['{{or 1 broken}} {{and 0 broken}}', '1 0'],
    ['{{len "hé"}} {{len data.list}} {{len data.map}}', '3 3 2'],
    ['{{index "abc" 1}} {{slice "hello" 1 3}} {{slice "hello" 3}} {{slice data.list 1}}', '98 el lo [2.5 z]'],
    ['{{print 1 2 "a" "b" 3 4}}', '1 2ab3 4'],
    ['{{println "a" 1}}|', 'a 1\n|'],
    ['{{html "<a href=\'x\'>&\\"</a>"}}', '&lt;a href=&#39;x&#39;&gt;&amp;&#34;&lt;/a&gt;'],
    ['{{js "it\'s <b>=\\n"}}', "it\\'s \\u003Cb\\u003E\\u003D\\u000A"],
    ['{{urlquery "a b/é?&=~"}}', 'a+b%2F%C3%A9%3F%26%3D~'],
    [
      '{{eq 1 2 1}} {{eq "a" "b"}} {{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{gt "b" "a"}} {{ge 1.5 2.5}}',
      'true false true true true true false',
    ],
    ['{{eq nil nil}} {{eq 1 nil}}', 'true false'],
  ])('functions: %j', async (template, expected) => {
    expect(await render(template)).toBe(expected)
  })

  it.each([
    ['%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%b', '42|   42|42   |00042|+42| 42|2a|2A|0x2a|52|101010', '42'],
    ['%v|%T|%c|%U|%q', "42|int|*|U+002A|'*'", '42'],
    ['%s|%q|%10s|%-6s|%.2s|%x|%v|%T', 'text|"text"|      text|text  |te|74657874|text|string', '"text"'],
    ['%f|%.1f|%8.3f|%e|%g|%v', '2.500000|2.5|   2.500|2.500000e+00|2.5|2.5', '2.5'],
    ['%.0f', '2', '2.5'],
    ['%t|%v', 'true|true', 'true'],
    ['%d', '%!d(string=x)', '"x"'],
    ['%s', '%!s(int=1)', '1'],
    ['%#v', '"x"', '"x"'],
    ['%z%', '%!z(int=1)%!(NOVERB)', '1'],
  ])('printf %j', async (format, expected, argument) => {
    const count = Math.max(1, format.split('|').length)
    const args = Array(count).fill(argument).join(' ')
    expect(await render(`{{printf "${format}" ${args}}}`)).toBe(expected)
  })

  it.each([
    ['{{printf "%d"}}', '%!d(MISSING)'],
    ['{{printf "a" 1 "x"}}', 'a%!(EXTRA int=1, string=x)'],
    ['{{printf "%[2]v %[1]v" 1 2}}', '2 1'],
    ['{{printf "%*d|%-*d|" 4 1 4 1}}', '   1|1   |'],
    ['{{printf "100%%"}}', '100%'],
    ['{{printf "%." true}}', '%!.(bool=true)'],
    ['{{printf "%v %d" data.list 7}}', '[10 2.5 z] 7'],
  ])('printf and its arguments: %j', async (template, expected) => {
    expect(await render(template)).toBe(expected)
  })
})

describe('what a template refuses', () => {
  it.each([
    ['a\n{{ nosuch 1 }}', 'parse', 'function "nosuch" not defined', 5],
    ['{{ $x }}', 'parse', 'undefined variable "$x"', 3],
    ['a {{ "x', 'parse', 'unterminated quoted string', 5],
    ['a {{ print "x" ', 'parse', 'unclosed action', 2],
    ['{{ (1 }}', 'parse', 'unclosed left paren', 6],
    ['{{ 1) }}', 'parse', 'unexpected right paren', 4],
    ['{{}}', 'parse', 'missing value for command', 2],
    ['{{if true}}a', 'parse', 'unexpected end of the file: the {{end}} of this is missing', 0],
    ['a{{end}}', 'parse', 'unexpected {{end}}', undefined],
    ['{{if 1}}{{else}}{{else}}{{end}}', 'parse', 'expected end; found {{else}}', undefined],
    ['{{break}}', 'parse', '{{break}} outside {{range}}', 0],
    ['{{1 | 2}}', 'parse', 'non executable command in pipeline stage 2', undefined],
    ['{{"a".x}}', 'parse', 'unexpected . after string', undefined],
    ['{{/* a }}', 'parse', 'unclosed comment', 0],
    ['{{99999999999999999999}}', 'parse', 'integer overflow: "99999999999999999999"', 2],
    ['{{define "A"}}a{{end}}{{define "A"}}b{{end}}', 'parse', 'multiple definition of template "A"', undefined],
    ['{{nil}}', 'execution', 'nil is not a command', 2],
    ['{{1 2}}', 'execution', "can't give argument to non-function", 2],
    ['{{(1).x}}', 'execution', "can't evaluate field x in type int", undefined],
    ['{{template "none"}}', 'execution', 'template "none" not defined', 0],
    ['{{len 3}}', 'execution', 'error calling len: len of type int', 2],
    ['{{len}}', 'execution', 'error calling len: wrong number of args for len: want 1 got 0', 2],
    ['{{index data.list 3}}', 'execution', 'error calling index: index out of range: 3', 2],
    ['{{slice "abc" 2 1}}', 'execution', 'error calling slice: invalid slice index: 2 > 1', 2],
    ['{{eq 1 "1"}}', 'execution', 'error calling eq: incompatible types for comparison', 2],
    ['{{lt true false}}', 'execution', 'error calling lt: invalid type for comparison', 2],
    ['{{range "text"}}{{end}}', 'execution', "range can't iterate over text", 0],
    ['{{broken}}', 'execution', 'error calling broken', 2],
    [
      '{{define "A"}}{{template "A"}}{{end}}{{template "A"}}',
      'execution',
      'templates call each other too deeply',
      undefined,
    ],
    ['{{range 99999999}}{{end}}', 'execution', 'the template does not end: too many steps', undefined],
  ])('%j', async (template, phase, message, offset) => {
    const failure = await failureOf(template)
    expect(failure).toMatchObject({ phase, message })
    if (offset !== undefined) expect(failure.offset).toBe(offset)
  })

  it('keeps the error of a function as the cause', async () => {
    expect((await failureOf('{{ broken }}')).cause).toEqual(new Error('no route to host'))
  })
})

describe('where output comes from', () => {
  const template = 'one\n{{ print "two\\nlines" }} three\n{{- if true }} {{ print 4 }}five{{ end }}'

  it.each([
    ['one', 'one'],
    ['two', '{{ print "two'],
    ['lines', '{{ print "two'],
    ['three', 'three'],
    ['4', '{{ print 4'],
    ['five', 'five'],
  ])('%j was written at %j', async (output, source) => {
    const rendering = await renderTemplate(parseTemplate(template, names), functions)
    expect(rendering.sourceOffset(rendering.text.indexOf(output))).toBe(template.indexOf(source))
    expect(rendering.isGenerated(rendering.text.indexOf(output))).toBe(source.startsWith('{{'))
  })
})

describe('calls that can be made early', () => {
  it('are those with constant arguments, also inside blocks, pipes and parentheses', () => {
    const text = '{{ data }}{{ if (eq (print "a" 1) "b") }}{{ printf `%s` "x" | len }}{{ end }}{{ print $ }}'
    const calls = constantCalls(parseTemplate(text, names))
    expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
      ['data'],
      ['print', 'a', 1n],
      ['printf', '%s', 'x'],
    ])
    expect(calls.map(({ offset }) => offset)).toEqual([3, 21, 44])
  })
})

describe('any text', () => {
  const fragment = fc.constantFrom(
    '{{',
    '}}',
    '{{-',
    '-}}',
    'if',
    'else',
    'end',
    'range',
    'with',
    'define',
    'template',
    'block',
    '"T"',
    '$x',
    ':=',
    '=',
    '(',
    ')',
    '|',
    '.',
    '.a',
    'data',
    'print',
    'index',
    'printf',
    '"%d"',
    '1',
    '9999',
    '`r`',
    ' ',
    '\n',
    'nil',
    ',',
    'text',
  )
  const soup = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(' '))

  it('renders or is refused with a TemplateError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          soup,
          fc.string({ unit: 'binary' }).map((text) => `{{${text}}}`),
        ),
        async (text) => {
          try {
            expect(typeof (await render(text))).toBe('string')
          } catch (error) {
            expect(error).toBeInstanceOf(TemplateError)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['parentheses', `{{${'('.repeat(100_000)}1${')'.repeat(100_000)}}}`],
    ['blocks', '{{if 1}}'.repeat(100_000)],
    ['else ifs', `{{if 1}}${'{{else if 1}}'.repeat(100_000)}{{end}}`],
    ['loops in loops', `${'{{range 1000}}'.repeat(10)}${'{{end}}'.repeat(10)}`],
    ['a text that doubles', `{{$x := "aaaaaaaa"}}{{range 100}}{{$x = print $x $x}}{{end}}`],
    ['wide numbers', `{{printf "${'%999999d'.repeat(1000)}" ${'1 '.repeat(1000)}}}`],
    ['long digits', `{{${'9'.repeat(300_000)}}}`],
  ])('does not hang or break on %s', async (_, text) => {
    expect(await failureOf(text)).toBeInstanceOf(TemplateError)
  })
})

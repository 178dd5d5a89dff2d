import fc from 'fast-check'

/** What the function `data` of the templates answers. */
export const data =
  '{"b":{"x":1,"y":[1,2.5,"z"]},"a":[10,20,30],"s":"text","t":true,"n":null,"e":[],"big":123456789,"f":1e21,"g":1e20,"é":"ü"}'

const words = (text: string) => fc.constantFrom(...text.split(' '))

const numbers = words(
  '1 0 -3 42 3 2 0x1F 017 0b11 1_000 2.5 1e3 1e6 1e21 -0.5 .5 5. 0x1p4 1i 1+2i 9223372036854775807 100000000.0 0.00001 123456789.0 -0x1e -0 +0x1E 0xe 1E2 0o17 1_0.5 0x1.8p1 00.5 09.5 1.e3 012e1 5e-324',
)
const texts = fc.constantFrom(
  "'a'",
  "'\\n'",
  "'あ'",
  "'\\''",
  '"x"',
  '""',
  '`raw`',
  '"q\\"\\t\\u00e9"',
  '"%d"',
  '"<a&b>"',
  '"é漢"',
  '"\\x41\\101\\u0041"',
)
const paths = words(
  'data (data).a (data).a (data).b (data).b.x (data).b.x (data).b.y (data).s (data).s (data).n (data).zz (data).e (data).t (data).s.q .x $.y $x.z (data).big (data).f (data).g (data).é (data).zz.q',
)
const constants = fc.oneof(
  { weight: 3, arbitrary: numbers },
  { weight: 3, arbitrary: texts },
  { weight: 2, arbitrary: words('true false true false nil $ . $x $i') },
)

const verbs = words(
  '%d %v %s %q %x %5d %-5d| %05d %+d %.2f %8.3f %e %g %t %c %U %T %#v %% %! % %*d %[2]v %[1]d_%[1]v %[5]d %v_%v %X %#x %08.2f %+v %6s| %-6s| %.1s %06s %o %#o %b %G %.3g %#g %.0f %+q %#q %5t %05s %.5d %+.3e %O %08b %#08x %z %-08d| %+05d %.10g %20.5g| %#U %8q',
)
const formats = fc
  .array(fc.tuple(verbs, fc.constantFrom('', ' ', '-', 'k')), { minLength: 1, maxLength: 3 })
  .map((parts) => JSON.stringify(parts.flat().join('').replaceAll('_', ' ')))

const harmless = fc.constantFrom(
  ...'not print html js urlquery println and or'.split(' '),
  ...['printf "%v"', 'printf "%T"', 'printf "%d"', 'printf "%q"', 'printf "%s"'],
)
const risky = fc.constantFrom(
  ...'len json_escape env index slice'.split(' '),
  ...['eq 1', 'ne "x"', 'lt 2'],
  ...['index data.a', 'index data', 'index (data).a', 'slice "hello"', 'index (data).b.y', 'slice (data).a'],
)
const oneArgument = fc.oneof({ weight: 3, arbitrary: harmless }, { weight: 1, arbitrary: risky })
const twoArguments = fc.oneof(
  { weight: 2, arbitrary: words('and or print println') },
  { weight: 1, arbitrary: words('eq ne lt le gt ge index slice printf env') },
)
const odd = fc.constantFrom(
  ...[
    'else',
    'end',
    'if',
    'else with 1',
    'with',
    'nil',
    ')',
    '(',
    '1 | 2',
    'print | print',
    '|',
    'a.b',
    '.a.b',
    'true.x',
  ],
  ...[
    '"a".x',
    "'",
    '`',
    ':=',
    '$x,$y := 1',
    'print,1',
    '$y := 1 | print',
    '1 2',
    'print 1 -2',
    'print 1-2',
    '- 1',
    '+1',
  ],
  ...[
    '1.2.3',
    '..',
    '.1',
    'data .',
    'data.a',
    '1.x',
    '(1).x',
    'nil | print',
    'print .x.y $x',
    'define "T"',
    '@',
    'print(1)',
    '(print 1)(2)',
    'print 1|print',
    '$$',
  ],
  ...['08', '9223372036854775808', '99999999999999999999', '0o8', '1e400', '1__0', '0x', '1e', '"\\z"', "'ab'"],
  ...['0_1', 'nosuch', 'call', 'break', 'continue', '/* c */', '/* c', '$x', '$x.y', 'data.b', 'template "T" 1 2'],
)

/** Actions with their delimiters: trim markers on either side. */
function act(content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const open = fc.constantFrom('{{', '{{ ', '{{- ')
  return fc.tuple(open, content, fc.constantFrom('}}', ' }}', ' -}}')).map((parts) => parts.join(''))
}

const join = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''))
const maybe = (part: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), part)
const say = (text: string) => fc.constant(text)

const { pipe, list } = fc.letrec<Record<'term' | 'command' | 'pipe' | 'statement' | 'list', string>>((tie) => {
  const inner = tie('pipe')
  const body = tie('list')
  const otherwise = maybe(join(act(say('else')), body))
  const end = act(say('end'))
  const rangeHead = fc.constantFrom('', '$x := ', '$i, $x := ', '$x = ', '$i, $e := ')
  const ranged = words('(data).a data 3 (data).b.y (data).e 2 "s" -1 0 nil (data).zz (data).b')
  return {
    term: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: constants },
      { weight: 2, arbitrary: paths },
      { weight: 2, arbitrary: join(say('('), inner, say(')')) },
    ),
    command: fc.oneof(
      tie('term'),
      join(oneArgument, say(' '), tie('term')),
      join(twoArguments, say(' '), tie('term'), say(' '), tie('term')),
      join(say('printf '), formats, say(' '), tie('term'), maybe(join(say(' '), tie('term')))),
      join(words('eq ne lt le gt ge'), say(' '), numbers, say(' '), numbers),
      join(words('eq ne lt le gt ge'), say(' '), texts, say(' '), texts),
      join(
        words('index slice'),
        say(' (data).a '),
        words('0 1 2 3 -1 "x" 1.5 nil'),
        maybe(join(say(' '), words('0 1 2 3 "x"'))),
      ),
      join(say('slice "hello" '), words('0 1 2 5 9 -1 "x"'), maybe(join(say(' '), words('0 1 2 3 "x"')))),
    ),
    pipe: fc.oneof(
      { weight: 3, arbitrary: tie('command') },
      { weight: 1, arbitrary: join(tie('command'), say(' | '), oneArgument) },
    ),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 12, arbitrary: act(inner) },
      { weight: 1, arbitrary: act(odd) },
      { weight: 1, arbitrary: join(act(join(say('if '), inner)), body, otherwise, end) },
      {
        weight: 1,
        arbitrary: join(act(join(say('if '), inner)), body, act(join(say('else if '), inner)), body, otherwise, end),
      },
      {
        weight: 1,
        arbitrary: join(act(join(say('with '), fc.constantFrom('', '$x := ', '$w := '), inner)), body, otherwise, end),
      },
      {
        weight: 2,
        arbitrary: join(act(join(say('range '), rangeHead, fc.oneof(ranged, inner))), body, otherwise, end),
      },
      { weight: 1, arbitrary: join(act(join(say('$x '), fc.constantFrom(':= ', '= '), inner)), body) },
      {
        weight: 1,
        arbitrary: act(join(say('template '), words('"T" "T" `T` "T" "U" "N"'), maybe(join(say(' '), inner)))),
      },
      { weight: 1, arbitrary: join(act(join(say('block '), words('"K" "L"'), say(' '), inner)), body, end) },
    ),
    list: fc
      .array(join(fc.constantFrom('', 'a', ' b ', '\n', '\n  c\n', '}', '{x', '"'), tie('statement')), {
        minLength: 1,
        maxLength: 3,
      })
      .map((parts) => parts.join('')),
  }
})

/** A random template; most are right, some have lost a few characters. */
export const templates: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom(
          '{{$x := "v"}}{{$i := 2}}{{$e := 1.5}}',
          '{{$x := data}}{{$i := 0}}{{$e := (data).n}}',
        ),
      },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    fc.oneof(act(pipe), list, list),
    fc.constantFrom(
      '{{define "T"}}[{{.}}{{$}}]{{end}}',
      '{{define "T"}}{{range $k, $v := .}}{{$k}}={{$v}},{{else}}-{{end}}{{end}}',
      '{{define "T"}}{{end}}{{define "U"}} u {{- end -}} ',
      '',
    ),
    fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
    fc.nat(1000),
  )
  .map(([before, middle, behind, lost, at]) => {
    const text = before + middle + behind
    const cut = at % Math.max(text.length, 1)
    return text.slice(0, cut) + text.slice(cut + lost)
  })

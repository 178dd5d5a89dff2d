import { describe, expect, it } from '@jest/globals'
import { splitLines } from '../../src/commands/shell-words.ts'
import { UserError } from '../../src/errors.ts'

const wordsOf = (text: string) => splitLines(text).map(({ words }) => words)

describe('words of the command input', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['nothing', '', []],
    ['blank lines', ' \n\t\n', []],
    ['one word', 'diff', [['diff']]],
    ['much white space', '  deploy \t --tasks   4 ', [['deploy', '--tasks', '4']]],
    ['several lines', 'verify\n\ndeploy\n', [['verify'], ['deploy']]],
    ['lines of Windows', 'verify\r\ndeploy\r\n', [['verify'], ['deploy']]],
    ['lines of an old Mac', 'verify\rdeploy', [['verify'], ['deploy']]],
    ['double quotes', 'diff --external "diff -u"', [['diff', '--external', 'diff -u']]],
    ['single quotes', `diff --external 'diff "-u"'`, [['diff', '--external', 'diff "-u"']]],
    ['quotes inside a word', `--ext-str=KEY="a b"'c d'e`, [['--ext-str=KEY=a bc de']]],
    ['an empty word', `--config ""`, [['--config', '']]],
    ['escaped characters', String.raw`a\ b \"c \\ \#d`, [['a b', '"c', '\\', '#d']]],
    ['escapes in double quotes', String.raw`"a\"b \\ \$c \d"`, [[String.raw`a"b \ $c \d`]]],
    ['a backslash in single quotes', String.raw`'a\b' c`, [[String.raw`a\b`, 'c']]],
    ['variables, which nothing expands', 'deploy $TASKS ~ *', [['deploy', '$TASKS', '~', '*']]],
    ['a comment', '# all of it', []],
    ['a comment behind words', 'deploy # --dry-run', [['deploy']]],
    ['a # inside a word', 'deploy --config a#b', [['deploy', '--config', 'a#b']]],
    ['a # in quotes', `diff '# no comment'`, [['diff', '# no comment']]],
    ['a quote in a comment', `deploy # don't`, [['deploy']]],
    ['continuation', 'deploy \\\n  --tasks 4 \\\n  --no-wait', [['deploy', '--tasks', '4', '--no-wait']]],
    ['continuation of Windows', 'deploy \\\r\n  --no-wait', [['deploy', '--no-wait']]],
    ['continuation inside a word', 'dep\\\nloy', [['deploy']]],
    ['continuation inside double quotes', '"a \\\nb"', [['a b']]],
    ['a backslash that is escaped at the end', 'deploy \\\\\ndiff', [['deploy', '\\'], ['diff']]],
    ['a comment that ends with a backslash ends with its line', '# deploy \\\ndiff', [['diff']]],
    [
      'a comment among continued lines hides no flag',
      'deploy \\\n  # --no-wait \\\n  --dry-run',
      [['deploy'], ['--dry-run']],
    ],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    ['comments and spare white space left out', '  deploy   --tasks 4 # four', 'deploy --tasks 4'],
    ['continued lines in one', 'deploy \\\n  --tasks 4', 'deploy --tasks 4'],
    ['quotes as they stand', `diff   --external "diff  -u"`, `diff --external "diff  -u"`],
  ])('the text of a line: %s', (_, text, shown) => {
    expect(splitLines(text).map((line) => line.text)).toEqual([shown])
  })

  it.each([
    ['a double quote', 'diff\ndeploy "x', 'deploy "x'],
    ['a single quote', `deploy 'x\ndiff`, `deploy 'x`],
    ['a quote across lines', 'deploy "x\ny"', 'deploy "x'],
    ['a backslash at the very end', 'deploy \\', 'deploy \\'],
  ])('refuses %s that nothing closes, with its line', (_, text, line) => {
    expect(() => splitLines(text)).toThrow(UserError)
    expect(() => splitLines(text)).toThrow(`failed to parse args: a quote or \\ that nothing closes in "${line}"`)
  })
})

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { loadEnvfiles, parseEnvfile } from '../../src/config/envfile.ts'
import { UserError } from '../../src/errors.ts'
import { refusal, repository } from './workspace.ts'

describe('a line of an envfile', () => {
  it.each([
    ['export A=1', { A: '1' }],
    ['A = x y # c', { A: 'x y' }],
    ['A=x#y', { A: 'x' }],
    ["A='x # y'", { A: 'x # y' }],
    ['A="x\\ty\\u0041"', { A: 'x\tyA' }],
    ["A='x\\n'", { A: 'x\\n' }],
    ['A=', { A: '' }],
    ['A=a"b c"d', { A: 'ab cd' }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: variables are not expanded
    ['A=a\\b$C${D}', { A: 'a\\b$C${D}' }],
    ['A="\\ud83d\\ude00"', { A: '😀' }],
    ['A.b/c_1=x=y', { 'A.b/c_1': 'x=y' }],
    ['  # comment', {}],
    ['', {}],
    ['A=1\r\nA=2', { A: '2' }],
  ])('%j', (line, expected) => {
    expect(parseEnvfile(line, 'x.env')).toEqual(expected)
  })

  it.each(['A', '=1', '1A=x', 'A-B=x', 'A="x', 'A="\\q"', "A='x", 'A=x\ty', 'export', 'A="x\\', 'A="\\u12"'])(
    '%j is refused with its line',
    (line) => {
      expect(() => parseEnvfile(`OK=1\n\n${line}`, 'x.env')).toThrow(UserError)
      expect(() => parseEnvfile(`OK=1\n\n${line}`, 'x.env')).toThrow(/^failed to load envfile: x\.env: line 3: /)
    },
  )

  it('is a variable, nothing or a UserError, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', '=', '"', "'", '\\', 'u', '0', '#', ' ', '\t', 'é') }),
        (line) => {
          try {
            expect(Object.keys(parseEnvfile(line, 'x.env')).length).toBeLessThanOrEqual(1)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        },
      ),
    )
  })
})

describe('envfiles', () => {
  it('win over the environment and over the files before', async () => {
    const root = repository({ 'ci/a.env': 'A=1\nB=1', 'ci/b.env': 'B=2' })
    const places = { directory: `${root}/ci`, root }
    const environment = await loadEnvfiles({ A: '0', C: '0' }, ['a.env', '', 'b.env'], places)
    expect(environment).toEqual({ A: '1', B: '2', C: '0' })
  })

  it('must exist', async () => {
    const root = repository({})
    const error = await refusal(loadEnvfiles({}, ['ci/none.env'], { directory: root, root }))
    expect(error.message).toBe('failed to load envfile: ci/none.env: no such file')
    expect(error.location).toEqual({ file: 'ci/none.env' })
  })
})

import { describe, expect, it } from '@jest/globals'
import { overridesOfCommandLine, readOverrides } from '../../src/config/overrides.ts'

function read(text: string) {
  const warnings: string[] = []
  const { document } = readOverrides(overridesOfCommandLine(text), (warning) => warnings.push(warning))
  return { document, warnings }
}

describe('overrides', () => {
  it.each<[string, object]>([
    ['{}', {}],
    ['{"cpu":"512"}', { cpu: '512' }],
    [
      '{"ContainerOverrides":[{"Name":"app","COMMAND":["a"],"Environment":[{"Name":"A","Value":"b"}]}],"TaskRoleArn":"r"}',
      {
        containerOverrides: [{ name: 'app', command: ['a'], environment: [{ name: 'A', value: 'b' }] }],
        taskRoleArn: 'r',
      },
    ],
  ])('%s', (text, document) => {
    expect(read(text)).toEqual({ document, warnings: [] })
  })

  it('are sent with keys that nobody knows, and a warning each', () => {
    const { document, warnings } = read('{"containerOverrides":[{"name":"app","comand":["a"]}],"launchType":"EC2"}')
    expect(document).toEqual({ containerOverrides: [{ name: 'app', comand: ['a'] }], launchType: 'EC2' })
    expect(warnings).toEqual([
      'overrides: the unknown field "comand" is sent as it is; did you mean "command"?',
      'overrides: the unknown field "launchType" is sent as it is',
    ])
  })

  it.each([
    ['[]', /^failed to parse args: --overrides: expected an object, found a list \(character 1 of its value\)$/],
    ['{"cpu":}', /^failed to parse args: --overrides: .*\(character 8 of its value\)$/],
    ['', /^failed to parse args: --overrides: the file is empty/],
  ])('%s is refused', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('of a file name its place', () => {
    const source = { file: 'o.json', text: '[', locate: () => ({ file: 'o.json', line: 1 }) }
    expect(() => readOverrides(source, () => {})).toThrow(
      expect.objectContaining({
        location: { file: 'o.json', line: 1 },
        message: expect.stringMatching(/^failed to load overrides o\.json: /),
      }),
    )
  })
})

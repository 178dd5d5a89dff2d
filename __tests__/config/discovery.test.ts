import { relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { discover, findConfigs } from '../../src/config/discovery.ts'
import { repository } from './workspace.ts'

describe('discover', () => {
  it.each([
    [['ecspresso.jsonnet', 'ecspresso.json', 'ecspresso.yaml', 'ecspresso.yml'], '', 'ecspresso.yml'],
    [['ecspresso.jsonnet', 'ecspresso.json'], '', 'ecspresso.json'],
    [['ecspresso.yaml'], 'ecspresso.yml', 'ecspresso.yaml'],
    [['ecspresso.yaml'], 'other.yml', 'other.yml'],
    [[], '', 'ecspresso.yml'],
  ])('of %j, %j wanted: %s', (files, wanted, expected) => {
    const root = repository(Object.fromEntries(files.map((file) => [file, ''])))
    expect(relative(root, discover(root, wanted))).toBe(expected)
  })
})

describe('findConfigs', () => {
  const root = repository({
    'ecspresso.yml': '',
    'api/ecspresso.yml': '',
    'web/ecspresso.yml': '',
    'web/old/ecspresso.yml': '',
    'node_modules/x/ecspresso.yml': '',
  })

  it.each([
    [[], ['ecspresso.yml']],
    [
      ['web/ecspresso.yml', 'api/ecspresso.yml'],
      ['web/ecspresso.yml', 'api/ecspresso.yml'],
    ],
    [['*/ecspresso.yml'], ['api/ecspresso.yml', 'web/ecspresso.yml']],
    [
      ['**/ecspresso.yml', '!**/old/**', '!ecspresso.yml'],
      ['api/ecspresso.yml', 'web/ecspresso.yml'],
    ],
    [
      ['web/ecspresso.yml', './*/ecspresso.yml'],
      ['web/ecspresso.yml', 'api/ecspresso.yml'],
    ],
    [['{api,web}/ecspresso.yml', '', '!./api/ecspresso.yml'], ['web/ecspresso.yml']],
    [['none.yml'], ['none.yml']],
  ])('%j', (patterns, expected) => {
    expect(findConfigs(patterns, root).map((path) => relative(root, path))).toEqual(expected)
  })

  it.each([
    [['prod-*/ecspresso.yml'], 'config: prod-*/ecspresso.yml matches no file'],
    [['api/ecspresso.yml', '!api/**'], 'config: every file is excluded by !api/**'],
  ])('refuses %j', (patterns, message) => {
    expect(() => findConfigs(patterns, root)).toThrow(message)
  })
})

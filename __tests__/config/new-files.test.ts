import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { besideConfig, foreseeFile, writeFile } from '../../src/config/new-files.ts'

let folder = ''
let root = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-files-'))
  root = join(folder, 'repository')
  mkdirSync(join(root, 'ecs'), { recursive: true })
  writeFileSync(join(root, 'there.json'), 'old')
  symlinkSync(folder, join(root, 'way-out'))
  writeFileSync(join(folder, 'secret'), 'untouched')
  symlinkSync(join(folder, 'secret'), join(root, 'link.json'))
  symlinkSync(join(folder, 'nowhere'), join(root, 'dangling.json'))
})

afterEach(() => rmSync(folder, { recursive: true }))

it.each([
  ['ecs/ecspresso.yml', 'task.json', 'ecs/task.json'],
  ['ecspresso.yml', 'ecs/task.json', 'ecs/task.json'],
  ['ecs/ecspresso.yml', '../task.json', 'task.json'],
  ['ecs/ecspresso.yml', '/repository/task.json', '/repository/task.json'],
])('%s names %s: %s', (config, path, place) => {
  expect(besideConfig(config, path)).toBe(place)
})

it.each([
  ['ecs/task.json', false, 'new'],
  ['a/b/c/task.json', false, 'new'],
  ['there.json', false, 'kept'],
  ['there.json', true, 'replaced'],
])('%s, overwrite %s: %s', (path, overwrite, fate) => {
  expect(foreseeFile(path, { root, overwrite })).toBe(fate)
})

it.each(['../task.json', 'way-out/task.json', 'way-out/deeper/task.json', 'link.json', '/task.json'])(
  '%s is refused',
  (path) => {
    expect(() => foreseeFile(path, { root, overwrite: true })).toThrow('it lies outside the repository')
  },
)

it('makes folders, and everybody may read the file', () => {
  writeFile('a/b/task.json', 'new', { root, overwrite: false })
  expect(readFileSync(join(root, 'a/b/task.json'), 'utf8')).toBe('new')
  expect(statSync(join(root, 'a/b/task.json')).mode & 0o777).toBe(0o644 & ~process.umask())
})

it('does not write through a link that leads nowhere', () => {
  expect(() => writeFile('dangling.json', 'x', { root, overwrite: false })).toThrow('failed to write dangling.json')
  expect(() => readFileSync(join(folder, 'nowhere'))).toThrow('ENOENT')
})

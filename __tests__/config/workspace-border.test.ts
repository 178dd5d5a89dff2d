import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadProject } from '../../src/config/load.ts'
import { createStateReader } from '../../src/config/plugins/state-reader.ts'
import { describeOutside, findBorder, repositoryAround } from '../../src/config/workspace-border.ts'
import { contextOf, refusal, repository } from './workspace.ts'

const canary = 'canary-5f3a'
const state = JSON.stringify({ version: 4, outputs: { secret: { value: canary, type: 'string' } } })

/** A repository in which `link` leads to a directory beside it, and each `links` entry to a file there. */
function guarded(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const outside = repository({
    'terraform.tfstate': state,
    'task.json': `{"family": "${canary}"}`,
    environment: canary,
  })
  const root = repository(files)
  symlinkSync(outside, join(root, 'link'))
  for (const [link, file] of Object.entries(links)) {
    mkdirSync(dirname(join(root, link)), { recursive: true })
    symlinkSync(join(outside, file), join(root, link))
  }
  return { root, outside }
}

async function loadAll(root: string, name = 'ecs/ecspresso.yml') {
  const web = { readText: async () => '', readTerraformState: async () => '' }
  const readState = createStateReader({ environment: {}, objects: { readText: async () => '' }, web, root })
  const context = contextOf(root, { readState })
  const project = await loadProject(name, context)
  return { task: await project.taskDefinition(), warnings: context.warnings }
}

describe('what lies outside the repository is not read', () => {
  const config = 'cluster: main\nservice: api\n'
  const plugin = (option: string) =>
    `${config}task_definition: task.json\nplugins:\n- name: tfstate\n  config:\n    ${option}\n`
  it.each([
    ['a definition above', { config: `${config}task_definition: ../../task.json` }, { line: 3 }],
    ['an absolute definition', { config: `${config}task_definition: /etc/hostname` }, { line: 3 }],
    ['a definition that is not there', { config: `${config}task_definition: /none/at/all.json` }, { line: 3 }],
    ['a definition behind a link', { config: `${config}task_definition: ../link/task.json` }, { line: 3 }],
    ['nothing behind a link', { config: `${config}task_definition: ../link/none.json` }, { line: 3 }],
    [
      'an import',
      { config: `${config}task_definition: task.jsonnet`, task: "{\n family: importstr '../../x' }" },
      { line: 2 },
    ],
    [
      'an import behind a link',
      { config: `${config}task_definition: task.jsonnet`, task: "import '../link/task.json'" },
      { line: 1 },
    ],
    [
      'bytes',
      { config: `${config}task_definition: task.jsonnet`, task: "[importbin '../link/task.json']" },
      { line: 1 },
    ],
    ['the path of a state', { config: plugin('path: ../../terraform.tfstate') }, { line: 7 }],
    ['the path of a state behind a link', { config: plugin('path: ../link/terraform.tfstate') }, { line: 7 }],
    ['the URL of a state', { config: plugin('url: file:///etc/hostname') }, { line: 7 }],
    ['a state that may be missing', { config: plugin('{path: /etc/hostname, optional: true}') }, { line: 7 }],
  ])('%s', async (_, { config: text, task }: { config: string; task?: string }, place) => {
    const { root } = guarded({ 'ecs/ecspresso.yml': text, 'ecs/task.jsonnet': task ?? '{}', 'ecs/task.json': '{}' })
    const error = await refusal(loadAll(root))
    expect(error.message).toContain('it lies outside the repository')
    expect(error.message).not.toContain(canary)
    expect(error.hint).toContain('copy it into the repository')
    expect(error.location).toMatchObject({
      ...place,
      file: expect.stringMatching(/^ecs\/(ecspresso.yml|task.jsonnet)$/),
    })
  })

  it('a config behind a link', async () => {
    const { root } = guarded({}, { 'ecs/ecspresso.yml': 'task.json' })
    const error = await refusal(loadAll(root))
    expect(error.message).toBe('failed to load config file ecs/ecspresso.yml: it lies outside the repository')
  })

  it('the workspace that Terraform notes beside a state', async () => {
    const backend = JSON.stringify({ version: 3, backend: { type: 's3', config: { bucket: 'b', key: 'k' } } })
    const files = { 'ecs/ecspresso.yml': plugin('path: x/terraform.tfstate'), 'ecs/x/terraform.tfstate': backend }
    const { root } = guarded(files, { 'ecs/x/environment': 'environment' })
    expect((await refusal(loadAll(root))).message).not.toContain(canary)
  })

  it('unless a link leads to where it may', async () => {
    const files = {
      'ecs/ecspresso.yml': `${config}task_definition: ../alias/task.json`,
      'shared/task.json': '{"family": "a"}',
    }
    const { root } = guarded(files)
    symlinkSync(join(root, 'shared'), join(root, 'alias'))
    expect((await loadAll(root)).task.document).toEqual({ family: 'a' })
  })
})

describe('the border', () => {
  const { root, outside } = guarded({ 'ecs/task.json': '{}', 'nested/.git/HEAD': '', 'nested/deep/ecspresso.yml': '' })

  it.each([
    ['ecs/task.json', true],
    ['ecs/../ecs/none.json', true],
    ['.', true],
    ['..hidden', true],
    ['..', false],
    ['link', false],
    ['link/none', false],
  ])('%s lies inside: %s', (path, isInside) => {
    expect(describeOutside(root, join(root, path)) === undefined).toBe(isInside)
  })

  it('is the workspace, for a config elsewhere its own repository or directory', () => {
    expect(findBorder(join(root, 'ecs/ecspresso.yml'), root)).toBe(root)
    expect(findBorder(join(root, 'nested/deep/ecspresso.yml'), join(root, 'ecs'))).toBe(join(root, 'nested'))
    expect(findBorder(join(outside, 'ecspresso.yml'), root)).toBe(outside)
    expect(repositoryAround(join(root, 'nested/deep'))).toBe(join(root, 'nested'))
  })
})

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

/** Who may import whom: folders of src, and packages by pattern. `errors`, `secrets` and `version` are open to everybody. */
const allowed: Readonly<Record<string, { folders: readonly string[]; packages: RegExp }>> = {
  model: { folders: [], packages: /^$/ },
  plan: { folders: ['model'], packages: /^$/ },
  views: { folders: ['model', 'plan'], packages: /^diff$/ },
  config: {
    folders: ['model'],
    packages: /^(yaml|node:(fs|fs\/promises|path|url|zlib|child_process|worker_threads))$/,
  },
  rollout: { folders: ['model', 'plan'], packages: /^$/ },
  verify: { folders: ['model', 'plan'], packages: /^$/ },
  diagnose: { folders: ['model', 'plan'], packages: /^$/ },
  aws: { folders: ['model'], packages: /^(@aws-sdk\/.+|@smithy\/.+|node:(http|https))$/ },
  web: { folders: ['model'], packages: /^node:(http|https)$/ },
  github: { folders: ['model'], packages: /^(@actions\/(core|github)|node:(fs|fs\/promises|path|os))$/ },
  commands: { folders: ['model', 'config', 'plan', 'rollout', 'verify', 'diagnose'], packages: /^$/ },
}

/** Files that stand in src itself: the composition root may import all, these nothing but the model. */
const openToAll = ['errors.ts', 'secrets.ts', 'version.ts']

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const importLine = /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm

function importsOf(root: string): Import[] {
  return globSync(`${root}/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(importLine)].map((match) => ({
      from: file,
      to: match[2] ?? match[3] ?? '',
      typeOnly: match[1] !== undefined,
    })),
  )
}

function folderOf(file: string): string {
  const inside = relative('src', file)
  return inside.includes('/') ? (inside.split('/')[0] ?? '') : inside
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const folder = folderOf(from)
  const rule = allowed[folder]
  if (!to.startsWith('.')) {
    if (from === 'src/model/ecs.ts') return typeOnly && to === '@aws-sdk/client-ecs'
    return rule === undefined ? !openToAll.includes(folder) : rule.packages.test(to)
  }
  const target = folderOf(join(dirname(from), to))
  if (target === folder || openToAll.includes(target)) return folder !== 'model' || target === 'model'
  if (openToAll.includes(folder)) return target === 'model'
  return rule === undefined ? true : rule.folders.includes(target)
}

describe('the import table', () => {
  it('is obeyed by every file of src', () => {
    const broken = importsOf('src').filter((one) => !isAllowed(one))
    expect(broken.map((one) => `${one.from} imports ${one.to}`)).toEqual([])
  })

  it('keeps simulator and src apart', () => {
    const crossing = [...importsOf('simulator'), ...importsOf('src')].filter(({ from, to }) => {
      const target = to.startsWith('.') ? join(dirname(from), to) : ''
      return from.startsWith('src') ? target.startsWith('simulator') : target.startsWith('src')
    })
    expect(crossing.map((one) => `${one.from} imports ${one.to}`)).toEqual([])
  })

  it('sees the imports that there are', () => {
    expect(importsOf('src').length).toBeGreaterThan(100)
    expect(isAllowed({ from: 'src/plan/a.ts', to: '../aws/open.ts', typeOnly: false })).toBe(false)
    expect(isAllowed({ from: 'src/rollout/a.ts', to: '@aws-sdk/client-ecs', typeOnly: true })).toBe(false)
  })
})

describe('the size of things', () => {
  const tables = new Set(['src/inputs.ts', 'src/commands/flags.ts', 'src/config/schema/tables.ts'])

  it('keeps files within 250 lines', () => {
    const files = [...globSync('src/**/*.ts'), ...globSync('simulator/**/*.ts')].filter(
      (file) => !file.includes('__tests__') && !tables.has(file) && !file.includes('/rules/'),
    )
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 251)
    expect(long).toEqual([])
  })

  it('reads the process environment in one place', () => {
    const readers = globSync('src/**/*.ts').filter((file) =>
      /process\.(env|argv|exit)/.test(readFileSync(file, 'utf8')),
    )
    expect(readers.sort()).toEqual(['src/index.ts', 'src/main.ts'])
  })
})

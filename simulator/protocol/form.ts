import type { Fields, Json } from '../call.ts'

interface Branch {
  [key: string]: string | Branch
}

/**
 * Reads the parameters of the Query protocol: `Names.member.1=a` is a list, `Filter.Key=b` a structure.
 * All leaves stay texts. Parameters of the address count like those of the body.
 */
export function parseForm(body: string, query: Readonly<Record<string, string>>): Fields {
  const root = sprout()
  for (const [name, value] of [...Object.entries(query), ...new URLSearchParams(body)]) {
    plant(root, name.split('.'), value)
  }
  return settleAll(root)
}

/** Without a prototype: names come from outside. */
function sprout(): Branch {
  return Object.create(null)
}

function plant(root: Branch, path: readonly string[], value: string): void {
  let branch = root
  for (const step of path.slice(0, -1)) {
    const next = branch[step]
    if (typeof next === 'object') {
      branch = next
      continue
    }
    const grown = sprout()
    branch[step] = grown
    branch = grown
  }
  branch[path.at(-1) ?? ''] = value
}

function settle(node: string | Branch): Json {
  if (typeof node === 'string') return node
  const members = node['member']
  if (typeof members === 'object') {
    return Object.keys(members)
      .sort((a, b) => Number(a) - Number(b))
      .map((index) => settle(members[index] ?? ''))
  }
  return settleAll(node)
}

function settleAll(branch: Branch): Fields {
  return Object.fromEntries(Object.entries(branch).map(([name, node]) => [name, settle(node)]))
}

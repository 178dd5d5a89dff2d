import type { Member, Tree } from './tree.ts'

/**
 * A member that nobody knows, ready to be sent all the same. Nulls mean nothing anywhere, empty lists where the document
 * says so. Keys of the API begin in lower case; where one does not, a Go program wrote it, and all below it.
 */
export function keepUnknown(member: Member, dropsEmptyLists: boolean): Member | undefined {
  const value = strip(member.value, dropsEmptyLists)
  return value && (/^[A-Z]/.test(member.key) ? lowerMember({ ...member, value }) : { ...member, value })
}

function strip(tree: Tree, dropsEmptyLists: boolean): Tree | undefined {
  if (tree.kind === 'scalar') return tree.value === null ? undefined : tree
  if (tree.kind === 'list') {
    const items = tree.items.flatMap((item) => strip(item, dropsEmptyLists) ?? [])
    return items.length === 0 && dropsEmptyLists ? undefined : { ...tree, items }
  }
  const members = tree.members.flatMap((member) => {
    const value = strip(member.value, dropsEmptyLists)
    return value === undefined ? [] : [{ ...member, value }]
  })
  return { ...tree, members }
}

function lowerMember(member: Member): Member {
  const { key, value } = member
  return { ...member, key: key.charAt(0).toLowerCase() + key.slice(1), value: lowerInside(value) }
}

function lowerInside(tree: Tree): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map(lowerInside) }
  return tree.kind === 'object' ? { ...tree, members: tree.members.map(lowerMember) } : tree
}

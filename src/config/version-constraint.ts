interface Version {
  readonly segments: readonly number[]
  /** How many segments were written. */
  readonly written: number
  /** Empty for a release. */
  readonly preRelease: string
}

interface Constraint {
  readonly operator: string
  readonly version: Version
}

const versionShape = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.~-]+)|([A-Za-z][0-9A-Za-z.~-]*))?(?:\+[0-9A-Za-z.~-]+)?$/

/**
 * Whether a version satisfies comma-separated constraints (specification 2.4). `invalid`: the constraints
 * cannot be read; `unknown`: the version itself is not one (a development build).
 */
export function checkVersion(version: string, constraints: string): 'satisfied' | 'violated' | 'invalid' | 'unknown' {
  const parsed = constraints.split(',').map((constraint) => parseConstraint(constraint.trim()))
  const own = parseVersion(version)
  if (!parsed.every((constraint) => constraint !== undefined)) return 'invalid'
  if (own === undefined) return 'unknown'
  return parsed.every((constraint) => satisfies(own, constraint)) ? 'satisfied' : 'violated'
}

function parseConstraint(text: string): Constraint | undefined {
  const match = /^(=|!=|>=|<=|~>|>|<|)\s*(\S+)$/.exec(text)
  const version = parseVersion(match?.[2] ?? '')
  return match === null || version === undefined ? undefined : { operator: match[1] || '=', version }
}

function parseVersion(text: string): Version | undefined {
  const match = versionShape.exec(text)
  if (match === null) return undefined
  const segments = (match[1] ?? '').split('.').map(Number)
  const padded = [...segments, ...Array<number>(Math.max(3 - segments.length, 0)).fill(0)]
  return { segments: padded, written: segments.length, preRelease: match[2] ?? match[3] ?? '' }
}

function satisfies(own: Version, { operator, version }: Constraint): boolean {
  const order = compare(own, version)
  if (operator === '=') return order === 0
  if (operator === '!=') return order !== 0
  if (!canCompare(own, version)) return false
  switch (operator) {
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    default:
      return isPessimistic(own, version)
  }
}

/** A pre-release answers only to a constraint that names one of the same segments. */
function canCompare(own: Version, version: Version): boolean {
  if (own.preRelease === '') return true
  return version.preRelease !== '' && compareSegments(own.segments, version.segments) === 0
}

function isPessimistic(own: Version, version: Version): boolean {
  if (version.preRelease !== '' && own.preRelease === '') return false
  if (compare(own, version) < 0 || version.written > own.segments.length) return false
  // `~> 1.2` keeps the 1, `~> 1.2.3` the 1.2;.
  const fixed = Math.max(version.written - 1, 0)
  return version.segments.slice(0, fixed).every((segment, index) => own.segments[index] === segment)
}

function compare(one: Version, other: Version): number {
  const order = compareSegments(one.segments, other.segments)
  if (order !== 0 || one.preRelease === other.preRelease) return order
  if (one.preRelease === '') return 1
  return other.preRelease === '' ? -1 : comparePreReleases(one.preRelease, other.preRelease)
}

function compareSegments(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function comparePreReleases(one: string, other: string): number {
  const left = one.split('.')
  const right = other.split('.')
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareParts(left[index], right[index])
    if (order !== 0) return order
  }
  return 0
}

/** Numbers come before texts, and fewer parts before more. */
function compareParts(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1
  const isNumeric = [one, other].map((part) => /^\d+$/.test(part))
  if (isNumeric[0] && isNumeric[1]) return Number(one) - Number(other)
  if (isNumeric[0] !== isNumeric[1]) return isNumeric[0] ? -1 : 1
  return one < other ? -1 : 1
}

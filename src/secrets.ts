import type { Change, DocumentComparison } from './model/comparison.ts'
import { isList, isObject, type Json, type JsonObject } from './model/json.ts'
import type { MaskMode } from './model/settings.ts'

/** What a hidden value looks like; a changed one says so and nothing else about itself. */
const hidden = '***'
const changedMark = ' (changed)'

/** The secrets of a run. Values only come in; what goes out is text without them. */
export interface Secrets {
  /** Takes a value to hide; of a JSON document every leaf, of several lines each distinctive one. */
  register(value: string): void
  /** The text with every registered, distinctive value replaced by `***`. */
  mask(text: string): string
  /** Values safe to hand to `::add-mask::`: the runner replaces them, line by line, in everything it shows. */
  valuesForRunner(): readonly string[]
}

/** An empty set of secrets. */
export function createSecrets(): Secrets {
  const values = new Set<string>()
  let pattern: RegExp | undefined
  return {
    register(value) {
      for (const part of partsOf(value)) values.add(part)
      pattern = undefined
    },
    mask(text) {
      if (values.size === 0) return text
      pattern ??= patternOf(values)
      return text.replace(pattern, hidden)
    },
    valuesForRunner: () => [...values].filter((value) => !/\n|^[[{]/.test(value)),
  }
}

/** The distinctive texts in which a value may show up: itself, the leaves of a JSON document, its lines. */
function partsOf(value: string): readonly string[] {
  const leaves = leavesOf(value)
  if (leaves !== undefined) return [value.trim(), ...leaves].filter((part) => part.length > 1).filter(isDistinctive)
  const whole = value.trim()
  const lines = whole.split(/\r?\n/).map((line) => line.trim())
  const parts = lines.length > 1 ? lines.filter((line) => line.length >= 16 && !line.startsWith('-----')) : []
  return [whole, ...parts].filter(isDistinctive)
}

/** The texts and numbers of a JSON object or list; undefined for anything else. */
function leavesOf(value: string): readonly string[] | undefined {
  if (!/^\s*[[{]/.test(value)) return undefined
  try {
    return collectLeaves(JSON.parse(value))
  } catch {
    return undefined
  }
}

function collectLeaves(value: Json): readonly string[] {
  // A secret's leaf may be JSON or a key of several lines itself.
  if (typeof value === 'string') return partsOf(value)
  if (typeof value === 'number') return [String(value)]
  if (isList(value)) return value.flatMap(collectLeaves)
  return isObject(value) ? Object.values(value).flatMap(collectLeaves) : []
}

const ordinary =
  /^(?:true|false|null|none|undefined|default|enabled|disabled|localhost|production|development|staging)$/i
const region = /^[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-\d$/

/**
 * Whether a value is long and special enough to be replaced wherever it appears. `{`, `true`, `3306` or a region
 * would take the log with them.
 */
function isDistinctive(value: string): boolean {
  if (ordinary.test(value) || region.test(value) || new Set(value).size < 4) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s{}[\]",:]/].filter((kind) => kind.test(value)).length
  return kinds >= 2 ? value.length >= 5 : kinds === 1 && value.length >= 8
}

/** Longest first, so that no rest of a longer secret stays; also as JSON and URLs spell it. */
function patternOf(values: ReadonlySet<string>): RegExp {
  const spellings = new Set<string>()
  for (const value of values) {
    spellings.add(value)
    spellings.add(JSON.stringify(value).slice(1, -1))
    spellings.add(encodeURIComponent(value.toWellFormed()))
  }
  const ordered = [...spellings].sort((a, b) => b.length - a.length)
  return new RegExp(ordered.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g')
}

const secretWord =
  /(?:^|_)(?:PASSWORDS?|PASSWD|PASS|PASSPHRASE|[A-Z]+_PWD|SECRETS?|TOKENS?|API_?KEYS?|APP_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|MASTER_?KEY|AUTH_?KEY|LICENSE_?KEY|SALT|PEPPER|CREDENTIALS?|CONNECTION_?STRING)(?:$|_)/
const harmlessEnd =
  /_(?:FILE|PATH|DIR|NAME|ARN|ID|URL|URI|ENDPOINT|HOST|PORT|HEADER|TTL|EXPIRY|EXPIRATION|EXPIRES_?IN|LENGTH|ENABLED|REQUIRED|TYPE|PARAMETER|PREFIX|VERSION|REGION|COUNT|LIMIT|SOURCE)$/

/** Whether a variable of this name usually holds a secret: `DB_PASSWORD`, `apiKey`; not `TOKEN_URL`, `SECRET_ARN`. */
export function isSecretName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/[^a-zA-Z\d]+/g, '_')
  return secretWord.test(words.toUpperCase()) && !harmlessEnd.test(words.toUpperCase())
}

const shapes: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:gh[pousr]_[A-Za-z\d]{20,}|github_pat_\w{20,})/,
  /\b(?:xox[abprs]-[\w-]{10,}|[sr]k_(?:live|test)_\w{10,}|glpat-[\w-]{16,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|AIza[\w-]{30,})/,
  // A URL or DSN with a password: `postgres://app:pw@db/app`.
  /\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /\b(?:password|pwd|accountkey|sharedaccesskey)=[^;\s]{4,}/i,
]

/** Whether a value is secret by its shape: keys of known issuers, tokens, URLs with a password, long random texts. */
export function looksSecret(value: string): boolean {
  return shapes.some((shape) => shape.test(value)) || isRandom(value)
}

/** One word of 24 characters or more that mixes cases and digits without order; digests and ids in hex are public. */
function isRandom(value: string): boolean {
  if (!/^[\w+/=-]{24,}$/.test(value) || /^[\da-f-]+$/i.test(value)) return false
  if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value)) return false
  return entropy(value) >= 3.8
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0)
}

/** Whether the value of a named entry (environment, option, tag) is to be hidden with `mask: secrets`. */
export function isSecretEntry(name: string, value: string): boolean {
  if (value === '' || value.startsWith('arn:')) return false
  return isSecretName(name) || looksSecret(value)
}

/** How a text is hidden: whole when its entry is secret, else only what is registered. */
export interface Hiding {
  readonly secrets: Secrets
  readonly mode: MaskMode
}

/** A document as it may be shown. */
export function hideDocument(document: JsonObject, hiding: Hiding): JsonObject {
  return hideObject(document, { path: '', hiding })
}

/**
 * Takes the secret values of a document as secrets of the run: an application may quote them in its log. With
 * `mask: all` the other values stay out: hosts and names among them stand in ARNs and outputs too.
 */
export function registerSecrets(document: JsonObject, { secrets, mode }: Hiding): void {
  const hiding: Hiding = { secrets, mode: mode === 'all' ? 'secrets' : mode }
  const note = (path: string, raw: string): void => {
    if (shownText(raw, path, hiding) === hidden) hiding.secrets.register(raw)
  }
  hideObject(document, { path: '', hiding, note })
}

/** Two documents as they may be shown side by side; what changed unseen is marked in `after`. */
export function hideComparison(comparison: DocumentComparison, hiding: Hiding): DocumentComparison {
  const { before, after } = comparison
  const seen = new Map<string, string>()
  const shown = before && hideObject(before, { path: '', hiding, note: (path, raw) => seen.set(path, raw) })
  return {
    ...comparison,
    ...(shown && { before: shown }),
    after: hideObject(after, { path: '', hiding, before: seen }),
    changes: comparison.changes.map((change) => hideChange(change, hiding)),
  }
}

/** One change as it may be shown: `***` before and `*** (changed)` after. */
export function hideChange(change: Change, hiding: Hiding): Change {
  const { path, before, after } = change
  const seen = new Map<string, string>()
  const place = { path, hiding }
  return {
    path: hiding.secrets.mask(path),
    ...(before !== undefined && {
      before: hideJson(before, { ...place, note: (at: string, raw: string) => seen.set(at, raw) }),
    }),
    ...(after !== undefined && { after: hideJson(after, { ...place, before: seen }) }),
  }
}

/** Where a value stands: its path with the names of list items, and the texts that stood there before. */
interface Place {
  readonly path: string
  readonly hiding: Hiding
  readonly before?: ReadonlyMap<string, string>
  readonly note?: (path: string, raw: string) => void
}

function hideJson(value: Json, place: Place): Json {
  if (typeof value === 'string') return hideText(value, place)
  if (isList(value))
    return value.map((item, index) => hideJson(item, { ...place, path: itemPath(place.path, item, index) }))
  return isObject(value) ? hideObject(value, place) : value
}

function hideObject(value: JsonObject, place: Place): JsonObject {
  const entries = Object.entries(value).map(([key, child]) => {
    return [
      place.hiding.secrets.mask(key),
      hideJson(child, { ...place, path: place.path === '' ? key : `${place.path}.${key}` }),
    ] as const
  })
  return Object.fromEntries(entries)
}

function itemPath(path: string, item: Json, index: number): string {
  const name = isObject(item) ? (item['name'] ?? item['key']) : undefined
  return `${path}[${typeof name === 'string' ? name : index}]`
}

function hideText(text: string, place: Place): string {
  place.note?.(place.path, text)
  const shown = shownText(text, place.path, place.hiding)
  const before = place.before?.get(place.path)
  const unseen = before !== undefined && before !== text && shownText(before, place.path, place.hiding) === shown
  return unseen ? shown + changedMark : shown
}

function shownText(text: string, path: string, { secrets, mode }: Hiding): string {
  const { name, environment } = entryOf(path)
  if (environment && mode === 'all') return hidden
  if (mode !== 'none' && isSecretEntry(name, text)) return hidden
  return secrets.mask(text)
}

/** The entry a text is the value of: `…environment[DB].value` → DB; `…options.apikey`, `…options[api.key]` → the key. */
function entryOf(path: string): { readonly name: string; readonly environment: boolean } {
  const [, list = '', name] = /(?:^|\.)(\w+)\[([^[]*)\](?:\.value)?$/.exec(path) ?? []
  if (name !== undefined) return { name, environment: list === 'environment' }
  return { name: path.slice(path.lastIndexOf('.') + 1), environment: false }
}

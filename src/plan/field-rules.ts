import { isList, isObject, type Json, type JsonObject, textAt } from '../model/json.ts'
import { canonicalText, compareTexts } from './canonical.ts'

/** What becomes of a field's value; undefined drops the field. */
export type FieldRule = (value: Json) => Json | undefined

/** The object with each rule applied to the field of its name. */
export function applyRules(object: JsonObject, rules: Readonly<Record<string, FieldRule>>): JsonObject {
  const entries: [string, Json][] = []
  for (const [key, value] of Object.entries(object)) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined
    const ruled = rule === undefined ? value : rule(value)
    if (ruled !== undefined) entries.push([key, ruled])
  }
  return Object.fromEntries(entries)
}

/** Applies rules to a field that holds an object; other values pass. */
export function inside(rules: Readonly<Record<string, FieldRule>>): FieldRule {
  return (value) => (isObject(value) ? applyRules(value, rules) : value)
}

/** Applies rules to each object of a field that holds a list; other values pass. */
export function inEach(rules: Readonly<Record<string, FieldRule>>): FieldRule {
  return (value) => (isList(value) ? value.map(inside(rules)).filter((item) => item !== undefined) : value)
}

/** One rule after the other. */
export function inTurn(...rules: readonly FieldRule[]): FieldRule {
  return (value) => rules.reduce<Json | undefined>((current, rule) => current && rule(current), value)
}

/** Sorts a list whose order means nothing by its items' JSON text. */
export const sortByText: FieldRule = (value) =>
  isList(value) ? value.toSorted((one, other) => compareTexts(canonicalText(one), canonicalText(other))) : value

/** Sorts a list by a text of its items; items that have the same one keep their order. */
export function sortBy(key: string): FieldRule {
  return (value) =>
    isList(value)
      ? value.toSorted((one, other) => compareTexts(textAt(one, [key]) ?? '', textAt(other, [key]) ?? ''))
      : value
}

/** Drops the field. */
export const drop: FieldRule = () => undefined

/** Drops a number that ECS answers as 0 where it is not set. */
export const dropZero: FieldRule = (value) => (value === 0 ? undefined : value)

/** The object without the keys. */
export function withoutKeys(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)))
}

/** The members of the object that `keys` names. */
export function onlyKeys(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)))
}

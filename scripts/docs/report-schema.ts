import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const source = fileURLToPath(new URL('../../src/model/report.ts', import.meta.url))

/** Numbers in ms since the epoch inside the product, ISO 8601 texts in the file (src/views/report.ts). */
const times: ReadonlySet<string> = new Set(['startedAt', 'endedAt', 'at', 'createdAt', 'expiresAt'])

const lineWidth = 120

/** A JSON schema. */
type Schema = Readonly<Record<string, unknown>>

/** The text of docs/report.schema.json, read off the types of `src/model`. */
export function renderReportSchema(): string {
  const program = ts.createProgram([source], {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  })
  const reader = createReader(program.getTypeChecker())
  const root = reader.schemaOf(findType(program, 'RunReport'))
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Written by `npm run docs` from src/model.',
    title: 'report-file of ecspresso-action',
    description: 'Everything a run did, masked. Later versions may add properties.',
    $ref: root['$ref'],
    $defs: reader.definitions(),
  }
  return `${joinShortLists(JSON.stringify(schema, undefined, 2))}\n`
}

/** Lists of texts on one line where they fit, as the formatter wants JSON. */
function joinShortLists(json: string): string {
  return json.replace(/^( *)(.*)\[\n([^[\]{}]*?)\n *\](,?)$/gm, (whole, indent, before, items, comma) => {
    const line = `${indent}${before}[${items.trim().replaceAll(/\n */g, ' ')}]${comma}`
    return line.length <= lineWidth ? line : whole
  })
}

function findType(program: ts.Program, name: string): ts.Type {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(source)
  const module = file && checker.getSymbolAtLocation(file)
  const symbol = module && checker.getExportsOfModule(module).find((one) => one.name === name)
  if (symbol === undefined) throw new Error(`${source} does not export ${name}`)
  return checker.getDeclaredTypeOfSymbol(symbol)
}

interface Reader {
  schemaOf(type: ts.Type): Schema
  /** Schemas of the types that have a name. */
  definitions(): Readonly<Record<string, Schema>>
}

function createReader(checker: ts.TypeChecker): Reader {
  const named = new Map<string, Schema>()

  function schemaOf(type: ts.Type): Schema {
    const name = nameOf(type)
    if (name === undefined) return shapeOf(type)
    if (!named.has(name)) {
      // Reserved first: a type may hold itself.
      named.set(name, {})
      const symbol = type.aliasSymbol ?? type.symbol
      named.set(name, {
        ...describe(symbol, checker),
        ...shapeOf(type),
        ...(name === 'RunReport' ? versioned(type) : {}),
      })
    }
    return { $ref: `#/$defs/${name}` }
  }

  /** The version stands in the file only. */
  function versioned(type: ts.Type): Schema {
    const shape = objectOf(type)
    return {
      ...shape,
      properties: { schemaVersion: { const: 1 }, ...shape.properties },
      required: ['schemaVersion', ...shape.required],
    }
  }

  function shapeOf(type: ts.Type): Schema {
    if (type.isUnion()) return unionOf(type.types)
    if (type.isStringLiteral()) return { const: type.value }
    if (type.flags & ts.TypeFlags.String) return { type: 'string' }
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' }
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' }
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
    if (type.flags & ts.TypeFlags.NonPrimitive) return { type: 'object' }
    if (checker.isArrayType(type)) return listOf(type)
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return objectOf(type)
    throw new Error(`no schema for the type ${checker.typeToString(type)}`)
  }

  function unionOf(all: readonly ts.Type[]): Schema {
    const members = all.filter((member) => !(member.flags & ts.TypeFlags.Undefined))
    const [first] = members
    if (first !== undefined && members.length === 1) return schemaOf(first)
    if (members.every((member) => member.flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean' }
    const texts = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []))
    if (texts.length === members.length) return { enum: texts.sort() }
    const schemas = new Map(members.map(schemaOf).map((schema) => [JSON.stringify(schema), schema]))
    return { anyOf: [...schemas.values()] }
  }

  function listOf(type: ts.Type): Schema {
    const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    return { type: 'array', ...(item === undefined ? {} : { items: schemaOf(item) }) }
  }

  function objectOf(type: ts.Type) {
    const properties = checker.getPropertiesOfType(type)
    const values = checker.getIndexTypeOfType(type, ts.IndexKind.String)
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map((property) => [property.name, propertyOf(property)])),
      required: properties.filter((one) => !(one.flags & ts.SymbolFlags.Optional)).map((one) => one.name),
      ...(values === undefined ? {} : { additionalProperties: schemaOf(values) }),
    }
  }

  function propertyOf(property: ts.Symbol): Schema {
    const type = checker.getTypeOfSymbol(property)
    if (times.has(property.name)) return { type: 'string', format: 'date-time', description: 'UTC' }
    return { ...schemaOf(type), ...describe(property, checker) }
  }

  return {
    schemaOf,
    definitions: () => Object.fromEntries([...named].sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}

/** Interfaces and aliases that we declare have a name; unions of texts are written out where they stand. */
function nameOf(type: ts.Type): string | undefined {
  const name = type.aliasSymbol?.name ?? (type.symbol?.flags & ts.SymbolFlags.Interface ? type.symbol.name : undefined)
  const declared = (type.aliasSymbol ?? type.symbol)?.declarations?.[0]?.getSourceFile().fileName ?? ''
  return declared.includes('/src/model/') ? name : undefined
}

function describe(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): Schema {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker))
  const plain = text.replaceAll('\n', ' ').replace(/(?:[:;,])? [^:;,]*ms since the epoch/, '')
  return plain === '' ? {} : { description: plain }
}

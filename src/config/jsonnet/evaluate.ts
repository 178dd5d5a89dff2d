import { UserError } from '../../errors.ts'
import type { Location } from '../../model/location.ts'
import type { LoadContext } from '../context.ts'
import type { MissingValue } from '../rendered-text.ts'
import type { SourceText } from '../source-text.ts'
import { FunctionFailure, type Value } from '../template/values.ts'
import { outsideHint } from '../workspace-border.ts'
import { type EngineAnswer, type EngineQuestion, type EngineReply, type EngineRequest, runEngine } from './engine.ts'
import { EvaluatedText } from './evaluated-text.ts'
import { fetchNativesAhead } from './fetch-ahead.ts'
import { readImport } from './imports.ts'
import type { NativeFunctions } from './native-functions.ts'

/** What an evaluation works with. */
export interface EvaluationOptions {
  readonly natives: NativeFunctions
  readonly context: Pick<LoadContext, 'root' | 'border' | 'extStr' | 'extCode' | 'warn'>
  /** What an error says first: `failed to load task definition ecs/task.jsonnet`. */
  readonly failure: string
  /** Fields in lower case: nothing else of the object is evaluated. */
  readonly only?: readonly string[]
}

/** A Jsonnet file as JSON, and the variables it lacks; the text is of no use when there are any. */
export interface Evaluated {
  readonly source: SourceText
  readonly missing: readonly MissingValue[]
}

/** More are not looked for: each takes an evaluation of its own. */
const missingLimit = 20

/**
 * Evaluates Jsonnet, which comes before the template (specification 3.1).
 *
 * @throws UserError with the place in the Jsonnet source
 */
export async function evaluateJsonnet(source: SourceText, options: EvaluationOptions): Promise<Evaluated> {
  const missing: MissingValue[] = []
  const placeholders = new Map<string, Value>()
  for (;;) {
    const evaluation = new Evaluation(source, options, placeholders)
    const answer = findPlace(await evaluation.run())
    if (answer.failure === undefined) return { source: new EvaluatedText(source.file, answer.text), missing }
    const location = answer.place ?? { file: source.file }
    const refused = evaluation.refused
    const placeholder = refused?.failure.placeholder
    const isLast = missing.length >= missingLimit
    // A placeholder may be what is wrong.
    if (missing.length > 0 && (placeholder === undefined || isLast)) return { source: emptyObject(source), missing }
    if (refused === undefined || placeholder === undefined)
      throw refusal(answer, evaluation, { location, source, options })
    const { message, hint = '', cause } = refused.failure
    missing.push({ step: options.failure, message, hint, location, cause })
    placeholders.set(refused.call, placeholder)
  }
}

/** An imported file that does not parse has its place in the message only, and the place of the import beside it. */
function findPlace(answer: EngineAnswer): EngineAnswer {
  const match = /^([^\n:]+):\(?(\d+):(\d+)\)?(?:-\S+)? (.+)/s.exec(answer.failure ?? '')
  if (match === null) return answer
  const [, file = '', line, column, failure = ''] = match
  return { text: '', failure, place: { file, line: Number(line), column: Number(column) } }
}

function emptyObject(source: SourceText): SourceText {
  return new EvaluatedText(source.file, '{}')
}

/** A native function that failed. */
interface Refused {
  /** The call: name and arguments. */
  readonly call: string
  readonly failure: FunctionFailure
}

/** The name of the code that evaluates some fields of a file. */
const excerpt = '<excerpt>'

/** Jsonnet is lazy: the other fields may even be wrong. */
function excerptCode(only: readonly string[]): string {
  return `local file = import 'file'; {
    [key]: file[key] for key in std.objectFields(file) if std.member(${JSON.stringify(only)}, std.asciiLower(key))
  }`
}

class Evaluation {
  refused: Refused | undefined
  private readonly source: SourceText
  private readonly options: EvaluationOptions
  private readonly placeholders: ReadonlyMap<string, Value>

  constructor(source: SourceText, options: EvaluationOptions, placeholders: ReadonlyMap<string, Value>) {
    this.source = source
    this.options = options
    this.placeholders = placeholders
  }

  async run(): Promise<EngineAnswer> {
    const { natives, context, only } = this.options
    const request: EngineRequest = {
      file: only === undefined ? this.source.file : excerpt,
      extStr: context.extStr,
      extCode: context.extCode,
      natives: Array.from(natives, ([name, { parameters }]) => ({ name, parameters })),
    }
    const answer = await runEngine(request, (question) => {
      if (question.function !== undefined) return this.call(question.function, question.args ?? [])
      return this.read(question)
    })
    if (answer.trace !== undefined) context.warn(answer.trace.trim(), { file: this.source.file })
    return answer
  }

  /** The text of a file; look-ups that stand in it begin now. */
  private read({ from = '', path = '' }: EngineQuestion): EngineReply {
    const { natives, context, only } = this.options
    if (from === '' && only !== undefined) return { bytes: Buffer.from(excerptCode(only)), foundAt: excerpt }
    const isOwn = from === '' || from === excerpt
    const reply = isOwn ? this.ownText() : readImport(context, from, path)
    if ('bytes' in reply) fetchNativesAhead(Buffer.from(reply.bytes).toString(), natives)
    return reply
  }

  private ownText(): EngineReply {
    return { bytes: Buffer.from(this.source.text.replace(/^\uFEFF/, '')), foundAt: this.source.file }
  }

  private async call(name: string, args: readonly Value[]): Promise<EngineReply> {
    const call = `${name}${JSON.stringify(args)}`
    const placeholder = this.placeholders.get(call)
    if (placeholder !== undefined) return { text: toText(placeholder) }
    try {
      return { text: toText((await this.options.natives.get(name)?.call(args)) ?? null) }
    } catch (error) {
      const failure =
        error instanceof FunctionFailure ? error : new FunctionFailure(`error calling ${name}`, { cause: error })
      this.refused = { call, failure }
      return { failure: failure.message }
    }
  }
}

/** Integers of templates are bigints; JSON has numbers. */
function toText(value: Value): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? Number(part) : part))
}

function refusal(
  { failure = '' }: EngineAnswer,
  { refused }: Evaluation,
  around: { readonly location: Location; readonly source: SourceText; readonly options: EvaluationOptions },
): UserError {
  const { location, options } = around
  const hint = refused === undefined ? hintFor(failure, around) : (refused.failure.hint ?? 'check this call')
  return new UserError(`${options.failure}: ${failure}`, { hint, location, cause: refused?.failure.cause })
}

function hintFor(
  failure: string,
  { source, options }: { readonly source: SourceText; readonly options: EvaluationOptions },
): string {
  const variable = /^Undefined external variable: (.*)/.exec(failure)?.[1]
  if (variable !== undefined) return `give it with the input ext-str: ${variable}=VALUE, or as code with ext-code`
  if (failure.endsWith('it lies outside the repository')) return outsideHint
  if (failure.startsWith("couldn't open import")) return 'paths of imports begin at the file that imports'
  if (failure.startsWith('Missing argument') || failure.includes('manifest function')) {
    return 'write a file that is an object, not a function: use std.extVar for what comes from outside'
  }
  if (failure === 'Unexpected type null, expected function') return hintAboutNative(source.text, options.natives)
  return 'check the Jsonnet at this place'
}

/** `std.native` answers null for a function that is not there. */
function hintAboutNative(text: string, natives: NativeFunctions): string {
  const wanted = Array.from(text.matchAll(/std\.native\(\s*['"]([^'"\n]{1,80})['"]/g), ([, name = '']) => name)
  const unknown = new Set(wanted.filter((name) => !natives.has(name)))
  if (unknown.size === 0) return 'what is called here is null: std.native answers so for a function that is not there'
  const names = [...unknown].join(', ')
  return `there is no native function ${names}: name the plugin that brings it in the config, such as plugins: [{name: 'tfstate', config: {path: 'terraform.tfstate'}}]; its own settings cannot be looked up`
}

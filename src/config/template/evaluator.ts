import { Budget } from './budget.ts'
import { Expressions, failure, type Surroundings } from './expressions.ts'
import { printOne } from './print.ts'
import { Output, outputLimit, type Rendering } from './rendering.ts'
import { Scope } from './scope.ts'
import type { Control, Statement, Template } from './syntax.ts'
import { TemplateError } from './template-error.ts'
import { isListValue, isMapValue, isTrue, sortedKeys, type TemplateFunction, type Value } from './values.ts'

/** Templates that call templates; Go allows 100 000, the stack of JavaScript does not. */
const callLimit = 200

/** How a list of statements ended. */
type Ending = 'done' | 'break' | 'continue'

/**
 * Executes a template without data, as ecspresso does. The functions come on top of the built-in ones.
 *
 * @throws TemplateError where the execution fails, with the error of a failed function as its cause.
 */
export async function renderTemplate(
  template: Template,
  functions: ReadonlyMap<string, TemplateFunction>,
): Promise<Rendering> {
  const evaluator = new Evaluator(template, functions)
  try {
    await evaluator.run(template.root, { dot: null, scope: new Scope(null) })
  } catch (error) {
    // A placeholder may be what is wrong: what was reported before counts.
    if (!(error instanceof TemplateError) || evaluator.output.problems.length === 0) throw error
  }
  return evaluator.output.finish()
}

class Evaluator {
  readonly output = new Output()
  private readonly template: Template
  private readonly expressions: Expressions
  private readonly budget = new Budget()
  private calls = 0

  constructor(template: Template, functions: ReadonlyMap<string, TemplateFunction>) {
    this.template = template
    this.expressions = new Expressions(functions, this.output.problems, this.budget)
  }

  async run(statements: readonly Statement[], around: Surroundings): Promise<Ending> {
    for (const statement of statements) {
      const ending = await this.runOne(statement, around)
      if (ending !== 'done') return ending
    }
    return 'done'
  }

  private async runOne(statement: Statement, around: Surroundings): Promise<Ending> {
    this.budget.spend(statement.offset)
    switch (statement.kind) {
      case 'text':
        this.write(statement.text, statement.offset, true)
        return 'done'
      case 'action': {
        const value = await this.expressions.pipeline(statement.pipeline, around)
        if (statement.pipeline.declarations.length === 0) this.write(printOne(value), statement.offset, false)
        return 'done'
      }
      case 'break':
      case 'continue':
        return statement.kind
      case 'template':
        await this.callTemplate(statement, around)
        return 'done'
      default:
        return this.control(statement, around)
    }
  }

  private write(text: string, offset: number, copied: boolean): void {
    if (this.output.add(text, offset, copied)) return
    throw failure(`the rendered text is longer than ${outputLimit} characters`, offset)
  }

  private async callTemplate(statement: Statement & { kind: 'template' }, around: Surroundings): Promise<void> {
    const body = this.template.definitions.get(statement.name)
    if (body === undefined) throw failure(`template "${statement.name}" not defined`, statement.offset)
    if (this.calls >= callLimit) throw failure('templates call each other too deeply', statement.offset)
    const dot = statement.pipeline === undefined ? null : await this.expressions.pipeline(statement.pipeline, around)
    this.calls++
    await this.run(body, { dot, scope: new Scope(dot) })
    this.calls--
  }

  private async control(control: Control, around: Surroundings): Promise<Ending> {
    const mark = around.scope.mark()
    const value = await this.expressions.pipeline(control.pipeline, around)
    const ending = control.kind === 'range' ? this.range(control, value, around) : this.branch(control, value, around)
    const result = await ending
    around.scope.release(mark)
    return result
  }

  private branch(control: Control, value: Value, around: Surroundings): Promise<Ending> {
    if (!isTrue(value)) return this.run(control.otherwise, around)
    return this.run(control.body, control.kind === 'with' ? { ...around, dot: value } : around)
  }

  private async range(control: Control, value: Value, around: Surroundings): Promise<Ending> {
    const mark = around.scope.mark()
    let turns = 0
    for (const [index, element] of elementsOf(control, value)) {
      this.budget.spend(control.offset)
      turns++
      bindElement(control, [index, element], around.scope)
      const ending = await this.run(control.body, { ...around, dot: element })
      around.scope.release(mark)
      if (ending === 'break') break
    }
    return turns === 0 ? this.run(control.otherwise, around) : 'done'
  }
}

function elementsOf(control: Control, value: Value): Iterable<readonly [Value, Value]> {
  if (value === null) return []
  if (isListValue(value)) return value.map((element, index) => [BigInt(index), element] as const)
  if (isMapValue(value)) return sortedKeys(value).map((key) => [key, value[key] ?? null] as const)
  if (typeof value !== 'bigint') throw failure(`range can't iterate over ${printOne(value)}`, control.offset)
  if (control.pipeline.declarations.length > 1) {
    throw failure(`can't use ${value} to iterate over more than one variable`, control.offset)
  }
  return countTo(value)
}

function* countTo(end: bigint): Generator<readonly [Value, Value]> {
  for (let index = 0n; index < end; index++) yield [null, index]
}

/** With one variable it takes the element, with two the first takes the index. */
function bindElement({ pipeline }: Control, [index, element]: readonly [Value, Value], scope: Scope): void {
  const [first, second] = pipeline.declarations
  if (first === undefined) return
  if (!pipeline.assigns) {
    scope.setFromTop(1, element)
    if (second !== undefined) scope.setFromTop(2, index)
    return
  }
  scope.assign(first, second === undefined ? element : index)
  if (second !== undefined) scope.assign(second, element)
}

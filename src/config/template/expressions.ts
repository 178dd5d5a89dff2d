import type { Budget } from './budget.ts'
import { builtins } from './builtins.ts'
import type { Problem } from './rendering.ts'
import type { Scope } from './scope.ts'
import type { Command, Operand, Pipeline } from './syntax.ts'
import { TemplateError } from './template-error.ts'
import { entryOf, FunctionFailure, isMapValue, isTrue, type TemplateFunction, typeName, type Value } from './values.ts'

/** What an expression is evaluated in. */
export interface Surroundings {
  readonly dot: Value
  readonly scope: Scope
}

/** The arguments that follow the first word of a command. */
interface Arguments {
  readonly operands: readonly Operand[]
  /** What the pipe brings; absent for the first command. */
  readonly piped?: Value | undefined
}

/** Evaluates pipelines; failures that have a placeholder are collected. */
export class Expressions {
  readonly problems: Problem[]
  private readonly functions: ReadonlyMap<string, TemplateFunction>
  private readonly budget: Budget

  constructor(functions: ReadonlyMap<string, TemplateFunction>, problems: Problem[], budget: Budget) {
    this.functions = functions
    this.problems = problems
    this.budget = budget
  }

  async pipeline(pipeline: Pipeline, around: Surroundings): Promise<Value> {
    let piped: Value | undefined
    for (const command of pipeline.commands) piped = await this.command(command, around, piped)
    const value = piped ?? null
    for (const name of pipeline.declarations) {
      if (!pipeline.assigns) around.scope.push(name, value)
      else if (!around.scope.assign(name, value)) throw failure(`undefined variable: ${name}`, pipeline.offset)
    }
    return value
  }

  private async command(command: Command, around: Surroundings, piped: Value | undefined): Promise<Value> {
    const { first } = command
    const given: Arguments = { operands: command.rest, piped }
    if (first.kind === 'identifier') return this.call(first, given, around)
    const hasArguments = given.operands.length > 0 || piped !== undefined
    const isField =
      first.kind === 'field' || first.kind === 'chain' || (first.kind === 'variable' && first.names.length > 0)
    if (hasArguments && isField) throw failure(`${first.names.at(-1)} is not a method but has arguments`, first.offset)
    if (hasArguments) throw failure("can't give argument to non-function", first.offset)
    if (first.kind === 'nil') throw failure('nil is not a command', first.offset)
    return this.operand(first, around)
  }

  private async operand(operand: Operand, around: Surroundings): Promise<Value> {
    switch (operand.kind) {
      case 'string':
      case 'bool':
        return operand.value
      case 'number':
        if ('message' in operand.constant) throw failure(operand.constant.message, operand.offset)
        return operand.constant.value
      case 'nil':
        return null
      case 'dot':
        return around.dot
      case 'field':
        return selectFields(around.dot, operand.names, operand.offset)
      case 'variable':
        return selectFields(readVariable(operand, around.scope), operand.names, operand.offset)
      case 'identifier':
        return this.call(operand, { operands: [] }, around)
      case 'pipeline':
        return this.pipeline(operand.pipeline, around)
      case 'chain':
        return this.chain(operand, around)
    }
  }

  private async chain(operand: Operand & { kind: 'chain' }, around: Surroundings): Promise<Value> {
    return selectFields(await this.operand(operand.base, around), operand.names, operand.offset)
  }

  private async call(called: Operand & { kind: 'identifier' }, given: Arguments, around: Surroundings): Promise<Value> {
    const { name, offset } = called
    const own = this.functions.get(name)
    if (own === undefined && (name === 'and' || name === 'or')) return this.decide(called, given, around)
    const args: Value[] = []
    for (const operand of given.operands) args.push(await this.operand(operand, around))
    if (given.piped !== undefined) args.push(given.piped)
    const run = own ?? builtins.get(name)
    if (run === undefined) throw failure(`"${name}" is not a defined function`, offset)
    try {
      return this.charge(await run(args), offset)
    } catch (error) {
      return this.recover(error, called)
    }
  }

  /** `and` and `or` stop at the operand that decides, and are worth it. */
  private async decide(
    called: Operand & { kind: 'identifier' },
    { operands, piped }: Arguments,
    around: Surroundings,
  ): Promise<Value> {
    if (operands.length === 0 && piped === undefined) {
      throw failure(`wrong number of args for ${called.name}: want at least 1 got 0`, called.offset)
    }
    let value: Value = null
    for (const operand of operands) {
      value = await this.operand(operand, around)
      if (isTrue(value) === (called.name === 'or')) return value
    }
    return piped === undefined ? value : piped
  }

  private charge(value: Value, offset: number): Value {
    this.budget.spend(offset, typeof value === 'string' ? value.length : 0)
    return value
  }

  private recover(error: unknown, called: Operand & { kind: 'identifier' }): Value {
    const { name, offset } = called
    if (error instanceof TemplateError) throw error
    if (!(error instanceof FunctionFailure)) {
      throw new TemplateError('execution', `error calling ${name}`, { offset, cause: error })
    }
    const { message, hint, cause, placeholder } = error
    if (placeholder === undefined) {
      throw new TemplateError('execution', `error calling ${name}: ${message}`, { offset, hint, cause })
    }
    this.problems.push({ message, hint, offset, cause })
    return placeholder
  }
}

/** An error of a template at work. */
export function failure(message: string, offset: number): TemplateError {
  return new TemplateError('execution', message, { offset })
}

function readVariable(operand: Operand & { kind: 'variable' }, scope: Scope): Value {
  const value = scope.read(operand.name)
  if (value === undefined) throw failure(`undefined variable: ${operand.name}`, operand.offset)
  return value
}

function selectFields(value: Value, names: readonly string[], offset: number): Value {
  return names.reduce<Value>((current, name) => {
    // There is no data: a field of nothing is nothing, as in Go.
    if (current === null) return null
    if (!isMapValue(current)) throw failure(`can't evaluate field ${name} in type ${typeName(current)}`, offset)
    return entryOf(current, name)
  }, value)
}

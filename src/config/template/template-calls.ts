import type { Operand, Pipeline, Statement, Template } from './syntax.ts'
import type { Value } from './values.ts'

/** A call whose arguments are constants, so that it can be made before the template is executed. */
export interface ConstantCall {
  readonly name: string
  readonly args: readonly Value[]
  /** Offset in the template's text. */
  readonly offset: number
}

/** Every call with constant arguments, executed or not, in the order of the text. */
export function constantCalls(template: Template): readonly ConstantCall[] {
  return [template.root, ...template.definitions.values()]
    .flatMap(callsOfStatements)
    .sort((one, other) => one.offset - other.offset)
}

function callsOfStatements(statements: readonly Statement[]): readonly ConstantCall[] {
  return statements.flatMap((statement) => {
    if (!('pipeline' in statement) || statement.pipeline === undefined) return []
    const inside = 'body' in statement ? [...statement.body, ...statement.otherwise] : []
    return [...callsOfPipeline(statement.pipeline), ...callsOfStatements(inside)]
  })
}

function callsOfPipeline(pipeline: Pipeline): readonly ConstantCall[] {
  return pipeline.commands.flatMap(({ first, rest }, index) => {
    const nested = [first, ...rest].flatMap(callsOfOperand)
    const args = rest.map(constantOf)
    const isConstant = first.kind === 'identifier' && index === 0 && args.every((value) => value !== undefined)
    return isConstant ? [{ name: first.name, args, offset: first.offset }, ...nested] : nested
  })
}

function callsOfOperand(operand: Operand): readonly ConstantCall[] {
  if (operand.kind === 'pipeline') return callsOfPipeline(operand.pipeline)
  return operand.kind === 'chain' ? callsOfOperand(operand.base) : []
}

function constantOf(operand: Operand): Value | undefined {
  if (operand.kind === 'string' || operand.kind === 'bool') return operand.value
  if (operand.kind === 'number' && 'value' in operand.constant) return operand.constant.value
  return undefined
}

import type { Environment } from '../model/project.ts'
import type { NativeFunction, NativeFunctions } from './jsonnet/native-functions.ts'
import { FunctionFailure, type TemplateFunction, typeName, type Value } from './template/values.ts'

/** Asks AWS who calls; twelve digits. */
export type CallerAccount = () => Promise<string>

/** The variable that AWS itself can answer for. */
const accountVariable = 'AWS_ACCOUNT_ID'

/** The functions that every template has: `env`, `must_env` and `json_escape` (specification 3.3). */
export function environmentFunctions(
  environment: Environment,
  callerAccount: CallerAccount,
): ReadonlyMap<string, TemplateFunction> {
  return new Map<string, TemplateFunction>([
    ['env', (args) => firstSet(environment, textsOf('env', args))],
    ['must_env', (args) => requireVariable(environment, onlyText('must_env', args), callerAccount)],
    ['json_escape', (args) => escapeJson(onlyText('json_escape', args))],
  ])
}

/** The native functions that every Jsonnet file has: `env(name, default)` and `must_env(name)` (specification 3.3). */
export function environmentNatives(environment: Environment, callerAccount: CallerAccount): NativeFunctions {
  return new Map<string, NativeFunction>([
    [
      'env',
      {
        parameters: ['name', 'default'],
        call: ([name = null, otherwise = null]) =>
          readVariable(environment, textsOf('env', [name])[0] ?? '') || otherwise,
      },
    ],
    [
      'must_env',
      {
        parameters: ['name'],
        call: (args) => requireVariable(environment, onlyText('must_env', args), callerAccount),
      },
    ],
  ])
}

/** The value of the first variable that is not empty, else the last argument itself. */
function firstSet(environment: Environment, names: readonly string[]): string {
  const found = names
    .map((name) => readVariable(environment, name))
    .find((value) => value !== undefined && value !== '')
  return found ?? names.at(-1) ?? ''
}

async function requireVariable(environment: Environment, name: string, callerAccount: CallerAccount): Promise<Value> {
  const value = readVariable(environment, name)
  if (value !== undefined) return value
  if (name === accountVariable) return askAccount(callerAccount)
  throw undefinedVariable(name, "define it in the step's env or in an envfile")
}

function readVariable(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined
}

async function askAccount(callerAccount: CallerAccount): Promise<string> {
  try {
    return await callerAccount()
  } catch (cause) {
    throw undefinedVariable(accountVariable, 'define it, or give the step credentials for AWS', cause)
  }
}

function undefinedVariable(name: string, hint: string, cause?: unknown): FunctionFailure {
  // The rendering goes on, so that all missing variables are reported at once.
  return new FunctionFailure(`environment variable ${name} is not defined`, { hint, placeholder: name, cause })
}

/** A JSON text without its quotes, escaped as Go does: safe inside HTML too. */
function escapeJson(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function onlyText(name: string, args: readonly Value[]): string {
  const [text] = textsOf(name, args)
  if (text === undefined || args.length !== 1) {
    throw new FunctionFailure(`wrong number of args for ${name}: want 1 got ${args.length}`)
  }
  return text
}

function textsOf(name: string, args: readonly Value[]): readonly string[] {
  return args.map((value) => {
    if (typeof value === 'string') return value
    throw new FunctionFailure(`wrong type of argument for ${name}: expected string, got ${typeName(value)}`, {
      hint: 'put the argument in double quotes or back quotes',
    })
  })
}

import { parseDuration } from '../durations.ts'
import { FunctionFailure, isListValue, type Value } from '../template/values.ts'
import { type Plugin, type PluginEntry, textOf } from './plugin.ts'

/** A program of the repository as a function (specification 2.5.5). Its arguments are texts, its answer stands on stdout. */
export const external: Plugin = async ({ options }, { context }) => {
  options.expect(['name', 'command', 'num_args', 'parser', 'timeout'])
  const name = requiredText('name', options.value('name'))
  const command = readCommand(options.value('command'))
  const parse = parserOf(options)
  const timeout = readTimeout(options.value('timeout'))
  const call = async (args: readonly Value[]): Promise<Value> => {
    const texts = args.map((value) => textOf(name, value))
    if (await context.isStranger()) {
      throw new FunctionFailure(`${name} is an external program and is not run for a pull request from a fork`, {
        hint: 'it could be a program of the fork; run the action on a branch of this repository',
      })
    }
    // Few projects run programs, and node:child_process takes its time to load.
    const { runProgram } = await import('./program.ts')
    return parse(await runProgram([...command, ...texts], { ...context, timeout }))
  }
  return [{ name, parameters: parametersOf(options.value('num_args')), isLookup: false, call }]
}

function requiredText(key: string, value: Value | undefined): string {
  if (typeof value === 'string' && value !== '') return value
  throw new FunctionFailure(`external plugin requires ${key}`, { hint: `write config: and below it ${key}:` })
}

function readCommand(value: Value | undefined): readonly string[] {
  const words = value !== undefined && isListValue(value) ? value : []
  const texts = words.filter((word) => typeof word === 'string')
  if (texts.length > 0 && texts.length === words.length) return texts
  throw new FunctionFailure('external plugin requires command as a list of strings', {
    hint: 'write command: ["./scripts/find-tag", "--latest"]; there is no shell',
  })
}

function parserOf({ value }: PluginEntry['options']): (text: string) => Value {
  const parser = value('parser') ?? 'json'
  if (parser === 'string') return (text) => text
  if (parser === 'json') return parseFirst
  throw new FunctionFailure(`external plugin has no parser ${JSON.stringify(parser)}`, {
    hint: 'write parser: json or parser: string',
  })
}

/** Seconds, or a duration; ms. */
function readTimeout(value: Value | undefined): number | undefined {
  if (value === undefined || value === 0) return undefined
  const ms = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? parseDuration(value) : undefined
  if (ms !== undefined && ms > 0) return ms
  throw new FunctionFailure(`external plugin cannot wait ${JSON.stringify(value)}`, {
    hint: 'write timeout as a number of seconds',
  })
}

function parametersOf(value: Value | undefined): readonly string[] {
  const count = value ?? 0
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 100) {
    throw new FunctionFailure(`external plugin cannot take ${JSON.stringify(count)} arguments`, {
      hint: 'write num_args: and a small whole number',
    })
  }
  return Array.from({ length: count }, (_, index) => `arg${index}`)
}

/** The first JSON value of a text; one that spans the whole text, or a line of its own. */
function parseFirst(text: string): Value {
  const ends = [text.length, ...Array.from(text.matchAll(/\n/g), (match) => match.index)]
  for (const end of ends) {
    try {
      return JSON.parse(text.slice(0, end))
    } catch {
      // A shorter beginning may be the value.
    }
  }
  throw new FunctionFailure(`failed to parse the output of the command as JSON: ${shorten(text)}`, {
    hint: 'print one JSON value on stdout, or write parser: string',
  })
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

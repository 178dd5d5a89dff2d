import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { type ProgramSurroundings, runToEnd } from './plugins/program.ts'

/** What a program is to compare. */
export interface TwoSides {
  /** Name of both files: `service.json`. */
  readonly name: string
  readonly remote: string
  readonly local: string
}

/** What a program wrote, and why it did not do its work; undefined: it did. */
export interface ProgramReport {
  readonly output: string
  readonly failure: UserError | undefined
}

/**
 * Runs a program on `remote/NAME` and `local/NAME` in a folder of their own, which is removed afterwards (specification
 * 5.11).
 */
export async function runDiffProgram(
  words: readonly string[],
  sides: TwoSides,
  around: Omit<ProgramSurroundings, 'directory'>,
): Promise<ProgramReport> {
  const { RUNNER_TEMP, TMPDIR } = around.environment
  const directory = mkdtempSync(join(RUNNER_TEMP || TMPDIR || '/tmp', 'diff-'))
  try {
    const paths = (['remote', 'local'] as const).map((side) => {
      mkdirSync(join(directory, side))
      writeFileSync(join(directory, side, sides.name), sides[side])
      return join(side, sides.name)
    })
    const { code, signal, stdout, stderr, isLate } = await runToEnd([...words, ...paths], { ...around, directory })
    const how = isLate ? 'it took longer than the timeout' : code === null ? `signal ${signal}` : `exit status ${code}`
    return { output: stdout + stderr, failure: code === 0 ? undefined : failed(words, how) }
  } catch (error) {
    return { output: '', failure: failed(words, describeStart(error)) }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function failed([program]: readonly string[], how: string): UserError {
  return new UserError(`failed to run diff command: ${program ?? ''}: ${how}`, {
    hint: 'the command must be on the runner and end with 0 also where something differs: sh -c \'diff -u "$@" || true\' --',
    category: 'config/client',
  })
}

function describeStart(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

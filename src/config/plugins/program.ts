import { type ChildProcess, spawn } from 'node:child_process'
import type { Clock } from '../../model/ports.ts'
import type { Environment } from '../../model/project.ts'
import { FunctionFailure } from '../template/values.ts'

/** What a program is run with. */
export interface ProgramSurroundings {
  /** Absolute working directory. */
  readonly directory: string
  readonly environment: Environment
  readonly clock: Clock
  /** ms; without it the program may take as long as it likes. */
  readonly timeout: number | undefined
}

/** How a program ended, and what it wrote. */
interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Whether it was stopped, as it took longer than it may. */
  readonly isLate: boolean
}

/** ms from the polite signal to the one that no program survives. */
const grace = 5000

/**
 * Runs a program without a shell and without input; answers what it wrote on stdout.
 *
 * @throws FunctionFailure `failed to run command: …` when it cannot be started, fails or takes too long.
 */
export async function runProgram(words: readonly string[], around: ProgramSurroundings): Promise<string> {
  const { code, signal, stdout, stderr, isLate } = await runToEnd(words, around)
  if (code === 0) return stdout
  const how = code === null ? `signal ${signal}` : `exit status ${code}`
  const why = isLate ? `it took longer than ${around.timeout} ms` : how
  throw new FunctionFailure(`failed to run command: ${words[0] ?? ''}: ${why} stdout:${stdout} stderr:${stderr}`, {
    hint: 'run the command by hand with the same arguments and variables',
  })
}

/**
 * Runs a program without a shell and without input to its end, whatever that is.
 *
 * @throws FunctionFailure `failed to run command` when it cannot be started.
 */
export async function runToEnd(words: readonly string[], around: ProgramSurroundings): Promise<Ending> {
  const [program = '', ...args] = words
  const child = spawn(program, args, {
    cwd: around.directory,
    env: { ...around.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new AbortController()
  const stopping = around.timeout === undefined ? undefined : stopAfter(child, around.timeout, { ...around, ended })
  try {
    const ending = await endingOf(child)
    return { ...ending, isLate: stopping?.isLate() === true }
  } finally {
    ended.abort()
  }
}

function endingOf(child: ChildProcess): Promise<Omit<Ending, 'isLate'>> {
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (piece: string) => {
      texts[name] += piece
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      const hint = 'check the path of the program, and that it may be executed'
      reject(new FunctionFailure('failed to run command', { hint, cause }))
    })
    child.once('close', (code, signal) => resolve({ code, signal, ...texts }))
  })
}

/** Asks the program to stop after `timeout` ms, and kills it when it does not. */
function stopAfter(
  child: ChildProcess,
  timeout: number,
  { clock, ended }: { readonly clock: Clock; readonly ended: AbortController },
): { readonly isLate: () => boolean } {
  let late = false
  const stop = async (): Promise<void> => {
    await clock.sleep(timeout, ended.signal)
    late = true
    child.kill('SIGTERM')
    await clock.sleep(grace, ended.signal)
    child.kill('SIGKILL')
    // What it started may go on and keep the pipes open.
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  // The sleep ends with the program.
  stop().catch(() => undefined)
  return { isLate: () => late }
}

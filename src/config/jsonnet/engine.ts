import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Json } from '../../model/json.ts'
import { patience, tooLarge, tooLong } from './patience.ts'

/** A file to evaluate, and what its code may ask for. */
export interface EngineRequest {
  /** The name under which the file is asked for, and which stands in places. */
  readonly file: string
  readonly extStr: Readonly<Record<string, string>>
  readonly extCode: Readonly<Record<string, string>>
  readonly natives: readonly { readonly name: string; readonly parameters: readonly string[] }[]
  /** A text to format instead, as the standard formatter does: our own is held to it. */
  readonly format?: string
}

/** What an evaluation asks: the content of an import, or the result of a native function. */
export interface EngineQuestion {
  readonly id: number
  readonly function?: string
  readonly args?: readonly Json[]
  /** The importing file; absent for the evaluated file itself. */
  readonly from?: string
  readonly path?: string
}

/** The answer to a question. */
export type EngineReply =
  | { readonly text: string }
  | { readonly bytes: Uint8Array; readonly foundAt: string }
  | { readonly failure: string }

/** What became of a request: JSON text, or why there is none and where. */
export interface EngineAnswer {
  readonly text: string
  readonly failure?: string
  readonly place?: { readonly file: string; readonly line: number; readonly column: number }
  /** What `std.trace` wrote. */
  readonly trace?: string
}

/** Answers the questions of one evaluation. */
export type AnswerQuestion = (question: EngineQuestion) => Promise<EngineReply> | EngineReply

type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'question'; readonly number: number; readonly question: EngineQuestion }
  | { readonly kind: 'answer'; readonly answer: EngineAnswer & { readonly id: number } }

interface Evaluation {
  readonly answerQuestion: AnswerQuestion
  readonly settle: (answer: EngineAnswer) => void
  /** Waits for us, so that the engine is not to blame for the time. */
  waiting: boolean
}

/** The thread of the Jsonnet engine; ends together with the process and when it computes for too long. */
class Engine {
  alive = true
  private readonly worker: Worker
  private readonly queue: unknown[] = []
  private readonly evaluations = new Map<number, Evaluation>()
  private ready = false
  private count = 0
  private guard: NodeJS.Timeout | undefined

  constructor() {
    const folder = findEngine()
    const runtime = new URL('wasm_exec.js', folder).href
    const engine = new URL('jsonnet.wasm.gz', folder).href
    // Without our own flags, and without a way to write to our output.
    const options = { execArgv: [], env: {}, stdout: true, stderr: true, workerData: { runtime, engine } }
    this.worker = new Worker(new URL('worker.mjs', folder), options)
    this.worker.on('message', (message: Message) => this.hear(message))
    this.worker.on('error', (error) => this.end(describeEnd(error)))
    this.worker.on('exit', () => this.end(tooLarge))
  }

  evaluate(request: EngineRequest, answerQuestion: AnswerQuestion): Promise<EngineAnswer> {
    const id = ++this.count
    return new Promise((settle) => {
      this.evaluations.set(id, { answerQuestion, settle, waiting: false })
      this.send({ request: { ...request, id } })
      this.watch()
    })
  }

  private send(message: unknown): void {
    if (this.ready) this.worker.postMessage(message)
    else this.queue.push(message)
  }

  private hear(message: Message): void {
    if (message.kind === 'ready') {
      this.ready = true
      for (const waiting of this.queue.splice(0)) this.send(waiting)
    } else if (message.kind === 'answer') {
      const { id, ...answer } = message.answer
      this.evaluations.get(id)?.settle(answer)
      this.evaluations.delete(id)
    } else {
      void this.reply(message.number, message.question)
    }
    this.watch()
  }

  private async reply(number: number, question: EngineQuestion): Promise<void> {
    const evaluation = this.evaluations.get(question.id)
    if (evaluation === undefined) return
    evaluation.waiting = true
    const reply = await evaluation.answerQuestion(question)
    evaluation.waiting = false
    this.send({ number, reply })
    this.watch()
  }

  /** The process lives while something is evaluated; the engine, while it gets on. */
  private watch(): void {
    clearTimeout(this.guard)
    if (this.evaluations.size === 0) this.worker.unref()
    else this.worker.ref()
    const computes = [...this.evaluations.values()].some((evaluation) => !evaluation.waiting)
    if (this.alive && computes) {
      this.guard = setTimeout(() => this.end(tooLong), patience)
    }
  }

  private end(failure: string): void {
    if (!this.alive) return
    this.alive = false
    for (const { settle } of this.evaluations.values()) settle({ text: '', failure })
    this.evaluations.clear()
    this.watch()
    void this.worker.terminate()
  }
}

/** Beside the bundle, where the build puts it, or where the sources have it. */
const places: readonly string[] = ['./jsonnet/', '../../../jsonnet/engine/']

function findEngine(): URL {
  const folders = places.map((place) => new URL(place, import.meta.url))
  const folder = folders.find((one) => existsSync(new URL('worker.mjs', one)))
  if (folder === undefined) throw new Error('the folder jsonnet is missing beside the action')
  return folder
}

function describeEnd(error: unknown): string {
  return /^RangeError|out of memory/i.test(String(error)) ? tooLarge : String(error)
}

let running: Engine | undefined

/**
 * Evaluates a Jsonnet file with go-jsonnet; the engine starts with the first file and serves all of the process.
 * What is wrong with the file is part of the answer.
 */
export function runEngine(request: EngineRequest, answerQuestion: AnswerQuestion): Promise<EngineAnswer> {
  if (running?.alive !== true) running = new Engine()
  return running.evaluate(request, answerQuestion)
}

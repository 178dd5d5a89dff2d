// The thread in which the Jsonnet engine runs: it can be ended where an evaluation never ends. Says 'ready' when the
// engine is, and then passes questions and answers between the engine and whoever started the thread.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'

await import(workerData.runtime)

/** Questions that wait for their answer, by number. */
const waiting = new Map()
let asked = 0
let evaluate = () => {}

globalThis.jsonnetHost = {
  listen(start) {
    evaluate = start
    parentPort.postMessage({ kind: 'ready' })
  },
  ask(question) {
    const number = ++asked
    parentPort.postMessage({ kind: 'question', number, question: JSON.parse(question) })
    return new Promise((resolve) => waiting.set(number, resolve))
  },
  done(answer) {
    parentPort.postMessage({ kind: 'answer', answer: JSON.parse(answer) })
  },
}

parentPort.on('message', ({ number, reply, request }) => {
  if (request !== undefined) return evaluate(JSON.stringify(request))
  waiting.get(number)?.(reply)
  waiting.delete(number)
})

const go = new globalThis.Go()
const code = gunzipSync(readFileSync(new URL(workerData.engine)))
const { instance } = await WebAssembly.instantiate(code, go.importObject)
await go.run(instance)
// The engine only ends when it cannot go on.
process.exit(1)

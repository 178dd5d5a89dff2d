/**
 * Links a program's clock to a simulator: `SIMULATOR_URL=http://127.0.0.1:4566 node --import ./simulator/clock.mjs …`.
 * `setTimeout` of `node:timers/promises` no longer waits but moves the simulator's time to the earliest sleeper's
 * target, and `Date` shows the simulator's time, which stands still in between. Nothing else is touched.
 */
import { subscribe } from 'node:diagnostics_channel'
import { Agent, request as httpRequest } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'

const RealDate = Date
const realSetTimeout = setTimeout
// biome-ignore lint/style/noProcessEnv: a preload has nobody who could hand the address in
const base = new URL(process.env['SIMULATOR_URL'] ?? 'http://127.0.0.1:4566')
const agent = new Agent({ keepAlive: false })
/** Requests to the simulator's own address are not part of the program. */
const own = '/_simulator/'

/** Milliseconds since the epoch. */
let now = 0
/** Sleepers: {target, wake}. */
const sleepers = new Set()
/** The program's requests that have no answer yet. */
const flights = new Set()
let driving = false

function ask(method, path, body) {
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers: { 'content-type': 'application/json' } }
    const request = httpRequest(new URL(path, base), options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(JSON.parse(text)))
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const pause = (ms) => new Promise((resolve) => realSetTimeout(resolve, ms))

/** Work under way whose end is part of this instant: files, child processes, name look-ups. */
const work = /^(FSReq|CloseReq|ProcessWrap|GetAddrInfo)/
const isBusy = () => process.getActiveResourcesInfo().some((resource) => work.test(resource))

/** Lets everything happen that can happen at this instant: until nothing is under way in three turns one after the other. */
async function settle() {
  for (let turns = 0; turns < 3; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    for (; isBusy(); turns = 0) await pause(1)
  }
}

/** Moves time on for as long as somebody sleeps here or waits for an answer that the simulator holds back. */
async function drive() {
  if (driving) return
  driving = true
  await settle()
  while (sleepers.size > 0 || flights.size > 0) {
    const answer = await ask('POST', '/_simulator/advance', nextMove())
    now = Math.max(now, answer.now)
    for (const sleeper of sleepers) if (sleeper.target <= now) sleeper.wake()
    if (answer.busy) await pause(2)
    await settle()
  }
  driving = false
}

/** To the earliest sleeper's target; while answers are outstanding the simulator decides whether it may. */
function nextMove() {
  const targets = [...sleepers].map(({ target }) => target)
  return {
    ...(targets.length > 0 ? { to: Math.min(...targets) } : {}),
    ...(flights.size > 0 ? { waiting: flights.size } : {}),
  }
}

function abortError(signal) {
  const error = new Error('The operation was aborted', { cause: signal.reason })
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' })
}

/** `setTimeout` of `node:timers/promises`. */
function sleep(delay = 1, value = undefined, { signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortError(signal))
      return
    }
    const sleeper = { target: now + Math.max(1, Math.trunc(Number(delay)) || 1), wake: () => leave(resolve, value) }
    const abort = () => leave(reject, abortError(signal))
    function leave(settled, result) {
      sleepers.delete(sleeper)
      signal?.removeEventListener('abort', abort)
      settled(result)
    }
    signal?.addEventListener('abort', abort, { once: true })
    sleepers.add(sleeper)
    drive().catch(failAll)
  })
}

/** Without its simulator the program cannot go on: whoever sleeps would sleep for ever. */
function failAll(error) {
  throw new Error(`the simulator at ${base.origin} does not move its time: ${error.message}`, { cause: error })
}

function watchRequests() {
  subscribe('http.client.request.start', ({ request }) => {
    if (request.path.startsWith(own)) return
    takeOff(request)
    request.once('close', () => flights.delete(request))
    request.once('response', (response) => {
      now = Math.max(now, Number(response.headers['x-simulator-now']) || 0)
      // A program that does not care for the content never closes the request.
      realSetTimeout(() => flights.delete(request), 1000).unref()
    })
  })
  // The channels of `fetch`.
  subscribe('undici:request:create', ({ request }) => takeOff(request))
  for (const end of ['trailers', 'error']) {
    subscribe(`undici:request:${end}`, ({ request }) => flights.delete(request))
  }
}

function takeOff(request) {
  flights.add(request)
  // Most answers come at once; only one that does not may be held back until time moves.
  realSetTimeout(() => flights.has(request) && drive().catch(failAll), 50).unref()
}

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(now).toString(),
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now] : given, newTarget),
  get: (target, key, receiver) => (key === 'now' ? () => now : Reflect.get(target, key, receiver)),
})
now = (await ask('GET', '/_simulator/now')).now
timers.setTimeout = sleep
syncBuiltinESMExports()
watchRequests()

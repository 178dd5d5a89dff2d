import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { linkClock } from '../clock-link.ts'
import { createTime } from '../time.ts'
import { connectHttp } from './sockets.ts'

const sleepers = fileURLToPath(new URL('./fixtures/sleepers.mjs', import.meta.url))
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

describe('the linked clock', () => {
  it('wakes sleepers in the order of their targets, each at its own instant', async () => {
    const clock = linkClock(createTime(1000))
    const woken: [string, number][] = []
    const sleep = async (name: string, ms: number) => {
      await clock.sleep(ms)
      woken.push([name, clock.now()])
    }
    const second = async () => {
      await sleep('first', 10)
      await sleep('third', 25)
    }
    await Promise.all([sleep('fourth', 50), second(), sleep('second', 20)])
    expect(woken).toEqual([
      ['first', 1010],
      ['second', 1020],
      ['third', 1035],
      ['fourth', 1050],
    ])
  })

  it('runs what is due on the way, and hands its failure to those who sleep', async () => {
    const time = createTime(0)
    const clock = linkClock(time)
    const seen: number[] = []
    time.after(5, () => seen.push(time.now()))
    await clock.sleep(10)
    expect(seen).toEqual([5])
    time.after(5, () => {
      throw new Error('broken world')
    })
    await expect(clock.sleep(10)).rejects.toThrow('broken world')
  })

  it('lets sleepers be woken by a signal without moving time', async () => {
    const clock = linkClock(createTime(0))
    const abort = new AbortController()
    const sleeping = clock.sleep(1000, abort.signal)
    abort.abort('enough')
    await expect(sleeping).rejects.toMatchObject({ name: 'AbortError', code: 'ABORT_ERR', cause: 'enough' })
    await expect(clock.sleep(1, abort.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect(clock.now()).toBe(0)
  })
})

describe('the preload', () => {
  it('lets a process sleep for hours in no time, in order, with a clock that follows', async () => {
    const { config, close } = await connectHttp({
      start: '2026-01-15T09:00:00Z',
      github: { repository: 'a/b', pullRequests: [{ number: 1, headSha: 'f'.repeat(40) }] },
      faults: [{ operation: 'github:ListComments', kind: 'slow', seconds: 600 }],
    })
    const args = ['--import', file('../clock.mjs'), sleepers]
    const env = { PATH: process.env['PATH'], SIMULATOR_URL: config.endpoint }
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env })
    await close()
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      start: Date.parse('2026-01-15T09:00:00Z'),
      seen: [
        ['value', 60_000],
        ['slow answer', 600_000],
        ['hour', 3_600_000],
        ['AbortError', 'ABORT_ERR'],
        ['in time', 3_620_000],
      ],
      date: '2026-01-15T10:00:20.000Z',
      isDate: true,
    })
  })

  it('says so when there is no simulator', async () => {
    const args = ['--import', file('../clock.mjs'), '-e', '0']
    const run = promisify(execFile)(process.execPath, args, { env: { SIMULATOR_URL: 'http://127.0.0.1:9' } })
    await expect(run).rejects.toThrow('ECONNREFUSED')
  })
})

describe('the command line', () => {
  it.each([
    ['SIGINT', '0'],
    ['SIGTERM', '1000'],
  ] as const)('prints its address, answers, and ends on %s', async (signal, speed) => {
    const child = spawn(process.execPath, [file('../cli.ts'), '--port', '0', '--speed', speed])
    const [line] = await once(createInterface(child.stdout), 'line')
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const now = async () => fetch(`${line}/_simulator/now`).then(async (answer) => Object(await answer.json()).now)
    const first = await now()
    if (speed === '0') expect(await now()).toBe(first)
    else while ((await now()) < first + 5000);
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it.each([
    [['--speed', 'fast'], '--speed: fast is no number'],
    [['--scenario', '/nope.json'], 'ENOENT'],
    [['--unknown'], "Unknown option '--unknown'"],
  ])('refuses %j', async (args, message) => {
    const run = promisify(execFile)(process.execPath, [file('../cli.ts'), ...args])
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
  })
})

import { describe, expect, it } from '@jest/globals'
import { followLogs } from '../../src/commands/run-logs.ts'
import { AwsError } from '../../src/errors.ts'
import type { Happening } from '../../src/model/event.ts'
import type { LogStreamPort } from '../../src/model/task-run-ports.ts'

type Page = Awaited<ReturnType<LogStreamPort['readOn']>>

const options = { 'awslogs-group': '/ecs/job', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'job' }
const logging = (name: string) => ({ name, logConfiguration: { logDriver: 'awslogs' as const, options } })
const tasks = [{ taskArn: 'arn:aws:ecs:r:1:task/shop/0123456789abcdef0123456789abcdef' }]

/** A stream of numbered lines that grows; two lines a page. */
function growing() {
  const lines: string[] = []
  const asked: string[] = []
  const logStreams: LogStreamPort = {
    async readOn({ region, group, stream }, token): Promise<Page> {
      asked.push(`${region} ${group} ${stream}`)
      if (lines.length === 0) return undefined
      const from = Number(token ?? 0)
      const page = lines.slice(from, from + 2)
      return { lines: page.map((message, index) => ({ at: from + index, message })), token: String(from + page.length) }
    },
  }
  return { lines, asked, logStreams }
}

function refusing(error: AwsError): LogStreamPort {
  return { readOn: () => Promise.reject(error) }
}

function awsError(code: string, status: number): AwsError {
  return new AwsError('said AWS', { service: 'logs', operation: 'GetLogEvents', code, status })
}

function follow(logStreams: LogStreamPort, watched: readonly string[] = ['app']) {
  const told: Happening[] = []
  const definition = { containerDefinitions: [logging('app'), logging('worker'), { name: 'mute' }] }
  const follower = followLogs({
    aws: { region: 'us-east-1', logStreams },
    emit: (happening) => told.push(happening),
    tasks,
    definition,
    watched,
  })
  const look = async () => (await follower.look()).map(({ source, message }) => `${source}>${message}`)
  return { follower, look, told }
}

describe('the log of a run', () => {
  it('is read to its end at every look, and nothing twice', async () => {
    const stream = growing()
    const { look, follower } = follow(stream.logStreams)
    expect(await look()).toEqual([])
    stream.lines.push('1', '2', '3')
    expect(await look()).toEqual(['>1', '>2', '>3'])
    expect(await look()).toEqual([])
    stream.lines.push('4')
    expect(await look()).toEqual(['>4'])
    expect(follower.excerpts()).toMatchObject([{ container: 'app', lines: ['1', '2', '3', '4'] }])
    expect(new Set(stream.asked)).toEqual(new Set([`eu-west-1 /ecs/job job/app/${'0123456789abcdef'.repeat(2)}`]))
  })

  it('tells containers apart where there are several, in the order of time', async () => {
    const stream = growing()
    stream.lines.push('1', '2')
    const { look } = follow(stream.logStreams, ['app', 'worker'])
    expect(await look()).toEqual(['app>1', 'worker>1', 'app>2', 'worker>2'])
  })

  it('that is nowhere is told once', async () => {
    const { look, told, follower } = follow(growing().logStreams, ['mute'])
    expect(await look()).toEqual([])
    expect(follower.streams).toBe(0)
    expect(told).toMatchObject([{ kind: 'note', text: expect.stringContaining('container mute has no log driver') }])
  })

  it('that may not be read is told once', async () => {
    const { look, told } = follow(refusing(awsError('AccessDeniedException', 400)))
    expect([await look(), await look()]).toEqual([[], []])
    expect(told).toHaveLength(1)
    expect(told).toMatchObject([{ level: 'warning', text: expect.stringContaining('AccessDeniedException') }])
  })

  it.each([
    ['ThrottlingException', 400],
    ['ServiceUnavailableException', 503],
    ['ECONNRESET', 0],
  ])('is read again after %s', async (code, status) => {
    const stream = growing()
    stream.lines.push('1')
    let fails = true
    const { look, told } = follow({
      readOn: (place, token) =>
        fails ? Promise.reject(awsError(code, status)) : stream.logStreams.readOn(place, token),
    })
    expect(await look()).toEqual([])
    fails = false
    expect(await look()).toEqual(['>1'])
    expect(told).toEqual([])
  })
})

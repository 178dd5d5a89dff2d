import { describe, expect, it } from '@jest/globals'
import { fargate, NETWORK, type Story, tell } from './ecs-story.ts'

const sidecar = (name: string, more: object = {}) => ({ name, image: `registry.example/${name}:1`, ...more })

/** A task definition `job` of the container `app` and others; `fate` is what its tasks meet. */
function world(fate: object, ...others: readonly object[]): Story {
  const definition = fargate('job')
  const containers = [...(definition['containerDefinitions'] as object[]), ...others]
  return tell({
    timings: { jitter: 0 },
    clusters: [{ name: 'default' }],
    taskDefinitions: [
      { input: { ...definition, containerDefinitions: containers, tags: [{ key: 'team', value: 'shop' }] } },
    ],
    tasks: [{ match: { taskDefinition: 'job' }, ...fate }],
  })
}

const input = { taskDefinition: 'job', networkConfiguration: NETWORK, launchType: 'FARGATE' }

function start(story: Story, more: object = {}): string {
  return story.call('RunTask', { ...input, ...more }).tasks[0].taskArn
}

function ends(story: Story, arn: string) {
  const [task] = story.call('DescribeTasks', { tasks: [arn] }).tasks
  return task.containers.map(({ exitCode, lastStatus }: { exitCode?: number; lastStatus: string }) => [
    lastStatus,
    exitCode,
  ])
}

describe('a task of several containers', () => {
  it('ends with its essential container; the others get SIGTERM, and SIGKILL after their stopTimeout', () => {
    const fate = {
      fate: { kind: 'exit', code: 0, after: 2 },
      others: [
        { container: 'deaf', stop: { after: 60 } },
        { container: 'polite', stop: { after: 3, code: 0 } },
      ],
    }
    const story = world(fate, sidecar('deaf', { stopTimeout: 12 }), sidecar('polite'))
    const arn = start(story)
    story.pass(27)
    expect(ends(story, arn)).toEqual([
      ['STOPPED', 0],
      ['RUNNING', undefined],
      ['RUNNING', undefined],
    ])
    story.pass(4)
    expect(ends(story, arn)).toEqual([
      ['STOPPED', 0],
      ['RUNNING', undefined],
      ['STOPPED', 0],
    ])
    story.pass(20)
    expect(ends(story, arn)).toEqual([
      ['STOPPED', 0],
      ['STOPPED', 137],
      ['STOPPED', 0],
    ])
  })

  it('goes on when a container ends that is not essential', () => {
    const fate = { fate: { kind: 'healthy' }, others: [{ container: 'agent', exit: { code: 7, after: 1 } }] }
    const story = world(fate, sidecar('agent', { essential: false }))
    const arn = start(story)
    story.pass(60)
    expect(ends(story, arn)).toEqual([
      ['RUNNING', undefined],
      ['STOPPED', 7],
    ])
  })

  it('writes its last words when it is stopped', () => {
    const story = world({
      fate: { kind: 'healthy' },
      logs: [{ message: 'tick', after: 1, every: 10 }],
      stop: { after: 4, code: 0, logs: [{ message: 'bye', after: 2 }] },
    })
    const arn = start(story)
    story.pass(30)
    story.call('StopTask', { task: arn })
    story.pass(30)
    expect(story.logs.map(({ message }) => message)).toEqual(['tick', 'bye'])
    expect(ends(story, arn)).toEqual([['STOPPED', 0]])
  })
})

describe('RunTask', () => {
  it('starts nothing twice with one token, and refuses another request with it', () => {
    const story = world({})
    const first = start(story, { clientToken: 'once' })
    expect(start(story, { clientToken: 'once' })).toBe(first)
    expect(start(story, { clientToken: 'twice' })).not.toBe(first)
    expect(story.refusal('RunTask', { ...input, count: 2, clientToken: 'once' })).toMatch(/^ConflictException/)
  })

  it('gives tasks the tags of their definition, own ones first', () => {
    const story = world({})
    const tags = [{ key: 'team', value: 'other' }]
    const arn = start(story, { propagateTags: 'TASK_DEFINITION' })
    expect(story.call('ListTagsForResource', { resourceArn: arn }).tags).toEqual([{ key: 'team', value: 'shop' }])
    const own = start(story, { propagateTags: 'TASK_DEFINITION', tags })
    expect(story.call('ListTagsForResource', { resourceArn: own }).tags).toEqual(tags)
    expect(story.refusal('RunTask', { ...input, propagateTags: 'SERVICE' })).toMatch(/^InvalidParameterException/)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Answer, type Story, tell } from './ecs-story.ts'

const folder = new URL('../scenarios/', import.meta.url)

/** The service deployment's statuses, the events and the last log line of deploying the next revision to an example. */
const ENDS: Readonly<Record<string, { readonly status: string; readonly told?: RegExp; readonly log?: string }>> = {
  healthy: { status: 'SUCCESSFUL', told: /deployment completed\./, log: 'listening on :8080' },
  'missing-image': { status: 'ROLLBACK_SUCCESSFUL', told: /CannotPullContainerError/ },
  'missing-secret': { status: 'STOPPED', told: /deployment failed: tasks failed to start\./ },
  crash: {
    status: 'ROLLBACK_SUCCESSFUL',
    told: /rolling back to deployment/,
    log: 'FATAL: database "claim" does not exist',
  },
  'out-of-memory': { status: 'ROLLBACK_SUCCESSFUL', log: 'loading model' },
  'unhealthy-target': {
    status: 'IN_PROGRESS',
    told: /Health checks failed with these codes: \[502\]/,
    log: 'GET /health 502',
  },
  'no-room': { status: 'IN_PROGRESS', told: /insufficient CPU units available/ },
  alarm: { status: 'ROLLBACK_SUCCESSFUL', told: /deployment failed: alarm detected\./ },
  superseded: { status: 'STOPPED' },
  'stopped-by-person': { status: 'ROLLBACK_SUCCESSFUL' },
  'rough-day': { status: 'SUCCESSFUL' },
}

function deploy(story: Story): { cluster: string; service: string; arn: string } {
  const cluster = 'production'
  const service = story.call('ListServices', { cluster }).serviceArns[0].split('/').at(-1)
  const { services } = story.call('DescribeServices', { cluster, services: [service] })
  const { taskDefinition } = story.call('DescribeTaskDefinition', { taskDefinition: services[0].taskDefinition })
  const next = story.call('RegisterTaskDefinition', taskDefinition).taskDefinition
  const updated = story.call('UpdateService', { cluster, service, taskDefinition: next.taskDefinitionArn }).service
  return { cluster, service, arn: updated.currentServiceDeployment }
}

describe('the example scenarios', () => {
  it('are all told here', () => {
    const names = readdirSync(folder).map((name) => name.replace('.json', ''))
    expect(names.sort()).toEqual(Object.keys(ENDS).sort())
  })

  it.each(Object.entries(ENDS))('%s: %j', (name, { status, told, log }) => {
    const story = tell(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
    const { cluster, service, arn } = deploy(story)
    story.pass(1200)
    const [deployment] = story.call('DescribeServiceDeployments', { serviceDeploymentArns: [arn] }).serviceDeployments
    const [live] = story.call('DescribeServices', { cluster, services: [service] }).services
    expect(deployment.status).toBe(status)
    expect(live.runningCount).toBe(live.desiredCount)
    const events = live.events.map((event: Answer) => event.message).join('\n')
    if (told !== undefined) expect(events).toMatch(told)
    if (log !== undefined) expect(story.logs.map(({ message }) => message)).toContain(log)
    expect(story.ecs.refusals()).toEqual([])
  })

  it('the one that is superseded ends with what the other pipeline deployed', () => {
    const story = tell(JSON.parse(readFileSync(new URL('superseded.json', folder), 'utf8')))
    const { cluster, service } = deploy(story)
    story.pass(600)
    const [live] = story.call('DescribeServices', { cluster, services: [service] }).services
    expect(live.taskDefinition).toMatch(/:api:41$|\/api:41$/)
  })
})

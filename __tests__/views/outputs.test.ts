import { describe, expect, it } from '@jest/globals'
import type { CommandReport, CommandResult, ProjectReport } from '../../src/model/report.ts'
import { renderAnnotations } from '../../src/views/annotations.ts'
import { deploymentLink, logStreamLink, serviceLink, taskLink } from '../../src/views/links.ts'
import { outputNames, renderDocument, renderOutputs } from '../../src/views/outputs.ts'
import { renderReport } from '../../src/views/report.ts'
import { at, failedProject, goodProject, noon, reportOf } from './sample.ts'

const written = { documentFile: '/t/document.txt', reportFile: '/t/report.json', commentUrl: 'https://x/1' }

function command(name: string, result: Partial<CommandResult>): CommandReport {
  return { command: name, line: name, result: { outcome: 'succeeded', sentence: 'done', ...result } }
}

function projectOf(...commands: readonly CommandReport[]): ProjectReport {
  return { ...goodProject, commands, events: [] }
}

describe('outputs', () => {
  it('tell one project by single values', () => {
    const outputs = renderOutputs(reportOf(failedProject), written)
    expect(Object.keys(outputs)).toEqual([...outputNames])
    expect(outputs).toMatchObject({
      outcome: 'rolled-back',
      changed: 'true',
      'failed-task-definition-arn': 'arn:aws:ecs:ap-northeast-1:123456789012:task-definition/api:43',
      'failure-category': 'container/essential-exited',
      retryable: 'false',
      'exit-code': '',
      'report-file': '/t/report.json',
      'comment-url': 'https://x/1',
    })
  })

  it('leave single values empty for several projects', () => {
    const outputs = renderOutputs(reportOf(failedProject, goodProject), written)
    expect(outputs).toMatchObject({ outcome: 'rolled-back', changed: '', 'deployment-id': '', 'failure-reason': '' })
    expect(JSON.parse(outputs.projects)).toMatchObject([
      { config: 'ecs/ecspresso.yml', cluster: 'prod', service: 'api', outcome: 'rolled-back', changed: true },
      { config: 'worker/ecspresso.yml', service: 'worker', outcome: 'succeeded', changed: false, deploymentId: '' },
    ])
  })

  it('say what differed before the run acted, and what runs after it', () => {
    const first = command('diff', { changed: true, previous: 'api:1', running: 'api:1' })
    const last = command('deploy', { changed: false, previous: 'api:1', running: 'api:2' })
    expect(renderOutputs(reportOf(projectOf(first, last)), written)).toMatchObject({
      changed: 'true',
      'previous-task-definition-arn': 'api:1',
      'task-definition-arn': 'api:2',
    })
  })

  it('tell the exit code 0 and when an approval expires', () => {
    const run = command('run', { exitCode: 0, taskArn: 'arn:task', hook: { id: 'h-1', expiresAt: noon } })
    expect(renderOutputs(reportOf(projectOf(run)), written)).toMatchObject({
      'exit-code': '0',
      'task-arn': 'arn:task',
      'hook-id': 'h-1',
      'approval-expires-at': '2026-11-23T12:00:00.000Z',
    })
  })

  it('give the last document, under its config when there are several', () => {
    const json = command('render', { document: { title: 'task', language: 'json', text: '{}' } })
    const yaml = command('render', { document: { title: 'config', language: 'yaml', text: 'a: 1\n' } })
    expect(renderDocument(reportOf(projectOf(yaml, json)))).toBe('{}\n')
    const other = { ...projectOf(yaml), config: 'b.yml' }
    expect(renderDocument(reportOf(projectOf(json), other))).toBe('# worker/ecspresso.yml\n{}\n# b.yml\na: 1\n')
    expect(renderDocument(reportOf(goodProject))).toBeUndefined()
  })

  it('write the report with times people can read', () => {
    const report = JSON.parse(
      renderReport(reportOf({ ...goodProject, events: [at(1, { kind: 'rollback', sentence: 'x' })] })),
    )
    expect(report).toMatchObject({ schemaVersion: 1, startedAt: '2026-11-23T12:00:00.000Z' })
    expect(report.projects[0].events[0].at).toBe('2026-11-23T12:00:01.000Z')
  })
})

describe('annotations', () => {
  const finding = { check: 'image', subject: 'app', status: 'failed', message: 'no such tag' } as const
  const verify = (count: number, status: 'failed' | 'warning' = 'failed') => {
    const findings = Array.from({ length: count }, (_, index) => {
      return { ...finding, status, location: { file: 'ecs/task.json', line: index + 1 } }
    })
    return projectOf(command('verify', { outcome: 'failed', findings }))
  }

  it('put the root cause on the line at fault', () => {
    const [one] = renderAnnotations(reportOf(verify(1)))
    expect(one).toMatchObject({ level: 'error', location: { file: 'ecs/task.json', line: 1 } })
  })

  it('are one error for each of at most eight failed projects, ten in all', () => {
    const failed = Array.from({ length: 12 }, (_, index) => ({ ...failedProject, service: `api-${index}` }))
    expect(renderAnnotations(reportOf(...failed))).toHaveLength(8)
    const all = renderAnnotations(reportOf(...failed, verify(30), verify(30, 'warning')))
    expect(all.filter((one) => one.level === 'error')).toHaveLength(10)
    expect(all.filter((one) => one.level === 'warning')).toHaveLength(10)
  })

  it('are short', () => {
    const long = projectOf(
      command('deploy', { outcome: 'failed', sentence: '🚀'.repeat(2000), category: 'x'.repeat(200) }),
    )
    const [one] = renderAnnotations(reportOf(long))
    expect(one?.title.length).toBeLessThanOrEqual(80)
    expect(one?.message.length).toBeLessThanOrEqual(500)
    expect(one?.message.isWellFormed()).toBe(true)
  })

  it('notice what goes on without us', () => {
    const project = projectOf(command('deploy', { outcome: 'started', sentence: 'the rollout goes on' }))
    expect(renderAnnotations(reportOf(project))).toEqual([
      { level: 'notice', title: 'prod/worker started', message: 'the rollout goes on' },
    ])
  })
})

describe('links', () => {
  const place = (region: string) => ({ region, cluster: 'prod', service: 'api' })
  it.each([
    [
      'a service',
      serviceLink(place('eu-west-1')),
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/api/health?region=eu-west-1',
    ],
    [
      'China',
      serviceLink(place('cn-north-1')),
      'https://cn-north-1.console.amazonaws.cn/ecs/v2/clusters/prod/services/api/health?region=cn-north-1',
    ],
    [
      'GovCloud',
      taskLink(place('us-gov-west-1'), 'arn:x:task/prod/0f3a'),
      'https://us-gov-west-1.console.amazonaws-us-gov.com/ecs/v2/clusters/prod/tasks/0f3a/configuration?region=us-gov-west-1',
    ],
    [
      'CodeDeploy',
      deploymentLink(place('eu-west-1'), 'd-ABC'),
      'https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-ABC?region=eu-west-1',
    ],
    [
      'a deployment',
      deploymentLink(place('eu-west-1'), 'ecs-svc/123'),
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/api/deployments?region=eu-west-1',
    ],
    [
      'a log',
      logStreamLink('eu-west-1', { group: '/ecs/api', stream: 'app/app/0f', from: 5 }),
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fapi/log-events/app$252Fapp$252F0f$3Fstart$3D5',
    ],
  ])('open %s', (_, link, expected) => {
    expect(link).toBe(expected)
  })
})

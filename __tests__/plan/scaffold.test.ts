import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { environmentFunctions } from '../../src/config/functions.ts'
import { renderTemplate } from '../../src/config/template/evaluator.ts'
import { asTemplate } from '../../src/config/template/literal.ts'
import { parseTemplate } from '../../src/config/template/parser.ts'
import type { Service, TaskDefinition } from '../../src/model/ecs.ts'
import type { JsonObject } from '../../src/model/json.ts'
import { formatDocument } from '../../src/plan/canonical.ts'
import { compareProject } from '../../src/plan/comparison.ts'
import { listPlainSecrets, serviceFile, taskDefinitionFile } from '../../src/plan/scaffold.ts'
import { definition, loaded, registered, running } from './sides.ts'

/** The document as it comes back from the file that was written. */
function reread(document: JsonObject): JsonObject {
  return JSON.parse(formatDocument(document))
}

describe('a service file', () => {
  it.each<[string, Service, JsonObject]>([
    ['NONE where nothing propagates', {}, { propagateTags: 'NONE' }],
    ['SERVICE', { propagateTags: 'SERVICE' }, { propagateTags: 'SERVICE' }],
    ['the count', { desiredCount: 3 }, { desiredCount: 3 }],
    [
      'attributes of the PRIMARY deployment',
      { deployments: [{ status: 'PRIMARY', serviceConnectConfiguration: { enabled: true, namespace: 'shop' } }] },
      { serviceConnectConfiguration: { enabled: true, namespace: 'shop' } },
    ],
    ['a strategy that nobody chose', {}, { deploymentConfiguration: { strategy: '' } }],
  ])('says %s', (_, service, said) => {
    expect(reread(serviceFile(running(service)))).toMatchObject(said)
  })

  it('leaves out what describes the moment', () => {
    const moment = { roleArn: 'a', status: 'ACTIVE', createdBy: 'b', pendingCount: 1, taskSets: [], deployments: [] }
    const file = reread(serviceFile(running({ ...moment, currentServiceDeployment: 'c' })))
    expect(Object.keys(file).filter((key) => key in moment || key.startsWith('current'))).toEqual([])
  })

  it('leaves to Express mode what is its own', () => {
    const file = reread(serviceFile(running({ resourceManagementType: 'ECS' })))
    expect(file).not.toHaveProperty('deploymentConfiguration')
  })
})

describe('files of what runs', () => {
  const service = fc.record<Service>(
    {
      desiredCount: fc.nat(5),
      launchType: fc.constantFrom('FARGATE', 'EC2'),
      schedulingStrategy: fc.constantFrom('REPLICA', 'DAEMON'),
      propagateTags: fc.constantFrom('SERVICE', 'TASK_DEFINITION', 'NONE'),
      enableExecuteCommand: fc.boolean(),
      healthCheckGracePeriodSeconds: fc.nat(60),
      capacityProviderStrategy: fc.array(fc.record({ capacityProvider: fc.string(), weight: fc.nat(2) })),
      networkConfiguration: fc.record({ awsvpcConfiguration: fc.record({ subnets: fc.array(fc.string()) }) }),
      tags: fc.uniqueArray(fc.record({ key: fc.string(), value: fc.string() }), { selector: ({ key }) => key }),
      deploymentController: fc.constantFrom({ type: 'ECS' as const }, { type: 'CODE_DEPLOY' as const }),
    },
    // DescribeServices always answers propagateTags.
    { requiredKeys: ['propagateTags'] },
  )
  const container = fc.record(
    {
      name: fc.string(),
      cpu: fc.nat(2),
      command: fc.array(fc.string()),
      environment: fc.array(fc.record({ name: fc.string(), value: fc.string() })),
      dockerLabels: fc.dictionary(fc.string(), fc.string()),
      portMappings: fc.array(fc.record({ containerPort: fc.nat(9), protocol: fc.constantFrom('tcp', 'udp') })),
    },
    { requiredKeys: ['name'] },
  )
  const task = fc.record<TaskDefinition>(
    {
      networkMode: fc.constantFrom('awsvpc', 'host'),
      enableFaultInjection: fc.boolean(),
      ipcMode: fc.constantFrom('host', 'task'),
      volumes: fc.array(fc.record({ name: fc.string(), host: fc.constant({}) })),
      containerDefinitions: fc.array(container),
    },
    { requiredKeys: [] },
  )

  it('differ from it in nothing, sorted or not', () => {
    fc.assert(
      fc.property(service, task, fc.boolean(), (attributes, members, sort) => {
        const [remote, live] = [running(attributes), registered(members)]
        const { service: one, taskDefinition: other } = compareProject({
          ignoreTags: [],
          service: { local: definition(loaded(serviceFile(remote), 'service')), remote },
          taskDefinition: { local: definition(loaded(taskDefinitionFile(live, sort), 'task')), remote: live },
        })
        expect([one?.changes, other?.changes]).toEqual([[], []])
      }),
    )
  })
})

it('names of secrets in plain text, never values', () => {
  const containerDefinitions = [
    {
      name: 'app',
      environment: [
        { name: 'STAGE', value: 'production' },
        { name: 'DB_PASSWORD', value: 'correct-horse' },
        { name: 'DB_PASSWORD_ARN', value: 'arn:aws:ssm:us-east-1:1:parameter/x' },
        { name: 'API_KEY', value: '' },
      ],
      logConfiguration: { options: { apikey: 'abcdef0123456789' } },
    },
    { name: 'quiet' },
  ]
  expect(listPlainSecrets({ containerDefinitions })).toEqual(['app: DB_PASSWORD, apikey'])
})

describe('a text as a template', () => {
  const functions = environmentFunctions({}, async () => '')
  const render = async (text: string) =>
    renderTemplate(parseTemplate(text, { has: (name) => functions.has(name) }), functions)

  it.each(['', 'a', '{{.Name}}/{{.ID}}', '{{{x}}}', '{{- `a` -}}', '{{{{', '}} {{ /* c */ }}'])('%s', async (text) => {
    expect(await render(asTemplate(text))).toMatchObject({ text })
  })
})

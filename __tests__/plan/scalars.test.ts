import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject } from '../../src/model/json.ts'
import { canonicalise } from '../../src/plan/canonical.ts'
import { normaliseTaskDefinition } from '../../src/plan/normalise-task-definition.ts'
import { showService, showTaskDefinition } from '../../src/plan/scalars.ts'
import { loaded } from './sides.ts'

const unset = { ipcMode: '', networkMode: '', pidMode: '' }

describe('a task definition as it is shown', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['enums that are not set', { family: 'api' }, { ...unset, family: 'api' }],
    ['what is set stays', { networkMode: 'awsvpc', pidMode: null }, { ...unset, networkMode: 'awsvpc' }],
    [
      'containers',
      { containerDefinitions: [{ name: 'app', portMappings: [{ containerPort: 80 }] }] },
      {
        ...unset,
        containerDefinitions: [
          {
            cpu: 0,
            name: 'app',
            portMappings: [{ appProtocol: '', containerPort: 80, protocol: '' }],
            versionConsistency: '',
          },
        ],
      },
    ],
    [
      'volumes',
      { volumes: [{ efsVolumeConfiguration: { authorizationConfig: {} } }, { dockerVolumeConfiguration: {} }] },
      {
        ...unset,
        volumes: [
          { efsVolumeConfiguration: { authorizationConfig: { iam: '' }, transitEncryption: '' } },
          { dockerVolumeConfiguration: { scope: '' } },
        ],
      },
    ],
    ['what is no object stays', { containerDefinitions: 'x' }, { ...unset, containerDefinitions: 'x' }],
  ])('%s', (_, document, shown) => {
    expect(canonicalise(showTaskDefinition(document))).toEqual(shown)
  })

  it('means the same as before', () => {
    const container = fc.record(
      {
        name: fc.string(),
        cpu: fc.integer({ min: 1, max: 10 }),
        portMappings: fc.array(fc.record({ containerPort: fc.integer(), protocol: fc.constantFrom('tcp', 'udp') })),
        dependsOn: fc.array(fc.record({ containerName: fc.string() }, { requiredKeys: [] })),
        logConfiguration: fc.record({ options: fc.dictionary(fc.string(), fc.string()) }),
      },
      { requiredKeys: ['name'] },
    )
    const definitions = fc.record(
      {
        family: fc.string(),
        networkMode: fc.constantFrom('awsvpc', 'host'),
        containerDefinitions: fc.array(container),
      },
      { requiredKeys: ['family'] },
    )
    fc.assert(
      fc.property(definitions, (document) => {
        const before = normaliseTaskDefinition(document, [])
        expect(normaliseTaskDefinition(loaded(showTaskDefinition(document), 'task'), [])).toEqual(before)
      }),
    )
  })
})

it('a service shows its enums and booleans', () => {
  expect(canonicalise(showService({ desiredCount: 2, capacityProviderStrategy: [{ capacityProvider: 'a' }] }))).toEqual(
    {
      availabilityZoneRebalancing: '',
      capacityProviderStrategy: [{ base: 0, capacityProvider: 'a', weight: 0 }],
      desiredCount: 2,
      enableECSManagedTags: false,
      enableExecuteCommand: false,
      launchType: '',
      propagateTags: '',
      schedulingStrategy: '',
    },
  )
})

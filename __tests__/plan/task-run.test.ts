import { describe, expect, it } from '@jest/globals'
import { readTags } from '../../src/commands/run-tags.ts'
import { mergeTags, planTaskRun, type TaskRunRequest } from '../../src/plan/task-run.ts'

const bare: TaskRunRequest = {
  cluster: 'shop',
  taskDefinition: 'job:1',
  service: {},
  count: 1,
  tags: [],
  propagateTags: false,
  deleteVolumes: true,
}
const least = { cluster: 'shop', taskDefinition: 'job:1', count: 1 }
const ebs = { sizeInGiB: 10, roleArn: 'arn:role' }

describe('the RunTask of a run', () => {
  it.each<[string, Partial<TaskRunRequest>, object]>([
    ['nothing but the task definition', {}, {}],
    [
      'where and how the service runs',
      {
        service: {
          launchType: 'FARGATE',
          platformVersion: '1.4.0',
          networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
          enableExecuteCommand: true,
        },
      },
      {
        launchType: 'FARGATE',
        platformVersion: '1.4.0',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['b', 'a'] } },
        enableExecuteCommand: true,
      },
    ],
    [
      'not what a service alone has',
      { service: { desiredCount: 2, loadBalancers: [{}], deploymentConfiguration: {}, tags: [{ key: 'a' }] } },
      {},
    ],
    [
      'not what is empty',
      { service: { launchType: '', placementStrategy: [], enableECSManagedTags: false, capacityProviderStrategy: [] } },
      {},
    ],
    [
      'volumes of its own, that go with it',
      {
        service: {
          volumeConfigurations: [
            {
              name: 'data',
              managedEBSVolume: {
                ...ebs,
                tagSpecifications: [
                  { resourceType: 'volume', propagateTags: 'SERVICE' },
                  { resourceType: 'volume', propagateTags: 'TASK_DEFINITION' },
                ],
              },
            },
            { name: 'other' },
          ],
        },
      },
      {
        volumeConfigurations: [
          {
            name: 'data',
            managedEBSVolume: {
              ...ebs,
              tagSpecifications: [{ resourceType: 'volume', propagateTags: 'TASK_DEFINITION' }],
              terminationPolicy: { deleteOnTermination: true },
            },
          },
        ],
      },
    ],
    [
      'volumes that stay',
      { deleteVolumes: false, service: { volumeConfigurations: [{ name: 'data', managedEBSVolume: ebs }] } },
      {
        volumeConfigurations: [
          { name: 'data', managedEBSVolume: { ...ebs, terminationPolicy: { deleteOnTermination: false } } },
        ],
      },
    ],
    [
      'what the line says',
      { count: 3, tags: [{ key: 'a', value: '1' }], propagateTags: true, clientToken: 't', overrides: { cpu: '512' } },
      {
        count: 3,
        tags: [{ key: 'a', value: '1' }],
        propagateTags: 'TASK_DEFINITION',
        clientToken: 't',
        overrides: { cpu: '512' },
      },
    ],
  ])('holds %s', (_, request, expected) => {
    expect(planTaskRun({ ...bare, ...request })).toEqual({ ...least, ...expected })
  })
})

describe('tags of a run', () => {
  it.each<[string, readonly string[], readonly object[]]>([
    ['none', [], []],
    ['one', ['A=1'], [{ key: 'A', value: '1' }]],
    [
      'two and nothing',
      ['A=1', 'B=2', ''],
      [
        { key: 'A', value: '1' },
        { key: 'B', value: '2' },
      ],
    ],
    ['an empty value', ['A='], [{ key: 'A', value: '' }]],
    ['a value with =', ['A=b=c'], [{ key: 'A', value: 'b=c' }]],
  ])('%s', (_, items, tags) => {
    expect(readTags(items)).toEqual(tags)
  })

  it.each(['A', '=x'])('refuse %s', (item) => {
    expect(() => readTags([item])).toThrow(`--tags: "${item}" is not KEY=VALUE`)
  })

  it('of a service give way to own ones, and those of AWS stay behind', () => {
    const inherited = [
      { key: 'aws:x', value: '1' },
      { key: 'team', value: 'a' },
      { key: 'env', value: 'prod' },
    ]
    expect(mergeTags(inherited, [{ key: 'env', value: 'test' }])).toEqual([
      { key: 'team', value: 'a' },
      { key: 'env', value: 'test' },
    ])
  })
})

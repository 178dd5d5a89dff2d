import { describe, expect, it } from '@jest/globals'
import type { Fields, Json } from '../../simulator/call.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import type { Command } from '../../src/commands/context.ts'
import { deploy } from '../../src/commands/deploy.ts'
import { refresh } from '../../src/commands/refresh.ts'
import { rollback } from '../../src/commands/rollback.ts'
import { scale } from '../../src/commands/scale.ts'
import { wait } from '../../src/commands/wait.ts'
import type { Happening } from '../../src/model/event.ts'
import type { JsonObject } from '../../src/model/json.ts'
import type { FlagValue } from '../../src/model/settings.ts'
import { type Asked, openWorld, type Run, runCommand, serviceDefinition } from '../rollout/world.ts'

const differing: JsonObject = {
  ...serviceDefinition,
  enableExecuteCommand: true,
  tags: [{ key: 'team', value: 'shop' }],
}
const scaling: Fields = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/demo/api',
  ScalableDimension: 'ecs:service:DesiredCount',
  MinCapacity: 1,
  MaxCapacity: 4,
}

type Flags = Readonly<Record<string, FlagValue>>

/** The calls that were to change something, with what decides. */
function tellWrites(simulator: Simulator): readonly string[] {
  const writes = simulator.state().calls.filter(({ operation }) => !/^(Describe|List|Get)/.test(operation))
  return writes.map(({ operation, input }) => tellCall(operation, input))
}

/** The calls that a dry run says it would make. */
function tellSaid(happenings: readonly Happening[]): readonly string[] {
  return happenings.flatMap((one) => {
    if (one.kind !== 'call' || !one.dryRun) return []
    const input: Fields = JSON.parse(JSON.stringify(one.input))
    return [tellCall(one.operation, input).replace('(new revision)', '2')]
  })
}

function tellCall(operation: string, input: Fields): string {
  if (operation === 'RegisterTaskDefinition') return 'register'
  const short = (value: Json | undefined) => String(value).replace(/^arn:.*\//, '')
  const words = [
    ...(input['taskDefinition'] === undefined ? [] : [short(input['taskDefinition'])]),
    ...(input['desiredCount'] === undefined ? [] : [`count ${String(input['desiredCount'])}`]),
    ...(input['forceNewDeployment'] === true ? ['force'] : []),
    ...(input['enableExecuteCommand'] === undefined ? [] : ['attributes']),
    ...['MinCapacity', 'MaxCapacity'].flatMap((name) => (input[name] === undefined ? [] : [`${name} ${input[name]}`])),
    ...(input['SuspendedState'] === undefined ? [] : ['suspension']),
    ...(operation === 'TagResource' ? [JSON.stringify(input['tags'])] : []),
  ]
  return [operation, ...words].join(' ')
}

const team = 'TagResource [{"key":"team","value":"shop"}]'

/** Specification 5.3.8, with what 5.3.3, 5.3.5, 5.5 and 5.6 say of the same calls. */
const rows: readonly [string, Command, Flags, Asked, readonly string[]][] = [
  ['plain, no service diff', deploy, {}, {}, ['register', 'UpdateService api:2 count 2']],
  [
    'plain, service diff',
    deploy,
    {},
    { service: differing },
    ['register', team, 'UpdateService api:2 count 2 attributes'],
  ],
  [
    '--no-update-service',
    deploy,
    { 'update-service': false },
    { service: differing },
    ['register', 'UpdateService api:2'],
  ],
  [
    '--skip-task-definition, service diff',
    deploy,
    { 'skip-task-definition': true },
    { service: differing },
    [team, 'UpdateService api:1 count 2 attributes'],
  ],
  [
    '--skip-task-definition, no service diff',
    deploy,
    { 'skip-task-definition': true },
    {},
    ['UpdateService api:1 count 2'],
  ],
  [
    '--skip-task-definition --no-update-service --tasks 5',
    deploy,
    { 'skip-task-definition': true, 'update-service': false, tasks: 5 },
    { service: differing },
    ['UpdateService api:1 count 5'],
  ],
  ['scale --tasks 5', scale, { tasks: 5 }, { service: differing }, ['UpdateService api:1 count 5']],
  ['scale --tasks 0', scale, { tasks: 0 }, {}, ['UpdateService api:1 count 0']],
  ['scale', scale, {}, { service: differing }, ['UpdateService api:1']],
  [
    'scale with auto scaling flags only',
    scale,
    { 'auto-scaling-max': 9 },
    {},
    ['RegisterScalableTarget MaxCapacity 9', 'UpdateService api:1'],
  ],
  [
    'scale --resume-auto-scaling --tasks 3',
    scale,
    { 'resume-auto-scaling': true, tasks: 3 },
    {},
    ['RegisterScalableTarget suspension', 'UpdateService api:1 count 3'],
  ],
  [
    '--skip-task-definition --no-update-service --force-new-deployment',
    deploy,
    { 'skip-task-definition': true, 'update-service': false, 'force-new-deployment': true },
    { service: differing },
    ['UpdateService api:1 force'],
  ],
  ['refresh', refresh, {}, { service: differing }, ['UpdateService api:1 force']],
  ['--revision 1', deploy, { revision: 1 }, {}, ['UpdateService api:1 count 2']],
  [
    '--latest-task-definition, service diff',
    deploy,
    { 'latest-task-definition': true },
    { service: differing },
    [team, 'UpdateService api:1 count 2 attributes'],
  ],
  ['no service definition', deploy, {}, { service: undefined }, ['register', 'UpdateService api:2']],
  [
    'no service definition --tasks 3 --force-new-deployment',
    deploy,
    { tasks: 3, 'force-new-deployment': true },
    { service: undefined },
    ['register', 'UpdateService api:2 count 3 force'],
  ],
  [
    'tags and auto scaling come before the one update',
    deploy,
    { 'auto-scaling-min': 2, 'suspend-auto-scaling': true },
    { service: differing },
    ['register', team, 'RegisterScalableTarget MinCapacity 2 suspension', 'UpdateService api:2 count 2 attributes'],
  ],
]

describe('what is written for an existing service', () => {
  it.each(rows)('%s', async (_what, command, flags, asked, writes) => {
    const simulator = openWorld({})
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scaling)
    const dry = await runCommand(simulator, command, { ...asked, flags: { ...flags, 'dry-run': true } })
    expect(tellWrites(simulator)).toEqual([])
    expect(dry.result.outcome).toBe('dry-run')
    expect(tellSaid(dry.happenings)).toEqual(writes)
    const { result } = await runCommand(simulator, command, { ...asked, flags })
    expect(result.outcome).toMatch(/^(succeeded|unchanged)$/)
    expect(tellWrites(simulator)).toEqual(writes)
  })

  it.each(['EXTERNAL', 'CODE_DEPLOY'])('controller %s: nothing, an error before any change', async (type) => {
    const simulator = openWorld({}, { ...serviceDefinition, deploymentController: { type } })
    for (const command of [deploy, refresh, scale, rollback, wait]) {
      await expect(runCommand(simulator, command)).rejects.toThrow(`unsupported deployment controller type: ${type}`)
    }
    expect(tellWrites(simulator)).toEqual([])
  })

  it.each<[string, Command, Flags, readonly string[]]>([
    ['deploy', deploy, {}, []],
    ['deploy --tasks 3', deploy, { tasks: 3 }, ['UpdateService api:1 count 3']],
    [
      'deploy --auto-scaling-max 9',
      deploy,
      { 'auto-scaling-max': 9 },
      ['RegisterScalableTarget MaxCapacity 9', 'UpdateService api:1 count 2'],
    ],
    ['scale --tasks 3', scale, { tasks: 3 }, ['UpdateService api:1 count 3']],
    ['refresh', refresh, {}, ['UpdateService api:1 force']],
  ])('unchanged: skip, and no file differs: %s', async (_what, command, flags, writes) => {
    const simulator = openWorld({})
    simulator.ask('application-autoscaling', 'RegisterScalableTarget', scaling)
    const { result } = await runCommand(simulator, command, { image: 'app:1', flags, options: { unchanged: 'skip' } })
    expect(result.outcome).toBe(writes.length === 0 ? 'unchanged' : 'succeeded')
    expect(tellWrites(simulator)).toEqual(writes)
  })
})

describe('what is written for a service that is missing', () => {
  const missing = (): Simulator => openWorld({ services: [] })

  it.each<[string, Flags, readonly string[]]>([
    ['plain', {}, ['register', 'CreateService api:2 count 2']],
    ['--tasks 1', { tasks: 1 }, ['register', 'CreateService api:2 count 1']],
    ['--skip-task-definition', { 'skip-task-definition': true }, ['CreateService api:1 count 2']],
    ['--latest-task-definition', { 'latest-task-definition': true }, ['CreateService api:1 count 2']],
    ['--no-update-service', { 'update-service': false }, ['register', 'CreateService api:2 count 2']],
    ['--suspend-auto-scaling', { 'suspend-auto-scaling': true }, ['register', 'CreateService api:2 count 2']],
  ])('%s', async (_what, flags, writes) => {
    const simulator = missing()
    const dry: Run = await runCommand(simulator, deploy, { flags: { ...flags, 'dry-run': true } })
    expect(tellSaid(dry.happenings)).toEqual(writes)
    const { result } = await runCommand(simulator, deploy, { flags })
    expect(result.outcome).toBe('succeeded')
    expect(tellWrites(simulator)).toEqual(writes)
  })

  it.each([refresh, scale])('by $name: nothing, it is an error', async (command) => {
    const simulator = missing()
    await expect(runCommand(simulator, command, { flags: { tasks: 2 } })).rejects.toThrow('service api is not found')
    expect(tellWrites(simulator)).toEqual([])
  })
})

import type { Definition } from '../../model/definition.ts'
import type { Finding } from '../../model/diagnosis.ts'
import { valueAt } from '../../model/json.ts'
import { normaliseCpu, normaliseMemory } from '../../plan/normalise-task-definition.ts'
import type { Check } from '../check.ts'
import { runsOnFargate } from '../containers.ts'

/**
 * CPU units to MiB of memory that Fargate offers with them (ECS developer guide, "Task CPU and memory"): single values,
 * or from, to and step.
 */
const sizes: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, range(1024, 4096, 1024)],
  [1024, range(2048, 8192, 1024)],
  [2048, range(4096, 16384, 1024)],
  [4096, range(8192, 30720, 1024)],
  [8192, range(16384, 61440, 4096)],
  [16384, range(32768, 122880, 8192)],
])

/** CPU and memory of the task are a pair that Fargate offers. */
export const fargateSize: Check = {
  name: 'fargate-size',
  needsAws: false,
  run(subject) {
    const { taskDefinition } = subject
    return taskDefinition !== undefined && runsOnFargate(subject) ? [judge(taskDefinition)] : []
  },
}

function judge(taskDefinition: Definition): Finding {
  const [cpu, memory] = [amountOf(taskDefinition, 'cpu'), amountOf(taskDefinition, 'memory')]
  const fault = describeFault(cpu, memory)
  const wrong = sizes.has(cpu) ? 'memory' : 'cpu'
  return {
    check: 'fargate-size',
    subject: `cpu ${describeAmount(cpu)}, memory ${describeAmount(memory)}`,
    ...(fault ?? { status: 'ok', message: 'is a size that Fargate offers' }),
    location: taskDefinition.locate([wrong]),
  }
}

function describeFault(cpu: number, memory: number): Pick<Finding, 'status' | 'message' | 'hint'> | undefined {
  const offered = sizes.get(cpu)
  if (offered === undefined) {
    const hint = Number.isNaN(cpu)
      ? `Set cpu of the task to one of ${[...sizes.keys()].join(', ')}.`
      : `Set cpu to ${nearest([...sizes.keys()], cpu).join(' or ')}.`
    return { status: 'failed', message: 'Fargate does not offer this cpu', hint }
  }
  if (offered.includes(memory)) return undefined
  const hint = `With cpu ${cpu} memory can be ${describeOffer(offered)}; nearest: ${nearest(offered, memory).join(' or ')}.`
  return { status: 'failed', message: `Fargate does not offer this memory with cpu ${cpu}`, hint }
}

function describeOffer(offered: readonly number[]): string {
  const [first, second, third] = offered
  if (first === undefined || second === undefined || third === undefined || third - second !== second - first) {
    return offered.join(', ')
  }
  return `${first} to ${offered.at(-1)} in steps of ${second - first}`
}

/** The offered values beside a wrong one, the smaller first; the smallest where nothing was given. */
function nearest(offered: readonly number[], wanted: number): readonly number[] {
  const below = offered.findLast((value) => value < wanted)
  const above = offered.find((value) => value > wanted)
  const beside = [below, above].filter((value) => value !== undefined)
  return beside.length === 0 ? offered.slice(0, 1) : beside
}

// NaN where there is none or it cannot be read.
function amountOf({ document }: Definition, key: 'cpu' | 'memory'): number {
  const value = valueAt(document, [key])
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value === '') return Number.NaN
  return Number((key === 'cpu' ? normaliseCpu(value) : normaliseMemory(value)) ?? Number.NaN)
}

function describeAmount(amount: number): string {
  return Number.isNaN(amount) ? 'missing' : String(amount)
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step)
}

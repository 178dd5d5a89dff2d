import type { Life, Sight } from './life.ts'
import { resultOf } from './promises.ts'

/** A life as a reader wants it who looks for a bug: what was asked, what was logged, and what was true. */
export function tellLife(life: Life): string {
  const { history, log, writes, looks, end, cancelled, calls, took } = life
  const start = (looks[0] ?? end).at
  const clock = (at: number): string => `${((at - start) / 1000).toFixed(1)} s`
  const told = writes.map(({ turn, operation, error, lost, before, registered, input }) => {
    const what = lost ? 'done, answer lost' : (error ?? registered ?? 'done')
    return `${clock(before.at)}  call ${turn}  ${operation}: ${what}  ${JSON.stringify(input).slice(0, 160)}`
  })
  return [
    '--- the history',
    ...Object.entries(history).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
    '--- the log',
    ...log.filter((line) => !/^([-+ ]|@@)/.test(line)),
    '--- what we wrote',
    ...told,
    '--- what was true at the last looks and at the end',
    ...[...looks.slice(-4), end].map((sight) => `${clock(sight.at)}  ${describeSight(sight)}`),
    `--- ${resultOf(life).outcome} after ${took / 1000} s and ${calls.length} calls`,
    ...(cancelled === undefined ? [] : [`cancelled at ${clock(cancelled.at)}, after call ${cancelled.calls}`]),
  ].join('\n')
}

function describeSight({ status, deployments, attributes }: Sight): string {
  const each = deployments.map(({ status, taskDefinition, runningCount, desiredCount, rolloutState }) => {
    return `${status} ${taskDefinition.split('/').at(-1)} ${runningCount}/${desiredCount} ${rolloutState}`
  })
  return `${status}: ${each.join(' | ')}  ${JSON.stringify(attributes)}`
}

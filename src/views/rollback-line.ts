import { shortName } from '../model/ecs.ts'
import type { CommandResult, RollbackResult } from '../model/report.ts'
import { code, prose } from './text.ts'

const ends = {
  'rolled-back': 'done',
  failed: 'failed',
  'timed-out': 'did not end in its time',
  elsewhere: 'ended elsewhere',
  'not-possible': 'not possible',
  cancelled: 'cancelled; it goes on',
} as const satisfies Record<RollbackResult['ended'], string>

/** The rollback's own verdict in one line; its sentence only where the verdict above does not have it. */
export function renderRollback({ rollback, sentence }: CommandResult): string {
  if (rollback === undefined) return ''
  const { target, by, ended } = rollback
  const icon = ended === 'rolled-back' ? '↩️' : '❌'
  const to = target.kind === 'target' ? ` to ${code(shortName(target.taskDefinition))}` : ''
  const why = target.kind === 'none' && !sentence.includes(target.reason) ? ` (${prose(target.reason)})` : ''
  const end = sentence.includes(rollback.sentence) ? ends[ended] : prose(rollback.sentence)
  return `${icon} **Rollback**${to} by ${by === 'us' ? 'this run' : 'ECS'}: ${end}${why}`
}

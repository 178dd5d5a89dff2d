import type { Fate, Outcome } from '../scenario.ts'
import type { ContainerDefinition } from './model.ts'

/** What one container of a task does: when it ends by itself, what it writes, how it takes SIGTERM. */
export interface Conduct {
  readonly container: string
  readonly exit?:
    | Extract<Outcome, { kind: 'exit' }>
    | NonNullable<NonNullable<Fate['others']>[number]['exit']>
    | undefined
  readonly logs: NonNullable<Fate['logs']>
  readonly stop?: Fate['stop']
}

/** What a task meets, and the container that it is about. */
export interface ChosenFate {
  readonly outcome: Outcome
  readonly container: ContainerDefinition
  /** Of that container first, then of the others that the scenario speaks of. */
  readonly conducts: readonly Conduct[]
}

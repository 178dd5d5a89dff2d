import type { Evidence } from '../model/diagnosis.ts'
import { type Recognition, recognise } from './recognise.ts'
import { unclassified } from './rules/info.ts'

/** What all the evidence together says. */
export interface Classification {
  /** `category/subcategory` of the root cause. */
  readonly label: string
  /** Index of the evidence that decided; -1 of none. */
  readonly decisive: number
  /** One per line of evidence, in its order. */
  readonly recognitions: readonly Recognition[]
}

/**
 * Ranks the evidence (taxonomy, section 2): the refused call, the tasks, placement, health, what the controller says,
 * and symptoms only when nothing else is there. Ties go to the earliest.
 */
export function classify(evidence: readonly Evidence[]): Classification {
  const recognitions = evidence.map(recognise)
  const ranked = recognitions
    .map((recognition, index) => ({ recognition, index, stage: stageOf(recognition) }))
    .sort(
      (one, other) =>
        one.stage - other.stage || timeOf(one.recognition) - timeOf(other.recognition) || one.index - other.index,
    )
  const first = ranked[0]
  if (first === undefined) return { label: unclassified.label, decisive: -1, recognitions }
  const winner =
    first.recognition.rule.rank === 'weak'
      ? (ranked.find((one) => details(one.recognition, first.recognition)) ?? first)
      : first
  return { label: winner.recognition.rule.label, decisive: winner.index, recognitions }
}

/** Whether a recognition tells fully what `weak` leaves open; a pull can fail for reasons of two other categories. */
function details(candidate: Recognition, weak: Recognition): boolean {
  if (candidate.rule.rank !== 'cause') return false
  const category = categoryOf(weak)
  const open = category === 'image' ? [category, 'permission', 'network'] : [category]
  return open.includes(categoryOf(candidate))
}

/** `image` of `image/not-found`. */
export function categoryOf({ rule }: Recognition): string {
  return rule.label.slice(0, rule.label.indexOf('/'))
}

const taskStages = { containerReason: 10, stoppedReason: 11, log: 12, exitCode: 13 } as const

/** Added to a task's stage where its line leaves the reason open. */
const leftOpen = 5

const stages = {
  call: 0,
  placement: 20,
  lost: 25,
  health: 30,
  controller: 40,
  reading: 50,
  symptom: 60,
  unknown: 70,
  info: 80,
} as const

function stageOf(recognition: Recognition): number {
  const { rank, label } = recognition.rule
  if (rank === 'info') return stages.info
  if (label === unclassified.label) return stages.unknown
  if (rank === 'symptom') return symptomStage(recognition)
  // How running tasks went away says less than why no new ones come.
  if (label === 'resource/spot' || label === 'resource/instance-lost') return stages.lost
  return causeStage(recognition)
}

function causeStage(recognition: Recognition): number {
  const { rule, evidence, facts } = recognition
  switch (evidence.source) {
    case 'apiError':
      // A refused read ends our looking, not the deployment.
      return /^(?:Describe|List|Get|BatchGet)/.test(facts.operation ?? '') ? stages.reading : stages.call
    case 'event':
    case 'rollout':
      return eventStage(recognition)
    case 'health':
      return stages.health
    case 'codedeploy':
    case 'cli':
      return controllerStage(recognition)
    default:
      return taskStages[evidence.source] + (rule.rank === 'weak' ? leftOpen : 0)
  }
}

function eventStage(recognition: Recognition): number {
  const category = categoryOf(recognition)
  if (category === 'healthcheck') return stages.health
  if (category === 'rollback' || category === 'conflict') return stages.controller
  return recognition.rule.rank === 'weak' ? stages.placement + 1 : stages.placement
}

function controllerStage({ rule, evidence }: Recognition): number {
  return stages.controller + (evidence.source === 'cli' ? 1 : 0) + (rule.rank === 'weak' ? 2 : 0)
}

/** Among symptoms, the one that tells most. */
function symptomStage(recognition: Recognition): number {
  const order = ['healthcheck', 'container', 'rollback', 'timeout']
  const place = order.indexOf(categoryOf(recognition))
  return stages.symptom + (place < 0 ? order.length : place)
}

function timeOf({ evidence }: Recognition): number {
  return evidence.at ?? 0
}

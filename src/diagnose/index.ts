export type { DiagnosisContext } from './blame.ts'
export { diagnose, diagnoseError } from './diagnose.ts'
export { createGatherer, type Gatherer, type GathererOptions } from './gather.ts'

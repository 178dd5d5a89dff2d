export type { DiagnosisContext } from './blame.ts'
export { diagnose, diagnoseError } from './diagnose.ts'
export { createGatherer } from './gather.ts'

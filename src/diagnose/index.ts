export { classify } from './classify.ts'
export { type DiagnosisContext, diagnose, diagnoseError } from './diagnose.ts'
export { createGatherer, type Gatherer, type GathererOptions } from './gather.ts'

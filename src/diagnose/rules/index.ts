import { surroundingRules } from './config.ts'
import { documentRules, plainConfigRules } from './config-documents.ts'
import { conflictRules, faultRules, serverFault } from './conflict.ts'
import { containerRules, exitRules, logRules, runtimeFailure } from './container.ts'
import { credentialRules } from './credentials.ts'
import { healthRules } from './health.ts'
import { imageRules } from './image.ts'
import { infoRules, unknownRules } from './info.ts'
import { networkFallbackRules, networkRules } from './network.ts'
import { permissionRules } from './permission.ts'
import { fullDisk, resourceRules } from './resource.ts'
import { rollbackRules } from './rollback.ts'
import type { Rule } from './rule.ts'
import { secretRules } from './secret.ts'
import { throttleRules } from './throttle.ts'
import { timeoutRules } from './timeout.ts'

/**
 * Every failure that is known, most specific first: the order is meaning. A refused action stands before the thing it
 * was refused on, a broken connection before the thing it should have fetched, states before settings, and exit codes,
 * which tell how it ended but not why, last.
 */
export const rules: readonly Rule[] = [
  ...credentialRules,
  ...permissionRules,
  ...networkRules,
  ...networkFallbackRules,
  fullDisk,
  ...imageRules,
  ...throttleRules,
  serverFault,
  ...secretRules,
  ...conflictRules,
  ...resourceRules,
  ...containerRules,
  ...healthRules,
  ...infoRules,
  ...rollbackRules,
  ...timeoutRules,
  ...plainConfigRules,
  ...surroundingRules,
  runtimeFailure,
  ...documentRules,
  ...faultRules,
  ...logRules,
  ...unknownRules,
  ...exitRules,
]

import type { CommandResult } from '../model/report.ts'
import { booleanFlag, type Command, type Context } from './context.ts'
import { verifyFlags } from './flags.ts'
import { readServiceDefinition } from './snapshot.ts'

/** `verify`: asks AWS whether what the definitions name is there. */
export const verify: Command = {
  name: 'verify',
  summary: 'check that what the definitions name exists and fits together',
  flags: verifyFlags,
  run: runVerify,
}

async function runVerify(context: Context): Promise<CommandResult> {
  const { project, aws, emit } = context
  const [service, taskDefinition] = await Promise.all([readServiceDefinition(project), project.taskDefinition()])
  const offline = booleanFlag(context, 'offline')
  const subject = { config: project.config, service, taskDefinition }
  const options = { getSecrets: booleanFlag(context, 'get-secrets', true) }
  const { runChecks } = await import('../verify/run.ts')
  const findings = await runChecks(subject, offline ? undefined : aws, options)
  for (const finding of findings) emit({ kind: 'finding', finding })
  const failed = findings.filter((finding) => finding.status === 'failed')
  const [first] = failed
  if (first === undefined) return { outcome: 'succeeded', sentence: 'Verify OK!', findings }
  const more = failed.length > 1 ? ` and ${failed.length - 1} more` : ''
  return {
    outcome: 'failed',
    sentence: `verify ${first.check} failed: ${first.subject}: ${first.message}${more}`,
    findings,
  }
}

import type { Finding } from '../model/diagnosis.ts'
import type { Aws } from '../model/ports.ts'
import type { CommandResult } from '../model/report.ts'
import type { VerifyOptions } from '../verify/check.ts'
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
  // There is nothing to verify without one.
  await context.project.taskDefinition()
  const options = { getSecrets: booleanFlag(context, 'get-secrets', true) }
  const findings = await checkProject(context, booleanFlag(context, 'offline') ? undefined : context.aws, options)
  const { verdictOf } = await import('../verify/run.ts')
  const { passed, sentence } = verdictOf(findings)
  return { outcome: passed ? 'succeeded' : 'failed', sentence, findings }
}

/** Checks the definitions that a project has and tells each finding; without `aws` only what needs none. */
export async function checkProject(
  context: Context,
  aws: Aws | undefined,
  options: VerifyOptions,
): Promise<readonly Finding[]> {
  const { project, emit } = context
  const [service, taskDefinition, { runChecks }] = await Promise.all([
    readServiceDefinition(project),
    project.config.taskDefinition === undefined ? undefined : project.taskDefinition(),
    import('../verify/run.ts'),
  ])
  const findings = await runChecks({ config: project.config, service, taskDefinition }, aws, options)
  for (const finding of findings) emit({ kind: 'finding', finding })
  return findings
}

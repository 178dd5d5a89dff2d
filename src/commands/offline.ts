import { AwsError, findCause } from '../errors.ts'
import type { CommandResult } from '../model/report.ts'
import type { Context } from './context.ts'
import { checkProject } from './verify.ts'

/** Commands that only look, and so may look at the files alone. */
const lookers: ReadonlySet<string> = new Set(['diff', 'verify'])

/** Whether a command failed only because there are no credentials, and still has a part that needs none. */
export function canGoOffline(command: string, error: unknown): boolean {
  const refused = findCause(error, (one): one is AwsError => one instanceof AwsError)
  return lookers.has(command) && refused !== undefined && /^CredentialsProviderError$/.test(refused.code)
}

/** Of such a pull request, where the files themselves want values from AWS: a Terraform state, a parameter. */
export const notRendered: CommandResult = {
  outcome: 'skipped',
  sentence:
    'skipped: this pull request has no AWS credentials (fork or Dependabot), and its files look values up in AWS',
}

/**
 * What `diff` and `verify` do for a fork's or Dependabot's pull request, which gets no credentials: the definitions are
 * rendered and checked as far as that goes without AWS.
 */
export async function checkOffline(context: Context): Promise<CommandResult> {
  const findings = await checkProject(context, undefined, { getSecrets: false })
  const sentence =
    'skipped: this pull request has no AWS credentials (fork or Dependabot); the files were checked without AWS'
  return { outcome: 'skipped', sentence, findings }
}

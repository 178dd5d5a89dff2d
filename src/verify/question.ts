import { AwsError, describeError } from '../errors.ts'
import type { Finding } from '../model/diagnosis.ts'

/** What is asked about. */
export type Question = Pick<Finding, 'check' | 'subject' | 'location'>

/** What came out. */
export type Answer = Pick<Finding, 'status' | 'message' | 'hint'>

const denials: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'Forbidden',
  'UnauthorizedException',
  'UnauthorizedOperation',
])

/**
 * A question to AWS as a finding. Where the permission is missing nothing is known, which is a warning; any other
 * refusal is a failure, so that expired credentials cannot pass for a good result.
 */
export async function ask(question: Question, answer: () => Promise<Answer>): Promise<Finding> {
  try {
    return { ...question, ...(await answer()) }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return { ...question, ...explainRefusal(error) }
  }
}

function explainRefusal(error: AwsError): Answer {
  // Without credentials nothing can be asked: that is one failure, and not one of each check.
  if (error.code === 'CredentialsProviderError') throw error
  if (!denials.has(error.code)) return { status: 'failed', message: `could not check: ${describeError(error)}` }
  const permission = missingPermission(error)
  return {
    status: 'warning',
    message: `could not check (missing permission ${permission})`,
    hint: `Allow ${permission} to the role that runs this step.`,
  }
}

// IAM names the action it refused, which may be another one than was called: kms:Decrypt behind a parameter.
function missingPermission({ message, service, operation }: AwsError): string {
  const [, named] = /not authorized to perform:? ([a-z0-9-]+:\w+)/i.exec(message) ?? []
  return named ?? `${service}:${operation}`
}

import type { Recognition } from './recognise.ts'

const trustLabels: Readonly<Record<string, string>> = { 'permission/assume-role': 'ecs-tasks.amazonaws.com' }

/** The smallest policy statement that allows what was refused, as a step; absent where nothing names the action. */
export function policyStep({ rule, facts }: Recognition): string | undefined {
  const trusted = trustLabels[rule.label]
  if (trusted !== undefined) {
    const statement = { Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' }
    return `Let ${holder(facts.role)} be trusted: \`${JSON.stringify(statement)}\``
  }
  // An explicit deny is not lifted by one more allow.
  if (!rule.label.startsWith('permission/') || rule.label === 'permission/org-policy') return undefined
  if (facts.action === undefined) return undefined
  if (/explicit deny/i.test(facts.quote))
    return `Remove the explicit deny of ${facts.action} from the policies of ${holder(facts.role)}.`
  return `Allow it in the policy of ${holder(facts.role)}: \`${JSON.stringify(statementFor(facts.action, facts.resource))}\``
}

function statementFor(action: string, resource: string | undefined): object {
  const statement = { Effect: 'Allow', Action: action, Resource: resource ?? '*' }
  if (action !== 'iam:PassRole') return statement
  return { ...statement, Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }
}

function holder(role: string | undefined): string {
  return role === undefined ? 'the role' : `role ${role}`
}

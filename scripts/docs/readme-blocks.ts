import { type FlagSpec, globalFlags } from '../../src/commands/flags.ts'
import { flagForm } from '../../src/commands/help-text.ts'
import { commands } from '../../src/commands/index.ts'
import { rules } from '../../src/diagnose/rules/index.ts'
import { type InputSpec, inputs } from '../../src/inputs.ts'
import { outputNames } from '../../src/views/outputs.ts'
import { describeInput } from './action-yml.ts'
import { listChecks } from './checks.ts'
import { differences } from './differences.ts'
import { code, table } from './markdown.ts'
import { outputDescriptions } from './outputs.ts'
import { needs } from './policies.ts'

/** The generated blocks of the README by the name of their markers. */
export function renderBlocks(): Readonly<Record<string, string>> {
  return {
    commands: renderCommands(),
    inputs: renderInputs(),
    outputs: table(
      ['output', 'value'],
      outputNames.map((name) => [code(name), outputDescriptions[name]]),
    ),
    checks: table(
      ['check', 'looks at', 'asks AWS'],
      listChecks().map(({ name, needsAws, description }) => [code(name), description, needsAws ? 'yes' : 'no']),
    ),
    diagnoses: renderDiagnoses(),
    policies: renderPolicies(),
    differences: table(
      ['', 'ecspresso 2.8.7', 'here'],
      differences.map(({ topic, ecspresso, here }) => [topic, ecspresso, here]),
    ),
  }
}

function renderInputs(): string {
  const specs: readonly InputSpec[] = inputs
  const defaultOf = ({ name, default: value }: InputSpec) => {
    if (name === 'github-token') return "the job's token"
    return value === '' ? '' : code(value)
  }
  return table(
    ['input', 'default', 'meaning'],
    specs.map((spec) => [code(spec.name), defaultOf(spec), describeInput(spec)]),
  )
}

function renderCommands(): string {
  const rows = commands.map((command) => [code(command.name), command.summary, flagsOf(command.flags)])
  return [
    table(['command', 'does', 'flags'], rows),
    '',
    `Every command also takes ${flagsOf(globalFlags)}.`,
    '',
    'Accepted so that command lines keep working, but without effect yet:',
    '',
    ...listPending().map(([flag, why]) => `* ${flag}: ${why}`),
  ].join('\n')
}

function flagsOf(flags: readonly FlagSpec[]): string {
  return flags
    .filter((flag) => flag.pending === undefined)
    .map(nameOf)
    .join(', ')
}

function nameOf(flag: FlagSpec): string {
  return code(flagForm(flag))
}

/** Flags without effect, those with the same reason together. */
function listPending(): readonly (readonly [string, string])[] {
  const flags = [...globalFlags, ...commands.flatMap((command) => command.flags)]
  const byReason = new Map<string, Set<string>>()
  for (const flag of flags) {
    if (flag.pending === undefined) continue
    byReason.set(flag.pending, (byReason.get(flag.pending) ?? new Set()).add(nameOf(flag)))
  }
  return [...byReason].map(([why, names]) => [[...names].join(', '), why])
}

/** Labels by category; what they mean stands in docs/diagnoses.md. */
function renderDiagnoses(): string {
  const byCategory = new Map<string, Set<string>>()
  for (const { label, rank } of rules) {
    // News of a healthy service are recognised too, so that they are not taken for causes.
    if (rank === 'info') continue
    const [category = '', kind = ''] = label.split('/')
    byCategory.set(category, (byCategory.get(category) ?? new Set()).add(kind))
  }
  const kinds = (names: ReadonlySet<string>) => [...names].sort().map(code).join(' ')
  return table(
    ['category', 'told apart'],
    [...byCategory].map(([category, names]) => [code(category), kinds(names)]),
  )
}

function renderPolicies(): string {
  const used = (names: readonly string[]) => (names.includes('all') ? 'all' : names.map(code).join(' '))
  return table(
    ['action', 'commands', 'for'],
    needs.map(({ action, commands: names, optional, when }) => [
      code(action),
      used(names),
      [when ?? '', optional ? '(works without, and says what is missing)' : ''].join(' ').trim(),
    ]),
  )
}

import { type InputSpec, inputs } from '../../src/inputs.ts'
import { outputNames } from '../../src/views/outputs.ts'
import { outputDescriptions } from './outputs.ts'

/** What the runner itself fills in; a default here would beat the variable that says the same. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
const runnerDefaults: Readonly<Record<string, string>> = { 'github-token': '${{ github.token }}' }

/** The text of `action.yml`. */
export function renderActionYml(): string {
  const lines = [
    '# Written by `npm run docs`: change src/inputs.ts or scripts/docs/ instead.',
    'name: ecspresso',
    'description: Deploys Amazon ECS services as ecspresso does, says why a deployment failed, and goes back',
    'author: ecspresso-action contributors',
    'branding:',
    '  icon: coffee',
    '  color: orange',
    'inputs:',
    ...inputs.flatMap(renderInput),
    'outputs:',
    ...outputNames.flatMap((name) => [`  ${name}:`, `    description: ${quote(outputDescriptions[name])}`]),
    'runs:',
    '  using: node24',
    '  main: dist/index.js',
  ]
  return `${lines.join('\n')}\n`
}

/** What an input does, with its default and its values. */
export function describeInput(spec: InputSpec): string {
  const parts = [
    spec.description,
    spec.choices === undefined ? '' : `One of ${spec.choices.map((choice) => `\`${choice}\``).join(', ')}.`,
    spec.variable === undefined ? '' : `Variable: \`${spec.variable}\`.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function renderInput(spec: InputSpec): readonly string[] {
  const filled = runnerDefaults[spec.name]
  const shown = spec.default === '' ? '' : ` Default: \`${spec.default}\`.`
  return [
    `  ${spec.name}:`,
    `    description: ${quote(`${describeInput(spec)}${shown}`)}`,
    '    required: false',
    ...(filled === undefined ? [] : [`    default: ${filled}`]),
  ]
}

/** A YAML scalar in the quotes that need no escapes; no description holds backslashes. */
function quote(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

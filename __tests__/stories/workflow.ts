import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parse } from 'yaml'

const examples = resolve(import.meta.dirname, '../../examples')

/** A step of an example's workflow that uses the action, as the runner hands it over. */
export interface WorkflowStep {
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
}

/** The files of an example by path, as a repository would hold them. */
export function exampleFiles(example: string): Readonly<Record<string, string>> {
  const root = join(examples, example)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile())
  return Object.fromEntries(files.map((path) => [relative(root, path), readFileSync(path, 'utf8')]))
}

/**
 * The steps of an example's workflow that use the action, in order, with the values that its expressions have: by their
 * text, `github.sha`. @throws Error for an expression that nobody gave a value
 */
export function stepsOf(
  example: string,
  workflow: string,
  values: Readonly<Record<string, string>> = {},
): readonly WorkflowStep[] {
  const document = parse(readFileSync(join(examples, example, '.github/workflows', workflow), 'utf8'))
  const jobs: readonly Job[] = Object.values(document.jobs)
  return jobs.flatMap(({ env = {}, steps }) =>
    steps
      .filter(({ uses }) => uses?.startsWith('OWNER/ecspresso-action@'))
      .map((step) => ({
        inputs: fillIn(step.with ?? {}, values),
        env: fillIn({ ...document.env, ...env, ...step.env }, values),
      })),
  )
}

interface Job {
  readonly env?: object
  readonly steps: readonly { readonly uses?: string; readonly with?: object; readonly env?: object }[]
}

function fillIn(entries: object, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [
      name,
      String(value).replace(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => {
        const found = values[expression]
        if (found === undefined) throw new Error(`no value for ${expression}`)
        return found
      }),
    ]),
  )
}

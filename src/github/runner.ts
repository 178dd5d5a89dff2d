import { appendFile, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Location } from '../model/location.ts'
import type { Environment } from '../model/project.ts'

/** A remark beside a file of the user's, or on the run. Plain text within GitHub's limits. */
interface RunnerAnnotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly location?: Location
}

/** The machine that runs the step. Texts handed in are masked and neutralised before. */
export interface Runner {
  log(line: string): void
  /** Opens a group; one that is open ends first, as groups do not nest. */
  startGroup(title: string): void
  endGroup(): void
  /** Has the runner hide values in everything the job shows; off a runner nothing is written. */
  mask(values: readonly string[]): void
  annotate(annotations: readonly RunnerAnnotation[]): Promise<void>
  /** Writes files into a folder of this step's own; answers their absolute paths by name. */
  writeFiles(files: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<void>
  appendSummary(markdown: string): Promise<void>
}

/** What the runner gave us: variables of the process, and standard output. */
export interface RunnerHost {
  readonly env: Environment
  readonly write: (text: string) => void
  /** Whether lines can be folded: on a terminal a group is its title only. */
  readonly folds: boolean
}

/** The runner of this process. Outputs and annotations go through `@actions/core`, loaded when first needed. */
export function createRunner({ env, write, folds }: RunnerHost): Runner {
  let grouped = false
  const masked = new Set<string>()
  const endGroup = (): void => {
    if (grouped && folds) write('::endgroup::\n')
    grouped = false
  }
  return {
    log: (line) => write(`${line}\n`),
    startGroup(title) {
      endGroup()
      write(folds ? `::group::${escapeData(title)}\n` : `${title}\n`)
      grouped = true
    },
    endGroup,
    mask(values) {
      // Elsewhere nobody reads the line as a command, and the secret would stand in the open.
      const fresh = env['GITHUB_ACTIONS'] === 'true' ? values.filter((value) => value !== '' && !masked.has(value)) : []
      for (const value of fresh) {
        masked.add(value)
        write(`::add-mask::${escapeData(value)}\n`)
      }
    },
    // On the command line standard output holds documents, and nobody reads workflow commands there.
    annotate: (annotations) => (folds ? annotate(annotations) : Promise.resolve()),
    writeFiles: (files) => writeFiles(env['RUNNER_TEMP'] || tmpdir(), files),
    async setOutputs(outputs) {
      if (env['GITHUB_OUTPUT']) await setOutputs(outputs)
    },
    async appendSummary(markdown) {
      const file = env['GITHUB_STEP_SUMMARY']
      if (file) await appendFile(file, `${markdown}\n`)
    },
  }
}

async function annotate(annotations: readonly RunnerAnnotation[]): Promise<void> {
  if (annotations.length === 0) return
  const core = await import('@actions/core')
  for (const { level, title, message, location } of annotations) {
    core[level](message, {
      title,
      ...(location && { file: location.file }),
      ...(location?.line !== undefined && { startLine: location.line }),
      ...(location?.column !== undefined && { startColumn: location.column }),
    })
  }
}

async function setOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
  const core = await import('@actions/core')
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
}

async function writeFiles(
  base: string,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(base, 'ecspresso-'))
  const paths: Record<string, string> = {}
  for (const [name, text] of Object.entries(files)) {
    paths[name] = join(folder, name)
    await writeFile(join(folder, name), text)
  }
  return paths
}

/** As the runner unescapes the data of a workflow command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

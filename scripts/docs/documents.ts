import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderActionYml } from './action-yml.ts'
import { renderDefinitionSchema } from './definition-schema.ts'
import { renderDiagnosesPage } from './diagnoses.ts'
import { replaceBlock } from './markdown.ts'
import { renderBlocks } from './readme-blocks.ts'
import { renderReportSchema } from './report-schema.ts'

const repository = new URL('../../', import.meta.url)

/** A file that is wholly or partly generated. */
export interface GeneratedFile {
  /** Path from the repository's root. */
  readonly path: string
  readonly text: string
}

/** Absolute path of a file of the repository. */
export function pathOf(path: string): string {
  return fileURLToPath(new URL(path, repository))
}

/** Every generated file as it should be; nothing is written. */
export function renderDocuments(): readonly GeneratedFile[] {
  return [
    { path: 'action.yml', text: renderActionYml() },
    { path: 'README.md', text: renderReadme() },
    { path: 'docs/diagnoses.md', text: renderDiagnosesPage() },
    { path: 'docs/report.schema.json', text: renderReportSchema() },
    { path: 'src/config/schema/tables.ts', text: renderDefinitionSchema() },
  ]
}

function renderReadme(): string {
  const written = readFileSync(pathOf('README.md'), 'utf8')
  return Object.entries(renderBlocks()).reduce((text, [name, block]) => replaceBlock(text, name, block), written)
}

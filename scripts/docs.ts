/** Writes the generated files; `__tests__/docs.test.ts` says when that was forgotten. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathOf, renderDocuments } from './docs/documents.ts'

for (const { path, text } of renderDocuments()) {
  const file = pathOf(path)
  const same = existsSync(file) && readFileSync(file, 'utf8') === text
  if (!same) writeFileSync(file, text)
  console.log(`${same ? 'up to date' : 'written   '} ${path}`)
}

// Bundles src/index.ts into dist/. It is built beside it and then put in its place, so that what is committed is what
// src builds to and nothing older stays.
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'))
const fresh = join(root, '.cache/dist')
const dist = join(root, 'dist')

mkdirSync(dirname(fresh), { recursive: true })
rmSync(fresh, { recursive: true, force: true })
execFileSync(process.execPath, [ncc, 'build', 'src/index.ts', '--out', fresh, '--license', 'licenses.txt'], {
  cwd: root,
  stdio: 'inherit',
})
// The bundler would take the engine for text.
const engine = join(root, 'jsonnet/engine')
for (const name of ['jsonnet.wasm.gz', 'wasm_exec.js', 'worker.mjs'])
  cpSync(join(engine, name), join(fresh, 'jsonnet', name))
appendFileSync(join(fresh, 'licenses.txt'), `\n${readFileSync(join(engine, 'licenses.txt'), 'utf8')}`)
rmSync(dist, { recursive: true, force: true })
renameSync(fresh, dist)

// Bundles src/index.ts into dist/, emptied before, so that what is committed is what src builds to.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')

rmSync(join(root, 'dist'), { recursive: true, force: true })
execFileSync(process.execPath, [ncc, 'build', 'src/index.ts', '--out', 'dist', '--license', 'licenses.txt'], {
  cwd: root,
  stdio: 'inherit',
})

// Compiles the Jsonnet engine: `npm run build:jsonnet`. What stands in engine/ is committed, so that only who changes
// the engine needs Go. The same compiler makes the same bytes, which is what CI compares.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

const folder = import.meta.dirname
const engine = join(folder, 'engine')
const compressed = join(engine, 'jsonnet.wasm.gz')
const version = /^go (.+)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1]

// The runtime in wasm_exec.js belongs to one compiler: another one is fetched where it is not installed.
const target = {
  ...process.env,
  GOTOOLCHAIN: `go${version}`,
  GOOS: 'js',
  GOARCH: 'wasm',
  CGO_ENABLED: '0',
  GOFLAGS: '',
}

function go(...args) {
  return execFileSync('go', args, { cwd: folder, env: target, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

function hasGo() {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function compile() {
  const place = mkdtempSync(join(tmpdir(), 'jsonnet-'))
  const product = join(place, 'jsonnet.wasm')
  go('build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w -buildid=', '-o', product, '.')
  const code = readFileSync(product)
  rmSync(place, { recursive: true })
  return code
}

/** Licences of what is compiled in: Go's, and those of the modules that the compiler takes packages from. */
function writeLicences() {
  const root = go('env', 'GOROOT').trim()
  const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}'
  const modules = [...new Set(go('list', '-deps', '-f', format, '.').trim().split('\n'))].sort()
  const all = [`Go ${version} (runtime, standard library, wasm_exec.js)\t${root}`, ...modules]
  const texts = all.map((line) => {
    const [name, directory] = line.split('\t')
    return `${name}\n${readFileSync(join(directory, 'LICENSE'), 'utf8').trim()}\n`
  })
  writeFileSync(join(engine, 'licenses.txt'), texts.join('\n'))
  copyFileSync(join(root, 'lib/wasm/wasm_exec.js'), join(engine, 'wasm_exec.js'))
}

if (!hasGo()) {
  console.log('skipped: no go')
  process.exit(process.env.CI === 'true' ? 1 : 0)
}
const code = compile()
// Machines compress differently: the file stays where it holds the same code.
const isSame = existsSync(compressed) && gunzipSync(readFileSync(compressed)).equals(code)
if (!isSame) writeFileSync(compressed, gzipSync(code, { level: 9 }))
writeLicences()
console.log(`jsonnet.wasm: ${code.length} bytes, ${isSame ? 'as before' : 'new'}`)

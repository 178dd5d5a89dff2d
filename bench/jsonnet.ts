import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluateJsonnet } from '../src/config/jsonnet/evaluate.ts'
import { SourceText } from '../src/config/source-text.ts'
import type { Measure } from './measure.ts'

const library = '{ container(name):: { name: name, image: name + ":1", environment: [{ name: "A", value: "1" }] } }\n'
const definition = `
local lib = import 'lib.libsonnet';
{
  family: '%s-%s' % [std.native('env')('FAMILY', 'api'), 'production'],
  containerDefinitions: [lib.container('c' + number) for number in std.range(1, 10)],
}
`
const further = 20

/** ms until a Jsonnet file is evaluated in a process that has had none, and for each one after it. */
export async function measureJsonnet(): Promise<readonly Measure[]> {
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  writeFileSync(join(root, 'lib.libsonnet'), library)
  const natives = new Map([['env', { parameters: ['name', 'default'], call: () => 'api' }]])
  const options = { natives, context: { root, border: root, extStr: {}, extCode: {}, warn: () => {} }, failure: '' }
  const evaluate = () => evaluateJsonnet(new SourceText('task.jsonnet', definition), options)
  const began = performance.now()
  await evaluate()
  const first = performance.now() - began
  for (let count = 0; count < further; count++) await evaluate()
  const next = (performance.now() - began - first) / further
  return [
    { what: 'first Jsonnet file (ms)', value: first.toFixed(0), aim: '≤ 250' },
    { what: 'each further Jsonnet file (ms)', value: next.toFixed(1), aim: '≤ 15' },
  ]
}

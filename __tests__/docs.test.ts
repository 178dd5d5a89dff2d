import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { pathOf, renderDocuments } from '../scripts/docs/documents.ts'
import { needs } from '../scripts/docs/policies.ts'
import { renderReportSchema } from '../scripts/docs/report-schema.ts'
import { inputs } from '../src/inputs.ts'
import { version } from '../src/version.ts'
import { renderReport } from '../src/views/report.ts'
import { failedProject, reportOf } from './views/sample.ts'

const read = (path: string) => readFileSync(pathOf(path), 'utf8')

describe('generated files', () => {
  it.each(renderDocuments())('$path is what `npm run docs` writes', ({ path, text }) => {
    expect(read(path)).toBe(text)
  })

  it('action.yml has the inputs of the code and one real default', () => {
    const action = parse(read('action.yml'))
    expect(Object.keys(action.inputs)).toEqual(inputs.map(({ name }) => name))
    const defaults = Object.entries<{ default?: string }>(action.inputs).filter(
      ([, input]) => input.default !== undefined,
    )
    expect(defaults.map(([name, input]) => `${name}: ${input.default}`)).toEqual([
      `github-token: ${'$'}{{ github.token }}`,
    ])
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  })
})

describe('the version', () => {
  it('is the same in package.json, its lock, the code and the changelog', () => {
    const [newest] = /(?<=^## )\S+/m.exec(read('CHANGELOG.md')) ?? []
    const named = [JSON.parse(read('package.json')).version, JSON.parse(read('package-lock.json')).version, newest]
    expect(named).toEqual([version, version, version])
  })
})

describe('the table of IAM actions', () => {
  const services: Readonly<Record<string, string>> = {
    ecs: 'ecs',
    'service-deployments': 'ecs',
    'service-reads': 'ecs',
    tasks: 'ecs',
    'task-lists': 'ecs',
    'task-runs': 'ecs',
    'log-streams': 'logs',
    ecr: 'ecr',
    logs: 'logs',
    scaling: 'application-autoscaling',
    'target-groups': 'elasticloadbalancing',
    identity: 'sts',
    parameters: 'ssm',
    'secret-arns': 'secretsmanager',
    stacks: 'cloudformation',
    objects: 's3',
  }

  /** `ecs:UpdateService` for every `new sdk.UpdateServiceCommand` in src/aws. */
  function listCalls(): readonly string[] {
    return globSync(pathOf('src/aws/*.ts')).flatMap((file) => {
      const [name = ''] = /[^/]+(?=\.ts$)/.exec(file) ?? []
      return [...readFileSync(file, 'utf8').matchAll(/new sdk\.(\w+)Command\(/g)].map(([, operation = '']) => {
        const secrets = operation.startsWith('GetSecret') ? 'secretsmanager' : 'ssm'
        return `${name === 'secrets' ? secrets : (services[name] ?? name)}:${operation}`
      })
    })
  }

  it('names every call that the code makes, and no other', () => {
    const named = needs.map(({ action }) => action).filter((action) => action !== 'iam:PassRole')
    expect([...named].sort()).toEqual([...new Set(listCalls())].sort())
  })
})

type Schema = { readonly [key: string]: unknown }

/** What of a value a schema does not allow; properties that it does not name are not allowed. */
function findFaults(value: unknown, schema: Schema, definitions: Record<string, Schema>, path = '$'): string[] {
  const inner = (item: unknown, sub: unknown, at: string) => findFaults(item, sub as Schema, definitions, at)
  if (typeof schema['$ref'] === 'string') {
    return inner(value, definitions[schema['$ref'].replace('#/$defs/', '')], path)
  }
  if (Array.isArray(schema['anyOf'])) {
    const tried = schema['anyOf'].map((one) => inner(value, one, path))
    return tried.some((faults) => faults.length === 0)
      ? []
      : [`${path} fits none: ${tried.map((one) => one[0]).join('; ')}`]
  }
  if ('const' in schema) return value === schema['const'] ? [] : [`${path} is not ${String(schema['const'])}`]
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value) ? [] : [`${path} is ${String(value)}`]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  if (type !== schema['type']) return [`${path} is ${type}, not ${String(schema['type'])}`]
  if (schema['format'] === 'date-time')
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value)) ? [] : [`${path} is no time`]
  if (Array.isArray(value)) return value.flatMap((item, index) => inner(item, schema['items'], `${path}[${index}]`))
  if (typeof value !== 'object' || value === null || schema['properties'] === undefined) return []
  const properties = schema['properties'] as Record<string, Schema>
  const missing = (schema['required'] as string[]).filter((name) => !(name in value))
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const sub = properties[name] ?? schema['additionalProperties']
      return sub === undefined ? [`${path}.${name} is unknown`] : inner(item, sub, `${path}.${name}`)
    }),
  ]
}

describe('the schema of report-file', () => {
  const schema = JSON.parse(renderReportSchema())
  const faultsOf = (report: unknown) => findFaults(report, schema, schema.$defs)

  it('fits a deploy that failed and was rolled back', () => {
    const report = JSON.parse(renderReport(reportOf(failedProject)))
    expect(report.projects[0].events.length).toBeGreaterThan(0)
    expect(faultsOf(report)).toEqual([])
  })

  it('finds what does not fit', () => {
    expect(faultsOf({ schemaVersion: 2, outcome: 'fine', surprise: 1 })).toEqual(
      expect.arrayContaining([
        '$.schemaVersion is not 1',
        '$.outcome is fine',
        '$.surprise is unknown',
        '$.projects is missing',
      ]),
    )
  })
})

const listFiles = (...globs: string[]) => globSync(globs, { cwd: pathOf('') })
const environments = listFiles('examples/*/*.env')

describe('the examples', () => {
  it.each(environments)(
    '%s: the definitions render, pass the offline checks and give a report that fits',
    async (file) => {
      const folder = mkdtempSync(join(tmpdir(), 'examples-'))
      const configs = globSync('{,services/*/}ecspresso.*', { cwd: join(pathOf(file), '..') })
      const env = {
        INPUT_CONFIG: configs.join('\n'),
        PATH: process.env['PATH'],
        RUNNER_TEMP: folder,
        GITHUB_WORKSPACE: join(pathOf(file), '..'),
        AWS_ACCOUNT_ID: '123456789012',
        IMAGE_TAG: 'v1',
        'INPUT_EXT-STR': 'image_tag=v1',
        INPUT_ENVFILE: pathOf(file),
        INPUT_COMMAND: 'render config taskdef servicedef\nverify --offline',
      }
      const child = spawn(process.execPath, [pathOf('src/index.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      const log: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => log.push(chunk))
      const [exitCode] = await once(child, 'close')
      const [report = ''] = globSync(join(folder, '*/report.json'))
      const schema = JSON.parse(renderReportSchema())
      const written = JSON.parse(readFileSync(report, 'utf8'))
      rmSync(folder, { recursive: true })
      expect([exitCode, Buffer.concat(log).toString()]).toEqual([0, expect.stringContaining('Verify OK!')])
      expect(written.projects.map(({ commands }: { commands: object[] }) => commands.length)).toEqual(
        configs.map(() => 2),
      )
      expect(findFaults(written, schema, schema.$defs)).toEqual([])
    },
  )
})

const workflows = listFiles('examples/*/.github/workflows/*.yml', '.github/workflows/*.yml')
const ours = 'OWNER/ecspresso-action@v0'
/** What people had before, in the README's comparison. */
const before = /^(kayac\/ecspresso|marocchino\/sticky-pull-request-comment)@v2$/

describe('workflows', () => {
  it.each(workflows)('%s grants what each job needs and no more by default', (file) => {
    const workflow = parse(read(file))
    const byDefault = Object.entries(workflow.permissions)
    expect(byDefault.filter(([name, access]) => name !== 'contents' || access !== 'read')).toEqual([])
    for (const job of Object.values<{ permissions?: object }>(workflow.jobs)) {
      expect(job.permissions !== undefined || byDefault.length > 0).toBe(true)
    }
  })

  it.each([...workflows, 'README.md'])('%s pins the actions of others to commits', (file) => {
    const all = [...read(file).matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action)
    const used = all.filter((action) => file !== 'README.md' || !before.test(action))
    expect(used.length).toBeGreaterThan(0)
    expect(
      used.filter((one) => !one.startsWith(ours) && !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one)),
    ).toEqual([])
  })
})

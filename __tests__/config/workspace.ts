import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { LoadContext } from '../../src/config/context.ts'
import { TerraformState } from '../../src/config/plugins/terraform-state.ts'
import { UserError } from '../../src/errors.ts'
import type { Location } from '../../src/model/location.ts'
import type { LookupPort } from '../../src/model/ports.ts'

/** A fresh repository with these files; returns its root. */
export function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'config-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

/** AWS without anything in it. */
const noLookups: LookupPort = {
  readParameter: async () => undefined,
  readSecretArn: async (id) => `arn:aws:secretsmanager:us-east-1:123456789012:secret:${id}-AbCdEf`,
  readStackOutputs: async () => new Map(),
  readExports: async () => new Map(),
}

/** Warnings as `line text`. */
export type Warnings = string[]

/** A context over a repository; warnings are collected. */
export function contextOf(root: string, options: Partial<LoadContext> = {}): LoadContext & { warnings: Warnings } {
  const warnings: Warnings = []
  return {
    root,
    border: root,
    directory: root,
    environment: {},
    lookups: () => noLookups,
    readState: async () => new TerraformState(),
    isStranger: async () => false,
    registerSecret: () => {},
    clock: { now: () => Date.now(), sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}) },
    callerAccount: async () => '123456789012',
    extStr: {},
    extCode: {},
    warn: (text: string, location?: Location) => warnings.push(`${location?.file}:${location?.line} ${text}`),
    warnings,
    ...options,
  }
}

/** The user error that a promise ends with. */
export async function refusal(promise: Promise<unknown>): Promise<UserError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('expected a refusal')
}

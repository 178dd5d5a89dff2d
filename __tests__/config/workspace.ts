import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LoadContext } from '../../src/config/context.ts'
import { UserError } from '../../src/errors.ts'
import type { Location } from '../../src/model/location.ts'

/** A fresh repository with these files; returns its root. */
export function repository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'config-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

/** Warnings as `line text`. */
export type Warnings = string[]

/** A context over a repository; warnings are collected. */
export function contextOf(root: string, options: Partial<LoadContext> = {}): LoadContext & { warnings: Warnings } {
  const warnings: Warnings = []
  return {
    root,
    environment: {},
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

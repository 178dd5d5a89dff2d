import { readFileSync } from 'node:fs'
import { isObject, type Json, type JsonObject } from '../../model/json.ts'
import type { ObjectPort, WebPort } from '../../model/ports.ts'
import type { Environment } from '../../model/project.ts'
import { FunctionFailure } from '../template/values.ts'
import { describeReadError, displayPath } from '../workspace.ts'
import { hintAbout } from './plugin.ts'
import { locateBackend } from './state-backend.ts'
import { describeLocation, type StateLocation } from './state-location.ts'
import { TerraformState } from './terraform-state.ts'

/** What states are read with. */
export interface StateSources {
  readonly environment: Environment
  readonly objects: ObjectPort
  readonly web: WebPort
  /** Absolute directory of the repository; paths in messages are relative to it. */
  readonly root: string
}

/** Reads a state, following a pointer to its backend. What is wrong is thrown as FunctionFailure. */
export type StateReader = (location: StateLocation) => Promise<TerraformState>

/** A reader that reads each state once, however many projects ask for it. */
export function createStateReader(sources: StateSources): StateReader {
  const known = new Map<string, Promise<TerraformState>>()
  const read: StateReader = async (location) => {
    const document = await readDocument(location, sources)
    const backend = document['backend']
    if (!isObject(backend)) return stateOf(document, location, sources)
    const target = locateBackend(backend, location.kind === 'file' ? location.workspace : 'default')
    return stateOf(await readDocument(target, sources), target, sources)
  }
  return (location) => {
    const key = JSON.stringify(location)
    const state = known.get(key) ?? read(location)
    known.set(key, state)
    return state
  }
}

function stateOf(document: JsonObject, location: StateLocation, { root }: StateSources): TerraformState {
  if (document['version'] === 4) return new TerraformState(document)
  const found = JSON.stringify(document['version']) ?? 'missing'
  throw new FunctionFailure(`the state in ${describeLocation(location, root)} has version ${found}, not 4`, {
    hint: 'Terraform 0.12 and later write version 4; name a state that they wrote',
  })
}

async function readDocument(location: StateLocation, sources: StateSources): Promise<JsonObject> {
  const text = await readText(location, sources)
  const value = parse(text)
  if (isObject(value)) return value
  throw new FunctionFailure(
    `failed to read tfstate from ${describeLocation(location, sources.root)}: it is not a JSON object`,
    {
      hint: 'check that the location is that of a Terraform state',
    },
  )
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readText(location: StateLocation, sources: StateSources): Promise<string> {
  try {
    switch (location.kind) {
      case 'file':
        return readFile(location.path, sources)
      case 'web':
        return await sources.web.readText(location.url)
      case 's3':
        return await sources.objects.readText(location.object)
      case 'remote':
        return await sources.web.readTerraformState(location.workspace, tokenOf(sources.environment))
    }
  } catch (cause) {
    if (cause instanceof FunctionFailure) throw cause
    throw new FunctionFailure(`failed to read tfstate from ${describeLocation(location, sources.root)}`, {
      hint: hintAbout(cause, hints[location.kind]),
      cause,
    })
  }
}

const hints: Readonly<Record<StateLocation['kind'], string>> = {
  file: 'check the path: path: starts at the config file, url: at the working directory',
  web: 'check the address, and that the step may read it',
  s3: "check bucket and key, and that the step's role may s3:GetObject (and kms:Decrypt) there",
  remote: 'check organization and workspace, and that TFE_TOKEN may read the state',
}

function readFile(path: string, { root }: StateSources): string {
  const failure = `failed to read tfstate from ${displayPath(root, path)}`
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new FunctionFailure(`${failure}: ${describeReadError(error)}`, { hint: hints.file })
  }
}

function tokenOf(environment: Environment): string {
  const token = environment['TFE_TOKEN']
  if (token) return token
  throw new FunctionFailure('TFE_TOKEN is not set, and Terraform Cloud answers nobody without a token', {
    hint: "set TFE_TOKEN in the step's env, from a secret",
  })
}

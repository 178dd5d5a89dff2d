import { ApiError, type Fields, type ServiceName } from '../call.ts'
import { parseForm } from './form.ts'
import type { HttpRequest } from './http.ts'

/** How a request was written and how its answer has to be. */
export type Protocol = 'json' | 'query' | 'rest'

/** What a request asks for. */
export interface Question {
  readonly protocol: Protocol
  /** As signed or as its target says; perhaps a service that is not simulated. */
  readonly service: string
  readonly operation: string
  readonly input: Fields
}

/** Prefix of `X-Amz-Target` → the service; from the services' API models. */
const targets: Readonly<Record<string, ServiceName>> = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  AmazonEC2ContainerRegistry_V20150921: 'ecr',
  Logs_20140328: 'logs',
  AmazonSSM: 'ssm',
  secretsmanager: 'secretsmanager',
  AnyScaleFrontendService: 'application-autoscaling',
  GraniteServiceVersion20100801: 'monitoring',
}

/** Says which protocol a request speaks, before anything of it is read. */
export function protocolOf(request: HttpRequest): Protocol {
  if (request.headers['x-amz-target'] !== undefined) return 'json'
  return /\/s3\/aws4_request/.test(request.headers['authorization'] ?? '') ? 'rest' : 'query'
}

/**
 * Reads operation and input of a request; `signed` is the service in the signature's scope.
 * Throws {@link ApiError} `SerializationException` for a body that is not JSON.
 */
export function readQuestion(request: HttpRequest, signed: string): Question {
  const target = request.headers['x-amz-target']
  if (target !== undefined) return readJson(request, target)
  return protocolOf(request) === 'rest' ? readObject(request, signed) : readForm(request, signed)
}

function readJson(request: HttpRequest, target: string): Question {
  const dot = target.lastIndexOf('.')
  const prefix = target.slice(0, dot)
  return {
    protocol: 'json',
    service: targets[prefix] ?? prefix,
    operation: target.slice(dot + 1),
    input: parseBody(request.body),
  }
}

function parseBody(body: string): Fields {
  let value: unknown
  try {
    value = body === '' ? {} : JSON.parse(body)
  } catch {
    throw new ApiError('SerializationException', 'The request body is not JSON.')
  }
  if (!isFields(value))
    throw new ApiError('SerializationException', 'Start of structure or map found where not expected.')
  return value
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** S3 names bucket and key in the path, or the bucket in the host. */
function readObject({ method, path, headers }: HttpRequest, signed: string): Question {
  const [, hosted] = /^(.+)\.s3[.-]/.exec(headers['host'] ?? '') ?? []
  const steps = path.split('/').slice(1).map(decodeURIComponent)
  const Bucket = hosted ?? steps.shift() ?? ''
  const Key = steps.join('/')
  const input = { Bucket, ...(Key !== '' && { Key }) }
  const question = { protocol: 'rest', service: signed, input } as const
  if (method === 'GET' && Key !== '') return { ...question, operation: 'GetObject' }
  return { ...question, operation: method === 'HEAD' && Key === '' ? 'HeadBucket' : `${method} ${path}` }
}

function readForm(request: HttpRequest, signed: string): Question {
  const { Action, Version: _version, ...input } = parseForm(request.body, request.query)
  const operation = typeof Action === 'string' ? Action : `${request.method} ${request.path}`
  return { protocol: 'query', service: signed, operation, input }
}

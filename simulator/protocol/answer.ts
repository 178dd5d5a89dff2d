import type { ApiError, Fields, Json } from '../call.ts'
import type { HttpAnswer } from './http.ts'
import type { Protocol } from './request.ts'

/** What the headers of an answer tell besides its content. */
export interface Envelope {
  readonly protocol: Protocol
  readonly requestId: string
  readonly service: string
  readonly operation: string
}

/** Namespaces of XML answers, from the services' API models. */
const namespaces: Readonly<Record<string, string>> = {
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  cloudformation: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  elasticloadbalancing: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
}

/** Names that the Query services give to refusals which JSON services name otherwise, and their status. */
const queryNames: Readonly<Record<string, readonly [code: string, status: number]>> = {
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
  AccessDeniedException: ['AccessDenied', 403],
  ExpiredTokenException: ['ExpiredToken', 403],
  ThrottlingException: ['Throttling', 400],
  UnknownOperationException: ['InvalidAction', 400],
  ServerException: ['InternalFailure', 500],
}

/** Writes what an operation answered. */
export function writeAnswer(output: Fields, envelope: Envelope): HttpAnswer {
  if (envelope.protocol === 'json') return write(200, JSON.stringify(output), envelope)
  if (envelope.protocol === 'rest') return writeObject(output, envelope)
  const { operation, requestId } = envelope
  const result = element(`${operation}Result`, members(output))
  const metadata = element('ResponseMetadata', element('RequestId', requestId))
  return write(200, element(`${operation}Response`, result + metadata, namespaceOf(envelope)), envelope)
}

/** Writes a refusal as the protocol words it. */
export function writeError(error: ApiError, envelope: Envelope): HttpAnswer {
  if (envelope.protocol === 'json') {
    return write(error.status, JSON.stringify({ __type: error.code, message: error.message }), envelope)
  }
  const [code, status] = queryNames[error.code] ?? [error.code, error.status]
  if (envelope.protocol === 'rest') {
    const body = element('Error', element('Code', code) + element('Message', escapeXml(error.message)))
    return write(status, body, envelope, error.headers)
  }
  const type = element('Type', status < 500 ? 'Sender' : 'Receiver')
  const body = element('Error', type + element('Code', code) + element('Message', escapeXml(error.message)))
  const id = element('RequestId', envelope.requestId)
  return write(status, element('ErrorResponse', body + id, namespaceOf(envelope)), envelope)
}

/** CloudWatch alone speaks version 1.0 of the JSON protocol; the version only shows in the content type. */
function contentType({ protocol, service }: Envelope): string {
  if (protocol === 'query') return 'text/xml'
  if (protocol === 'rest') return 'application/xml'
  return `application/x-amz-json-${service === 'monitoring' ? '1.0' : '1.1'}`
}

/** The body of an object is the answer itself, everything else about it stands in headers. */
function writeObject({ Body, ETag, BucketRegion }: Fields, envelope: Envelope): HttpAnswer {
  return write(200, typeof Body === 'string' ? Body : '', envelope, {
    ...(typeof ETag === 'string' && { etag: ETag, 'content-type': 'binary/octet-stream' }),
    ...(typeof BucketRegion === 'string' && { 'x-amz-bucket-region': BucketRegion }),
  })
}

function write(status: number, body: string, envelope: Envelope, more: HttpAnswer['headers'] = {}): HttpAnswer {
  const headers = { 'content-type': contentType(envelope), 'x-amzn-requestid': envelope.requestId, ...more }
  return { status, headers, body }
}

function namespaceOf({ service }: Envelope): string {
  const namespace = namespaces[service]
  return namespace === undefined ? '' : ` xmlns="${namespace}"`
}

function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`
}

function members(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined || value === null ? '' : element(name, content(value))))
    .join('')
}

function content(value: Json): string {
  if (Array.isArray(value)) return value.map((entry) => element('member', content(entry))).join('')
  if (typeof value === 'object' && value !== null) return members(value)
  return escapeXml(String(value))
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

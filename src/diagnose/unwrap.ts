import type { Evidence } from '../model/diagnosis.ts'

/** What a line of evidence says once the wrappers around it are gone. */
export interface Statement {
  /** What rules read: exception name and words on one line, names that users chose left out. */
  readonly text: string
  /** What people read: one line, at most 4 000 characters. */
  readonly words: string
  /** API operation that failed, named by the evidence or by a wrapper. */
  readonly operation?: string
}

interface Wrapper {
  readonly shape: RegExp
  /** The operation that the wrapper stands for. */
  readonly operation?: string
}

/**
 * Wrappers that say nothing about the cause (taxonomy, section 2). Named groups: `inner` is what counts, `name` the
 * exception and `operation` the API call where the wrapper names them.
 */
const wrappers: readonly Wrapper[] = [
  { shape: /^(?:aws: )?\[?(?:error|fatal|err)\]?[:!] (?<inner>.+)$/i },
  { shape: /^level=\w{1,10} msg="(?<inner>.+?)"?$/i },
  { shape: /^(?:\d{4}[-/]\d\d[-/]\d\d[T ][\d:.]{8,15}Z? )(?<inner>.+)$/ },
  {
    shape:
      /^\(?service [^)\s]{1,300}?\)? (?:was|is) unable to place a task\. ?(?:The )?reason(?: for failure)?(?: is|:) ?(?<inner>.+)$/i,
  },
  {
    shape:
      /^\(service [^)]{1,300}\)(?: \([^)]{1,300}\)){0,2} failed to launch a task with \(error (?<inner>.+?)\)?\.?$/i,
  },
  {
    shape:
      /^\(service [^)]{1,300}\)(?: \([^)]{1,300}\)){0,2} failed to (?:de)?register (?:targets|instances) in .{1,400}? with \(error (?<inner>.+?)\)?\.?$/i,
  },
  {
    shape:
      /^(?:\(service [^)]{1,300}\) )?(?:\(?deployment [^)\s]{1,200}\)? )?deployment failed: (?<inner>Service deployment .+)$/i,
  },
  { shape: /^Service deployment (?:was )?rolled back because (?:of )?(?<inner>.+)$/i },
  {
    shape:
      /^An error occurred \((?<name>[\w.]{1,100})\) when calling the (?<operation>\w{1,80}) operation(?: \(reached max retries: \d{1,3}\))?: ?(?<inner>.*)$/i,
  },
  { shape: /^Resource handler returned message: "(?<inner>.+?)"(?: \(RequestToken: .{0,200}\))?$/i },
  {
    shape:
      /^(?:Error: )?(?:failed )?(?:creating|updating|reading|deleting|registering|error (?:creating|updating|reading)) ECS [\w ]{1,30}(?: \([^)]{1,200}\))?: (?<inner>.+)$/i,
  },
  {
    shape: /^(?<inner>.+?) \(Service: [\w ]{1,60}[;,] Status Code: \d{3}; Error Code: (?<name>\w{1,100});.{0,300}\)$/i,
  },
  { shape: /^(?:com\.amazonaws|software\.amazon\.awssdk)\.[\w.]{1,120}: (?<inner>.+)$/ },
  {
    shape: /^failed to (?:register|create) (?:a )?task definition(?: [^:]{0,200})?: (?<inner>.+)$/i,
    operation: 'RegisterTaskDefinition',
  },
  { shape: /^failed to register task definition in ECS: (?<inner>.+)$/i, operation: 'RegisterTaskDefinition' },
  {
    shape: /^failed to update service(?: tasks| attributes)?(?: [^:]{0,200})?: (?<inner>.+)$/i,
    operation: 'UpdateService',
  },
  { shape: /^failed to create service(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'CreateService' },
  { shape: /^failed to create deployment(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'CreateDeployment' },
  { shape: /^failed to run task(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'RunTask' },
  { shape: /^verify(?:ing)? [\w ]{1,60} failed: (?<inner>.+)$/i },
  { shape: /^operation error (?<service>[\w ]{1,60}): (?<operation>\w{1,80}), (?<inner>.+)$/i },
  { shape: /^https? response error StatusCode: [1-9]\d{2}, RequestID: [^,]{0,100}, (?<inner>.+)$/i },
  { shape: /^api error (?<inner>.+)$/i },
]

/** The SDK's frame inside a sentence; a status of 0 stays, since it tells that the API was never reached. */
const innerFrame =
  /operation error [\w ]{1,60}: \w{1,80}, https? response error StatusCode: [1-9]\d{2}, (?:RequestID: [^,]{0,100}, )?(?:api error )?/gi
const requestTrailer = /[,;]? ?(?:status code: \d{3}, )?request id: ?[\w-]{0,60}$/i

const longest = 4000

/** Peels the wrappers off, outermost first, until the innermost statement is bare. */
export function unwrap(evidence: Evidence): Statement {
  let words = tidy(readJsonError(evidence.message) ?? evidence.message)
  let name = evidence.errorName
  let operation = evidence.operation
  for (let layer = peel(words); layer !== undefined; layer = peel(words)) {
    words = layer.inner
    name = layer.name ?? name
    operation = layer.operation ?? operation
  }
  words = words.replace(innerFrame, '').replace(requestTrailer, '')
  return toStatement(words, name, operation)
}

/** The statement as it was said, wrappers and all: for what only the wrapper tells. */
export function unpeeled(evidence: Evidence): Statement {
  return toStatement(tidy(evidence.message), evidence.errorName, evidence.operation)
}

function toStatement(words: string, name: string | undefined, operation: string | undefined): Statement {
  return { words, text: withoutNames(withName(words, name)), ...(operation === undefined ? {} : { operation }) }
}

/** A role called `ecr-secrets` or a service called `load-balancer` must not decide anything. */
function withoutNames(text: string): string {
  return (
    text
      .replace(
        /^(?:\(service [^)]{1,300}\)|service [^()\s]{1,300}(?= (?:was|is|has|could|operations|failed to) ))(?: \((?:deployment|task|taskSet|instance|port) [^)]{1,200}\))*,? /i,
        '',
      )
      .replace(
        /(arn:[\w-]{1,12}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:[\w-]{1,40}[/:])([^\s"',)\]]{1,400})/g,
        (_, kind: string, name: string) => {
          const agent = /ecs-service-scheduler|codedeploy/i.exec(name)?.[0] ?? 'x'
          return `${kind}${agent}`
        },
      )
      // One sentence for both: what follows tells which of the two it was.
      .replace(/unable to pull secrets or registry auth: (?=.{0,3000}(?:unable to retrieve|pull registry auth))/i, '')
      .replace(/(\.dkr\.ecr\.[\w.-]{1,60}\/)[\w/-]{1,250}/g, '$1x')
  )
}

interface Layer {
  readonly inner: string
  readonly name?: string
  readonly operation?: string
}

function peel(words: string): Layer | undefined {
  for (const { shape, operation } of wrappers) {
    const groups = shape.exec(words)?.groups
    if (groups === undefined) continue
    const { inner = '', name, operation: named = operation } = groups
    return {
      inner: inner.trim(),
      ...(name === undefined ? {} : { name }),
      ...(named === undefined ? {} : { operation: named }),
    }
  }
  return undefined
}

/** One line with plain quotes; of a long text the beginning and the end, where causes stand. */
function tidy(message: string): string {
  const whole = message.length <= longest ? message : `${message.slice(0, longest - 1000)} … ${message.slice(-997)}`
  return whole
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\\+(["'])/g, '$1')
    .replace(/\\+n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function withName(words: string, name: string | undefined): string {
  return name === undefined || words.includes(name) ? words : `${name}: ${words}`
}

/** SDK waiters and Lambda-like callers hand errors on as JSON. */
function readJsonError(message: string): string | undefined {
  if (!message.trimStart().startsWith('{') || message.length > longest) return undefined
  try {
    const parsed: unknown = JSON.parse(message)
    const fields = new Map(Object.entries(Object(parsed)))
    const texts = ['__type', 'errorType', 'code', 'Code', 'message', 'Message', 'errorMessage', 'reason'].flatMap(
      (key) => {
        const value = fields.get(key)
        return typeof value === 'string' ? [value] : []
      },
    )
    return texts.length === 0 ? undefined : texts.join(': ')
  } catch {
    return undefined
  }
}

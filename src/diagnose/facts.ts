import type { Evidence } from '../model/diagnosis.ts'
import type { Statement } from './unwrap.ts'

/** The concrete names that a statement holds; each absent where the text does not say it. */
export interface Facts {
  /** AWS's own words, cut to one line. */
  readonly quote: string
  readonly operation?: string | undefined
  /** `ssm:GetParameters` */
  readonly action?: string | undefined
  /** What the action was refused on: an ARN or `*`. */
  readonly resource?: string | undefined
  /** ARN of who was refused. */
  readonly principal?: string | undefined
  /** Name of the role that is named or that was refused. */
  readonly role?: string | undefined
  readonly image?: string | undefined
  /** ARN or name of a secret or parameter. */
  readonly secret?: string | undefined
  readonly container?: string | undefined
  readonly exitCode?: number | undefined
  readonly targetGroup?: string | undefined
  readonly subnet?: string | undefined
  /** Key, variable, property or field that is quoted as the wrong one. */
  readonly key?: string | undefined
}

const longestQuote = 280

/** Reads the names out of a statement; the evidence's own fields win over its text. */
export function readFacts(statement: Statement, evidence: Evidence): Facts {
  const { words: text } = statement
  const principal = find(text, /\bUser:? (arn:[^\s"']{1,300})/i)
  const operation = statement.operation
  return {
    quote: shorten(statement.words === '' ? statement.text : statement.words),
    operation: operation?.slice(operation.indexOf(':') + 1),
    action: readAction(text) ?? (operation?.includes(':') ? operation : undefined),
    resource: find(text, /\bon (?:the )?resource:? ["']?([^\s"'(),]{1,300})/i),
    principal,
    role: find(
      principal ?? text,
      /arn:[\w-]{1,12}:(?:iam|sts):[^:\s]{0,2}:\d{0,12}:(?:assumed-)?role\/([^\s"'/),]{1,100})/i,
    ),
    image: readImage(text),
    secret: readSecret(text),
    container:
      evidence.container ??
      find(text, /\bcontainer(?: name)? ["'`]?([\w-]{1,100})["'`]? (?:does not exist|exited|failed|is)/i),
    exitCode: evidence.exitCode ?? readExitCode(text),
    targetGroup: find(text, /targetgroup\/([^\s"'/)]{1,60})/i),
    subnet: find(text, /\b(subnet-[0-9a-z]{1,40})\b/i),
    key: readKey(text),
  }
}

/** The exit code that a text names: `exitCode 1`, `exit code: 137`, `exit 139 =`, `Exit: 1`. */
function readExitCode(text: string): number | undefined {
  const code = find(
    text,
    /\bexit(?:ed)?(?:[ _]?(?:code|status))?(?: with)?(?: (?:non-zero )?(?:exit )?(?:code|status))?[ :=("']{1,3}(-?\d{1,10})\b/i,
  )
  return code === undefined ? undefined : Number(code)
}

function readAction(text: string): string | undefined {
  return (
    find(
      text,
      /(?:perform:?|permissions?:|allows? the|to call|to execute) ["'`]?([a-z][a-z0-9-]{1,40}:[A-Za-z*]{2,60})/i,
    ) ??
    find(
      text,
      /\b((?:ecr|ecs|iam|ssm|secretsmanager|kms|logs|s3|elasticloadbalancing|elasticfilesystem|lambda|codedeploy|sts):[A-Z][A-Za-z]{2,60})\b/,
    )
  )
}

/** Words after which an image is named. */
const imageCues =
  /(?:resolve|pull|parse|normalize)(?:ing)? (?:image )?(?:ref(?:erence)?:? )?(?=(\S{3,300}))|(?:manifest for|access denied for|copy image|\bimage:?|\brepository) (?=(\S{3,300}))/gi

function readImage(text: string): string | undefined {
  const named = [...text.matchAll(imageCues)].map((cue) => bare(cue[1] ?? cue[2] ?? ''))
  return (
    named.find(isReference) ??
    find(text, /\b(\d{12}\.dkr\.ecr\.[\w.-]{1,60}\/[\w./:@-]{1,250})/i) ??
    find(text, /registry-1\.docker\.io\/v2\/([\w./-]{1,150})\/manifests/i)
  )
}

function bare(word: string): string {
  return word.replace(/^["'`]+|["'`.,:;]+$/g, '').replace(/["'`]+$/, '')
}

/** `manifest` of "pull image manifest" has neither slash nor colon nor dot; an address is where, not what. */
function isReference(word: string): boolean {
  return /[/:.]/.test(word) && !/^https?:/.test(word)
}

function readSecret(text: string): string | undefined {
  return (
    find(text, /(arn:[\w-]{1,12}:secretsmanager:[\w-]{0,30}:\d{0,12}:secret:[\w/+=.@!-]{1,200})/) ??
    find(text, /(arn:[\w-]{1,12}:ssm:[\w-]{0,30}:\d{0,12}:parameter\/[\w/.-]{1,200})/) ??
    find(text, /invalid (?:ssm )?parameters?:? \[?["'`]?([\w/.,: -]{1,200})/i) ??
    find(text, /secret with ARN '([^']{1,200})'/i)
  )
}

function readKey(text: string): string | undefined {
  return (
    find(text, /environment variable ["'`]?(\w{1,100})["'`]?/i) ??
    find(text, /json key ["'`]?([\w.-]{1,100})/i) ??
    find(text, /(?:Unexpected key|Unknown parameter in input:?|unknown field) ["'`]([\w.-]{1,100})/i) ??
    find(text, /\balarms?(?:\(s\))?: ?<?([\w./-]{1,150})>?/i)
  )
}

function find(text: string, shape: RegExp): string | undefined {
  const found = shape.exec(text)?.[1]?.replace(/[.,;:]+$/, '')
  return found === '' ? undefined : found
}

function shorten(words: string): string {
  // The exception's name is shown beside the sentence.
  const line = words.replace(/^(?:\w{3,80}(?:Exception|Error): ){1,3}(?=\S)/, '').replace(/[.:\s]+$/, '')
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`
}

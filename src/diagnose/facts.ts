import type { Evidence } from '../model/diagnosis.ts'
import type { Statement } from './unwrap.ts'

/** The concrete names that a statement holds; each absent where the text does not say it. */
export interface Facts {
  /** AWS's own words, cut to one line. */
  readonly quote: string
  readonly operation?: string
  /** `ssm:GetParameters` */
  readonly action?: string
  /** What the action was refused on: an ARN or `*`. */
  readonly resource?: string
  /** ARN of who was refused. */
  readonly principal?: string
  /** Name of the role that is named or that was refused. */
  readonly role?: string
  readonly image?: string
  /** ARN or name of a secret or parameter. */
  readonly secret?: string
  readonly container?: string
  readonly exitCode?: number
  readonly targetGroup?: string
  readonly subnet?: string
  /** Key, variable, property or field that is quoted as the wrong one. */
  readonly key?: string
}

const longestQuote = 280

/** Reads the names out of a statement; the evidence's own fields win over its text. */
export function readFacts(statement: Statement, evidence: Evidence): Facts {
  const { words: text } = statement
  const principal = find(text, /\bUser:? (arn:[^\s"']{1,300})/i)
  const operation = statement.operation
  return definedOnly({
    quote: shorten(statement.words),
    operation: operation?.slice(operation.indexOf(':') + 1),
    action: readAction(text) ?? (operation?.includes(':') ? operation : undefined),
    resource: find(text, /on (?:the )?resource:? ["']?([^\s"'(),]{1,300})/i),
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
  })
}

/** The exit code that a text names: `exitCode 1`, `exit code: 137`, `exit 139 =`, `Exit: 1`. */
export function readExitCode(text: string): number | undefined {
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

const imageShapes = [
  /(?:resolve|pull|parse)(?:ing)? (?:image |ref(?:erence)? ?)["'`]?([^\s"'`,]{3,300}?)["'`]?(?::? (?:not found|failed|unexpected)|["'`:,]|\s|$)/i,
  /(?:manifest for|pull access denied for|copy image|image reference|image:?) ["'`]?([\w.-]{1,100}[/:][\w./:@-]{1,250}?)["'`]?(?:[,:]? |[,:]$|,|$)/i,
  /\b(\d{12}\.dkr\.ecr\.[\w.-]{1,60}\/[\w./:@-]{1,250}?)(?:["'`,)]|: |:?\s|:?$)/i,
  /repository ["'`]?([\w./:<>@-]{3,250}?)["'`]? (?:not found|does not exist)/i,
  /registry-1\.docker\.io\/v2\/([\w./-]{1,150})\/manifests/i,
]

function readImage(text: string): string | undefined {
  for (const shape of imageShapes) {
    const image = find(text, shape)
    if (image !== undefined) return image
  }
  return undefined
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
    find(text, /alarms?:? <?([\w./-]{1,150})>?/i)
  )
}

function find(text: string, shape: RegExp): string | undefined {
  const found = shape.exec(text)?.[1]?.replace(/[.,;:]+$/, '')
  return found === '' ? undefined : found
}

function shorten(words: string): string {
  const line = words.replace(/\.$/, '')
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`
}

function definedOnly(facts: { readonly [Key in keyof Facts]: Facts[Key] | undefined } & { quote: string }): Facts {
  // exactOptionalPropertyTypes: an absent name is no member at all.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as Facts
}

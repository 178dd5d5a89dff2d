/** A JSON value as AWS JSON protocols carry it; instants are epoch seconds with fractions. */
export type Json = null | boolean | number | string | Json[] | Fields

/** A JSON object: the body of a request or of an answer. */
export interface Fields {
  [key: string]: Json | undefined
}

/** The services that the simulator answers for, named as AWS signs them. */
export type ServiceName =
  | 'ecs'
  | 'sts'
  | 'ecr'
  | 'logs'
  | 'ssm'
  | 'secretsmanager'
  | 'elasticloadbalancing'
  | 'monitoring'
  | 'application-autoscaling'
  | 'iam'
  | 's3'
  | 'cloudformation'

/** One API call, freed from its protocol. */
export interface Call {
  readonly service: ServiceName
  /** `UpdateService` */
  readonly operation: string
  readonly input: Fields
  readonly region: string
  /** Twelve digits. */
  readonly account: string
  /** ARN of who signed the call. */
  readonly principal: string
}

/** What an operation does: reads or moves the world and answers; refuses by throwing {@link ApiError}. */
export type Operation = (input: Fields, call: Call) => Fields

/** The operations of one service by name. */
export type Operations = Readonly<Record<string, Operation>>

/** A refusal as the API words it: `code` is the exception's name, `message` AWS's own sentence. */
export class ApiError extends Error {
  readonly code: string
  /** HTTP status. */
  readonly status: number
  /** Headers that tell more. */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: string, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.headers = headers
  }
}

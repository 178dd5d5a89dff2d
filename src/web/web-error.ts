/** A server that did not answer, or not with what was asked for. */
export class WebError extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number

  constructor(message: string, status: number, cause?: unknown) {
    super(message, { cause })
    this.name = 'WebError'
    this.status = status
  }
}

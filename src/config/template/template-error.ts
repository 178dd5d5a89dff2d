/** A template that cannot be parsed or executed; the caller knows the file. */
export class TemplateError extends Error {
  readonly phase: 'parse' | 'execution'
  /** Offset in the template's text. */
  readonly offset: number
  readonly hint: string | undefined

  constructor(
    phase: 'parse' | 'execution',
    message: string,
    details: { offset: number; hint?: string | undefined; cause?: unknown },
  ) {
    super(message, { cause: details.cause })
    this.name = 'TemplateError'
    this.phase = phase
    this.offset = details.offset
    this.hint = details.hint
  }
}

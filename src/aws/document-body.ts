import type { MiddlewareStack } from '@smithy/types'
import type { JsonObject } from '../model/json.ts'

/** A command of the SDK, whatever its types. */
interface WithMiddleware {
  // biome-ignore lint/suspicious/noExplicitAny: the stack is invariant in the command's own input and output types
  readonly middlewareStack: MiddlewareStack<any, any>
}

/**
 * Sends `document` itself as the body. The SDK drops members that it does not know, at every depth; a definition
 * goes out as it was written, so that a new feature of ECS works before the SDK knows it.
 */
export function sendAsWritten<C extends WithMiddleware>(command: C, document: JsonObject): C {
  command.middlewareStack.add(
    (next) => async (args) => {
      const request: unknown = args.request
      // The SDK has made texts of bodies in some versions and bytes in others; it takes both.
      if (!hasBody(request)) throw new TypeError('the SDK has no body to replace by the document')
      request.body = JSON.stringify(document)
      return next(args)
    },
    { step: 'build', name: 'sendAsWritten', priority: 'high', override: true },
  )
  return command
}

/** A document as the SDK's input: what is really sent is the document itself (sendAsWritten). */
// biome-ignore lint/suspicious/noExplicitAny: a parsing border; ECS checks the document
export function asInput(input: JsonObject): any {
  return input
}

function hasBody(request: unknown): request is { body: unknown } {
  return typeof request === 'object' && request !== null && 'body' in request
}

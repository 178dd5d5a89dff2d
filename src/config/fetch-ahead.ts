import type { Template } from './template/syntax.ts'
import { constantCalls } from './template/template-calls.ts'
import type { TemplateFunction } from './template/values.ts'

/**
 * Makes all look-ups with constant arguments at once, so that they go together; the execution of the template then
 * finds their answers on the way. Nothing fails here: a look-up that is executed fails in its place.
 */
export function fetchAhead(template: Template, functions: ReadonlyMap<string, TemplateFunction>): void {
  for (const { name, args } of constantCalls(template)) {
    const look = functions.get(name)
    if (look?.isLookup === true) void call(look, args)
  }
}

async function call(look: TemplateFunction, args: Parameters<TemplateFunction>[0]): Promise<void> {
  try {
    await look(args)
  } catch {
    // Perhaps nobody needs it.
  }
}

import { UserError } from '../errors.ts'

/** Whether a text that is no JSON was meant as Jsonnet: `.json` configs may be (specification 2.1). */
export function isJsonnet(text: string): boolean {
  return /\b(?:local|import|importstr|function|assert|self|super)\b|\bstd\.|\+:|::|\|\|\|/.test(text)
}

/**
 * Jsonnet is evaluated before the template (specification 3.1).
 *
 * @param failure what the error says first
 * @throws UserError always
 */
export function evaluateJsonnet(file: string, failure: string): never {
  throw new UserError(`${failure}: Jsonnet is not supported yet`, {
    hint: 'write the file as JSON or YAML',
    location: { file },
  })
}

import { UserError } from '../errors.ts'

/** A command line that cannot be obeyed; nothing has been read or written. */
export function argumentError(message: string, hint: string): UserError {
  return new UserError(`failed to parse args: ${message}`, { hint, category: 'config/client' })
}

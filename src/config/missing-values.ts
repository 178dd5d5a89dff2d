import { UserError } from '../errors.ts'
import { formatLocation } from '../model/location.ts'
import type { MissingValue, RenderedText } from './rendered-text.ts'

/**
 * Refuses texts that hold placeholders: names everything that is missing in all of them at once.
 *
 * @throws UserError `template attach failed: environment variable NAME is not defined …`; of Jsonnet the file
 */
export function refuseMissing(texts: readonly RenderedText[]): void {
  const missing = texts.flatMap((text) => text.missing)
  const [first] = missing
  if (first === undefined) return
  const sentences = new Set(missing.map((one) => describe(one, missing.length > 1)))
  const hints = new Set(missing.map((one) => one.hint).filter((hint) => hint !== ''))
  throw new UserError(`${first.step}: ${[...sentences].join(', ')}`, {
    hint: [...hints].join('; '),
    location: first.location,
    cause: first.cause,
  })
}

function describe({ message, location }: MissingValue, withPlace: boolean): string {
  return withPlace ? `${message} (${formatLocation(location)})` : message
}

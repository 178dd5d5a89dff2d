/**
 * Whether a message matches a filter pattern for unstructured logs: all plain and quoted terms, none of the `-terms`,
 * and one of the `?terms` where there are any. Case counts. Patterns in braces, brackets or percent signs match nothing.
 */
export function matchesPattern(message: string, pattern: string): boolean {
  const trimmed = pattern.trim()
  if (trimmed === '') return true
  if (/^[{[%]/.test(trimmed)) return false
  const terms = [...trimmed.matchAll(/([?-]?)(?:"([^"]*)"|(\S+))/g)].map(([, sign = '', quoted, plain]) => ({
    sign,
    holds: message.includes(quoted ?? plain ?? ''),
  }))
  const optional = terms.filter(({ sign }) => sign === '?')
  return (
    terms.every(({ sign, holds }) => sign === '?' || holds === (sign === '')) &&
    (optional.length === 0 || optional.some(({ holds }) => holds))
  )
}

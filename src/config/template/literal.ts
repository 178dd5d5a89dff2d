/** A text as a template that answers it: `{{` begins an action, so an action says it. */
export function asTemplate(text: string): string {
  return text.replaceAll('{{', '{{ `{{` }}')
}

import { TemplateError } from './template-error.ts'

/** Far more than any file needs; a template beyond it would not end in time. */
const limit = 1_000_000
/** Making so many characters costs as much as one step. */
const charactersPerStep = 64

/** What the execution of a template may cost: statements, turns of loops, calls, and the text they make. */
export class Budget {
  private spent = 0

  /**
   * Takes one step, and what the text costs that it made.
   *
   * @throws TemplateError when nothing is left.
   */
  spend(offset: number, characters = 0): void {
    this.spent += 1 + characters / charactersPerStep
    if (this.spent > limit)
      throw new TemplateError('execution', 'the template does not end: too many steps', { offset })
  }
}

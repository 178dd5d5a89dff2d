import type { Runner } from './github/runner.ts'
import type { RunEvent } from './model/event.ts'
import type { RunReport } from './model/report.ts'
import type { Hiding } from './secrets.ts'
import { type ConsoleState, type ConsoleStyle, prefixLines, renderEvent, renderVerdicts } from './views/console.ts'
import { redactEvent } from './views/redact.ts'

/** What the log is written with. */
export interface Telling {
  readonly runner: Runner
  readonly hiding: Hiding
  readonly debug: boolean
  readonly colours: boolean
  /** Documents of printing commands; the log's own stream on a runner. */
  print(text: string): void
}

/** Writes the log while the run goes on. */
export interface Teller {
  /** `project`: what the lines are called by; `several`: whether others write at the same time. */
  tell(project: string, event: RunEvent): void
  /** The last lines. */
  finish(report: RunReport): void
}

/** One project: live lines inside its group, the verdict after it (interface, "Log"). */
export function tellOne(telling: Telling): Teller {
  const { runner, hiding, print } = telling
  const style: ConsoleStyle = { detail: 'full', debug: telling.debug, colours: telling.colours }
  let state: ConsoleState = {}
  // The verdict stands after everything else, annotations too.
  let verdict: readonly string[] = []
  const flush = (): void => {
    for (const line of verdict) runner.log(line)
    verdict = []
  }
  return {
    tell(_project, raw) {
      const event = redactEvent(raw, hiding)
      if (event.kind === 'printed') return print(event.document.text)
      const step = renderEvent(event, state, style)
      state = step.state
      if (event.kind === 'began') {
        flush()
        return runner.startGroup(step.lines.join(' '))
      }
      if (event.kind === 'ended') {
        runner.endGroup()
        verdict = step.lines
      } else for (const line of step.lines) runner.log(line)
    },
    finish: flush,
  }
}

/** The documents and nothing else. */
export function tellDocuments(print: Telling['print']): Teller {
  return { tell: (_project, event) => event.kind === 'printed' && print(event.document.text), finish: () => {} }
}

/** Several projects: live lines side by side, then a closed group a project with its whole log, then the verdicts. */
export function tellSeveral(telling: Telling): Teller {
  const { runner, hiding } = telling
  const live: ConsoleStyle = { detail: 'live', debug: telling.debug, colours: false }
  const full: ConsoleStyle = { ...live, detail: 'full', colours: telling.colours }
  const books = new Map<string, Book>()
  return {
    tell(project, raw) {
      const event = redactEvent(raw, hiding)
      const book = books.get(project) ?? { name: project, live: {}, full: {}, lines: [] }
      books.set(project, book)
      if (event.kind === 'began' && event.service !== '') book.name = `${event.cluster}/${event.service}`
      const now = renderEvent(event, book.live, live)
      const later = renderEvent(event, book.full, full)
      book.live = now.state
      book.full = later.state
      book.lines.push(...later.lines)
      for (const line of prefixLines(book.name, now.lines)) runner.log(line)
    },
    finish(report) {
      for (const book of books.values()) {
        runner.startGroup(book.name)
        for (const line of book.lines) runner.log(line)
        runner.endGroup()
      }
      for (const line of renderVerdicts(report)) runner.log(line)
    },
  }
}

/** What one of several projects has said. */
interface Book {
  name: string
  live: ConsoleState
  full: ConsoleState
  readonly lines: string[]
}

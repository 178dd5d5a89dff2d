import { expect } from '@jest/globals'
import { eventFile, onPullRequest, pullRequest } from '../pull-request.ts'
import { shop, shopFiles } from '../shop.ts'
import { story } from '../stage.ts'

const reason =
  'CannotStartContainerError: \u001b[31mbad\u001b[0m\r\n::set-output name=outcome::succeeded\n::stop-commands::x\n</details><img src=x onerror=alert(1)> @acme/everyone [click](javascript:alert(1)) | ` ``` `'
const scenario = shop({
  github: pullRequest(),
  tasks: [{ match: { image: '*/api:2' }, fate: { kind: 'cannot-start', reason } }],
})

/** Fenced code and code spans hold anything. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
}

story(
  'what ECS quotes from an image is text and nothing else',
  { files: shopFiles(eventFile()), scenario },
  async ({ step, simulator }) => {
    const deploy = await step({ command: 'deploy' }, { ...onPullRequest, TAG: '2' })
    expect(deploy).toMatchObject({ exit: 1, outputs: { outcome: 'rolled-back' } })
    expect(deploy.log).not.toMatch(/^\s*::(set-output|stop-commands)/m)
    expect(deploy.log).not.toContain('\u001b')
    const written = [deploy.summary, ...simulator.state().comments.map(({ body }) => body)]
    for (const markdown of written.map(withoutCode)) {
      expect(markdown).not.toMatch(/<img|<\/details>(?=.)|(?<!\\)\]\(javascript:|@acme/)
    }
  },
)

import { textAt } from '../../model/json.ts'
import type { ImageLookup } from '../../model/ports.ts'
import type { Check } from '../check.ts'
import { listContainers } from '../containers.ts'
import { type Answer, ask } from '../question.ts'

/** The images of the containers exist. */
export const image: Check = {
  name: 'image',
  needsAws: true,
  run(subject, aws) {
    const questions = listContainers(subject).flatMap((container) => {
      const reference = textAt(container.value, ['image']) ?? ''
      if (reference === '') return []
      const question = {
        check: 'image',
        subject: `${container.name} (${reference})`,
        location: container.locate('image'),
      }
      return [ask(question, async () => judge(await aws.images.findImage(reference)))]
    })
    return Promise.all(questions)
  },
}

function judge(lookup: ImageLookup): Answer {
  switch (lookup.kind) {
    case 'found':
      return { status: 'ok', message: lookup.digest === '' ? 'exists' : `exists: ${lookup.digest}` }
    case 'absent':
      return {
        status: 'failed',
        message: lookup.message,
        hint: 'Push the image before this step, or correct its repository or tag.',
      }
    case 'elsewhere':
      return { status: 'skipped', message: 'is not in ECR; only ECR is asked' }
  }
}

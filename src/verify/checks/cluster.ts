import type { Check } from '../check.ts'
import { type Answer, ask } from '../question.ts'

/** The cluster exists and takes services. */
export const cluster: Check = {
  name: 'cluster',
  needsAws: true,
  async run({ config }, aws) {
    const question = { check: 'cluster', subject: config.cluster, location: { file: config.file } }
    return [await ask(question, async () => judge((await aws.ecs.describeCluster(config.cluster))?.status))]
  },
}

function judge(status: string | undefined): Answer {
  if (status === 'ACTIVE') return { status: 'ok', message: 'is ACTIVE' }
  const hint = 'Correct "cluster" or "region" in the config, or create the cluster.'
  return { status: 'failed', message: status === undefined ? 'does not exist in this region' : `is ${status}`, hint }
}

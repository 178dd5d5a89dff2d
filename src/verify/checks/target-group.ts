import type { Finding } from '../../model/diagnosis.ts'
import { textAt } from '../../model/json.ts'
import type { Aws } from '../../model/ports.ts'
import type { Check } from '../check.ts'
import { type Item, listItems } from '../containers.ts'
import { ask } from '../question.ts'

/** The target groups of the service exist, those of a blue/green deployment too. */
export const targetGroup: Check = {
  name: 'target-group',
  needsAws: true,
  async run({ service }, aws) {
    const findings = listItems(service, ['loadBalancers']).map((one) => judge(one, aws))
    return (await Promise.all(findings)).flat()
  },
}

const places = [['targetGroupArn'], ['advancedConfiguration', 'alternateTargetGroupArn']] as const

async function judge(one: Item, aws: Aws): Promise<readonly Finding[]> {
  const classic = textAt(one.value, ['loadBalancerName'])
  if (classic !== undefined) {
    const message = 'is a classic load balancer, which is not checked'
    return [{ check: 'target-group', subject: classic, status: 'skipped', message, location: one.locate() }]
  }
  const named = places.flatMap((path) => {
    const arn = textAt(one.value, path)
    return arn === undefined ? [] : [{ arn, location: one.locate(...path) }]
  })
  return Promise.all(
    named.map(({ arn, location }) =>
      ask({ check: 'target-group', subject: arn, location }, async () =>
        (await aws.targetGroups.exists(arn))
          ? { status: 'ok', message: 'exists' }
          : { status: 'failed', message: 'does not exist', hint: 'Create the target group, or correct its ARN.' },
      ),
    ),
  )
}

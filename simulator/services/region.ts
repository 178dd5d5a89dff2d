import type { Accounts } from '../account.ts'
import type { Operations, ServiceName } from '../call.ts'
import { createEcs } from '../ecs/ecs.ts'
import type { Refusal } from '../ecs/story.ts'
import { createApplicationAutoScaling } from './application-auto-scaling.ts'
import { createCloudFormation } from './cloudformation.ts'
import { createCloudWatch } from './cloudwatch.ts'
import { createEcr } from './ecr.ts'
import { createElasticLoadBalancing } from './elastic-load-balancing.ts'
import { createIam } from './iam.ts'
import { createLogs } from './logs.ts'
import type { Place } from './place.ts'
import { createS3 } from './s3.ts'
import { createSecretsManager } from './secrets-manager.ts'
import { createSsm } from './ssm.ts'
import { createSts } from './sts.ts'

/** The services of one account in one region. */
export interface Region {
  readonly services: Partial<Readonly<Record<ServiceName, Operations>>>
  /** What actors of the story were refused so far. */
  refusals(): readonly Refusal[]
}

/** Opens a region of an account: its services share the place's story, time and chance. */
export function openRegion(place: Place, accounts: Accounts): Region {
  const logs = createLogs(place)
  const ecs = createEcs({ ...place, writeLog: logs.write })
  const services = {
    ecs: ecs.operations,
    sts: createSts(place, accounts),
    iam: createIam(place),
    ecr: createEcr(place),
    logs: logs.operations,
    ssm: createSsm(place),
    secretsmanager: createSecretsManager(place),
    elasticloadbalancing: createElasticLoadBalancing(place, ecs.targetHealth),
    monitoring: createCloudWatch(place, ecs.alarmState),
    'application-autoscaling': createApplicationAutoScaling(place),
    cloudformation: createCloudFormation(place),
    s3: createS3(place),
  }
  return { services, refusals: ecs.refusals }
}

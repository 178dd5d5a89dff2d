import type { Check } from './check.ts'
import { cluster } from './checks/cluster.ts'
import { container } from './checks/container.ts'
import { executionRole } from './checks/execution-role.ts'
import { fargateSize } from './checks/fargate-size.ts'
import { image } from './checks/image.ts'
import { loadBalancer } from './checks/load-balancer.ts'
import { logGroup } from './checks/log-group.ts'
import { logOptions } from './checks/log-options.ts'
import { network } from './checks/network.ts'
import { portName } from './checks/port-name.ts'
import { reference } from './checks/reference.ts'
import { secret, secretReference } from './checks/secret.ts'
import { targetGroup } from './checks/target-group.ts'

/** Every check, in the order in which findings are told: from the cluster to the load balancer. */
export const checks: readonly Check[] = [
  cluster,
  container,
  reference,
  image,
  executionRole,
  secretReference,
  secret,
  logOptions,
  logGroup,
  fargateSize,
  network,
  loadBalancer,
  portName,
  targetGroup,
]

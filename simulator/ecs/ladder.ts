import type { ServiceDeployment, ServiceDeploymentStatus } from './model.ts'
import { nowOf, type World } from './world.ts'

/** To which statuses a service deployment can go from each. */
export const NEXT: Readonly<Record<ServiceDeploymentStatus, readonly ServiceDeploymentStatus[]>> = {
  PENDING: ['IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'STOPPED'],
  IN_PROGRESS: [
    'SUCCESSFUL',
    'STOP_REQUESTED',
    'STOPPED',
    'ROLLBACK_REQUESTED',
    'ROLLBACK_IN_PROGRESS',
    'ROLLBACK_FAILED',
  ],
  STOP_REQUESTED: ['STOPPED'],
  ROLLBACK_REQUESTED: ['ROLLBACK_IN_PROGRESS', 'ROLLBACK_FAILED', 'STOPPED'],
  ROLLBACK_IN_PROGRESS: ['ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED', 'STOPPED'],
  STOPPED: [],
  ROLLBACK_SUCCESSFUL: [],
  ROLLBACK_FAILED: [],
  SUCCESSFUL: [],
}

/** Whether a service deployment is still at work. */
export function isUnderWay(deployment: ServiceDeployment): boolean {
  return NEXT[deployment.status].length > 0
}

/** Moves a service deployment along the ladder. */
export function move(world: World, deployment: ServiceDeployment, status: ServiceDeploymentStatus): void {
  if (!NEXT[deployment.status].includes(status))
    throw new Error(`a service deployment cannot go from ${deployment.status} to ${status}`)
  const now = nowOf(world)
  deployment.status = status
  deployment.updatedAt = now
  if (status === 'IN_PROGRESS') deployment.startedAt = now
  if (status === 'STOPPED') deployment.stoppedAt = now
  if (NEXT[status].length === 0) deployment.finishedAt = now
}

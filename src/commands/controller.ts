import { UserError } from '../errors.ts'

/** @throws UserError for services that CodeDeploy or task sets deploy */
export function refuseUnsupported(controller = 'ECS'): void {
  if (controller === 'ECS') return
  throw new UserError(`unsupported deployment controller type: ${controller}`, {
    hint: 'services of the controller ECS can be deployed; diff, verify and status work for this one too',
  })
}

import { ApiError, type Fields, type Operations } from '../call.ts'
import { choiceOf, fieldsOf, invalid, numberOf, requiredText, textOf, textsOf } from './input.ts'
import { isUnderWay, move } from './ladder.ts'
import type { ServiceDeployment } from './model.ts'
import { page } from './paging.ts'
import { describeRevision, describeServiceDeployment, summariseServiceDeployment } from './service-answers.ts'
import { findCluster, findService, nowOf, type World } from './world.ts'

/** The operations on service deployments and revisions; only services of the ECS controller have them. */
export function serviceDeploymentOperations(world: World): Operations {
  return {
    ListServiceDeployments: (input) => listServiceDeployments(world, input),
    DescribeServiceDeployments: (input) => {
      const arns = readArns(input, 'serviceDeploymentArns')
      const found = arns.map((arn) => ({ arn, deployment: visible(world).find((known) => known.arn === arn) }))
      return {
        serviceDeployments: found.flatMap(({ deployment }) =>
          deployment === undefined ? [] : [describeServiceDeployment(world, deployment)],
        ),
        failures: missing(found.filter(({ deployment }) => deployment === undefined)),
      }
    },
    DescribeServiceRevisions: (input) => {
      const arns = readArns(input, 'serviceRevisionArns')
      const found = arns.map((arn) => ({ arn, answer: revisionAnswer(world, arn) }))
      return {
        serviceRevisions: found.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
        failures: missing(found.filter(({ answer }) => answer === undefined)),
      }
    },
    StopServiceDeployment: (input) => stopServiceDeployment(world, input),
  }
}

function visible(world: World): ServiceDeployment[] {
  return world.serviceDeployments.filter(({ service }) => service.controller === 'ECS')
}

function readArns(input: Fields, key: string): string[] {
  const arns = textsOf(input, key)
  if (arns.length === 0 || arns.length > 20) throw invalid(`${key} must contain 1 to 20 items.`)
  return arns
}

function missing(absent: readonly { arn: string }[]): Fields[] {
  return absent.map(({ arn }) => ({ arn, reason: 'MISSING' }))
}

function revisionAnswer(world: World, arn: string): Fields | undefined {
  const revision = world.revisions.get(arn)
  const service = world.services.findLast((candidate) =>
    arn.includes(`:service-revision/${candidate.cluster.name}/${candidate.name}/`),
  )
  return revision === undefined || service === undefined ? undefined : describeRevision(service, revision)
}

/** Newest first; with the scenario's `listLag` the newest are not there yet. */
function listServiceDeployments(world: World, input: Fields): Fields {
  const cluster = findCluster(world, textOf(input, 'cluster'))
  const service = findService(world, cluster, requiredText(input, 'service'))
  const statuses = textsOf(input, 'status')
  const { after, before } = createdAt(input)
  const shown = visible(world)
    .filter(
      (deployment) =>
        deployment.service === service &&
        deployment.createdAt <= nowOf(world) - world.ports.scenario.timings.listLag &&
        deployment.createdAt >= after &&
        deployment.createdAt <= before &&
        (statuses.length === 0 || statuses.includes(deployment.status)),
    )
    .reverse()
  const { items, more } = page(input, shown, { usual: 20, most: 100 })
  return { serviceDeployments: items.map(summariseServiceDeployment), ...more }
}

function createdAt(input: Fields): { after: number; before: number } {
  const range = fieldsOf(input, 'createdAt')
  return {
    after: numberOf(range, 'after') ?? Number.NEGATIVE_INFINITY,
    before: numberOf(range, 'before') ?? Number.POSITIVE_INFINITY,
  }
}

/** ROLLBACK is what happens unless told; what is already stopping goes on stopping. */
function stopServiceDeployment(world: World, input: Fields): Fields {
  const arn = requiredText(input, 'serviceDeploymentArn')
  const abort = choiceOf(input, 'stopType', ['ABORT', 'ROLLBACK']) === 'ABORT'
  const deployment = visible(world).find((known) => known.arn === arn)
  if (deployment === undefined)
    throw new ApiError('ServiceDeploymentNotFoundException', 'The service deployment could not be found.')
  if (!isUnderWay(deployment))
    throw new ApiError(
      'ConflictException',
      `The service deployment cannot be stopped because its status is ${deployment.status}.`,
    )
  if (['PENDING', 'IN_PROGRESS'].includes(deployment.status)) {
    move(world, deployment, abort ? 'STOP_REQUESTED' : 'ROLLBACK_REQUESTED')
    deployment.service.steady = false
    world.wake(deployment.service)
  }
  return { serviceDeploymentArn: arn }
}

import { ApiError, type Fields, type Operations } from '../call.ts'
import { isFields } from '../shape.ts'
import { needText, numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place, seconds } from './place.ts'

const suspensions = ['DynamicScalingInSuspended', 'DynamicScalingOutSuspended', 'ScheduledScalingSuspended'] as const

/** Application Auto Scaling: targets and policies are kept and told, nothing is ever scaled. */
export function createApplicationAutoScaling(place: Place): Operations {
  const targets = new Map<string, Fields>()
  const policies = new Map<string, Fields>()

  return {
    RegisterScalableTarget(input) {
      const key = keyOf(input)
      const target = mergeTarget(place, input, targets.get(key))
      targets.set(key, target)
      return { ScalableTargetARN: target['ScalableTargetARN'] }
    },
    DescribeScalableTargets: (input) =>
      page('ScalableTargets', chosen([...targets.values()], input, textsOf(input, 'ResourceIds')), input),
    PutScalingPolicy(input) {
      const key = keyOf(input)
      if (!targets.has(key)) throw targetMissing(input)
      const name = needText(input, 'PolicyName')
      const policy = describePolicy(place, input, policies.get(`${key} ${name}`))
      policies.set(`${key} ${name}`, policy)
      return { PolicyARN: policy['PolicyARN'], Alarms: [] }
    },
    DescribeScalingPolicies(input) {
      const resource = textOf(input, 'ResourceId')
      const names = textsOf(input, 'PolicyNames')
      const found = chosen([...policies.values()], input, resource === undefined ? undefined : [resource])
      const named = found.filter((policy) => names?.includes(String(policy['PolicyName'])) ?? true)
      return page('ScalingPolicies', named, input, 10)
    },
  }
}

function keyOf(input: Fields): string {
  return ['ServiceNamespace', 'ResourceId', 'ScalableDimension'].map((name) => needText(input, name)).join(' ')
}

function chosen(all: readonly Fields[], input: Fields, resources: readonly string[] | undefined): readonly Fields[] {
  const namespace = needText(input, 'ServiceNamespace')
  const dimension = textOf(input, 'ScalableDimension')
  return all.filter(
    (entry) =>
      entry['ServiceNamespace'] === namespace &&
      (dimension === undefined || entry['ScalableDimension'] === dimension) &&
      (resources?.includes(String(entry['ResourceId'])) ?? true),
  )
}

function page(name: string, all: readonly Fields[], input: Fields, size = 50): Fields {
  const { entries, next } = pageOf(all, textOf(input, 'NextToken'), numberOf(input, 'MaxResults') ?? size)
  return { [name]: [...entries], ...(next === undefined ? {} : { NextToken: next }) }
}

/** What a registration leaves out stays as it was, each of the three suspensions too. */
function mergeTarget(place: Place, input: Fields, before: Fields = {}): Fields {
  const minimum = numberOf(input, 'MinCapacity') ?? numberOf(before, 'MinCapacity')
  const maximum = numberOf(input, 'MaxCapacity') ?? numberOf(before, 'MaxCapacity')
  if (minimum === undefined || maximum === undefined) throw boundsMissing()
  return {
    ServiceNamespace: input['ServiceNamespace'],
    ResourceId: input['ResourceId'],
    ScalableDimension: input['ScalableDimension'],
    MinCapacity: minimum,
    MaxCapacity: maximum,
    RoleARN: input['RoleARN'] ?? before['RoleARN'] ?? serviceRole(place),
    CreationTime: before['CreationTime'] ?? seconds(place.time.now()),
    SuspendedState: mergeSuspensions(input['SuspendedState'], before['SuspendedState']),
    ScalableTargetARN:
      before['ScalableTargetARN'] ?? arn(place, 'application-autoscaling', `scalable-target/${identifier(place)}`),
  }
}

function mergeSuspensions(given: Fields[string], before: Fields[string]): Fields {
  const merged: Fields = {}
  for (const name of suspensions) {
    const wanted = isFields(given) ? given[name] : undefined
    const kept = isFields(before) ? before[name] : undefined
    merged[name] = wanted ?? kept ?? false
  }
  return merged
}

function describePolicy(place: Place, input: Fields, before: Fields | undefined): Fields {
  const { Alarms: _alarms, ...given } = input
  const resource = `${String(input['ServiceNamespace'])}/${String(input['ResourceId'])}`
  const name = `resource/${resource}:policyName/${String(input['PolicyName'])}`
  return {
    PolicyType: 'StepScaling',
    ...given,
    PolicyARN: before?.['PolicyARN'] ?? arn(place, 'autoscaling', `scalingPolicy:${identifier(place)}:${name}`),
    CreationTime: before?.['CreationTime'] ?? seconds(place.time.now()),
    Alarms: [],
  }
}

function serviceRole({ account }: Place): string {
  const path = 'aws-service-role/ecs.application-autoscaling.amazonaws.com'
  return `arn:aws:iam::${account}:role/${path}/AWSServiceRoleForApplicationAutoScaling_ECSService`
}

function identifier({ random }: Place): string {
  return Math.floor(random() * 2 ** 48)
    .toString(16)
    .padStart(12, '0')
}

function boundsMissing(): ApiError {
  const message = 'Both MinCapacity and MaxCapacity must be specified when a new scalable target is registered.'
  return new ApiError('ValidationException', message)
}

function targetMissing(input: Fields): ApiError {
  const where = `service namespace: ${String(input['ServiceNamespace'])}, resource ID: ${String(input['ResourceId'])}`
  const message = `No scalable target registered for ${where}, scalable dimension: ${String(input['ScalableDimension'])}`
  return new ApiError('ObjectNotFoundException', message)
}

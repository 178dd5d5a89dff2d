import { ApiError, type Fields, type Operations } from '../call.ts'
import type { TargetHealth } from '../ecs/ports.ts'
import { type TargetGroup, targetGroupArn } from '../scenario.ts'
import { isFields, isList } from '../shape.ts'
import { needText, numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place } from './place.ts'

/** Who knows which targets are registered and how they are: by ARN of a target group. */
export type HealthOf = (targetGroupArn: string) => readonly TargetHealth[]

/** Elastic Load Balancing: the scenario's target groups, behind one application load balancer unless unattached. */
export function createElasticLoadBalancing(place: Place, healthOf: HealthOf): Operations {
  const groups = place.scenario.targetGroups.map((group) => ({ group, arn: targetGroupArn(place, group) }))

  function need(targetGroup: string): string {
    if (groups.some((known) => known.arn === targetGroup)) return targetGroup
    throw new ApiError('TargetGroupNotFound', `Target groups '${targetGroup}' not found`)
  }

  return {
    DescribeTargetGroups(input) {
      const arns = textsOf(input, 'TargetGroupArns')
      const names = textsOf(input, 'Names')
      const balancer = textOf(input, 'LoadBalancerArn')
      arns?.forEach(need)
      const missing = names?.find((name) => !groups.some(({ group }) => group.name === name))
      if (missing !== undefined) throw new ApiError('TargetGroupNotFound', 'One or more target groups not found')
      const chosen = groups.filter(
        (known) =>
          (arns?.includes(known.arn) ?? true) &&
          (names?.includes(known.group.name) ?? true) &&
          (balancer === undefined || loadBalancers(place, known.group).includes(balancer)),
      )
      const { entries, next } = pageOf(chosen, textOf(input, 'Marker'), numberOf(input, 'PageSize') ?? 400)
      return {
        TargetGroups: entries.map((known) => describeGroup(place, known.group)),
        ...(next === undefined ? {} : { NextMarker: next }),
      }
    },
    DescribeTargetGroupAttributes(input) {
      const wanted = need(needText(input, 'TargetGroupArn', 'ValidationError'))
      const delay = groups.find((known) => known.arn === wanted)?.group.deregistrationDelay ?? 300
      return { Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: String(delay) }] }
    },
    DescribeTargetHealth(input) {
      const registered = healthOf(need(needText(input, 'TargetGroupArn', 'ValidationError')))
      const targets = isList(input['Targets']) ? input['Targets'].filter(isFields) : undefined
      const wanted = targets?.map((target) => textOf(target, 'Id'))
      return {
        TargetHealthDescriptions: registered.filter(({ id }) => wanted?.includes(id) ?? true).map(describeHealth),
      }
    },
  }
}

function loadBalancers(place: Place, group: TargetGroup): string[] {
  return group.unattached ? [] : [arn(place, 'elasticloadbalancing', 'loadbalancer/app/simulated/0123456789abcdef')]
}

function describeGroup(place: Place, group: TargetGroup): Fields {
  return {
    TargetGroupArn: targetGroupArn(place, group),
    TargetGroupName: group.name,
    Protocol: group.protocol,
    Port: group.port,
    VpcId: group.vpcId,
    HealthCheckProtocol: group.protocol,
    HealthCheckPort: 'traffic-port',
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: 30,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
    HealthCheckPath: group.path ?? '/',
    Matcher: { HttpCode: group.matcher ?? '200' },
    LoadBalancerArns: loadBalancers(place, group),
    TargetType: group.targetType ?? 'ip',
    ProtocolVersion: 'HTTP1',
    IpAddressType: 'ipv4',
  }
}

function describeHealth({ id, port, state, reason, description }: TargetHealth): Fields {
  return {
    Target: { Id: id, Port: port },
    HealthCheckPort: String(port),
    TargetHealth: {
      State: state,
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(description === undefined ? {} : { Description: description }),
    },
  }
}

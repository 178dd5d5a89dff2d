import type { Fields, Operations } from '../call.ts'
import type { AlarmState } from '../ecs/ports.ts'
import { numberOf, pageOf, textOf, textsOf } from './input.ts'
import { arn, type Place, seconds } from './place.ts'

/** CloudWatch: the scenario's alarms, in the state that the story gives them. */
export function createCloudWatch(place: Place, stateOf: (alarm: string) => AlarmState | undefined): Operations {
  function describe(name: string): Fields {
    return {
      AlarmName: name,
      AlarmArn: arn(place, 'cloudwatch', `alarm:${name}`),
      ActionsEnabled: true,
      StateValue: stateOf(name) ?? 'INSUFFICIENT_DATA',
      StateUpdatedTimestamp: seconds(place.scenario.start),
      AlarmConfigurationUpdatedTimestamp: seconds(place.scenario.start),
    }
  }

  return {
    DescribeAlarms(input) {
      const names = textsOf(input, 'AlarmNames')
      const prefix = textOf(input, 'AlarmNamePrefix') ?? ''
      const state = textOf(input, 'StateValue')
      const alarms = place.scenario.alarms
        .filter(({ name }) => (names?.includes(name) ?? true) && name.startsWith(prefix))
        .filter(({ name }) => state === undefined || stateOf(name) === state)
      const { entries, next } = pageOf(alarms, textOf(input, 'NextToken'), numberOf(input, 'MaxRecords') ?? 50)
      return {
        MetricAlarms: entries.map(({ name }) => describe(name)),
        CompositeAlarms: [],
        ...(next === undefined ? {} : { NextToken: next }),
      }
    },
  }
}

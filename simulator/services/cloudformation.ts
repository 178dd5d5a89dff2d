import { ApiError, type Fields, type Operations } from '../call.ts'
import { pageOf, textOf } from './input.ts'
import { arn, iso, type Place } from './place.ts'

type Stack = Place['scenario']['stacks'][number]

/** CloudFormation: the scenario's stacks, all of them complete. */
export function createCloudFormation(place: Place): Operations {
  const { stacks } = place.scenario
  return {
    DescribeStacks(input) {
      const name = textOf(input, 'StackName')
      const chosen = stacks.filter((stack) => name === undefined || [stack.name, stackId(place, stack)].includes(name))
      if (name !== undefined && chosen.length === 0) {
        throw new ApiError('ValidationError', `Stack with id ${name} does not exist`)
      }
      const { entries, next } = pageOf(chosen, textOf(input, 'NextToken'), 100)
      return {
        Stacks: entries.map((stack) => describe(place, stack)),
        ...(next === undefined ? {} : { NextToken: next }),
      }
    },
    ListExports(input) {
      const exports = stacks.flatMap((stack) =>
        stack.outputs.flatMap(({ export: name, value }) =>
          name === undefined ? [] : [{ ExportingStackId: stackId(place, stack), Name: name, Value: value }],
        ),
      )
      const { entries, next } = pageOf(exports, textOf(input, 'NextToken'), 100)
      return { Exports: [...entries], ...(next === undefined ? {} : { NextToken: next }) }
    },
  }
}

function stackId(place: Place, { name }: Stack): string {
  return arn(place, 'cloudformation', `stack/${name}/00000000-0000-4000-a000-000000000000`)
}

function describe(place: Place, stack: Stack): Fields {
  return {
    StackId: stackId(place, stack),
    StackName: stack.name,
    CreationTime: iso(place.scenario.start - 86_400_000),
    StackStatus: 'CREATE_COMPLETE',
    Outputs: stack.outputs.map(({ key, value, export: name }) => ({
      OutputKey: key,
      OutputValue: value,
      ...(name === undefined ? {} : { ExportName: name }),
    })),
  }
}

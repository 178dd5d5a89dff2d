import type { LookupPort } from '../model/ports.ts'
import { makeCall } from './call.ts'
import type { Connection } from './connection.ts'
import { once } from './credentials.ts'

type Verbs = Pick<LookupPort, 'readStackOutputs' | 'readExports'>

/** Outputs and exports of CloudFormation; each stack is described once, the exports are listed once. */
export function openStacks(connection: Connection): Verbs {
  const open = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudformation')
    return { sdk, client: new sdk.CloudFormationClient(connection.settingsFor('CLOUDFORMATION')) }
  })
  const call = <T>(operation: string, send: () => Promise<T>) =>
    makeCall(connection.calling, { service: 'cloudformation', operation, repeatable: true }, send)
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>()

  async function describe(stack: string): Promise<ReadonlyMap<string, string>> {
    const { sdk, client } = await open()
    const answer = await call('DescribeStacks', () => client.send(new sdk.DescribeStacksCommand({ StackName: stack })))
    const outputs = answer.Stacks?.[0]?.Outputs ?? []
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]))
  }

  async function listExports(): Promise<ReadonlyMap<string, string>> {
    const { sdk, client } = await open()
    const exports = new Map<string, string>()
    let NextToken: string | undefined
    do {
      const page = NextToken === undefined ? {} : { NextToken }
      const answer = await call('ListExports', () => client.send(new sdk.ListExportsCommand(page)))
      for (const { Name = '', Value = '' } of answer.Exports ?? []) exports.set(Name, Value)
      NextToken = answer.NextToken
    } while (NextToken !== undefined && NextToken !== '')
    return exports
  }

  return {
    readStackOutputs(stack) {
      const outputs = known.get(stack) ?? describe(stack)
      known.set(stack, outputs)
      return outputs
    },
    readExports: once(listExports),
  }
}

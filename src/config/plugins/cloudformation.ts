import { suggest } from '../nearest-name.ts'
import { FunctionFailure } from '../template/values.ts'
import { hintAbout, type Plugin, textsOf } from './plugin.ts'

/** CloudFormation: `cfn_output STACK KEY` and `cfn_export NAME` (specification 2.5.2). */
export const cloudformation: Plugin = async (entry, { lookups }) => {
  entry.options.expect([])
  return [
    {
      name: 'cfn_output',
      parameters: ['stack', 'key'],
      isLookup: true,
      async call(args) {
        const [stack = '', key = ''] = textsOf('cfn_output', args, 2)
        const outputs = await reading(`failed to describe the stack ${stack}`, 'cloudformation:DescribeStacks', () =>
          lookups.readStackOutputs(stack),
        )
        return found(outputs, key, `outputKey ${key} is not found in stack ${stack}`)
      },
    },
    {
      name: 'cfn_export',
      parameters: ['name'],
      isLookup: true,
      async call(args) {
        const [name = ''] = textsOf('cfn_export', args, 1)
        const exports = await reading('failed to list exports', 'cloudformation:ListExports', () =>
          lookups.readExports(),
        )
        return found(exports, name, `${name} is not found in exports`)
      },
    },
  ]
}

async function reading<T>(failure: string, action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const hint = `check the name, that it is in the config's region, and that the step's role may ${action}`
    throw new FunctionFailure(failure, { hint: hintAbout(cause, hint), cause })
  }
}

function found(values: ReadonlyMap<string, string>, name: string, failure: string): string {
  const value = values.get(name)
  if (value !== undefined) return value
  const nearest = suggest(name, values.keys()).replace(/^; /, '')
  throw new FunctionFailure(failure, { hint: nearest || 'check the name; upper and lower case matter' })
}

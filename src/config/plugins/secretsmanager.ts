import { FunctionFailure } from '../template/values.ts'
import { hintAbout, type Plugin, textsOf } from './plugin.ts'

/** Secrets Manager: `secretsmanager_arn ID`, the whole ARN with its random letters (specification 2.5.4). */
export const secretsmanager: Plugin = async (_entry, { lookups }) => [
  {
    name: 'secretsmanager_arn',
    parameters: ['id'],
    isLookup: true,
    async call(args) {
      const [id = ''] = textsOf('secretsmanager_arn', args, 1)
      try {
        return await lookups.readSecretArn(id)
      } catch (cause) {
        throw new FunctionFailure(`failed to describe secret: ${id}`, {
          hint: hintAbout(cause, 'check the name and the region, and allow secretsmanager:DescribeSecret for it'),
          cause,
        })
      }
    },
  },
]

/** A service that somebody made by hand, with what makes its files hard to write. */
import { registered, shop, taskDefinition } from '../shop.ts'

export const password = 'correct-horse-7-battery'

const [app] = taskDefinition.containerDefinitions

/** Its log tag looks like a template, its password is plain text, it has members that older tools lose. */
const byHand = {
  ...taskDefinition,
  pidMode: 'task',
  enableFaultInjection: true,
  tags: [{ key: 'team', value: 'shop' }],
  containerDefinitions: [
    {
      ...app,
      environment: [
        { name: 'STAGE', value: 'production' },
        { name: 'DB_PASSWORD', value: password },
      ],
      command: ['sh', '-c', 'serve --format "{{.Name}}" < /dev/null && true'],
      dockerLabels: { 'Com.Example.Owner': 'shop' },
    },
    { name: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.27', essential: false },
  ],
}

export const byHandAccount = shop(
  { taskDefinitions: [registered('1', byHand)] },
  { tags: [{ key: 'team', value: 'shop' }], enableECSManagedTags: true, propagateTags: undefined },
)

import { expect } from '@jest/globals'
import { pretty, shop, shopFiles, taskDefinition } from '../shop.ts'
import { story } from '../stage.ts'

const [app] = taskDefinition.containerDefinitions
const environment = [
  { name: 'STAGE', value: '{{ ssm `/shop/stages` 1 }}' },
  { name: 'LICENCE', value: '{{ ssm `/shop/licence` }}' },
  { name: 'QUEUE', value: '{{ cfn_output `shop-queues` `Orders` }}' },
  { name: 'MAIL', value: '{{ (mail `orders`).address }}' },
]
const secrets = [{ name: 'DATABASE_URL', valueFrom: '{{ secretsmanager_arn `shop/db` }}:url::' }]
const mail = '#!/bin/sh\nprintf \'{"address": "%s@%s"}\' "$1" "$DOMAIN"\n'
const config = (shopFiles()['ecspresso.yml'] ?? '').concat(`plugins:
  - name: cloudformation
  - name: external
    config:
      name: mail
      command: [/bin/sh, scripts/mail.sh]
      num_args: 1
      timeout: 10
`)
const files = shopFiles({
  'ecspresso.yml': config,
  'scripts/mail.sh': mail,
  'ecs/task.json': pretty({ ...taskDefinition, containerDefinitions: [{ ...app, environment, secrets }] }),
})
const scenario = shop({
  parameters: [
    { name: '/shop/stages', type: 'StringList', value: 'blue,green' },
    { name: '/shop/licence', type: 'SecureString', value: 'kept-under-4-lock' },
  ],
  secrets: [{ name: 'shop/db', value: '{"url": "postgres://db"}' }],
  stacks: [{ name: 'shop-queues', outputs: [{ key: 'Orders', value: 'https://sqs/orders' }] }],
})

story('values that are looked up, one of them secret', { files, scenario }, async ({ step, simulator }) => {
  const diff = await step({ command: 'diff' }, { TAG: '2', DOMAIN: 'shop.example' })
  expect(diff.exit).toBe(0)
  const shown = diff.documents.join('')
  for (const value of ['green', 'https://sqs/orders', 'secret:shop/db-', 'orders@shop.example']) {
    expect(shown).toContain(value)
  }
  expect([diff.log, diff.summary, shown].filter((text) => text.includes('4-lock'))).toEqual([])
  expect(diff.masked).toContain('kept-under-4-lock')
  // What is sent to AWS is the value itself.
  const register = await step({ command: 'register' }, { TAG: '2', DOMAIN: 'shop.example' })
  expect(register.exit).toBe(0)
  const sent = simulator.state().calls.find(({ operation }) => operation === 'RegisterTaskDefinition')
  expect(JSON.stringify(sent?.input)).toContain('kept-under-4-lock')
})

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const taskDefinition = {
  family: 'api',
  cpu: '256',
  memory: '512',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [{ name: 'app', image: 'app:2', essential: true }],
}
const serviceDefinition = {
  desiredCount: 2,
  launchType: 'FARGATE',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } },
}

/** A folder with an ordinary project: templates in the config and in a definition. */
export function writeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  mkdirSync(join(folder, 'ecs'))
  const config = [
    'region: us-east-1',
    'cluster: "{{ env `CLUSTER` `demo` }}"',
    'service: api',
    'service_definition: ecs/service.json',
    'task_definition: ecs/task.json',
  ]
  writeFileSync(join(folder, 'ecspresso.yml'), `${config.join('\n')}\n`)
  writeFileSync(join(folder, 'ecs/service.json'), JSON.stringify(serviceDefinition, null, 2))
  writeFileSync(
    join(folder, 'ecs/task.json'),
    JSON.stringify(taskDefinition, null, 2).replace('app:2', '{{ env `IMAGE` `app:2` }}'),
  )
  return folder
}

/** A world where the project has been running for a day with an older image. */
export const scenario = {
  clusters: [{ name: 'demo' }],
  taskDefinitions: [
    { input: { ...taskDefinition, containerDefinitions: [{ name: 'app', image: 'app:1', essential: true }] } },
  ],
  services: [{ cluster: 'demo', serviceName: 'api', taskDefinition: 'api:1', ...serviceDefinition }],
}

/** The environment of a step; `address` of the simulator. */
export function environmentOf(folder: string, address: string, command: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    INPUT_COMMAND: command,
    AWS_ENDPOINT_URL: address,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY',
    GITHUB_WORKSPACE: folder,
    SIMULATOR_URL: address,
  }
}

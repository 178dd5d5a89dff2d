import { checks } from '../../src/verify/index.ts'

/** What a check of `verify` looks at, by its name. */
const descriptions: Readonly<Record<string, string>> = {
  cluster: 'The cluster exists and is active.',
  container: 'Every container has a name of its own and an image.',
  reference: 'Containers and volumes that `dependsOn`, `volumesFrom` and `mountPoints` name are there.',
  image: 'The images exist (those in ECR are looked up).',
  'execution-role': 'The execution role is set where secrets, ECR, private registries or awslogs on Fargate need it.',
  'secret-reference': 'Every secret has a name and a place its value comes from.',
  secret: 'Secrets and parameters exist and can be read (`--no-get-secrets` leaves this out).',
  'log-options': 'The awslogs driver has the options it asks for.',
  'log-group': 'The log group exists, or the driver creates it. Nothing is written.',
  'fargate-size': 'CPU and memory are a pair that Fargate offers.',
  network: 'Network mode, network configuration and host ports fit together.',
  'load-balancer': 'Load balancers name a container and a port that it opens.',
  'port-name': 'Service Connect and VPC Lattice name ports that are there.',
  'target-group': 'The target groups exist.',
}

/** A row of the README's table. */
export interface CheckRow {
  readonly name: string
  readonly needsAws: boolean
  readonly description: string
}

/** The checks in their order. Throws for one that nobody has described, and for a description without a check. */
export function listChecks(): readonly CheckRow[] {
  const names = checks.map((check) => check.name)
  const stale = Object.keys(descriptions).filter((name) => !names.includes(name))
  if (stale.length > 0)
    throw new Error(`scripts/docs/checks.ts describes checks that are not there: ${stale.join(', ')}`)
  return checks.map(({ name, needsAws }) => {
    const description = descriptions[name]
    if (description === undefined) throw new Error(`scripts/docs/checks.ts does not describe the check ${name}`)
    return { name, needsAws, description }
  })
}

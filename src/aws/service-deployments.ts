import type { ServiceDeploymentBrief } from '../model/ecs.ts'
import type { EcsPort } from '../model/ports.ts'
import type { EcsCall, EcsSdk } from './ecs-call.ts'

type Verbs = Pick<
  EcsPort,
  'listServiceDeployments' | 'describeServiceDeployment' | 'describeServiceRevisions' | 'stopServiceDeployment'
>

// Who follows a deployment looks again soon anyway, and sees it in DescribeServices meanwhile.
const looking = { attempts: 2 }

/** The service deployments of ECS: 90 days of history, newest first. */
export function openServiceDeployments(open: EcsSdk, call: EcsCall): Verbs {
  return {
    async listServiceDeployments({ cluster, service }, { createdAfter }) {
      const { sdk, client } = await open()
      const input = {
        cluster,
        service,
        maxResults: 100,
        ...(createdAfter === undefined ? {} : { createdAt: { after: new Date(createdAfter) } }),
      }
      const command = () => new sdk.ListServiceDeploymentsCommand(input)
      const answer = await call('ListServiceDeployments', () => client.send(command()), looking)
      return [...(answer.serviceDeployments ?? [])].sort((a, b) => createdAt(b) - createdAt(a))
    },
    async describeServiceDeployment(arn) {
      const { sdk, client } = await open()
      const command = () => new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })
      const answer = await call('DescribeServiceDeployments', () => client.send(command()), looking)
      return answer.serviceDeployments?.[0]
    },
    async describeServiceRevisions(arns) {
      const { sdk, client } = await open()
      const command = () => new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] })
      const answer = await call('DescribeServiceRevisions', () => client.send(command()))
      return answer.serviceRevisions ?? []
    },
    async stopServiceDeployment(arn) {
      const { sdk, client } = await open()
      const input = { serviceDeploymentArn: arn, stopType: 'ROLLBACK' as const }
      await call('StopServiceDeployment', () => client.send(new sdk.StopServiceDeploymentCommand(input)))
    },
  }
}

function createdAt(brief: ServiceDeploymentBrief): number {
  return brief.createdAt?.getTime() ?? 0
}

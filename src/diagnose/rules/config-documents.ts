import { fromCaller, fromTasks, type Rule } from './rule.ts'

const diff = 'Run `ecspresso diff` to see what would be sent.'
const verify = 'Run `ecspresso verify` before the next deploy.'
const everywhere = [...fromCaller, ...fromTasks, 'codedeploy', 'health'] as const

const serviceDefinition: Rule = {
  label: 'config/service-definition',
  rank: 'cause',
  when: [
    /deployment controller|service couldn't be updated because|CODE_DEPLOY|deploymentController|deployment percentages?|minimum ?Healthy ?Percent|maximum ?Percent|desired ?count|scheduling ?strategy|DAEMON (?:scheduling|service)|enableExecuteCommand|execute command|deployment ?(?:configuration|strategy)|circuit breaker (?:\w+ ){0,2}(?:only|cannot|can only|not)|placement ?strateg|propagateTags|service name|service definition|bakeTime|new ARN and resource ID|long arn/i,
  ],
  from: everywhere,
  otherwise: [
    {
      all: [
        /InvalidParameterException|InvalidParameter\b|ClientException|ValidationException|InvalidRequest|SerializationException|Unknown parameter|validation/i,
      ],
      operation: /^(?:Create|Update|Delete)Service$|TaskSet$/i,
    },
    { all: [/InvalidParameterException|UnsupportedOperation/i] },
  ],
  reason: ({ quote }) => `the service definition does not fit: ${quote}`,
  hint: 'Correct the field that is named; some can only be set when the service is created, others not with this deployment controller.',
  next: [diff, verify],
  retryable: false,
}

const taskDefinition: Rule = {
  label: 'config/task-definition',
  rank: 'cause',
  when: [
    /task ?definition|container ?definition|execution ?role|executionRoleArn|taskRoleArn|memoryReservation|pidMode|ipcMode|networkMode|network mode|hostPort|containerPort|port ?mapping|(?:environment|secret)s? .{0,60}(?:unique|duplicate)|duplicate|essential container (?!(?:in task )?exited)|ulimit|linuxParameters|device information|privileged|Invalid setting for container|Tags? can ?not|Role is not valid|invalid role (?:syntax|ARN)|usually caused by a client action|Invalid arn syntax|image is not defined|Container\.\w+ (?:contains|should|must)|minimum memory limit|requiresAttributes|family\b/i,
  ],
  from: ['apiError', 'cli', 'containerReason', 'stoppedReason', 'event', 'rollout'],
  otherwise: [
    { operation: /^RegisterTaskDefinition$/i, from: [...fromCaller] },
    { all: [/ClientException|InvalidParameterValue|ValidationException/i], from: [...fromCaller] },
  ],
  reason: ({ quote }) => `the task definition does not fit: ${quote}`,
  hint: 'Correct the field that is named; keys that ECS only answers (taskDefinitionArn, revision, status, …) do not belong into the file.',
  next: [
    verify,
    'Set `executionRoleArn` when the task uses ECR, awslogs or secrets.',
    'Run again with `--debug` to see the request.',
  ],
  retryable: false,
}

const template: Rule = {
  label: 'config/template',
  rank: 'cause',
  from: ['cli'],
  when: [
    /environment variable .{0,120}(?:not (?:defined|set)|undefined|is required|missing)|must_env|template\b|tfstate|terraform state|jsonnet|\byaml\b|plugin|config file|RUNTIME ERROR|unknown (?:field|key)|failed to (?:load|parse|read|render|evaluate|lookup|look up)|did not find expected|unmarshal|invalid character .{0,40}(?:looking|after)|unexpected (?:token|end of (?:JSON|input))|function ["']\w+["'] not defined|cloudformation (?:output|export|stack)|(?:output|export) .{0,80}(?:is )?not found|ssm parameter .{0,60}lookup/i,
  ],
  otherwise: [/\bis not (?:set|defined)\b|no such file or directory/i],
  reason: ({ quote }) => `a file could not be rendered: ${quote}`,
  hint: 'Set the variable or correct the place that is named, and look at the result with `ecspresso render`.',
  next: ['Refresh the state when a value comes from one.'],
  retryable: false,
}

/** Fields that the API does not know: the call tells which of the two documents holds them. */
const foreignField =
  /Unknown parameter|Unexpected key|UnexpectedParameter|Missing required|ParamValidation|parameter validation failed|InvalidParameterType/i

/** What names its document or its file so plainly that no other word in it counts. */
export const plainConfigRules: readonly Rule[] = [
  { ...template, when: [/\btemplate: |must_env|tfstate|jsonnet|RUNTIME ERROR|\byaml: /i] },
  { ...taskDefinition, when: [/to have (?:an )?execution role|execution role ARN/i], otherwise: [] },
  { ...serviceDefinition, when: [{ all: [foreignField], operation: /^(?:Create|Update)Service$/i }], otherwise: [] },
  { ...taskDefinition, when: [{ all: [foreignField] }], otherwise: [] },
]

/** The definitions themselves, the names in them and the tool's files: read words that many messages hold, so late. */
export const documentRules: readonly Rule[] = [
  {
    label: 'config/platform',
    rank: 'cause',
    when: [
      /Platform(?:Unknown|TaskDefinitionIncompatibility)|UnsupportedFeature|launch[ _]?type .{0,120}(?:not (?:supported|compatible)|incompatible|does not)|requested compatibilit|requires ?compatibilit|platform ?version|platform version|runtime ?platform|operating ?system ?family|does not support .{0,40}launch[ _]?type|isn't (?:supported|available) in this Region|not (?:supported|available) in (?:this|the) Region|FARGATE .{0,60}not compatible/i,
      /is not compatible with .{0,60}(?:launch type|FARGATE|EC2|EXTERNAL)/i,
    ],
    reason: ({ quote }) => `platform and task definition do not fit: ${quote}`,
    hint: 'Check `requiresCompatibilities`, `runtimePlatform` and `platformVersion` (1.4.0 or LATEST) against the launch type.',
    next: [diff],
    retryable: false,
  },
  {
    label: 'config/reference',
    rank: 'cause',
    when: [
      /(?:Cluster|Service|TaskSet|Task|Target)NotFoundException|ServiceDeploymentNotFound|Unable to describe (?:task definition|service)|is MISSING|^MISSING$|(?:cluster|service|task ?definition|task set|family|revision)\b[^.]{0,200}(?:not found|does not exist|doesn't exist|is missing|could not be found|no such)|(?:not found|no such|missing|unknown|could not find|cannot find|unable to find) (?:\w+ ){0,3}(?:cluster|service|task ?definition|revision)|Revision is missing/i,
    ],
    from: ['apiError', 'cli', 'codedeploy', 'rollout', 'event'],
    otherwise: [/ResourceNotFoundException|NotFoundException|does not exist/i],
    reason: ({ quote }) => `something that is named does not exist: ${quote}`,
    hint: 'Check spelling, region and account of cluster, service and task definition.',
    next: ['Run `ecspresso status`.', 'A service that does not exist is created by `ecspresso deploy`.'],
    retryable: false,
  },
  template,
  {
    label: 'config/client',
    rank: 'cause',
    from: ['cli', 'apiError'],
    when: [
      /\bregion\b.{0,80}(?:valid|missing|must|required|specify|invalid|empty|not set|not found|provided|configured)|Input required and not supplied|(?:missing|invalid|specify|unknown|no) (?:a |the )?region|required.version|version .{0,60}(?:does not satisfy|constraint|not satisf|required|is too old)|(?:unknown|unexpected|invalid|unrecognized) (?:flag|option|argument|command|choice|subcommand)s?|the following arguments are required|Could not connect to the endpoint URL|Invalid endpoint|Unknown options/i,
    ],
    reason: ({ quote }) => `the call itself is wrong: ${quote}`,
    hint: 'Check region, version and flags of this step.',
    next: ['Run `ecspresso version`, and compare with `required_version` of the config.'],
    retryable: false,
  },
  serviceDefinition,
  taskDefinition,
]

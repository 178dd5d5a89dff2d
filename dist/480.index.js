export const id = 480;
export const ids = [480];
export const modules = {

/***/ 6480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGatherer: () => (/* reexport */ createGatherer),
  diagnose: () => (/* reexport */ diagnose),
  diagnoseError: () => (/* reexport */ diagnoseError)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
;// CONCATENATED MODULE: ./src/diagnose/blame.ts

const blame_image = { container: ['repositoryCredentials', 'image'] };
const secrets = { container: ['secrets'] };
const executionRole = { task: ['executionRoleArn'] };
const size = { task: ['memory', 'cpu'] };
const loadBalancers = { service: ['loadBalancers'] };
const network = { service: ['networkConfiguration'] };
/** By label or by category: the line of the definition that a user has to change or to look at. */
const blames = {
    image: { container: ['image'] },
    'image/auth': blame_image,
    'image/arch': { task: ['runtimePlatform'], container: ['image'] },
    secret: secrets,
    'permission/secret-read': secrets,
    'permission/kms': secrets,
    'permission/ecr-pull': executionRole,
    'permission/logs': executionRole,
    'permission/s3': { container: ['environmentFiles'] },
    'permission/execution-role-missing': executionRole,
    'permission/assume-role': { task: ['taskRoleArn', 'executionRoleArn'] },
    'permission/pass-role': { task: ['taskRoleArn', 'executionRoleArn'] },
    'permission/efs': { task: ['volumes'] },
    'config/task-size': size,
    'config/logging': { container: ['logConfiguration'] },
    'config/env-file': { container: ['environmentFiles'] },
    'config/volume': { task: ['volumes'] },
    'config/load-balancer': loadBalancers,
    'config/network': network,
    'config/service-discovery': { service: ['serviceConnectConfiguration', 'serviceRegistries'] },
    'config/capacity-provider': { service: ['capacityProviderStrategy', 'launchType'] },
    'config/platform': { task: ['runtimePlatform', 'requiresCompatibilities'], service: ['platformVersion'] },
    'container/entrypoint': { container: ['entryPoint', 'command', 'image'] },
    'container/oom': { container: ['memory', 'memoryReservation'], task: ['memory'] },
    'container/dependency': { container: ['dependsOn'] },
    'healthcheck/container': { container: ['healthCheck'] },
    'healthcheck/elb': { container: ['portMappings'], ...loadBalancers },
    'network/efs': { task: ['volumes'] },
    'network/logs': { container: ['logConfiguration'] },
    'network/s3': { container: ['environmentFiles'] },
    'network/secrets': { ...network, ...secrets },
    'network/registry': { ...network, container: ['image'] },
    'resource/memory': size,
    'resource/cpu': { task: ['cpu'] },
    'resource/port': { container: ['portMappings'] },
    'resource/gpu': { container: ['resourceRequirements'] },
    'resource/ip': network,
    'resource/placement-constraint': { service: ['placementConstraints'], task: ['placementConstraints'] },
};
/** Where the definition line stands that the diagnosis is about; absent where no line is at fault. */
function locateFault({ rule, facts }, definitions) {
    const blame = blames[rule.label] ?? blames[rule.label.slice(0, rule.label.indexOf('/'))];
    if (blame === undefined)
        return undefined;
    const { taskDefinition, serviceDefinition } = definitions;
    const inTask = taskDefinition && locateInTask(taskDefinition, blame, facts);
    const first = blame.service?.find((key) => (0,json/* valueAt */.fK)(serviceDefinition?.document, [key]) !== undefined);
    // A load balancer's setting is looked for in the service definition before the port in the task definition.
    return first !== undefined && serviceDefinition !== undefined ? serviceDefinition.locate([first]) : inTask;
}
function locateInTask(definition, blame, facts) {
    const { document } = definition;
    const index = containerIndex(document, facts);
    const container = (0,json/* valueAt */.fK)(document, ['containerDefinitions', index]);
    const own = blame.container?.find((key) => (0,json/* isObject */.Gv)(container) && container[key] !== undefined);
    if (own !== undefined) {
        const path = ['containerDefinitions', index, own];
        return definition.locate(own === 'secrets' ? secretPath(document, path, facts.secret) : path);
    }
    const key = blame.task?.find((candidate) => document[candidate] !== undefined);
    return key === undefined ? undefined : definition.locate([key]);
}
/** By name, by image, by secret; the first essential container where nothing tells. */
function containerIndex(document, { container, image: named, secret }) {
    const containers = (0,json/* objectsAt */.yR)(document, ['containerDefinitions']);
    const tests = [
        (one) => container !== undefined && one['name'] === container,
        (one) => named !== undefined && one['image'] === named,
        (one) => secret !== undefined && (0,json/* objectsAt */.yR)(one, ['secrets']).some((entry) => refersTo(entry, secret)),
        (one) => one['essential'] !== false,
    ];
    const found = tests.map((test) => containers.findIndex(test)).find((index) => index >= 0);
    return found ?? 0;
}
function secretPath(document, path, secret) {
    const index = (0,json/* objectsAt */.yR)(document, path).findIndex((entry) => secret !== undefined && refersTo(entry, secret));
    return index < 0 ? path : [...path, index, 'valueFrom'];
}
/** `valueFrom` may be longer (a JSON key), shorter (no random suffix) or the bare name of what the message names. */
function refersTo(entry, secrets) {
    const from = entry['valueFrom'];
    if (typeof from !== 'string' || from === '')
        return false;
    return secrets.split(', ').some((secret) => {
        if (from.startsWith(secret))
            return true;
        return secret.startsWith(from)
            ? /^(?:-\w{6})?$/.test(secret.slice(from.length))
            : secret.endsWith(`:parameter/${from}`);
    });
}

;// CONCATENATED MODULE: ./src/diagnose/facts.ts
const longestQuote = 280;
/** Reads the names out of a statement; the evidence's own fields win over its text. */
function readFacts(statement, evidence) {
    const { words: text } = statement;
    const principal = find(text, /\bUser:? (arn:[^\s"']{1,300})/i);
    const operation = statement.operation;
    return {
        quote: shorten(statement.words === '' ? statement.text : statement.words),
        operation: operation?.slice(operation.indexOf(':') + 1),
        action: readAction(text) ?? (operation?.includes(':') ? operation : undefined),
        resource: find(text, /\bon (?:the )?resource:? ["']?([^\s"'(),]{1,300})/i),
        principal,
        role: find(principal ?? text, /arn:[\w-]{1,12}:(?:iam|sts):[^:\s]{0,2}:\d{0,12}:(?:assumed-)?role\/([^\s"'/),]{1,100})/i),
        image: readImage(text),
        secret: readSecret(text),
        container: evidence.container ??
            find(text, /\bcontainer(?: name)? ["'`]?([\w-]{1,100})["'`]? (?:does not exist|exited|failed|is)/i),
        exitCode: evidence.exitCode ?? readExitCode(text),
        targetGroup: find(text, /targetgroup\/([^\s"'/)]{1,60})/i),
        subnet: find(text, /\b(subnet-[0-9a-z]{1,40})\b/i),
        key: readKey(text),
    };
}
/** The exit code that a text names: `exitCode 1`, `exit code: 137`, `exit 139 =`, `Exit: 1`. */
function readExitCode(text) {
    const code = find(text, /\bexit(?:ed)?(?:[ _]?(?:code|status))?(?: with)?(?: (?:non-zero )?(?:exit )?(?:code|status))?[ :=("']{1,3}(-?\d{1,10})\b/i);
    return code === undefined ? undefined : Number(code);
}
function readAction(text) {
    return (find(text, /(?:perform:?|permissions?:|allows? the|to call|to execute) ["'`]?([a-z][a-z0-9-]{1,40}:[A-Za-z*]{2,60})/i) ??
        find(text, /\b((?:ecr|ecs|iam|ssm|secretsmanager|kms|logs|s3|elasticloadbalancing|elasticfilesystem|lambda|codedeploy|sts):[A-Z][A-Za-z]{2,60})\b/));
}
/** Words after which an image is named. */
const imageCues = /(?:resolve|pull|parse|normalize)(?:ing)? (?:image )?(?:ref(?:erence)?:? )?(?=(\S{3,300}))|(?:manifest for|access denied for|copy image|\bimage:?|\brepository) (?=(\S{3,300}))/gi;
function readImage(text) {
    const named = [...text.matchAll(imageCues)].map((cue) => bare(cue[1] ?? cue[2] ?? ''));
    return (named.find(isReference) ??
        find(text, /\b(\d{12}\.dkr\.ecr\.[\w.-]{1,60}\/[\w./:@-]{1,250})/i) ??
        find(text, /registry-1\.docker\.io\/v2\/([\w./-]{1,150})\/manifests/i));
}
function bare(word) {
    return word.replace(/^["'`]+|["'`.,:;]+$/g, '').replace(/["'`]+$/, '');
}
/** `manifest` of "pull image manifest" has neither slash nor colon nor dot; an address is where, not what. */
function isReference(word) {
    return /[/:.]/.test(word) && !/^https?:/.test(word);
}
function readSecret(text) {
    return (find(text, /(arn:[\w-]{1,12}:secretsmanager:[\w-]{0,30}:\d{0,12}:secret:[\w/+=.@!-]{1,200})/) ??
        find(text, /(arn:[\w-]{1,12}:ssm:[\w-]{0,30}:\d{0,12}:parameter\/[\w/.-]{1,200})/) ??
        find(text, /invalid (?:ssm )?parameters?:? \[?["'`]?([\w/.,: -]{1,200})/i) ??
        find(text, /secret with ARN '([^']{1,200})'/i));
}
function readKey(text) {
    return (find(text, /environment variable ["'`]?(\w{1,100})["'`]?/i) ??
        find(text, /json key ["'`]?([\w.-]{1,100})/i) ??
        find(text, /(?:Unexpected key|Unknown parameter in input:?|unknown field) ["'`]([\w.-]{1,100})/i) ??
        find(text, /\balarms?(?:\(s\))?: ?<?([\w./-]{1,150})>?/i));
}
function find(text, shape) {
    const found = shape.exec(text)?.[1]?.replace(/[.,;:]+$/, '');
    return found === '' ? undefined : found;
}
function shorten(words) {
    // The exception's name is shown beside the sentence.
    const line = words.replace(/^(?:\w{3,80}(?:Exception|Error): ){1,3}(?=\S)/, '').replace(/[.:\s]+$/, '');
    return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`;
}

;// CONCATENATED MODULE: ./src/diagnose/rules/rule.ts
/** What ECS itself says about a task, as opposed to what a tool or an API call says. */
const fromTasks = ['containerReason', 'stoppedReason', 'event', 'rollout', 'exitCode'];
/** What the deployer's own calls and tools say. */
const fromCaller = ['apiError', 'cli'];
/** Words with which AWS refuses an action. */
const denied = /AccessDenied|not authorized|UnauthorizedOperation|explicit deny|denied: User|missing the following permissions|lacks? (?:the )?permission|(?:does not|doesn't) have (?:the )?(?:required |sufficient )?permission|no permissions? to/i;
/** Words with which a connection that was never made is reported. */
const unreachable = /i\/o timeout|Check your (?:task |host )?network con|dial (?:tcp|udp)|request cancel(?:l)?ed|context deadline exceeded|context cancell?ed|StatusCode: 0\b|connection (?:issue|refused|reset|timed out|problem)|Client\.Timeout|TLS handshake timeout|network is unreachable|no route to host|Could not reach any|Connect ?timeout|ConnectTimeoutError|\bECONN(?:REFUSED|RESET)\b|\bETIMEDOUT\b|RequestError: send request failed|(?:request|connection) (?:has )?timed? ?out|timed out (?:while )?(?:connecting|waiting for)|failed to (?:connect|do request)|signal: killed|unable to (?:connect|reach)|(?:can't|cannot|could not|couldn't) (?:connect|reach)|failed due to timeout|unexpected EOF$|: EOF$/i;
/** `image nginx:1`, or `the image` where nothing names it. */
function the(noun, name) {
    return name === undefined || name === '' ? `the ${noun}` : `${noun} ${name}`;
}
/** `role deploy`, or the role that pulls images and reads secrets where nothing names one. */
function whose(role) {
    return role === undefined ? 'the execution role' : `role ${role}`;
}

;// CONCATENATED MODULE: ./src/diagnose/rules/config.ts

const diff = 'Run `ecspresso diff` to see what would be sent.';
const verify = 'Run `ecspresso verify` before the next deploy.';
const everywhere = [...fromCaller, ...fromTasks, 'codedeploy', 'health'];
/** A file or parameter of the user is wrong or names a thing that does not exist: the parts around the service. */
const surroundingRules = [
    {
        label: 'config/task-size',
        rank: 'cause',
        when: [
            /No Fargate configuration exists|(?:cpu|memory)\b.{0,60}(?:combination|not (?:a )?(?:valid|supported|allowed)|is invalid|invalid for)|Invalid (?:'?cpu'?|'?memory'?)|(?:invalid|unsupported) (?:task )?(?:cpu|memory)|task[- ]level (?:cpu|memory)|(?:cpu|memory) (?:setting|value)\b|Fargate requires .{0,60}(?:cpu|memory)/i,
        ],
        reason: ({ quote }) => `this pair of cpu and memory does not exist: ${quote}`,
        hint: 'Choose a pair of Fargate’s table: 256 with 512–2048, 512 with 1024–4096, 1024 with 2048–8192, 2048 with 4096–16384, 4096 with 8192–30720.',
        next: ['Larger ones: 8192 with 16384–61440 in steps of 4096, 16384 with 32768–122880 in steps of 8192.', verify],
        retryable: false,
    },
    {
        label: 'config/autoscaling',
        rank: 'cause',
        when: [
            /scalable ?target|scaling polic|application.?auto.?scaling|\bObjectNotFoundException|minimum capacity .{0,60}maximum|MinCapacity|AUTO_SCALING_CONFIGURATION|MaxCapacity|FailedResourceAccess/i,
            { operation: /ScalableTarget|ScalingPolic|ScheduledAction/i },
        ],
        reason: ({ quote }) => `Application Auto Scaling refused it: ${quote}`,
        hint: 'Register the scalable target first (`service/CLUSTER/SERVICE`), with a minimum not above the maximum.',
        next: ['Run `ecspresso status`: it shows the targets and policies of the service.'],
        retryable: false,
    },
    {
        label: 'config/service-discovery',
        rank: 'cause',
        when: [
            /NamespaceNotFound|namespace .{0,100}(?:not found|wasn't found|does not exist)|service ?registr(?:y|ies)|Service ?Connect|Cloud ?Map|service ?discovery|servicediscovery|\bServiceNotFound: |discoveryName|portName|values for 'containerName' and 'containerPort'|InstanceNotFound/i,
        ],
        from: everywhere,
        reason: ({ quote }) => `service discovery does not fit: ${quote}`,
        hint: 'Check the namespace or registry in this region, and name container and port in the registry only for SRV records or bridge and host networks.',
        next: [diff],
        retryable: false,
    },
    {
        label: 'config/codedeploy',
        rank: 'cause',
        when: [
            /(?:Application|DeploymentGroup|DeploymentConfig|Deployment|Revision)DoesNotExist|(?:Application|DeploymentGroup|DeploymentConfig)NameRequired|Invalid(?:Revision|DeploymentConfig|DeploymentGroup|ECSService|TargetGroupPair|BlueGreen|TrafficRouting|DeploymentStyle|LoadBalancerInfo|ApplicationName|AutoRollbackConfig|Alarm)\w*|DescriptionTooLong|REVISION_MISSING|INVALID_(?:ECS_SERVICE|REVISION|LAMBDA_\w+)|MISSING_(?:ELB_INFORMATION|BLUE_GREEN\w+|GITHUB_TOKEN)|HEALTH_CONSTRAINTS_INVALID|CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND|CLOUDFORMATION_STACK_FAILURE|(?:APPLICATION|DEPLOYMENT_GROUP)_MISSING|ECSServiceMappingLimit/i,
            /AppSpec|gradual traffic routing|Traffic ?routing (?:config|type)|BlueGreen style|AWS::CodeDeploy|valid pair of target groups|target group pair|CodeDeploy .{0,80}(?:application|deployment group|deployment config)|(?:application|deployment group|deployment config)\w* .{0,100}(?:not found|does not exist|doesn't exist|no .{0,20}found)|no (?:deployment ?group|application) .{0,20}found/i,
        ],
        otherwise: [
            { operation: /Deployment(?:Group|Config)?$|ApplicationRevision$/i, from: ['apiError'] },
            { all: [/invalid|missing|does not exist|must|not (?:found|valid)/i], from: ['codedeploy'] },
        ],
        from: ['apiError', 'cli', 'codedeploy'],
        reason: ({ quote }) => `CodeDeploy refused it: ${quote}`,
        hint: 'Compare application, deployment group and deployment config with CodeDeploy in this region, and the AppSpec with `ecspresso appspec`.',
        next: ['The deployment group needs a pair of target groups and a listener.'],
        retryable: false,
    },
    {
        label: 'config/load-balancer',
        rank: 'cause',
        when: [
            /target ?group|listener|invalid networking configuration|\brules? not found|ELB_INVALID_INSTANCE|load ?balancer|ELASTIC_LOAD_BALANCING_INVALID|Target\.NotInUse|advancedConfiguration|healthCheckGracePeriodSeconds|\bELB\b/i,
            /container ?name can ?not be (?:blank|empty)|container (?:name )?.{0,120} (?:does not exist|is not defined) in (?:the )?task definition|container port \d+ .{0,60}not defined|containerPort .{0,60}load balanc|did not have a container port/i,
        ],
        from: everywhere,
        reason: ({ quote }) => `the load balancer settings do not fit: ${quote}`,
        hint: 'Compare target group, container name and port in `loadBalancers` with the task definition; awsvpc needs target type `ip`, and a listener must use the group.',
        next: [verify, 'Target group, load balancer and subnets belong to one VPC.'],
        retryable: false,
    },
    {
        label: 'config/capacity-provider',
        rank: 'cause',
        when: [/capacity ?provider/i],
        from: everywhere,
        reason: ({ quote }) => `the capacity provider strategy does not fit: ${quote}`,
        hint: 'Attach the capacity provider to the cluster, and use either `launchType` or `capacityProviderStrategy`.',
        next: ['Run `aws ecs describe-clusters` to see the providers of the cluster.'],
        retryable: false,
    },
    {
        label: 'config/logging',
        rank: 'cause',
        when: [
            /log group .{0,300}(?:does not exist|not found|doesn't exist)|(?:can't|cannot) find the (?:Amazon )?CloudWatch log group|awslogs-(?:region|group|stream-prefix|create-group|\w+)|log[- ]?(?:opt|option|configuration|driver)|logging driver|logger args|logConfiguration/i,
            { all: [/ResourceNotFoundException/i, /\blogs?\b|CloudWatch/i] },
        ],
        reason: ({ quote }) => `the log configuration does not fit: ${quote}`,
        hint: 'Create the log group in that region, or set `awslogs-create-group` and allow logs:CreateLogGroup.',
        next: [
            'The awslogs driver needs `awslogs-group` and `awslogs-region`, on Fargate `awslogs-stream-prefix` too.',
            verify,
        ],
        retryable: false,
    },
    {
        label: 'config/env-file',
        rank: 'cause',
        when: [
            /env(?:ironment)? ?files?\b|\benvfile|environmentFiles|\.env\b|godotenv|unexpected character .{0,60} in variable name/i,
            { all: [/NoSuchKey|NoSuchBucket|\b404\b/i, /\bs3\b|download/i] },
        ],
        reason: ({ quote }) => `an environment file is wrong: ${quote}`,
        hint: 'One KEY=VALUE a line; for `environmentFiles` the full ARN of an S3 object that ends in `.env`.',
        next: ['A later file wins over an earlier one here; in ECS the earlier one and `environment` win.'],
        retryable: false,
    },
    {
        label: 'config/volume',
        rank: 'cause',
        when: [
            {
                all: [
                    /\befs\b|mount(?:ing)?\b(?! callback)|volume|nfs/i,
                    /No such file or directory|chown|ownership|operation not permitted|invalid (?:mount|volume)|bind source|does not exist|not found|access ?point|already mounted|invalid argument|not supported/i,
                ],
            },
            /rootfs_linux\.go.{0,80}mounting|error mounting|CannotCreateVolume|VolumeResource|mount source path|invalid mount|bind source path|VolumeDriver|volume plugin|(?:sourceVolume|mountPoints?|volumeConfigurations?|efsVolumeConfiguration|volumesFrom)\b|unknown volume|volume .{0,80}(?:not (?:found|exist)|invalid|must)|EFS utils/i,
        ],
        from: everywhere,
        reason: ({ quote }) => `a volume cannot be mounted: ${quote}`,
        hint: 'Check that the directory exists in the file system, and the user of the access point.',
        next: ['A file mounted over a directory, or the reverse, fails too.'],
        retryable: false,
    },
    {
        label: 'config/network',
        rank: 'cause',
        when: [
            /subnets?\b|security ?groups?|awsvpcConfiguration|networkConfiguration|network configuration|Invalid(?:Subnet|SecurityGroup|GroupId|Group)\w*|\bLOCATION\b|assign(?: a)? ?public ?ip|same VPC|\bvpc-/i,
        ],
        from: everywhere,
        reason: ({ quote }) => `the network configuration does not fit: ${quote}`,
        hint: 'Check the ids of subnets and security groups: one region, one VPC, and none missing for awsvpc.',
        next: [diff],
        retryable: false,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/config-documents.ts

const config_documents_diff = 'Run `ecspresso diff` to see what would be sent.';
const config_documents_verify = 'Run `ecspresso verify` before the next deploy.';
const config_documents_everywhere = [...fromCaller, ...fromTasks, 'codedeploy', 'health'];
const serviceDefinition = {
    label: 'config/service-definition',
    rank: 'cause',
    when: [
        /deployment controller|service couldn't be updated because|CODE_DEPLOY|deploymentController|deployment percentages?|minimum ?Healthy ?Percent|maximum ?Percent|desired ?count|scheduling ?strategy|DAEMON (?:scheduling|service)|enableExecuteCommand|execute command|deployment ?(?:configuration|strategy)|circuit breaker (?:\w+ ){0,2}(?:only|cannot|can only|not)|placement ?strateg|propagateTags|service name|service definition|bakeTime|new ARN and resource ID|long arn/i,
    ],
    from: config_documents_everywhere,
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
    next: [config_documents_diff, config_documents_verify],
    retryable: false,
};
const taskDefinition = {
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
        config_documents_verify,
        'Set `executionRoleArn` when the task uses ECR, awslogs or secrets.',
        'Run again with `--debug` to see the request.',
    ],
    retryable: false,
};
const template = {
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
};
/** Fields that the API does not know: the call tells which of the two documents holds them. */
const foreignField = /Unknown parameter|Unexpected key|UnexpectedParameter|Missing required|ParamValidation|parameter validation failed|InvalidParameterType/i;
/** What names its document or its file so plainly that no other word in it counts. */
const plainConfigRules = [
    { ...template, when: [/\btemplate: |must_env|tfstate|jsonnet|RUNTIME ERROR|\byaml: /i] },
    { ...taskDefinition, when: [/to have (?:an )?execution role|execution role ARN/i], otherwise: [] },
    { ...serviceDefinition, when: [{ all: [foreignField], operation: /^(?:Create|Update)Service$/i }], otherwise: [] },
    { ...taskDefinition, when: [{ all: [foreignField] }], otherwise: [] },
];
/** The definitions themselves, the names in them and the tool's files: read words that many messages hold, so late. */
const documentRules = [
    {
        label: 'config/platform',
        rank: 'cause',
        when: [
            /Platform(?:Unknown|TaskDefinitionIncompatibility)|UnsupportedFeature|launch[ _]?type .{0,120}(?:not (?:supported|compatible)|incompatible|does not)|requested compatibilit|requires ?compatibilit|platform ?version|platform version|runtime ?platform|operating ?system ?family|does not support .{0,40}launch[ _]?type|isn't (?:supported|available) in this Region|not (?:supported|available) in (?:this|the) Region|FARGATE .{0,60}not compatible/i,
            /is not compatible with .{0,60}(?:launch type|FARGATE|EC2|EXTERNAL)/i,
        ],
        reason: ({ quote }) => `platform and task definition do not fit: ${quote}`,
        hint: 'Check `requiresCompatibilities`, `runtimePlatform` and `platformVersion` (1.4.0 or LATEST) against the launch type.',
        next: [config_documents_diff],
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
];

;// CONCATENATED MODULE: ./src/diagnose/rules/conflict.ts
const again = 'Give the workflow a `concurrency` group per service, so that two deployments never meet.';
/** Another deployment or the state of the object is in the way; and AWS's own faults. */
const conflictRules = [
    {
        label: 'conflict/concurrent-update',
        rank: 'cause',
        when: [
            /Too many concurrent attempts|DuplicateRequest|operation is already in progress|ConcurrentUpdate|ConcurrentModification|concurrent(?:ly)? .{0,40}(?:update|modif|operation)|UpdateInProgress(?!.*deployment)|another (?:update|operation) .{0,30}in progress|OptimisticLock/i,
        ],
        reason: () => 'somebody else changed the same object at the same moment',
        hint: 'Run again.',
        next: [again],
        retryable: true,
    },
    {
        label: 'conflict/task-definition-inactive',
        rank: 'cause',
        when: [
            /Task ?Definition (?:\S+ )?is (?:inactive|not active|deregistered)|inactive task definition|task definition .{0,200}(?:is|was|has been) (?:inactive|deregistered|INACTIVE|DELETE_IN_PROGRESS)/i,
        ],
        reason: () => 'the task definition revision is deregistered',
        hint: 'Register it again with a plain `deploy`, or choose a revision that `aws ecs list-task-definitions` lists as active.',
        next: ['Keep the revisions that a rollback may need: `deregister --keeps N`.'],
        retryable: false,
    },
    {
        label: 'conflict/task-protection',
        rank: 'cause',
        when: [/DEPLOYMENT_BLOCKED|task protection|under protection|protected tasks?|scale-in protect|TASK_NOT_VALID/i],
        reason: () => 'protected tasks hold the deployment up',
        hint: 'Wait until the protection ends, or clear it with `aws ecs update-task-protection`.',
        next: ['The deployment ends by itself once the last protected task is free.'],
        retryable: true,
    },
    {
        label: 'conflict/service-draining',
        rank: 'cause',
        when: [
            /still Draining|\bis DRAINING\b|(?:service|it) is (?:still |currently )?DRAINING|status:? DRAINING|state draining.{0,30}service/i,
        ],
        from: ['apiError', 'cli', 'rollout', 'event'],
        reason: () => 'the service is being deleted and still drains',
        hint: 'Wait until it is INACTIVE, then create it again.',
        next: ['Run `ecspresso status`.'],
        retryable: true,
    },
    {
        label: 'conflict/cluster-inactive',
        rank: 'cause',
        when: [/cluster (?:was|is) (?:inactive|INACTIVE|not active)|inactive cluster/i],
        reason: () => 'the cluster was deleted',
        hint: 'Create the cluster again, or correct `cluster` in the config.',
        next: ['Check account and region.'],
        retryable: false,
    },
    {
        label: 'conflict/service-inactive',
        rank: 'cause',
        when: [/ServiceNotActive|service .{0,200}(?:was|is|were|are) (?:not ACTIVE|INACTIVE)|inactive service/i],
        otherwise: [/^INACTIVE$|\bis INACTIVE\b/],
        reason: () => 'the service was deleted',
        hint: 'Create it again with `ecspresso deploy`.',
        next: ['Run `ecspresso status`.', 'Check account and region.'],
        retryable: false,
    },
    {
        label: 'conflict/already-exists',
        rank: 'cause',
        when: [
            /not idempotent|AlreadyExists(?:Exception)?|already exists|ResourceInUse.{0,60}exists|Duplicate\w*Exception/i,
        ],
        from: ['apiError', 'cli', 'codedeploy', 'event', 'rollout'],
        reason: ({ quote }) => `it exists already: ${quote}`,
        hint: 'Update what is there instead of creating it.',
        next: ['Run `ecspresso status` to see the service.'],
        retryable: false,
    },
    {
        label: 'conflict/deployment-in-progress',
        rank: 'cause',
        when: [
            /DeploymentLimitExceeded|(?:active|ongoing|running|in.progress) deployments?|deployment .{0,120}(?:is |already )(?:in progress|active|running)|already .{0,60}deployment|exceed\w* .{0,60}\bdeployments\b|UpdateInProgress/i,
        ],
        from: ['apiError', 'cli', 'codedeploy'],
        reason: () => 'another deployment of the service is still running',
        hint: 'Wait for it (`ecspresso wait`), or stop it, then run again.',
        next: [again],
        retryable: true,
    },
    {
        label: 'conflict/superseded',
        rank: 'cause',
        when: [
            /superseded|Service deployment failed:? STOPPED|(?:replaced|stopped|overtaken) (?:by|because of) (?:a )?(?:newer|new|another|later) (?:service )?deployment|newer deployment|deployment .{0,60}no longer (?:primary|the primary)/i,
        ],
        reason: () => 'a newer deployment of the service took over',
        hint: 'Look at the newest deployment with `ecspresso status`.',
        next: [again],
        retryable: false,
    },
    {
        label: 'conflict/resource-in-use',
        rank: 'cause',
        when: [
            /in use by|ResourceInUse|is (?:currently )?(?:in use|being used|referenced)|cannot be deleted (?:while|because)|ConflictException|TargetGroupAssociationLimit|ClusterContains\w+|has dependent/i,
        ],
        from: ['apiError', 'cli', 'codedeploy', 'event', 'rollout'],
        reason: ({ quote }) => `it is still in use: ${quote}`,
        hint: 'Release it first, or choose another one.',
        next: ['Run `ecspresso status` to see what uses it.'],
        retryable: true,
    },
];
/** Stands before the settings, since it blames nobody. */
const serverFault = {
    label: 'aws-fault/server-error',
    rank: 'cause',
    when: [
        /ServerException|InternalServer(?:Error|Exception|Failure)?\b|InternalFailure|InternalService(?:Error|Exception)|ServiceUnavailable|Service Unavailable|StatusCode: 5\d\d|status code:? 5\d\d|\b50[0234] (?:Internal|Bad|Service|Gateway)|ServiceException: .{0,40}server|server-?side error|ECONNRESET|socket hang up/i,
    ],
    from: ['apiError', 'cli', 'codedeploy', 'event', 'stoppedReason', 'rollout'],
    reason: ({ operation }) => `AWS failed to answer${operation === undefined ? '' : ` ${operation}`}`,
    hint: 'Run again in a few minutes; AWS Health tells whether the region has a problem.',
    next: [],
    retryable: true,
};
const faultRules = [
    {
        label: 'aws-fault/internal',
        rank: 'cause',
        when: [
            /INTERNAL_ERROR|internal (?:service |server )?error|InternalError\b|Unexpected EC2 error|Timeout waiting for \w+ provisioning|Elb\.InternalError/i,
        ],
        reason: ({ quote }) => `AWS reports an internal error: ${quote}`,
        hint: 'Run again; when it repeats, look at AWS Health and at the Availability Zone of the subnets.',
        next: ['Not every Availability Zone runs Fargate: take the zone’s subnet out when only one fails.'],
        retryable: true,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/container.ts

const tasksAndLogs = [...fromTasks, 'log', 'cli'];
const logs = 'Read the last log lines of the container; `aws logs tail` shows more.';
const ends = ['exitCode', 'stoppedReason', 'containerReason', 'cli', 'event'];
/** The container was created, and the process in it did not start or ended. */
const containerRules = [
    {
        label: 'container/oom',
        rank: 'cause',
        from: tasksAndLogs,
        when: [
            /OutOfMemory(?:Error)?|OOM ?Kill|out of memory|oom-kill|heap (?:out of memory|limit)|killed due to memory usage|memory (?:cgroup|limit) .{0,40}(?:exceeded|out)|exceeded .{0,30}memory limit/i,
        ],
        reason: ({ container }) => `${the('container', container)} was killed because it used more memory than it may`,
        hint: 'Raise `memory` of the container (and of the task), or find out what uses it; sidecars count too.',
        next: ['Look at MemoryUtilization of the service around the time of the stop.', logs],
        retryable: false,
    },
    {
        label: 'container/dependency',
        rank: 'cause',
        when: [
            /dependency graph|ordering dependency|dependency .{0,40}(?:did not|failed|timed out)|dependsOn|depend(?:s|ed|ency) on .{0,80}(?:exit|fail|unhealthy|timed out)|dependencies? .{0,60}(?:not met|unresolved|could not be resolved)/i,
        ],
        reason: ({ container, quote }) => `a container that ${container ?? 'another one'} depends on did not reach its state: ${quote}`,
        hint: 'Read the log of the container it waits for, and raise `startTimeout` when that one only needs longer.',
        next: [logs, 'Check the conditions in `dependsOn`.'],
        retryable: false,
    },
    {
        label: 'container/entrypoint',
        rank: 'cause',
        from: tasksAndLogs,
        when: [
            /executable file not found|exec:? ["'].{0,300}(?:no such file or directory|permission denied|not found|is a directory)|exec (?:user process|\/\S+).{0,60}(?:no such file|permission denied|not found)/i,
            {
                all: [
                    /OCI runtime|runc|container_linux|shim|starting container process/i,
                    /exec: ["']|no such file or directory|permission denied|chdir/i,
                ],
            },
            /no command specified|(?:^|[ :/])(?:ba|da|a)?sh: (?:\d+: |line \d+: |0: )?.{0,200}(?:not found|No such file|can't open|cannot open|Permission denied)|unable to (?:find|open) (?:the )?(?:entry ?point|script)|can't open ['"]?\/?[\w./-]+['"]?:|exec .{0,100}entrypoint\S*: /i,
            { all: [/entry ?point/i, /no such file|not found|permission denied|not executable/i] },
            { exits: (code) => code === 126 || code === 127, from: ends },
        ],
        reason: ({ container, exitCode }) => `${the('container', container)} could not run its command${exitCode === 126 || exitCode === 127 ? ` (exit code ${exitCode})` : ''}`,
        hint: 'Correct `entryPoint` and `command` (a list, one word an item), and check that the file exists in the image and may be executed.',
        next: [
            'A script with CRLF line ends or a wrong first line fails the same way.',
            'A volume mounted over the directory hides the file.',
        ],
        retryable: false,
    },
];
/** After volumes and log drivers, whose troubles the runtime reports too. */
const runtimeFailure = {
    label: 'container/runtime',
    rank: 'cause',
    when: [
        /DockerTimeoutError|ContainerRuntime(?:Timeout)?Error|Could not transition to|CannotStopContainerError|CannotDescribeContainerError|CannotInspectContainerError|CannotListContainers|CannotGetDockerClient|DockerClientConfigError|DockerStateError/i,
        /unable to create new container|OCI runtime (?:create|exec) failed|failed to create (?:shim|new container)|device ?mapper|containerd|cgroup|runtime error|could not select device driver|Cannot connect to the Docker daemon/i,
    ],
    otherwise: [
        /Cannot(?:Start|Create)Container\w*|CannotStartContainerError|CannotCreateContainerError|Error response from daemon|UnknownError|HostConfigError/i,
    ],
    from: fromTasks,
    reason: ({ container, quote }) => `the container runtime could not start ${the('container', container)}: ${quote}`,
    hint: 'Run again; when it repeats, look at devices, volumes and the daemon of the host.',
    next: ['Read /var/log/ecs/ecs-agent.log and the Docker log of the instance.'],
    retryable: true,
};
/** What is left when nothing told why: the ways a process ends. */
const exitRules = [
    {
        label: 'container/signal',
        rank: 'symptom',
        from: ends,
        when: [{ exits: (code) => code > 128 && code < 160 }, /\bSIG(?:KILL|TERM|SEGV|ABRT|BUS|ILL)\b|segmentation fault/i],
        reason: ({ container, exitCode }) => `${the('container', container)} was ended by ${signalName(exitCode)}`,
        hint: 'Find out who sent it: a health check, the memory limit, a scale-in or the process itself.',
        next: ['137 is also what a task gets that does not stop within `stopTimeout`.', logs],
        retryable: false,
    },
    {
        label: 'info/completed',
        rank: 'info',
        from: ends,
        when: [{ exits: (code) => code === 0 }],
        reason: ({ container }) => `${the('container', container)} ended normally`,
        hint: 'A service needs a process that keeps running: check that the command stays in the foreground.',
        next: [logs],
        retryable: false,
    },
    {
        label: 'container/exit-code',
        rank: 'weak',
        from: ends,
        when: [{ exits: (code) => code !== 0 }],
        reason: ({ container, exitCode }) => `${the('container', container)} ended with exit code ${exitCode ?? 'unknown'}`,
        hint: 'The application ended by itself: its log tells why.',
        next: [logs, 'Run the image on your machine with the same command and environment.'],
        retryable: false,
    },
    {
        label: 'container/essential-exited',
        rank: 'symptom',
        when: [],
        otherwise: [/Essential container (?:in task )?(?:has )?exited|EssentialContainerExited/i],
        reason: () => 'an essential container ended',
        hint: 'Look at the exit code and the log of the containers.',
        next: [logs],
        retryable: false,
    },
];
const applicationError = {
    label: 'container/app-error',
    rank: 'cause',
    from: ['log'],
    when: [
        /\b(?:FATAL|PANIC|CRITICAL|EMERG)\b|^\s*(?:fatal|panic|critical)\b|fatal error|panic: |unhandled (?:exception|promise|rejection|error)|uncaught (?:exception|error|\w+Error)/i,
        /\b(?:[A-Z][A-Za-z]*(?:Error|Exception))\b(?::|\()|(?:^|[\s:.])[\w.]+\.[A-Z]\w*(?:Error|Exception)\b|Cannot find module|ModuleNotFound|NoClassDefFound|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EADDRINUSE|ENOENT|EACCES|npm ERR!|address already in use/,
        /could not (?:connect|open|find|load|read|bind)|cannot (?:connect|open|find|load|read|bind)|unable to (?:connect|open|find|load|read|bind|start)|failed to (?:connect|open|find|load|read|bind|start|initialize|parse)|connection refused|password authentication failed|does not exist|no such (?:file|table|host)|missing required|is not (?:set|defined)|is required/i,
    ],
    reason: ({ quote }) => `the application ended with: ${quote}`,
    hint: 'Fix what the application names in its log.',
    next: ['Check environment variables and secrets of the container against what the application expects.', logs],
    retryable: false,
};
/** What applications write when they fail: a line that says so, else one that only sounds like it. */
const logRules = [
    applicationError,
    {
        ...applicationError,
        rank: 'weak',
        when: [],
        otherwise: [/\b(?:error|exception|traceback|failed|failure|aborted|segfault)\b/i],
    },
];
const signals = new Map([
    [129, 'SIGHUP'],
    [130, 'SIGINT'],
    [131, 'SIGQUIT'],
    [132, 'SIGILL'],
    [134, 'SIGABRT'],
    [135, 'SIGBUS'],
    [136, 'SIGFPE'],
    [137, 'SIGKILL'],
    [139, 'SIGSEGV'],
    [141, 'SIGPIPE'],
    [143, 'SIGTERM'],
]);
function signalName(exitCode) {
    if (exitCode === undefined)
        return 'a signal';
    return `${signals.get(exitCode) ?? `signal ${exitCode - 128}`} (exit code ${exitCode})`;
}

;// CONCATENATED MODULE: ./src/diagnose/rules/credentials.ts

/** The deployer has no usable identity: nothing of ECS is at fault. */
const credentialRules = [
    {
        label: 'credentials/oidc',
        rank: 'cause',
        when: [
            /AssumeRoleWithWebIdentity/i,
            /id-token permission|ACTIONS_ID_TOKEN_REQUEST|OpenID ?Connect provider|InvalidIdentityToken|IDPCommunicationError|IDPRejectedClaim/i,
            /Incorrect token audience|web identity token(?! file)|retrieve verification key/i,
            /(?:getIDToken|OIDC token|ID token)\b.{0,80}(?:fail|unable|error|could not)|(?:fail|unable|error|could not).{0,60}(?:getIDToken|OIDC|ID token)\b/i,
            { all: [/Request ARN is invalid|role ARN is (?:invalid|malformed)/i] },
        ],
        reason: () => 'AWS refused the OIDC token of this workflow',
        hint: 'Give the job `permissions: id-token: write` and let the role’s trust policy accept this repository’s `sub` and the audience `sts.amazonaws.com`.',
        next: [
            'Check that the account has an identity provider for token.actions.githubusercontent.com.',
            'Compare the role ARN in the login step with the one in IAM, letter by letter.',
            'Remember that pull requests of forks get no OIDC token.',
        ],
        retryable: false,
    },
    {
        label: 'credentials/expired',
        rank: 'cause',
        from: fromCaller,
        when: [
            /ExpiredToken|RequestExpired|TokenRefreshRequired/i,
            /(?:token|credentials?|session|SSO)\b.{0,60}\b(?:is|are|has|have|was)? ?(?:already )?expired/i,
            /expired (?:security )?(?:token|credentials)/i,
        ],
        reason: () => 'the AWS credentials of this job expired while it ran',
        hint: 'Ask for a longer session in the login step (`role-duration-seconds`); the deployment itself may have gone on, so look at it first.',
        next: [
            'Run `ecspresso status` with new credentials.',
            'Shorten the wait with `--timeout`, or end it with `--no-wait`.',
        ],
        retryable: true,
    },
    {
        label: 'credentials/assume-role',
        rank: 'cause',
        from: fromCaller,
        when: [
            { all: [denied, /sts:(?:AssumeRole\b|TagSession|SetSourceIdentity|AssumeRole$)/i] },
            { all: [denied], operation: /^(?:sts:)?AssumeRole$/i },
            /DurationSeconds exceeds|could not assume role with user credentials|failed to assume role|Assumed Role credentials|Source Account ID is needed|Roles may not be assumed by root/i,
        ],
        reason: ({ resource }) => `the deployer may not assume ${resource ?? 'its deploy role'}`,
        hint: 'Let the trust policy of the deploy role name the caller, and allow the caller sts:AssumeRole (and sts:TagSession) on it.',
        next: ['Run `aws sts get-caller-identity` in the job to see who asks.'],
        retryable: false,
    },
    {
        label: 'credentials/invalid',
        rank: 'cause',
        from: fromCaller,
        when: [
            /InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|InvalidAccessKeyId|AuthFailure|InvalidToken\b|NotAuthorizedException: .{0,40}token/i,
            /security token included in the request is invalid|Signature (?:not yet current|expired)|signature we calculated does not match|clock (?:skew|is)/i,
            /AWS was not able to validate the provided access credentials|credentials? (?:is|are) (?:not valid|invalid)|not a valid (?:key=value pair|access key)/i,
            /account id.{0,60}does not match|credentials are for|credentials .{0,60}do not match/i,
        ],
        reason: () => 'AWS does not know these credentials',
        hint: 'Renew the key pair (and the session token that belongs to it) in the job’s secrets, or log in with OIDC.',
        next: [
            'Check that the partition and the region belong to the account.',
            'A runner whose clock is wrong signs requests that AWS rejects.',
        ],
        retryable: false,
    },
    {
        label: 'credentials/missing',
        rank: 'weak',
        from: fromCaller,
        when: [
            /(?:could not|couldn't|cannot|can't|unable to|failed to) (?:load|locate|find|resolve|retrieve|get|be loaded|refresh) ?(?:the )?(?:any )?(?:valid )?(?:AWS )?(?:cached )?credentials?/i,
            /credentials? could not be (?:loaded|found)|credentials? (?:is|are) (?:missing|not (?:set|configured|provided|found))|missing credentials|no (?:valid )?(?:AWS )?credentials?\b/i,
            /no EC2 IMDS role found|NoCredentialProviders|CredentialsProviderError|NoCredentials|MissingAuthenticationToken|EC2MetadataError|static credentials are empty/i,
            /Missing Authentication Token|aws-(?:secret-)?access-key-id'? (?:must be|is)|'aws-secret-access-key' must be provided|web identity token file|role-to-assume.{0,40}(?:required|empty|must)/i,
            /config profile .{0,100} could not be found|profile .{0,80} (?:not found|does not exist)|get identity: get credentials/i,
        ],
        reason: () => 'the job has no AWS credentials',
        hint: 'Add a step that logs in to AWS before this one, and check the names of the secrets it reads.',
        next: [
            'An empty `role-to-assume` is as good as none: print its length, not its value.',
            'Pull requests of forks and of Dependabot get no secrets; `verify --offline` works without.',
        ],
        retryable: false,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/health.ts

/** The process runs, and a health check says no. */
const healthRules = [
    {
        label: 'healthcheck/container',
        rank: 'cause',
        when: [
            /failed (?:the )?container health ?checks?|container health ?checks?\b.{0,60}(?:fail|unhealthy)|(?:fail|unhealthy)\w*.{0,60}container health ?check/i,
            { all: [/\bUNHEALTHY\b/], from: ['health'] },
        ],
        otherwise: [/^(?:healthStatus |health status )?UNHEALTHY\b/],
        reason: ({ container }) => `the health check of ${the('container', container)} failed`,
        hint: 'Run the check’s command inside the image: often `curl` or `wget` is missing; give slow starts a `startPeriod`.',
        next: [
            'Look at the log of the container around the checks.',
            'Compare the port and path of the command with what the application listens on.',
        ],
        retryable: false,
    },
    {
        label: 'healthcheck/elb',
        rank: 'cause',
        when: [
            /is unhealthy in (?:\()?(?:target[- ]group|elb|load balancer|VPC Lattice)|failed ELB health ?checks?|Target\.(?:ResponseCodeMismatch|Timeout|FailedHealthChecks)|Elb\.\w*Unhealthy|Health checks failed|(?:ELB|ALB|NLB|load balancer|target group) health ?checks?.{0,80}(?:fail|unhealthy|timed out)|target\b.{0,80}\bunhealthy|unhealthy (?:targets?|instances?|hosts?)|not passing .{0,40}health ?check|is unhealthy in/i,
        ],
        from: ['event', 'stoppedReason', 'rollout', 'codedeploy', 'health', 'cli', 'apiError', 'containerReason'],
        reason: ({ targetGroup, quote }) => `the tasks do not pass the health check of ${the('target group', targetGroup)}${codes(quote)}`,
        hint: 'Check path, port and expected codes of the target group’s health check, and raise `healthCheckGracePeriodSeconds` when the application starts slowly.',
        next: [
            'Code 404: the path is wrong; 502 or 503: the application is not ready; a time-out: security group or port.',
            'The task’s security group must accept the health check’s port from the load balancer.',
        ],
        retryable: false,
    },
    {
        label: 'healthcheck/container',
        rank: 'weak',
        from: ['log'],
        when: [
            /(?:GET|HEAD) \S*(?:health|ping|ready|live|status)\S*(?: HTTP\/[\d.]+)?["']?,? (?:status[ =:])?[45]\d\d|health ?check.{0,60}(?:fail|unhealthy|\b[45]\d\d\b)/i,
        ],
        reason: ({ quote }) => `the application answers its health check with an error: ${quote}`,
        hint: 'Correct the path of the health check, or what the application answers there.',
        next: ['Ask the path inside the container with `ecspresso exec`.'],
        retryable: false,
    },
    {
        label: 'healthcheck/unspecified',
        rank: 'symptom',
        when: [
            /due to an? unhealthy status|CUSTOMER_APPLICATION_UNHEALTHY|unhealthy status|failed health checks?\b|health checks? failed|(?:tasks?|containers?|instances?) (?:is|are|was|were|became) unhealthy|did not (?:become|pass).{0,20}health/i,
        ],
        reason: () => 'ECS replaced tasks because a health check failed',
        hint: 'Find out which check it was: the container’s or the load balancer’s.',
        next: ['Run `ecspresso status` to see the events.'],
        retryable: false,
    },
];
function codes(quote) {
    const [, found] = /codes?:? (\[\d{3}(?:, ?\d{3})*\])/.exec(quote) ?? [];
    return found === undefined ? '' : `: they answered ${found}`;
}

;// CONCATENATED MODULE: ./src/diagnose/rules/image.ts

const taskTexts = [
    'containerReason',
    'stoppedReason',
    'event',
    'rollout',
    'apiError',
    'cli',
    'codedeploy',
    'log',
];
/** The image cannot be used. */
const imageRules = [
    {
        label: 'image/rate-limit',
        rank: 'cause',
        when: [
            /toomanyrequests|pull rate limit|increase-rate-limit/i,
            { all: [/\b429\b|Too Many Requests/i, /CannotPull|pull|registr|docker|manifest|blob|image/i] },
        ],
        reason: ({ image }) => `the registry limits how often ${image ?? 'this image'} may be pulled`,
        hint: 'Log in to the registry with `repositoryCredentials`, or pull through ECR (pull-through cache or a copy of the image).',
        next: ['Docker Hub counts anonymous pulls by address: tasks behind one NAT gateway share the limit.'],
        retryable: true,
    },
    {
        label: 'image/arch',
        rank: 'cause',
        from: taskTexts,
        when: [
            /exec format error|matching platform|no match(?:ing manifest)? for (?:platform|\S+\/\S+)|no matching manifest|does not match the (?:detected|specified) (?:host )?platform/i,
            /for arch=\S+ (?:os=\S+ )?is not found|manifest .{0,120}(?:platform|architecture)|cannot be used on this platform|(?:wrong|unsupported|incompatible) (?:cpu )?architecture|operating system .{0,60}does not match/i,
        ],
        reason: ({ image }) => `${the('image', image)} is not built for the CPU architecture of the task`,
        hint: 'Build it with the right `--platform` (or for several), or set `runtimePlatform.cpuArchitecture` in the task definition.',
        next: ['Run `docker buildx imagetools inspect` on the image to see its platforms.'],
        retryable: false,
    },
    {
        label: 'image/corrupt',
        rank: 'cause',
        when: [
            /failed to (?:extract|unpack|register) (?:layer|image)|unpack(?:ing)? (?:image|layer)|mismatched image rootfs|(?:unsupported|unexpected|invalid|unknown) (?:manifest )?media ?type|media ?type .{0,120}(?:not supported|unsupported|unknown)/i,
            /invalid tar header|invalid checksum|digest mismatch|filesystem layer verification failed|failed (?:size|digest) validation|content digest .{0,100} not found|unsupported manifest|(?:gzip|zstd|archive).{0,40}(?:invalid|unexpected|corrupt)|layers? from manifest don't match/i,
        ],
        reason: ({ image }) => `${the('image', image)} cannot be unpacked`,
        hint: 'Build and push it again, without attestations (`--provenance=false`) and with gzip layers.',
        next: ['Pull it on another machine to see whether the registry or the host is at fault.'],
        retryable: false,
    },
    {
        label: 'image/invalid-ref',
        rank: 'cause',
        when: [
            /invalid reference format|(?:invalid|malformed|couldn't parse|could not parse|failed to (?:parse|normalize)) (?:image|repository name|reference|docker)|repository name must be (?:lowercase|canonical)|image .{0,60}(?:invalid characters|is (?:not )?(?:in)?valid)|invalid (?:image )?tag|InvalidRepositoryName|image name .{0,80}invalid/i,
        ],
        reason: ({ image }) => `${the('image', image)} is not a valid image reference`,
        hint: 'Look at the rendered image with `ecspresso render taskdef`: a tag variable is often empty.',
        next: ['Repository names are lower case; a tag stands after one colon.'],
        retryable: false,
    },
    {
        label: 'image/auth',
        rank: 'cause',
        when: [
            /no basic auth credentials|CannotPullContainerAuthError|incorrect username or password|authentication (?:is )?required|(?:401|Unauthorized) .{0,80}(?:registry|manifest|v2)|unauthorized: |401 Unauthorized|docker login.{0,20}(?:fail|error)|insufficient_scope: (?!.*does not exist)|authorization (?:token|failed)|credentials? .{0,40}(?:registry|repository)|repositoryCredentials|(?:registry|repository) credentials?/i,
            { all: [/username or password|auth data|failed to (?:authorize|fetch (?:anonymous|oauth) token)/i] },
        ],
        reason: ({ image }) => `the registry did not accept the login for ${image ?? 'the image'}`,
        hint: 'Point `repositoryCredentials` to a secret that holds JSON with `username` and `password`.',
        next: ['Check that the token has not expired and may read this repository.'],
        retryable: false,
    },
    {
        label: 'image/not-found',
        rank: 'cause',
        when: [
            /(?:repository|image|manifest)\b.{0,300}\b(?:not found|does not exist|unknown)|manifest unknown|name unknown|NAME_UNKNOWN|MANIFEST_UNKNOWN/i,
            /is not found in Registry|pull access denied|requested access to the resource is denied|(?:ImageNotFound|RepositoryNotFound)Exception|Requested image not found|No such image/i,
            {
                all: [
                    /CannotPull|CannotInspect|resolve ref|pull image|docker (?:image|hub)/i,
                    /not found|\b404\b|does(?: not|n't) exist|Check whether the image exists/i,
                ],
            },
        ],
        reason: ({ image }) => `${the('image', image)} was not found in its registry`,
        hint: 'Push the image before deploying, and check tag, repository, region and account in the reference.',
        next: [
            'Run `ecspresso verify` before the next deploy: it looks the image up.',
            'A tag is resolved once per deployment: do not delete its digest while tasks still start.',
        ],
        retryable: false,
    },
    {
        label: 'image/unspecified',
        rank: 'weak',
        when: [],
        otherwise: [
            /CannotPull\w*Error|pull(?:ing)? (?:the )?image|inspect image has been retried|(?:ref pull|pull command|image manifest|image) has been retried|ErrImagePull|can't pull the image/i,
        ],
        reason: ({ image, quote }) => `${the('image', image)} could not be pulled: ${quote}`,
        hint: 'The message is cut before the reason: check that the image exists, that the execution role may pull it and that the task reaches the registry.',
        next: ['Run `ecspresso verify`.', 'Run `aws ecs describe-tasks` for the stopped task to see the whole text.'],
        retryable: true,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/info.ts
/** Normal lines of a service's life: kept out of every diagnosis. */
const lines = [
    { label: 'info/user-stop', when: [/Task (?:was )?stopped by (?:the |a )?user|UserInitiated|user initiated/i] },
    {
        label: 'info/scaling',
        when: [
            /Scaling activity|scal(?:ing|ed?)[- ](?:in|out|up|down)|(?:updated|changed) (?:the )?(?:computed ?)?desired ?count|\bset (?:the )?desired ?count|setting desired count|Successfully set desired count/i,
        ],
    },
    { label: 'info/az-rebalance', when: [/AZ[- ]?(?:re)?balanc|Availability Zone rebalanc|rebalanc/i] },
    { label: 'info/steady-state', when: [/reached a steady state/i] },
    {
        label: 'info/deployment-completed',
        when: [/deployment (?:\S+ )?(?:completed|succeeded)\b|deployment .{0,80}\bcompleted\b|rollout completed/i],
    },
    { label: 'info/draining', when: [/begun draining|connection draining|draining connections/i] },
    {
        label: 'info/targets',
        when: [
            /(?:de)?registered \d+ (?:targets?|instances?)|Target\.(?:DeregistrationInProgress|NotRegistered|HealthCheckDisabled)|Elb\.(?:InitialHealthChecking|RegistrationInProgress)|(?:target|state) .{0,40}\b(?:draining|initial|healthy)\b|^state (?:draining|initial|healthy)\b/i,
        ],
    },
    {
        label: 'info/task-started',
        when: [
            /has started \d+ tasks?|started \d+ tasks?|ECS deployment \S+ in progress|task .{0,40}(?:is )?(?:running|started|provisioning|pending)$/i,
        ],
    },
    {
        label: 'info/task-stopped',
        when: [/has stopped \d+ (?:running |pending )?tasks?|stopped \d+ (?:running |pending )?tasks?/i],
    },
];
const infoRules = lines.map((line) => ({
    ...line,
    rank: 'info',
    reason: ({ quote }) => quote,
    hint: 'This is a normal line and no failure.',
    next: [],
    retryable: false,
}));
const unknownRules = [
    {
        label: 'unknown/truncated',
        rank: 'symptom',
        when: [],
        otherwise: [
            /has been retried \d+ time\(?s?\)?\W*$/i,
            /^\w*ResourceInitializationError\b|unable to pull secrets or registry auth/i,
            /(?:\.\.\.|…)$/,
        ],
        reason: ({ quote }) => `ECS cut the message before the reason: ${quote}`,
        hint: 'Look at the stopped task itself: its stopped reason may hold more.',
        next: [
            'Run `aws ecs describe-tasks` for the stopped task.',
            'Run `ecspresso verify`: it checks image, secrets and roles.',
        ],
        retryable: true,
    },
    {
        label: 'unknown/symptom-only',
        rank: 'symptom',
        when: [/unable to consistently start tasks|SERVICE_TASK_START_IMPAIRED|ECS_UPDATE_ERROR/i],
        otherwise: [
            /Task failed to start|TaskFailedToStart|ServiceSchedulerInitiated|^failed to (?:register|update|create|wait)[\w ]*$|deployment failed/i,
        ],
        reason: () => 'the tasks do not start, and nothing that could be read tells why',
        hint: 'Look at the events and the stopped tasks with `ecspresso status`.',
        next: ['Run `ecspresso verify`: it checks image, secrets and roles.', 'Run again with `--debug`.'],
        retryable: false,
    },
];
/** What is said when no rule knows the text: the text itself. */
const unclassified = {
    label: 'unknown/unclassified',
    rank: 'symptom',
    when: [],
    reason: ({ quote }) => (quote === '' ? 'nothing that could be read tells why it failed' : quote),
    hint: 'Look at the service with `ecspresso status`, compare with `ecspresso diff`, and check with `ecspresso verify`.',
    next: ['Run again with `--debug`.'],
    retryable: false,
};

;// CONCATENATED MODULE: ./src/diagnose/rules/network.ts

const tasks = [...fromTasks, 'cli', 'apiError', 'codedeploy', 'health'];
const endpoints = 'A task without a public IP needs a NAT gateway or VPC endpoints (ecr.api, ecr.dkr, S3 gateway, secretsmanager, ssm, kms, logs) with private DNS.';
const groups = 'Check that the endpoints’ security groups accept port 443 from the task, and that the task’s security group lets it out.';
/** A connection that had to be made was not made. The clause about the connection decides, not what was asked for. */
const networkRules = [
    {
        label: 'network/eni',
        rank: 'cause',
        when: [
            /Timeout waiting for network interface|network interface (?:provisioning|attachment).{0,60}(?:tim|fail)|failed to (?:configure|set ?up) (?:\w+ )?ENI|netplugin failed|eni .{0,40}(?:timed out|not attached|attachment)/i,
        ],
        reason: () => 'the task’s network interface was not ready in time',
        hint: 'Run again; when it happens repeatedly, look at the subnet’s free addresses and at the instance’s limit of network interfaces.',
        next: ['Check AWS Health for the Availability Zone of the subnet.'],
        retryable: true,
    },
    {
        label: 'network/dns',
        rank: 'cause',
        from: tasks,
        when: [
            /no such host|server misbehaving|name resolution|could not resolve host|\bENOTFOUND\b|\bEAI_AGAIN\b|failed to resolve ["']?(?:fs-|\w+\.[\w-]+\.)|(?:name|host\w*) .{0,60}(?:could not|cannot|can't) be resolved|getaddrinfo|DNS (?:resolution|lookup|name)/i,
        ],
        otherwise: [{ all: [/\b(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPIPE)\b/], from: [...fromCaller] }],
        reason: ({ quote }) => /resol|no such host|lookup|getaddrinfo|NOTFOUND|EAI_AGAIN/i.test(quote)
            ? `a host name did not resolve: ${quote}`
            : `an address could not be reached: ${quote}`,
        hint: 'Check the host’s spelling, and that the VPC has DNS support and DNS host names turned on.',
        next: [endpoints],
        retryable: false,
    },
    {
        label: 'network/efs',
        rank: 'cause',
        from: tasks,
        when: [
            {
                all: [
                    /\befs\b|mount\.nfs|nfs4?\b|fs-[0-9a-f]{8}/i,
                    /tim(?:ed?|ing) ?out|timeout|mount system call failed|unreachable|reset|refused|no route/i,
                ],
            },
        ],
        reason: () => 'the EFS file system could not be reached',
        hint: 'Give the file system a mount target in the task’s Availability Zone whose security group accepts port 2049 from the task.',
        next: ['Check that the VPC resolves the file system’s DNS name.'],
        retryable: false,
    },
    {
        label: 'network/logs',
        rank: 'cause',
        from: tasks,
        when: [
            {
                all: [
                    unreachable,
                    /logger args|log (?:group|stream|driver|event)|logging driver|CloudWatch|\blogs\.|awslogs|fluentd?|splunk|firelens/i,
                ],
            },
            { all: [/logging driver/i, /CredentialsEndpointError|169\.254\.170\.2/i] },
        ],
        reason: () => 'the task could not reach CloudWatch Logs or its log server',
        hint: 'Give the task a way to the logs endpoint of its region.',
        next: [endpoints, groups],
        retryable: false,
    },
    {
        label: 'network/s3',
        rank: 'cause',
        from: tasks,
        when: [
            {
                all: [
                    /^(?!.*(?:CannotPull|httpReadSeeker|starport))/i,
                    unreachable,
                    /env(?:ironment)? ?files?|\bs3[.:-]|from S3|Amazon S3/i,
                ],
                from: ['stoppedReason', 'containerReason', 'event', 'cli'],
            },
        ],
        reason: () => 'the task could not reach S3',
        hint: 'Give the subnet an S3 gateway endpoint in its route table, or a NAT gateway.',
        next: [groups],
        retryable: false,
    },
    {
        label: 'network/secrets',
        rank: 'cause',
        from: tasks,
        when: [
            {
                all: [
                    unreachable,
                    /secrets? (?:from|manager)|\basm\b|\bssm\b|secretsmanager|Systems Manager|Parameter Store|fetch secret/i,
                ],
                from: ['stoppedReason', 'containerReason', 'event', 'cli'],
            },
        ],
        reason: ({ secret }) => `the task could not reach ${/ssm|parameter/.test(secret ?? '') ? 'Systems Manager' : 'the service that holds its secrets'}`,
        hint: 'Give the task a way to Secrets Manager or Systems Manager: a public IP, a NAT gateway or VPC endpoints.',
        next: [groups, endpoints],
        retryable: false,
    },
    {
        label: 'network/registry',
        rank: 'cause',
        from: tasks,
        when: [
            {
                all: [
                    unreachable,
                    /CannotPull|registr(?!y auth)|\becr\b|docker\.io|pull(?:ing)? (?!secrets)|\/v2\/|api\.ecr|image/i,
                ],
                from: ['stoppedReason', 'containerReason', 'event', 'cli'],
            },
            /pull command failed: (?:panic|: signal)|Check your network configuration|error pulling image configuration|There is a connection issue between the task and (?:Amazon )?(?:ECR|the registry)/i,
            { all: [/CannotPull/i, /net\/http|timeout|timed out|EOF$/i] },
        ],
        otherwise: [{ all: [unreachable], from: ['stoppedReason', 'containerReason'] }],
        reason: ({ image }) => `the registry of ${image ?? 'the image'} could not be reached`,
        hint: 'Give the task a way to the registry: a public IP, a NAT gateway or VPC endpoints.',
        next: [endpoints, groups],
        retryable: false,
    },
];
/** Applied after the more general `unable to pull secrets or registry auth`, which alone does not say which of both. */
const networkFallbackRules = networkRules
    .filter((rule) => rule.label === 'network/secrets')
    .map((rule) => ({ ...rule, when: [{ all: [unreachable, /unable to pull secrets or registry auth/i] }] }));

;// CONCATENATED MODULE: ./src/diagnose/rules/permission.ts

const taskSources = [...fromTasks, 'cli', 'apiError'];
const propagation = 'A role that was just created is known everywhere after about a minute: run again once.';
/** The identity is known, and a policy, a trust policy or a missing role stops it. */
const permissionRules = [
    {
        label: 'permission/org-policy',
        rank: 'cause',
        when: [
            /TagPolicyViolation|tag policy|service control policy|\bSCP\b|resource control policy/i,
            { all: [/explicit deny/i, /organization/i] },
        ],
        reason: ({ action, quote }) => action === undefined
            ? `a policy of the organization refuses it: ${quote}`
            : `a policy of the organization denies ${action}`,
        hint: 'Ask the owner of the organization’s policies; no policy of this account can allow it.',
        next: ['Check which tags the tag policy demands on services and task definitions.'],
        retryable: false,
    },
    {
        label: 'permission/pass-role',
        rank: 'cause',
        from: [...fromCaller, 'codedeploy', 'log'],
        when: [
            /iam:PassRole/i,
            /(?:not|n't) (?:authorized|allowed|have permission)[^.]{0,60}pass(?:ing)? (?:the |this )?role/i,
        ],
        reason: ({ resource, principal }) => `${principal ?? 'the deployer'} may not pass ${resource ?? 'the role of the task definition'} to ECS`,
        hint: 'Allow iam:PassRole on the task role and on the execution role.',
        next: ['Look at `taskRoleArn` and `executionRoleArn` of the task definition: both are passed.', propagation],
        retryable: false,
    },
    {
        label: 'permission/assume-role',
        rank: 'cause',
        when: [
            /ECS was unable to assume/i,
            /has not a valid policy document|unable to assume (?:the )?(?:service |task |execution |infrastructure )?role(?! and validate)/i,
            /IAM trust relationship has been misconfigured/i,
            /(?:cannot|can't|could not|not able to|failed to) assume (?:the )?(?:task|execution|infrastructure|service|provided)? ?role(?! with user)/i,
            { all: [denied, /sts:AssumeRole\b/i], from: fromTasks },
            /role .{0,300}(?:trust (?:relationship|policy)|is not trusted)/i,
        ],
        reason: ({ role }) => `ECS cannot assume ${role === undefined ? 'the role of the task' : the('role', role)}`,
        hint: 'Check that the role exists and that its trust policy names ecs-tasks.amazonaws.com (ecs.amazonaws.com for infrastructure and hook roles).',
        next: ['Compare `taskRoleArn` and `executionRoleArn` with the roles of this account.', propagation],
        retryable: false,
    },
    {
        label: 'permission/service-linked-role',
        rank: 'cause',
        when: [/service[- ]linked role|iam:CreateServiceLinkedRole|AWSServiceRoleFor/i],
        reason: () => 'the service-linked role of ECS is missing or not usable yet',
        hint: 'Create it once per account with `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`, then run again after a minute.',
        next: ['Other services of the deployment (load balancing, auto scaling) have service-linked roles of their own.'],
        retryable: true,
    },
    {
        label: 'permission/kms',
        rank: 'cause',
        when: [
            { all: [denied, /\bkms:|\bKMS\b/i] },
            /Access to KMS is not allowed|ciphertext refers to|customer master key|DecryptionFailure|InvalidCiphertext|KMSInvalid\w*|KMSAccessDenied|KMS key .{0,200}(?:denied|not (?:accessible|authorized|allowed|permitted))|(?:decrypt|encrypt)\w* .{0,60}KMS.{0,80}(?:denied|permission)/i,
        ],
        reason: ({ role, action }) => `${whose(role)} may not use the KMS key (${action ?? 'kms:Decrypt'})`,
        hint: 'Allow kms:Decrypt in the key policy and in the policy of the role.',
        next: ['AWS managed keys cannot be shared with another account: use a key of your own there.'],
        retryable: false,
    },
    {
        label: 'permission/secret-read',
        rank: 'cause',
        when: [
            { all: [denied, /secretsmanager:|ssm:GetParameter/i] },
            {
                all: [/AccessDenied/i, /secret|\bssm\b|\basm\b|parameter/i],
                from: ['stoppedReason', 'containerReason', 'event'],
            },
            { all: [denied], operation: /(?:GetSecretValue|GetParameters?(?:ByPath)?|DescribeSecret)$/i },
            /(?:can't|cannot|could not|unable to) (?:read|access|get|fetch|retrieve).{0,80}(?:secret|parameter).{0,120}(?:permission|not authorized)/i,
        ],
        reason: ({ role, secret, resource }) => `${whose(role)} may not read ${secret ?? resource ?? 'the secret'}`,
        hint: 'Allow the execution role to read this secret or parameter, and kms:Decrypt when it is encrypted with a key of your own.',
        next: [
            'A secret’s ARN ends in six random characters: end the policy’s resource in `-??????`.',
            'Run `ecspresso verify`.',
        ],
        retryable: false,
    },
    {
        label: 'permission/logs',
        rank: 'cause',
        when: [
            { all: [denied, /\blogs:/i] },
            { all: [denied, /log (?:group|stream|driver)|logger args|logging driver/i] },
            { all: [/AccessDenied/i], operation: /^logs:|^(?:Create|Put|Get)Log\w+$/i },
        ],
        reason: ({ role, action }) => `${whose(role)} may not write the log (${action ?? 'logs:CreateLogStream'})`,
        hint: 'Allow the execution role the named action; the managed execution policy does not hold logs:CreateLogGroup.',
        next: ['Create the log group beforehand, or drop `awslogs-create-group`.'],
        retryable: false,
    },
    {
        label: 'permission/efs',
        rank: 'cause',
        when: [
            /access denied by server while mounting/i,
            { all: [denied, /elasticfilesystem:|\bEFS\b|fs-[0-9a-f]{8}/i] },
            /mount.{0,200}(?:Permission denied|Operation not permitted by (?:server|policy))/i,
        ],
        reason: ({ role }) => `EFS refused the mount${role === undefined ? '' : ` to ${role}`}`,
        hint: 'Allow the task role elasticfilesystem:ClientMount (and ClientWrite), turn on `iam: ENABLED` in the volume, and check the file system policy.',
        next: ['Check the access point and `transitEncryption` of the volume.'],
        retryable: false,
    },
    {
        label: 'permission/s3',
        rank: 'cause',
        when: [
            { all: [denied], operation: /^(?:s3:)?(?:Get|Head)Object$|^(?:s3:)?GetBucketLocation$/ },
            { all: [denied, /\bs3:|env(?:ironment)? ?files?|\bS3\b/i] },
            { all: [/env(?:ironment)? ?files?|\bs3\b|HeadObject|GetBucketLocation/i, /\b403\b|Forbidden|AccessDenied/i] },
        ],
        reason: ({ resource }) => `the environment file${resource === undefined ? '' : ` ${resource}`} may not be read from S3`,
        hint: 'Allow the execution role s3:GetObject on the object and s3:GetBucketLocation on the bucket.',
        next: ['S3 answers 403 for an object that is missing when s3:ListBucket is missing too: check the name.'],
        retryable: false,
    },
    {
        label: 'permission/instance-role',
        rank: 'cause',
        when: [
            {
                all: [
                    denied,
                    /ecs:(?:RegisterContainerInstance|DiscoverPollEndpoint|Poll|StartTelemetrySession|SubmitContainerStateChange|SubmitTaskStateChange|UpdateContainerInstancesState|DeregisterContainerInstance)/i,
                ],
            },
        ],
        reason: ({ role }) => `the container instances’ role${role === undefined ? '' : ` ${role}`} may not talk to ECS`,
        hint: 'Attach the managed policy AmazonEC2ContainerServiceforEC2Role to the instance role.',
        next: ['Check that the instance profile is set in the launch template.'],
        retryable: false,
    },
    {
        label: 'permission/ecr-pull',
        rank: 'cause',
        when: [
            {
                all: [
                    denied,
                    /ecr(?:-public)?:(?:GetAuthorizationToken|BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability|BatchImportUpstreamImage|CreateRepository|GetServiceBearerToken)|CannotPullECR/i,
                ],
            },
            { all: [/AccessDenied|not authorized/i, /CannotPull|registry auth|\becr\b/i], from: taskSources },
            {
                all: [
                    /\b403\b(?: Forbidden)?|Forbidden/i,
                    /CannotPull|\.dkr\.ecr\.|resolve ref|pull image|manifests?\b|registry/i,
                ],
            },
            { all: [denied], operation: /^(?:ecr:)?(?:GetAuthorizationToken|BatchGetImage|GetDownloadUrlForLayer)$/i },
            /no VPC endpoint policy allows the ecr:/i,
        ],
        reason: ({ role, image, action }) => `${whose(role)} may not pull ${image ?? 'the image'} from ECR (${action ?? 'ecr:BatchGetImage'})`,
        hint: 'Attach AmazonECSTaskExecutionRolePolicy to the execution role (EC2: to the instance role); across accounts the repository policy must allow it too.',
        next: ['Behind VPC endpoints, check the endpoint policies of ecr.api, ecr.dkr and S3.', 'Run `ecspresso verify`.'],
        retryable: false,
    },
    {
        label: 'permission/execution-role-missing',
        rank: 'cause',
        when: [
            {
                all: [
                    /execution role/i,
                    /(?:no|missing|not found|unable to (?:get|retrieve|find)|could not find|not (?:been )?(?:set|provided|available)).{0,60}credentials|credentials.{0,60}(?:not found|missing|no |unavailable)/i,
                ],
                from: [...fromTasks],
            },
            /credentials? (?:not found )?(?:for|of) (?:the )?(?:task )?execution role|execution role credentials?|execution credentials/i,
            { all: [/NoCredentialProviders|no valid providers in chain/i], from: [...fromTasks] },
        ],
        reason: () => 'the agent has no credentials of an execution role',
        hint: 'Set `executionRoleArn` in the task definition: ECR, awslogs and secrets need it.',
        next: ['On EC2, check that the agent runs with ECS_ENABLE_TASK_IAM_ROLE and is up to date.'],
        retryable: false,
    },
    {
        label: 'permission/service-role',
        rank: 'cause',
        when: [
            /IAM_ROLE_(?:PERMISSIONS|MISSING)|IAM permissions? (?:policies|policy) ha(?:s|ve) been misconfigured|RoleRequiredException|InvalidRoleException|InvalidRole\b/i,
            /(?:service|infrastructure) role .{0,120}(?:permission|cannot be accessed|does not|not have|not valid|must)|Unable to assume (?:the )?(?:service )?role and validate/i,
            /infrastructure (?:IAM )?role|AWSCodeDeployRole/i,
            { all: [denied, /ecs-service-scheduler|codedeploy.{0,40}assumed-role|assumed-role\/\w*codedeploy/i] },
            {
                all: [
                    denied,
                    /elasticloadbalancing:|iam:PassRole|lambda:Invoke|\bAWSLambda\b|\bLambda\b|servicediscovery:|autoscaling:|cloudwatch:DescribeAlarms|vpc-lattice:|ec2:\w+/i,
                ],
                from: ['event', 'rollout', 'codedeploy', 'stoppedReason'],
            },
            /AWSLambda.{0,120}(?:permission|not authorized|denied)|(?:permission|not authorized|denied).{0,120}AWSLambda|permissions? (?:required )?to (?:perform|invoke|assume).{0,80}(?:Lambda|role|service)/i,
            { all: [/(?:does not|doesn't) (?:give|have) .{0,60}permissions?/i], from: ['codedeploy'] },
        ],
        reason: ({ role, action, quote }) => action === undefined
            ? `a role that works for ECS lacks a permission: ${quote}`
            : `${role ?? 'the service’s role'} lacks ${action}`,
        hint: 'Give the role that CodeDeploy, the load balancer or the hook uses its managed policy (AWSCodeDeployRoleForECS, the ECS infrastructure role’s policy, lambda:InvokeFunction).',
        next: ['Check that the role still exists and that nobody changed the service-linked role’s trust.'],
        retryable: false,
    },
    {
        label: 'permission/account-blocked',
        rank: 'cause',
        when: [
            /BlockedException|account is (?:currently )?(?:blocked|suspended|on hold|pending)|pending verification|NO_EC2_SUBSCRIPTION|not subscribed to|account .{0,40}(?:suspended|has been blocked)|OptInRequired/i,
        ],
        reason: () => 'AWS has blocked this account',
        hint: 'Only AWS Support can lift it: open a case.',
        next: [],
        retryable: false,
    },
    {
        label: 'permission/caller',
        rank: 'cause',
        when: [
            /not authorized to perform|UnauthorizedOperation|missing the following permissions/i,
            { all: [/^(?:AccessDenied\w*|Unauthorized(?:Exception)?|AuthorizationError):/], from: ['apiError'] },
        ],
        otherwise: [
            { all: [denied], from: [...fromCaller, 'codedeploy', 'event', 'rollout'] },
            /AccessDenied(?:Exception)?|UnauthorizedException|AuthorizationError|NotAuthorized/i,
        ],
        reason: ({ principal, action, resource }) => `${principal ?? 'the deployer'} may not call ${action ?? 'this API'}${resource === undefined ? '' : ` on ${resource}`}`,
        hint: 'Add the action to the policy of the role that deploys.',
        next: ['Look for an explicit deny or a permissions boundary when the policy already allows it.'],
        retryable: false,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/resource.ts

const events = 'Run `ecspresso status` to see the service’s events.';
const smaller = 'Add instances, or ask for less in the task definition.';
/** Stands before the image rules: a layer that does not fit is not a broken layer. */
const fullDisk = {
    label: 'resource/disk',
    rank: 'cause',
    from: ['event', 'stoppedReason', 'rollout', 'cli', 'containerReason', 'apiError', 'log'],
    when: [
        /no space left on device|Thin Pool has|insufficient (?:disk|storage|ephemeral)|disk (?:is )?full|free data blocks|not enough (?:disk|storage)|(?:disk|storage) (?:space|quota).{0,40}(?:exceed|insufficient|exhaust)|EphemeralStorage .{0,40}(?:exceed|full)|RESOURCE:(?:DISK|STORAGE)|out of disk/i,
    ],
    reason: () => 'the disk of the host or the task’s ephemeral storage is full',
    hint: 'Raise `ephemeralStorage` (Fargate) or the instance’s volume, and use smaller images.',
    next: ['On instances, unused images and stopped containers take the space.'],
    retryable: false,
};
/** Valid and allowed, but there is not enough of something, or the host went away. */
const resourceRules = [
    {
        label: 'resource/ip',
        rank: 'cause',
        when: [
            /InsufficientFreeAddresses|(?:not enough|insufficient|no) (?:free |available )?(?:IP )?addresses|subnet .{0,80}(?:is full|exhausted|no (?:free|available))|Create Network Interface.{0,160}subnet.{0,80}insufficient/i,
        ],
        reason: ({ subnet }) => `${the('subnet', subnet)} has no free address left`,
        hint: 'Add larger or more subnets to the service, or free addresses.',
        next: ['During a rollout old and new tasks hold addresses together: a lower `maximumPercent` needs fewer.'],
        retryable: true,
    },
    {
        label: 'resource/quota',
        rank: 'cause',
        when: [
            /above your limit|reached the limit|limit on the number of|LimitExceeded(?:Exception)?(?<!DeploymentLimitExceeded(?:Exception)?)|RESOURCE_LIMIT_EXCEEDED|ServiceQuotaExceeded|quota (?:has been |is |was )?exceeded|exceed(?:s|ed)? (?:the |your )?(?:\w+ ){0,4}(?:limit|quota|maximum number)|VcpuLimit|maximum number of .{0,60}(?:reached|exceeded)|TooMany(?!Requests)\w+|(?:concurrent|vCPU).{0,60}limit/i,
        ],
        reason: ({ quote }) => `a quota of the account is reached: ${quote}`,
        hint: 'Ask for a higher quota in Service Quotas, or free some of what is counted.',
        next: ['A size that is above the quota can never start: make the task smaller.'],
        retryable: true,
    },
    {
        label: 'resource/no-instances',
        rank: 'cause',
        when: [
            /No Container Instances were found|no (?:active |registered |container )*instances\b|EMPTY CAPACITY PROVIDER|NO ACTIVE INSTANCES|no (?:registered )?container instances|there (?:are|were) no .{0,30}instances/i,
        ],
        reason: () => 'the cluster has no container instance that could run the task',
        hint: 'Register instances: check the desired size of the Auto Scaling group and the cluster name in the user data.',
        next: ['Use `launchType: FARGATE` or a Fargate capacity provider when the service needs no instances.', events],
        retryable: true,
    },
    {
        label: 'resource/fargate-capacity',
        rank: 'cause',
        when: [
            /Capacity is unavailable|insufficient (?:fargate )?capacity|InsufficientInstanceCapacity|capacity .{0,40}(?:not available|unavailable|exhausted)|RESOURCE:CAPACITY|do(?:es)? not have (?:enough|sufficient) capacity/i,
        ],
        reason: () => 'AWS has no capacity of this kind at the moment',
        hint: 'Run again later, or give the service subnets in more Availability Zones.',
        next: ['With Fargate Spot, keep a `base` of on-demand tasks in the capacity provider strategy.'],
        retryable: true,
    },
    {
        label: 'resource/spot',
        rank: 'weak',
        when: [/Spot (?:Task|Instance|interruption)|SpotInterruption|spot .{0,40}(?:interrupt|reclaim|terminat)/i],
        reason: () => 'AWS took Spot capacity back',
        hint: 'Run again, and keep a `base` of on-demand tasks when the service must not shrink.',
        next: ['The application gets SIGTERM two minutes before: let it finish.'],
        retryable: true,
    },
    {
        label: 'resource/instance-lost',
        rank: 'weak',
        when: [
            /Host EC2 .{0,80}(?:stopped|terminated|stopping)|Container instance .{0,60}(?:deregist|terminat|lost|stopped)|deregist\w+ forced|instance .{0,60}(?:was|has been|is) (?:being )?(?:terminated|stopped|deregistered|lost|retired|drained)|TerminationNotice|InfrastructureHealth|maintenance on the underlying|task retirement|underlying (?:host|infrastructure|hardware)/i,
        ],
        reason: () => 'the host of the task went away',
        hint: 'Run again when the cluster has its instances back; managed draining avoids it.',
        next: ['Look at the activity of the Auto Scaling group.'],
        retryable: true,
    },
    {
        label: 'resource/agent',
        rank: 'cause',
        when: [
            /agent (?:connected|is (?:dis)?connected|is not|start|disconnect|not connected|has not)|(?:encountered error|:|reason:?) ["'(]?AGENT\b|^AGENT$|AGENT_ISSUE|MissingVersionException|NoUpdateAvailableException|ECS (?:container )?agent .{0,60}(?:not|fail|time|disconnect)|TaskFailedToStart: AGENT|agent .{0,30}timed out/i,
        ],
        reason: () => 'the ECS agent of the instance is not connected',
        hint: 'Restart the agent on the instance, and check its way to the ECS endpoint.',
        next: ['Read /var/log/ecs/ecs-agent.log of the instance.'],
        retryable: true,
    },
    {
        label: 'resource/placement-constraint',
        rank: 'cause',
        when: [/placement constraint|(?:memberOf|distinctInstance) (?:constraint )?|constraint .{0,40}unsatisf/i],
        from: ['event', 'stoppedReason', 'rollout', 'cli', 'containerReason'],
        reason: ({ quote }) => `no instance satisfies the placement constraints: ${quote}`,
        hint: 'Compare the expressions in `placementConstraints` with the attributes of the instances.',
        next: ['The constraint distinctInstance needs as many instances as tasks, more during a rollout.'],
        retryable: false,
    },
    {
        label: 'resource/port',
        rank: 'cause',
        when: [
            /RESOURCE:PORTS?|already using a port|port is already allocated|address already in use|host ?port .{0,60}(?:in use|conflict|already|unavailable)|Bind for .{0,60}failed|insufficient ports/i,
        ],
        reason: () => 'the host port that the task asks for is taken',
        hint: 'Use dynamic host ports (`hostPort: 0`) or the awsvpc network mode, or add instances.',
        next: ['A rollout needs a free host port beside the old task: lower `minimumHealthyPercent`.'],
        retryable: true,
    },
    {
        label: 'resource/eni',
        rank: 'cause',
        when: [
            /RESOURCE:ENI|insufficient (?:ENI|network interface)|(?:not enough|no) (?:available |free )?(?:ENIs?|network interfaces?)|AttachmentLimitExceeded|ENI .{0,40}limit/i,
        ],
        reason: () => 'the instances have no network interface left for the task',
        hint: 'Turn on ENI trunking (awsvpcTrunking), or add instances.',
        next: [events],
        retryable: true,
    },
    {
        label: 'resource/gpu',
        rank: 'cause',
        when: [/RESOURCE:GPU|insufficient GPU|not enough GPU|no GPUs?\b/i],
        reason: () => 'no instance has enough GPUs free',
        hint: smaller,
        next: [events],
        retryable: true,
    },
    {
        label: 'resource/cpu',
        rank: 'cause',
        when: [/RESOURCE:CPU|insufficient CPU|not enough CPU|CPU units (?:are )?(?:not|un)available/i],
        reason: () => 'no instance has enough CPU units free',
        hint: smaller,
        next: ['A rollout runs old and new tasks together: lower `maximumPercent` or add an instance.', events],
        retryable: true,
    },
    {
        label: 'resource/memory',
        rank: 'cause',
        when: [/RESOURCE:MEMORY|insufficient memory|not enough memory|cannot allocate memory/i],
        reason: () => 'no instance has enough memory free',
        hint: smaller,
        next: ['A rollout runs old and new tasks together: lower `maximumPercent` or add an instance.', events],
        retryable: true,
    },
    {
        label: 'resource/attribute',
        rank: 'cause',
        when: [
            /missing an attribute|(?:encountered error|:|reason:?) ["'(]?ATTRIBUTE\b|^ATTRIBUTE$|required attribute|attributes? .{0,40}(?:missing|not (?:found|available))|AttributeNotFound|TargetNotFoundException.{0,40}attribute/i,
        ],
        reason: () => 'no instance has an attribute that the task requires',
        hint: 'Compare `requiresAttributes` of the task definition with the instance: log driver, Availability Zone, network mode, agent version.',
        next: ['Run `aws ecs describe-container-instances` and compare its attributes.'],
        retryable: false,
    },
    {
        label: 'resource/instances',
        rank: 'cause',
        when: [/HEALTH_CONSTRAINTS|too (?:many|few) (?:individual |healthy )?instances/i],
        reason: () => 'too many instances of the CodeDeploy deployment failed',
        hint: 'Look at the failed targets of the deployment in CodeDeploy.',
        next: ['Run `aws deploy list-deployment-targets` for the deployment.'],
        retryable: true,
    },
    {
        label: 'resource/unspecified',
        rank: 'weak',
        when: [],
        otherwise: [
            /could not launch \d* ?tasks?|no container instance met all|unable to place a task|(?:not enough|insufficient) (?:resources|capacity)|RESOURCE:\w+/i,
        ],
        reason: ({ quote }) => `ECS could not place the tasks: ${quote}`,
        hint: 'The reason stands in the events beside this one.',
        next: [events],
        retryable: true,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/rollback.ts
const rollback_tasks = 'Look at the stopped tasks of the failed revision: they tell why.';
/** The deployment controller gave up, reversed, or could not reverse. */
const rollbackRules = [
    {
        label: 'rollback/no-target',
        rank: 'cause',
        when: [
            /rollback (?:target|candidate)|no more than (?:1|one) deployment|(?:previous|prior|earlier|last successful) (?:\w+ ){0,3}(?:is |was |could )?not (?:be )?found|no (?:previous|earlier|prior|rollback|successful|completed) (?:\w+ ){0,3}(?:task definition|revision|deployment|target)|(?:cannot|can't|could not|unable to|failed to) (?:find|get|determine) .{0,40}(?:rollback|previous|last successful|earlier)|nothing to roll ?back|no \w* ?(?:deployment|revision)s? .{0,40}(?:to roll ?back|found for rollback)|has no (?:previous|earlier) /i,
        ],
        from: ['apiError', 'cli', 'rollout', 'event', 'codedeploy'],
        reason: () => 'there is nothing to roll back to',
        hint: 'List what there is with `aws ecs list-task-definitions`, and name one: `rollback --revision N`.',
        next: ['Keep older revisions registered.', 'The first deployment of a service has no predecessor.'],
        retryable: false,
    },
    {
        label: 'rollback/hook',
        rank: 'cause',
        when: [
            /hook execution fail|HOOK_EXECUTION_FAILURE|lifecycle hooks?(?:\(s\))? (?:failed|timed out)|(?:life-?cycle |\b)(?<!BlueGreen)hook\b.{0,120}(?:fail|timed? ?out|timeout|invalid|reject|unable|error)|(?:fail|timed? ?out)\w* .{0,100}\bhooks?\b|HookStatus|status callback|lifecycle event .{0,80}(?:fail|hook)|LifecycleEventHook|validation (?:function|test|lambda) .{0,60}fail|(?:Before|After)(?:Install|AllowTraffic|AllowTestTraffic) .{0,80}fail/i,
        ],
        from: ['event', 'rollout', 'codedeploy', 'cli', 'stoppedReason'],
        reason: ({ quote }) => `a lifecycle hook stopped the deployment: ${quote}`,
        hint: 'Read the log of the hook’s function, and check that it answers with a `hookStatus`.',
        next: ['A function that needs long answers IN_PROGRESS and is asked again.'],
        retryable: false,
    },
    {
        label: 'rollback/alarm',
        rank: 'cause',
        when: [
            /ALARM_ACTIVE|alarm(?:\(s\)|s)? (?:have been |has been |was |were )?(?:activated|detected|triggered|breach)|(?:CloudWatch )?alarm\b.{0,100}(?:in ALARM|state|threshold|went|fired)|because of .{0,20}alarm|alarm detected|due to .{0,30}alarm/i,
        ],
        from: ['event', 'rollout', 'codedeploy', 'cli'],
        reason: ({ key }) => `an alarm ended the deployment${key === undefined ? '' : `: ${key}`}`,
        hint: 'Look at the alarm’s metric around the rollout: the new version makes it rise.',
        next: ['Check that the alarm was not already active before the deployment.'],
        retryable: false,
    },
    {
        label: 'rollback/manual',
        rank: 'cause',
        when: [
            /MANUAL_STOP|(?:stopped|rolled back|cancel(?:l)?ed|aborted|requested) (?:manually|by (?:a |the )?(?:user|person|operator|customer|request))|manual(?:ly)? (?:stop|rollback|roll)|ROLLBACK_REQUESTED|STOP_REQUESTED|StopServiceDeployment|(?:user|manual)[- ](?:requested|initiated)|stop deployment (?:was )?(?:called|requested)/i,
        ],
        from: ['event', 'rollout', 'codedeploy', 'cli'],
        reason: () => 'somebody stopped the deployment by hand',
        hint: 'Ask who stopped it; CloudTrail shows the StopServiceDeployment or StopDeployment call.',
        next: ['Run `ecspresso status`.'],
        retryable: false,
    },
    {
        label: 'rollback/failed',
        rank: 'symptom',
        when: [
            /is not stopped yet|AlreadyCompleted|ROLLBACK_FAILED|rollback (?:has )?failed|failed to roll ?back|(?:could not|unable to) roll ?back|rolling back .{0,40}failed/i,
        ],
        reason: ({ quote }) => `the rollback itself did not work: ${quote}`,
        hint: 'Look at the state with `ecspresso status`, and deploy a revision that works.',
        next: [rollback_tasks],
        retryable: false,
    },
    {
        label: 'rollback/rolling-back',
        rank: 'symptom',
        when: [
            /rolling back|roll(?:ed)? ?back (?:to|deployment|was|has|in progress|started|complete)|ROLLBACK_(?:IN_PROGRESS|SUCCESSFUL|COMPLETE)|rollback (?:in progress|started|is)|AUTO_ROLLBACK/i,
        ],
        reason: () => 'the deployment is going back to what ran before',
        hint: 'Wait for the end of the rollback, then look at the failed revision’s tasks.',
        next: [rollback_tasks],
        retryable: false,
    },
    {
        label: 'rollback/circuit-breaker',
        rank: 'symptom',
        when: [
            /circuit breaker|deployment failed: tasks failed to start|(?:deployment|rollout).{0,40}failed.{0,30}tasks failed to start|tasks failed to start/i,
        ],
        from: ['event', 'rollout', 'codedeploy', 'cli'],
        reason: () => 'the circuit breaker ended the deployment because its tasks did not stay up',
        hint: 'Look at the stopped tasks of the failed revision.',
        next: [rollback_tasks, 'Run `ecspresso status` within the hour: ECS forgets stopped tasks after that.'],
        retryable: false,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/secret.ts

const context = /\bsecrets?\b|secretsmanager|\bparameters?\b|\bssm\b|\basm\b/i;
/** The secret or parameter itself is wrong. */
const secretRules = [
    {
        label: 'secret/deleted',
        rank: 'cause',
        when: [/(?:marked|scheduled) for deletion|secret .{0,80}(?:was|has been|is) (?:scheduled for )?delet/i],
        reason: ({ secret }) => `${the('secret', secret)} is scheduled for deletion`,
        hint: 'Restore it with `aws secretsmanager restore-secret`, or point `valueFrom` to its successor.',
        next: [],
        retryable: false,
    },
    {
        label: 'secret/version',
        rank: 'cause',
        when: [
            /staging label|AWS(?:CURRENT|PENDING|PREVIOUS)|version(?:Id| ?stage)? .{0,60}(?:not found|does not exist|could not)|secret (?:has no|without) (?:a )?value|secret value .{0,40}(?:empty|missing)|ParameterVersionNotFound/i,
        ],
        reason: ({ secret }) => `${the('secret', secret)} holds no value at the version that is asked for`,
        hint: 'Put a value into the secret, or correct the version in `valueFrom`.',
        next: ['Run `aws secretsmanager describe-secret` to see its versions and stages.'],
        retryable: false,
    },
    {
        label: 'secret/json-key',
        rank: 'cause',
        when: [
            /(?:json )?key .{0,150}(?:not (?:found|present|exist)|missing|does not exist) in (?:the )?secret|did not contain json key|json[- ]key/i,
            {
                all: [
                    /invalid character .{0,40}(?:looking for|after|in)|unexpected end of JSON|cannot unmarshal|not valid JSON|JSON syntax|parse .{0,30}JSON|error parsing/i,
                    context,
                ],
            },
            {
                all: [/invalid character .{0,40}looking for beginning of value/i],
                from: ['stoppedReason', 'containerReason', 'event'],
            },
        ],
        reason: ({ secret, key }) => `${the('secret', secret)} has no JSON key${key === undefined ? ' of that name' : ` ${key}`}`,
        hint: 'Store the secret as a JSON object with this key, or drop the key from `valueFrom`.',
        next: ['The form is `secret-arn:json-key:version-stage:version-id`; keep the colons of empty parts.'],
        retryable: false,
    },
    {
        label: 'secret/invalid-arn',
        rank: 'cause',
        when: [
            {
                all: [
                    /invalid ARN|ARN .{0,40}(?:not valid|invalid|malformed|format)|unexpected ARN|arn: (?:invalid prefix|not enough sections)/i,
                    context,
                ],
            },
            {
                all: [context, /(?:name|ARN) .{0,60}(?:not|in)valid|invalid (?:secret )?(?:name|ARN)/i],
                from: ['stoppedReason', 'containerReason', 'event'],
            },
        ],
        reason: ({ secret }) => `${the('secret', secret)} is not a valid ARN`,
        hint: 'Write the full ARN in `valueFrom`, with its six random characters: `arn:…:secret:name-AbCdEf:key::`.',
        next: ['Run `ecspresso verify`.'],
        retryable: false,
    },
    {
        label: 'secret/not-found',
        rank: 'cause',
        when: [
            /can't find the specified secret|ParameterNotFound|invalid (?:ssm )?parameters?\b|InvalidParameters\b|secret .{0,250}(?:does not exist|doesn't exist|not found|could not be found)|parameter .{0,200}(?:does not exist|not found|could not be found)|Check whether the secret exists/i,
            {
                all: [/ResourceNotFoundException/i, context],
                from: ['stoppedReason', 'containerReason', 'event', 'cli', 'apiError'],
            },
            { all: [/ResourceNotFoundException/i], operation: /GetSecretValue|GetParameter/i },
            /(?:can't|cannot|could not|unable to) (?:retrieve|find|get) the (?:secret|parameter)/i,
        ],
        reason: ({ secret }) => `${the('secret', secret)} does not exist`,
        hint: 'Create it in the region and account of the task, or correct its name in `secrets[].valueFrom`.',
        next: ['Run `ecspresso verify`: it reads every secret of the task definition.'],
        retryable: false,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/throttle.ts
/** AWS limits the rate of calls. */
const throttleRules = [
    {
        label: 'throttle/service-scheduler',
        rank: 'cause',
        from: ['event', 'rollout', 'cli'],
        when: [
            /operations are being throttled|OPERATION_THROTTLED|being throttled|scheduler .{0,60}(?:throttl|limit)|(?:throttl|rate.limit)\w* .{0,60}scheduler|launch(?:ing)? tasks? .{0,60}throttl/i,
        ],
        reason: () => 'ECS holds this service’s scheduler back because of too many calls',
        hint: 'Wait: ECS goes on by itself; ask for a higher quota when it happens often.',
        next: ['Deploy fewer services at once (`max-parallel`).'],
        retryable: true,
    },
    {
        label: 'throttle/api',
        rank: 'cause',
        when: [
            /rate limit token|retry quota exceeded|Throttl(?:ing|ed)\w*|RequestLimitExceeded|Rate (?:limit )?exceeded|TooManyRequestsException|SlowDown|ProvisionedThroughputExceeded|RequestThrottled|PriorRequestNotComplete|TransactionInProgress|BandwidthLimitExceeded|ClientRequestLimit|quota for the number of requests|reached max retries/i,
            /\b429\b|Too Many Requests/i,
        ],
        reason: ({ operation }) => `AWS limits the rate of calls${operation === undefined ? '' : ` to ${operation}`}`,
        hint: 'Run again later, and deploy fewer services at once (`max-parallel`).',
        next: ['Other jobs and tools of the account share the limit.'],
        retryable: true,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/timeout.ts
const longer = 'Raise `--timeout` when the rollout only needs longer; a long deregistration delay of the target group adds to it.';
/** Something stopped waiting: says nothing about why. */
const timeoutRules = [
    {
        label: 'timeout/codedeploy',
        rank: 'symptom',
        when: [
            /DeploymentSuccessful|deployment (?:has )?timed out|Deployment timed? ?out|wait(?:ing)? for (?:the )?(?:CodeDeploy )?deployment successful|traffic rerout|replacement task set.{0,120}(?:time|healthy)/i,
            { all: [/^TIMEOUT|timed? ?out/i], from: ['codedeploy'] },
            { all: [/timed? ?out|max attempts|exceeded max wait/i, /codedeploy/i] },
        ],
        from: ['codedeploy', 'cli', 'apiError', 'event', 'rollout'],
        reason: () => 'CodeDeploy stopped waiting for the deployment',
        hint: 'Look at the tasks of the replacement task set and at the target health.',
        next: [longer],
        retryable: true,
    },
    {
        label: 'timeout/task',
        rank: 'symptom',
        when: [
            /Tasks(?:Stopped|Running)|wait(?:ing)? (?:for )?(?:the )?tasks? (?:to (?:stop|run|finish|complete)|stopped|running)|task .{0,60}(?:did not (?:stop|finish|complete|start)|timed out)|run task.{0,40}time/i,
        ],
        from: ['cli', 'apiError'],
        reason: () => 'the task did not end in the time that was given',
        hint: 'Look at the task’s log, and raise `--timeout` when it only needs longer.',
        next: ['Run `aws ecs list-tasks` to see whether it still runs.'],
        retryable: true,
    },
    {
        label: 'timeout/client',
        rank: 'symptom',
        when: [
            /maximum execution time|The operation was cancell?ed|job .{0,60}(?:exceeded|timed out|cancell?ed)|step .{0,40}timed out|(?:Read|Connect) timeout on endpoint|ReadTimeout(?:Error)?|RequestTimeout|socket (?:time|timed) ?out|build timed out|timeout-minutes|\bE(?:SOCKET)?TIMEDOUT\b|operation timed out/i,
        ],
        from: ['cli', 'apiError'],
        otherwise: [
            { all: [/ETIMEDOUT|TimeoutError|timed? ?out|context (?:deadline exceeded|cancell?ed)/i], from: ['apiError'] },
        ],
        reason: () => 'the job stopped waiting; the deployment may go on',
        hint: 'Look at the deployment with `ecspresso status`, and give the job more time.',
        next: [longer],
        retryable: true,
    },
    {
        label: 'timeout/stability',
        rank: 'symptom',
        when: [
            /Waiter|Max attempts|ResourceNotReady|(?:fail|did|does)\w* (?:not )?(?:to )?stabili[sz]e|not stabili[sz]ed?|NotStabilized|Stabilization|(?:service|services|deployment)s? ?stable|tfSTABLE|ServicesStable|wait for service|waiting for (?:the )?service|timeout while waiting for state|exceeded max wait time|(?:become|reach\w*) (?:a )?(?:stable|steady)(?! state\.?$)/i,
        ],
        from: ['cli', 'apiError', 'event', 'rollout'],
        otherwise: [
            {
                all: [/timed? ?out|context (?:deadline exceeded|cancell?ed)|TimeoutError/i],
                from: ['cli', 'rollout', 'event'],
            },
        ],
        reason: () => 'the service did not become stable in the time that was given',
        hint: 'Look at the events and the stopped tasks with `ecspresso status`.',
        next: [longer, 'Check the health checks: a slow start delays everything.'],
        retryable: true,
    },
];

;// CONCATENATED MODULE: ./src/diagnose/rules/index.ts















/**
 * Every failure that is known, most specific first: the order is meaning. A refused action stands before the thing it
 * was refused on, a broken connection before the thing it should have fetched, states before settings, and exit codes,
 * which tell how it ended but not why, last.
 */
const rules = [
    ...credentialRules,
    ...permissionRules,
    ...networkRules,
    ...networkFallbackRules,
    fullDisk,
    ...imageRules,
    ...throttleRules,
    serverFault,
    ...secretRules,
    ...conflictRules,
    ...resourceRules,
    ...containerRules,
    ...healthRules,
    ...infoRules,
    ...rollbackRules,
    ...timeoutRules,
    ...plainConfigRules,
    ...surroundingRules,
    runtimeFailure,
    ...documentRules,
    ...faultRules,
    ...logRules,
    ...unknownRules,
    ...exitRules,
];

;// CONCATENATED MODULE: ./src/diagnose/unwrap.ts
/**
 * Wrappers that say nothing about the cause (taxonomy, section 2). Named groups: `inner` is what counts, `name` the
 * exception and `operation` the API call where the wrapper names them.
 */
const wrappers = [
    { shape: /^(?:aws: )?\[?(?:error|fatal|err)\]?[:!] (?<inner>.+)$/i },
    { shape: /^level=\w{1,10} msg="(?<inner>.+?)"?$/i },
    { shape: /^(?:\d{4}[-/]\d\d[-/]\d\d[T ][\d:.]{8,15}Z? )(?<inner>.+)$/ },
    {
        shape: /^\(?service [^)\s]{1,300}?\)? (?:was|is) unable to place a task\. ?(?:The )?reason(?: for failure)?(?: is|:) ?(?<inner>.+)$/i,
    },
    {
        shape: /^\(service [^)]{1,300}\)(?: \([^)]{1,300}\)){0,2} failed to launch a task with \(error (?<inner>.+?)\)?\.?$/i,
    },
    {
        shape: /^\(service [^)]{1,300}\)(?: \([^)]{1,300}\)){0,2} failed to (?:de)?register (?:targets|instances) in .{1,400}? with \(error (?<inner>.+?)\)?\.?$/i,
    },
    {
        shape: /^(?:\(service [^)]{1,300}\) )?(?:\(?deployment [^)\s]{1,200}\)? )?deployment failed: (?<inner>Service deployment .+)$/i,
    },
    { shape: /^Service deployment (?:was )?rolled back because (?:of )?(?<inner>.+)$/i },
    {
        shape: /^An error occurred \((?<name>[\w.]{1,100})\) when calling the (?<operation>\w{1,80}) operation(?: \(reached max retries: \d{1,3}\))?: ?(?<inner>.*)$/i,
    },
    { shape: /^Resource handler returned message: "(?<inner>.+?)"(?: \(RequestToken: .{0,200}\))?$/i },
    {
        shape: /^(?:Error: )?(?:failed )?(?:creating|updating|reading|deleting|registering|error (?:creating|updating|reading)) ECS [\w ]{1,30}(?: \([^)]{1,200}\))?: (?<inner>.+)$/i,
    },
    {
        shape: /^(?<inner>.+?) \(Service: [\w ]{1,60}[;,] Status Code: \d{3}; Error Code: (?<name>\w{1,100});.{0,300}\)$/i,
    },
    { shape: /^(?:com\.amazonaws|software\.amazon\.awssdk)\.[\w.]{1,120}: (?<inner>.+)$/ },
    {
        shape: /^failed to (?:register|create) (?:a )?task definition(?: [^:]{0,200})?: (?<inner>.+)$/i,
        operation: 'RegisterTaskDefinition',
    },
    { shape: /^failed to register task definition in ECS: (?<inner>.+)$/i, operation: 'RegisterTaskDefinition' },
    {
        shape: /^failed to update service(?: tasks| attributes)?(?: [^:]{0,200})?: (?<inner>.+)$/i,
        operation: 'UpdateService',
    },
    { shape: /^failed to create service(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'CreateService' },
    { shape: /^failed to create deployment(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'CreateDeployment' },
    { shape: /^failed to run task(?: [^:]{0,200})?: (?<inner>.+)$/i, operation: 'RunTask' },
    { shape: /^verify(?:ing)? [\w ]{1,60} failed: (?<inner>.+)$/i },
    { shape: /^operation error (?<service>[\w ]{1,60}): (?<operation>\w{1,80}), (?<inner>.+)$/i },
    { shape: /^https? response error StatusCode: [1-9]\d{2}, RequestID: [^,]{0,100}, (?<inner>.+)$/i },
    { shape: /^api error (?<inner>.+)$/i },
];
/** The SDK's frame inside a sentence; a status of 0 stays, since it tells that the API was never reached. */
const innerFrame = /operation error [\w ]{1,60}: \w{1,80}, https? response error StatusCode: [1-9]\d{2}, (?:RequestID: [^,]{0,100}, )?(?:api error )?/gi;
const requestTrailer = /[,;]? ?(?:status code: \d{3}, )?request id: ?[\w-]{0,60}$/i;
const longest = 4000;
/** Peels the wrappers off, outermost first, until the innermost statement is bare. */
function unwrap(evidence) {
    let words = tidy(readJsonError(evidence.message) ?? evidence.message);
    let name = evidence.errorName;
    let operation = evidence.operation;
    for (let layer = peel(words); layer !== undefined; layer = peel(words)) {
        words = layer.inner;
        name = layer.name ?? name;
        operation = layer.operation ?? operation;
    }
    words = words.replace(innerFrame, '').replace(requestTrailer, '');
    return toStatement(words, name, operation);
}
/** The statement as it was said, wrappers and all: for what only the wrapper tells. */
function unpeeled(evidence) {
    return toStatement(tidy(evidence.message), evidence.errorName, evidence.operation);
}
function toStatement(words, name, operation) {
    return { words, text: withoutNames(withName(words, name)), ...(operation === undefined ? {} : { operation }) };
}
/** A role called `ecr-secrets` or a service called `load-balancer` must not decide anything. */
function withoutNames(text) {
    return (text
        .replace(/^(?:\(service [^)]{1,300}\)|service [^()\s]{1,300}(?= (?:was|is|has|could|operations|failed to) ))(?: \((?:deployment|task|taskSet|instance|port) [^)]{1,200}\))*,? /i, '')
        .replace(/(arn:[\w-]{1,12}:[\w-]{1,40}:[\w-]{0,30}:\d{0,12}:[\w-]{1,40}[/:])([^\s"',)\]]{1,400})/g, (_, kind, name) => {
        const agent = /ecs-service-scheduler|codedeploy/i.exec(name)?.[0] ?? 'x';
        return `${kind}${agent}`;
    })
        // One sentence for both: what follows tells which of the two it was.
        .replace(/unable to pull secrets or registry auth: (?=.{0,3000}(?:unable to retrieve|pull registry auth))/i, '')
        .replace(/(\.dkr\.ecr\.[\w.-]{1,60}\/)[\w/-]{1,250}/g, '$1x'));
}
function peel(words) {
    for (const { shape, operation } of wrappers) {
        const groups = shape.exec(words)?.groups;
        if (groups === undefined)
            continue;
        const { inner = '', name, operation: named = operation } = groups;
        return {
            inner: inner.trim(),
            ...(name === undefined ? {} : { name }),
            ...(named === undefined ? {} : { operation: named }),
        };
    }
    return undefined;
}
/** One line with plain quotes; of a long text the beginning and the end, where causes stand. */
function tidy(message) {
    const whole = message.length <= longest ? message : `${message.slice(0, longest - 1000)} … ${message.slice(-997)}`;
    return whole
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u201c\u201d]/g, '"')
        .replace(/\\+(["'])/g, '$1')
        .replace(/\\+n/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
}
function withName(words, name) {
    return name === undefined || words.includes(name) ? words : `${name}: ${words}`;
}
/** SDK waiters and Lambda-like callers hand errors on as JSON. */
function readJsonError(message) {
    if (!message.trimStart().startsWith('{') || message.length > longest)
        return undefined;
    try {
        const parsed = JSON.parse(message);
        const fields = new Map(Object.entries(Object(parsed)));
        const texts = ['__type', 'errorType', 'code', 'Code', 'message', 'Message', 'errorMessage', 'reason'].flatMap((key) => {
            const value = fields.get(key);
            return typeof value === 'string' ? [value] : [];
        });
        return texts.length === 0 ? undefined : texts.join(': ');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/diagnose/recognise.ts




/** Finds the rule for one line: what is inside the wrappers first, then the line as it was said. */
function recognise(evidence) {
    const inner = unwrap(evidence);
    const whole = unpeeled(evidence);
    // A log line is nobody's wrapper: `FATAL:` in front of it is part of what it says.
    const attempts = evidence.source === 'log' || inner.text === whole.text ? [whole] : [inner, whole];
    for (const statement of attempts) {
        const subject = { statement, facts: readFacts(statement, evidence), source: evidence.source };
        const rule = recognise_find(subject, (candidate) => candidate.when) ?? recognise_find(subject, (candidate) => candidate.otherwise ?? []);
        if (rule !== undefined)
            return { evidence, rule, facts: subject.facts };
    }
    return { evidence, rule: unclassified, facts: readFacts(whole, evidence) };
}
function recognise_find(subject, patternsOf) {
    return rules.find((rule) => appliesTo(rule.from, subject.source) && patternsOf(rule).some((one) => matches(one, subject)));
}
function appliesTo(from, source) {
    // What an application prints about its own business is not what ECS says about the deployment.
    return from === undefined ? source !== 'log' : from.includes(source);
}
function matches(pattern, { statement, facts, source }) {
    if (pattern instanceof RegExp)
        return pattern.test(statement.text);
    const { all = [], operation, exits, from } = pattern;
    return ((from === undefined || from.includes(source)) &&
        (operation === undefined || operation.test(facts.operation ?? '')) &&
        (exits === undefined || (facts.exitCode !== undefined && exits(facts.exitCode))) &&
        all.every((part) => part.test(statement.text)));
}

;// CONCATENATED MODULE: ./src/diagnose/classify.ts


/**
 * Ranks the evidence (taxonomy, section 2): the refused call, the tasks, placement, health, what the controller says,
 * and symptoms only when nothing else is there. Ties go to the earliest.
 */
function classify(evidence) {
    const recognitions = evidence.map(recognise);
    const ranked = recognitions
        .map((recognition, index) => ({ recognition, index, stage: stageOf(recognition) }))
        .sort((one, other) => one.stage - other.stage || timeOf(one.recognition) - timeOf(other.recognition) || one.index - other.index);
    const first = ranked[0];
    if (first === undefined)
        return { label: unclassified.label, decisive: -1, recognitions };
    const winner = first.recognition.rule.rank === 'weak'
        ? (ranked.find((one) => details(one.recognition, first.recognition)) ?? first)
        : first;
    return { label: winner.recognition.rule.label, decisive: winner.index, recognitions };
}
/** Whether a recognition tells fully what `weak` leaves open; a pull can fail for reasons of two other categories. */
function details(candidate, weak) {
    if (candidate.rule.rank !== 'cause')
        return false;
    const category = categoryOf(weak);
    const open = category === 'image' ? [category, 'permission', 'network'] : [category];
    return open.includes(categoryOf(candidate));
}
/** `image` of `image/not-found`. */
function categoryOf({ rule }) {
    return rule.label.slice(0, rule.label.indexOf('/'));
}
const taskStages = { containerReason: 10, stoppedReason: 11, log: 12, exitCode: 13 };
/** Added to a task's stage where its line leaves the reason open. */
const leftOpen = 5;
const stages = {
    call: 0,
    placement: 20,
    lost: 25,
    health: 30,
    controller: 40,
    reading: 50,
    symptom: 60,
    unknown: 70,
    info: 80,
};
function stageOf(recognition) {
    const { rank, label } = recognition.rule;
    if (rank === 'info')
        return stages.info;
    if (label === unclassified.label)
        return stages.unknown;
    if (rank === 'symptom')
        return symptomStage(recognition);
    // How running tasks went away says less than why no new ones come.
    if (label === 'resource/spot' || label === 'resource/instance-lost')
        return stages.lost;
    return causeStage(recognition);
}
function causeStage(recognition) {
    const { rule, evidence, facts } = recognition;
    switch (evidence.source) {
        case 'apiError':
            // A refused read ends our looking, not the deployment.
            return /^(?:Describe|List|Get|BatchGet)/.test(facts.operation ?? '') ? stages.reading : stages.call;
        case 'event':
        case 'rollout':
            return eventStage(recognition);
        case 'health':
            return stages.health;
        case 'codedeploy':
        case 'cli':
            return controllerStage(recognition);
        default:
            return taskStages[evidence.source] + (rule.rank === 'weak' ? leftOpen : 0);
    }
}
function eventStage(recognition) {
    const category = categoryOf(recognition);
    if (category === 'healthcheck')
        return stages.health;
    if (category === 'rollback' || category === 'conflict')
        return stages.controller;
    return recognition.rule.rank === 'weak' ? stages.placement + 1 : stages.placement;
}
function controllerStage({ rule, evidence }) {
    return stages.controller + (evidence.source === 'cli' ? 1 : 0) + (rule.rank === 'weak' ? 2 : 0);
}
/** Among symptoms, the one that tells most. */
function symptomStage(recognition) {
    const order = ['healthcheck', 'container', 'rollback', 'timeout'];
    const place = order.indexOf(categoryOf(recognition));
    return stages.symptom + (place < 0 ? order.length : place);
}
function timeOf({ evidence }) {
    return evidence.at ?? 0;
}

;// CONCATENATED MODULE: ./src/diagnose/policy.ts
const trustLabels = { 'permission/assume-role': 'ecs-tasks.amazonaws.com' };
/** The smallest policy statement that allows what was refused, as a step; absent where nothing names the action. */
function policyStep({ rule, facts }) {
    const trusted = trustLabels[rule.label];
    if (trusted !== undefined) {
        const statement = { Effect: 'Allow', Principal: { Service: trusted }, Action: 'sts:AssumeRole' };
        return `Let ${holder(facts.role)} be trusted: \`${JSON.stringify(statement)}\``;
    }
    // An explicit deny is not lifted by one more allow.
    if (!rule.label.startsWith('permission/') || rule.label === 'permission/org-policy')
        return undefined;
    if (facts.action === undefined)
        return undefined;
    if (/explicit deny/i.test(facts.quote))
        return `Remove the explicit deny of ${facts.action} from the policies of ${holder(facts.role)}.`;
    return `Allow it in the policy of ${holder(facts.role)}: \`${JSON.stringify(statementFor(facts.action, facts.resource))}\``;
}
function statementFor(action, resource) {
    const statement = { Effect: 'Allow', Action: action, Resource: resource ?? '*' };
    if (action !== 'iam:PassRole')
        return statement;
    return { ...statement, Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } };
}
function holder(role) {
    return role === undefined ? 'the role' : `role ${role}`;
}

;// CONCATENATED MODULE: ./src/diagnose/diagnose.ts







/** Supporting evidence that is shown beside what decided. */
const mostSupporting = 4;
/** Says why a deployment failed. Pure; an empty dossier gives `unknown/unclassified`. */
function diagnose(dossier, context = {}) {
    const spoken = dossier.logs.flatMap((log) => log.lines.map((message) => ({ source: 'log', message, container: log.container, task: log.task })));
    const evidence = [...dossier.evidence, ...spoken];
    const classification = classify(evidence);
    const decisive = classification.recognitions[classification.decisive] ?? nothing;
    if (decisive.evidence === nothing.evidence)
        return { ...describe(decisive, context), ...pick(dossier) };
    return {
        ...describe(decisive, context),
        ...pick(dossier),
        evidence: arrange(classification, decisive),
        tasks: countTasks(classification, decisive),
    };
}
/** Says why a command failed before or beside any deployment: by AWS's refusal, the user's file, or the words alone. */
function diagnoseError(error, context = {}) {
    const refused = (0,errors/* findCause */.lO)(error, (one) => one instanceof errors/* AwsError */.Gy);
    const user = (0,errors/* findCause */.lO)(error, (one) => one instanceof errors/* UserError */.yo);
    const evidence = refused === undefined ? { source: 'cli', message: (0,errors/* describeError */.Uc)(error) } : errorEvidence(refused);
    const diagnosis = diagnose({ evidence: [evidence], logs: [], notes: [] }, context);
    if (user !== undefined)
        return userDiagnosis(user, diagnosis);
    if (refused === undefined || diagnosis.label !== unclassified.label)
        return diagnosis;
    const last = refused.status >= 500 ? { source: 'apiError', message: `status code: ${refused.status}` } : evidence;
    return { ...diagnose({ evidence: [last], logs: [], notes: [] }, context), evidence: [evidence] };
}
const nothing = recognise({ source: 'cli', message: '' });
function errorEvidence(error) {
    return {
        source: 'apiError',
        message: error.message,
        errorName: error.code,
        operation: `${error.service}:${error.operation}`,
    };
}
/** Our own refusals know best what to do and where; they are no evidence from AWS. */
function userDiagnosis(error, diagnosis) {
    const guessed = diagnosis.label.startsWith('config/') ? diagnosis.label : 'config/client';
    const { location = diagnosis.location, category = guessed, hint } = error;
    const reason = (0,errors/* describeError */.Uc)(error);
    const base = { ...diagnosis, label: category, reason, hint, next: [], evidence: [], retryable: false };
    return location === undefined ? base : { ...base, location };
}
function pick({ logs, notes }) {
    return { evidence: [], logs, notes, tasks: 0 };
}
function describe(recognition, context) {
    const known = withDefinitionNames(recognition, context);
    const { rule, facts } = known;
    const location = locateFault(known, context);
    const statement = policyStep(known);
    return {
        label: rule.label,
        reason: nameContainer(rule.reason(facts), facts.container),
        hint: rule.hint,
        next: statement === undefined ? rule.next : [statement, ...rule.next],
        retryable: rule.retryable,
        ...(location === undefined ? {} : { location }),
    };
}
/** A container's line that does not name its image gets it from the definition. */
function withDefinitionNames(recognition, { taskDefinition }) {
    const { facts } = recognition;
    if (facts.image !== undefined || categoryOf(recognition) !== 'image' || facts.container === undefined)
        return recognition;
    const containers = (0,json/* objectsAt */.yR)(taskDefinition?.document, ['containerDefinitions']);
    const image = (0,json/* textAt */.$6)(containers.find((one) => one['name'] === facts.container), ['image']);
    return image === undefined ? recognition : { ...recognition, facts: { ...facts, image } };
}
function nameContainer(reason, container) {
    return container === undefined || reason.includes(`container ${container}`)
        ? reason
        : `${reason} (container ${container})`;
}
/** The deciding line, then what supports it: same label first, nothing said twice, normal lines and noise left out. */
function arrange({ recognitions }, decisive) {
    const supporting = recognitions.filter(({ rule, evidence }) => {
        return rule.rank !== 'info' && rule.label !== unclassified.label && evidence.source !== 'log';
    });
    const own = supporting.filter((one) => one.rule.label === decisive.rule.label);
    const others = supporting.filter((one) => one.rule.label !== decisive.rule.label);
    const told = [decisive];
    for (const one of [...own, ...others]) {
        if (told.length <= mostSupporting && !told.some((other) => saysTheSame(one, other)))
            told.push(one);
    }
    return told.map((one) => one.evidence);
}
/** Two lines are the same news when, ids and numbers aside, one holds the other: an event quotes a task's reason. */
function saysTheSame(one, other) {
    if (one.rule.label !== other.rule.label)
        return false;
    const [a, b] = [wordsOf(one.evidence), wordsOf(other.evidence)];
    return a.includes(b) || b.includes(a);
}
function wordsOf({ message }) {
    return message.replace(/\b[0-9a-f-]{8,}\b|\d+/gi, '#').replace(/\W+$/, '');
}
function countTasks({ recognitions }, decisive) {
    const category = categoryOf(decisive);
    return new Set(recognitions.filter((one) => categoryOf(one) === category).flatMap((one) => one.evidence.task ?? []))
        .size;
}

// EXTERNAL MODULE: ./src/model/ecs.ts
var ecs = __webpack_require__(8108);
;// CONCATENATED MODULE: ./src/diagnose/log-stream.ts
/**
 * The CloudWatch stream of one container of one task: `prefix/container/task`; without a prefix (EC2 only) the
 * runtime's container id (AWS: using_awslogs, "awslogs-stream-prefix").
 */
function findLogPlace(definition, container, task) {
    const name = container.name ?? '';
    const configuration = definition.containerDefinitions?.find((one) => one.name === name)?.logConfiguration;
    if (configuration === undefined) {
        return {
            kind: 'nowhere',
            reason: `container ${name} has no log driver: add a \`logConfiguration\` to keep what it writes`,
        };
    }
    const { logDriver, options = {} } = configuration;
    if (logDriver !== 'awslogs')
        return { kind: 'nowhere', reason: `container ${name} logs with ${logDriver}: look there` };
    const group = options['awslogs-group'];
    const prefix = options['awslogs-stream-prefix'];
    const stream = prefix === undefined ? container.runtimeId : `${prefix}/${name}/${task}`;
    if (group === undefined || stream === undefined)
        return { kind: 'nowhere', reason: `container ${name}: its log stream cannot be told` };
    return { kind: 'stream', group, stream, region: options['awslogs-region'] };
}

;// CONCATENATED MODULE: ./src/diagnose/service-news.ts

/** Events newer than `since` (ms, AWS's clock) that tell of a failure, oldest first. */
function readEvents(service, since) {
    return (service.events ?? [])
        .map((event) => ({ source: 'event', message: event.message ?? '', at: event.createdAt?.getTime() ?? 0 }))
        .filter((event) => (event.at ?? 0) >= since && isBadNews(event))
        .reverse();
}
/** Why the deployments with these ids failed, in the scheduler's words. */
function readRollouts(service, ids) {
    return (service.deployments ?? [])
        .filter((deployment) => ids.has(deployment.id ?? '') && deployment.rolloutState === 'FAILED')
        .flatMap(({ rolloutStateReason }) => rolloutStateReason === undefined ? [] : [{ source: 'rollout', message: rolloutStateReason }]);
}
/** Blue/green names the true cause after "because" in the status reason. */
function readStatusReasons(briefs) {
    return briefs
        .filter((brief) => brief.status !== 'SUCCESSFUL')
        .flatMap(({ statusReason }) => statusReason === undefined || statusReason === '' ? [] : [{ source: 'rollout', message: statusReason }])
        .filter(isBadNews);
}
/** Targets that their group calls unhealthy; starting and draining ones are normal during a rollout. */
function readTargets(group, targets) {
    return targets
        .filter((target) => target.state === 'unhealthy' || target.state === 'unavailable')
        .map(({ target, state, reason, description }) => ({
        source: 'health',
        message: `target ${target} is ${state} in ${group}: ${[reason, description].filter(Boolean).join(': ')}`,
    }));
}
/** ARNs of the service's target groups. */
function targetGroupsOf(service) {
    const balancers = [service.loadBalancers, ...(service.taskSets ?? []).map((one) => one.loadBalancers)].flatMap((list) => list ?? []);
    return [
        ...new Set(balancers
            .flatMap((one) => [one.targetGroupArn, one.advancedConfiguration?.alternateTargetGroupArn])
            .filter((arn) => arn !== undefined)),
    ];
}
/** Whether tasks of the service run on container instances that the user has to bring. */
function needsInstances(service) {
    if (service.launchType !== undefined)
        return service.launchType !== 'FARGATE';
    const providers = (service.capacityProviderStrategy ?? []).map((one) => one.capacityProvider ?? '');
    return providers.length > 0 && !providers.some((provider) => provider.startsWith('FARGATE'));
}
const words = /fail|unhealthy|error|throttl|unable|missing|alarm|rolling back|could not|insufficient|limit|denied/i;
function isBadNews(evidence) {
    const { rule } = recognise(evidence);
    if (rule.rank === 'info')
        return false;
    return rule.label !== 'unknown/unclassified' || words.test(evidence.message);
}

;// CONCATENATED MODULE: ./src/diagnose/stopped-task.ts

/** What a stopped task says about itself, the container's own words first. */
function readTask(task) {
    const id = taskId(task);
    const at = task.stoppedAt ?? task.stoppingAt;
    const common = { task: id, ...(at === undefined ? {} : { at: at.getTime() }) };
    const containers = (task.containers ?? []).flatMap((container) => readContainer(container).map((one) => ({ ...one, ...common })));
    if (task.stoppedReason === undefined)
        return containers;
    const stopCode = task.stopCode === undefined ? {} : { stopCode: task.stopCode };
    return [...containers, { source: 'stoppedReason', message: task.stoppedReason, ...stopCode, ...common }];
}
/** Whether the scheduler or a person ended the task for reasons of their own: a scale-in is no failure. */
function isScaledIn(task) {
    return task.stopCode === 'UserInitiated' || /^Scaling activity initiated by/i.test(task.stoppedReason ?? '');
}
/** Whether the task ended because of what it is, and not because somebody or its host ended it. */
function diedByItself(task) {
    return !isScaledIn(task) && task.stopCode !== 'SpotInterruption' && task.stopCode !== 'TerminationNotice';
}
/** Containers whose log may tell something, worst first: those that failed, else all that ran. */
function failedContainers(task) {
    // Without an exit code the process never ran and wrote nothing.
    const ran = (task.containers ?? []).filter((container) => container.exitCode !== undefined);
    const failed = ran.filter((container) => container.exitCode !== 0 || container.healthStatus === 'UNHEALTHY');
    return failed.length === 0 ? ran : failed;
}
/** Id of a task: the last part of its ARN. */
function taskId(task) {
    return (0,ecs/* shortName */.E)(task.taskArn ?? '');
}
function readContainer(container) {
    const named = container.name === undefined ? {} : { container: container.name };
    const { exitCode, reason } = container;
    const evidence = [];
    if (reason !== undefined && reason !== '')
        evidence.push({ source: 'containerReason', message: reason, ...named });
    if (container.healthStatus === 'UNHEALTHY')
        evidence.push({ source: 'health', message: 'UNHEALTHY', ...named });
    if (exitCode !== undefined && exitCode !== 0) {
        evidence.push({
            source: 'exitCode',
            message: `container ${container.name ?? ''} exited with code ${exitCode}`,
            exitCode,
            ...named,
        });
    }
    return evidence;
}

;// CONCATENATED MODULE: ./src/diagnose/gather.ts





const lastLines = 20;
const tasksWithLogs = 2;
/** A gatherer for one deployment. */
function createGatherer(options) {
    const tasks = new Map();
    const notes = new Set();
    const { aws, name } = options;
    const look = async () => {
        const stopped = await attempt(notes, 'stopped tasks', () => aws.ecs.listStoppedTasks(name, options.deploymentIds));
        for (const task of stopped ?? []) {
            // Exit codes appear only once a task has come to rest.
            if (tasks.get(taskId(task))?.lastStatus !== 'STOPPED')
                tasks.set(taskId(task), task);
        }
        return [...tasks.values()].filter(diedByItself).length;
    };
    const dossier = async () => {
        const [service] = await Promise.all([attempt(notes, 'the service', () => aws.ecs.describeService(name)), look()]);
        const failed = [...tasks.values()].filter((task) => !isScaledIn(task)).sort(byStop);
        const [news, logs] = await Promise.all([readService(service, options, notes), readLogs(failed, options, notes)]);
        return { evidence: [...failed.flatMap(readTask), ...news], logs, notes: [...notes] };
    };
    return { look, dossier };
}
async function readService(service, options, notes) {
    if (service === undefined)
        return [];
    const { since, deploymentIds } = options;
    const [statuses, targets, instances] = await Promise.all([
        readStatuses(options, notes),
        readTargetHealth(service, options, notes),
        readInstances(service, options, notes),
    ]);
    return [...readEvents(service, since), ...readRollouts(service, deploymentIds), ...statuses, ...targets, ...instances];
}
async function readStatuses({ aws, name, since }, notes) {
    const briefs = await attempt(notes, 'service deployments', () => aws.ecs.listServiceDeployments(name, { createdAfter: since }));
    return readStatusReasons(briefs ?? []);
}
async function readTargetHealth(service, { aws }, notes) {
    const groups = targetGroupsOf(service);
    const healths = await Promise.all(groups.map(async (group) => readTargets(group, (await attempt(notes, 'target health', () => aws.targetGroups.readHealth(group))) ?? [])));
    return healths.flat();
}
async function readInstances(service, { aws, name }, notes) {
    if (!needsInstances(service))
        return [];
    const cluster = await attempt(notes, 'the cluster', () => aws.ecs.describeCluster(name.cluster));
    if (cluster?.registeredContainerInstancesCount !== 0)
        return [];
    return [{ source: 'event', message: `No container instances are registered in cluster ${(0,ecs/* shortName */.E)(name.cluster)}` }];
}
/** The newest tasks only: the others die of the same. */
async function readLogs(failed, options, notes) {
    const { taskDefinition } = options;
    if (taskDefinition === undefined)
        return [];
    const wanted = failed
        .slice(-tasksWithLogs)
        .flatMap((task) => failedContainers(task).map((container) => ({ task: taskId(task), container })));
    const excerpts = await Promise.all(wanted.map((one) => readLog({ ...one, taskDefinition }, options.aws, notes)));
    return excerpts.flat();
}
async function readLog({ task, container, taskDefinition }, aws, notes) {
    const place = findLogPlace(taskDefinition, container, task);
    if (place.kind === 'nowhere') {
        notes.add(place.reason);
        return [];
    }
    const { group, stream, region = aws.region } = place;
    const name = container.name ?? '';
    const read = () => aws.logs.readLastLines({ group, stream, region, limit: lastLines });
    const lines = (await attempt(notes, `logs of ${name}`, read)) ?? [];
    return lines.length === 0 ? [] : [{ container: name, task, group, stream, lines }];
}
/** The answer, or undefined with a note that names what is missing. */
async function attempt(notes, what, read) {
    try {
        return await read();
    }
    catch (error) {
        notes.add(`${what}: ${whyNot(error)}`);
        return undefined;
    }
}
function whyNot(error) {
    const refused = (0,errors/* findCause */.lO)(error, (one) => one instanceof errors/* AwsError */.Gy);
    if (refused === undefined)
        return `could not be read (${(0,errors/* describeError */.Uc)(error)})`;
    const action = /perform:? ([\w-]+:\w+)/.exec(refused.message)?.[1] ?? `${refused.service}:${refused.operation}`;
    return /AccessDenied|NotAuthorized|Unauthorized/i.test(refused.code)
        ? `no permission for ${action}`
        : `could not be read (${(0,errors/* describeError */.Uc)(refused)})`;
}
function byStop(one, other) {
    return (one.stoppedAt?.getTime() ?? 0) - (other.stoppedAt?.getTime() ?? 0);
}

;// CONCATENATED MODULE: ./src/diagnose/index.ts




/***/ })

};

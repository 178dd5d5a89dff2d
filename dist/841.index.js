export const id = 841;
export const ids = [841];
export const modules = {

/***/ 9841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runChecks: () => (/* binding */ runChecks),
  verdictOf: () => (/* binding */ verdictOf)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/verify/question.ts

const denials = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'Forbidden',
    'UnauthorizedException',
    'UnauthorizedOperation',
]);
/**
 * A question to AWS as a finding. Where the permission is missing nothing is known, which is a warning; any other
 * refusal is a failure, so that expired credentials cannot pass for a good result.
 */
async function ask(question, answer) {
    try {
        return { ...question, ...(await answer()) };
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        return { ...question, ...explainRefusal(error) };
    }
}
function explainRefusal(error) {
    // Without credentials nothing can be asked: that is one failure, and not one of each check.
    if (error.code === 'CredentialsProviderError')
        throw error;
    if (!denials.has(error.code))
        return { status: 'failed', message: `could not check: ${(0,errors/* describeError */.Uc)(error)}` };
    const permission = missingPermission(error);
    return {
        status: 'warning',
        message: `could not check (missing permission ${permission})`,
        hint: `Allow ${permission} to the role that runs this step.`,
    };
}
// IAM names the action it refused, which may be another one than was called: kms:Decrypt behind a parameter.
function missingPermission({ message, service, operation }) {
    const [, named] = /not authorized to perform:? ([a-z0-9-]+:\w+)/i.exec(message) ?? [];
    return named ?? `${service}:${operation}`;
}

;// CONCATENATED MODULE: ./src/verify/checks/cluster.ts

/** The cluster exists and takes services. */
const cluster = {
    name: 'cluster',
    needsAws: true,
    async run({ config }, aws) {
        const question = { check: 'cluster', subject: config.cluster, location: { file: config.file } };
        return [await ask(question, async () => judge((await aws.ecs.describeCluster(config.cluster))?.status))];
    },
};
function judge(status) {
    if (status === 'ACTIVE')
        return { status: 'ok', message: 'is ACTIVE' };
    const hint = 'Correct "cluster" or "region" in the config, or create the cluster.';
    return { status: 'failed', message: status === undefined ? 'does not exist in this region' : `is ${status}`, hint };
}

// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
// EXTERNAL MODULE: ./src/plan/service-document.ts
var service_document = __webpack_require__(2564);
;// CONCATENATED MODULE: ./src/verify/containers.ts


/** The objects of the list at `path` of a definition. */
function listItems(definition, path) {
    const list = (0,json/* valueAt */.fK)(definition?.document, path);
    if (definition === undefined || !(0,json/* isList */.Lv)(list))
        return [];
    return list.flatMap((value, index) => ((0,json/* isObject */.Gv)(value) ? [makeItem(definition, value, [...path, index])] : []));
}
/** The objects of the list at `key` of an item, with places of their own. */
function listWithin(item, key) {
    const list = item.value[key];
    if (!(0,json/* isList */.Lv)(list))
        return [];
    return list.flatMap((value, index) => (0,json/* isObject */.Gv)(value)
        ? [{ value, name: (0,json/* textAt */.$6)(value, ['name']) ?? '', locate: (...path) => item.locate(key, index, ...path) }]
        : []);
}
/** The containers of the task definition. */
function listContainers({ taskDefinition }) {
    return listItems(taskDefinition, ['containerDefinitions']);
}
/** Whether the tasks are made for Fargate, as the task definition or the service definition says. */
function runsOnFargate({ taskDefinition, service }) {
    const compatibilities = (0,json/* valueAt */.fK)(taskDefinition?.document, ['requiresCompatibilities']);
    if ((0,json/* isList */.Lv)(compatibilities) && compatibilities.includes('FARGATE'))
        return true;
    return service !== undefined && (0,service_document/* kindOf */.I)(undefined, service.document).fargate;
}
/** Whether a reference names an image in ECR. */
function isEcrImage(reference) {
    return /^\d{12}\.dkr[.-]ecr[.-]/.test(reference);
}
function makeItem(definition, value, path) {
    return {
        value,
        name: (0,json/* textAt */.$6)(value, ['name']) ?? '',
        locate: (...below) => definition.locate([...path, ...below]),
    };
}

;// CONCATENATED MODULE: ./src/verify/checks/container.ts


/** Every container has a name of its own and an image. */
const container = {
    name: 'container',
    needsAws: false,
    run(subject) {
        const containers = listContainers(subject);
        if (containers.length > 0)
            return containers.map((one) => ({ ...container_judge(one, containers), ...place(one) }));
        const { taskDefinition } = subject;
        if (taskDefinition === undefined)
            return [];
        return [
            {
                ...failed('the task definition has no container', 'Add one under containerDefinitions.'),
                check: 'container',
                subject: taskDefinition.file,
                location: taskDefinition.locate(['containerDefinitions']),
            },
        ];
    },
};
function container_judge(one, all) {
    if (one.name === '')
        return failed('has no name', 'Give the container a name.');
    if (all.some((other) => other !== one && other.name === one.name)) {
        return failed('has the name of another container', 'Give each container a name of its own.');
    }
    if (((0,json/* textAt */.$6)(one.value, ['image']) ?? '') === '')
        return failed('has no image', 'Name the image to run.');
    return { status: 'ok', message: 'has a name and an image' };
}
function failed(message, hint) {
    return { status: 'failed', message, hint };
}
function place(one) {
    return { check: 'container', subject: one.name, location: one.locate() };
}

;// CONCATENATED MODULE: ./src/verify/checks/execution-role.ts


/**
 * The execution role is there where ECS acts for the task before it runs: for secrets always, for ECR, private
 * registries and awslogs on Fargate, where no instance has a role of its own (ECS developer guide, "Task execution IAM
 * role").
 */
const executionRole = {
    name: 'execution-role',
    needsAws: false,
    run(subject) {
        const { taskDefinition } = subject;
        const reasons = [...new Set(listContainers(subject).flatMap((container) => listReasons(container, subject)))];
        if (taskDefinition === undefined || reasons.length === 0)
            return [];
        const role = (0,json/* textAt */.$6)(taskDefinition.document, ['executionRoleArn']) ?? '';
        const place = { check: 'execution-role', location: taskDefinition.locate(['executionRoleArn']) };
        if (role !== '')
            return [{ ...place, subject: role, status: 'ok', message: 'is set' }];
        return [
            {
                ...place,
                subject: 'executionRoleArn',
                status: 'failed',
                message: `is missing, but needed for ${reasons.join(', ')}`,
                hint: 'Set executionRoleArn to a role with the policy AmazonECSTaskExecutionRolePolicy and access to the secrets.',
            },
        ];
    },
};
function listReasons(container, subject) {
    const reasons = listWithin(container, 'secrets').length > 0 ? ['secrets'] : [];
    if (!runsOnFargate(subject))
        return reasons;
    if (isEcrImage((0,json/* textAt */.$6)(container.value, ['image']) ?? ''))
        reasons.push('images in ECR');
    if (container.value['repositoryCredentials'] !== undefined)
        reasons.push('private registries');
    if ((0,json/* textAt */.$6)(container.value, ['logConfiguration', 'logDriver']) === 'awslogs')
        reasons.push('the awslogs driver');
    return reasons;
}

// EXTERNAL MODULE: ./src/plan/normalise-task-definition.ts
var normalise_task_definition = __webpack_require__(9961);
;// CONCATENATED MODULE: ./src/verify/checks/fargate-size.ts



/**
 * CPU units to MiB of memory that Fargate offers with them (ECS developer guide, "Task CPU and memory"): single values,
 * or from, to and step.
 */
const sizes = new Map([
    [256, [512, 1024, 2048]],
    [512, range(1024, 4096, 1024)],
    [1024, range(2048, 8192, 1024)],
    [2048, range(4096, 16384, 1024)],
    [4096, range(8192, 30720, 1024)],
    [8192, range(16384, 61440, 4096)],
    [16384, range(32768, 122880, 8192)],
]);
/** CPU and memory of the task are a pair that Fargate offers. */
const fargateSize = {
    name: 'fargate-size',
    needsAws: false,
    run(subject) {
        const { taskDefinition } = subject;
        return taskDefinition !== undefined && runsOnFargate(subject) ? [fargate_size_judge(taskDefinition)] : [];
    },
};
function fargate_size_judge(taskDefinition) {
    const [cpu, memory] = [amountOf(taskDefinition, 'cpu'), amountOf(taskDefinition, 'memory')];
    const fault = describeFault(cpu, memory);
    const wrong = sizes.has(cpu) ? 'memory' : 'cpu';
    return {
        check: 'fargate-size',
        subject: `cpu ${describeAmount(cpu)}, memory ${describeAmount(memory)}`,
        ...(fault ?? { status: 'ok', message: 'is a size that Fargate offers' }),
        location: taskDefinition.locate([wrong]),
    };
}
function describeFault(cpu, memory) {
    const offered = sizes.get(cpu);
    if (offered === undefined) {
        const hint = Number.isNaN(cpu)
            ? `Set cpu of the task to one of ${[...sizes.keys()].join(', ')}.`
            : `Set cpu to ${nearest([...sizes.keys()], cpu).join(' or ')}.`;
        return { status: 'failed', message: 'Fargate does not offer this cpu', hint };
    }
    if (offered.includes(memory))
        return undefined;
    const hint = `With cpu ${cpu} memory can be ${describeOffer(offered)}; nearest: ${nearest(offered, memory).join(' or ')}.`;
    return { status: 'failed', message: `Fargate does not offer this memory with cpu ${cpu}`, hint };
}
function describeOffer(offered) {
    const [first, second, third] = offered;
    if (first === undefined || second === undefined || third === undefined || third - second !== second - first) {
        return offered.join(', ');
    }
    return `${first} to ${offered.at(-1)} in steps of ${second - first}`;
}
/** The offered values beside a wrong one, the smaller first; the smallest where nothing was given. */
function nearest(offered, wanted) {
    const below = offered.findLast((value) => value < wanted);
    const above = offered.find((value) => value > wanted);
    const beside = [below, above].filter((value) => value !== undefined);
    return beside.length === 0 ? offered.slice(0, 1) : beside;
}
// NaN where there is none or it cannot be read.
function amountOf({ document }, key) {
    const value = (0,json/* valueAt */.fK)(document, [key]);
    if (typeof value === 'number')
        return value;
    if (typeof value !== 'string' || value === '')
        return Number.NaN;
    return Number((key === 'cpu' ? (0,normalise_task_definition/* normaliseCpu */.rr)(value) : (0,normalise_task_definition/* normaliseMemory */.Sp)(value)) ?? Number.NaN);
}
function describeAmount(amount) {
    return Number.isNaN(amount) ? 'missing' : String(amount);
}
function range(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

;// CONCATENATED MODULE: ./src/verify/checks/image.ts



/** The images of the containers exist. */
const image_image = {
    name: 'image',
    needsAws: true,
    run(subject, aws) {
        const questions = listContainers(subject).flatMap((container) => {
            const reference = (0,json/* textAt */.$6)(container.value, ['image']) ?? '';
            if (reference === '')
                return [];
            const question = {
                check: 'image',
                subject: `${container.name} (${reference})`,
                location: container.locate('image'),
            };
            return [ask(question, async () => image_judge(await aws.images.findImage(reference)))];
        });
        return Promise.all(questions);
    },
};
function image_judge(lookup) {
    switch (lookup.kind) {
        case 'found':
            return { status: 'ok', message: lookup.digest === '' ? 'exists' : `exists: ${lookup.digest}` };
        case 'absent':
            return {
                status: 'failed',
                message: lookup.message,
                hint: 'Push the image before this step, or correct its repository or tag.',
            };
        case 'elsewhere':
            return { status: 'skipped', message: 'is not in ECR; only ECR is asked' };
    }
}

;// CONCATENATED MODULE: ./src/verify/checks/load-balancer.ts


/** Load balancers name a container, and a port that it opens. */
const loadBalancer = {
    name: 'load-balancer',
    needsAws: false,
    run(subject) {
        if (subject.taskDefinition === undefined)
            return [];
        return listItems(subject.service, ['loadBalancers']).map((one) => load_balancer_judge(one, subject));
    },
};
function load_balancer_judge(one, subject) {
    const name = (0,json/* textAt */.$6)(one.value, ['containerName']) ?? '';
    const port = (0,json/* numberAt */.tk)(one.value, ['containerPort']);
    const place = { check: 'load-balancer', subject: `${name}:${port ?? ''}` };
    const containers = listContainers(subject);
    const container = containers.find((candidate) => candidate.name === name);
    if (container === undefined) {
        const names = containers.map((candidate) => candidate.name).join(', ');
        const location = one.locate('containerName');
        const message = `the task definition has no container ${name || 'without a name'}`;
        return { ...place, status: 'failed', message, hint: `Name one of its containers: ${names}.`, location };
    }
    const location = one.locate('containerPort');
    const mappings = listWithin(container, 'portMappings');
    if (port !== undefined && mappings.some((mapping) => opens(mapping, port))) {
        return { ...place, status: 'ok', message: 'is a port of the container', location };
    }
    const ports = mappings.flatMap(({ value }) => (0,json/* numberAt */.tk)(value, ['containerPort']) ?? []).join(', ');
    const hint = `Add the port to portMappings of ${name}, or name one that is there: ${ports || 'none'}.`;
    return { ...place, status: 'failed', message: `the container ${name} does not open this port`, hint, location };
}
function opens({ value }, port) {
    if ((0,json/* numberAt */.tk)(value, ['containerPort']) === port)
        return true;
    const [first, last] = ((0,json/* textAt */.$6)(value, ['containerPortRange']) ?? '').split('-').map(Number);
    return first !== undefined && last !== undefined && first <= port && port <= last;
}

;// CONCATENATED MODULE: ./src/verify/checks/log-options.ts


/** The options that the awslogs driver asks for are there. */
const logOptions = {
    name: 'log-options',
    needsAws: false,
    run: (subject) => listAwslogs(subject).map((container) => log_options_judge(container, runsOnFargate(subject))),
};
/** The containers that write to CloudWatch Logs. */
function listAwslogs(subject) {
    return listContainers(subject).filter(({ value }) => (0,json/* textAt */.$6)(value, ['logConfiguration', 'logDriver']) === 'awslogs');
}
/** An option of the log driver; empty where it is not set. */
function logOption({ value }, option) {
    return (0,json/* textAt */.$6)(value, ['logConfiguration', 'options', option]) ?? '';
}
function log_options_judge(container, fargate) {
    const missing = ['awslogs-group', 'awslogs-region'].filter((option) => logOption(container, option) === '');
    const place = {
        check: 'log-options',
        subject: container.name,
        location: container.locate('logConfiguration', 'options'),
    };
    if (missing.length > 0) {
        return {
            ...place,
            status: 'failed',
            message: `the awslogs driver lacks ${missing.join(' and ')}`,
            hint: 'Add it to the options of logConfiguration.',
        };
    }
    if (fargate && logOption(container, 'awslogs-stream-prefix') === '') {
        return {
            ...place,
            status: 'warning',
            message: 'the awslogs driver has no awslogs-stream-prefix, which Fargate asks for',
            hint: 'Add awslogs-stream-prefix, for example the name of the service.',
        };
    }
    return { ...place, status: 'ok', message: 'the awslogs driver has its options' };
}

;// CONCATENATED MODULE: ./src/verify/checks/log-group.ts


/** The log groups of the awslogs driver exist, or the driver creates them. Nothing is written. */
const logGroup = {
    name: 'log-group',
    needsAws: true,
    run(subject, aws) {
        const containers = listAwslogs(subject).filter((container) => logOption(container, 'awslogs-group') !== '');
        return Promise.all(containers.map((container) => {
            const group = logOption(container, 'awslogs-group');
            const question = {
                check: 'log-group',
                subject: `${container.name} (${group})`,
                location: container.locate('logConfiguration', 'options', 'awslogs-group'),
            };
            return ask(question, () => log_group_judge(container, aws));
        }));
    },
};
async function log_group_judge(container, aws) {
    const region = logOption(container, 'awslogs-region') || aws.region;
    if (await aws.logs.hasGroup(logOption(container, 'awslogs-group'), region))
        return { status: 'ok', message: 'exists' };
    if (logOption(container, 'awslogs-create-group') === 'true') {
        return { status: 'ok', message: 'does not exist yet; the log driver creates it' };
    }
    return {
        status: 'failed',
        message: `does not exist in ${region}`,
        hint: 'Create the log group, or set awslogs-create-group to "true" and allow logs:CreateLogGroup to the execution role.',
    };
}

;// CONCATENATED MODULE: ./src/verify/checks/network.ts


/** Network mode, network configuration and host ports fit together. */
const network = {
    name: 'network',
    needsAws: false,
    run(subject) {
        const { taskDefinition } = subject;
        if (taskDefinition === undefined)
            return [];
        const mode = (0,json/* textAt */.$6)(taskDefinition.document, ['networkMode']) ?? '';
        return [
            ...judgeMode(subject, taskDefinition, mode),
            ...judgeService(subject, mode),
            ...(mode === 'awsvpc' ? listContainers(subject).flatMap(judgePorts) : []),
        ];
    },
};
function judgeMode(subject, taskDefinition, mode) {
    if (mode === 'awsvpc' || !runsOnFargate(subject))
        return [];
    return [
        {
            check: 'network',
            subject: 'networkMode',
            status: 'failed',
            message: `Fargate takes the network mode awsvpc only, not ${mode || 'the default bridge'}`,
            hint: 'Set networkMode to awsvpc.',
            location: taskDefinition.locate(['networkMode']),
        },
    ];
}
function judgeService({ service }, mode) {
    if (service === undefined)
        return [];
    const subnets = (0,json/* valueAt */.fK)(service.document, ['networkConfiguration', 'awsvpcConfiguration', 'subnets']);
    const configured = (0,json/* isList */.Lv)(subnets) && subnets.length > 0;
    const place = {
        check: 'network',
        subject: 'networkConfiguration',
        location: service.locate(['networkConfiguration', 'awsvpcConfiguration']),
    };
    if (mode === 'awsvpc' && !configured) {
        const hint = 'Add networkConfiguration.awsvpcConfiguration with subnets and security groups.';
        return [{ ...place, status: 'failed', message: 'the network mode awsvpc needs subnets', hint }];
    }
    if (mode !== 'awsvpc' && configured) {
        const hint = 'Set networkMode to awsvpc in the task definition, or remove networkConfiguration.';
        const message = `a network configuration goes with the network mode awsvpc, not ${mode || 'the default bridge'}`;
        return [{ ...place, status: 'failed', message, hint }];
    }
    return mode === 'awsvpc' ? [{ ...place, status: 'ok', message: 'names subnets' }] : [];
}
function judgePorts(container) {
    return listWithin(container, 'portMappings').flatMap((mapping) => {
        const host = (0,json/* numberAt */.tk)(mapping.value, ['hostPort']);
        const port = (0,json/* numberAt */.tk)(mapping.value, ['containerPort']);
        if (host === undefined || host === 0 || host === port)
            return [];
        return [
            {
                check: 'network',
                subject: `${container.name} port ${port ?? ''}`.trimEnd(),
                status: 'failed',
                message: `under awsvpc the host port is the container port, not ${host}`,
                hint: 'Remove hostPort, or give it the value of containerPort.',
                location: mapping.locate('hostPort'),
            },
        ];
    });
}

;// CONCATENATED MODULE: ./src/verify/checks/port-name.ts


/** Service Connect and VPC Lattice name ports that a container's port mapping is called. */
const portName = {
    name: 'port-name',
    needsAws: false,
    run(subject) {
        if (subject.taskDefinition === undefined)
            return [];
        const names = new Set(listContainers(subject).flatMap((container) => listWithin(container, 'portMappings').map(({ name }) => name)));
        return listUsers(subject).map((user) => port_name_judge(user, names));
    },
};
function listUsers({ service }) {
    return [
        ...listItems(service, ['serviceConnectConfiguration', 'services']),
        ...listItems(service, ['vpcLatticeConfigurations']),
    ];
}
function port_name_judge(user, names) {
    const name = (0,json/* textAt */.$6)(user.value, ['portName']) ?? '';
    const place = { check: 'port-name', subject: name, location: user.locate('portName') };
    if (name !== '' && names.has(name))
        return { ...place, status: 'ok', message: 'is the name of a port mapping' };
    const known = [...names].filter((one) => one !== '').join(', ');
    const hint = `Give a port mapping this name, or use one that is there: ${known || 'none'}.`;
    return { ...place, status: 'failed', message: 'no port mapping of the task definition has this name', hint };
}

;// CONCATENATED MODULE: ./src/verify/checks/reference.ts


/** Lists of a container whose items name something else of the task definition. */
const references = [
    { list: 'dependsOn', key: 'containerName', noun: 'container' },
    { list: 'volumesFrom', key: 'sourceContainer', noun: 'container' },
    { list: 'mountPoints', key: 'sourceVolume', noun: 'volume' },
];
/** Containers and volumes that containers name exist in the task definition. */
const reference = {
    name: 'reference',
    needsAws: false,
    run(subject) {
        const containers = listContainers(subject);
        const known = {
            container: namesOf(containers),
            volume: namesOf(listItems(subject.taskDefinition, ['volumes'])),
        };
        return containers.flatMap((container) => references.flatMap((kind) => listWithin(container, kind.list)
            .filter(({ value }) => !known[kind.noun].has((0,json/* textAt */.$6)(value, [kind.key]) ?? ''))
            .map((item) => describeDangling(container, item, kind))));
    },
};
function describeDangling(container, item, { list, key, noun }) {
    const name = (0,json/* textAt */.$6)(item.value, [key]) ?? '';
    return {
        check: 'reference',
        subject: `${container.name} ${list}`,
        status: 'failed',
        message: `the task definition has no ${noun} ${name}`.trimEnd(),
        hint: `Add the ${noun}, or correct ${key}.`,
        location: item.locate(key),
    };
}
function namesOf(items) {
    return new Set(items.map(({ name }) => name).filter((name) => name !== ''));
}

;// CONCATENATED MODULE: ./src/verify/checks/secret.ts



/** The secrets and parameters that containers and log drivers read have values. */
const secret = {
    name: 'secret',
    needsAws: true,
    run(subject, aws, { getSecrets }) {
        return Promise.all(listSecrets(subject).map((one) => getSecrets
            ? ask(one.question, () => secret_judge(one.valueFrom, aws))
            : { ...one.question, status: 'skipped', message: 'values are not read (--no-get-secrets)' }));
    },
};
/** Every secret says its name and where its value is. */
const secretReference = {
    name: 'secret-reference',
    needsAws: false,
    run: (subject) => listContainers(subject).flatMap((container) => secretsOf(container)
        .filter(({ name, value }) => name === '' || ((0,json/* textAt */.$6)(value, ['valueFrom']) ?? '') === '')
        .map((item) => ({
        check: 'secret-reference',
        subject: `${container.name} ${item.name}`.trimEnd(),
        status: 'failed',
        message: item.name === '' ? 'a secret has no name' : 'has no valueFrom',
        hint: 'Give the name of the variable, and the ARN of the secret or the name of the parameter.',
        location: item.locate(),
    }))),
};
function listSecrets(subject) {
    return listContainers(subject).flatMap((container) => secretsOf(container).flatMap((item) => {
        const valueFrom = (0,json/* textAt */.$6)(item.value, ['valueFrom']) ?? '';
        if (valueFrom === '')
            return [];
        const question = {
            check: 'secret',
            subject: `${container.name} ${item.name} (${valueFrom})`,
            location: item.locate('valueFrom'),
        };
        return [{ question, valueFrom }];
    }));
}
function secretsOf(container) {
    const logConfiguration = container.value['logConfiguration'];
    const logging = {
        value: (0,json/* isObject */.Gv)(logConfiguration) ? logConfiguration : {},
        name: '',
        locate: (...path) => container.locate('logConfiguration', ...path),
    };
    return [...listWithin(container, 'secrets'), ...listWithin(logging, 'secretOptions')];
}
async function secret_judge(valueFrom, aws) {
    const check = await aws.secrets.checkSecret(valueFrom);
    if (check.usable)
        return { status: 'ok', message: 'can be read' };
    return {
        status: 'failed',
        message: check.message,
        hint: 'Create it in the region of the service, or correct valueFrom; a JSON key is the part after the name.',
    };
}

;// CONCATENATED MODULE: ./src/verify/checks/target-group.ts



/** The target groups of the service exist, those of a blue/green deployment too. */
const targetGroup = {
    name: 'target-group',
    needsAws: true,
    async run({ service }, aws) {
        const findings = listItems(service, ['loadBalancers']).map((one) => target_group_judge(one, aws));
        return (await Promise.all(findings)).flat();
    },
};
const places = [['targetGroupArn'], ['advancedConfiguration', 'alternateTargetGroupArn']];
async function target_group_judge(one, aws) {
    const classic = (0,json/* textAt */.$6)(one.value, ['loadBalancerName']);
    if (classic !== undefined) {
        const message = 'is a classic load balancer, which is not checked';
        return [{ check: 'target-group', subject: classic, status: 'skipped', message, location: one.locate() }];
    }
    const named = places.flatMap((path) => {
        const arn = (0,json/* textAt */.$6)(one.value, path);
        return arn === undefined ? [] : [{ arn, location: one.locate(...path) }];
    });
    return Promise.all(named.map(({ arn, location }) => ask({ check: 'target-group', subject: arn, location }, async () => (await aws.targetGroups.exists(arn))
        ? { status: 'ok', message: 'exists' }
        : { status: 'failed', message: 'does not exist', hint: 'Create the target group, or correct its ARN.' })));
}

;// CONCATENATED MODULE: ./src/verify/index.ts













/** Every check, in the order in which findings are told: from the cluster to the load balancer. */
const checks = [
    cluster,
    container,
    reference,
    image_image,
    executionRole,
    secretReference,
    secret,
    logOptions,
    logGroup,
    fargateSize,
    network,
    loadBalancer,
    portName,
    targetGroup,
];

;// CONCATENATED MODULE: ./src/verify/run.ts

/**
 * Runs every check at once and returns all findings in the order of the list. Without `aws` only those run that read
 * nothing but the files.
 */
async function runChecks(subject, aws, options) {
    const runOne = async (check) => {
        if (!check.needsAws)
            return check.run(subject);
        return aws === undefined ? [] : check.run(subject, aws, options);
    };
    return (await Promise.all(checks.map(runOne))).flat();
}
/** Passed unless a check failed; what could not be checked is counted in the sentence. */
function verdictOf(findings) {
    const having = (status) => findings.filter((finding) => finding.status === status);
    const [first, ...others] = having('failed');
    if (first !== undefined) {
        const more = others.length === 0 ? '' : `, and ${others.length} more`;
        return { passed: false, sentence: `verify ${first.check} failed: ${first.subject}: ${first.message}${more}` };
    }
    const counts = [
        count(having('warning').length, 'warning', 'warnings'),
        count(having('skipped').length, 'check skipped', 'checks skipped'),
    ].filter((text) => text !== '');
    return { passed: true, sentence: ['Verify OK!', counts.join(', ')].join(' ').trimEnd() };
}
function count(number, one, several) {
    if (number === 0)
        return '';
    return `${number} ${number === 1 ? one : several}`;
}


/***/ })

};

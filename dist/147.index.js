export const id = 147;
export const ids = [147];
export const modules = {

/***/ 147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGatherer: () => (/* reexport */ createGatherer),
  diagnose: () => (/* reexport */ diagnose),
  diagnoseError: () => (/* reexport */ diagnoseError),
  gatherTasks: () => (/* reexport */ gatherTasks),
  isScaledIn: () => (/* reexport */ stopped_task/* isScaledIn */.I3),
  readEvents: () => (/* reexport */ service_news/* readEvents */.wj)
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

// EXTERNAL MODULE: ./src/diagnose/recognise.ts + 18 modules
var recognise = __webpack_require__(2118);
// EXTERNAL MODULE: ./src/diagnose/rules/info.ts
var info = __webpack_require__(3238);
;// CONCATENATED MODULE: ./src/diagnose/classify.ts


/**
 * Ranks the evidence (taxonomy, section 2): the refused call, the tasks, placement, health, what the controller says,
 * and symptoms only when nothing else is there. Ties go to the earliest.
 */
function classify(evidence) {
    const recognitions = evidence.map(recognise/* recognise */.G);
    const ranked = recognitions
        .map((recognition, index) => ({ recognition, index, stage: stageOf(recognition) }))
        .sort((one, other) => one.stage - other.stage || timeOf(one.recognition) - timeOf(other.recognition) || one.index - other.index);
    const first = ranked[0];
    if (first === undefined)
        return { label: info/* unclassified */.fl.label, decisive: -1, recognitions };
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
    if (label === info/* unclassified */.fl.label)
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
    if (refused === undefined || diagnosis.label !== info/* unclassified */.fl.label)
        return diagnosis;
    const last = refused.status >= 500 ? { source: 'apiError', message: `status code: ${refused.status}` } : evidence;
    return { ...diagnose({ evidence: [last], logs: [], notes: [] }, context), evidence: [evidence] };
}
const nothing = (0,recognise/* recognise */.G)({ source: 'cli', message: '' });
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
        return rule.rank !== 'info' && rule.label !== info/* unclassified */.fl.label && evidence.source !== 'log';
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
;// CONCATENATED MODULE: ./src/diagnose/rules/conclusive.ts
/**
 * Labels of causes that stay until somebody changes a file, a policy or a resource: another task of the same revision
 * meets them again. Left out is what may pass by itself: limits and outages, a lack of room, connections, and texts
 * that the rules read broadly (volumes, environment files, runtimes).
 */
const conclusive = new Set([
    'image/not-found',
    'image/arch',
    'image/invalid-ref',
    'image/auth',
    'secret/not-found',
    'secret/version',
    'secret/json-key',
    'secret/deleted',
    'secret/invalid-arn',
    'permission/ecr-pull',
    'permission/secret-read',
    'permission/kms',
    'permission/logs',
    'permission/s3',
    'permission/assume-role',
    'container/entrypoint',
    'config/logging',
]);

// EXTERNAL MODULE: ./src/diagnose/stopped-task.ts
var stopped_task = __webpack_require__(5627);
;// CONCATENATED MODULE: ./src/diagnose/deaths.ts



/** What the stopped tasks of our deployment, and the launches of it that failed, come to. */
function countDeaths(tasks, launches) {
    const died = tasks.filter(stopped_task/* diedByItself */.t0);
    const causes = [
        ...tally(died.flatMap(readCause), 'by tasks'),
        ...tally(launches.flatMap((event) => toCause(recogniseLine(event))), 'at launch'),
    ];
    const cause = causes.sort((one, other) => other.times - one.times)[0];
    return {
        count: died.length,
        exits: died.filter((task) => task.startedAt !== undefined && task.stopCode === 'EssentialContainerExited').length,
        unsettled: died.some((task) => task.lastStatus !== 'STOPPED'),
        ...(cause === undefined ? {} : { cause }),
    };
}
/** What begins an event about a task that never came to be. */
const failedLaunch = /\bfailed to launch a task with \(error |\bunable to place a task\. ?(?:The )?reason/i;
/**
 * Events newer than `since` (ms, AWS's clock) that tell of launches of ours that failed. An event seldom names its
 * deployment: one that does not is ours only while no other deployment is short of tasks.
 */
function readLaunches(service, since, ours) {
    const alone = (service.deployments ?? []).every(({ id = '', runningCount = 0, desiredCount = 0 }) => ours.has(id) || runningCount >= desiredCount);
    return (service.events ?? []).flatMap(({ message = '', createdAt }) => {
        const at = createdAt?.getTime() ?? 0;
        const named = /\bdeployment (ecs-svc\/\d+)/.exec(message)?.[1];
        const isOurs = named === undefined ? alone : ours.has(named);
        return at > since && isOurs && failedLaunch.test(message) ? [{ source: 'event', message, at }] : [];
    });
}
/** A task that ran at least once may have ended of something else than what its container says. */
function readCause(task) {
    if (task.lastStatus !== 'STOPPED' || task.startedAt !== undefined)
        return [];
    const { recognitions, decisive } = classify((0,stopped_task/* readTask */.gv)(task));
    return toCause(recognitions[decisive], task);
}
function recogniseLine(event) {
    return classify([event]).recognitions[0];
}
function toCause(recognition, task) {
    if (recognition === undefined)
        return [];
    const { rule, facts, evidence } = recognition;
    if (!conclusive.has(rule.label) || rule.rank !== 'cause' || evidence.source === 'exitCode')
        return [];
    const image = facts.image ?? (categoryOf(recognition) === 'image' ? imageOf(task, facts.container) : undefined);
    return [{ label: rule.label, reason: rule.reason({ ...facts, image }) }];
}
function imageOf(task, name) {
    const containers = task?.containers ?? [];
    return (containers.length === 1 ? containers[0] : containers.find((one) => one.name === name))?.image;
}
/** One entry for each label, in the words of the last one met. */
function tally(all, met) {
    const causes = new Map();
    for (const one of all)
        causes.set(one.label, { ...one, met, times: (causes.get(one.label)?.times ?? 0) + 1 });
    return [...causes.values()];
}

// EXTERNAL MODULE: ./src/diagnose/log-stream.ts
var log_stream = __webpack_require__(9775);
// EXTERNAL MODULE: ./src/diagnose/service-news.ts
var service_news = __webpack_require__(3879);
;// CONCATENATED MODULE: ./src/diagnose/gather.ts






const lastLines = 20;
const tasksWithLogs = 2;
/** A gatherer for one deployment. */
function createGatherer(options) {
    const tasks = new Map();
    const notes = new Set();
    const { aws, name } = options;
    const look = async (service) => {
        const stopped = await attempt(notes, 'stopped tasks', () => aws.ecs.listStoppedTasks(name, options.deploymentIds));
        for (const task of stopped ?? []) {
            if (endOf(task) < options.since)
                continue;
            // Exit codes appear only once a task has come to rest.
            if (tasks.get((0,stopped_task/* taskId */.BS)(task))?.lastStatus !== 'STOPPED')
                tasks.set((0,stopped_task/* taskId */.BS)(task), task);
        }
        const launches = service === undefined ? [] : readLaunches(service, options.since, options.deploymentIds);
        return countDeaths([...tasks.values()].sort(byStop), launches);
    };
    const dossier = async () => {
        const [service] = await Promise.all([attempt(notes, 'the service', () => aws.ecs.describeService(name)), look()]);
        const failed = [...tasks.values()].filter((task) => !(0,stopped_task/* isScaledIn */.I3)(task)).sort(byStop);
        const [news, logs] = await Promise.all([readService(service, options, notes), readLogs(failed, options, notes)]);
        return { evidence: [...failed.flatMap(stopped_task/* readTask */.gv), ...news], logs, notes: [...notes] };
    };
    return { look, dossier };
}
/** What stopped tasks tell by themselves, with the logs of the newest. Nothing here throws. */
async function gatherTasks(tasks, options) {
    const notes = new Set();
    const sorted = [...tasks].sort(byStop);
    const logs = await readLogs(sorted, options, notes);
    return { evidence: sorted.flatMap(stopped_task/* readTask */.gv), logs, notes: [...notes] };
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
    return [...(0,service_news/* readEvents */.wj)(service, since), ...(0,service_news/* readRollouts */.P)(service, deploymentIds), ...statuses, ...targets, ...instances];
}
async function readStatuses({ aws, name, since }, notes) {
    const briefs = await attempt(notes, 'service deployments', () => aws.ecs.listServiceDeployments(name, { createdAfter: since }));
    return (0,service_news/* readStatusReasons */.a0)(briefs ?? []);
}
async function readTargetHealth(service, { aws }, notes) {
    const groups = (0,service_news/* targetGroupsOf */.TT)(service);
    const healths = await Promise.all(groups.map(async (group) => (0,service_news/* readTargets */.R0)(group, (await attempt(notes, 'target health', () => aws.targetGroups.readHealth(group))) ?? [])));
    return healths.flat();
}
async function readInstances(service, { aws, name }, notes) {
    if (!(0,service_news/* needsInstances */.AQ)(service))
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
        .flatMap((task) => (0,stopped_task/* failedContainers */.cX)(task).map((container) => ({ task: (0,stopped_task/* taskId */.BS)(task), container })));
    const excerpts = await Promise.all(wanted.map((one) => readLog({ ...one, taskDefinition }, options.aws, notes)));
    return excerpts.flat();
}
async function readLog({ task, container, taskDefinition }, aws, notes) {
    const place = (0,log_stream/* findLogPlace */.n)(taskDefinition, container, task);
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
/** ms since the epoch; infinity where AWS does not say. */
function endOf(task) {
    return (task.stoppingAt ?? task.stoppedAt)?.getTime() ?? Number.POSITIVE_INFINITY;
}

;// CONCATENATED MODULE: ./src/diagnose/index.ts






/***/ })

};

export const id = 967;
export const ids = [967];
export const modules = {

/***/ 2967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTask: () => (/* binding */ runTask)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/model/ecs.ts
var ecs = __webpack_require__(8108);
// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
// EXTERNAL MODULE: ./src/plan/field-rules.ts
var field_rules = __webpack_require__(7389);
;// CONCATENATED MODULE: ./src/plan/task-run.ts


/** Attributes of a service that RunTask takes as they are (specification 5.13). */
const sharedAttributes = new Set([
    'capacityProviderStrategy',
    'enableECSManagedTags',
    'enableExecuteCommand',
    'launchType',
    'networkConfiguration',
    'placementConstraints',
    'placementStrategy',
    'platformVersion',
]);
/** Input of RunTask; what a service says with an empty list, an empty text or a plain no is not said. */
function planTaskRun(request) {
    const { service, overrides, tags } = request;
    const shared = Object.entries((0,field_rules/* onlyKeys */.Bh)(service, [...sharedAttributes])).filter(([, value]) => !isEmpty(value));
    const volumes = planVolumes(service, request.deleteVolumes);
    return {
        cluster: request.cluster,
        taskDefinition: request.taskDefinition,
        count: request.count,
        ...Object.fromEntries(shared),
        ...(volumes.length > 0 ? { volumeConfigurations: volumes } : {}),
        ...(overrides === undefined ? {} : { overrides }),
        ...(tags.length > 0 ? { tags: tags.map(({ key = '', value = '' }) => ({ key, value })) } : {}),
        ...(request.propagateTags ? { propagateTags: 'TASK_DEFINITION' } : {}),
        ...(request.clientToken === undefined ? {} : { clientToken: request.clientToken }),
    };
}
function isEmpty(value) {
    return value === '' || value === false || (Array.isArray(value) && value.length === 0);
}
/** Volumes that ECS makes; RunTask knows no service whose tags they could carry, and asks what becomes of them. */
function planVolumes(service, deleteOnTermination) {
    return (0,json/* objectsAt */.yR)(service, ['volumeConfigurations']).flatMap(({ name = '', managedEBSVolume }) => {
        if (!(0,json/* isObject */.Gv)(managedEBSVolume))
            return [];
        const specifications = (0,json/* objectsAt */.yR)(managedEBSVolume, ['tagSpecifications']).filter((one) => one['propagateTags'] !== 'SERVICE');
        const volume = {
            ...(0,field_rules/* withoutKeys */.Pe)(managedEBSVolume, new Set(['tagSpecifications'])),
            ...(specifications.length > 0 ? { tagSpecifications: specifications } : {}),
            terminationPolicy: { deleteOnTermination },
        };
        return [{ name, managedEBSVolume: volume }];
    });
}
/** Tags of a service for its task: what AWS itself sets may not be sent; `own` win. */
function mergeTags(inherited, own) {
    const all = [...inherited.filter(({ key = '' }) => !key.toLowerCase().startsWith('aws:')), ...own];
    return [...new Map(all.map((tag) => [tag.key, tag])).values()];
}

// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(165);
// EXTERNAL MODULE: ./src/diagnose/log-stream.ts
var log_stream = __webpack_require__(9775);
;// CONCATENATED MODULE: ./src/commands/run-logs.ts



const keptLines = 50;
/** Follows the streams of `watched`; a container whose output cannot be read is told of once. */
function followLogs(following) {
    const { aws, emit } = following;
    const followed = findStreams(following);
    async function read(one) {
        const lines = [];
        try {
            while (!one.refused) {
                const page = await aws.logStreams.readOn(one.stream, one.token);
                lines.push(...(page?.lines ?? []));
                if (page === undefined || page.token === undefined || page.token === one.token)
                    break;
                one.token = page.token;
            }
        }
        catch (error) {
            one.refused = isRefused(error);
            const text = `the log of ${one.container} cannot be followed: ${(0,errors/* describeError */.Uc)(error)}`;
            if (one.refused)
                emit({ kind: 'note', level: 'warning', text });
        }
        one.last = [...one.last, ...lines.map(({ message }) => message)].slice(-keptLines);
        return lines.map((line) => ({ ...line, source: one.source }));
    }
    return {
        streams: followed.length,
        async look() {
            return (await Promise.all(followed.map(read))).flat().sort((one, other) => one.at - other.at);
        },
        excerpts: () => followed
            .filter(({ last }) => last.length > 0)
            .map(({ container, task, stream, last }) => {
            return { container, task, group: stream.group, stream: stream.stream, lines: last };
        }),
    };
}
/** A lost or throttled look is made good by the next one; a refusal stays. */
function isRefused(error) {
    if (!(error instanceof errors/* AwsError */.Gy))
        throw error;
    return error.status >= 400 && error.status < 500 && !/Throttl|TooManyRequests|LimitExceeded/.test(error.code);
}
function findStreams({ aws, emit, tasks, definition, watched }) {
    const nowhere = new Set();
    const followed = tasks.flatMap((task) => {
        const id = (0,ecs/* shortName */.E)(task.taskArn ?? '');
        return watched.flatMap((container) => {
            const found = (0,log_stream/* findLogPlace */.n)(definition, { name: container }, id);
            if (found.kind === 'nowhere')
                nowhere.add(found.reason);
            if (found.kind === 'nowhere')
                return [];
            const { group, stream, region = aws.region } = found;
            const source = sourceOf(container, id, { tasks: tasks.length, containers: watched.length });
            return [
                { container, task: id, source, stream: { group, stream, region }, token: undefined, refused: false, last: [] },
            ];
        });
    });
    for (const text of nowhere)
        emit({ kind: 'note', level: 'info', text });
    return followed;
}
/** `app`, `8a7b1c2d`, `8a7b1c2d/app`, or nothing: as much as tells the streams apart. */
function sourceOf(container, task, of) {
    const parts = [...(of.tasks > 1 ? [task.slice(0, 8)] : []), ...(of.containers > 1 ? [container] : [])];
    return parts.join('/');
}

// EXTERNAL MODULE: ./src/config/nearest-name.ts
var nearest_name = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/plan/service-document.ts
var service_document = __webpack_require__(2564);
// EXTERNAL MODULE: ./src/commands/argument-error.ts
var argument_error = __webpack_require__(4548);
;// CONCATENATED MODULE: ./src/commands/run-tags.ts

/**
 * The tags of `--tags`, items between commas (specification 9.1, "run tags"): empty items are skipped, a value may be
 * empty or hold `=`, a key may not be missing.
 *
 * @throws UserError for an item without `=` or without a key
 */
function readTags(items) {
    return items.filter((item) => item !== '').map(readTag);
}
function readTag(item) {
    const equals = item.indexOf('=');
    if (equals < 1)
        throw (0,argument_error/* argumentError */.C)(`--tags: "${item}" is not KEY=VALUE`, 'write --tags KEY=VALUE,KEY=VALUE');
    return { key: item.slice(0, equals), value: item.slice(equals + 1) };
}

// EXTERNAL MODULE: ./src/commands/snapshot.ts
var snapshot = __webpack_require__(8572);
// EXTERNAL MODULE: ./src/commands/task-definition-choice.ts
var task_definition_choice = __webpack_require__(9803);
;// CONCATENATED MODULE: ./src/commands/run-request.ts









/** RunTask starts at most so many (API_RunTask). */
const mostTasks = 10;
/** Reads flags, files and the live service. @throws UserError for what does not fit together */
async function readRequest(context) {
    const own = readTags(listFlag(context, 'tags'));
    const count = readCount(context);
    const [overrides, service, choosing] = await Promise.all([
        readOverrides(context),
        readAttributes(context),
        chooseOwn(context),
    ]);
    const { choice, definition } = choosing;
    const containers = (0,json/* objectsAt */.yR)(definition.document, ['containerDefinitions']);
    const essential = containers.filter((one) => one['essential'] !== false).map((one) => (0,json/* textAt */.$6)(one, ['name']) ?? '');
    return {
        choice,
        definition,
        watched: chooseWatched(context, containers, essential),
        essential,
        until: context.flags['wait-until'] === 'running' ? 'running' : 'stopped',
        hasService: service !== undefined,
        task: {
            cluster: context.project.config.cluster,
            service: service ?? {},
            overrides: overrides?.document,
            count,
            tags: mergeTags(await readServiceTags(context), own),
            propagateTags: context.flags['propagate-tags'] === 'TASK_DEFINITION',
            deleteVolumes: (0,commands_context/* booleanFlag */.Fg)(context, 'ebs-delete-on-termination', true),
            clientToken: textFlag(context, 'client-token'),
        },
    };
}
function readCount(context) {
    const count = (0,commands_context/* numberFlag */.C$)(context, 'count') ?? 1;
    if (count >= 1 && count <= mostTasks)
        return count;
    throw (0,argument_error/* argumentError */.C)(`--count: ${count} tasks cannot be started at once`, `RunTask takes a count from 1 to ${mostTasks}`);
}
/** The text on the command line wins over the file (specification 5.13). */
async function readOverrides(context) {
    const { project } = context;
    const text = textFlag(context, 'overrides');
    const path = textFlag(context, 'overrides-file');
    if (text !== undefined)
        return project.overrides({ kind: 'text', text });
    return path === undefined ? undefined : project.overrides({ kind: 'file', path });
}
/** Where and how tasks of this project run: as the service definition says, else as the live service. */
async function readAttributes(context) {
    const { config } = context.project;
    if (config.serviceDefinition !== undefined) {
        return (0,service_document/* definitionDocument */.xg)((await context.project.serviceDefinition()).document);
    }
    return config.service === undefined ? undefined : (0,service_document/* serviceDocument */.r9)(await (0,snapshot/* requireLiveService */.rv)(context));
}
/** By the flags, as `deploy` chooses; the family of `--task-def` is meant where it is given. */
async function chooseOwn(context) {
    const file = textFlag(context, 'task-def');
    const isSkipped = (0,commands_context/* booleanFlag */.Fg)(context, 'skip-task-definition');
    const choosing = file === undefined
        ? context
        : { ...context, project: { ...context.project, taskDefinition: () => context.project.taskDefinitionAt(file) } };
    const needsService = isSkipped || (file === undefined && namesRevision(context));
    const service = needsService ? await (0,snapshot/* readService */.uS)(context.aws.ecs, context.project) : undefined;
    const chosen = await (0,task_definition_choice/* chooseTaskDefinition */.aq)(choosing, service);
    const choice = chosen.kind === 'keep' ? { kind: 'existing', name: chosen.name } : chosen;
    const definition = await (0,task_definition_choice/* readChosen */.Vh)(choosing, choice);
    if (definition === undefined)
        throw new Error('a task definition that is not kept can be read');
    return { choice, definition };
}
function namesRevision(context) {
    return (0,commands_context/* booleanFlag */.Fg)(context, 'latest-task-definition') || ((0,commands_context/* numberFlag */.C$)(context, 'revision') ?? 0) > 0;
}
/** The containers that are named, else the first essential one. @throws UserError for a name that is not there */
function chooseWatched(context, containers, essential) {
    const names = containers.map((one) => (0,json/* textAt */.$6)(one, ['name']) ?? '');
    const wanted = [...new Set(listFlag(context, 'watch-container'))];
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown !== undefined)
        throw unknownContainer(unknown, names);
    if (wanted.length > 0)
        return wanted;
    const [first] = essential.length > 0 ? essential : names;
    return first === undefined ? [] : [first];
}
function unknownContainer(name, names) {
    const nearest = (0,nearest_name/* nearestName */.q)(name, names);
    const hint = nearest === undefined ? `the containers are ${names.join(', ')}` : `did you mean ${nearest}?`;
    return (0,argument_error/* argumentError */.C)(`--watch-container: the task definition has no container ${name}`, hint);
}
/** `--propagate-tags SERVICE`: RunTask refuses the word, so that the tags of the live service are sent as own ones. */
async function readServiceTags(context) {
    if (context.flags['propagate-tags'] !== 'SERVICE')
        return [];
    const service = await (0,snapshot/* requireLiveService */.rv)(context);
    return context.aws.taskRuns.listTags(service.serviceArn ?? '');
}
function textFlag({ flags }, name) {
    const value = flags[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function listFlag({ flags }, name) {
    const value = flags[name];
    return Array.isArray(value) ? value : [];
}

// EXTERNAL MODULE: ./src/diagnose/stopped-task.ts
var stopped_task = __webpack_require__(5627);
;// CONCATENATED MODULE: ./src/rollout/assess-tasks.ts

/** The verdict on tasks that were started together, worst news first (specification 5.13). */
function assessTasks(tasks, goal) {
    const ended = tasks.filter(isStopped);
    if (goal.until === 'stopped' && ended.length < tasks.length) {
        return { kind: 'progressing', sentence: describeProgress(ended.length, tasks, goal) };
    }
    const troubles = tasks.flatMap((task) => findTrouble(task, goal));
    if (troubles.length > 0)
        return { kind: 'failed', by: 'tasks', sentence: failureOf(troubles, tasks, goal) };
    const arrived = tasks.filter((task) => isStopped(task) || task.lastStatus === 'RUNNING');
    return arrived.length < tasks.length
        ? { kind: 'progressing', sentence: describeProgress(arrived.length, tasks, goal) }
        : { kind: 'succeeded', sentence: successOf(tasks, goal) };
}
function describeProgress(arrived, tasks, { revision, until }) {
    const [only] = tasks;
    if (tasks.length > 1)
        return `${arrived} of ${tasks.length} tasks of ${revision} ${until === 'stopped' ? 'ended' : 'run'}`;
    return `the task of ${revision} ${until === 'stopped' ? 'has not ended' : 'does not run yet'} (${only?.lastStatus ?? ''})`;
}
/** The tasks by their states. */
function countTasks(tasks, goal) {
    const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
    const failed = tasks.filter((task) => findTrouble(task, goal).length > 0).length;
    const ended = tasks.filter(isStopped).length;
    return { revision: goal.revision, desired: tasks.length, running, pending: tasks.length - running - ended, failed };
}
const mostTroubles = 3;
function failureOf(troubles, tasks, { revision }) {
    const failed = new Set(troubles.map(({ task }) => task)).size;
    if (tasks.length === 1)
        return `${troubles.map(({ text }) => text).join('; ')} (${revision})`;
    const told = troubles.slice(0, mostTroubles).map(({ task, text }) => `task ${task}: ${text}`);
    const more = troubles.length > mostTroubles ? [`and ${troubles.length - mostTroubles} more`] : [];
    return `${[...told, ...more].join('; ')} (${failed} of ${tasks.length} tasks of ${revision} failed)`;
}
function successOf(tasks, { revision, watched, until }) {
    const what = tasks.length === 1 ? revision : `${tasks.length} tasks of ${revision}`;
    if (until === 'running' && !tasks.every(isStopped))
        return `${what} ${tasks.length === 1 ? 'runs' : 'run'}`;
    const containers = watched.length === 1 ? `container ${watched[0]}` : `containers ${watched.join(', ')}`;
    return `${what} ran: ${containers} ended with exit code 0`;
}
/** Whether a task has come to rest: before, exit codes may still appear. */
function isStopped(task) {
    return task.lastStatus === 'STOPPED';
}
function findTrouble(task, goal) {
    const id = (0,ecs/* shortName */.E)(task.taskArn ?? '').slice(0, 8);
    const texts = neverRan(task) ? [failedStart(task)] : failedContainersOf(task, goal);
    return texts.map((text) => ({ task: id, text }));
}
/** Whether a task came to rest before any of its containers ran. */
function neverRan(task) {
    if (!isStopped(task))
        return false;
    const hasRun = (task.containers ?? []).some(({ exitCode }) => exitCode !== undefined);
    return task.stopCode === 'TaskFailedToStart' || (task.startedAt === undefined && !hasRun);
}
/** `task failed to start: …`, with the container's reason where the task's own does not say it. */
function failedStart({ stopCode, stoppedReason = '', containers = [] }) {
    const own = containers
        .filter(({ reason }) => reason !== undefined && reason !== '' && !stoppedReason.includes(reason))
        .map(({ name, reason }) => `container ${name}: ${reason}`);
    const reasons = [stoppedReason, ...own].filter((reason) => reason !== '').join('; ') || 'AWS gives no reason';
    return stopCode === undefined || stopCode === 'TaskFailedToStart'
        ? `task failed to start: ${reasons}`
        : `task stopped before it ran: ${reasons}`;
}
function failedContainersOf(task, goal) {
    const failed = failedContainers(task, goal);
    const texts = failed.map(describeEnd);
    const { stopCode, stoppedReason } = task;
    // Who ended the task says more than the signal with which its containers went.
    const byOthers = failed.length > 0 && stopCode !== undefined && stopCode !== 'EssentialContainerExited';
    return byOthers && stoppedReason !== undefined ? [...texts, `task stopped: ${stoppedReason}`] : texts;
}
/** Containers of a task that make it a failure: watched ones that failed, and essential ones that failed by themselves. */
function failedContainers(task, { watched, essential }) {
    return (task.containers ?? []).filter((container) => {
        const { name = '' } = container;
        if (watched.includes(name))
            return hasFailed(container, isStopped(task));
        return essential.includes(name) && failedByItself(container);
    });
}
/** A reason beside exit code 0 is no failure unless it is an error of ECS (`OutOfMemoryError: …`). */
function hasFailed({ exitCode, reason = '' }, stopped) {
    if (exitCode === undefined)
        return stopped;
    return exitCode !== 0 || /\b\w+Error\b/.test(reason);
}
const sigkill = 137;
const sigterm = 143;
/** ECS stops the other containers with SIGTERM and SIGKILL once an essential one has ended: that is no failure. */
function failedByItself({ exitCode = 0, reason = '' }) {
    if (/\b\w+Error\b/.test(reason))
        return true;
    return exitCode !== 0 && exitCode !== sigkill && exitCode !== sigterm;
}
/** `container: app, exit code: 1, reason: …` */
function describeEnd({ name, exitCode, reason }) {
    const code = exitCode === undefined ? 'no exit code' : `exit code: ${exitCode}`;
    return [`container: ${name}`, code, ...(reason ? [`reason: ${reason}`] : [])].join(', ');
}
/** The exit code of a run: the first of the watched containers' that is not 0; undefined where one has none yet. */
function exitCodeOf(tasks, { watched }) {
    const codes = tasks.flatMap(({ containers = [] }) => watched.map((name) => containers.find((container) => container.name === name)?.exitCode));
    const failed = codes.find((code) => code !== undefined && code !== 0);
    if (failed !== undefined)
        return failed;
    return codes.length > 0 && codes.every((code) => code === 0) ? 0 : undefined;
}

;// CONCATENATED MODULE: ./src/commands/run-table.ts

const titles = ['TASK', 'CONTAINER', 'STATUS', 'EXIT', 'REASON'];
/** How the containers of tasks ended, as a table of text; a row a container, the task's own reason for one without exit code. */
function describeContainers(tasks) {
    const rows = tasks.flatMap((task) => (task.containers ?? []).map((container) => rowOf(task, container)));
    const all = [titles, ...rows];
    const widths = titles.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
    const lines = all.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return `${lines.join('\n')}\n`;
}
function rowOf(task, { name = '', lastStatus = '', exitCode, reason }) {
    const id = (0,ecs/* shortName */.E)(task.taskArn ?? '').slice(0, 8);
    const why = reason || (exitCode === undefined && task.stoppedReason) || '';
    return [id, name, lastStatus, exitCode === undefined ? '-' : String(exitCode), oneLine(why)];
}
/** A reason is AWS's or the runtime's, and may hold anything. */
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim();
}

// EXTERNAL MODULE: ./src/rollout/watch.ts
var watch = __webpack_require__(8394);
;// CONCATENATED MODULE: ./src/commands/run-watch.ts




/** How long the last lines are waited for once all tasks have stopped: CloudWatch shows a line a moment after it came. */
const drainTime = { pause: 2000, limit: 15_000 };
/** Beside the time that containers have to stop: for the network of the task and our own looks. */
const stopSlack = 30_000;
const defaultStopTimeout = 30;
/** After SIGINT the runner leaves 7.5 s. */
const cancelLooks = 3;
const cancelPause = 1000;
/** Looks at the tasks until they are where they should be, telling states and log lines. */
async function watchTasks(context, run, deadline = context.deadline) {
    const { clock, signal, options } = context;
    const onLook = () => { };
    const watching = { clock, signal, interval: options.pollInterval, deadline, onLook };
    const end = await (0,watch/* watch */.w)(() => look(context, run), watching, watch/* isTerminal */.H);
    const hasFailed = end.kind === 'verdict' && end.verdict.kind === 'failed';
    if (hasFailed || [...run.tasks.values()].every(isStopped))
        await drain(context, run);
    return end;
}
async function look(context, run) {
    const { aws, emit } = context;
    const describing = aws.taskRuns.describeTasks(run.cluster, [...run.tasks.keys()]);
    // A look that fails loses no line: what was read is told before.
    const [described, lines] = await Promise.all([Promise.allSettled([describing]), run.follower.look()]);
    const fresh = described.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
    const changed = fresh.filter((task) => run.tasks.get(task.taskArn ?? '')?.lastStatus !== task.lastStatus);
    for (const task of fresh)
        run.tasks.set(task.taskArn ?? '', task);
    // A container writes after its task has begun to run, and before it has ended.
    tellStates(emit, changed.filter((task) => task.desiredStatus !== 'STOPPED'));
    tellLines(emit, lines);
    tellStates(emit, changed.filter((task) => task.desiredStatus === 'STOPPED'));
    await describing;
    const tasks = [...run.tasks.values()];
    return { verdict: assessTasks(tasks, run.goal), progress: countTasks(tasks, run.goal) };
}
function tellStates(emit, tasks) {
    for (const { taskArn = '', lastStatus = 'unknown' } of tasks) {
        emit({ kind: 'note', level: 'info', text: `task ${(0,ecs/* shortName */.E)(taskArn).slice(0, 8)}: ${lastStatus}` });
    }
}
function tellLines(emit, lines) {
    for (const { source, message } of lines)
        emit({ kind: 'log', source, message });
}
/** Reads until a look some time after the end brings nothing more. */
async function drain({ clock, emit, options }, { follower, tasks }) {
    const ran = [...tasks.values()].some(({ containers = [] }) => containers.some((one) => one.exitCode !== undefined));
    if (follower.streams === 0 || !ran)
        return;
    const limit = clock.now() + drainTime.limit;
    tellLines(emit, await follower.look());
    for (let isQuiet = false; !isQuiet && clock.now() < limit;) {
        await clock.sleep(Math.min(drainTime.pause, options.pollInterval));
        const late = await follower.look();
        tellLines(emit, late);
        isQuiet = late.length === 0;
    }
}
/** Stops the tasks that have not ended, each with one call, all at once. */
async function stopTasks(context, run, reason) {
    const running = [...run.tasks.values()].filter((task) => !isStopped(task));
    const answers = await Promise.all(running.map((task) => stopOne(context, { run, task, reason })));
    const stopped = answers.flatMap((one) => one.stopped ?? []);
    const refused = answers.flatMap((one) => one.refused ?? []);
    const parts = [
        ...(stopped.length > 0 ? [`stopped ${stopped.length === 1 ? 'task' : 'tasks'} ${stopped.join(', ')}`] : []),
        ...refused,
    ];
    return { sentence: parts.join('; ') || 'all tasks had ended' };
}
async function stopOne({ aws, emit }, { run, task, reason }) {
    const { taskArn = '' } = task;
    const id = (0,ecs/* shortName */.E)(taskArn).slice(0, 8);
    try {
        await aws.ecs.stopTask(run.cluster, taskArn, reason);
        emit({ kind: 'call', operation: 'StopTask', summary: `stopped task ${id}`, dryRun: false });
        return { stopped: id };
    }
    catch (error) {
        return { refused: `task ${id} could not be stopped (${(0,errors/* describeError */.Uc)(error)}) and goes on` };
    }
}
/** Sees stopped tasks to their end, as long as their containers may take to stop. */
async function awaitStop(context, run) {
    const { containerDefinitions = [] } = run.definition;
    const timeouts = containerDefinitions.map(({ stopTimeout = defaultStopTimeout }) => stopTimeout * 1000);
    const deadline = context.clock.now() + Math.max(...timeouts, defaultStopTimeout * 1000) + stopSlack;
    await watchTasks(context, { ...run, goal: { ...run.goal, until: 'stopped' } }, deadline);
}
/** After a cancellation: the last lines and codes that come while the runner waits. */
async function awaitCancelled(context, run) {
    for (let index = 0; index < cancelLooks; index++) {
        await context.clock.sleep(cancelPause);
        // The tasks were told to stop already: what cannot be seen any more changes nothing.
        await look(context, run).catch(() => undefined);
        if ([...run.tasks.values()].every(isStopped))
            return;
    }
}
/** The verdict on the tasks as they were last seen. */
function verdictOf({ tasks, goal }) {
    return assessTasks([...tasks.values()], goal);
}

;// CONCATENATED MODULE: ./src/commands/run-result.ts





/** How the tasks ended, or how our looking did. */
async function concludeEnd(context, started, end) {
    switch (end.kind) {
        case 'verdict':
            return concludeVerdict(context, started);
        case 'deadline':
            return concludeDeadline(context, started);
        case 'cancelled':
            return concludeCancelled(context, started);
        case 'blind':
            return { ...resultOf(context, started), ...concludeBlind(end.error, started) };
    }
}
async function concludeVerdict(context, started) {
    const { run, taskDefinition } = started;
    const verdict = verdictOf(run);
    const result = resultOf(context, started);
    if (verdict.kind === 'succeeded')
        return { ...result, outcome: 'succeeded', sentence: verdict.sentence };
    const diagnosis = await explain(context, started, verdict.sentence);
    for (const task of run.tasks.values())
        if (!isStopped(task))
            context.leave(leftTask(context, run, task));
    const { label: category, retryable } = diagnosis;
    const { sentence } = verdict;
    return { ...result, outcome: 'failed', sentence, category, retryable, diagnosis, failed: taskDefinition };
}
async function concludeDeadline(context, started) {
    const { run } = started;
    const { kind, sentence: seen } = verdictOf(run);
    const { sentence: stopped } = await stopTasks(context, run, 'ecspresso run: the timeout came before the end');
    await awaitStop(context, run);
    const why = kind === 'progressing' ? seen : 'the tasks go on';
    const sentence = `timeout waiting for task ${run.goal.until}: ${why}; ${stopped}`;
    const result = resultOf(context, started);
    const evidence = { source: 'cli', message: sentence };
    // The evidence is our own sentence, and AWS said nothing of it.
    const diagnosis = { ...(await explainBy(started, [evidence])), evidence: [] };
    context.emit({ kind: 'diagnosed', diagnosis });
    const { label: category, retryable } = diagnosis;
    return { ...result, outcome: 'timed-out', sentence, category, retryable, diagnosis };
}
async function concludeCancelled(context, started) {
    const { sentence } = await stopTasks(context, started.run, 'ecspresso run: the workflow was cancelled');
    await awaitCancelled(context, started.run);
    const result = resultOf(context, started);
    const ending = { category: 'timeout/client', retryable: true, sentence: `the workflow was cancelled; ${sentence}` };
    return { ...result, outcome: 'cancelled', ...ending };
}
/** We may not look any more; the tasks know nothing of that and go on. */
function concludeBlind(error, { run }) {
    const expired = /Expired/.test(error.code);
    const why = expired ? 'the credentials expired' : `reading the task was refused (${error.code}: ${error.message})`;
    return {
        outcome: 'timed-out',
        sentence: `the task of ${run.goal.revision} goes on, but ${why}`,
        ...(expired
            ? { category: 'credentials/expired', retryable: true }
            : { category: 'permission/caller', retryable: false }),
    };
}
/** What holds of a run however it ended: its tasks, their table, the last lines. */
function resultOf({ emit }, { run }) {
    const tasks = [...run.tasks.values()];
    const text = describeContainers(tasks);
    const document = { title: 'containers', language: 'text', text };
    emit({ kind: 'printed', document });
    const exitCode = exitCodeOf(tasks, run.goal);
    const logs = run.follower.excerpts();
    return {
        taskArn: tasks[0]?.taskArn ?? '',
        document,
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(logs.length === 0 ? {} : { logs }),
    };
}
/** Why the tasks failed, by the rules that hold for deployments. */
async function explain({ emit }, started, sentence) {
    const evidence = [...started.run.tasks.values()].flatMap((task) => readFailure(task, started.run));
    const told = evidence.length > 0 ? evidence : [{ source: 'cli', message: sentence }];
    const diagnosis = await explainBy(started, told);
    emit({ kind: 'diagnosed', diagnosis });
    return diagnosis;
}
/** What a failed task says, without the containers that only went with it. */
function readFailure(task, { goal }) {
    const failed = failedContainers(task, goal);
    const neverRan = task.stopCode === 'TaskFailedToStart';
    if (failed.length === 0 && !neverRan)
        return [];
    return (0,stopped_task/* readTask */.gv)(neverRan ? task : { ...task, containers: [...failed] });
}
const lastLines = 20;
async function explainBy({ run, request }, evidence) {
    // The rules are many, and most runs do not fail.
    const { diagnose } = await __webpack_require__.e(/* import() */ 147).then(__webpack_require__.bind(__webpack_require__, 147));
    const failing = new Set(evidence.map(({ task }) => task));
    const logs = run.follower
        .excerpts()
        .filter(({ task }) => failing.has(task))
        .map((log) => ({ ...log, lines: log.lines.slice(-lastLines) }));
    const isOfFile = request.choice.kind === 'register';
    const definitions = isOfFile ? { taskDefinition: request.definition } : {};
    return diagnose({ evidence, logs, notes: [] }, definitions);
}
/** RunTask found no room: which tasks it started all the same, and how they are stopped. */
async function refusePlacement(context, request, { tasks, failures, taskDefinition }) {
    const { diagnose } = await __webpack_require__.e(/* import() */ 147).then(__webpack_require__.bind(__webpack_require__, 147));
    const reasons = [...new Set(failures.map(({ reason, detail }) => `${reason} ${detail}`.trim()))];
    const told = reasons.join('; ') || 'AWS started no task and gave no reason';
    const names = tasks.map(({ taskArn = '' }) => (0,ecs/* shortName */.E)(taskArn)).join(', ');
    const part = tasks.length === 0 ? '' : `; ${tasks.length} of ${request.task.count} tasks started: ${names}`;
    for (const task of tasks)
        context.leave(leftTask(context, { cluster: request.task.cluster }, task));
    // RunTask finds no room in the words of the service scheduler.
    const evidence = reasons.map((message) => ({ source: 'event', operation: 'ecs:RunTask', message }));
    const diagnosis = diagnose({ evidence, logs: [], notes: [] }, { taskDefinition: request.definition });
    context.emit({ kind: 'diagnosed', diagnosis });
    const { label: category, retryable } = diagnosis;
    const sentence = `failed to run task: ${told}${part}`;
    const [first] = tasks;
    const taskArn = first?.taskArn === undefined ? {} : { taskArn: first.taskArn };
    return { outcome: 'failed', sentence, category, retryable, diagnosis, failed: taskDefinition, ...taskArn };
}
function leftTask({ project }, { cluster }, { taskArn = '' }) {
    const id = (0,ecs/* shortName */.E)(taskArn);
    const region = project.config.region === '' ? '' : ` --region ${project.config.region}`;
    return `task ${id} goes on; to stop it: \`aws ecs stop-task --cluster ${cluster} --task ${id}${region}\``;
}
/** `--no-wait`: what was started, and how to look at it. */
function tellStarted({ emit, project }, { tasks, cluster, goal }) {
    const arns = [...tasks.keys()];
    const region = project.config.region === '' ? '' : ` --region ${project.config.region}`;
    const ids = arns.map(ecs/* shortName */.E);
    const look = `aws ecs describe-tasks --cluster ${cluster} --tasks ${ids.join(' ')}${region}`;
    emit({ kind: 'note', level: 'info', text: `to see how it ends: \`${look}\`` });
    const what = arns.length === 1 ? `task ${ids[0]} of ${goal.revision} goes` : `${arns.length} tasks of ${goal.revision} go`;
    return { outcome: 'started', sentence: `${what} on (--no-wait)`, taskArn: arns[0] ?? '' };
}

;// CONCATENATED MODULE: ./src/commands/run-task.ts









/**
 * Runs tasks once (specification 5.13): registers, starts, follows, tells.
 * @throws StepError `failed to register task definition`, `failed to run task`
 */
async function runTask(context) {
    const request = await readRequest(context);
    const { taskDefinition, tell } = await (0,task_definition_choice/* settleTaskDefinition */.II)(context, request.choice);
    tell();
    if ((0,commands_context/* isDryRun */.vG)(context))
        return sayWhatWouldRun(context, planTaskRun({ ...request.task, taskDefinition }));
    (0,commands_context/* refuseWhenCancelled */.y4)(context, 'a task was started');
    // A call whose answer is lost is made again, and starts nothing twice.
    const clientToken = request.task.clientToken ?? crypto.randomUUID();
    const started = await start(context, request, planTaskRun({ ...request.task, taskDefinition, clientToken }));
    const revision = (0,ecs/* shortName */.E)(taskDefinition);
    const [first] = started.tasks;
    if (started.failures.length > 0 || first === undefined) {
        return refusePlacement(context, request, { ...started, taskDefinition });
    }
    tellTasks(context, started, revision);
    context.know({ taskArn: first.taskArn ?? '' });
    const run = await follow(context, request, { ...started, taskDefinition: first.taskDefinitionArn ?? taskDefinition });
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'wait', true))
        return tellStarted(context, run);
    return concludeEnd(context, { run, request, taskDefinition }, await watchTasks(context, run));
}
function sayWhatWouldRun({ emit }, input) {
    const count = Number(input['count']);
    const summary = `run ${count === 1 ? 'a task' : `${count} tasks`} of ${(0,ecs/* shortName */.E)(String(input['taskDefinition']))}`;
    emit({ kind: 'call', operation: 'RunTask', dryRun: true, summary, input });
    return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' };
}
async function start(context, request, input) {
    try {
        return await context.aws.taskRuns.runTask(input);
    }
    catch (error) {
        throw explainRefusal(error, context, request);
    }
}
const failure = 'failed to run task';
/** Without a service nothing says in which subnets the task runs, and AWS's sentence does not say where to put them. */
function explainRefusal(error, { project }, { hasService }) {
    const refused = (0,errors/* findCause */.lO)(error, (one) => one instanceof errors/* AwsError */.Gy);
    const lacksNetwork = !hasService && /network ?configuration must be provided/i.test(refused?.message ?? '');
    if (!lacksNetwork)
        return new errors/* StepError */.zg(failure, error);
    return new errors/* UserError */.yo(failure, {
        hint: 'name a `service` in the config (its network is used), or a `service_definition` with `networkConfiguration`',
        location: { file: project.config.file },
        category: 'config/network',
        cause: error,
    });
}
function tellTasks({ emit }, { tasks }, revision) {
    const what = tasks.length === 1 ? 'task' : `${tasks.length} tasks`;
    const names = tasks.map(({ taskArn = '' }) => (0,ecs/* shortName */.E)(taskArn)).join(', ');
    emit({ kind: 'call', operation: 'RunTask', dryRun: false, summary: `started ${what} of ${revision}: ${names}` });
}
async function follow(context, { watched, essential, until, task }, { tasks, taskDefinition }) {
    // Only for logs and stop times: not worth losing sight of tasks that have begun.
    const registered = await context.aws.ecs.describeTaskDefinition(taskDefinition).catch(() => undefined);
    const definition = registered?.definition ?? {};
    const { aws, emit } = context;
    const follows = (0,commands_context/* booleanFlag */.Fg)(context, 'wait', true);
    return {
        cluster: task.cluster,
        goal: { revision: (0,ecs/* shortName */.E)(taskDefinition), watched, essential, until },
        definition,
        follower: followLogs({ aws, emit, tasks, definition, watched: follows ? watched : [] }),
        tasks: new Map(tasks.map((one) => [one.taskArn ?? '', one])),
    };
}


/***/ }),

/***/ 9775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ findLogPlace)
/* harmony export */ });
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
    if (group === undefined || stream === undefined) {
        const why = prefix === undefined ? 'awslogs-stream-prefix' : 'awslogs-group';
        return { kind: 'nowhere', reason: `container ${name}: its log stream cannot be told without \`${why}\`` };
    }
    return { kind: 'stream', group, stream, region: options['awslogs-region'] };
}


/***/ }),

/***/ 5627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ taskId),
/* harmony export */   I3: () => (/* binding */ isScaledIn),
/* harmony export */   cX: () => (/* binding */ failedContainers),
/* harmony export */   gv: () => (/* binding */ readTask),
/* harmony export */   t0: () => (/* binding */ diedByItself)
/* harmony export */ });
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8108);

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
/** Whether the task ended because of what it is, and not because somebody, its host or the deployment ended it. */
function diedByItself({ stopCode, stoppedReason = '' }) {
    switch (stopCode) {
        case 'UserInitiated':
        case 'SpotInterruption':
        case 'TerminationNotice':
        case 'InfrastructureHealth':
            return false;
        case 'ServiceSchedulerInitiated':
            return failedCheck.test(stoppedReason);
        default:
            return !endedFromOutside.test(stoppedReason);
    }
}
/** The one reason for which the scheduler stops a task that is the task's own doing. */
const failedCheck = /health ?checks?|unhealthy/i;
/** Hosts that go, scale-ins, maintenance, people: agents do not always send the stop code. */
const endedFromOutside = /^Scaling activity initiated by|\bHost EC2 \(?instance|container instance .{0,60}(?:deregist|terminat|drain|stopp)|deregistration forced|Spot (?:Task|Instance)|undergoing maintenance|performing maintenance|(?:stopped|requested) by (?:the |a )?user/i;
/** Containers whose log may tell something, worst first: those that failed, else all that ran. */
function failedContainers(task) {
    // Without an exit code the process never ran and wrote nothing.
    const ran = (task.containers ?? []).filter((container) => container.exitCode !== undefined);
    const failed = ran.filter((container) => container.exitCode !== 0 || container.healthStatus === 'UNHEALTHY');
    return failed.length === 0 ? ran : failed;
}
/** Id of a task: the last part of its ARN. */
function taskId(task) {
    return (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_0__/* .shortName */ .E)(task.taskArn ?? '');
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


/***/ })

};

export const id = 329;
export const ids = [329,249];
export const modules = {

/***/ 3863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ printMoments)
/* harmony export */ });
/** A line each: time in UTC, source, text; what others wrote stays on its line. */
function printMoments(moments) {
    const width = Math.max(0, ...moments.map(({ source }) => source.length));
    return moments
        .map(({ at, source, text }) => `${new Date(at).toISOString()}  ${source.padEnd(width)}  ${text}`)
        .map((line) => `${line.replace(/[\r\n]+/g, ' ').trimEnd()}\n`)
        .join('');
}


/***/ }),

/***/ 4249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeLog: () => (/* binding */ describeLog),
/* harmony export */   readTaskLog: () => (/* binding */ readTaskLog)
/* harmony export */ });
/* harmony import */ var _diagnose_log_stream_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9775);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8108);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7979);
/* harmony import */ var _plan_plain_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3958);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7194);
/* harmony import */ var _argument_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4548);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(165);
/* harmony import */ var _task_document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3863);









/** So many lines of a container are read at most. */
const mostLines = 10_000;
/** 1 minute (specification 5.15). */
const defaultDuration = 60_000;
/** The log of a task since `--start-time`, else of the last `--duration`. */
async function describeLog(context, task) {
    const from = readSince(context, task);
    const { lines, notes } = await readTaskLog(context, task, [{ from, to: context.clock.now() + 1 }]);
    for (const text of notes)
        context.emit({ kind: 'note', level: 'info', text });
    const text = (0,_task_document_js__WEBPACK_IMPORTED_MODULE_3__/* .printMoments */ .J)(lines.map(({ at, container, message }) => ({ at, source: container, text: message })));
    const id = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_4__/* .shortName */ .E)(task.taskArn ?? '');
    const count = lines.length === 1 ? '1 log line' : `${lines.length} log lines`;
    const hint = lines.length === 0 && notes.length === 0 ? '; --duration and --start-time look further back' : '';
    const sentence = `${count} of task ${id} since ${new Date(from).toISOString()}${hint}`;
    return { document: { title: `log of task ${id}`, language: 'text', text }, sentence };
}
/** ms since the epoch; of a task that has ended the duration is that before its end. @throws UserError for a time that is none */
function readSince(context, { stoppedAt }) {
    const text = (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .textFlag */ .gx)(context, 'start-time');
    const end = stoppedAt?.getTime() ?? context.clock.now();
    if (text === '')
        return end - ((0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .numberFlag */ .C$)(context, 'duration') ?? defaultDuration);
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(at))
        return at;
    throw (0,_argument_error_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentError */ .C)(`--start-time: "${text}" is not a time`, 'write it as 2026-01-31T12:00:00Z');
}
/** The lines of a task within `windows`, oldest first. Throws AwsError; UserError for a `--container` that is not there. */
async function readTaskLog(context, task, windows) {
    const name = task.taskDefinitionArn ?? '';
    const definition = (await context.aws.ecs.describeTaskDefinition(name))?.definition ?? {};
    const places = chooseContainers(context, definition, task).map((container) => ({
        container: container.name ?? '',
        place: (0,_diagnose_log_stream_js__WEBPACK_IMPORTED_MODULE_5__/* .findLogPlace */ .n)(definition, container, (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_4__/* .shortName */ .E)(task.taskArn ?? '')),
    }));
    const notes = [];
    const read = places.map(async ({ container, place }) => {
        if (place.kind === 'nowhere')
            notes.push(place.reason);
        if (place.kind === 'nowhere')
            return [];
        const { group, stream, region = context.aws.region } = place;
        const parts = await Promise.all(windows.map((window) => readWindow(context, { group, stream, region }, window)));
        if (parts.some(({ cut }) => cut))
            notes.push(`container ${container}: only the first ${mostLines} lines are shown`);
        return parts.flatMap(({ lines }) => lines.map((line) => ({ ...line, container })));
    });
    const mask = maskOf(context, [definition, task]);
    const lines = (await Promise.all(read)).flat().map((line) => ({ ...line, message: mask(line.message) }));
    return { lines: lines.sort((one, other) => one.at - other.at), notes };
}
/** The one of `--container`, else all of the task definition, as the task runs them. */
function chooseContainers(context, definition, task) {
    const names = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
    const wanted = (0,_context_js__WEBPACK_IMPORTED_MODULE_2__/* .textFlag */ .gx)(context, 'container');
    if (wanted !== '' && !names.includes(wanted)) {
        const hint = `its containers are ${names.join(', ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the task has no container ${wanted}`, { hint, category: 'config/client' });
    }
    const chosen = wanted === '' ? names : [wanted];
    return chosen.map((name) => task.containers?.find((one) => one.name === name) ?? { name });
}
async function readWindow({ aws }, stream, window) {
    const lines = [];
    let token;
    while (lines.length < mostLines) {
        const page = await aws.logStreams.readOn(stream, token, window);
        lines.push(...(page?.lines ?? []));
        if (page?.token === undefined || page.token === token)
            return { lines, cut: false };
        token = page.token;
    }
    return { lines: lines.slice(0, mostLines), cut: true };
}
/** Hides what the definition and the overrides of the task hold as secrets: applications quote them. */
function maskOf(context, documents) {
    const secrets = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_6__/* .createSecrets */ .gE)();
    for (const raw of documents.map(_plan_plain_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toTimedJsonObject */ .w)) {
        for (const text of hiddenTexts(raw, context.hide(raw)))
            secrets.register(text);
    }
    return (text) => secrets.mask(text);
}
function hiddenTexts(raw, shown) {
    if (typeof raw === 'string')
        return raw === shown ? [] : [raw];
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isList */ .Lv)(raw))
        return raw.flatMap((item, index) => hiddenTexts(item, (0,_model_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isList */ .Lv)(shown) ? shown[index] : undefined));
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(raw))
        return [];
    return Object.entries(raw).flatMap(([key, value]) => hiddenTexts(value, (0,_model_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(shown) ? shown[key] : undefined));
}


/***/ }),

/***/ 1329:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeLife: () => (/* binding */ describeLife),
/* harmony export */   lifeOf: () => (/* binding */ lifeOf),
/* harmony export */   windowsAround: () => (/* binding */ windowsAround)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8108);
/* harmony import */ var _model_project_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1852);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8572);
/* harmony import */ var _task_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3863);
/* harmony import */ var _task_logs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4249);






/** Events and log lines count that come so near to a change of the task (specification 5.15). */
const margin = 60_000;
const steps = [
    ['createdAt', 'created'],
    ['connectivityAt', 'connected to ECS'],
    ['pullStartedAt', 'image pull started'],
    ['pullStoppedAt', 'image pull ended'],
    ['startedAt', 'started'],
    ['stoppingAt', 'stopping'],
    ['executionStoppedAt', 'containers stopped'],
    ['stoppedAt', 'stopped'],
];
/** The life of a task as text. */
async function describeLife(context, task) {
    const id = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_3__/* .shortName */ .E)(task.taskArn ?? '');
    const text = (0,_task_document_js__WEBPACK_IMPORTED_MODULE_4__/* .printMoments */ .J)(await traceTask(context, task));
    const document = { title: `trace of task ${id}`, language: 'text', text };
    return { document, sentence: `task ${id} is ${task.lastStatus ?? 'unknown'}` };
}
/** The life of a task with what happened around it, oldest first. A log that may not be read is told of. */
async function traceTask(context, task) {
    const life = lifeOf(task);
    const windows = windowsAround(life.map(({ at }) => at));
    const name = (0,_model_project_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceName */ .f)(context.project.config);
    const isOfService = task.group === `service:${name?.service}`;
    const [service, lines] = await Promise.all([
        isOfService ? (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .readService */ .uS)(context.aws.ecs, context.project) : undefined,
        readLines(context, task, windows),
    ]);
    const said = lines.map(({ at, container, message }) => ({ at, source: `log ${container}`, text: message }));
    return [...life, ...eventsIn(service, windows), ...said].sort((one, other) => one.at - other.at);
}
async function readLines(context, task, windows) {
    const warn = (text) => context.emit({ kind: 'note', level: 'warning', text });
    try {
        const { lines, notes } = await (0,_task_logs_js__WEBPACK_IMPORTED_MODULE_2__.readTaskLog)(context, task, windows);
        for (const text of notes)
            context.emit({ kind: 'note', level: 'info', text });
        return lines;
    }
    catch (error) {
        warn(`the log of the task cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error)}`);
        return [];
    }
}
/** What a task's times and containers tell. */
function lifeOf(task) {
    const life = steps.flatMap(([key, text]) => {
        const at = task[key]?.getTime();
        if (at === undefined)
            return [];
        const why = (key === 'stoppingAt' || key === 'stoppedAt') && task.stoppedReason;
        const code = task.stopCode === undefined ? '' : ` (${task.stopCode})`;
        return [{ at, source: 'task', text: why ? `${text}: ${why}${code}` : text }];
    });
    const end = (task.executionStoppedAt ?? task.stoppedAt)?.getTime();
    return end === undefined ? life : [...life, ...endsOf(task, end)].sort((one, other) => one.at - other.at);
}
/** ECS tells no time for a container's end: it is that of the task's. */
function endsOf({ containers = [] }, at) {
    return containers.flatMap(({ name = '', exitCode, reason }) => {
        const code = exitCode === undefined ? 'ended without an exit code' : `exit code ${exitCode}`;
        return [{ at, source: `container ${name}`, text: reason === undefined ? code : `${code}: ${reason}` }];
    });
}
/** A minute around each instant; those that touch are one. */
function windowsAround(instants) {
    const windows = [];
    for (const at of [...instants].sort((one, other) => one - other)) {
        const last = windows.at(-1);
        if (last !== undefined && at - margin <= last.to)
            windows.splice(-1, 1, { from: last.from, to: at + margin });
        else
            windows.push({ from: at - margin, to: at + margin });
    }
    return windows;
}
function eventsIn(service, windows) {
    return (service?.events ?? []).flatMap(({ createdAt, message = '' }) => {
        const at = createdAt?.getTime() ?? 0;
        return windows.some(({ from, to }) => from <= at && at < to) ? [{ at, source: 'service', text: message }] : [];
    });
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


/***/ })

};

export const id = 977;
export const ids = [977];
export const modules = {

/***/ 4548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ argumentError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** A command line that cannot be obeyed; nothing has been read or written. */
function argumentError(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`failed to parse args: ${message}`, { hint, category: 'config/client' });
}


/***/ }),

/***/ 5224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gr: () => (/* binding */ parseCommands),
  nl: () => (/* binding */ parseWords),
  ry: () => (/* binding */ splitList),
  lj: () => (/* binding */ targetsFlag)
});

// EXTERNAL MODULE: ./src/config/durations.ts
var durations = __webpack_require__(6503);
// EXTERNAL MODULE: ./src/config/nearest-name.ts
var nearest_name = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/commands/argument-error.ts
var argument_error = __webpack_require__(4548);
// EXTERNAL MODULE: ./src/commands/flags.ts
var commands_flags = __webpack_require__(7157);
;// CONCATENATED MODULE: ./src/commands/other-commands.ts

/** Commands that ecspresso has or had and this action has not: why, and what to use. */
const others = new Map([
    [
        'exec',
        [
            'exec needs a terminal, and a workflow has none',
            'on your machine: `aws ecs execute-command --interactive --cluster CLUSTER --task TASK --command sh`; in a workflow `run` runs a command in a task of its own',
        ],
    ],
    [
        'portforward',
        [
            'portforward forwards to your machine, and a workflow has none',
            'on your machine: `aws ssm start-session --document-name AWS-StartPortForwardingSession`',
        ],
    ],
    ['create', ['create was a command of ecspresso v1', 'use `deploy`: it creates a service that does not exist']],
    [
        'continue',
        [
            'continue is not a command of this action',
            'a paused deployment goes on with `aws ecs continue-service-deployment`, or in the ECS console',
        ],
    ],
    ['docs', ['docs shows the documentation of ecspresso itself', 'use `help`, or read the README of this action']],
    ['skills', ['skills belongs to ecspresso itself', 'use `help`, or read the README of this action']],
]);
/** @throws UserError where the name is that of a command which ecspresso has and this action has not */
function refuseOtherCommand(name) {
    const found = others.get(name);
    if (found !== undefined)
        throw (0,argument_error/* argumentError */.C)(...found);
}

// EXTERNAL MODULE: ./src/commands/shell-words.ts
var shell_words = __webpack_require__(9260);
;// CONCATENATED MODULE: ./src/commands/command-line.ts






/** The command that `--help`, `-h` and a line without words mean. */
const helpCommand = 'help';
/** The flag under which the words after the command are kept. */
const targetsFlag = 'targets';
/**
 * The command lines of the `command` input.
 * @throws UserError for an unknown command, an unknown flag or a value that does not fit
 */
function parseCommands(text, specs) {
    return (0,shell_words/* splitLines */.u)(text).map((line) => parseLine(line, specs));
}
/** One command line from words that a shell has split already. */
function parseWords(words, specs) {
    return parseLine({ words, text: words.join(' ') }, specs);
}
function parseLine(line, specs) {
    const words = line.words[0] === 'ecspresso' ? line.words.slice(1) : line.words;
    const text = line.text.replace(/^ecspresso\s+/, '');
    const help = findHelp(words, specs);
    if (help !== undefined)
        return { ...help, line: text };
    const spec = findCommand(words, specs, text);
    const flags = {};
    const targets = [];
    let named = false;
    for (let index = 0; index < words.length; index++) {
        const word = words[index] ?? '';
        if (word.startsWith('--'))
            index += readFlag(word, words[index + 1], { flags, spec });
        else if (!named)
            named = true;
        else
            targets.push(word);
    }
    checkTargets(targets, spec);
    return { command: spec.name, flags: targets.length > 0 ? { ...flags, [targetsFlag]: targets } : flags, line: text };
}
/** `--help` and `-h` win over everything else on their line; nothing at all asks for help too (specification 1.1). */
function findHelp(words, specs) {
    if (words.length > 0 && !words.includes('--help') && !words.includes('-h'))
        return undefined;
    const named = specs.filter(({ name }) => name === findName(words) && name !== helpCommand);
    return { command: helpCommand, flags: named.length > 0 ? { [targetsFlag]: named.map(({ name }) => name) } : {} };
}
/** The command is the first word that is neither a flag nor a flag's value: global flags may stand before it. */
function findCommand(words, specs, text) {
    const named = findName(words);
    const spec = specs.find((one) => one.name === named);
    if (spec !== undefined)
        return spec;
    refuseOtherCommand(named ?? '');
    const names = specs.map((one) => one.name);
    const nearest = named === undefined ? undefined : (0,nearest_name/* nearestName */.q)(named, names);
    throw (0,argument_error/* argumentError */.C)(`unknown command ${named ?? ''} in "${text}"`, nearest === undefined ? `the commands are ${names.join(', ')}` : `did you mean ${nearest}?`);
}
function findName(words) {
    return words.find((word, index) => !word.startsWith('-') && !takesNext(words[index - 1]));
}
function takesNext(previous) {
    if (previous === undefined || previous.includes('='))
        return false;
    const flag = commands_flags/* globalFlags */.vP.find((one) => `--${one.name}` === previous);
    return flag !== undefined && flag.kind !== 'boolean';
}
/** Reads one flag; answers how many further words it used. */
function readFlag(word, next, { flags, spec }) {
    const equals = word.indexOf('=');
    const written = word.slice(2, equals < 0 ? undefined : equals);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    const known = [...spec.flags, ...commands_flags/* globalFlags */.vP];
    const negated = known.find((one) => one.negatable === true && `no-${one.name}` === written);
    if (negated !== undefined) {
        flags[negated.name] = inline !== undefined && !readBoolean(inline, negated);
        return 0;
    }
    const flag = known.find((one) => one.name === written);
    if (flag === undefined)
        throw unknownFlag(written, known, spec);
    if (flag.kind === 'boolean') {
        flags[flag.name] = inline === undefined ? true : readBoolean(inline, flag);
        return 0;
    }
    // Another flag is no value: `--config --debug` has forgotten it.
    const value = inline ?? (next?.startsWith('--') ? undefined : next);
    if (value === undefined)
        throw badValue(flag, 'a value is missing', `write --${flag.name}=VALUE`);
    flags[flag.name] = readValue(value, flag, flags[flag.name]);
    return inline === undefined ? 1 : 0;
}
function readBoolean(text, flag) {
    if (/^(true|1|yes)$/i.test(text))
        return true;
    if (/^(false|0|no)$/i.test(text))
        return false;
    throw badValue(flag, `"${text}" is not a boolean`, 'write true or false');
}
function readValue(text, flag, before) {
    if (flag.choices !== undefined && !flag.choices.includes(text)) {
        throw badValue(flag, `"${text}" is not one of its values`, `use one of ${flag.choices.join(', ')}`);
    }
    if (flag.kind === 'list')
        return [...(Array.isArray(before) ? before : []), ...readList(text, flag)];
    if (flag.kind === 'duration')
        return readDuration(text, flag);
    if (flag.kind === 'number')
        return readNumber(text, flag);
    return text;
}
function readDuration(text, flag) {
    const duration = (0,durations/* parseDuration */.E9)(text);
    if (duration !== undefined && duration >= 0)
        return duration;
    throw badValue(flag, `expected duration but got "${text}"`, 'write a duration with its unit, as 10m or 1h30m');
}
function readNumber(text, flag) {
    if (!/^-?\d+$/.test(text))
        throw badValue(flag, `"${text}" is not a whole number`, `write --${flag.name}=2`);
    return Number(text);
}
function readList(text, flag) {
    if (flag.pairs === undefined)
        return splitList(text, ',');
    const pairs = splitList(text, ';');
    const wrong = pairs.find((pair) => pair.indexOf('=') < 1);
    if (wrong === undefined)
        return pairs;
    throw badValue(flag, `"${wrong}" is not KEY=VALUE`, `write --${flag.name}=KEY=VALUE`);
}
/** Lists split at `,`, maps at `;`; a backslash keeps the separator (specification 1.1). */
function splitList(text, separator) {
    const parts = text.match(new RegExp(`(?:[^\\\\${separator}]|\\\\.|\\\\$)+`, 'gs')) ?? [];
    return parts.map((part) => part.replaceAll(`\\${separator}`, separator));
}
function checkTargets(targets, spec) {
    const wrong = targets.find((target) => spec.targets?.includes(target) !== true);
    if (wrong === undefined)
        return;
    const hint = spec.targets === undefined ? `${spec.name} takes flags only` : `use ${spec.targets.join(', ')}`;
    throw (0,argument_error/* argumentError */.C)(`unexpected argument ${wrong} of ${spec.name}`, hint);
}
function unknownFlag(written, known, spec) {
    const names = known.flatMap((one) => (one.negatable ? [one.name, `no-${one.name}`] : [one.name]));
    const nearest = (0,nearest_name/* nearestName */.q)(written, names);
    const hint = nearest === undefined
        ? `${spec.name} knows ${spec.flags.map((one) => `--${one.name}`).join(', ')}`
        : `did you mean --${nearest}?`;
    return (0,argument_error/* argumentError */.C)(`unknown flag --${written} of ${spec.name}`, hint);
}
function badValue(flag, problem, hint) {
    return (0,argument_error/* argumentError */.C)(`--${flag.name}: ${problem}`, hint);
}


/***/ }),

/***/ 165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ numberFlag),
/* harmony export */   Fg: () => (/* binding */ booleanFlag),
/* harmony export */   gx: () => (/* binding */ textFlag),
/* harmony export */   rU: () => (/* binding */ requireService),
/* harmony export */   vG: () => (/* binding */ isDryRun),
/* harmony export */   y4: () => (/* binding */ refuseWhenCancelled)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_project_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1852);


/** A boolean flag; `fallback` where the line does not say. */
function booleanFlag(context, name, fallback = false) {
    const value = context.flags[name];
    return typeof value === 'boolean' ? value : fallback;
}
/** A number flag, undefined where the line does not say. */
function numberFlag(context, name) {
    const value = context.flags[name];
    return typeof value === 'number' ? value : undefined;
}
/** A text flag; `fallback` where the line does not say, or says nothing. */
function textFlag(context, name, fallback = '') {
    const value = context.flags[name];
    return typeof value === 'string' && value !== '' ? value : fallback;
}
/** The service of the config. @throws UserError where the config names none */
function requireService(project) {
    const name = (0,_model_project_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceName */ .f)(project.config);
    if (name !== undefined)
        return name;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('service is not defined', {
        hint: 'this command works on a service: name it under `service` in the config',
        location: { file: project.config.file },
    });
}
/** Asked before each write. `step`: what would be done. @throws CancelledError once the workflow is cancelled */
function refuseWhenCancelled({ signal }, step) {
    if (signal.aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CancelledError */ .cc(step);
}
/** Whether the command writes nothing: by the input or by the flag. */
function isDryRun(context) {
    return context.options.dryRun || booleanFlag(context, 'dry-run');
}


/***/ }),

/***/ 7157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ renderFlags),
/* harmony export */   Mt: () => (/* binding */ scaleFlags),
/* harmony export */   Oh: () => (/* binding */ statusFlags),
/* harmony export */   XE: () => (/* binding */ verifyFlags),
/* harmony export */   dH: () => (/* binding */ registerFlags),
/* harmony export */   dk: () => (/* binding */ diffFlags),
/* harmony export */   pF: () => (/* binding */ waitFlags),
/* harmony export */   qs: () => (/* binding */ rollbackFlags),
/* harmony export */   tZ: () => (/* binding */ refreshFlags),
/* harmony export */   vP: () => (/* binding */ globalFlags),
/* harmony export */   z7: () => (/* binding */ deployFlags)
/* harmony export */ });
/** Flags that every command has (specification 1.1). */
const globalFlags = [
    { name: 'config', kind: 'list', help: 'config file' },
    { name: 'envfile', kind: 'list', help: 'environment files' },
    {
        name: 'ext-str',
        kind: 'list',
        pairs: true,
        help: 'Jsonnet external string variables, KEY=VALUE',
    },
    { name: 'ext-code', kind: 'list', pairs: true, help: 'Jsonnet external code variables, KEY=VALUE' },
    { name: 'assume-role-arn', kind: 'text', help: 'role that the commands work under' },
    { name: 'timeout', kind: 'duration', help: 'overrides the timeout of the config' },
    { name: 'debug', kind: 'boolean', help: 'show requests and timings' },
    {
        name: 'color',
        kind: 'boolean',
        negatable: true,
        variable: 'ECSPRESSO_COLOR',
        help: 'coloured output of the command line',
    },
    {
        name: 'log-format',
        kind: 'text',
        choices: ['text', 'json'],
        help: 'log format',
        pending: 'the log is text; report-file is JSON',
    },
    { name: 'filter-command', kind: 'text', help: 'chooser for tasks', pending: 'nothing is chosen interactively' },
];
const dryRun = { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' };
const wait = { name: 'wait', kind: 'boolean', negatable: true, help: 'wait for the end of the deployment' };
const waitUntil = {
    name: 'wait-until',
    kind: 'text',
    choices: ['stable', 'deployed'],
    help: 'what to wait for',
};
const rollbackEvents = {
    name: 'rollback-events',
    kind: 'text',
    help: 'CodeDeploy events that roll back',
    pending: 'CodeDeploy services are not supported yet',
};
const revision = { name: 'revision', kind: 'number', help: 'revision of the task definition' };
const tasks = { name: 'tasks', kind: 'number', help: 'desired count' };
const scalingFlags = [
    { name: 'suspend-auto-scaling', kind: 'boolean', help: 'suspend auto scaling' },
    { name: 'resume-auto-scaling', kind: 'boolean', help: 'resume auto scaling' },
    { name: 'auto-scaling-min', kind: 'number', help: 'minimum capacity' },
    { name: 'auto-scaling-max', kind: 'number', help: 'maximum capacity' },
];
/** The flags of `deploy` (specification 5.3.1). */
const deployFlags = [
    dryRun,
    tasks,
    { name: 'skip-task-definition', kind: 'boolean', help: 'keep the task definition that runs' },
    { ...revision, help: 'deploy this revision, register nothing' },
    { name: 'latest-task-definition', kind: 'boolean', help: 'deploy the newest revision, register nothing' },
    { name: 'force-new-deployment', kind: 'boolean', help: 'replace the tasks even when nothing changed' },
    wait,
    waitUntil,
    ...scalingFlags,
    rollbackEvents,
    {
        name: 'update-service',
        kind: 'boolean',
        negatable: true,
        help: 'apply attributes and tags of the service definition',
    },
];
/** The flags of `refresh` (specification 5.5). */
const refreshFlags = [dryRun, wait, waitUntil];
/** The flags of `scale` (specification 5.6). */
const scaleFlags = [dryRun, tasks, wait, waitUntil, ...scalingFlags];
/** The flags of `rollback` (specification 5.7), and `--revision`, which ecspresso has not. */
const rollbackFlags = [
    dryRun,
    { ...revision, help: 'go to this revision instead of the previous one' },
    { name: 'deregister-task-definition', kind: 'boolean', negatable: true, help: 'deregister what was rolled back' },
    wait,
    waitUntil,
    rollbackEvents,
];
/** The flags of `diff` (specification 5.11), and `--strict`, which ecspresso has not. */
const diffFlags = [
    { name: 'unified', kind: 'boolean', negatable: true, help: 'unified format' },
    { name: 'with-service', kind: 'boolean', help: 'compare the service too' },
    { name: 'without-service', kind: 'boolean', help: 'compare the task definition only' },
    { name: 'external', kind: 'text', variable: 'ECSPRESSO_DIFF_COMMAND', help: 'program that shows what differs' },
    { name: 'jsonnet', kind: 'boolean', help: 'compare as Jsonnet' },
    { name: 'strict', kind: 'boolean', help: 'fail when something differs' },
];
/** The flags of `verify` (specification 5.12); `--offline` and `--put-logs` are ours. */
const verifyFlags = [
    { name: 'get-secrets', kind: 'boolean', negatable: true, help: 'read the secrets' },
    { name: 'put-logs', kind: 'boolean', negatable: true, help: 'write a log event', pending: 'no log event is written' },
    { name: 'cache', kind: 'boolean', negatable: true, help: 'ask once for what is named twice', pending: 'always on' },
    { name: 'offline', kind: 'boolean', help: 'only what needs no AWS' },
];
/** The flags of `register` (specification 5.14). */
const registerFlags = [
    dryRun,
    { name: 'output', kind: 'boolean', help: 'print the registered task definition' },
];
/** The flags of `status` (specification 5.9). */
const statusFlags = [{ name: 'events', kind: 'number', help: 'how many events to show' }];
/** The flags of `wait` (specification 5.8). */
const waitFlags = [
    { ...waitUntil, name: 'wait-until' },
    { ...waitUntil, name: 'until' },
];
/** The flags of `render` (specification 5.17). */
const renderFlags = [{ name: 'jsonnet', kind: 'boolean', help: 'format as Jsonnet' }];


/***/ }),

/***/ 3572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ leaveDoubt)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** Tells of a write that failed without an answer: AWS may have carried it out. `what`: what may have happened. */
function leaveDoubt({ leave }, error, what) {
    const cause = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .findCause */ .lO)(error, (one) => one instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy);
    if (cause === undefined || (cause.status !== 0 && cause.status < 500))
        return;
    leave(`${what}: the answer of ${cause.operation} was lost (${cause.code}); \`status\` shows what is there`);
}


/***/ }),

/***/ 9260:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var _argument_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4548);

/**
 * Splits the `command` input as a shell splits words: quotes join, `\` at a line's end continues, `#` begins a
 * comment that ends with its line, nothing is expanded. Empty lines vanish. Quotes close on the line they open.
 * @throws UserError for a quote that is not closed
 */
function splitLines(text) {
    const source = text.replace(/\r\n?/g, '\n');
    const lines = [[]];
    token.lastIndex = 0;
    for (let start = 0; start < source.length; start = token.lastIndex) {
        const { blank, comment, end, word } = token.exec(source)?.groups ?? {};
        if (end !== undefined)
            lines.push([]);
        else if (word !== undefined)
            lines.at(-1)?.push(word.replaceAll('\\\n', ''));
        else if (blank === undefined && comment === undefined)
            throw unclosed(source, start);
    }
    return lines.filter((line) => line.length > 0).map((line) => ({ words: line.map(unquote), text: line.join(' ') }));
}
// A word is quoted parts, escaped characters and plain ones, as many as touch each other.
const token = /(?<end>\n)|(?<blank>(?:[^\S\n]|\\\n)+)|(?<comment>#[^\n]*)|(?<word>(?:'[^'\n]*'|"(?:[^"\\\n]|\\.)*"|\\.|[^\s'"\\])+)/gsy;
const quoted = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs;
function unquote(word) {
    return word.replace(quoted, (_, single, double, escaped) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '');
}
function unclosed(source, start) {
    const [line] = source.slice(source.lastIndexOf('\n', start) + 1).split('\n', 1);
    return (0,_argument_error_js__WEBPACK_IMPORTED_MODULE_0__/* .argumentError */ .C)(`a quote or \\ that nothing closes in "${line}"`, 'close the quote, or put a \\ before it');
}


/***/ }),

/***/ 8572:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ readServiceDefinition),
/* harmony export */   OH: () => (/* binding */ refuseMissingService),
/* harmony export */   SL: () => (/* binding */ findFamily),
/* harmony export */   T2: () => (/* binding */ readAppliedDefinition),
/* harmony export */   VL: () => (/* binding */ readLiveTaskDefinition),
/* harmony export */   r5: () => (/* binding */ findLocalFamily),
/* harmony export */   rv: () => (/* binding */ requireLiveService),
/* harmony export */   uS: () => (/* binding */ readService)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8108);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7979);
/* harmony import */ var _model_project_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1852);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(165);





/** The service as it is now; undefined where there is none: never created, or deleted (INACTIVE). */
async function readService(ecs, project) {
    const service = await lookUpService(ecs, project);
    return service?.status === 'INACTIVE' ? undefined : service;
}
/** The same; AWS shows a deleted service for a while. */
async function lookUpService(ecs, project) {
    const name = (0,_model_project_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceName */ .f)(project.config);
    return name && ecs.describeService(name).catch((error) => refuseCluster(error, project));
}
/** AWS says that there is no such cluster, and neither which nor who wrote it. */
function refuseCluster(error, { config }) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy) || error.code !== 'ClusterNotFoundException')
        throw error;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the cluster ${config.cluster} does not exist in ${config.region || 'this region'}`, {
        hint: 'check the name, the region and the account',
        location: config.locate('cluster'),
        category: 'config/reference',
        cause: error,
    });
}
/** The service, which must exist. @throws UserError where it does not */
async function requireLiveService(context) {
    const service = await lookUpService(context.aws.ecs, context.project);
    if (service === undefined)
        return refuseMissingService(context);
    if (service.status !== 'INACTIVE')
        return service;
    const { service: name, cluster } = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requireService */ .rU)(context.project);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`service ${name} of the cluster ${cluster} is INACTIVE: it was deleted`, {
        hint: '`deploy` creates it anew',
        location: context.project.config.locate('service'),
        category: 'conflict/service-inactive',
    });
}
/** Says that there is no such service: for commands that create none. */
function refuseMissingService({ project }) {
    const { service: name, cluster } = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .requireService */ .rU)(project);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`service ${name} is not found in the cluster ${cluster}`, {
        hint: 'check service, cluster, region and account; `deploy` creates a service',
        location: project.config.locate('service'),
        category: 'config/reference',
    });
}
/** The service definition, where the config has one and a service. */
async function readServiceDefinition(project) {
    const { service, serviceDefinition } = project.config;
    return service === undefined || serviceDefinition === undefined ? undefined : project.serviceDefinition();
}
/** The service definition, where the line applies it: not with `--no-update-service`. */
async function readAppliedDefinition(context) {
    return (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .booleanFlag */ .Fg)(context, 'update-service', true) ? readServiceDefinition(context.project) : undefined;
}
/**
 * What a task definition is compared with: what the service runs, else the newest revision of its family
 * (specification 5.11); undefined where neither exists.
 */
async function readLiveTaskDefinition(ecs, service, local) {
    if (service?.taskDefinition !== undefined)
        return ecs.describeTaskDefinition(service.taskDefinition);
    const family = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(local.document, ['family']);
    const [newest] = family === undefined ? [] : await ecs.listTaskDefinitions(family, 1);
    return newest === undefined ? undefined : ecs.describeTaskDefinition(newest);
}
/** The family that a service's task definitions belong to, else that of the file. */
async function findFamily(project, service) {
    if (service?.taskDefinition !== undefined)
        return (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTaskDefinitionName */ .T)(service.taskDefinition).family;
    return findLocalFamily(project);
}
/** The family that the file names. */
async function findLocalFamily(project) {
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)((await project.taskDefinition()).document, ['family']) ?? '';
}


/***/ }),

/***/ 3902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ outputFlag),
/* harmony export */   u: () => (/* binding */ printListing)
/* harmony export */ });
/* harmony import */ var _plan_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4917);

/** How a list is printed. */
const outputFlag = {
    name: 'output',
    kind: 'text',
    choices: ['table', 'json', 'tsv'],
    help: 'how it is printed',
};
/** The list in one of ecspresso's formats (specification 5.14): TSV has no header, JSON is a stream and no list. */
function printListing(listing, output) {
    const { title, columns, rows, objects } = listing;
    if (output === 'json')
        return { title, language: 'json', text: objects.map(_plan_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDocument */ .Tq).join('') };
    const cells = rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ')));
    if (output === 'tsv')
        return { title, language: 'text', text: cells.map((row) => `${row.join('\t')}\n`).join('') };
    return { title, language: 'text', text: drawTable(columns, cells) };
}
/** Borders left and right, a rule below the header. */
function drawTable(columns, rows) {
    const widths = columns.map((name, index) => Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)));
    const line = (cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |\n`;
    const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`;
    return [line(columns), rule, ...rows.map(line)].join('');
}


/***/ }),

/***/ 9803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   II: () => (/* binding */ settleTaskDefinition),
/* harmony export */   Vh: () => (/* binding */ readChosen),
/* harmony export */   aq: () => (/* binding */ chooseTaskDefinition),
/* harmony export */   fD: () => (/* binding */ registerDefinition)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8108);
/* harmony import */ var _plan_normalise_task_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9961);
/* harmony import */ var _plan_service_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3254);
/* harmony import */ var _argument_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4548);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(165);
/* harmony import */ var _lost_answers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3572);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8572);








/**
 * Chooses by the flags: `--revision`, `--latest-task-definition`, `--skip-task-definition`, else the file.
 * @throws UserError when two of them contradict each other, or there is no revision
 */
async function chooseTaskDefinition(context, service) {
    const { project, aws } = context;
    const revision = (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .numberFlag */ .C$)(context, 'revision') ?? 0;
    const latest = (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanFlag */ .Fg)(context, 'latest-task-definition');
    if (revision > 0 && latest) {
        throw (0,_argument_error_js__WEBPACK_IMPORTED_MODULE_3__/* .argumentError */ .C)('revision and latest-task-definition are exclusive', 'give one of the two');
    }
    if (revision > 0)
        return { kind: 'existing', name: `${await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .findFamily */ .SL)(project, service)}:${revision}` };
    if (latest || ((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanFlag */ .Fg)(context, 'skip-task-definition') && service === undefined)) {
        const family = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .findFamily */ .SL)(project, service);
        const [newest] = await aws.ecs.listTaskDefinitions(family, 1);
        if (newest !== undefined)
            return { kind: 'existing', name: newest };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`no task definitions family ${family} are found`, {
            hint: 'register one first: `register`',
            category: 'config/reference',
        });
    }
    if ((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .booleanFlag */ .Fg)(context, 'skip-task-definition'))
        return { kind: 'keep', name: service?.taskDefinition ?? '' };
    return { kind: 'register', definition: await project.taskDefinition() };
}
/** Carries the choice out. @throws StepError `failed to register task definition` */
async function settleTaskDefinition(context, choice) {
    return choice.kind === 'register'
        ? registerDefinition(context, choice.definition)
        : { taskDefinition: choice.name, tell: () => { } };
}
/** The definition that was chosen, as a comparison needs it. @throws UserError when the revision does not exist */
async function readChosen(context, choice) {
    if (choice.kind === 'register')
        return choice.definition;
    if (choice.kind === 'keep')
        return undefined;
    const found = await context.aws.ecs.describeTaskDefinition(choice.name);
    const file = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_7__/* .shortName */ .E)(choice.name);
    if (found !== undefined)
        return { file, document: (0,_plan_normalise_task_definition_js__WEBPACK_IMPORTED_MODULE_1__/* .taskDefinitionDocument */ .Ke)(found), locate: () => ({ file }) };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the task definition ${file} does not exist`, {
        hint: 'see which revisions there are: `aws ecs list-task-definitions`',
        category: 'config/reference',
    });
}
/**
 * Registers a definition; with `--dry-run` only says so.
 * @throws StepError `failed to register task definition`
 */
async function registerDefinition(context, definition) {
    const { aws, emit, project } = context;
    const input = (0,_plan_service_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .registrationInput */ .sZ)(definition.document, project.config.ignoreTags);
    const call = { kind: 'call', operation: 'RegisterTaskDefinition', input };
    if ((0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .isDryRun */ .vG)(context)) {
        const family = String(input['family']);
        const summary = `register a new revision of ${family}`;
        return { taskDefinition: `${family}:(new revision)`, tell: () => emit({ ...call, dryRun: true, summary }) };
    }
    (0,_context_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseWhenCancelled */ .y4)(context, 'the task definition was registered');
    try {
        const { arn, repeated } = await aws.ecs.registerTaskDefinition(input);
        const name = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_7__/* .shortName */ .E)(arn);
        const removal = `aws ecs deregister-task-definition --task-definition ${name}`;
        context.leave(`${name} stays registered; to remove it: \`${removal}\``);
        if (repeated)
            tellDouble(context, name);
        return { taskDefinition: arn, tell: () => emit({ ...call, dryRun: false, summary: `registered ${name}` }) };
    }
    catch (error) {
        (0,_lost_answers_js__WEBPACK_IMPORTED_MODULE_5__/* .leaveDoubt */ .K)(context, error, `a revision of ${String(input['family'])} may have been registered`);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg('failed to register task definition', error);
    }
}
/** The answer to a first attempt was lost: what it registered, if anything, is the revision before. */
function tellDouble({ emit, leave }, name) {
    const { family, revision } = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTaskDefinitionName */ .T)(name);
    const text = `${family}:${Number(revision) - 1} may have been registered too: the answer to a first attempt was lost`;
    emit({ kind: 'note', level: 'warning', text });
    leave(text);
}


/***/ }),

/***/ 6290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ taskVerbs)
/* harmony export */ });
/** What `tasks` does; the first where nothing is said. */
const taskVerbs = ['list', 'find', 'stop', 'trace', 'logs'];


/***/ }),

/***/ 6503:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   fr: () => (/* binding */ defaultTimeout)
/* harmony export */ });
/** 10 minutes: what a command may take where nobody says (specification 1.10). */
const defaultTimeout = 600_000;
const unitsInMilliseconds = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
};
/** Go's durations are 64-bit nanoseconds. */
const largest = 2 ** 63 / 1e6;
/** ms of a Go duration (`5m10s`, `1.5h`, `0`); undefined where the text is none (specification 2.3). */
function parseDuration(text) {
    if (/^[+-]?0$/.test(text))
        return 0;
    const match = /^([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
    if (match === null)
        return undefined;
    const total = Array.from((match[2] ?? '').matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g)).reduce((sum, [, count, unit]) => sum + Number(count) * (unitsInMilliseconds[unit ?? ''] ?? 0), 0);
    return total < largest ? (match[1] === '-' ? -total : total) : undefined;
}
/** A duration as Go prints it: `10m0s`, `1h30m0s`, `1.5s`, `300ms`, `0s`. */
function formatDuration(milliseconds) {
    const sign = milliseconds < 0 ? '-' : '';
    const absolute = Math.abs(milliseconds);
    if (absolute === 0)
        return '0s';
    if (absolute < 1e-3)
        return `${sign}${Math.round(absolute * 1e6)}ns`;
    if (absolute < 1)
        return `${sign}${trim(absolute * 1000, 3)}µs`;
    if (absolute < 1000)
        return `${sign}${trim(absolute, 6)}ms`;
    const hours = Math.floor(absolute / 3_600_000);
    const minutes = Math.floor((absolute % 3_600_000) / 60_000);
    const seconds = `${trim((absolute % 60_000) / 1000, 9)}s`;
    if (hours > 0)
        return `${sign}${hours}h${minutes}m${seconds}`;
    return minutes > 0 ? `${sign}${minutes}m${seconds}` : sign + seconds;
}
function trim(value, places) {
    return String(Number(value.toFixed(places)));
}


/***/ }),

/***/ 6948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ parseJson),
/* harmony export */   q: () => (/* binding */ JsonSyntaxError)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2408);

/** What is wrong with a JSON text, and where. */
class JsonSyntaxError extends Error {
    offset;
    hint;
    constructor(message, offset, hint) {
        super(message);
        this.name = 'JsonSyntaxError';
        this.offset = offset;
        this.hint = hint;
    }
}
const numberShape = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordShape = /[A-Za-z_][A-Za-z0-9_]*/y;
const words = new Map([
    ['true', true],
    ['false', false],
    ['null', null],
]);
/**
 * Parses JSON and keeps the position of every key and value. `lenient` also takes comments and trailing
 * commas, as Jsonnet does (specification 2.1).
 *
 * @throws JsonSyntaxError
 */
function parseJson(text, options = {}) {
    return new JsonReader(text, options.lenient ?? false).document();
}
class JsonReader {
    text;
    lenient;
    position = 0;
    depth = 0;
    constructor(text, lenient) {
        this.text = text;
        this.lenient = lenient;
        if (text.startsWith('\uFEFF'))
            this.position = 1;
    }
    document() {
        this.skipSpace();
        if (this.position >= this.text.length)
            throw this.failure('the file is empty', 'write a JSON object');
        const tree = this.value();
        this.skipSpace();
        if (this.position < this.text.length) {
            throw this.failure(`unexpected ${this.found()} behind the end of the document`, 'remove what follows the last brace');
        }
        return tree;
    }
    value() {
        const offset = this.position;
        switch (this.text.charAt(offset)) {
            case '{':
                return this.nested(() => ({ kind: 'object', offset, members: this.sequence('}', () => this.member()) }));
            case '[':
                return this.nested(() => ({ kind: 'list', offset, items: this.sequence(']', () => this.value()) }));
            case '"':
                return { kind: 'scalar', offset, value: this.string() };
            default:
                return { kind: 'scalar', offset, value: this.plain() };
        }
    }
    nested(read) {
        if (this.depth >= _tree_js__WEBPACK_IMPORTED_MODULE_0__/* .depthLimit */ .zR)
            throw this.failure('the document is nested too deeply', 'make it flatter');
        this.depth++;
        const tree = read();
        this.depth--;
        return tree;
    }
    sequence(close, read) {
        const items = [];
        this.position++;
        this.skipSpace();
        while (this.text.charAt(this.position) !== close) {
            items.push(read());
            this.skipSpace();
            if (this.text.charAt(this.position) === close)
                break;
            const comma = this.position;
            if (this.text.charAt(comma) !== ',')
                throw this.failure(`expected , or ${close} but found ${this.found()}`, separatorHint);
            this.position++;
            this.skipSpace();
            if (this.text.charAt(this.position) === close && !this.lenient) {
                this.position = comma;
                throw this.failure(`unexpected , before ${close}`, 'remove the comma behind the last item');
            }
        }
        this.position++;
        return items;
    }
    member() {
        const offset = this.position;
        if (this.text.charAt(offset) !== '"') {
            throw this.failure(`expected a key in double quotes but found ${this.found()}`, 'write keys as "key"');
        }
        const key = this.string();
        this.skipSpace();
        if (this.text.charAt(this.position) !== ':') {
            throw this.failure(`expected : behind the key ${JSON.stringify(key)} but found ${this.found()}`, separatorHint);
        }
        this.position++;
        this.skipSpace();
        return { key, offset, value: this.value() };
    }
    string() {
        const start = this.position;
        let end = start + 1;
        for (let character = this.text.charAt(end); character !== '"'; character = this.text.charAt(end)) {
            if (character === '')
                throw this.failure('a text in double quotes does not end', 'close it with "');
            if (character < ' ') {
                this.position = end;
                throw this.failure(`a text holds ${JSON.stringify(character)} as it is`, controlHint);
            }
            end += character === '\\' ? 2 : 1;
        }
        this.position = end + 1;
        return this.unescape(start, end + 1);
    }
    unescape(start, end) {
        const literal = this.text.slice(start, end);
        if (!literal.includes('\\'))
            return literal.slice(1, -1);
        const bad = /\\(?:[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/.exec(literal.replaceAll('\\\\', '  '));
        if (bad === null)
            return JSON.parse(literal);
        this.position = start + bad.index;
        throw this.failure(`a text holds the unknown escape ${bad[0]}`, 'write a backslash as \\\\');
    }
    plain() {
        wordShape.lastIndex = this.position;
        const word = wordShape.exec(this.text)?.[0];
        if (word === undefined)
            return this.number();
        const value = words.get(word);
        if (value === undefined)
            throw this.failure(`unexpected ${word}`, 'put texts in double quotes');
        this.position += word.length;
        return value;
    }
    number() {
        numberShape.lastIndex = this.position;
        const digits = numberShape.exec(this.text)?.[0];
        if (digits === undefined)
            throw this.failure(`expected a value but found ${this.found()}`, this.valueHint());
        if (!Number.isFinite(Number(digits)))
            throw this.failure(`the number ${digits.slice(0, 20)} is too large`, 'write a smaller one');
        this.position += digits.length;
        if (/[0-9A-Za-z_.]/.test(this.text.charAt(this.position))) {
            throw this.failure(`unexpected ${this.found()} behind the number ${digits}`, 'put texts in double quotes');
        }
        return Number(digits);
    }
    skipSpace() {
        for (;;) {
            const space = /[ \t\r\n]*/y;
            space.lastIndex = this.position;
            this.position += space.exec(this.text)?.[0].length ?? 0;
            const comment = this.lenient ? this.commentLength() : 0;
            if (comment === 0)
                return;
            this.position += comment;
        }
    }
    commentLength() {
        const comment = /(?:\/\/|#)[^\n]*|\/\*[\s\S]*?\*\//y;
        comment.lastIndex = this.position;
        return comment.exec(this.text)?.[0].length ?? 0;
    }
    valueHint() {
        if (/^(?:\/\/|\/\*|#)/.test(this.text.slice(this.position, this.position + 2)))
            return commentHint;
        return this.text.charAt(this.position) === "'"
            ? 'use double quotes'
            : 'write a text, a number, true, false, null, [ or {';
    }
    found() {
        const rest = this.text.slice(this.position, this.position + 20);
        if (rest === '')
            return 'the end of the file';
        return JSON.stringify(/^\w+|^[^\w\s]/.exec(rest)?.[0] ?? rest.charAt(0));
    }
    failure(message, hint) {
        const isComment = /^(?:\/\/|\/\*|#)/.test(this.text.slice(this.position, this.position + 2));
        return new JsonSyntaxError(message, this.position, isComment ? commentHint : hint);
    }
}
const separatorHint = 'look for a missing comma, colon or quote just before';
const controlHint = 'write line breaks and tabs as \\n and \\t; a template value needs | json_escape';
const commentHint = 'JSON has no comments: remove it, or name the file .jsonnet';


/***/ }),

/***/ 6793:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ isFatal),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/** ms that the engine may compute without asking or answering anything. */
const patience = 10_000;
/** What is wrong with a file that takes longer. */
const tooLong = `it is still not evaluated after ${patience / 1000} s`;
/** What is wrong with a file at which the engine breaks down. */
const tooLarge = 'it needs too much memory or is nested too deeply';
/** Whether a failure cost the engine its life: it would again. */
function isFatal(failure) {
    return failure.includes(tooLong) || failure.includes(tooLarge);
}


/***/ }),

/***/ 5842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/** The known name that was probably meant; undefined where none is near. */
function nearestName(name, known) {
    const wanted = flatten(name);
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    let best;
    for (const candidate of known) {
        const distance = editDistance(wanted, flatten(candidate));
        if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
            best = { name: candidate, distance };
    }
    return best?.name;
}
/** `; did you mean "region"?`, or nothing. */
function suggest(name, known) {
    const nearest = nearestName(name, known);
    return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}
/** Names that differ in case and separators only are the same to whoever typed them. */
function flatten(name) {
    return name.slice(0, 100).toLowerCase().replaceAll(/[_-]/g, '');
}
function editDistance(one, other) {
    let row = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (const [index, character] of Array.from(one).entries()) {
        const next = [index + 1];
        for (let column = 0; column < other.length; column++) {
            const replaced = (row[column] ?? 0) + (character === other.charAt(column) ? 0 : 1);
            next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}


/***/ }),

/***/ 3261:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ SourceText)
/* harmony export */ });
/** A text of the workspace that can say on which line and column an offset stands. */
class SourceText {
    /** Path relative to the repository. */
    file;
    text;
    starts;
    constructor(file, text) {
        this.file = file;
        this.text = text;
    }
    locate(offset) {
        const starts = this.lineStarts();
        const line = Math.max(lastAtOrBefore(starts, offset), 0);
        return { file: this.file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    }
    lineStarts() {
        this.starts ??= [0, ...Array.from(this.text.matchAll(/\n/g), (match) => match.index + 1)];
        return this.starts;
    }
}
function lastAtOrBefore(starts, offset) {
    let low = 0;
    let high = starts.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}


/***/ }),

/***/ 9599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ isTrue),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   Ms: () => (/* binding */ entryOf),
/* harmony export */   Qy: () => (/* binding */ isMapValue),
/* harmony export */   go: () => (/* binding */ typeName),
/* harmony export */   kq: () => (/* binding */ isListValue),
/* harmony export */   pr: () => (/* binding */ Complex),
/* harmony export */   zf: () => (/* binding */ FunctionFailure)
/* harmony export */ });
/** A complex constant such as `1+2i`; nobody needs it, the grammar has it. */
class Complex {
    real;
    imaginary;
    constructor(real, imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }
}
/** Why a function has no result. With a placeholder the rendering goes on and reports the failure at its end. */
class FunctionFailure extends Error {
    hint;
    placeholder;
    constructor(message, options = {}) {
        super(message, { cause: options.cause });
        this.name = 'FunctionFailure';
        this.hint = options.hint;
        this.placeholder = options.placeholder;
    }
}
/** Whether a value is a list; narrows where `Array.isArray` loses `readonly`. */
function isListValue(value) {
    return Array.isArray(value);
}
/** Whether a value is a map. */
function isMapValue(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Complex);
}
/** What sort of value this is. */
function kindOf(value) {
    switch (typeof value) {
        case 'boolean':
            return 'bool';
        case 'bigint':
            return 'int';
        case 'number':
            return 'float';
        case 'string':
            return 'string';
        default:
            if (value === null)
                return 'nil';
            if (value instanceof Complex)
                return 'complex';
            return isListValue(value) ? 'list' : 'map';
    }
}
const typeNames = {
    nil: '<nil>',
    bool: 'bool',
    int: 'int',
    float: 'float64',
    complex: 'complex128',
    string: 'string',
    list: '[]interface {}',
    map: 'map[string]interface {}',
};
/** The type as Go names it in messages and for `%T`. */
function typeName(value) {
    return typeNames[kindOf(value)];
}
/** What `if`, `and`, `or` and `not` make of a value: zero, empty and nothing are false. */
function isTrue(value) {
    if (value === null)
        return false;
    if (value instanceof Complex)
        return value.real !== 0 || value.imaginary !== 0;
    if (isListValue(value))
        return value.length > 0;
    if (isMapValue(value))
        return Object.keys(value).length > 0;
    // NaN is not zero, so it is true.
    return typeof value === 'number' ? value !== 0 : Boolean(value);
}
/** The keys of a map in byte order, as `range` and printing go through it. */
function sortedKeys(map) {
    return Object.keys(map).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The entry of a map; absent ones are nothing, inherited ones do not exist. */
function entryOf(map, key) {
    return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}


/***/ }),

/***/ 2408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ memberOf),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   b4: () => (/* binding */ offsetOf),
/* harmony export */   cn: () => (/* binding */ describeTree),
/* harmony export */   vw: () => (/* binding */ toObject),
/* harmony export */   zR: () => (/* binding */ depthLimit)
/* harmony export */ });
/** The deepest document we read; beyond it the text is an attack or an accident. */
const depthLimit = 200;
/** The document without its positions. */
function toJson(tree) {
    if (tree.kind === 'scalar')
        return tree.value;
    return tree.kind === 'list' ? tree.items.map(toJson) : toObject(tree);
}
/** An object without its positions; of a key written twice the last one counts. */
function toObject(tree) {
    return Object.fromEntries(tree.members.map(({ key, value }) => [key, toJson(value)]));
}
/** The value of a key. */
function memberOf(tree, key) {
    return tree.kind === 'object' ? tree.members.findLast((member) => member.key === key) : undefined;
}
/** Offset of the value at `path`, or of its nearest ancestor; of an object's member the key's. */
function offsetOf(tree, path) {
    let current = tree;
    let { offset } = tree;
    for (const step of path) {
        const member = typeof step === 'string' ? memberOf(current, step) : undefined;
        const item = typeof step === 'number' && current.kind === 'list' ? current.items[step] : undefined;
        const next = member?.value ?? item;
        if (next === undefined)
            return offset;
        offset = member?.offset ?? next.offset;
        current = next;
    }
    return offset;
}
/** `the number 256`, `a list`: a value as a message names it. */
function describeTree(tree) {
    if (tree.kind === 'list')
        return 'a list';
    if (tree.kind === 'object')
        return 'an object';
    const { value } = tree;
    if (typeof value === 'string')
        return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
    return typeof value === 'number' ? `the number ${value}` : String(value);
}


/***/ }),

/***/ 2238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WU: () => (/* binding */ repositoryAround),
/* harmony export */   fB: () => (/* binding */ outsideHint),
/* harmony export */   sD: () => (/* binding */ findBorder),
/* harmony export */   zk: () => (/* binding */ describeOutside)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** What to do about a file that is refused. */
const outsideHint = 'copy it into the repository in an earlier step; a symbolic link is no way round';
/**
 * Why a file is not read: it lies outside the repository, perhaps behind a symbolic link. Undefined where it lies
 * inside.
 *
 * @param border absolute directory that nothing leaves
 * @param path absolute
 */
function describeOutside(border, path) {
    return isInside(border, path) ? undefined : 'it lies outside the repository';
}
/**
 * The directory that a project's files do not leave: the workspace. A config that lies elsewhere was put there by the
 * workflow itself: the repository around it counts then, else its own directory.
 *
 * @param config absolute path of the config
 * @param workspace absolute
 */
function findBorder(config, workspace) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(config);
    return isBelow(workspace, config) ? workspace : (repositoryAround(directory) ?? directory);
}
/** The nearest directory upwards that git calls a repository. */
function repositoryAround(directory) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.git')))
        return directory;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory);
    return parent === directory ? undefined : repositoryAround(parent);
}
function isInside(border, path) {
    return isBelow(realPath(border), realPath(path));
}
/** A path without symbolic links, as far as it exists: nobody hears what is there outside and what is not. */
function realPath(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        return parent === path ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(realPath(parent), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    }
}
function isBelow(directory, path) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, path);
    return place !== '..' && !place.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(place) !== place;
}


/***/ }),

/***/ 531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   U: () => (/* binding */ describeReadError),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3261);
/* harmony import */ var _workspace_border_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2238);





/** A path as messages show it: relative to the repository, with `/`; absolute where it lies outside. */
function displayPath(root, path) {
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
    return shown === '' || shown.startsWith('..') ? path : shown.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
/**
 * Reads a file of the workspace; at once, because the first use of Node's file threads costs more than the read.
 *
 * @throws UserError when it lies outside the border or cannot be read.
 */
function readSource(path, { root, border, failure, named }) {
    const file = displayPath(root, path);
    const outside = border === undefined ? undefined : (0,_workspace_border_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutside */ .zk)(border, path);
    if (outside !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${failure}: ${outside}`, { hint: _workspace_border_js__WEBPACK_IMPORTED_MODULE_3__/* .outsideHint */ .fB, location: named ?? { file } });
    }
    try {
        return new _source_text_js__WEBPACK_IMPORTED_MODULE_4__/* .SourceText */ .D(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${failure}: ${describeReadError(error)}`, {
            hint: 'check the path, and that the repository is checked out',
            location: named ?? { file },
        });
    }
}
const reasons = {
    ENOENT: 'no such file',
    EACCES: 'no permission to read it',
    EISDIR: 'it is a directory',
    ENOTDIR: 'a part of its path is not a directory',
    ENAMETOOLONG: 'its name is too long',
};
/** Why a file cannot be read, in words. */
function describeReadError(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}


/***/ }),

/***/ 2118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ recognise)
});

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

// EXTERNAL MODULE: ./src/diagnose/rules/info.ts
var info = __webpack_require__(3238);
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
    ...info/* infoRules */.WW,
    ...rollbackRules,
    ...timeoutRules,
    ...plainConfigRules,
    ...surroundingRules,
    runtimeFailure,
    ...documentRules,
    ...faultRules,
    ...logRules,
    ...info/* unknownRules */.sF,
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
    return { evidence, rule: info/* unclassified */.fl, facts: readFacts(whole, evidence) };
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


/***/ }),

/***/ 3238:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WW: () => (/* binding */ infoRules),
/* harmony export */   fl: () => (/* binding */ unclassified),
/* harmony export */   sF: () => (/* binding */ unknownRules)
/* harmony export */ });
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


/***/ }),

/***/ 3879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ needsInstances),
/* harmony export */   P: () => (/* binding */ readRollouts),
/* harmony export */   R0: () => (/* binding */ readTargets),
/* harmony export */   TT: () => (/* binding */ targetGroupsOf),
/* harmony export */   a0: () => (/* binding */ readStatusReasons),
/* harmony export */   wj: () => (/* binding */ readEvents)
/* harmony export */ });
/* harmony import */ var _recognise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2118);

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
    const { rule } = (0,_recognise_js__WEBPACK_IMPORTED_MODULE_0__/* .recognise */ .G)(evidence);
    if (rule.rank === 'info')
        return false;
    return rule.label !== 'unknown/unclassified' || words.test(evidence.message);
}


/***/ }),

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Hu: () => (/* binding */ describeWithPlace),
/* harmony export */   Uc: () => (/* binding */ describeError),
/* harmony export */   ZC: () => (/* binding */ findUserError),
/* harmony export */   cc: () => (/* binding */ CancelledError),
/* harmony export */   lO: () => (/* binding */ findCause),
/* harmony export */   yo: () => (/* binding */ UserError),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/* harmony import */ var _model_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3214);

/** What the user must change: the message names the wrong value, the hint says what to do. */
class UserError extends Error {
    /** One sentence: what to do. */
    hint;
    location;
    /** `category/subcategory` of the taxonomy, where the place of the mistake tells it. */
    category;
    others;
    constructor(message, options) {
        super(message, { cause: options.cause });
        this.name = 'UserError';
        this.hint = options.hint;
        this.location = options.location;
        this.category = options.category;
        this.others = options.others ?? [];
    }
}
/** A call that AWS refused or that never got an answer; `message` is AWS's own sentence. */
class AwsError extends Error {
    /** `ecs` */
    service;
    /** `UpdateService` */
    operation;
    /** Exception name: `AccessDeniedException`; for a lost connection the system's code: `ECONNRESET`. */
    code;
    /** HTTP status; 0 when there was no answer. */
    status;
    constructor(message, call) {
        super(message, { cause: call.cause });
        this.name = 'AwsError';
        this.service = call.service;
        this.operation = call.operation;
        this.code = call.code;
        this.status = call.status;
    }
}
/** The workflow was cancelled before a write: from then on nothing is begun. */
class CancelledError extends Error {
    /** `step`: what was not begun any more. */
    constructor(step) {
        super(`the workflow was cancelled before ${step}`);
        this.name = 'CancelledError';
    }
}
/** A failure of ours with a prefix that users know: `failed to update service: …`; the cause keeps the rest. */
class StepError extends Error {
    constructor(message, cause) {
        super(message, { cause });
        this.name = 'StepError';
    }
}
/** The first error of the chain that `is` recognises. */
function findCause(error, is) {
    for (let current = error; current instanceof Error; current = current.cause) {
        if (is(current))
            return current;
    }
    return undefined;
}
/** The cause chain as a sentence: `failed to update service: Service not found. (ecs:UpdateService …)`. */
function describeError(error) {
    const parts = [];
    for (let current = error; current !== undefined && current !== null; current = nextCause(current)) {
        parts.push(describeOne(current));
    }
    return parts.filter((part, index) => part !== '' && !parts[index - 1]?.includes(part)).join(': ');
}
/** The sentence with the place last: `… no such file (ecs/task.json:7)`. */
function describeWithPlace(error) {
    const location = findUserError(error)?.location;
    const sentence = describeError(error);
    return location === undefined ? sentence : `${sentence} (${(0,_model_location_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLocation */ .j)(location)})`;
}
/** The refusal that a failure comes from; undefined where AWS or a bug is to blame. */
function findUserError(error) {
    return findCause(error, (candidate) => candidate instanceof UserError);
}
function describeOne(error) {
    if (error instanceof AwsError)
        return `${error.code}: ${error.message} (${error.service}:${error.operation})`;
    return error instanceof Error ? error.message : String(error);
}
function nextCause(error) {
    // The cause of an AwsError is the SDK's own error and says the same again.
    return error instanceof Error && !(error instanceof AwsError) ? error.cause : undefined;
}


/***/ }),

/***/ 977:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/config/discovery.ts



/** The names under which a config is found, first one first (specification 1.4). */
const configNames = ['ecspresso.yml', 'ecspresso.yaml', 'ecspresso.json', 'ecspresso.jsonnet'];
/**
 * Absolute path of the config: the wanted one, or what the directory holds. Asking for `ecspresso.yml` is
 * the same as asking for nothing. Where nothing is found the first name is returned, and loading it fails.
 */
function discover(directory, wanted = '') {
    if (wanted !== '' && wanted !== configNames[0])
        return (0,external_node_path_.resolve)(directory, wanted);
    const found = configNames.find((name) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(directory, name)));
    return (0,external_node_path_.resolve)(directory, found ?? configNames[0]);
}
/**
 * Absolute paths of the configs that patterns name: paths, globs, and `!` in front of what is left out.
 * Order is that of the patterns, sorted within a glob; nothing is named twice.
 *
 * @throws UserError when a glob, or all patterns together, name no file.
 */
function findConfigs(patterns, directory) {
    const given = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
    const excluded = given.filter((pattern) => pattern.startsWith('!')).map((pattern) => normalize(pattern.slice(1)));
    const included = given.filter((pattern) => !pattern.startsWith('!'));
    if (included.length === 0)
        return [discover(directory)];
    const found = new Set(included.flatMap((pattern) => expand(pattern, directory)));
    const kept = [...found].filter((path) => !excluded.some((pattern) => isExcluded(path, pattern, directory)));
    if (kept.length > 0)
        return kept;
    throw new errors/* UserError */.yo(`config: every file is excluded by ${given.filter((one) => one.startsWith('!')).join(' ')}`, {
        hint: 'change the patterns that begin with !',
    });
}
/** The path under which `init --jsonnet` writes a file (specification 5.18). */
function asJsonnet(path) {
    return path.replace(/\.(?:json|ya?ml)$/, '.jsonnet');
}
function expand(pattern, directory) {
    if (!/[*?[\]{}]/.test(pattern))
        return [discover(directory, pattern)];
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(directory, pattern)))
        return [(0,external_node_path_.resolve)(directory, pattern)];
    const exclude = ['**/node_modules/**', '**/.git/**'];
    const found = (0,external_node_fs_.globSync)(normalize(pattern), { cwd: directory, exclude }).toSorted();
    if (found.length > 0)
        return found.map((path) => (0,external_node_path_.resolve)(directory, path));
    throw new errors/* UserError */.yo(`config: ${pattern} matches no file`, {
        hint: 'check the pattern; it starts at the working directory',
    });
}
function isExcluded(path, pattern, directory) {
    return (0,external_node_path_.matchesGlob)((0,external_node_path_.relative)(directory, path).split(external_node_path_.sep).join('/'), pattern) || (0,external_node_path_.resolve)(directory, pattern) === path;
}
function normalize(pattern) {
    return pattern.replace(/^\.\//, '');
}

// EXTERNAL MODULE: ./src/commands/argument-error.ts
var argument_error = __webpack_require__(4548);
// EXTERNAL MODULE: ./src/model/ecs.ts
var ecs = __webpack_require__(8108);
// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
;// CONCATENATED MODULE: ./src/plan/appspec.ts


/**
 * The AppSpec with which CodeDeploy deploys a service (specification 5.16).
 * @throws UserError where the service has no load balancer
 */
function createAppSpec({ service, taskDefinition, hooks }) {
    const [balancer] = (0,json/* objectsAt */.yR)(service, ['loadBalancers']);
    if (balancer === undefined) {
        throw new errors/* UserError */.yo('failed to create appspec: require LoadBalancers', {
            hint: 'CodeDeploy shifts the traffic of a load balancer: name one under `loadBalancers` of the service definition',
            category: 'config/codedeploy',
        });
    }
    const properties = {
        TaskDefinition: taskDefinition,
        LoadBalancerInfo: {
            ContainerName: (0,json/* textAt */.$6)(balancer, ['containerName']) ?? '',
            ContainerPort: (0,json/* numberAt */.tk)(balancer, ['containerPort']) ?? 0,
        },
        ...withText('PlatformVersion', (0,json/* textAt */.$6)(service, ['platformVersion'])),
        ...networkOf(service),
        ...capacityOf(service),
    };
    return {
        version: '0.0',
        Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
        ...(hooks.length > 0 && { Hooks: hooks }),
    };
}
function networkOf(service) {
    const network = (0,json/* valueAt */.fK)(service, ['networkConfiguration', 'awsvpcConfiguration']);
    if (network === undefined || network === null)
        return {};
    const list = (key) => (0,json/* valueAt */.fK)(network, [key]) ?? [];
    return {
        NetworkConfiguration: {
            AwsvpcConfiguration: {
                ...withText('AssignPublicIp', (0,json/* textAt */.$6)(network, ['assignPublicIp'])),
                SecurityGroups: list('securityGroups'),
                Subnets: list('subnets'),
            },
        },
    };
}
/** A base or weight of 0 is left out. */
function capacityOf(service) {
    const strategy = (0,json/* objectsAt */.yR)(service, ['capacityProviderStrategy']).map((item) => {
        const [base = 0, weight = 0] = [(0,json/* numberAt */.tk)(item, ['base']), (0,json/* numberAt */.tk)(item, ['weight'])];
        return {
            CapacityProvider: (0,json/* textAt */.$6)(item, ['capacityProvider']) ?? '',
            ...(base !== 0 && { Base: base }),
            ...(weight !== 0 && { Weight: weight }),
        };
    });
    return strategy.length === 0 ? {} : { CapacityProviderStrategy: strategy };
}
function withText(key, text) {
    return text === undefined || text === '' ? {} : { [key]: text };
}

// EXTERNAL MODULE: ./src/plan/plain-json.ts
var plain_json = __webpack_require__(3958);
// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(165);
;// CONCATENATED MODULE: ./src/config/config-text.ts
/** A config as YAML, its keys in their order. */
async function formatYaml(document) {
    const { stringify } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    // A long value stays on its line, as people would write it.
    return stringify(document, { lineWidth: 0 });
}

// EXTERNAL MODULE: ./src/plan/canonical.ts
var canonical = __webpack_require__(4917);
// EXTERNAL MODULE: ./src/plan/jsonnet-text.ts
var jsonnet_text = __webpack_require__(3044);
;// CONCATENATED MODULE: ./src/commands/document-text.ts



/** A definition in its canonical form, as JSON or as the standard Jsonnet formatter writes it. */
function definitionText(document, isJsonnet) {
    return isJsonnet ? (0,jsonnet_text/* jsonnetText */.T)((0,canonical/* canonicalise */._I)(document)) : (0,canonical/* formatDocument */.Tq)(document);
}
/** A config as a file, its keys in their order. */
async function configText(document, format) {
    if (format === 'yaml')
        return formatYaml(document);
    return format === 'jsonnet' ? (0,jsonnet_text/* jsonnetText */.T)(document) : `${JSON.stringify(document, null, 2)}\n`;
}

// EXTERNAL MODULE: ./src/commands/snapshot.ts
var snapshot = __webpack_require__(8572);
;// CONCATENATED MODULE: ./src/commands/appspec.ts









/** The flags of `appspec` (specification 5.16). */
const flags = [
    { name: 'task-definition', kind: 'text', help: 'latest, current or an ARN' },
    { name: 'update-service', kind: 'boolean', negatable: true, help: 'take the rest from the service definition' },
];
/** `appspec`: prints the AppSpec for a deployment by CodeDeploy. */
const appspec = {
    name: 'appspec',
    summary: 'print the AppSpec for CodeDeploy',
    flags,
    run: runAppspec,
};
/** The hooks that CodeDeploy knows for ECS. */
const hookNames = new Set([
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic',
]);
async function runAppspec(context) {
    const written = context.flags['task-definition'];
    const choice = typeof written === 'string' && written !== '' ? written : 'latest';
    if (choice !== 'latest' && choice !== 'current' && !/^arn:aws[\w-]*:ecs:/.test(choice)) {
        throw (0,argument_error/* argumentError */.C)(`--task-definition: "${choice}" is not the ARN of a task definition`, 'write latest, current or the ARN');
    }
    const service = await (0,snapshot/* requireLiveService */.rv)(context);
    const [taskDefinition, local] = await Promise.all([
        chooseArn(context, choice, service),
        (0,commands_context/* booleanFlag */.Fg)(context, 'update-service', true) ? (0,snapshot/* readServiceDefinition */.Dp)(context.project) : undefined,
    ]);
    const hooks = readHooks(context);
    const appSpec = createAppSpec({ service: local?.document ?? (0,plain_json/* toJsonObject */.N)(service), taskDefinition, hooks });
    const document = { title: 'appspec', language: 'yaml', text: await configText(appSpec, 'yaml') };
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence: `the AppSpec for ${(0,ecs/* shortName */.E)(taskDefinition)}`, document };
}
async function chooseArn({ aws }, choice, { taskDefinition = '' }) {
    if (choice === 'current')
        return taskDefinition;
    if (choice !== 'latest')
        return choice;
    const { family } = (0,ecs/* parseTaskDefinitionName */.T)(taskDefinition);
    const [newest] = await aws.ecs.listTaskDefinitions(family, 1);
    if (newest !== undefined)
        return newest;
    throw new errors/* UserError */.yo(`no task definitions family ${family} are found`, {
        hint: 'register one first: `register`',
        category: 'config/reference',
    });
}
/** The hooks of the config; names that CodeDeploy does not know are warned of and left out (specification 2.6). */
function readHooks({ project, emit }) {
    const { document, locate } = project.config;
    const location = locate('appspec');
    return (0,json/* objectsAt */.yR)(document, ['appspec', 'Hooks']).flatMap((hook) => Object.entries(hook).flatMap(([name, value]) => {
        if (hookNames.has(name))
            return [{ [name]: value }];
        const text = `json: unknown field "${name}": CodeDeploy's hooks are ${[...hookNames].join(', ')}`;
        emit({ kind: 'note', level: 'warning', text, ...(location && { location }) });
        return [];
    }));
}

;// CONCATENATED MODULE: ./src/commands/status-scaling.ts


/**
 * The lines of `status` on auto scaling (specification 5.1 B2): the header always, the rest where there is a scalable
 * target. What AWS refuses to tell is a warning.
 */
async function describeAutoScaling(context) {
    const { scaling } = context.aws;
    const name = (0,commands_context/* requireService */.rU)(context.project);
    const target = await orWarn(context, scaling.readTarget(name));
    if (target === undefined)
        return ['AutoScaling:'];
    const policies = await orWarn(context, scaling.listPolicies(name));
    return ['AutoScaling:', ...describeTarget(target), ...describePolicies(policies)];
}
async function orWarn({ emit }, reading) {
    try {
        return await reading;
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        const text = `auto scaling cannot be shown: ${(0,errors/* describeError */.Uc)(error)}`;
        emit({ kind: 'note', level: 'warning', text });
        return undefined;
    }
}
function describeTarget({ MinCapacity, MaxCapacity, SuspendedState }) {
    const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = SuspendedState;
    return [
        `  Capacity min:${MinCapacity} max:${MaxCapacity}`,
        `  Suspended in:${DynamicScalingInSuspended} out:${DynamicScalingOutSuspended} scheduled:${ScheduledScalingSuspended}`,
    ];
}
function describePolicies(policies = []) {
    return policies.map(({ name, type }) => `  Policy name:${name} type:${type}`);
}

;// CONCATENATED MODULE: ./src/commands/status-text.ts

/** The layout of ecspresso's status (specification 5.1 B2), times in UTC. */
function describeStatus(service, { sections, events }) {
    const { status = 'ACTIVE', deployments = [], taskSets = [] } = service;
    const lines = [
        `Service: ${service.serviceName ?? ''}`,
        `Cluster: ${(0,ecs/* shortName */.E)(service.clusterArn ?? '')}`,
        ...(status === 'ACTIVE' ? [] : [`Status: ${status}`]),
        `TaskDefinition: ${(0,ecs/* shortName */.E)(service.taskDefinition ?? '')}`,
        ...section('Deployments:', deployments.map(describeDeployment)),
        ...section('TaskSets:', taskSets.map(describeTaskSet)),
        ...sections,
        'Events:',
        ...(service.events ?? []).slice(0, Math.max(0, events)).toReversed().map(describeEvent),
    ];
    return `${lines.join('\n')}\n`;
}
/** A heading with its lines; nothing where there are none. */
function section(heading, lines) {
    return lines.length === 0 ? [] : [heading, ...lines];
}
/** `api:2: 1 of 2 tasks running` for each deployment or task set. */
function describeCounts(service) {
    const { deployments = [], taskSets = [], taskDefinition = '' } = service;
    if (service.status === 'DRAINING') {
        return `the service is being deleted (DRAINING), tasks still running: ${service.runningCount ?? 0}`;
    }
    const counts = [
        ...deployments.map((one) => [one.taskDefinition, one.runningCount, one.desiredCount]),
        ...taskSets.map((one) => [one.taskDefinition, one.runningCount, one.computedDesiredCount]),
    ].map(([name = '', running = 0, desired = 0]) => `${(0,ecs/* shortName */.E)(name)}: ${running} of ${desired} tasks running`);
    return counts.join('; ') || `${(0,ecs/* shortName */.E)(taskDefinition)}: no deployment`;
}
function describeDeployment(deployment) {
    const { status: state = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = deployment;
    const { desiredCount = 0, pendingCount = 0, runningCount = 0 } = deployment;
    const counts = `desired:${desiredCount} pending:${pendingCount} running:${runningCount}`;
    // CODE_DEPLOY and EXTERNAL services have no rollout state.
    const rollout = rolloutState === '' ? '' : ` ${rolloutState}(${rolloutStateReason})`;
    return `  ${state.padStart(8)} ${(0,ecs/* shortName */.E)(taskDefinition)} ${counts}${rollout}`;
}
function describeTaskSet(taskSet) {
    const { status: state = '', taskDefinition = '', stabilityStatus = '' } = taskSet;
    const { computedDesiredCount = 0, pendingCount = 0, runningCount = 0 } = taskSet;
    const counts = `desired:${computedDesiredCount} pending:${pendingCount} running:${runningCount}`;
    return `  ${state.padStart(8)} ${(0,ecs/* shortName */.E)(taskDefinition)} ${counts} ${stabilityStatus}`;
}
function describeEvent({ createdAt, message = '' }) {
    return `${formatEventTime(createdAt)} ${message}`;
}
/** `2026/01/15 09:00:00`, UTC, as ecspresso writes the times of events. */
function formatEventTime(at) {
    return at?.toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ') ?? '';
}

;// CONCATENATED MODULE: ./src/commands/delete.ts






/** The flags of `delete` (specification 5.10). */
const delete_flags = [
    { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
    { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
    { name: 'terminate', kind: 'boolean', help: 'also while tasks are wanted: they are stopped' },
];
/** `delete`: deletes the service, and nothing beside it. */
const deleteService = {
    name: 'delete',
    summary: 'delete the service',
    flags: delete_flags,
    run: runDelete,
};
/** Events that are shown before (specification 5.10). */
const shownEvents = 3;
async function runDelete(context) {
    const service = await (0,snapshot/* requireLiveService */.rv)(context);
    const sections = await describeAutoScaling(context);
    const text = describeStatus(service, { sections, events: shownEvents });
    const document = { title: 'status', language: 'text', text };
    context.emit({ kind: 'printed', document });
    const running = service.taskDefinition;
    const facts = { document, ...(running !== undefined && { running, previous: running }) };
    context.know(facts);
    if (service.status === 'DRAINING') {
        return { ...facts, outcome: 'unchanged', sentence: `${nameOf(context)} is being deleted already (DRAINING)` };
    }
    if ((0,commands_context/* isDryRun */.vG)(context))
        return sayWhatWouldHappen(context, service);
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'force')) {
        throw new errors/* UserError */.yo(`confirmation failed: ${nameOf(context)} would be deleted, and nobody can be asked`, {
            hint: 'add --force to say yes; --dry-run shows what would be called',
            category: 'config/client',
        });
    }
    return carryOut(context, service);
}
function sayWhatWouldHappen(context, service) {
    const force = (0,commands_context/* booleanFlag */.Fg)(context, 'terminate');
    const input = { ...(0,commands_context/* requireService */.rU)(context.project), force };
    const call = { kind: 'call', operation: 'DeleteService', dryRun: true };
    context.emit({ ...call, summary: `delete the service`, input });
    if (!force && (service.desiredCount ?? 0) > 0) {
        const text = `AWS would refuse: ${service.desiredCount} tasks are wanted; ${wayOut(service)}`;
        context.emit({ kind: 'note', level: 'warning', text });
    }
    return { outcome: 'dry-run', sentence: `DRY RUN OK: would delete ${nameOf(context)}` };
}
async function carryOut(context, service) {
    const leftovers = await listLeftovers(context, service);
    try {
        await context.aws.ecs.deleteService((0,commands_context/* requireService */.rU)(context.project), (0,commands_context/* booleanFlag */.Fg)(context, 'terminate'));
    }
    catch (error) {
        throw explainRefusal(error, service);
    }
    const summary = `deleted ${nameOf(context)}`;
    context.emit({ kind: 'call', operation: 'DeleteService', summary, dryRun: false });
    const tasks = service.runningCount ?? 0;
    const sentence = tasks > 0 ? `${summary}; AWS stops its ${tasks === 1 ? 'task' : `${tasks} tasks`} now (DRAINING)` : summary;
    return { outcome: 'succeeded', sentence, leftovers };
}
function explainRefusal(error, service) {
    const step = new errors/* StepError */.zg('failed to delete service', error);
    if (!(error instanceof errors/* AwsError */.Gy) || !/scaled above 0/i.test(error.message))
        return step;
    return new errors/* UserError */.yo(`failed to delete service: ${error.message}`, {
        hint: wayOut(service),
        category: 'conflict/resource-in-use',
    });
}
function wayOut({ schedulingStrategy }) {
    const stop = 'add --terminate to stop its tasks with it';
    return schedulingStrategy === 'DAEMON' ? stop : `scale it to 0 first with \`scale --tasks 0\`, or ${stop}`;
}
/** What AWS keeps when the service is gone: what costs nothing, and what may cost or surprise later. */
async function listLeftovers({ aws, project }, service) {
    const name = (0,commands_context/* requireService */.rU)(project);
    const definition = service.taskDefinition ?? '';
    const [scaled, registered] = await Promise.all([
        aws.scaling.readTarget(name).catch(() => undefined),
        definition === '' ? undefined : aws.ecs.describeTaskDefinition(definition).catch(() => undefined),
    ]);
    const { family } = (0,ecs/* parseTaskDefinitionName */.T)(definition);
    const groups = (registered?.definition.containerDefinitions ?? []).flatMap((one) => one.logConfiguration?.options?.['awslogs-group'] ?? []);
    return [
        ...(family === ''
            ? []
            : [`the task definitions of ${family}: \`aws ecs list-task-definitions --family-prefix ${family}\``]),
        ...(scaled !== undefined
            ? [`the scalable target service/${(0,ecs/* shortName */.E)(name.cluster)}/${name.service} and its policies`]
            : []),
        ...[...new Set(groups)].map((group) => `the log group ${group}`),
        ...(service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn === undefined ? [] : [`the target group ${targetGroupArn.split('/')[1] ?? targetGroupArn}`]),
    ];
}
function nameOf({ project }) {
    const { cluster, service } = (0,commands_context/* requireService */.rU)(project);
    return `${(0,ecs/* shortName */.E)(cluster)}/${service}`;
}

// EXTERNAL MODULE: ./src/model/comparison.ts
var model_comparison = __webpack_require__(6088);
// EXTERNAL MODULE: ./src/plan/service-plan.ts
var service_plan = __webpack_require__(3254);
;// CONCATENATED MODULE: ./src/model/deaths.ts
/** Nobody died, or nobody looks. */
const noDeaths = { count: 0, exits: 0, unsettled: false };

;// CONCATENATED MODULE: ./src/rollout/sentences.ts

/** `2 tasks`, `1 task` */
function countTasks(count) {
    return count === 1 ? '1 task' : `${count} tasks`;
}
/** What a deployment that reached its end says. */
function describeSuccess(ours) {
    const revision = (0,ecs/* shortName */.E)(ours.taskDefinition ?? '');
    const desired = ours.desiredCount ?? 0;
    const running = ours.runningCount ?? 0;
    if (desired > 0)
        return `${revision} is deployed: ${running} of ${countTasks(desired)} running`;
    const rest = running === 0 ? 'nothing runs' : `${countTasks(running)} will stop`;
    return `${revision} is deployed; the desired count is 0, so ${rest}`;
}

;// CONCATENATED MODULE: ./src/rollout/started.ts
/**
 * What we follow after an update: `before` is the service as it was, undefined when it is new; `wanted` the ARN of the
 * task definition that was sent, where one was.
 */
function followUpdate(name, states, until) {
    const { before, after, wanted } = states;
    const earlierIds = new Set((before?.deployments ?? []).map((deployment) => deployment.id ?? ''));
    const primary = findPrimary(after);
    const deploymentId = primary?.id ?? '';
    const createdAt = primary?.createdAt?.getTime() ?? 0;
    const lastEvent = Math.max(0, ...(after.events ?? []).map((event) => event.createdAt?.getTime() ?? 0));
    const opened = !earlierIds.has(deploymentId);
    return {
        name,
        taskDefinition: wanted ?? primary?.taskDefinition ?? after.taskDefinition ?? '',
        deploymentId,
        opened,
        createdAt,
        eventsSince: opened ? createdAt : lastEvent,
        earlierIds,
        formerCount: before?.desiredCount === after.desiredCount ? undefined : before?.desiredCount,
        until,
    };
}
/** The deployment that ECS calls PRIMARY: the newest. */
function findPrimary(service) {
    return service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
}
/**
 * The deployment that serves: PRIMARY, or while that one is still on its way or has failed, the newest other one that was
 * completed.
 */
function findSettled(service) {
    const primary = findPrimary(service);
    if (primary?.rolloutState === undefined || primary.rolloutState === 'COMPLETED')
        return primary;
    return service.deployments?.find((one) => one !== primary && one.rolloutState === 'COMPLETED');
}
/** ARN of the task definition that a service is set to run. */
function taskDefinitionOf(service) {
    return findPrimary(service)?.taskDefinition ?? service.taskDefinition ?? '';
}

;// CONCATENATED MODULE: ./src/rollout/waiting.ts


/** What a deployment under way is waiting for: only what AWS says, nothing is guessed. */
function describeWaiting(going) {
    const { ours, serviceDeployment } = going;
    const [running, desired] = [ours.runningCount ?? 0, ours.desiredCount ?? 0];
    const revision = (0,ecs/* shortName */.E)(ours.taskDefinition ?? '');
    if (serviceDeployment?.status === 'PENDING')
        return `${running} of ${countTasks(desired)} of ${revision} run; ECS has not begun yet (PENDING)`;
    if (running < desired)
        return describeStart(going, revision);
    const { remaining, wanted } = countOthers(going);
    if (wanted > 0)
        return describeChecks(going, remaining);
    if (running > desired)
        return `${revision} runs; ${countTasks(running - desired)} too many still stopping`;
    const draining = readDraining(going);
    if (draining !== undefined)
        return `${revision} runs; ${describeDraining(going, draining)}`;
    if (remaining > 0)
        return `${revision} runs; ${countTasks(remaining)} of before still finishing`;
    return `${revision} runs; ${describeEnd(serviceDeployment)}`;
}
/** Whether nothing is waited for but connections of old tasks. */
function isDraining(going) {
    const { runningCount = 0, desiredCount = 0 } = going.ours;
    return runningCount >= desiredCount && countOthers(going).wanted === 0 && readDraining(going) !== undefined;
}
function othersOf({ service, ours }) {
    return (service.deployments ?? []).filter((deployment) => deployment.id !== ours.id);
}
function countOthers(sight) {
    const others = othersOf(sight);
    return {
        remaining: others.reduce((sum, { runningCount = 0 }) => sum + runningCount, 0),
        wanted: others.reduce((sum, { desiredCount = 0 }) => sum + desiredCount, 0),
    };
}
/** How many old tasks are losing their connections: ECS does not count them as running any more. */
function readDraining(sight) {
    if (othersOf(sight).length === 0)
        return undefined;
    const { service, ours } = sight;
    // Such an event names its deployment: an unhealthy task of ours drains too.
    const events = (service.events ?? []).filter(({ message = '' }) => !message.includes(`taskSet ${ours.id}`));
    const tasks = newsOf({ ...sight, service: { ...service, events } }, draining, /has stopped \d+ running task/);
    return tasks === undefined ? undefined : Number(tasks);
}
function describeStart(going, revision) {
    const { desiredCount: desired = 0, runningCount: running = 0, pendingCount: pending = 0 } = going.ours;
    const missing = Math.max(0, desired - running - pending);
    const why = missing > 0 ? newsOf(going, unplaced, /has started \d+ tasks/) : undefined;
    const starting = pending > 0 ? `${countTasks(pending)} starting` : '';
    const unstarted = why === undefined ? `${missing} not started yet` : `${missing} not placed: ${why}`;
    const rest = [starting, missing > 0 ? unstarted : ''].filter(Boolean).join(', ');
    return `${running} of ${countTasks(desired)} of ${revision} run; ${rest}`;
}
function describeChecks(going, remaining) {
    const { service, ours, containerCheck } = going;
    const balanced = (service.loadBalancers ?? []).length > 0;
    const grace = service.healthCheckGracePeriodSeconds ?? 0;
    const checks = [
        ...(containerCheck ? ['container health check'] : []),
        ...(balanced ? [`load balancer${grace > 0 ? `, grace period ${grace} s` : ''}`] : []),
    ];
    const how = checks.length === 0 ? '' : ` (${checks.join('; ')})`;
    const complaint = newsOf(going, unhealthy);
    const ill = complaint === undefined ? '' : `; unhealthy: ${complaint}`;
    const desired = countTasks(ours.desiredCount ?? 0);
    const state = `${(0,ecs/* shortName */.E)(ours.taskDefinition ?? '')} runs ${ours.runningCount ?? 0} of ${desired}`;
    return `${state}, waiting until they are healthy${how}${ill}; ${countTasks(remaining)} of before still serving`;
}
function describeDraining({ drainDelay }, tasks) {
    const upTo = drainDelay === undefined ? '' : `, for up to ${drainDelay} s`;
    return `connections of ${countTasks(tasks)} of before are draining${upTo}`;
}
/** Everything runs, and only that: what ECS still watches. */
function describeEnd(serviceDeployment) {
    const watched = describeAlarms(serviceDeployment);
    if (serviceDeployment?.lifecycleStage !== 'BAKE_TIME')
        return watched ?? 'ECS is completing the deployment';
    const minutes = serviceDeployment.deploymentConfiguration?.bakeTimeInMinutes ?? 0;
    const bake = minutes > 0 ? `it bakes for ${minutes} min` : 'it bakes';
    return watched === undefined ? bake : `${bake}, and ${watched}`;
}
function describeAlarms(serviceDeployment) {
    const { status, alarmNames = [] } = serviceDeployment?.alarms ?? {};
    if (status !== 'MONITORING' || alarmNames.length === 0)
        return undefined;
    return `ECS watches ${alarmNames.length === 1 ? 'the alarm' : 'the alarms'} ${alarmNames.join(', ')}`;
}
const draining = /begun draining connections on (\d+) tasks?/;
const unplaced = /unable to place a task(?: because|\. ?(?:The )?[Rr]eason(?: for failure)?(?: is|:))? (.+)/;
const unhealthy = /is unhealthy in .{1,300}? due to \(?(?:reason )?(.+?)\)?\.?$|(failed container health checks)/;
const longestQuote = 160;
/** What the newest event of our time that has `shape` says; nothing once a later one says `over`. */
function newsOf({ service, since }, shape, over) {
    const events = (service.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? 0) > since);
    const news = events.find(({ message = '' }) => shape.test(message) || over?.test(message))?.message ?? '';
    const found = shape.exec(news);
    const words = (found?.[1] ?? found?.[2])?.replace(/ For more information, see .+$/, '').replace(/[.\s]+$/, '');
    if (words === undefined)
        return undefined;
    return words.length <= longestQuote ? words : `${words.slice(0, longestQuote - 1)}…`;
}

;// CONCATENATED MODULE: ./src/rollout/assess-deployments.ts




/** The verdict from `deployments[]` by id: for callers who may not read service deployments, and for lagging lists. */
function assessDeployments(look, started) {
    const { service, serviceDeployment, surroundings } = look;
    const ours = service.deployments?.find((deployment) => deployment.id === started.deploymentId);
    const primary = findPrimary(service);
    if (ours?.rolloutState === 'FAILED')
        return assessFailed(ours, primary, started);
    if (ours === undefined || primary?.id !== ours.id)
        return assessReplaced(primary, started);
    const sights = { service, ours, serviceDeployment, since: started.eventsSince };
    return isDone(service, ours, started)
        ? { kind: 'succeeded', sentence: describeSuccess(ours) }
        : { kind: 'progressing', sentence: describeWaiting({ ...surroundings, ...sights }) };
}
/**
 * Whether a look at the service is from before our update: it still has an earlier deployment in first place, or the
 * count that we changed. A rollback of ECS may bring the same id back, so this holds only as long as nothing else tells.
 */
function isBehind(service, started) {
    if (!started.opened)
        return started.formerCount !== undefined && service.desiredCount === started.formerCount;
    return started.earlierIds.has(findPrimary(service)?.id ?? '');
}
/** ECS took the update, and the reads lag. */
function notSeenYet(started) {
    return {
        kind: 'progressing',
        sentence: `${(0,ecs/* shortName */.E)(started.taskDefinition)} was accepted and is not to be seen yet`,
    };
}
/** Whether the target runs what is desired, as far as `--wait-until` asks. */
function isDone(service, ours, started) {
    if (ours.taskDefinition !== started.taskDefinition)
        return false;
    const { runningCount = 0, desiredCount = 0, pendingCount = 0, rolloutState = 'COMPLETED' } = ours;
    if (runningCount < desiredCount || pendingCount > 0 || rolloutState !== 'COMPLETED')
        return false;
    const settled = service.deployments?.length === 1;
    // Stable (specification 5.1 B8), and healthy on top: tasks too many must have stopped as well.
    if (started.until === 'stable')
        return settled && runningCount === desiredCount;
    return ours.rolloutState !== undefined || settled;
}
function assessFailed(ours, primary, started) {
    const sentence = `the deployment of ${(0,ecs/* shortName */.E)(started.taskDefinition)} failed: ${reasonOf(ours)}`;
    if (primary === undefined || primary.id === ours.id)
        return { kind: 'failed', by: agentOf(ours), sentence };
    return assessReturn(primary, sentence);
}
/** Both deployments say in the scheduler's words who turned them. */
function agentOf({ rolloutStateReason = '' }) {
    return /\balarm\b/i.test(rolloutStateReason) ? 'alarm' : 'circuit-breaker';
}
function assessReturn(primary, why) {
    const to = primary.taskDefinition ?? '';
    const by = agentOf(primary);
    if (primary.rolloutState === 'COMPLETED') {
        return { kind: 'rolled-back', by, why, to, sentence: `${why}; ECS rolled back to ${(0,ecs/* shortName */.E)(to)}` };
    }
    if (primary.rolloutState === 'FAILED') {
        return { kind: 'rollback-failed', by, why, sentence: `${why}; the rollback to ${(0,ecs/* shortName */.E)(to)} failed too` };
    }
    return { kind: 'rolling-back', by, why, sentence: `${why}; ECS is rolling back to ${(0,ecs/* shortName */.E)(to)}` };
}
/** Another deployment stands in our place: a rollback says so in its reason; anything else took over. */
function assessReplaced(primary, started) {
    const ours = (0,ecs/* shortName */.E)(started.taskDefinition);
    if (primary === undefined)
        return { kind: 'progressing', sentence: `${ours} is not to be seen yet` };
    // Back to what ran before: by its own words, or by its own id.
    const returns = /roll(ing|ed) back|rollback/i.test(primary.rolloutStateReason ?? '');
    if (returns || started.earlierIds.has(primary.id ?? ''))
        return assessReturn(primary, `the deployment of ${ours} failed`);
    const other = (0,ecs/* shortName */.E)(primary.taskDefinition ?? '');
    return {
        kind: 'superseded',
        sentence: `another deployment (${primary.id ?? ''}, ${other}) took over before ${ours} was deployed`,
    };
}
function reasonOf(deployment) {
    return deployment.rolloutStateReason?.replace(/\.$/, '') ?? `${deployment.failedTasks ?? 0} tasks failed`;
}

;// CONCATENATED MODULE: ./src/rollout/assess-service-deployment.ts



/** The verdict from our service deployment: each status of the API has its answer (peers 1.3). */
function assessServiceDeployment(look, started) {
    const { service, serviceDeployment } = look;
    const ours = (0,ecs/* shortName */.E)(started.taskDefinition);
    const { agent: by, how } = findAgent(serviceDeployment);
    const why = look.recalled ? `we asked ECS to roll ${ours} back` : `the deployment of ${ours} failed: ${how}`;
    const target = (0,ecs/* shortName */.E)(taskDefinitionOf(service));
    switch (serviceDeployment.status) {
        case 'ROLLBACK_FAILED':
            return { kind: 'rollback-failed', by, why, sentence: `${why}; the rollback of ECS failed too` };
        case 'ROLLBACK_SUCCESSFUL':
            return assessLanding(service, { by, why }, started);
        case 'ROLLBACK_REQUESTED':
        case 'ROLLBACK_IN_PROGRESS':
            return { kind: 'rolling-back', by, why, sentence: `${why}; ECS is rolling back${towards(target, ours)}` };
        case 'STOPPED':
            return assessStopped(look, started);
        case 'STOP_REQUESTED':
            return { kind: 'progressing', sentence: `the deployment of ${ours} is being stopped: ${how}` };
        case 'SUCCESSFUL':
            return isBehind(service, started) ? notSeenYet(started) : assessDeployments(look, started);
        default:
            return isOurs(service, started) ? assessDeployments(look, started) : notSeenYet(started);
    }
}
function isOurs(service, started) {
    return findPrimary(service)?.id === started.deploymentId;
}
function towards(target, ours) {
    return target === '' || target === ours ? '' : ` to ${target}`;
}
/** ECS is back when something else than ours is PRIMARY; a lagging read of the service is waited for. */
function assessLanding(service, failed, started) {
    const to = taskDefinitionOf(service);
    if (isOurs(service, started))
        return { kind: 'rolling-back', ...failed, sentence: `${failed.why}; ECS has rolled back` };
    return { kind: 'rolled-back', ...failed, to, sentence: `${failed.why}; ECS rolled back to ${(0,ecs/* shortName */.E)(to)}` };
}
function assessStopped({ service, serviceDeployment }, started) {
    const ours = (0,ecs/* shortName */.E)(started.taskDefinition);
    const primary = findPrimary(service);
    if (primary !== undefined && primary.id !== started.deploymentId) {
        const other = `${primary.id ?? ''}, ${(0,ecs/* shortName */.E)(primary.taskDefinition ?? '')}`;
        return { kind: 'superseded', sentence: `another deployment (${other}) took over before ${ours} was deployed` };
    }
    const { agent, how } = findAgent(serviceDeployment);
    return { kind: 'failed', by: agent, sentence: `the deployment of ${ours} was stopped: ${how}` };
}
/** Who turned the deployment, with the numbers that tell why. */
function findAgent(deployment) {
    const breaker = deployment.deploymentCircuitBreaker;
    if (breaker?.status === 'TRIGGERED') {
        const count = `${breaker.failureCount ?? 0} failed tasks, threshold ${breaker.threshold ?? 0}`;
        return { agent: 'circuit-breaker', how: `the deployment circuit breaker stopped it (${count})` };
    }
    const alarms = deployment.alarms?.triggeredAlarmNames ?? [];
    if (alarms.length > 0)
        return { agent: 'alarm', how: `the alarm ${alarms.join(', ')} fired` };
    const how = deployment.statusReason?.replace(/\.$/, '') ?? 'somebody stopped it';
    return { agent: /\bhooks?\b/i.test(how) ? 'hook' : 'person', how };
}

;// CONCATENATED MODULE: ./src/rollout/assess.ts



/** What is to be said of our deployment after one look: worst news first; never a guess. */
function assess(observation, started, surroundings) {
    const { service, serviceDeployment, recalled } = observation;
    const name = started.name.service;
    if (service === undefined || service.status === 'INACTIVE') {
        return {
            kind: 'failed',
            by: 'service',
            sentence: `the service ${name} was deleted while ${revision(started)} was being deployed`,
        };
    }
    if (service.status === 'DRAINING') {
        return { kind: 'failed', by: 'service', sentence: `the service ${name} is being deleted (DRAINING)` };
    }
    const look = { service, serviceDeployment, recalled, surroundings };
    if (serviceDeployment !== undefined)
        return assessServiceDeployment({ ...look, serviceDeployment }, started);
    const behind = isBehind(service, started) && !(observation.seen && started.opened);
    return behind ? notSeenYet(started) : assessDeployments(look, started);
}
function revision(started) {
    return (0,ecs/* shortName */.E)(started.taskDefinition);
}

;// CONCATENATED MODULE: ./src/rollout/toll.ts
const none = { ecs: 0, deaths: 0, exits: 0 };
/** Before the first look. */
const noToll = { ...none, cause: undefined, counter: 0, forgiven: none };
/**
 * The toll after another look: `counter` as ECS shows it, which falls when a task becomes healthy; then all that failed
 * before is forgiven, unless the service says otherwise (`forgives`).
 */
function extendToll(toll, look, forgives) {
    const { counter, deaths } = look;
    const count = { ecs: toll.ecs + Math.max(0, counter - toll.counter), deaths: deaths.count, exits: deaths.exits };
    const forgiven = forgives && counter < toll.counter ? count : toll.forgiven;
    return { ...count, cause: deaths.cause, counter, forgiven };
}
/** What failed and was not forgiven. */
function standing(toll) {
    const { forgiven } = toll;
    return {
        ecs: toll.ecs - forgiven.ecs,
        deaths: toll.deaths - forgiven.deaths,
        exits: toll.exits - forgiven.exits,
    };
}

;// CONCATENATED MODULE: ./src/rollout/breaker.ts

/** Tasks of ours that died the same way before it is clear that all will. */
const sameWay = 2;
/** Whether ECS itself stops a deployment whose tasks keep failing. */
function hasBreaker(service) {
    return breakerOf(service)?.enable === true;
}
/** Whether a task that becomes healthy lets the count of failures begin anew: the API's default. */
function forgives(service) {
    return breakerOf(service)?.resetOnHealthyTask !== false;
}
/**
 * Ends a deployment of our own accord where ECS would let it go on: when its tasks end of a cause that no further
 * attempt survives, or as often as a circuit breaker would bear. With a circuit breaker only those are counted that ECS
 * does not count, the tasks that start and then exit: otherwise ECS decides, and tells its own numbers.
 */
function assessFailures(verdict, failures) {
    if (verdict.kind !== 'progressing')
        return verdict;
    const sentence = describeCause(failures) ?? describeCount(failures);
    return sentence === undefined ? verdict : { kind: 'failed', by: 'tasks', sentence };
}
function describeCause({ progress, toll, service, leavesToEcs }) {
    const { cause } = toll;
    if (cause === undefined || cause.times < sameWay || progress.running > 0)
        return undefined;
    if (leavesToEcs && hasBreaker(service) && breakerOf(service)?.rollback === true)
        return undefined;
    const met = cause.met === 'by tasks' ? `${cause.times} tasks ended` : `ECS failed to launch ${cause.times} tasks`;
    return `the deployment of ${progress.revision} cannot succeed: ${met} the same way (${cause.reason})`;
}
function describeCount({ progress, toll, service }) {
    const { revision, running, desired } = progress;
    const threshold = failureThreshold(desired, service);
    const { ecs, deaths, exits } = standing(toll);
    // Some may die while others come up: they get another round before all are given up.
    const patience = running > 0 && forgives(service) ? threshold + desired : threshold;
    const run = `(threshold ${threshold}) and ${running} of ${desired} run`;
    if (hasBreaker(service)) {
        const uncounted = Math.min(exits, deaths - ecs);
        if (uncounted < patience || running >= desired)
            return undefined;
        return `the deployment of ${revision} failed: ${uncounted} tasks started and ended, uncounted by ECS ${run}`;
    }
    const died = deaths >= patience && running < desired ? deaths : 0;
    const failed = Math.max(ecs >= threshold ? ecs : 0, died);
    return failed === 0 ? undefined : `the deployment of ${revision} failed: ${failed} tasks failed ${run}`;
}
/**
 * How many failed tasks end a deployment: half the desired count, at least 3, at most 200, unless the service sets it
 * (API, ThresholdConfiguration; specification 4.5).
 */
function failureThreshold(desired, service) {
    const { type, value = 50 } = breakerOf(service)?.thresholdConfiguration ?? {};
    if (type === 'COUNT')
        return Math.max(1, value);
    const share = Math.ceil((value * desired) / 100);
    return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}
function breakerOf(service) {
    return service?.deploymentConfiguration?.deploymentCircuitBreaker;
}

// EXTERNAL MODULE: ./src/rollout/observation.ts
var rollout_observation = __webpack_require__(4251);
;// CONCATENATED MODULE: ./src/rollout/trend.ts
/** Before the first look. */
const noTrend = { last: undefined, grewAt: undefined, failedAt: undefined };
/** The trend after another look. */
function extendTrend(trend, progress, now) {
    return {
        last: progress,
        grewAt: progress.running > (trend.last?.running ?? 0) ? now : trend.grewAt,
        failedAt: progress.failed > (trend.last?.failed ?? 0) ? now : trend.failedAt,
    };
}
/** Whether a task failed since the last look, or is gone. */
function hasLost({ last }, { failed, running, pending }) {
    return failed > (last?.failed ?? 0) || running + pending < (last?.running ?? 0) + (last?.pending ?? 0);
}
/** Whether a deployment that ran out of time is on its way: a task runs, and none failed since the last one came up. */
function isOnItsWay({ last, grewAt, failedAt }) {
    if (last === undefined || last.running === 0 || grewAt === undefined)
        return false;
    return failedAt === undefined || failedAt < grewAt;
}

// EXTERNAL MODULE: ./src/rollout/watch.ts
var watch = __webpack_require__(8394);
;// CONCATENATED MODULE: ./src/rollout/follow.ts








// ECS counts no task that runs and then ends by itself; where its breaker is off, nobody else does.
const collectIntervals = { breaker: 30_000, none: 10_000 };
/** Follows one started deployment. */
function createFollower(started, tools) {
    const observer = (0,rollout_observation/* observe */.lB)(tools.ecs, started);
    const tellEvents = createEventTeller(started, tools.emit);
    const tellBlindness = createBlindnessTeller(observer, tools.emit);
    const judge = createAssessor(started, tools);
    const countDeaths = createDeathCounter(tools);
    const beganAt = tools.clock.now();
    let trend = noTrend;
    let latest;
    let deaths = noDeaths;
    let toll = noToll;
    async function look() {
        const observation = await observer.look();
        latest = observation;
        const { service } = observation;
        const counted = (0,rollout_observation/* measureProgress */.Co)(observation, started);
        const assessed = await judge(observation);
        // A success is said of what runs now: nothing more is read that could take long.
        if (assessed.kind !== 'succeeded')
            deaths = await countDeaths(service, hasLost(trend, counted));
        toll = extendToll(toll, { counter: (0,rollout_observation/* readCounter */.zO)(observation, started), deaths }, forgives(service));
        const progress = { ...counted, failed: Math.max(counted.failed, deaths.count) };
        const failures = { progress, toll, service, leavesToEcs: tools.leavesToEcs === true };
        const verdict = (0,rollout_observation/* isInHand */.Z5)(observation, started) ? assessFailures(assessed, failures) : assessed;
        trend = extendTrend(trend, progress, tools.clock.now());
        tellBlindness();
        tellEvents(service);
        return { verdict, progress };
    }
    return {
        follow(deadline, isOver = watch/* isTerminal */.H) {
            const { clock, interval, signal, emit } = tools;
            const onLook = ({ verdict, progress }) => emit({ kind: 'progress', progress, verdict, elapsed: clock.now() - beganAt });
            return (0,watch/* watch */.w)(look, { clock, interval, deadline, signal, onLook }, isOver);
        },
        recall: observer.recall,
        trend: () => trend,
        latest: () => latest,
    };
}
/** Stopped tasks are read when one was lost, while one comes to rest, and now and then for those that ECS does not count. */
function createDeathCounter({ clock, collect }) {
    let deaths = noDeaths;
    let collectedAt = Number.NEGATIVE_INFINITY;
    return async (service, urgent) => {
        const now = clock.now();
        const interval = hasBreaker(service) && !deaths.unsettled ? collectIntervals.breaker : collectIntervals.none;
        if (!urgent && now - collectedAt < interval)
            return deaths;
        collectedAt = now;
        deaths = await collect(service);
        return deaths;
    };
}
/** Assesses looks; how long connections drain is read once, when that is what is waited for. */
function createAssessor(started, tools) {
    let surroundings = { containerCheck: tools.containerCheck === true, drainDelay: undefined };
    let asked = false;
    return async (observation) => {
        const { service } = observation;
        const ours = (0,rollout_observation/* findOurs */.ZA)(observation, started);
        const verdict = assess(observation, started, surroundings);
        const waits = verdict.kind === 'progressing' && service !== undefined && ours !== undefined;
        if (asked || !waits || !isDraining({ service, ours, since: started.eventsSince }))
            return verdict;
        asked = true;
        surroundings = { ...surroundings, drainDelay: await tools.readDrainDelay?.(service) };
        return assess(observation, started, surroundings);
    };
}
/** Tells each service event once, oldest first, from the start of our deployment on (AWS times with AWS times). */
function createEventTeller(started, emit) {
    const told = new Set();
    return (service) => {
        for (const event of (service?.events ?? []).toReversed()) {
            const createdAt = event.createdAt?.getTime() ?? 0;
            const id = event.id ?? '';
            if (createdAt <= started.eventsSince || told.has(id))
                continue;
            told.add(id);
            emit({ kind: 'service-event', message: event.message ?? '', createdAt });
        }
    };
}
function createBlindnessTeller(observer, emit) {
    let told = false;
    return () => {
        const text = observer.blindness();
        if (text === undefined || told)
            return;
        told = true;
        emit({ kind: 'note', level: 'warning', text });
    };
}

;// CONCATENATED MODULE: ./src/rollout/turn.ts


/**
 * Begins to go back: through ECS where our deployment is in flight and came from the target, else by an update.
 * @throws AwsError when ECS refuses the update
 */
async function turnBack(going) {
    const { recovery, started, tools } = going;
    const { target, returnInput } = recovery;
    if (target.kind === 'none' || returnInput === undefined)
        return { kind: 'impossible' };
    if (cameFromTarget(going) && (await tryStop(going)))
        return { kind: 'recalled' };
    const before = await tools.ecs.describeService(started.name);
    const after = await tools.ecs.updateService(returnInput);
    const summary = `updated the service back to ${(0,ecs/* shortName */.E)(target.taskDefinition)}`;
    tools.emit({ kind: 'call', operation: 'UpdateService', dryRun: false, summary });
    if (!tools.signal.aborted)
        await restoreTags(going);
    return { kind: 'updated', before, after };
}
/** Takes the tags back that our update changed. @throws AwsError */
async function restoreTags({ recovery: { tags, before }, tools }) {
    const arn = before?.serviceArn ?? '';
    const call = { kind: 'call', dryRun: false };
    if (tags.add.length > 0) {
        await tools.ecs.tagResource(arn, tags.add);
        const names = tags.add.map(({ key }) => key).join(', ');
        tools.emit({ ...call, operation: 'TagResource', summary: `put the tags of the service back: ${names}` });
    }
    if (tags.remove.length > 0) {
        await tools.ecs.untagResource(arn, tags.remove);
        const summary = `took the new tags of the service away: ${tags.remove.join(', ')}`;
        tools.emit({ ...call, operation: 'UntagResource', summary });
    }
}
function cameFromTarget({ follower, recovery: { target } }) {
    const deployment = follower.latest()?.serviceDeployment;
    if (deployment === undefined || target.kind === 'none' || target.serviceRevision === undefined)
        return false;
    const inFlight = deployment.status === 'PENDING' || deployment.status === 'IN_PROGRESS';
    return inFlight && (deployment.sourceServiceRevisions ?? []).some((source) => source.arn === target.serviceRevision);
}
/** False when ECS refuses: the deployment ended meanwhile, or we may not stop it. */
async function tryStop({ follower, tools }) {
    const arn = follower.latest()?.serviceDeployment?.serviceDeploymentArn ?? '';
    const call = { kind: 'call', operation: 'StopServiceDeployment', dryRun: false };
    try {
        await tools.ecs.stopServiceDeployment(arn);
        follower.recall();
        tools.emit({ ...call, summary: 'asked ECS to roll the deployment back' });
        return true;
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        const text = `ECS does not stop the deployment (${error.code}: ${error.message}); updating the service instead`;
        tools.emit({ kind: 'note', level: 'warning', text });
        return false;
    }
}

;// CONCATENATED MODULE: ./src/rollout/rollback.ts







/** What the service ran before our first write, or why there is nothing to go back to. */
function findTarget(before) {
    if (before === undefined)
        return { kind: 'none', reason: 'the service is new: nothing ran before' };
    const settled = findSettled(before);
    const taskDefinition = settled?.taskDefinition ?? (settled === undefined ? '' : taskDefinitionOf(before));
    if (taskDefinition === '')
        return { kind: 'none', reason: 'no deployment of the service was completed before' };
    const revisions = before.currentServiceRevisions ?? [];
    const serviceRevision = revisions.length === 1 ? revisions[0]?.arn : undefined;
    return serviceRevision === undefined
        ? { kind: 'target', taskDefinition }
        : { kind: 'target', taskDefinition, serviceRevision };
}
/** Goes back to the target and sees it through. */
async function goBack(going) {
    const { target } = going.recovery;
    try {
        const turn = await turnBack(going);
        if (turn.kind === 'recalled')
            return await seeReturn(going, 'us');
        if (turn.kind === 'updated')
            return await seeUpdate(going, turn);
        const why = target.kind === 'none' ? `: ${target.reason}` : '';
        return { by: 'us', target, ended: 'not-possible', sentence: `rollback target is not found${why}` };
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        const sentence = `the rollback to ${rollback_nameOf(target)} failed: ${(0,errors/* describeError */.Uc)(error)}`;
        return { by: 'us', target, ended: 'failed', sentence };
    }
}
/** Sees a rollback that ECS has begun to its end, then puts back what a service revision does not hold. */
async function seeReturn(going, by) {
    const { recovery, follower, tools } = going;
    const deadline = deadlineOf(recovery, tools.clock.now());
    const end = await follower.follow(deadline, hasLanded);
    const result = judgeReturn(end, going, by);
    return result.ended === 'rolled-back' ? restore(going, result) : result;
}
/** Tasks that go on dying while ECS turns round are no news. */
function hasLanded(verdict) {
    if (verdict.kind === 'failed')
        return verdict.by !== 'tasks';
    return verdict.kind !== 'progressing' && verdict.kind !== 'rolling-back';
}
function judgeReturn(end, going, by) {
    const { target } = going.recovery;
    const name = rollback_nameOf(target);
    if (end.kind !== 'verdict')
        return { by, target, ...judgeUnseen(end, name) };
    const { verdict } = end;
    if (verdict.kind === 'rollback-failed') {
        return { by, target, ended: 'failed', sentence: `the rollback to ${name} failed too: ${describeRest(going)}` };
    }
    if (verdict.kind !== 'rolled-back')
        return { by, target, ended: 'failed', sentence: verdict.sentence };
    if (target.kind === 'target' && verdict.to !== target.taskDefinition) {
        const sentence = `ECS rolled back to ${(0,ecs/* shortName */.E)(verdict.to)}, and not to ${name} that ran before`;
        return { by, target, ended: 'elsewhere', sentence };
    }
    const who = by === 'ecs' ? 'ECS rolled back, ' : '';
    return { by, target, ended: 'rolled-back', sentence: `${who}the service runs ${name} again` };
}
/** What is left to serve when neither the new nor the old comes up. */
function describeRest({ follower }) {
    const { runningCount = 0, desiredCount = 0 } = follower.latest()?.service ?? {};
    return `${runningCount} of ${countTasks(desiredCount)} of the service run`;
}
/** The end of a rollback that we did not live to see. */
function judgeUnseen(end, name) {
    return end.kind === 'cancelled'
        ? { ended: 'cancelled', sentence: `the workflow was cancelled; the rollback to ${name} goes on` }
        : { ended: 'timed-out', sentence: `the rollback to ${name} did not end in its time` };
}
async function seeUpdate(going, turn) {
    const { recovery, started, tools } = going;
    const { target } = recovery;
    const name = rollback_nameOf(target);
    const wanted = target.kind === 'target' ? target.taskDefinition : undefined;
    const returning = followUpdate(started.name, { ...turn, wanted }, started.until);
    const base = { by: 'us', target, deploymentId: returning.deploymentId };
    // The tasks that died are those of the deployment that is being left.
    const back = createFollower(returning, { ...tools, collect: async () => noDeaths });
    const end = await back.follow(deadlineOf(recovery, tools.clock.now()));
    if (end.kind !== 'verdict')
        return { ...base, ...judgeUnseen(end, name) };
    if (end.verdict.kind === 'succeeded') {
        return { ...base, ended: 'rolled-back', sentence: `the service runs ${name} again` };
    }
    return { ...base, ended: 'failed', sentence: `the rollback to ${name} failed: ${end.verdict.sentence}` };
}
async function restore(going, result) {
    const { recovery, tools } = going;
    const { restoreInput, tags } = recovery;
    const hasMore = restoreInput !== undefined || tags.add.length > 0 || tags.remove.length > 0;
    if (hasMore && tools.signal.aborted) {
        const sentence = `${result.sentence}; the workflow was cancelled before its attributes and tags were put back`;
        return { ...result, ended: 'cancelled', sentence };
    }
    try {
        await restoreTags(going);
        if (restoreInput !== undefined) {
            await tools.ecs.updateService(restoreInput);
            tools.emit({
                kind: 'call',
                operation: 'UpdateService',
                dryRun: false,
                summary: 'put the attributes of the service back',
            });
        }
        return result;
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        const left = Object.keys(restoreInput ?? {}).filter((key) => key !== 'cluster' && key !== 'service');
        const sentence = `${result.sentence}, but its attributes could not be put back (${left.join(', ')}): ${error.message}`;
        return { ...result, ended: 'failed', sentence };
    }
}
function rollback_nameOf(target) {
    return target.kind === 'target' ? (0,ecs/* shortName */.E)(target.taskDefinition) : 'what ran before';
}
function deadlineOf(recovery, now) {
    return recovery.timeout === 0 ? Number.POSITIVE_INFINITY : now + recovery.timeout;
}

;// CONCATENATED MODULE: ./src/model/scaling.ts

/** The desired count of a service as Application Auto Scaling names it, also where the config has ARNs. */
function scalableResource({ cluster, service }) {
    return {
        ServiceNamespace: 'ecs',
        ResourceId: `service/${(0,ecs/* shortName */.E)(cluster)}/${(0,ecs/* shortName */.E)(service)}`,
        ScalableDimension: 'ecs:service:DesiredCount',
    };
}

;// CONCATENATED MODULE: ./src/plan/scaling-plan.ts

/** The RegisterScalableTarget that a request comes to; a suspension is always all three. */
function planScaling(name, { suspend, min, max }) {
    return {
        ...scalableResource(name),
        ...(min === undefined ? {} : { MinCapacity: min }),
        ...(max === undefined ? {} : { MaxCapacity: max }),
        ...(suspend === undefined ? {} : { SuspendedState: suspendAll(suspend) }),
    };
}
function suspendAll(suspended) {
    return {
        DynamicScalingInSuspended: suspended,
        DynamicScalingOutSuspended: suspended,
        ScheduledScalingSuspended: suspended,
    };
}
/** The call that puts back what a change made different; undefined where it made nothing different. */
function planScalingReturn(before, change) {
    const { MinCapacity, MaxCapacity, SuspendedState } = change;
    const { ServiceNamespace, ResourceId, ScalableDimension } = change;
    const wanted = SuspendedState && describeSuspension(SuspendedState);
    const described = describeSuspension(before.SuspendedState);
    const differing = {
        ...(differs(MinCapacity, before.MinCapacity) ? { MinCapacity: before.MinCapacity } : {}),
        ...(differs(MaxCapacity, before.MaxCapacity) ? { MaxCapacity: before.MaxCapacity } : {}),
        ...(differs(wanted, described) ? { SuspendedState: before.SuspendedState } : {}),
    };
    if (Object.keys(differing).length === 0)
        return undefined;
    return { ServiceNamespace, ResourceId, ScalableDimension, ...differing };
}
function differs(wanted, before) {
    return wanted !== undefined && wanted !== before;
}
/** The target as it is after a change. */
function applyScaling(before, change = {}) {
    const { MinCapacity, MaxCapacity, SuspendedState } = { ...before, ...change };
    return { MinCapacity, MaxCapacity, SuspendedState };
}
/** Whether auto scaling may move `count` back: it is outside the range, and what would move it is not suspended. */
function mayBeMovedBack(count, { MinCapacity, MaxCapacity, SuspendedState }) {
    if (count < MinCapacity)
        return !SuspendedState.DynamicScalingOutSuspended;
    return count > MaxCapacity && !SuspendedState.DynamicScalingInSuspended;
}
/** A change in the words of ecspresso's log: `MaxCapacity=5, MinCapacity=1, Suspend=false` (specification 9.1). */
function describeScaling({ MinCapacity, MaxCapacity, SuspendedState }) {
    const members = { MaxCapacity, MinCapacity, Suspend: SuspendedState && describeSuspension(SuspendedState) };
    const said = Object.entries(members).filter(([, value]) => value !== undefined);
    return said.map(([name, value]) => `${name}=${value}`).join(', ');
}
/** `true` and `false` where all three agree, else which of them are suspended: `in+scheduled`. */
function describeSuspension(suspended) {
    const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } = suspended;
    const kinds = { in: DynamicScalingInSuspended, out: DynamicScalingOutSuspended, scheduled: ScheduledScalingSuspended };
    const names = Object.entries(kinds).flatMap(([name, value]) => (value ? [name] : []));
    if (names.length === 0)
        return 'false';
    return names.length === Object.keys(kinds).length ? 'true' : names.join('+');
}

;// CONCATENATED MODULE: ./src/commands/scaling-flags.ts


/**
 * What the line asks of auto scaling; undefined where it asks nothing (specification 5.3.5).
 * @throws UserError for a capacity below 0 and for a range that is none
 */
function readScalingRequest(context) {
    const min = readCapacity(context, 'auto-scaling-min');
    const max = readCapacity(context, 'auto-scaling-max');
    if (min !== undefined && max !== undefined && min > max) {
        const hint = 'the minimum is the first of the two: `--auto-scaling-min 1 --auto-scaling-max 4`';
        throw (0,argument_error/* argumentError */.C)(`--auto-scaling-min ${min} is above --auto-scaling-max ${max}`, hint);
    }
    const suspend = readSuspension(context);
    if (min === undefined && max === undefined && suspend === undefined)
        return undefined;
    return {
        ...(suspend === undefined ? {} : { suspend }),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
    };
}
function readCapacity(context, flag) {
    const value = (0,commands_context/* numberFlag */.C$)(context, flag);
    if (value === undefined || value >= 0)
        return value;
    throw (0,argument_error/* argumentError */.C)(`--${flag}: ${value} is below 0`, `write a number of tasks: --${flag} 2`);
}
function readSuspension(context) {
    if ((0,commands_context/* booleanFlag */.Fg)(context, 'suspend-auto-scaling'))
        return true;
    return (0,commands_context/* booleanFlag */.Fg)(context, 'resume-auto-scaling') ? false : undefined;
}
/** Whether both are asked for: suspending wins. */
function asksForBoth(context) {
    return (0,commands_context/* booleanFlag */.Fg)(context, 'suspend-auto-scaling') && (0,commands_context/* booleanFlag */.Fg)(context, 'resume-auto-scaling');
}

;// CONCATENATED MODULE: ./src/commands/auto-scaling.ts





/** A deploy that leaves the count and auto scaling alone. */
const noScaling = { before: undefined, change: undefined, ownsCount: false };
/**
 * Decides about auto scaling before anything is written, and warns where it and the desired count contradict each other.
 * Asked only where a flag or another count needs it.
 * @throws StepError where a flag needs what may not be read
 * @throws UserError for a range that is none
 */
async function decideScaling(context, wish) {
    const { service, count, request } = wish;
    const changesCount = count.value !== undefined && count.value !== service.desiredCount;
    if (request === undefined && !changesCount)
        return noScaling;
    const before = await readTarget(context, request !== undefined);
    if (before === 'unknown')
        return { ...noScaling, ownsCount: true };
    if (before === undefined) {
        if (request !== undefined)
            warn(context, `${auto_scaling_nameOf(context)} has no auto scaling: the flags for it do nothing`);
        return noScaling;
    }
    if (asksForBoth(context)) {
        warn(context, '--suspend-auto-scaling and --resume-auto-scaling contradict each other: auto scaling is suspended');
    }
    const change = request && planScaling((0,commands_context/* requireService */.rU)(context.project), request);
    const after = applyScaling(before, change);
    refuseRange(context, after);
    if (changesCount)
        warnOfCount(context, { ...wish, after });
    return { before, change, ownsCount: true };
}
async function readTarget(context, needed) {
    const { aws, emit, project } = context;
    try {
        return await aws.scaling.readTarget((0,commands_context/* requireService */.rU)(project));
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        if (needed)
            throw new errors/* StepError */.zg('failed to describe the scalable target', error);
        const text = `whether auto scaling moves the desired count is not known, so no rollback will put it back: ${(0,errors/* describeError */.Uc)(error)}`;
        emit({ kind: 'note', level: 'info', text });
        return 'unknown';
    }
}
/** A bound that is given, held against the other one as it stays. */
function refuseRange(context, { MinCapacity, MaxCapacity }) {
    if (MinCapacity <= MaxCapacity)
        return;
    throw new errors/* UserError */.yo(`the auto scaling of ${auto_scaling_nameOf(context)} would have a minimum of ${MinCapacity} and a maximum of ${MaxCapacity}`, { hint: 'give both: --auto-scaling-min and --auto-scaling-max', category: 'config/autoscaling' });
}
function warnOfCount(context, { service, count, after }) {
    const { value = 0, location } = count;
    const range = `${after.MinCapacity} to ${after.MaxCapacity}`;
    if (mayBeMovedBack(value, after)) {
        const what = location === undefined ? `--tasks ${value}` : `desiredCount ${value}`;
        warn(context, `${what} is outside the ${range} tasks of auto scaling, which may move it back`, location);
    }
    else if (location !== undefined) {
        const text = `auto scaling looks after the desired count (${range} tasks) and has it at ${service.desiredCount}; ` +
            `this deploy sets it to ${value}: leave desiredCount out of the service definition to keep it`;
        warn(context, text, location);
    }
}
function warn({ emit }, text, location) {
    emit({ kind: 'note', level: 'warning', text, ...(location && { location }) });
}
function auto_scaling_nameOf({ project }) {
    return scalableResource((0,commands_context/* requireService */.rU)(project)).ResourceId;
}
/**
 * Carries the decision out; with `--dry-run` only says so.
 * @throws StepError `failed to register scalable target`
 */
async function changeScaling(context, scaling) {
    const { before, change } = scaling;
    if (change === undefined || before === undefined)
        return scaling;
    const { aws, emit } = context;
    const call = { kind: 'call', operation: 'RegisterScalableTarget', input: change };
    const what = `auto scaling: ${describeScaling(change)}`;
    if ((0,commands_context/* isDryRun */.vG)(context)) {
        emit({ ...call, dryRun: true, summary: `change ${what}` });
        return scaling;
    }
    try {
        await aws.scaling.changeTarget(change);
    }
    catch (error) {
        throw new errors/* StepError */.zg('failed to register scalable target', error);
    }
    emit({ ...call, dryRun: false, summary: `changed ${what}` });
    const input = planScalingReturn(before, change);
    if (input === undefined)
        return scaling;
    const forget = context.leave(`auto scaling stays changed; to put it back: \`${commandOf(input)}\``);
    return { ...scaling, undo: { input, forget } };
}
/** The AWS CLI's form of a RegisterScalableTarget. */
function commandOf({ ResourceId, MinCapacity, MaxCapacity, SuspendedState }) {
    return [
        'aws application-autoscaling register-scalable-target --service-namespace ecs',
        `--scalable-dimension ecs:service:DesiredCount --resource-id ${ResourceId}`,
        ...(MinCapacity === undefined ? [] : [`--min-capacity ${MinCapacity}`]),
        ...(MaxCapacity === undefined ? [] : [`--max-capacity ${MaxCapacity}`]),
        ...(SuspendedState === undefined ? [] : [`--suspended-state '${JSON.stringify(SuspendedState)}'`]),
    ].join(' ');
}
/** Puts auto scaling back after a rollback; answers what AWS said against it. */
async function restoreScaling({ aws, emit }, { undo }) {
    if (undo === undefined)
        return undefined;
    try {
        await aws.scaling.changeTarget(undo.input);
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        return (0,errors/* describeError */.Uc)(error);
    }
    undo.forget();
    const summary = `put auto scaling back: ${describeScaling(undo.input)}`;
    emit({ kind: 'call', operation: 'RegisterScalableTarget', dryRun: false, summary, input: undo.input });
    return undefined;
}

;// CONCATENATED MODULE: ./src/commands/controller.ts

/** @throws UserError for services that CodeDeploy or task sets deploy */
function refuseUnsupported(controller = 'ECS') {
    if (controller === 'ECS')
        return;
    throw new errors/* UserError */.yo(`unsupported deployment controller type: ${controller}`, {
        hint: 'services of the controller ECS can be deployed; diff, verify and status work for this one too',
    });
}

// EXTERNAL MODULE: ./src/config/durations.ts
var durations = __webpack_require__(6503);
;// CONCATENATED MODULE: ./src/plan/needed-time.ts

/** The stages that a deployment may need one after the other, without those that take no time. */
function listStages({ service, taskDefinition, targetGroups }) {
    const containers = (0,json/* objectsAt */.yR)(taskDefinition, ['containerDefinitions']).map(timeOfHealthCheck);
    const stages = [
        { name: 'health check grace period', seconds: (0,json/* numberAt */.tk)(service, ['healthCheckGracePeriodSeconds']) ?? 0 },
        {
            name: 'health checks',
            seconds: Math.max(0, ...containers, ...targetGroups.map((group) => group.becomingHealthy)),
        },
        {
            name: 'deregistration delay',
            seconds: Math.max(0, ...targetGroups.map((group) => group.deregistrationDelay)),
        },
        { name: 'bake time', seconds: ((0,json/* numberAt */.tk)(service, ['deploymentConfiguration', 'bakeTimeInMinutes']) ?? 0) * 60 },
    ];
    return stages.filter(({ seconds }) => seconds > 0);
}
// RegisterTaskDefinition: what a health check leaves out is 30 s of interval and no start period.
function timeOfHealthCheck(container) {
    if ((0,json/* valueAt */.fK)(container, ['healthCheck', 'command']) === undefined)
        return 0;
    const startPeriod = (0,json/* numberAt */.tk)(container, ['healthCheck', 'startPeriod']) ?? 0;
    return startPeriod + ((0,json/* numberAt */.tk)(container, ['healthCheck', 'interval']) ?? 30);
}
/** Seconds that all stages take together. */
function sumStages(stages) {
    return stages.reduce((sum, { seconds }) => sum + seconds, 0);
}

// EXTERNAL MODULE: ./src/plan/service-document.ts
var service_document = __webpack_require__(2564);
;// CONCATENATED MODULE: ./src/commands/deadline.ts






/** Asks about the target groups of the service definition while other things are read; nothing fails here. */
async function askTargetGroups(context) {
    if (!waits(context))
        return;
    const definition = await (0,snapshot/* readAppliedDefinition */.T2)(context);
    await readTimes(context, targetGroupsOf(definition?.document));
}
/** Warns where the wait cannot last as long as the deployment may need; before anything is written. */
async function warnOfDeadline(context, sides) {
    if (!waits(context))
        return;
    const { options, aws, emit } = context;
    const warn = (text) => emit({ kind: 'note', level: 'warning', text });
    const stages = await readStages(context, sides);
    if (sumStages(stages) * 1000 > options.timeout)
        warn(describeShortage(stages, options.timeout));
    const end = aws.identity.expiresAt();
    if (end !== undefined && end < context.deadline)
        warn(deadline_describeEnd(end, options.timeout));
}
function waits(context) {
    return context.options.timeout > 0 && (0,commands_context/* booleanFlag */.Fg)(context, 'wait', true);
}
async function readStages(context, { remote, choice }) {
    const reading = remote === undefined ? (0,snapshot/* readServiceDefinition */.Dp)(context.project) : (0,snapshot/* readAppliedDefinition */.T2)(context);
    const definition = await reading;
    const service = definition?.document ?? (remote === undefined ? {} : (0,service_document/* serviceDocument */.r9)(remote));
    const taskDefinition = choice.kind === 'register' ? choice.definition.document : undefined;
    const targetGroups = await readTimes(context, targetGroupsOf(service));
    return listStages({ service, taskDefinition, targetGroups });
}
function targetGroupsOf(service) {
    return (0,json/* objectsAt */.yR)(service, ['loadBalancers']).flatMap((one) => (0,json/* textAt */.$6)(one, ['targetGroupArn']) ?? []);
}
/** Who may not read target groups deploys all the same. */
async function readTimes({ aws }, arns) {
    const settled = await Promise.allSettled(arns.map((arn) => aws.targetGroups.readTimes(arn)));
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
function describeShortage(stages, timeout) {
    const parts = stages.map(({ name, seconds }) => `${name} ${(0,durations/* formatDuration */.a3)(seconds * 1000)}`);
    const sum = parts.length === 1 ? '' : ` = ${(0,durations/* formatDuration */.a3)(sumStages(stages) * 1000)}`;
    return (`the timeout of ${(0,durations/* formatDuration */.a3)(timeout)} is shorter than the deployment may take: ` +
        `${parts.join(' + ')}${sum}; raise the timeout, or shorten these`);
}
function deadline_describeEnd(end, timeout) {
    const at = `${new Date(end).toISOString().replace('T', ' ').slice(0, 19)} UTC`;
    return (`the credentials end at ${at}, before the timeout of ${(0,durations/* formatDuration */.a3)(timeout)}; ` +
        'ask for a longer session (`role-duration-seconds` of aws-actions/configure-aws-credentials)');
}

;// CONCATENATED MODULE: ./src/plan/changes.ts


/** What the items of a list are called by; lists that are not named here keep their order and are counted. */
const identities = {
    containerDefinitions: 'name',
    environment: 'name',
    mountPoints: 'containerPath',
    portMappings: 'containerPort',
    properties: 'name',
    secrets: 'name',
    tags: 'key',
    volumeConfigurations: 'name',
    volumes: 'name',
    volumesFrom: 'sourceContainer',
    vpcLatticeConfigurations: 'portName',
};
/** The differences of two normalised documents, in the order of their paths; all of `after` where nothing runs. */
function listChanges(before, after) {
    const changes = compareObjects(before ?? {}, after, '');
    return before === undefined && changes.length === 0 ? [{ path: '', after }] : changes;
}
function compareValues(before, after, path) {
    if ((0,canonical/* canonicalText */.A4)(before) === (0,canonical/* canonicalText */.A4)(after))
        return [];
    if ((0,json/* isObject */.Gv)(before) && (0,json/* isObject */.Gv)(after))
        return compareObjects(before, after, path);
    if ((0,json/* isList */.Lv)(before) && (0,json/* isList */.Lv)(after)) {
        const inside = compareLists(before, after, path);
        if (inside !== undefined)
            return inside;
    }
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}
function compareObjects(before, after, path) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(canonical/* compareTexts */.qy);
    return keys.flatMap((key) => compareValues((0,json/* valueAt */.fK)(before, [key]), (0,json/* valueAt */.fK)(after, [key]), joinKey(path, key)));
}
// Undefined: the lists can only be shown as a whole.
function compareLists(before, after, path) {
    if (![...before, ...after].every(json/* isObject */.Gv))
        return undefined;
    const identity = identities[lastKey(path)];
    const named = identity === undefined ? undefined : nameItems(before, after, identity);
    const [old, wanted] = named ?? [countItems(before), countItems(after)];
    const names = [...new Set([...old.keys(), ...wanted.keys()])];
    return names.flatMap((name) => compareValues(old.get(name), wanted.get(name), `${path}[${name}]`));
}
// Undefined where an item has no name or two have the same one.
function nameItems(before, after, identity) {
    const [old, wanted] = [before, after].map((list) => new Map(list.map((item) => [changes_nameOf(item, identity), item])));
    if (old?.size !== before.length || wanted?.size !== after.length)
        return undefined;
    return old.has('') || wanted.has('') ? undefined : [old, wanted];
}
function changes_nameOf(item, identity) {
    const name = (0,json/* valueAt */.fK)(item, [identity]);
    return typeof name === 'string' || typeof name === 'number' ? String(name) : '';
}
function countItems(list) {
    return new Map(list.map((item, index) => [String(index), item]));
}
function joinKey(path, key) {
    if (!/^[\w-]+$/.test(key))
        return `${path}[${key}]`;
    return path === '' ? key : `${path}.${key}`;
}
function lastKey(path) {
    return path.slice(path.lastIndexOf('.') + 1);
}

;// CONCATENATED MODULE: ./src/plan/effects.ts

/** What the changes do to the running tasks, in sentences; `nothing changes` where they do nothing. */
function describeEffects({ service, taskDefinition }) {
    if (service !== undefined && service.before === undefined)
        return ['a new service will be created'];
    const count = service?.changes.find(({ path }) => path === 'desiredCount');
    const attributes = new Set((service?.changes ?? []).map(({ path }) => firstKey(path)));
    attributes.delete('desiredCount');
    const newRevision = (taskDefinition?.changes.length ?? 0) > 0;
    const effects = [
        ...(newRevision && service === undefined ? ['a new revision will be registered'] : []),
        ...(service === undefined ? [] : describeRestart(newRevision, attributes)),
        ...(count === undefined ? [] : [effects_describeCount(count)]),
    ];
    return effects.length === 0 ? ['nothing changes'] : effects;
}
function describeRestart(newRevision, attributes) {
    const restarts = newRevision || service_document/* deploymentTriggers */.fS.some((attribute) => attributes.has(attribute));
    if (restarts)
        return ['new tasks will be started'];
    return attributes.size === 0 ? [] : ['service attributes change, no restart'];
}
/** `networkConfiguration` of `networkConfiguration.awsvpcConfiguration.subnets`. */
function firstKey(path) {
    return path.split(/[.[]/, 1)[0] ?? path;
}
function effects_describeCount({ before, after }) {
    return `the desired count changes from ${JSON.stringify(before ?? 0)} to ${JSON.stringify(after ?? 0)}`;
}

// EXTERNAL MODULE: ./src/plan/normalise-service.ts
var normalise_service = __webpack_require__(3807);
// EXTERNAL MODULE: ./src/plan/normalise-task-definition.ts
var normalise_task_definition = __webpack_require__(9961);
;// CONCATENATED MODULE: ./src/plan/warnings.ts



/** What a reviewer must see before the change is made; a comment shows it outside every fold. */
function listWarnings(sources) {
    const { service, taskDefinition } = sources;
    return [
        ...(service?.before === undefined ? [] : warnOfService(sources, service.before, service.after)),
        ...(taskDefinition?.before === undefined ? [] : warnOfTasks(taskDefinition.before, taskDefinition.after)),
    ];
}
function warnOfService({ live, written, service }, before, after) {
    const changed = (path) => service?.changes.some((change) => isWithin(change, path)) ?? false;
    return [
        ...warnings_warnOfCount((0,json/* numberAt */.tk)(after, ['desiredCount']), live),
        ...warnOfBreaker(before, after),
        ...(changed('networkConfiguration') ? ['the network configuration of the service changes'] : []),
        ...warnOfDetached(before, after),
        ...warnOfTags(before, after),
        ...warnOfKept(before, written ?? {}),
        ...(live === undefined ? [] : warnOfFixed((0,service_document/* serviceDocument */.r9)(live), written ?? {})),
    ];
}
function isWithin({ path }, key) {
    return path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);
}
function warnings_warnOfCount(wanted, live) {
    if (wanted === undefined || live === undefined)
        return [];
    const { desiredCount = 0, runningCount = 0 } = live;
    if (wanted < desiredCount)
        return [`capacity drops from ${desiredCount} to ${wanted} tasks`];
    if (wanted < runningCount)
        return [`the desired count ${wanted} is below the ${runningCount} tasks that run now`];
    return [];
}
function warnOfBreaker(before, after) {
    const at = (document, key) => (0,json/* valueAt */.fK)(document, ['deploymentConfiguration', 'deploymentCircuitBreaker', key]) === true;
    if (at(before, 'enable') && !at(after, 'enable'))
        return ['the deployment circuit breaker will be switched off'];
    if (at(before, 'rollback') && !at(after, 'rollback')) {
        return ['the deployment circuit breaker will no longer roll back'];
    }
    return [];
}
function warnOfDetached(before, after) {
    const targets = (document) => (0,json/* objectsAt */.yR)(document, ['loadBalancers']).flatMap((one) => (0,json/* textAt */.$6)(one, ['targetGroupArn']) ?? []);
    const kept = new Set(targets(after));
    return targets(before)
        .filter((target) => !kept.has(target))
        .map((target) => `the service will be detached from the target group ${target}`);
}
function warnOfTags(before, after) {
    const keys = (0,json/* objectsAt */.yR)(before, ['tags']).flatMap((tag) => (0,json/* textAt */.$6)(tag, ['key']) ?? []);
    if (keys.length === 0 || after['tags'] !== undefined)
        return [];
    return [
        `the tags ${keys.join(', ')} will be removed, because the service definition has none; ` +
            'to keep them, write them down or name them under ignore.tags',
    ];
}
/** Lists that stay when the file leaves them out; an empty list in the file removes them. */
const keptLists = [
    'capacityProviderStrategy',
    'placementConstraints',
    'placementStrategy',
    'serviceRegistries',
];
function warnOfKept(before, written) {
    return keptLists
        .filter((key) => before[key] !== undefined && (written[key] ?? null) === null)
        .map((key) => `${key} is not removed by leaving it out; only an empty list in the service definition removes it`);
}
function warnOfFixed(live, written) {
    return service_document/* creationAttributes */.tc
        .filter((key) => isSet(written[key]) && !(0,canonical/* sameValue */.eE)(written[key], live[key]) && !isDefault(key, written, live))
        .map((key) => `${key} cannot be changed by a deploy: the service keeps ${describeFixed(live[key])}`);
}
function isSet(value) {
    return value !== undefined && value !== null && value !== '';
}
// DescribeServices leaves the default out.
function isDefault(key, written, live) {
    if (live[key] !== undefined)
        return false;
    return ['ECS', 'REPLICA'].includes((0,json/* textAt */.$6)(written, [key, 'type']) ?? (0,json/* textAt */.$6)(written, [key]) ?? '');
}
function describeFixed(value) {
    if (value === undefined)
        return 'what it has';
    return (0,json/* textAt */.$6)(value, ['type']) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}
function warnOfTasks(before, after) {
    return [
        ...warnOfLess(before, after, ''),
        ...['networkMode', 'taskRoleArn', 'executionRoleArn'].flatMap((key) => warnOfOther(before, after, key)),
        ...(0,json/* objectsAt */.yR)(before, ['containerDefinitions']).flatMap((container) => warnOfContainer(container, after)),
    ];
}
function warnOfContainer(before, taskDefinition) {
    const name = (0,json/* textAt */.$6)(before, ['name']) ?? '';
    const after = (0,json/* objectsAt */.yR)(taskDefinition, ['containerDefinitions']).find((one) => one['name'] === before['name']);
    if (after === undefined)
        return [`the container ${name} will be removed`];
    return [...warnOfLess(before, after, ` of the container ${name}`), ...warnOfLost(before, after, name)];
}
function warnOfLess(before, after, where) {
    return ['cpu', 'memory', 'memoryReservation'].flatMap((key) => {
        const [old, wanted] = [amountOf(before[key]), amountOf(after[key])];
        return wanted < old ? [`${key}${where} drops from ${old} to ${wanted}`] : [];
    });
}
// NaN, which is below nothing, where there is no number.
function amountOf(value) {
    return typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
}
function warnOfOther(before, after, key) {
    if ((0,canonical/* sameValue */.eE)(before[key], after[key]))
        return [];
    const [old, wanted] = [before, after].map((document) => (0,json/* textAt */.$6)(document, [key]) ?? 'none');
    return [`${key} changes from ${old} to ${wanted}`];
}
// A name that moved from the environment to the secrets, or back, is not lost.
function warnOfLost(before, after, container) {
    const names = (document, key) => (0,json/* objectsAt */.yR)(document, [key]).flatMap((item) => (0,json/* textAt */.$6)(item, ['name']) ?? []);
    const kept = new Set([...names(after, 'environment'), ...names(after, 'secrets')]);
    const lost = (key, noun) => names(before, key)
        .filter((name) => !kept.has(name))
        .map((name) => `the ${noun} ${name} of the container ${container} will be removed`);
    return [...lost('environment', 'environment variable'), ...lost('secrets', 'secret')];
}

;// CONCATENATED MODULE: ./src/plan/comparison.ts





/**
 * What a deploy of a project would change (specification 5.11). A service that is INACTIVE does not exist any more and
 * would be created anew.
 */
function compareProject(sides) {
    const service = compareService(sides);
    const taskDefinition = compareTaskDefinition(sides);
    const documents = { ...(service && { service }), ...(taskDefinition && { taskDefinition }) };
    const live = liveService(sides.service?.remote);
    return {
        ...documents,
        effects: describeEffects(documents),
        warnings: listWarnings({ ...documents, live, written: sides.service?.local.document }),
    };
}
function compareService({ service, ignoreTags }) {
    if (service === undefined)
        return undefined;
    const remote = liveService(service.remote);
    const { before, after } = (0,normalise_service/* alignNamespaces */.w)((0,normalise_service/* normaliseService */.K)(service.local.document, remote, ignoreTags));
    return {
        subject: 'service',
        remoteName: remote?.serviceArn ?? '',
        localName: service.local.file,
        ...(before && { before }),
        after,
        changes: listChanges(before, after),
    };
}
function compareTaskDefinition({ taskDefinition, ignoreTags }) {
    if (taskDefinition === undefined)
        return undefined;
    const { local, remote } = taskDefinition;
    const before = remote && (0,normalise_task_definition/* normaliseTaskDefinition */.ly)((0,normalise_task_definition/* taskDefinitionDocument */.Ke)(remote), ignoreTags);
    const after = (0,normalise_task_definition/* normaliseTaskDefinition */.ly)(local.document, ignoreTags);
    return {
        subject: 'taskDefinition',
        remoteName: remote?.arn ?? '',
        localName: local.file,
        ...(before && { before }),
        after,
        changes: listChanges(before, after),
    };
}
function liveService(service) {
    return service?.status === 'INACTIVE' ? undefined : service;
}

// EXTERNAL MODULE: ./src/commands/shell-words.ts
var shell_words = __webpack_require__(9260);
;// CONCATENATED MODULE: ./src/commands/external-diff.ts



/**
 * The words of the program that shows differences; empty where none is named, or where it could be the program of a
 * fork.
 */
async function findDiffProgram(context) {
    const words = (0,shell_words/* splitLines */.u)((0,commands_context/* textFlag */.gx)(context, 'external'))[0]?.words ?? [];
    if (words.length === 0 || !(await context.isStranger()))
        return words;
    const text = 'the external diff command is not run for a pull request from a fork: the differences are shown as usual';
    context.emit({ kind: 'note', level: 'warning', text });
    return [];
}
/**
 * Has a program show what differs, the service first; both sides with their secrets hidden.
 *
 * @throws UserError `failed to run diff command: …`, after what it wrote was printed
 */
async function showWithProgram(context, words, { service, taskDefinition }) {
    let document;
    for (const part of [service, taskDefinition]) {
        if (part === undefined || part.changes.length === 0)
            continue;
        const { output, failure } = await runOn(context, words, part);
        if (output !== '')
            context.emit({ kind: 'printed', document: { title: 'diff', language: 'text', text: output } });
        if (failure !== undefined)
            throw failure;
        document = { title: 'diff', language: 'text', text: (document?.text ?? '') + output };
    }
    return document;
}
async function runOn(context, words, part) {
    const { project, clock, deadline } = context;
    const { subject, before, after } = context.hideComparison(part);
    const isJsonnet = (0,commands_context/* booleanFlag */.Fg)(context, 'jsonnet');
    const name = `${subject === 'service' ? 'service' : 'taskdef'}.${isJsonnet ? 'jsonnet' : 'json'}`;
    const sides = {
        name,
        remote: before === undefined ? '' : definitionText(before, isJsonnet),
        local: definitionText(after, isJsonnet),
    };
    // Few runs name a program, and node:child_process takes its time to load.
    const { runDiffProgram } = await __webpack_require__.e(/* import() */ 854).then(__webpack_require__.bind(__webpack_require__, 5854));
    const left = deadline - clock.now();
    const timeout = Number.isFinite(left) ? Math.max(left, 1) : undefined;
    return runDiffProgram(words, sides, { environment: project.environment, clock, timeout });
}

// EXTERNAL MODULE: ./src/commands/flags.ts
var commands_flags = __webpack_require__(7157);
;// CONCATENATED MODULE: ./src/commands/diff.ts






/** `diff`: what a deploy would change; reads only. */
const diff = {
    name: 'diff',
    summary: 'show what a deploy would change',
    flags: commands_flags/* diffFlags */.dk,
    run: runDiff,
};
async function runDiff(context) {
    const { project, aws, emit } = context;
    const withService = !(0,commands_context/* booleanFlag */.Fg)(context, 'without-service') && (0,commands_context/* booleanFlag */.Fg)(context, 'with-service', true);
    const reading = withService ? (0,snapshot/* readService */.uS)(aws.ecs, project) : Promise.resolve(undefined);
    const [service, serviceDefinition, taskDefinition] = await Promise.all([
        reading,
        withService ? (0,snapshot/* readServiceDefinition */.Dp)(project) : undefined,
        readTaskDefinitionFile(context),
    ]);
    const live = taskDefinition && (await (0,snapshot/* readLiveTaskDefinition */.VL)(aws.ecs, service, taskDefinition));
    const program = await findDiffProgram(context);
    const style = styleOf(context, program.length > 0);
    const comparison = { ...compareSides(context, { service, serviceDefinition, taskDefinition, live }), ...style };
    emit({ kind: 'compared', comparison });
    context.know({ changed: (0,model_comparison/* hasChanges */.i)(comparison) });
    const document = program.length === 0 ? undefined : await showWithProgram(context, program, comparison);
    return { ...concludeDiff(context, { comparison, service }), ...(document && { document }) };
}
/** How the flags want it shown; nothing where that is the usual way. */
function styleOf(context, byProgram) {
    const language = (0,commands_context/* booleanFlag */.Fg)(context, 'jsonnet') ? 'jsonnet' : 'json';
    const lines = byProgram ? 'none' : (0,commands_context/* booleanFlag */.Fg)(context, 'unified', true) ? 'changed' : 'all';
    return language === 'json' && lines === 'changed' ? {} : { style: { language, lines } };
}
/** The comparison of a project; the parts it does not have are left out. */
function compareSides({ project }, sides) {
    const { service, serviceDefinition, taskDefinition, live } = sides;
    return compareProject({
        ignoreTags: project.config.ignoreTags,
        ...(serviceDefinition === undefined ? {} : { service: { local: serviceDefinition, remote: service } }),
        ...(taskDefinition === undefined ? {} : { taskDefinition: { local: taskDefinition, remote: live } }),
    });
}
async function readTaskDefinitionFile({ project }) {
    return project.config.taskDefinition === undefined ? undefined : project.taskDefinition();
}
function concludeDiff(context, { comparison, service }) {
    const changed = (0,model_comparison/* hasChanges */.i)(comparison);
    const count = (comparison.service?.changes.length ?? 0) + (comparison.taskDefinition?.changes.length ?? 0);
    const fails = changed && (context.options.failOnChanges || (0,commands_context/* booleanFlag */.Fg)(context, 'strict'));
    const isNew = service === undefined && comparison.service !== undefined;
    const sentence = describeDiff(changed, isNew, count);
    const running = service?.taskDefinition;
    return {
        outcome: fails ? 'failed' : 'succeeded',
        sentence: fails ? `${sentence}, and differences are not allowed (fail-on-changes)` : sentence,
        changed,
        comparison,
        ...(running === undefined ? {} : { running, previous: running }),
    };
}
function describeDiff(changed, isNew, count) {
    if (isNew)
        return 'a deploy would create the service';
    if (!changed)
        return 'nothing differs: the service runs what the files say';
    return count === 1
        ? '1 difference between the files and what runs'
        : `${count} differences between the files and what runs`;
}

// EXTERNAL MODULE: ./src/commands/lost-answers.ts
var lost_answers = __webpack_require__(3572);
// EXTERNAL MODULE: ./src/plan/field-rules.ts
var field_rules = __webpack_require__(7389);
// EXTERNAL MODULE: ./src/plan/service-defaults.ts
var service_defaults = __webpack_require__(3487);
;// CONCATENATED MODULE: ./src/plan/restoration.ts





/**
 * Attributes that a service revision does not hold (ServiceRevision of the API), so that going back to one leaves them
 * as our update made them.
 */
const outsideRevisions = [
    'availabilityZoneRebalancing',
    'deploymentConfiguration',
    'enableECSManagedTags',
    'enableExecuteCommand',
    'healthCheckGracePeriodSeconds',
    'placementConstraints',
    'placementStrategy',
    'propagateTags',
];
/** Attributes that a service revision holds. */
const insideRevisions = [
    'capacityProviderStrategy',
    'loadBalancers',
    'networkConfiguration',
    'platformVersion',
    'serviceConnectConfiguration',
    'serviceRegistries',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
];
/** How to say that a service has none of an attribute; what is not named here cannot be taken back. */
const absent = {
    capacityProviderStrategy: [],
    healthCheckGracePeriodSeconds: 0,
    placementConstraints: [],
    placementStrategy: [],
    propagateTags: 'NONE',
    serviceRegistries: [],
};
/** The same for the parts of a deployment configuration. */
const absentParts = {
    alarms: { alarmNames: [], enable: false, rollback: false },
    earlySuccessCriteria: { enable: false },
    lifecycleHooks: [],
};
/**
 * The UpdateService that puts back what our update changed and ECS does not put back when it returns to a service
 * revision; undefined where there is nothing of it. The desired count is put back only if we changed it and nothing
 * scales the service.
 */
function planRestore(done) {
    const attributes = { ...previousAttributes(done, outsideRevisions), ...previousCount(done) };
    return Object.keys(attributes).length === 0 ? undefined : { ...named(done.name), ...attributes };
}
/** The UpdateService that goes back to `taskDefinition`, an ARN, with every attribute that our update changed. */
function planReturn(done) {
    return {
        ...named(done.name),
        taskDefinition: done.taskDefinition,
        ...previousAttributes(done, [...insideRevisions, ...outsideRevisions]),
        ...previousCount(done),
    };
}
/** The tag calls that take ours back. */
function planTagReturn(before, sent) {
    const touched = new Set([...sent.add.map(({ key }) => key), ...sent.remove]);
    const old = (before.tags ?? []).filter(({ key }) => touched.has(key));
    const kept = new Set(old.map(({ key }) => key));
    return { add: old, remove: sent.add.flatMap(({ key }) => (key === undefined || kept.has(key) ? [] : [key])) };
}
function previousAttributes({ before, sent }, attributes) {
    const document = { ...absent, ...(0,service_defaults/* fillDefaults */.w)((0,service_document/* serviceDocument */.r9)(before), (0,service_document/* kindOf */.I)(before, {})) };
    const changed = attributes.filter((key) => sent[key] !== undefined && !isPart(sent[key], document[key]));
    return (0,field_rules/* applyRules */.IU)((0,field_rules/* onlyKeys */.Bh)(document, changed), {
        deploymentConfiguration: (previous) => withAbsentParts(previous, sent['deploymentConfiguration']),
    });
}
// An update leaves out what the service has anyway, so what was sent is compared as a part of what was.
function isPart(sent, before) {
    if (!((0,json/* isObject */.Gv)(sent) && (0,json/* isObject */.Gv)(before)))
        return (0,canonical/* sameValue */.eE)(sent, before);
    return Object.entries(sent).every(([key, value]) => isPart(value, before[key]));
}
function withAbsentParts(previous, sent) {
    if (!((0,json/* isObject */.Gv)(previous) && (0,json/* isObject */.Gv)(sent)))
        return previous;
    return { ...(0,field_rules/* onlyKeys */.Bh)(absentParts, Object.keys(sent)), ...previous };
}
function previousCount({ before, sent, scalingTarget }) {
    const count = before.desiredCount;
    const changed = sent['desiredCount'] !== undefined && sent['desiredCount'] !== count;
    return changed && count !== undefined && !scalingTarget ? { desiredCount: count } : {};
}
function named({ cluster, service }) {
    return { cluster, service };
}

;// CONCATENATED MODULE: ./src/rollout/registrar.ts


/** ms: a pipeline registers what it deploys. */
const recent = 15 * 60_000;
/**
 * Says who registered what took over: ECS tells nobody's name in a deployment, but a task definition names who registered
 * it, and one that is as new as ours was registered to be deployed.
 */
async function nameRegistrar(sentence, { follower, started, tools }) {
    const service = follower.latest()?.service;
    const other = service === undefined ? '' : taskDefinitionOf(service);
    if (other === '' || other === started.taskDefinition)
        return sentence;
    const { definition } = (await tools.ecs.describeTaskDefinition(other).catch(() => undefined)) ?? {};
    const { registeredBy, registeredAt } = definition ?? {};
    if (registeredBy === undefined || (registeredAt?.getTime() ?? 0) < started.createdAt - recent)
        return sentence;
    return `${sentence}; ${(0,ecs/* shortName */.E)(other)} was registered by ${registeredBy.split(':').slice(5).join(':')}`;
}

;// CONCATENATED MODULE: ./src/rollout/conclusion.ts







/** Follows a deployment to its end; on failure explains it first, then goes back as the policy says. */
async function seeThrough(started, recovery, tools) {
    const follower = createFollower(started, { ...tools, leavesToEcs: recovery.policy === 'never' });
    const end = await follower.follow(tools.deadline);
    const conclusion = await concludeEnd(end, { started, follower, recovery, tools }, tools);
    const { service, serviceDeployment } = follower.latest() ?? {};
    const arn = serviceDeployment?.serviceDeploymentArn;
    const running = service === undefined ? '' : taskDefinitionOf(service);
    const serving = service === undefined ? undefined : findServing(service, started);
    return {
        ...conclusion,
        ...(arn === undefined ? {} : { serviceDeployment: arn }),
        ...(running === '' ? {} : { running }),
        ...(serving === undefined ? {} : { serving }),
    };
}
function findServing(service, started) {
    if (service.status !== 'ACTIVE' || findPrimary(service)?.id !== started.deploymentId)
        return undefined;
    const serves = ({ id, runningCount = 0 }) => id !== started.deploymentId && runningCount > 0;
    const { taskDefinition = '', runningCount: tasks = 0 } = service.deployments?.find(serves) ?? {};
    return taskDefinition === '' ? undefined : { taskDefinition, tasks };
}
function concludeEnd(end, going, tools) {
    switch (end.kind) {
        case 'verdict':
            return concludeVerdict(end.verdict, going, tools);
        case 'deadline':
            return concludeDeadline(end, going, tools);
        case 'blind':
            return concludeBlind(end.error, going.started, tools.clock.now());
        case 'cancelled':
            return concludeCancelled(going, tools);
    }
}
async function concludeVerdict(verdict, going, tools) {
    const { sentence } = verdict;
    switch (verdict.kind) {
        case 'progressing':
            return { outcome: 'started', sentence };
        case 'succeeded':
            return { outcome: 'succeeded', sentence };
        case 'superseded':
            return { outcome: 'superseded', sentence: await nameRegistrar(sentence, going), category: 'conflict/superseded' };
        case 'rollback-failed':
            return concludeNoReturn(verdict, going, tools);
        case 'rolled-back':
        case 'rolling-back': {
            tools.emit({ kind: 'rollback', sentence });
            const diagnosis = await explain(tools, { sentence: verdict.why, category: categoryOf(verdict) });
            return afterReturn({ sentence: verdict.why, diagnosis }, await seeReturn(going, 'ecs'));
        }
        case 'failed':
            return concludeFailed(verdict, going, tools);
    }
}
/** ECS tries to go back even where nothing ran before. */
async function concludeNoReturn(verdict, { recovery: { target } }, tools) {
    const isFirst = target.kind === 'none';
    const sentence = isFirst ? `${verdict.why}; nothing to go back to: ${target.reason}` : verdict.sentence;
    const diagnosis = await explain(tools, { sentence, category: categoryOf(verdict) });
    return { outcome: isFirst ? 'failed' : 'rollback-failed', sentence, diagnosis };
}
async function concludeFailed(verdict, going, tools) {
    const { sentence } = verdict;
    const diagnosis = await explain(tools, { sentence, category: categoryOf(verdict) });
    // A service that is gone has nothing to go back to; who stopped a deployment by hand wanted it stopped.
    const hopeless = verdict.by === 'service' || verdict.by === 'person';
    // ECS has not given up what we call failed by its tasks.
    const goesOn = verdict.by === 'tasks';
    if (hopeless || going.recovery.policy === 'never') {
        return { outcome: 'failed', sentence: goesOn ? `${sentence}; the deployment goes on` : sentence, diagnosis, goesOn };
    }
    const concluded = await rollBack({ sentence, diagnosis }, going, tools);
    return { ...concluded, goesOn: goesOn && concluded.rollback?.ended === 'not-possible' };
}
async function concludeDeadline(end, going, tools) {
    const category = 'timeout/stability';
    const seen = end.last?.verdict.sentence ?? 'the service could not be read';
    const sentence = `timeout waiting for service stable: ${seen}`;
    const { policy } = going.recovery;
    const leave = policy === 'never' || (policy === 'auto' && isOnItsWay(going.follower.trend()));
    const diagnosis = await explain(tools, { sentence, category });
    if (leave)
        return { outcome: 'timed-out', sentence: `${sentence}; the deployment goes on`, category, diagnosis };
    return rollBack({ sentence, diagnosis, category }, going, tools);
}
async function rollBack(failure, going, tools) {
    const { target } = going.recovery;
    if (tools.signal.aborted)
        return concludeCancelledFailure(failure, going, tools);
    const to = target.kind === 'target' ? `rolling back to ${(0,ecs/* shortName */.E)(target.taskDefinition)}` : 'cannot roll back';
    tools.emit({ kind: 'rollback', sentence: `${failure.sentence}; ${to}` });
    return afterReturn(failure, await goBack(going));
}
function afterReturn(failure, rollback) {
    const sentence = `${failure.sentence}; ${rollback.sentence}`;
    if (rollback.ended === 'rolled-back')
        return { ...failure, outcome: 'rolled-back', sentence, rollback };
    if (rollback.ended === 'cancelled')
        return { ...failure, outcome: 'cancelled', sentence, rollback };
    const nowhere = rollback.ended === 'not-possible' || rollback.target.kind === 'none';
    const outcome = nowhere ? 'failed' : 'rollback-failed';
    return { ...failure, outcome, sentence, rollback };
}
/** We may not look any more; the deployment knows nothing of that and goes on. */
function concludeBlind(error, started, now) {
    const expired = /Expired/.test(error.code);
    const time = new Date(now).toISOString().slice(11, 19);
    const why = expired
        ? `the credentials expired at ${time} UTC`
        : `reading the service was refused (${error.code}: ${error.message})`;
    return {
        outcome: 'timed-out',
        sentence: `the deployment of ${(0,ecs/* shortName */.E)(started.taskDefinition)} goes on, but ${why}`,
        category: expired ? 'credentials/expired' : 'permission/caller',
    };
}
const cancelled = { outcome: 'cancelled', category: 'timeout/client' };
async function concludeCancelled(going, tools) {
    const name = (0,ecs/* shortName */.E)(going.started.taskDefinition);
    if (tools.onCancel === 'leave' || going.recovery.target.kind === 'none') {
        return { ...cancelled, sentence: `the workflow was cancelled; the deployment of ${name} goes on` };
    }
    const sentence = `the workflow was cancelled while ${name} was being deployed; ${await askToReturn(going)}`;
    return { ...cancelled, sentence };
}
/** It failed, and then the workflow was cancelled: nobody waits for a rollback any more. */
async function concludeCancelledFailure(failure, going, { onCancel }) {
    const asked = onCancel === 'rollback' ? await askToReturn(going) : 'nothing was rolled back';
    return { ...failure, outcome: 'cancelled', sentence: `${failure.sentence}; the workflow was cancelled; ${asked}` };
}
/** What became of asking ECS to go back: one call only, the runner leaves 7.5 s after SIGINT. */
async function askToReturn({ follower, recovery, tools }) {
    const arn = follower.latest()?.serviceDeployment?.serviceDeploymentArn;
    const { returnInput } = recovery;
    try {
        if (arn !== undefined)
            await tools.ecs.stopServiceDeployment(arn);
        else if (returnInput !== undefined)
            await tools.ecs.updateService(returnInput);
        else
            return 'there is nothing to roll back to';
        return 'ECS was asked to roll back';
    }
    catch (error) {
        return `ECS could not be asked to roll back: ${(0,errors/* describeError */.Uc)(error)}`;
    }
}
async function explain(tools, ending) {
    const diagnosis = await tools.explain(ending);
    tools.emit({ kind: 'diagnosed', diagnosis });
    return diagnosis;
}
/** What the end itself tells of the reason, before the evidence is heard. */
function categoryOf(verdict) {
    const categories = {
        'circuit-breaker': 'rollback/circuit-breaker',
        tasks: 'rollback/circuit-breaker',
        alarm: 'rollback/alarm',
        hook: 'rollback/hook',
        person: 'rollback/manual',
        service: 'conflict/service-draining',
    };
    return categories[verdict.by];
}

;// CONCATENATED MODULE: ./src/commands/lost-image.ts


/**
 * Images of a task definition that are no longer in ECR: none of its tasks can be started again. Images of other
 * registries, and those that we may not ask about, are taken to be there. Never throws.
 */
async function findLostImages(aws, name) {
    const registered = await aws.ecs.describeTaskDefinition(name).catch(() => undefined);
    if (registered === undefined)
        return [];
    const containers = (0,json/* objectsAt */.yR)((0,normalise_task_definition/* taskDefinitionDocument */.Ke)(registered), ['containerDefinitions']);
    const images = new Set(containers.flatMap((container) => (0,json/* textAt */.$6)(container, ['image']) ?? []));
    const found = await Promise.all(Array.from(images, async (image) => {
        const lookup = await aws.images.findImage(image).catch(() => undefined);
        return lookup?.kind === 'absent' ? [image] : [];
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./src/commands/see-through.ts










/** Waits for the end of an update as the flags say, goes back where it failed, and tells what runs then. */
async function conclude(context, update) {
    const sent = (0,json/* textAt */.$6)(update.plan.input, ['taskDefinition']);
    const states = { ...update, wanted: sent?.startsWith('arn:') ? sent : undefined };
    const started = followUpdate((0,commands_context/* requireService */.rU)(context.project), states, waitUntilOf(context));
    const { deploymentId, taskDefinition } = started;
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'wait', true)) {
        const sentence = `Service is deployed: ${see_through_describeStart(started, update.after)} (--no-wait)`;
        return { outcome: 'started', sentence, deploymentId, running: taskDefinition };
    }
    const recovery = planRecovery(context, update);
    const [tools] = await Promise.all([prepareTools(context, started), warnOfLostImages(context, recovery)]);
    const ended = await seeThrough(started, recovery, { ...tools, deadline: context.deadline });
    const conclusion = await scaleBack(context, ended, update.scaling);
    sayWhatStays(context, { started, conclusion, recovery });
    sayCountStays(context, update, conclusion);
    const result = resultOf(conclusion, started);
    return isIdle(started, update, conclusion) ? { ...result, outcome: 'unchanged' } : result;
}
/** What is under way when nobody waits: a deployment, or only another count. */
function see_through_describeStart({ taskDefinition, opened }, after) {
    const name = (0,ecs/* shortName */.E)(taskDefinition);
    if (opened || findPrimary(after)?.rolloutState !== 'COMPLETED')
        return `the deployment of ${name} goes on`;
    const { runningCount = 0, desiredCount = 0 } = after;
    return `no new deployment of ${name}; ${countTasks(runningCount)} running, ${desiredCount} desired`;
}
/** What a failed deployment that was not undone leaves: its own tasks to come, or those of before that still serve. */
function sayWhatStays(context, end) {
    const { started, conclusion, recovery } = end;
    const { outcome, goesOn, rollback, serving } = conclusion;
    if (goesOn === true)
        context.leave(see_through_describeRest(started, conclusion, recovery));
    if (outcome !== 'failed' || goesOn === true || rollback !== undefined || serving === undefined)
        return;
    const { taskDefinition, tasks } = serving;
    const what = `${tasks} ${tasks === 1 ? 'task' : 'tasks'} of ${(0,ecs/* shortName */.E)(taskDefinition)} still run`;
    const set = `the service stays set to ${(0,ecs/* shortName */.E)(started.taskDefinition)}`;
    context.leave(`${what}, but ${set}: deploy again, or go back with the command \`rollback\``);
}
/** A desired count that nobody puts back: auto scaling may own it, or not. */
function sayCountStays(context, { before, plan, scaling }, { rollback }) {
    const count = plan.input['desiredCount'];
    const former = before?.desiredCount;
    const unknown = scaling.ownsCount && scaling.before === undefined;
    if (rollback?.ended !== 'rolled-back' || !unknown || count === undefined || count === former)
        return;
    context.leave(`the desired count stays ${count} (before: ${former}): whether auto scaling moves it could not be read`);
}
/** A deployment that nobody stopped, and the command that does. */
function see_through_describeRest({ name, taskDefinition }, { serviceDeployment }, recovery) {
    const rest = `the deployment of ${(0,ecs/* shortName */.E)(taskDefinition)} goes on: ECS keeps starting its tasks`;
    if (recovery.target.kind === 'none') {
        const service = `--cluster ${name.cluster} --service ${name.service}`;
        return `${rest}; to stop that: \`aws ecs update-service ${service} --desired-count 0\``;
    }
    if (serviceDeployment === undefined)
        return `${rest}; to go back: the command \`rollback\``;
    const arn = `--service-deployment-arn ${serviceDeployment}`;
    return `${rest}; to go back: \`aws ecs stop-service-deployment ${arn} --stop-type ROLLBACK\``;
}
/** After a rollback auto scaling goes back to what it was too: no service revision holds it. */
async function scaleBack(context, conclusion, scaling) {
    const { rollback } = conclusion;
    if (rollback?.ended !== 'rolled-back')
        return conclusion;
    const refusal = await restoreScaling(context, scaling);
    if (refusal === undefined)
        return conclusion;
    const left = `but auto scaling could not be put back: ${refusal}`;
    return {
        ...conclusion,
        outcome: 'rollback-failed',
        sentence: `${conclusion.sentence}, ${left}`,
        rollback: { ...rollback, ended: 'failed', sentence: `${rollback.sentence}, ${left}` },
    };
}
/** An update that opened no deployment and changed nothing. */
function isIdle(started, { before, plan, scaling }, { outcome }) {
    if (outcome !== 'succeeded' || started.opened || plan.changesService || scaling.change !== undefined)
        return false;
    const count = plan.input['desiredCount'];
    return 'taskDefinition' in plan.input && (count === undefined || count === before?.desiredCount);
}
function waitUntilOf(context) {
    return context.flags['wait-until'] === 'stable' ? 'stable' : 'deployed';
}
/** The way back, decided while the way forward is still open. */
function planRecovery(context, { before, plan, scaling }) {
    const { options, project } = context;
    const target = findTarget(before);
    const none = { add: [], remove: [] };
    const base = { policy: options.rollback, target, before, timeout: options.timeout };
    if (before === undefined || target.kind === 'none') {
        return { ...base, returnInput: undefined, restoreInput: undefined, tags: none };
    }
    const name = (0,commands_context/* requireService */.rU)(project);
    const sides = { name, before, sent: plan.input, scalingTarget: scaling.ownsCount };
    return {
        ...base,
        returnInput: planReturn({ ...sides, taskDefinition: target.taskDefinition }),
        restoreInput: planRestore(sides),
        tags: planTagReturn(before, plan.tags),
    };
}
/** A rollback could not start a single task: better known before it is needed. */
async function warnOfLostImages({ aws, emit }, { target, policy }) {
    if (target.kind === 'none' || policy === 'never')
        return;
    const lost = await findLostImages(aws, target.taskDefinition);
    if (lost.length === 0)
        return;
    const text = `a rollback to ${(0,ecs/* shortName */.E)(target.taskDefinition)} would fail: ${lost.join(', ')} does not exist any more`;
    emit({ kind: 'note', level: 'warning', text });
}
async function prepareTools(context, started) {
    const { aws, clock, emit, signal, options } = context;
    const [registered, { createGatherer, diagnose }] = await Promise.all([
        // Only for the logs of failed containers: not worth losing sight of a deployment that has begun.
        aws.ecs.describeTaskDefinition(started.taskDefinition).catch(() => undefined),
        __webpack_require__.e(/* import() */ 528).then(__webpack_require__.bind(__webpack_require__, 147)),
    ]);
    const gatherer = createGatherer({
        aws,
        name: started.name,
        deploymentIds: new Set([started.deploymentId]),
        taskDefinition: registered?.definition,
        since: started.eventsSince,
    });
    return {
        ecs: aws.ecs,
        clock,
        emit,
        signal,
        interval: options.pollInterval,
        onCancel: options.onCancel,
        collect: (service) => gatherer.look(service),
        containerCheck: (registered?.definition.containerDefinitions ?? []).some((one) => one.healthCheck !== undefined),
        readDrainDelay: (service) => readDrainDelay(context, service),
        async explain({ sentence, category }) {
            const [dossier, definitions] = await Promise.all([gatherer.dossier(), readDefinitions(context)]);
            const diagnosis = diagnose(dossier, definitions);
            if (tellsCause(diagnosis))
                return isEndOnly(diagnosis) ? { ...diagnosis, reason: sentence } : diagnosis;
            // No task, event or log says why: how it ended is all that is known, and nothing that AWS said.
            const end = { source: 'rollout', message: sentence };
            const ended = diagnose({ ...dossier, evidence: [...dossier.evidence, end] }, definitions);
            const evidence = ended.evidence.filter((one) => one.message !== sentence);
            return { ...ended, evidence, label: tellsCause(ended) ? ended.label : category };
        },
    };
}
/** The longest of the service's target groups, in seconds; nothing where none may be read. */
async function readDrainDelay({ aws }, { loadBalancers = [] }) {
    const arns = [...new Set(loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []))];
    const times = await Promise.allSettled(arns.map((arn) => aws.targetGroups.readTimes(arn)));
    const delays = times.flatMap((one) => (one.status === 'fulfilled' ? [one.value.deregistrationDelay] : []));
    return delays.length === 0 ? undefined : Math.max(...delays);
}
/** Normal news and lines that nothing recognises are no cause. */
function tellsCause({ label }) {
    return !/^(unknown|info)\//.test(label);
}
/** Labels that say how it ended and not why: our own sentence knows the numbers and names. */
function isEndOnly({ label }) {
    return /^(rollback|timeout)\//.test(label);
}
/** The files at fault, as far as the project has them; commands that apply none may run where they cannot be read. */
async function readDefinitions({ project }) {
    const { config } = project;
    const [taskDefinition, serviceDefinition] = await Promise.all([
        config.taskDefinition && project.taskDefinition().catch(() => undefined),
        config.serviceDefinition && project.serviceDefinition().catch(() => undefined),
    ]);
    return { ...(taskDefinition && { taskDefinition }), ...(serviceDefinition && { serviceDefinition }) };
}
function resultOf(conclusion, started) {
    const { outcome, sentence, rollback, serviceDeployment, running = started.taskDefinition } = conclusion;
    const target = rollback?.ended === 'rolled-back' && rollback.target.kind === 'target' ? rollback.target : undefined;
    const hasFailed = outcome === 'failed' || outcome === 'rolled-back' || outcome === 'rollback-failed';
    return {
        outcome,
        sentence,
        deploymentId: serviceDeployment ?? started.deploymentId,
        running: target?.taskDefinition ?? running,
        ...(hasFailed ? { failed: started.taskDefinition } : {}),
        ...explanationOf(conclusion),
        ...(rollback === undefined ? {} : { rollback }),
    };
}
/** Why it did not succeed; without a diagnosis (overtaken, lost sight of) the same run may simply succeed later. */
function explanationOf({ diagnosis, category }) {
    if (diagnosis !== undefined)
        return { category: diagnosis.label, retryable: diagnosis.retryable, diagnosis };
    return category === undefined ? {} : { category, retryable: category !== 'permission/caller' };
}

// EXTERNAL MODULE: ./src/commands/task-definition-choice.ts
var task_definition_choice = __webpack_require__(9803);
;// CONCATENATED MODULE: ./src/commands/creation.ts












/**
 * Creates the service that the config names, and waits until it is stable whatever the flags say (specification 5.4).
 * @throws StepError `failed to create service`
 */
async function createService(context) {
    const { project, emit } = context;
    const [local, taskDefinition] = await Promise.all([project.serviceDefinition(), project.taskDefinition()]);
    refuseUnsupported((0,json/* textAt */.$6)(local.document, ['deploymentController', 'type']));
    emit({ kind: 'target', target: { kind: 'none', reason: 'the service is new: nothing ran before' } });
    const comparison = compareSides(context, {
        service: undefined,
        serviceDefinition: local,
        taskDefinition,
        live: undefined,
    });
    if (readScalingRequest(context) !== undefined) {
        const text = 'the service is new and has no auto scaling yet: the flags for it do nothing';
        emit({ kind: 'note', level: 'warning', text });
    }
    context.know({ changed: true, comparison });
    emit({ kind: 'compared', comparison });
    const choice = await (0,task_definition_choice/* chooseTaskDefinition */.aq)(context, undefined);
    await warnOfDeadline(context, { remote: undefined, choice });
    const { taskDefinition: taskDefinitionArn, tell } = await (0,task_definition_choice/* settleTaskDefinition */.II)(context, choice);
    tell();
    const input = (0,service_plan/* planCreate */._1)({
        name: (0,commands_context/* requireService */.rU)(project),
        local,
        taskDefinitionArn,
        desiredCount: (0,commands_context/* numberFlag */.C$)(context, 'tasks') ?? -1,
        ignoreTags: project.config.ignoreTags,
    });
    const after = await create(context, input);
    if (after === undefined) {
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' };
    }
    const plan = { input, tags: { add: [], remove: [] }, changesService: true };
    const waiting = { ...context, flags: { ...context.flags, 'wait-until': 'stable' } };
    return conclude(waiting, { before: undefined, after, plan, scaling: noScaling });
}
async function create(context, input) {
    const { aws, emit } = context;
    const call = { kind: 'call', operation: 'CreateService', input };
    if ((0,commands_context/* isDryRun */.vG)(context)) {
        emit({ ...call, dryRun: true, summary: 'create the service' });
        return undefined;
    }
    (0,commands_context/* refuseWhenCancelled */.y4)(context, 'the service was created');
    try {
        const service = await aws.ecs.createService({ ...input, clientToken: createToken(context) });
        emit({ ...call, dryRun: false, summary: 'created the service' });
        return service;
    }
    catch (error) {
        (0,lost_answers/* leaveDoubt */.K)(context, error, 'the service may have been created');
        throw new errors/* StepError */.zg('failed to create service', error);
    }
}
/** With a token ECS answers a repeated call with the service it has made already. */
function createToken({ clock, project }) {
    return `${clock.now()}-${project.config.service}`.slice(0, 36);
}

;// CONCATENATED MODULE: ./src/commands/writes.ts



/**
 * The one UpdateService of a deploy; undefined on a dry run.
 * @throws StepError `failed to update service tasks`
 */
async function updateService(context, input) {
    const { aws, emit } = context;
    const call = { kind: 'call', operation: 'UpdateService', input };
    if ((0,commands_context/* isDryRun */.vG)(context)) {
        emit({ ...call, dryRun: true, summary: 'update the service' });
        return undefined;
    }
    (0,commands_context/* refuseWhenCancelled */.y4)(context, 'the service was updated');
    try {
        const service = await aws.ecs.updateService(input);
        emit({ ...call, dryRun: false, summary: 'updated the service' });
        return service;
    }
    catch (error) {
        (0,lost_answers/* leaveDoubt */.K)(context, error, 'the service may have been updated');
        throw new errors/* StepError */.zg('failed to update service tasks', error);
    }
}
/**
 * Brings the service's tags to what the definition says (specification 5.3.6); answers how to take back what was said
 * to be left behind.
 * @throws StepError `failed to tag service`, `failed to untag service`
 */
async function changeTags(context, service, tags) {
    const arn = service.serviceArn ?? '';
    const { ecs } = context.aws;
    const forget = [];
    if (tags.add.length > 0) {
        const what = tags.add.map((tag) => `${tag.key}=${tag.value}`).join(', ');
        const step = { operation: 'TagResource', verb: 'tag', what, input: { resourceArn: arn, tags: tags.add } };
        forget.push(await takeStep(context, step, () => ecs.tagResource(arn, tags.add)));
    }
    if (tags.remove.length > 0) {
        const what = tags.remove.join(', ');
        const step = { operation: 'UntagResource', verb: 'untag', what, input: { resourceArn: arn, tagKeys: tags.remove } };
        forget.push(await takeStep(context, step, () => ecs.untagResource(arn, tags.remove)));
    }
    return () => {
        for (const one of forget)
            one();
    };
}
async function takeStep(context, step, act) {
    const { operation, verb, what, input } = step;
    const call = { kind: 'call', operation, input };
    if ((0,commands_context/* isDryRun */.vG)(context)) {
        context.emit({ ...call, summary: `${verb} the service: ${what}`, dryRun: true });
        return () => { };
    }
    (0,commands_context/* refuseWhenCancelled */.y4)(context, `the service was ${verb}ged`);
    try {
        await act();
    }
    catch (error) {
        (0,lost_answers/* leaveDoubt */.K)(context, error, `the service may have been ${verb}ged`);
        throw new errors/* StepError */.zg(`failed to ${verb} service`, error);
    }
    context.emit({ ...call, summary: `${verb}ged the service: ${what}`, dryRun: false });
    return context.leave(`the service was ${verb}ged before the failure: ${what}`);
}

;// CONCATENATED MODULE: ./src/commands/deploy.ts

















/** `deploy`: registers the task definition, updates or creates the service, sees it through. */
const deploy = {
    name: 'deploy',
    summary: 'deploy the service: register, update, wait, roll back when it fails',
    flags: commands_flags/* deployFlags */.z7,
    run: runDeploy,
};
async function runDeploy(context) {
    return deployService(context, createService);
}
/** A deploy as the flags say: that of `refresh` and `scale` too, which are deploys with other flags. */
async function deployService(context, withoutService) {
    const { project, aws } = context;
    (0,commands_context/* requireService */.rU)(project);
    const scalingRequest = readScalingRequest(context);
    const [service] = await Promise.all([
        (0,snapshot/* readService */.uS)(aws.ecs, project),
        (0,snapshot/* readAppliedDefinition */.T2)(context),
        loadFile(context),
        askTargetGroups(context),
    ]);
    if (service === undefined)
        return withoutService(context);
    const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? '';
    context.know({ running, previous: running });
    refuseUnsupported(service.deploymentController?.type);
    const count = await countOf(context, service);
    const scaling = await decideScaling(context, { service, count, request: scalingRequest });
    const choice = await (0,task_definition_choice/* chooseTaskDefinition */.aq)(context, service);
    const careful = meetDeploymentInFlight(context, service, choice);
    context.emit({ kind: 'target', target: findTarget(service) });
    await warnOfDeadline(context, { remote: service, choice });
    const changesCount = count.value !== undefined && count.value !== service.desiredCount;
    const decision = { service, choice, scaling, changesCount };
    return context.options.unchanged === 'skip' ? deployWhenChanged(careful, decision) : deployAnyway(careful, decision);
}
/** Comparing and registering go out together; the comparison is told first. */
async function deployAnyway(context, decision) {
    const [compared, settled] = await Promise.allSettled([
        compare(context, decision),
        (0,task_definition_choice/* settleTaskDefinition */.II)(context, decision.choice),
    ]);
    if (compared.status === 'rejected')
        throw compared.reason;
    tellComparison(context, compared.value);
    if (settled.status === 'rejected')
        throw settled.reason;
    return update(context, decision, settled.value);
}
/** `unchanged: skip`: the comparison comes first, and nothing is registered for nothing. */
async function deployWhenChanged(context, decision) {
    const { service, choice, scaling } = decision;
    const comparison = await compare(context, decision);
    const inFlight = findInFlight(service) !== undefined;
    tellComparison(context, comparison);
    const differs = (0,model_comparison/* hasChanges */.i)(comparison) || inFlight || (0,commands_context/* booleanFlag */.Fg)(context, 'force-new-deployment');
    if (differs)
        return update(context, decision, await (0,task_definition_choice/* settleTaskDefinition */.II)(context, choice));
    const running = service.taskDefinition ?? '';
    if (decision.changesCount || scaling.change !== undefined) {
        return update(context, decision, { taskDefinition: running, tell: () => { } });
    }
    const sentence = `nothing differs: ${(0,ecs/* shortName */.E)(running)} runs already`;
    return { outcome: 'unchanged', sentence, changed: false, comparison, running, previous: running };
}
/** What the deploy changes; a revision that is named is compared as the file would be. */
async function compare(context, { service, choice }) {
    const taskDefinition = await (0,task_definition_choice/* readChosen */.Vh)(context, choice);
    const [live, serviceDefinition] = await Promise.all([
        taskDefinition && (0,snapshot/* readLiveTaskDefinition */.VL)(context.aws.ecs, service, taskDefinition),
        (0,snapshot/* readAppliedDefinition */.T2)(context),
    ]);
    const comparison = compareSides(context, { service, serviceDefinition, taskDefinition, live });
    const restarts = choice.kind === 'register' || (0,commands_context/* booleanFlag */.Fg)(context, 'force-new-deployment');
    return restarts && context.options.unchanged === 'deploy' ? withRestart(comparison) : comparison;
}
const restart = 'new tasks will be started';
/** A new revision, or force, replaces the tasks even where nothing differs. */
function withRestart(comparison) {
    const others = comparison.effects.filter((effect) => effect !== restart && !/^nothing changes|no restart$/.test(effect));
    return { ...comparison, effects: [restart, ...others] };
}
/** Where neither file is applied nothing was compared, and there is nothing to tell. */
function tellComparison({ know, emit }, comparison) {
    if (comparison.service === undefined && comparison.taskDefinition === undefined)
        return;
    know({ changed: (0,model_comparison/* hasChanges */.i)(comparison), comparison });
    emit({ kind: 'compared', comparison });
}
async function update(context, { service, scaling }, settled) {
    settled.tell();
    const plan = await planOf(context, service, settled.taskDefinition);
    const forgetTags = await changeTags(context, service, plan.tags);
    const scaled = await changeScaling(context, scaling);
    const after = await updateService(context, plan.input);
    if (after === undefined)
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' };
    forgetTags();
    return conclude(context, { before: service, after, plan, scaling: scaled });
}
async function planOf(context, remote, taskDefinitionArn) {
    const { project } = context;
    return (0,service_plan/* planUpdate */.ZL)({
        name: (0,commands_context/* requireService */.rU)(project),
        remote,
        local: await (0,snapshot/* readAppliedDefinition */.T2)(context),
        taskDefinitionArn,
        desiredCount: desiredCountOf(context),
        forceNewDeployment: (0,commands_context/* booleanFlag */.Fg)(context, 'force-new-deployment'),
        updateService: (0,commands_context/* booleanFlag */.Fg)(context, 'update-service', true),
        ignoreTags: project.config.ignoreTags,
    });
}
async function countOf(context, remote) {
    const local = await (0,snapshot/* readAppliedDefinition */.T2)(context);
    const option = desiredCountOf(context);
    const value = (0,service_plan/* plannedCount */.wb)({ remote, local, desiredCount: option, updateService: local !== undefined });
    const isFlag = typeof option === 'number' && option >= 0;
    return { value, ...(isFlag || local === undefined ? {} : { location: local.locate(['desiredCount']) }) };
}
/** `--tasks`: -1, as without the flag, means the count of the service definition. */
function desiredCountOf(context) {
    return (0,commands_context/* numberFlag */.C$)(context, 'tasks') ?? -1;
}
/** The files are read while AWS is asked about the service. */
async function loadFile(context) {
    const needed = !(0,commands_context/* booleanFlag */.Fg)(context, 'skip-task-definition') && (0,commands_context/* numberFlag */.C$)(context, 'revision') === undefined;
    if (needed && !(0,commands_context/* booleanFlag */.Fg)(context, 'latest-task-definition'))
        await context.project.taskDefinition();
}
/**
 * Says that somebody else's deployment is running. One that is only scaled is not ours to undo should it fail.
 */
function meetDeploymentInFlight(context, service, choice) {
    const running = findInFlight(service);
    if (running === undefined)
        return context;
    const changes = (0,commands_context/* booleanFlag */.Fg)(context, 'force-new-deployment') || (0,commands_context/* booleanFlag */.Fg)(context, 'update-service', true);
    const takesOver = choice.kind !== 'keep' || changes;
    const since = running.createdAt?.toISOString() ?? 'an unknown time';
    const what = `a deployment of ${(0,ecs/* shortName */.E)(running.taskDefinition ?? '')} is running already (${running.id ?? ''}, since ${since})`;
    const text = `${what}; ${takesOver ? 'this deploy takes over' : 'it goes on'}`;
    context.emit({ kind: 'note', level: 'warning', text });
    return takesOver ? context : { ...context, options: { ...context.options, rollback: 'never' } };
}
function findInFlight({ deployments = [] }) {
    return deployments.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS');
}

// EXTERNAL MODULE: ./src/model/project.ts
var model_project = __webpack_require__(1852);
;// CONCATENATED MODULE: ./src/commands/revision-use.ts




/** Statuses of a service deployment after which it starts no task any more. */
const ended = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']);
/**
 * Which revisions may not be deregistered (specification 5.14): those of the service's deployments and task sets, those
 * that a running service deployment starts from, goes to or would go back to, and those of tasks that have not stopped.
 * The strongest use wins.
 * @throws UserError where the config names a service that does not exist
 */
async function findRevisionUse(context, family) {
    const { aws, project } = context;
    const name = (0,model_project/* serviceName */.f)(project.config);
    const service = name === undefined ? undefined : await (0,snapshot/* requireLiveService */.rv)(context);
    const own = service?.taskDefinition && (0,ecs/* parseTaskDefinitionName */.T)(service.taskDefinition).family;
    const families = [...new Set([family, own ?? family])];
    const [tasks, flows] = await Promise.all([
        Promise.all(families.map((one) => usedByTasks(aws.ecs, project.config.cluster, one))),
        service === undefined ? [] : usedByServiceDeployments(context, service),
    ]);
    // Later entries win: tasks say least, deployments most.
    return new Map([...tasks.flat(), ...flows, ...(service === undefined ? [] : usedByService(service))]);
}
async function usedByTasks(ecs, cluster, family) {
    const tasks = await ecs.listTasks({ cluster, family });
    const alive = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED');
    // A task that is to stay says more than one that is being stopped.
    const leaving = alive.filter(({ desiredStatus }) => desiredStatus === 'STOPPED');
    const staying = alive.filter(({ desiredStatus }) => desiredStatus !== 'STOPPED');
    return [...leaving, ...staying].map(({ taskDefinitionArn = '', lastStatus = '' }) => [
        taskDefinitionArn,
        `${lastStatus} task`,
    ]);
}
function usedByService({ deployments = [], taskSets = [] }) {
    const use = (kind) => (one) => [one.taskDefinition ?? '', `${one.status ?? ''} ${kind}`];
    // The PRIMARY one comes first in AWS's list and has the last word here.
    return [...taskSets.map(use('task set')).reverse(), ...deployments.map(use('deployment')).reverse()];
}
/** Without the permission to see them the deployments of the service itself still protect what runs. */
async function usedByServiceDeployments(context, service) {
    if ((service.deploymentController?.type ?? 'ECS') !== 'ECS')
        return [];
    try {
        return await readFlows(context, service);
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy) || !/AccessDenied/.test(error.code))
            throw error;
        const text = `service deployments could not be read (${error.message}): the revisions that a running one goes back to are not known`;
        context.emit({ kind: 'note', level: 'warning', text });
        return [];
    }
}
async function readFlows({ aws, project }, service) {
    const name = { cluster: project.config.cluster, service: service.serviceName ?? '' };
    const briefs = await aws.ecs.listServiceDeployments(name, {});
    const running = briefs.filter(({ status = '' }) => !ended.has(status));
    const found = await Promise.all(running.map(({ serviceDeploymentArn = '' }) => aws.ecs.describeServiceDeployment(serviceDeploymentArn)));
    const roles = found.flatMap((one) => (one === undefined ? [] : rolesOf(one)));
    if (roles.length === 0)
        return [];
    const revisions = await aws.ecs.describeServiceRevisions([...new Set(roles.map(([arn]) => arn))]);
    const definitions = new Map(revisions.map((one) => [one.serviceRevisionArn, one.taskDefinition]));
    return roles.flatMap(([arn, what]) => {
        const definition = definitions.get(arn);
        return definition === undefined ? [] : [[definition, what]];
    });
}
/** The service revisions of a service deployment, and what they are to it. */
function rolesOf({ sourceServiceRevisions, targetServiceRevision, rollback }) {
    const sources = (sourceServiceRevisions ?? []).map(({ arn }) => [arn, 'source of a running service deployment']);
    const target = [targetServiceRevision?.arn, 'target of a running service deployment'];
    const back = [rollback?.serviceRevisionArn, 'rollback target of a running service deployment'];
    return [...sources, target, back].flatMap(([arn, what]) => arn === undefined || what === undefined ? [] : [[arn, what]]);
}

;// CONCATENATED MODULE: ./src/commands/deregister.ts






/** The flags of `deregister` (specification 5.14). */
const deregister_flags = [
    { name: 'dry-run', kind: 'boolean', help: 'write nothing, list what would be deregistered' },
    { name: 'revision', kind: 'text', help: 'this revision: a number, or latest' },
    { name: 'keeps', kind: 'number', help: 'the oldest ones, so that N that nothing uses stay' },
    { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
    { name: 'delete', kind: 'boolean', help: 'delete them afterwards' },
];
/** `deregister`: takes revisions of the task definition that nothing uses out of service. */
const deregister = {
    name: 'deregister',
    summary: 'deregister revisions of the task definition that nothing uses',
    flags: deregister_flags,
    run: runDeregister,
};
/** ms between two calls: DeregisterTaskDefinition allows about one a second (specification 5.14). */
const pause = 1000;
/** DeleteTaskDefinitions takes ten. */
const batchSize = 10;
async function runDeregister(context) {
    const choice = readChoice(context);
    const family = await (0,snapshot/* findLocalFamily */.r5)(context.project);
    const use = await findRevisionUse(context, family);
    const wanted = choice.kind === 'revision'
        ? [await findOne(context, `${family}:${choice.revision}`, use)]
        : await findSuperfluous(context, { family, keeps: choice.keeps, use });
    if (wanted.length === 0)
        return { outcome: 'succeeded', sentence: `nothing to deregister of ${family}` };
    if ((0,commands_context/* isDryRun */.vG)(context))
        return deregister_sayWhatWouldHappen(context, wanted);
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'force'))
        throw unconfirmed(wanted);
    return deregister_carryOut(context, wanted);
}
/** @throws UserError when the flags name nothing, or two things */
function readChoice(context) {
    const written = context.flags['revision'];
    const keeps = (0,commands_context/* numberFlag */.C$)(context, 'keeps') ?? 0;
    if (typeof written !== 'string' || written === '') {
        if (keeps > 0)
            return { kind: 'keeps', keeps };
        throw (0,argument_error/* argumentError */.C)('--revision or --keeps required', 'name one revision, or say how many unused ones stay');
    }
    if (keeps > 0)
        throw (0,argument_error/* argumentError */.C)('revision and keeps are exclusive', 'give one of the two');
    if (written === 'latest')
        return { kind: 'revision', revision: written };
    if (/^[1-9]\d*$/.test(written))
        return { kind: 'revision', revision: Number(written) };
    throw (0,argument_error/* argumentError */.C)(`--revision: "${written}" is not a revision`, 'write a number, or latest');
}
/** The ARN of the one revision that is meant. @throws UserError where there is none, or something uses it */
async function findOne({ aws }, name, use) {
    const [family = '', revision] = name.split(':');
    const arn = revision === 'latest'
        ? (await aws.ecs.listTaskDefinitions(family, 1))[0]
        : (await aws.ecs.describeTaskDefinition(name))?.arn;
    if (arn === undefined) {
        throw new errors/* UserError */.yo(revision === 'latest' ? `no task definitions family ${family} are found` : `${name} does not exist`, {
            hint: 'see which revisions there are: `revisions`',
            category: 'config/reference',
        });
    }
    const user = use.get(arn);
    if (user === undefined)
        return arn;
    throw new errors/* UserError */.yo(`${(0,ecs/* shortName */.E)(arn)} is in use by ${user}`, {
        hint: 'deploy another revision first, or wait until its tasks have stopped; `revisions` shows what is used',
        category: 'conflict/resource-in-use',
    });
}
/** The oldest revisions beyond those that stay, oldest first. */
async function findSuperfluous({ aws, emit }, { family, keeps, use }) {
    const all = await aws.ecs.listTaskDefinitions(family);
    const unused = all.filter((arn) => !use.has(arn));
    const used = all.filter((arn) => use.has(arn)).map((arn) => `${(0,ecs/* shortName */.E)(arn)} (${use.get(arn)})`);
    const text = `${all.length} active revisions of ${family}, in use: ${used.join(', ') || 'none'}`;
    emit({ kind: 'note', level: 'info', text });
    return unused.slice(keeps).reverse();
}
function unconfirmed(wanted) {
    const names = wanted.map(ecs/* shortName */.E).join(', ');
    return new errors/* UserError */.yo(`confirmation failed: ${names} would be deregistered, and nobody can be asked`, {
        hint: 'add --force to say yes; --dry-run shows what would be called',
        category: 'config/client',
    });
}
function deregister_sayWhatWouldHappen(context, wanted) {
    const call = { kind: 'call', dryRun: true };
    for (const arn of wanted) {
        const input = { taskDefinition: arn };
        context.emit({ ...call, operation: 'DeregisterTaskDefinition', summary: `deregister ${(0,ecs/* shortName */.E)(arn)}`, input });
    }
    for (const batch of deletionsOf(context, wanted)) {
        const summary = `delete ${batch.map(ecs/* shortName */.E).join(', ')}`;
        context.emit({ ...call, operation: 'DeleteTaskDefinitions', summary, input: { taskDefinitions: batch } });
    }
    const sentence = `DRY RUN OK: would deregister ${wanted.map(ecs/* shortName */.E).join(', ')}`;
    return { outcome: 'dry-run', sentence };
}
function deletionsOf(context, arns) {
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'delete'))
        return [];
    return Array.from({ length: Math.ceil(arns.length / batchSize) }, (_, index) => arns.slice(index * batchSize, (index + 1) * batchSize));
}
/** One call a second; a job that ends half-way says what was done and what is left. */
async function deregister_carryOut(context, wanted) {
    const steps = [
        ...wanted.map((arn) => ({ arns: [arn], operation: 'DeregisterTaskDefinition', verb: 'deregister' })),
        ...deletionsOf(context, wanted).map((arns) => ({ arns, operation: 'DeleteTaskDefinitions', verb: 'delete' })),
    ];
    const failures = [];
    for (const [index, step] of steps.entries()) {
        const tell = () => describeHalf(steps, index);
        if (index > 0)
            await context.clock.sleep(pause, context.signal).catch(() => { });
        if (context.signal.aborted)
            return { outcome: 'cancelled', sentence: `cancelled: ${tell()}` };
        if (context.clock.now() > context.deadline)
            return { outcome: 'timed-out', sentence: `the timeout passed: ${tell()}` };
        try {
            failures.push(...(await take(context, step)));
        }
        catch (error) {
            context.leave(tell());
            throw new errors/* StepError */.zg(`failed to ${step.verb} ${step.arns.map(ecs/* shortName */.E).join(', ')}`, error);
        }
    }
    return concludeRemoval(context, wanted, failures);
}
async function take({ aws, emit, leave }, { arns, operation, verb }) {
    const failures = operation === 'DeleteTaskDefinitions' ? await aws.ecs.deleteTaskDefinitions(arns) : [];
    if (operation === 'DeregisterTaskDefinition')
        for (const arn of arns)
            await aws.ecs.deregisterTaskDefinition(arn);
    const done = arns.filter((arn) => !failures.some((one) => one.arn === arn));
    const summary = `${verb === 'delete' ? 'deleted' : 'deregistered'} ${done.map(ecs/* shortName */.E).join(', ')}`;
    for (const { arn, reason } of failures)
        leave(`${(0,ecs/* shortName */.E)(arn)} is not deleted: ${reason}`);
    if (done.length > 0)
        emit({ kind: 'call', operation, summary, dryRun: false });
    return failures;
}
/** `deregistered api:1; not: api:2, api:3` of the steps, of which the first `count` were taken. */
function describeHalf(steps, count) {
    const parts = ['deregister', 'delete'].flatMap((verb) => {
        const [done, left] = [steps.slice(0, count), steps.slice(count)].map((some) => some
            .filter((step) => step.verb === verb)
            .flatMap((step) => step.arns.map(ecs/* shortName */.E))
            .join(', '));
        const word = verb === 'delete' ? 'deleted' : 'deregistered';
        return [...(done ? [`${word} ${done}`] : []), ...(left ? [`not ${word}: ${left}`] : [])];
    });
    return parts.join('; ');
}
function concludeRemoval(context, wanted, failures) {
    const names = wanted.map(ecs/* shortName */.E).join(', ');
    if (failures.length === 0) {
        const deleted = (0,commands_context/* booleanFlag */.Fg)(context, 'delete') ? ' and deleted' : '';
        return { outcome: 'succeeded', sentence: `deregistered${deleted} ${names}` };
    }
    const refused = failures.map(({ arn }) => (0,ecs/* shortName */.E)(arn)).join(', ');
    const sentence = `deregistered ${names}, but ${refused} could not be deleted: ${failures[0]?.reason ?? ''}`;
    return { outcome: 'failed', sentence, category: 'conflict/resource-in-use', retryable: true };
}

// EXTERNAL MODULE: ./src/commands/command-line.ts + 1 modules
var command_line = __webpack_require__(5224);
;// CONCATENATED MODULE: ./src/commands/help-text.ts

const program = 'ecspresso-action';
/** How a flag is written: `--[no-]wait`, `--tasks N`, `--wait-until stable/deployed`. */
function flagForm({ name, kind, negatable, choices }) {
    if (kind === 'boolean')
        return negatable ? `--[no-]${name}` : `--${name}`;
    const value = choices?.join('/') ?? { number: 'N', text: 'TEXT', list: 'LIST', duration: '10m' }[kind];
    return `--${name} ${value}`;
}
/** The commands, and the flags that all of them take. */
function describeAll(verbs) {
    return [
        `usage: ${program} COMMAND [flags]`,
        '',
        'commands:',
        ...columns(verbs.map(({ name, summary }) => [name, summary])),
        '',
        'flags of every command:',
        ...columns(commands_flags/* globalFlags */.vP.map(flagRow)),
        '',
        `${program} COMMAND --help shows the flags of a command`,
        '',
    ].join('\n');
}
/** One command with its own flags, and those that all commands take. */
function describeCommand({ name, summary, flags, targets }) {
    const words = targets === undefined ? '' : ` ${targets.join('|')} ...`;
    const own = flags.length === 0 ? [] : ['', 'flags:', ...columns(flags.map(flagRow))];
    return [
        `usage: ${program} ${name}${words} [flags]`,
        '',
        summary,
        ...own,
        '',
        'flags of every command:',
        ...columns(commands_flags/* globalFlags */.vP.map(flagRow)),
        '',
    ].join('\n');
}
function flagRow(flag) {
    const variable = flag.variable === undefined ? '' : ` (${flag.variable})`;
    const pending = flag.pending === undefined ? '' : `; without effect: ${flag.pending}`;
    return [flagForm(flag), `${flag.help}${variable}${pending}`];
}
/** Two columns; beside a long first one the second begins where it ends. */
function columns(rows) {
    const width = Math.min(36, Math.max(...rows.map(([left]) => left.length)));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

;// CONCATENATED MODULE: ./src/commands/help.ts


/** `help`, `--help` and `-h`: what there is, or what the flags of commands are. */
function createHelp(verbs) {
    return {
        name: 'help',
        summary: 'print what there is, or the flags of a command: `help deploy`, `deploy --help`',
        config: 'none',
        flags: [],
        targets: verbs.map(({ name }) => name),
        run: async ({ emit, flags }) => {
            const wanted = flags[command_line/* targetsFlag */.lj];
            const named = Array.isArray(wanted) ? verbs.filter(({ name }) => wanted.includes(name)) : [];
            const text = named.length === 0 ? describeAll(verbs) : named.map(describeCommand).join('\n');
            const document = { title: 'help', language: 'text', text };
            emit({ kind: 'printed', document });
            const topic = named.length === 0 ? 'the commands' : named.map(({ name }) => name).join(', ');
            return { outcome: 'succeeded', sentence: `help on ${topic}`, document };
        },
    };
}

// EXTERNAL MODULE: ./src/config/workspace.ts
var workspace = __webpack_require__(531);
// EXTERNAL MODULE: ./src/config/workspace-border.ts
var workspace_border = __webpack_require__(2238);
;// CONCATENATED MODULE: ./src/config/new-files.ts





/** A path that a config names, as it begins at the repository; both with `/`. */
function besideConfig(config, path) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), path);
}
/**
 * What writing a file would do.
 *
 * @param named from the repository, or absolute
 * @throws UserError where the file would lie outside the repository, perhaps behind a symbolic link
 */
function foreseeFile(named, { root, overwrite }) {
    const path = (0,external_node_path_.resolve)(root, named);
    const exists = (0,external_node_fs_.existsSync)(path);
    const outside = (0,workspace_border/* describeOutside */.zk)(root, exists ? path : nearestFolder(path));
    if (outside !== undefined) {
        throw new errors/* UserError */.yo(`failed to write ${(0,workspace/* displayPath */.Gt)(root, path)}: ${outside}`, {
            hint: 'name a place inside the repository',
            category: 'config/client',
        });
    }
    if (!exists)
        return 'new';
    return overwrite ? 'replaced' : 'kept';
}
function nearestFolder(path) {
    const folder = (0,external_node_path_.dirname)(path);
    return (0,external_node_fs_.existsSync)(folder) || folder === path ? (0,external_node_fs_.realpathSync)(folder) : nearestFolder(folder);
}
/**
 * Writes a file that its owner may change and everybody read; folders are made where they are missing. What appeared
 * in the meantime is not replaced.
 *
 * @param named from the repository, or absolute
 * @throws UserError `failed to write …`
 */
function writeFile(named, text, { root, overwrite }) {
    const path = (0,external_node_path_.resolve)(root, named);
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
        (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o644, flag: overwrite ? 'w' : 'wx' });
    }
    catch (error) {
        throw new errors/* UserError */.yo(`failed to write ${(0,workspace/* displayPath */.Gt)(root, path)}: ${(0,workspace/* describeReadError */.U)(error)}`, {
            hint: 'check the path, and that the folder may be written to',
            category: 'config/client',
        });
    }
}

;// CONCATENATED MODULE: ./src/config/template/literal.ts
/** A text as a template that answers it: `{{` begins an action, so an action says it. */
function asTemplate(text) {
    return text.replaceAll('{{', '{{ `{{` }}');
}

// EXTERNAL MODULE: ./src/secrets.ts
var src_secrets = __webpack_require__(7194);
;// CONCATENATED MODULE: ./src/plan/scalars.ts

const logging = { logDriver: '' };
/** The scalars of a task definition that ecspresso's documents always show (specification 4.4 item 3). */
const taskDefinitionScalars = {
    containerDefinitions: {
        cpu: 0,
        dependsOn: { condition: '' },
        environmentFiles: { type: '' },
        firelensConfiguration: { type: '' },
        logConfiguration: logging,
        portMappings: { appProtocol: '', protocol: '' },
        resourceRequirements: { type: '' },
        ulimits: { hardLimit: 0, softLimit: 0 },
        versionConsistency: '',
    },
    ephemeralStorage: { sizeInGiB: 0 },
    ipcMode: '',
    networkMode: '',
    pidMode: '',
    placementConstraints: { type: '' },
    proxyConfiguration: { type: '' },
    runtimePlatform: { cpuArchitecture: '', operatingSystemFamily: '' },
    volumes: {
        dockerVolumeConfiguration: { scope: '' },
        efsVolumeConfiguration: { authorizationConfig: { iam: '' }, transitEncryption: '' },
    },
};
/** Those of a service definition. */
const serviceScalars = {
    availabilityZoneRebalancing: '',
    capacityProviderStrategy: { base: 0, weight: 0 },
    deploymentConfiguration: {
        alarms: { enable: false, rollback: false },
        deploymentCircuitBreaker: { enable: false, rollback: false },
        strategy: '',
    },
    deploymentController: { type: '' },
    enableECSManagedTags: false,
    enableExecuteCommand: false,
    launchType: '',
    networkConfiguration: { awsvpcConfiguration: { assignPublicIp: '' } },
    placementConstraints: { type: '' },
    placementStrategy: { type: '' },
    propagateTags: '',
    schedulingStrategy: '',
    serviceConnectConfiguration: { enabled: false, logConfiguration: logging },
    volumeConfigurations: {
        managedEBSVolume: { filesystemType: '', tagSpecifications: { propagateTags: '', resourceType: '' } },
    },
};
/** A task definition as ecspresso prints it: scalars that are not set stand there empty. */
function showTaskDefinition(document) {
    return fill(document, taskDefinitionScalars);
}
/** A service definition as ecspresso prints it. */
function showService(document) {
    return fill(document, serviceScalars);
}
function fill(object, scalars) {
    const filled = { ...object };
    for (const [key, scalar] of Object.entries(scalars)) {
        const value = object[key] ?? null;
        if (typeof scalar === 'object')
            filled[key] = fillInside(value, scalar);
        else
            filled[key] = value ?? scalar;
    }
    return filled;
}
function fillInside(value, scalars) {
    if ((0,json/* isList */.Lv)(value))
        return value.map((item) => fillInside(item, scalars));
    return (0,json/* isObject */.Gv)(value) ? fill(value, scalars) : value;
}

;// CONCATENATED MODULE: ./src/plan/scaffold.ts






/** A running service as the definition file that `init` writes (specification 5.18). */
function serviceFile(service) {
    const { platformFamily = null } = service;
    const document = { ...(0,service_document/* serviceDocument */.r9)(service), platformFamily };
    const propagates = ['SERVICE', 'TASK_DEFINITION'].includes(service.propagateTags ?? '');
    const shown = showService(propagates ? document : { ...document, propagateTags: 'NONE' });
    return isExpress(service) ? (0,field_rules/* withoutKeys */.Pe)(shown, expressAttributes) : shown;
}
const expressAttributes = new Set(['deploymentConfiguration', 'loadBalancers']);
/** Whether ECS itself looks after deployments and load balancers of the service (Express mode). */
function isExpress(service) {
    return service.resourceManagementType === 'ECS';
}
/** A registered task definition as the file that `init` writes: every registrable field, sorted on request. */
function taskDefinitionFile(registered, sort) {
    const document = (0,normalise_task_definition/* taskDefinitionDocument */.Ke)(registered);
    return showTaskDefinition(sort ? (0,normalise_task_definition/* normaliseTaskDefinition */.ly)(document, []) : document);
}
/** Environment variables and log options that hold a secret in plain text: `app: DB_PASSWORD, API_KEY`. */
function listPlainSecrets(taskDefinition) {
    return (0,json/* objectsAt */.yR)(taskDefinition, ['containerDefinitions']).flatMap((container) => {
        const names = entriesOf(container).flatMap(([name, value]) => ((0,src_secrets/* isSecretEntry */.VT)(name, value) ? [name] : []));
        return names.length === 0 ? [] : [`${(0,json/* textAt */.$6)(container, ['name']) ?? ''}: ${names.join(', ')}`];
    });
}
function entriesOf(container) {
    const environment = (0,json/* objectsAt */.yR)(container, ['environment']).map(({ name, value }) => [name, value]);
    const options = (0,json/* valueAt */.fK)(container, ['logConfiguration', 'options']);
    const all = [...environment, ...Object.entries((0,json/* isObject */.Gv)(options) ? options : {})];
    return all.flatMap(([name, value]) => typeof name === 'string' && typeof value === 'string' ? [[name, value]] : []);
}

;// CONCATENATED MODULE: ./src/commands/init.ts











/** The flags of `init` (specification 5.18). */
const init_flags = [
    { name: 'region', kind: 'text', help: 'region of the service; else `AWS_REGION`' },
    { name: 'cluster', kind: 'text', help: 'cluster of the service; else `default`' },
    { name: 'service', kind: 'text', help: 'service to write the files of' },
    { name: 'task-definition', kind: 'text', help: 'instead of a service: `family:revision`' },
    { name: 'service-definition-path', kind: 'text', help: 'file of the service, as the config names it' },
    { name: 'task-definition-path', kind: 'text', help: 'file of the task definition, as the config names it' },
    { name: 'sort', kind: 'boolean', negatable: true, help: 'sort lists whose order means nothing' },
    { name: 'force-overwrite', kind: 'boolean', help: 'replace files that exist' },
    { name: 'jsonnet', kind: 'boolean', help: 'write Jsonnet' },
];
/** `init`: writes the config and the definitions of what runs. */
const init = {
    name: 'init',
    summary: 'write the config and the definitions of a service that runs',
    config: 'written',
    flags: init_flags,
    run: runInit,
};
async function runInit(context) {
    const source = await readSource(context);
    await noteService(context, source);
    const drafts = draftFiles(context, source);
    const rules = { root: context.root, overwrite: (0,commands_context/* booleanFlag */.Fg)(context, 'force-overwrite') };
    const files = drafts.map((draft) => ({ ...draft, fate: foreseeFile(draft.file, rules) }));
    const texts = await Promise.all(files.map((file) => file.fate !== 'kept' && file.text(file.document)));
    for (const [index, file] of files.entries()) {
        const text = texts[index];
        if (typeof text === 'string' && !(0,commands_context/* isDryRun */.vG)(context)) {
            writeFile(file.file, text, rules);
            context.leave(`${file.file} was written`);
        }
        context.emit({ kind: 'note', level: 'info', text: describeFate(file, (0,commands_context/* isDryRun */.vG)(context)) });
    }
    noteSecrets(context, files);
    return init_conclude(context, source, files);
}
/** @throws UserError where not exactly one of service and task definition is named, or it does not exist */
async function readSource(context) {
    const { aws, project } = context;
    const [wanted, named] = [(0,commands_context/* textFlag */.gx)(context, 'service'), (0,commands_context/* textFlag */.gx)(context, 'task-definition')];
    if ((wanted === '') === (named === '')) {
        const problem = wanted === '' ? 'what to write is missing' : 'it writes a service or a task definition, not both';
        throw (0,argument_error/* argumentError */.C)(`init: ${problem}`, 'name one: init --cluster shop --service api, or --task-definition api:7');
    }
    const service = wanted === '' ? undefined : await (0,snapshot/* readService */.uS)(aws.ecs, project);
    if (wanted !== '' && service === undefined) {
        throw missing(`service ${wanted} is not found in the cluster ${project.config.cluster}`);
    }
    const name = service === undefined ? named : (service.taskDefinition ?? '');
    const taskDefinition = name === '' ? undefined : await aws.ecs.describeTaskDefinition(name);
    if (taskDefinition !== undefined)
        return { service, taskDefinition };
    throw missing(name === '' ? `service ${wanted} has no task definition` : `task definition ${name} is not found`);
}
function missing(message) {
    const hint = 'check the name, --cluster, --region and the account of the credentials';
    return new errors/* UserError */.yo(message, { hint, category: 'config/reference' });
}
/** What the files cannot say by themselves. */
async function noteService(context, { service }) {
    const { aws, project, emit } = context;
    const name = (0,model_project/* serviceName */.f)(project.config);
    if (service === undefined || name === undefined)
        return;
    const warn = (text) => emit({ kind: 'note', level: 'warning', text });
    // Only for a note: without the permission it is not made.
    if ((await aws.scaling.readTarget(name).catch(() => undefined)) !== undefined) {
        warn('auto scaling moves the desired count: remove desiredCount from the service definition');
    }
    if (service.deploymentController?.type === 'CODE_DEPLOY') {
        warn('CodeDeploy deploys this service: name application_name and deployment_group_name under codedeploy');
    }
    if (isExpress(service)) {
        warn('Express mode looks after deploymentConfiguration and loadBalancers: the service definition leaves them out');
    }
}
function draftFiles(context, { service, taskDefinition }) {
    const { file, cluster, service: name } = context.project.config;
    const servicePath = definitionPath(context, 'service-definition-path', 'ecs-service-def.json');
    const taskPath = definitionPath(context, 'task-definition-path', 'ecs-task-def.json');
    const document = {
        ...(context.aws.region === '' ? {} : { region: context.aws.region }),
        cluster,
        ...(name === undefined ? {} : { service: name, service_definition: servicePath }),
        task_definition: taskPath,
        timeout: (0,durations/* formatDuration */.a3)(durations/* defaultTimeout */.fr),
    };
    const taskDocument = taskDefinitionFile(taskDefinition, (0,commands_context/* booleanFlag */.Fg)(context, 'sort'));
    return [
        { file, document, text: async (shown) => asTemplate(await configText(shown, formatOf(file))) },
        ...(service === undefined ? [] : [draftDefinition(file, servicePath, serviceFile(service))]),
        draftDefinition(file, taskPath, taskDocument),
    ];
}
function draftDefinition(config, path, document) {
    // What runs may hold `{{`, and a definition is a template.
    const text = async (shown) => asTemplate(definitionText(shown, path.endsWith('.jsonnet')));
    return { file: besideConfig(config, path), document, text };
}
function definitionPath(context, flag, fallback) {
    const written = (0,commands_context/* textFlag */.gx)(context, flag, fallback);
    const path = (0,commands_context/* booleanFlag */.Fg)(context, 'jsonnet') ? asJsonnet(written) : written;
    if (/\.json(?:net)?$/.test(path))
        return path;
    throw (0,argument_error/* argumentError */.C)(`--${flag}: ${path} is neither .json nor .jsonnet`, `write --${flag}=${fallback}`);
}
function formatOf(file) {
    if (file.endsWith('.jsonnet'))
        return 'jsonnet';
    if (file.endsWith('.json'))
        return 'json';
    if (/\.ya?ml$/.test(file))
        return 'yaml';
    throw (0,argument_error/* argumentError */.C)(`--config: ${file} is no config`, 'name it .yml, .yaml, .json or .jsonnet');
}
const doings = { new: ['wrote', 'would write'], replaced: ['replaced', 'would replace'] };
function describeFate({ file, fate }, dryRun) {
    if (fate === 'kept')
        return `${file} exists and stays as it is; --force-overwrite replaces it`;
    return `${doings[fate][dryRun ? 1 : 0]} ${file}`;
}
function noteSecrets({ emit }, files) {
    for (const { file, fate, document } of files) {
        const found = fate === 'kept' ? [] : listPlainSecrets(document);
        if (found.length === 0)
            continue;
        const advice = 'move them to Secrets Manager or Parameter Store and name them under secrets before you commit it';
        emit({
            kind: 'note',
            level: 'warning',
            text: `${file} holds secrets in plain text (${found.join('; ')}): ${advice}`,
        });
    }
}
async function init_conclude(context, source, files) {
    const changed = files.filter(({ fate }) => fate !== 'kept');
    const names = changed.map(({ file }) => file).join(', ');
    const running = source.service?.taskDefinition;
    const known = running === undefined ? {} : { running, previous: running };
    if (changed.length === 0)
        return { outcome: 'succeeded', sentence: 'nothing was written: every file exists', ...known };
    if (!(0,commands_context/* isDryRun */.vG)(context))
        return { outcome: 'succeeded', sentence: `wrote ${names}`, ...known };
    const parts = changed.map(async ({ file, document, text }) => `# ${file}\n${await text(context.hide(document))}`);
    const document = { title: 'init', language: 'text', text: (await Promise.all(parts)).join('') };
    context.emit({ kind: 'printed', document });
    return { outcome: 'dry-run', sentence: `DRY RUN OK: would write ${names}`, document, ...known };
}

;// CONCATENATED MODULE: ./src/commands/refresh.ts



/** `refresh`: a deploy that replaces the tasks by new ones of the same revision (specification 5.5). */
const refresh = {
    name: 'refresh',
    summary: 'replace the tasks by new ones of the same revision',
    flags: commands_flags/* refreshFlags */.tZ,
    run: (context) => deployService(asDeploy(context), snapshot/* refuseMissingService */.OH),
};
function asDeploy(context) {
    const flags = { 'skip-task-definition': true, 'force-new-deployment': true, 'update-service': false };
    return { ...context, flags: { ...flags, ...context.flags }, options: { ...context.options, unchanged: 'deploy' } };
}

;// CONCATENATED MODULE: ./src/commands/register.ts








/** `register`: registers the task definition and touches no service. */
const register = {
    name: 'register',
    summary: 'register the task definition, touching no service',
    flags: commands_flags/* registerFlags */.dH,
    run: runRegister,
};
async function runRegister(context) {
    const definition = await context.project.taskDefinition();
    const { taskDefinition: arn, tell } = await (0,task_definition_choice/* registerDefinition */.fD)(context, definition);
    tell();
    if ((0,commands_context/* isDryRun */.vG)(context)) {
        const input = (0,service_plan/* registrationInput */.sZ)(definition.document, context.project.config.ignoreTags);
        const text = (0,canonical/* formatDocument */.Tq)(context.hide(showTaskDefinition(input)));
        const document = { title: 'task definition', language: 'json', text };
        context.emit({ kind: 'printed', document });
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was registered', document };
    }
    const result = { outcome: 'succeeded', sentence: `registered ${(0,ecs/* shortName */.E)(arn)}`, running: arn };
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'output'))
        return result;
    const registered = await context.aws.ecs.describeTaskDefinition(arn);
    if (registered === undefined)
        return result;
    const text = (0,canonical/* formatDocument */.Tq)(context.hide(showTaskDefinition((0,plain_json/* toTimedJsonObject */.w)(registered.definition))));
    const document = { title: (0,ecs/* shortName */.E)(arn), language: 'json', text };
    context.emit({ kind: 'printed', document });
    return { ...result, document };
}

;// CONCATENATED MODULE: ./src/commands/render.ts






const targets = ['config', 'service-definition', 'servicedef', 'task-definition', 'taskdef'];
/** `render`: prints the files as they are after templates; asks AWS nothing by itself. */
const render = {
    name: 'render',
    summary: 'print the config or a definition after templates',
    flags: commands_flags/* renderFlags */.GY,
    targets,
    run: runRender,
};
async function runRender(context) {
    const wanted = context.flags[command_line/* targetsFlag */.lj];
    if (!Array.isArray(wanted) || wanted.length === 0) {
        throw (0,argument_error/* argumentError */.C)('render: what to render is missing', `name one or more of ${targets.join(', ')}`);
    }
    const texts = await Promise.all(wanted.map((target) => renderTarget(context, target)));
    const isYaml = !(0,commands_context/* booleanFlag */.Fg)(context, 'jsonnet') && wanted.every((target) => target === 'config');
    const document = {
        title: wanted.join(', '),
        language: isYaml ? 'yaml' : 'json',
        text: texts.join(''),
    };
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence: `rendered ${wanted.join(', ')}`, document };
}
async function renderTarget(context, target) {
    const { project, hide } = context;
    const isJsonnet = (0,commands_context/* booleanFlag */.Fg)(context, 'jsonnet');
    if (target === 'config')
        return configText(hide(project.config.document), isJsonnet ? 'jsonnet' : 'yaml');
    return definitionText(hide(await render_readTarget(context, target)), isJsonnet);
}
/** A definition with what ecspresso shows of a service that nobody has looked up (specification 5.17). */
async function render_readTarget({ project }, target) {
    if (target.startsWith('task'))
        return showTaskDefinition((await project.taskDefinition()).document);
    const { document } = await project.serviceDefinition();
    const serviceName = project.config.service ?? '';
    return showService({ ...document, serviceName, pendingCount: 0, runningCount: 0 });
}

// EXTERNAL MODULE: ./src/commands/table.ts
var table = __webpack_require__(3902);
;// CONCATENATED MODULE: ./src/commands/revisions.ts









/** The flags of `revisions` (specification 5.14). */
const revisions_flags = [
    table/* outputFlag */.Y,
    { name: 'revision', kind: 'text', help: 'print this one: current, latest or a number' },
];
/** `revisions`: the active revisions of the task definition and what uses them. */
const revisions = {
    name: 'revisions',
    summary: 'list the revisions of the task definition and what uses them, or print one',
    flags: revisions_flags,
    run: runRevisions,
};
async function runRevisions(context) {
    const revision = context.flags['revision'];
    return typeof revision === 'string' && revision !== '' ? printOne(context, revision) : listAll(context);
}
async function listAll(context) {
    const family = await (0,snapshot/* findLocalFamily */.r5)(context.project);
    const [arns, use] = await Promise.all([context.aws.ecs.listTaskDefinitions(family), findRevisionUse(context, family)]);
    const rows = arns.toReversed().map((arn) => [(0,ecs/* shortName */.E)(arn), use.get(arn) ?? '']);
    const listing = {
        title: `revisions of ${family}`,
        columns: ['Name', 'In Use'],
        rows,
        objects: rows.map(([name, user]) => ({ in_use: user, name })),
    };
    const document = (0,table/* printListing */.u)(listing, String(context.flags['output'] ?? 'table'));
    const used = rows.filter(([, user]) => user !== '').length;
    return finish(context, document, `${rows.length} active revisions of ${family}, ${used} in use`);
}
async function printOne(context, revision) {
    const name = await resolve(context, revision);
    const found = await context.aws.ecs.describeTaskDefinition(name);
    if (found === undefined)
        throw notFound(`the task definition ${(0,ecs/* shortName */.E)(name)} does not exist`);
    const text = (0,canonical/* formatDocument */.Tq)(context.hide(showTaskDefinition((0,normalise_task_definition/* taskDefinitionDocument */.Ke)(found))));
    const document = { title: (0,ecs/* shortName */.E)(found.arn), language: 'json', text };
    return finish(context, document, `${(0,ecs/* shortName */.E)(found.arn)} is ${found.definition.status ?? 'unknown'}`);
}
/** The name that `current`, `latest` or a number means. @throws UserError */
async function resolve(context, revision) {
    if (revision === 'current')
        return (await (0,snapshot/* requireLiveService */.rv)(context)).taskDefinition ?? '';
    if (revision !== 'latest' && !/^[1-9]\d*$/.test(revision)) {
        throw (0,argument_error/* argumentError */.C)(`--revision: "${revision}" is not a revision`, 'write current, latest or a number');
    }
    const family = await (0,snapshot/* findLocalFamily */.r5)(context.project);
    if (revision !== 'latest')
        return `${family}:${revision}`;
    const [newest] = await context.aws.ecs.listTaskDefinitions(family, 1);
    if (newest === undefined)
        throw notFound(`no task definitions family ${family} are found`);
    return newest;
}
function notFound(message) {
    return new errors/* UserError */.yo(message, { hint: 'see which ones there are: `revisions`', category: 'config/reference' });
}
function finish(context, document, sentence) {
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence, document };
}

;// CONCATENATED MODULE: ./src/commands/rollback-target.ts




/**
 * The active revision just below the one that runs, or the one that `--revision` names (specification 5.7).
 * @throws UserError where there is none, or none that could run
 */
async function chooseTarget(context, service) {
    const target = await findPrevious(context, service);
    await requireImages(context, target);
    return target;
}
async function findPrevious(context, service) {
    const current = service.taskDefinition ?? '';
    const { family } = (0,ecs/* parseTaskDefinitionName */.T)(current);
    const revision = (0,commands_context/* numberFlag */.C$)(context, 'revision') ?? 0;
    if (revision > 0) {
        const named = await context.aws.ecs.describeTaskDefinition(`${family}:${revision}`);
        if (named?.definition.status === 'ACTIVE')
            return named.arn;
        throw noTarget(`${family}:${revision} is not an active revision`);
    }
    const arns = await context.aws.ecs.listTaskDefinitions(family);
    const position = arns.indexOf(current);
    const previous = position < 0 ? undefined : arns[position + 1];
    if (previous !== undefined) {
        tellSkipped(context, current, previous);
        return previous;
    }
    throw noTarget(position < 0 ? `${(0,ecs/* shortName */.E)(current)} is deregistered` : `${(0,ecs/* shortName */.E)(current)} is the oldest active revision`);
}
/** The target is the active revision below, not the one that ran before: people are told what lies between. */
function tellSkipped({ emit }, current, previous) {
    const { family, revision } = (0,ecs/* parseTaskDefinitionName */.T)(current);
    const [first, last] = [(0,ecs/* parseTaskDefinitionName */.T)(previous).revision + 1, revision - 1];
    if (last < first)
        return;
    const skipped = first === last ? `${family}:${last} is` : `${family}:${first} to ${family}:${last} are`;
    emit({ kind: 'note', level: 'info', text: `skipped: ${skipped} no longer active` });
}
/** @throws UserError where no task of the target could be started again */
async function requireImages({ aws, project }, target) {
    const [image] = await findLostImages(aws, target);
    if (image === undefined)
        return;
    throw new errors/* UserError */.yo(`the rollback target ${(0,ecs/* shortName */.E)(target)} cannot run: its image ${image} does not exist any more`, {
        hint: 'choose another revision: `rollback --revision N`, or push the image again',
        category: 'image/not-found',
        location: project.config.locate('service'),
    });
}
function noTarget(why) {
    return new errors/* UserError */.yo(`rollback target is not found: ${why}`, {
        hint: 'see the revisions with `aws ecs list-task-definitions`, then `rollback --revision N`',
        category: 'rollback/no-target',
    });
}

;// CONCATENATED MODULE: ./src/commands/rollback.ts














/** `rollback`: back to the previous revision of the task definition. */
const rollback = {
    name: 'rollback',
    summary: 'go back to the previous revision of the task definition',
    flags: commands_flags/* rollbackFlags */.qs,
    run: runRollback,
};
async function runRollback(context) {
    const deregisters = (0,commands_context/* booleanFlag */.Fg)(context, 'deregister-task-definition', true);
    if (deregisters && !(0,commands_context/* booleanFlag */.Fg)(context, 'wait', true)) {
        throw (0,argument_error/* argumentError */.C)('--deregister-task-definition needs the end of the rollback', 'add --no-deregister-task-definition');
    }
    const service = await (0,snapshot/* requireLiveService */.rv)(context);
    refuseUnsupported(service.deploymentController?.type);
    const target = await chooseTarget(context, service);
    const from = service.taskDefinition ?? '';
    context.emit({ kind: 'target', target: { kind: 'target', taskDefinition: target } });
    if ((0,commands_context/* isDryRun */.vG)(context))
        return rollback_sayWhatWouldHappen(context, { from, target, deregisters });
    const going = await prepareReturn(context, service, target);
    const facts = { previous: from, running: target };
    if (!(0,commands_context/* booleanFlag */.Fg)(context, 'wait', true)) {
        await turnBack(going);
        return {
            outcome: 'started',
            sentence: `Service is rolled back: the rollback to ${(0,ecs/* shortName */.E)(target)} goes on (--no-wait)`,
            ...facts,
        };
    }
    const result = await goBack(going);
    if (result.ended === 'rolled-back' && deregisters)
        await rollback_deregister(context, from);
    return { ...facts, ...concludeReturn(result, from) };
}
function concludeReturn(rollback, from) {
    const { ended, sentence, deploymentId } = rollback;
    const base = { rollback, ...(deploymentId === undefined ? {} : { deploymentId }) };
    if (ended === 'rolled-back') {
        return { ...base, outcome: 'succeeded', sentence: `rolled back from ${(0,ecs/* shortName */.E)(from)}: ${sentence}` };
    }
    return { ...base, outcome: ended === 'cancelled' ? 'cancelled' : 'rollback-failed', sentence, running: from };
}
async function prepareReturn(context, service, target) {
    const { aws, clock, emit, signal, options } = context;
    const name = (0,commands_context/* requireService */.rU)(context.project);
    const inFlight = service.deployments?.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS');
    const others = (service.deployments ?? []).filter((one) => one !== inFlight);
    const until = context.flags['wait-until'] === 'deployed' ? 'deployed' : 'stable';
    const started = followUpdate(name, { before: { ...service, deployments: others }, after: service }, until);
    const tools = {
        ecs: aws.ecs,
        clock,
        emit,
        signal,
        interval: options.pollInterval,
        collect: async () => noDeaths,
    };
    const follower = createFollower(started, tools);
    if (inFlight !== undefined)
        await follower.follow(clock.now());
    const recovery = {
        policy: 'always',
        target: {
            kind: 'target',
            taskDefinition: target,
            ...(await findSource(context, follower.latest()?.serviceDeployment, target)),
        },
        before: service,
        returnInput: { cluster: name.cluster, service: name.service, taskDefinition: target },
        restoreInput: undefined,
        tags: { add: [], remove: [] },
        timeout: options.timeout,
    };
    return { started, follower, recovery, tools };
}
/** The service revision that ECS would go back to, where it holds the target: then ECS itself can turn round. */
async function findSource({ aws }, inFlight, target) {
    const sources = (inFlight?.sourceServiceRevisions ?? []).flatMap((one) => one.arn ?? []);
    if (sources.length === 0)
        return {};
    const revisions = await aws.ecs.describeServiceRevisions(sources);
    const arn = revisions.find((one) => one.taskDefinition === target)?.serviceRevisionArn;
    return arn === undefined ? {} : { serviceRevision: arn };
}
/** Removes the revision that was left, unless something still uses it. */
async function rollback_deregister(context, arn) {
    const { aws, emit } = context;
    const obstacle = await findObstacle(context, arn);
    if (obstacle !== undefined) {
        const name = (0,ecs/* shortName */.E)(arn);
        const text = `${name} stays registered: ${obstacle}; to remove it: \`deregister --revision ${name.split(':')[1]} --force\``;
        emit({ kind: 'note', level: 'warning', text });
        return;
    }
    try {
        await aws.ecs.deregisterTaskDefinition(arn);
        const summary = `deregistered ${(0,ecs/* shortName */.E)(arn)}`;
        emit({ kind: 'call', operation: 'DeregisterTaskDefinition', summary, dryRun: false });
    }
    catch (error) {
        throw new errors/* StepError */.zg(`the service is rolled back, but ${(0,ecs/* shortName */.E)(arn)} could not be deregistered`, error);
    }
}
// The tasks that the rollback is just stopping.
const leaving = /^(DEACTIVATING|STOPPING|DEPROVISIONING) task$/;
/** Why a revision should stay; what we may not know, we do not destroy. */
async function findObstacle(context, arn) {
    try {
        const use = (await findRevisionUse(context, (0,ecs/* parseTaskDefinitionName */.T)(arn).family)).get(arn);
        return use === undefined || leaving.test(use) ? undefined : `it is in use by ${use}`;
    }
    catch (error) {
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        return `what uses it could not be read (${error.message})`;
    }
}
function rollback_sayWhatWouldHappen({ emit, project }, plan) {
    const [from, to] = [(0,ecs/* shortName */.E)(plan.from), (0,ecs/* shortName */.E)(plan.target)];
    const input = { ...(0,commands_context/* requireService */.rU)(project), taskDefinition: plan.target };
    const call = { kind: 'call', dryRun: true };
    emit({ ...call, operation: 'UpdateService', summary: `update the service to ${to}`, input });
    if (plan.deregisters) {
        const deregistration = { taskDefinition: plan.from };
        emit({ ...call, operation: 'DeregisterTaskDefinition', summary: `deregister ${from}`, input: deregistration });
    }
    const sentence = `DRY RUN OK: would go back from ${from} to ${to}`;
    return { outcome: 'dry-run', sentence, running: plan.from, previous: plan.from };
}

;// CONCATENATED MODULE: ./src/commands/run-flags.ts
/** The flags of `run` (specification 5.13). */
const runFlags = [
    { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
    { name: 'task-def', kind: 'text', help: 'task definition file instead of the one of the config' },
    { name: 'wait', kind: 'boolean', negatable: true, help: 'wait for the tasks and show their logs' },
    { name: 'wait-until', kind: 'text', choices: ['running', 'stopped'], help: 'what to wait for' },
    { name: 'overrides', kind: 'text', help: 'overrides as JSON; wins over the file' },
    { name: 'overrides-file', kind: 'text', help: 'file with overrides, rendered as definitions are' },
    { name: 'skip-task-definition', kind: 'boolean', help: 'run the revision of the service, register nothing' },
    { name: 'latest-task-definition', kind: 'boolean', help: 'run the newest revision, register nothing' },
    { name: 'revision', kind: 'number', help: 'run this revision, register nothing' },
    { name: 'count', kind: 'number', help: 'number of tasks, 1 to 10' },
    { name: 'watch-container', kind: 'list', help: 'containers whose logs are shown and whose exit codes count' },
    {
        name: 'propagate-tags',
        kind: 'text',
        choices: ['SERVICE', 'TASK_DEFINITION', 'NONE'],
        help: 'whose tags the tasks get',
    },
    { name: 'tags', kind: 'list', help: 'tags of the tasks, KEY=VALUE' },
    { name: 'client-token', kind: 'text', help: 'the same token twice starts the tasks once' },
    {
        name: 'ebs-delete-on-termination',
        kind: 'boolean',
        negatable: true,
        help: 'delete volumes that ECS makes for the tasks when they end',
    },
];

;// CONCATENATED MODULE: ./src/commands/run.ts

/** `run`: starts tasks of the task definition once, shows their logs and tells how they ended. */
const run = {
    name: 'run',
    summary: 'run a task once: show its log, fail when it fails',
    flags: runFlags,
    secretFlags: ['overrides'],
    // Most runs deploy: what only this command needs is loaded with it.
    run: async (context) => (await __webpack_require__.e(/* import() */ 967).then(__webpack_require__.bind(__webpack_require__, 2967))).runTask(context),
};

;// CONCATENATED MODULE: ./src/commands/scale.ts



/** `scale`: a deploy that changes the desired count and auto scaling only (specification 5.6). */
const scale = {
    name: 'scale',
    summary: 'set the desired count or auto scaling, deploying nothing',
    flags: commands_flags/* scaleFlags */.Mt,
    run: (context) => deployService(scale_asDeploy(context), snapshot/* refuseMissingService */.OH),
};
function scale_asDeploy(context) {
    const flags = { 'skip-task-definition': true, 'update-service': false, 'wait-until': 'stable' };
    return { ...context, flags: { ...flags, ...context.flags }, options: { ...context.options, unchanged: 'deploy' } };
}

;// CONCATENATED MODULE: ./src/commands/status-failures.ts




/** ms for which AWS shows stopped tasks. */
const remembered = 3_600_000;
/**
 * The lines of `status` on what failed in the last hour: per revision the cause of its stopped tasks, found as after a
 * failed deployment; where no task died, what the service's events complain of.
 */
async function describeFailures(context, service) {
    try {
        return section('Failures:', await readFailures(context, service));
    }
    catch (error) {
        const text = `failures of the last hour cannot be shown: ${(0,errors/* describeError */.Uc)(error)}`;
        context.emit({ kind: 'note', level: 'warning', text });
        return [];
    }
}
async function readFailures(context, service) {
    const { gatherTasks, readEvents, diagnose, isScaledIn } = await __webpack_require__.e(/* import() */ 528).then(__webpack_require__.bind(__webpack_require__, 147));
    const { cluster, service: name } = (0,commands_context/* requireService */.rU)(context.project);
    const tasks = await context.aws.ecs.listTasks({ cluster, service: name });
    const failed = tasks.filter((task) => task.lastStatus === 'STOPPED' && !isScaledIn(task));
    const byRevision = Map.groupBy(failed, (task) => task.taskDefinitionArn ?? '');
    const lines = [...byRevision].map(async ([arn, own]) => {
        const registered = await context.aws.ecs.describeTaskDefinition(arn).catch(() => undefined);
        const dossier = await gatherTasks(own, { aws: context.aws, taskDefinition: registered?.definition });
        return describeDeaths((0,ecs/* shortName */.E)(arn), own, diagnose(dossier));
    });
    if (lines.length > 0)
        return Promise.all(lines);
    const events = readEvents(service, context.clock.now() - remembered);
    const complaint = diagnose({ evidence: events, logs: [], notes: [] });
    return events.length === 0 || /^(info|unknown)\//.test(complaint.label) ? [] : [`  ${status_failures_explain(complaint)}`];
}
/** `api:2 3 tasks stopped, last at 2026/01/15 09:03:00: the cause. What to do.` */
function describeDeaths(revision, tasks, diagnosis) {
    const last = Math.max(...tasks.map((task) => task.stoppedAt?.getTime() ?? 0));
    const count = tasks.length === 1 ? '1 task' : `${tasks.length} tasks`;
    return `  ${revision} ${count} stopped, last at ${formatEventTime(new Date(last))}: ${status_failures_explain(diagnosis)}`;
}
function status_failures_explain({ reason, hint }) {
    return `${reason.replace(/\.$/, '')}. ${hint}`;
}

// EXTERNAL MODULE: ./src/diagnose/service-news.ts
var service_news = __webpack_require__(3879);
;// CONCATENATED MODULE: ./src/commands/status-health.ts



/** The lines of `status` on the service's target groups: how many targets are in which state, and why. */
async function describeTargetGroups(context, service) {
    const lines = await Promise.all((0,service_news/* targetGroupsOf */.TT)(service).map((arn) => describeGroup(context, arn)));
    return section('TargetGroups:', lines.flat());
}
async function describeGroup({ aws, emit }, arn) {
    const name = arn.split('/')[1] ?? arn;
    try {
        return [`  ${name} ${describeTargets(await aws.targetGroups.readHealth(arn))}`];
    }
    catch (error) {
        const text = `the health of the target group ${name} cannot be shown: ${(0,errors/* describeError */.Uc)(error)}`;
        emit({ kind: 'note', level: 'warning', text });
        return [];
    }
}
/** `healthy:2 unhealthy:1 (Target.Timeout: Request timed out)`, each reason once. */
function describeTargets(targets) {
    const states = [...new Set(targets.map((one) => one.state))].sort();
    const counts = states.map((state) => `${state}:${targets.filter((one) => one.state === state).length}`);
    // Draining targets have a reason too; every deployment makes some.
    const told = targets.filter((one) => one.state !== 'draining');
    const reasons = new Set(told.map(({ reason, description }) => [reason, description].filter((part) => part !== '').join(': ')));
    reasons.delete('');
    const why = reasons.size === 0 ? '' : ` (${[...reasons].join('; ')})`;
    return `${counts.join(' ') || 'no targets'}${why}`;
}

;// CONCATENATED MODULE: ./src/commands/status.ts







const defaultEvents = 10;
/** `status`: what runs, its deployments and the last events. */
const status_status = {
    name: 'status',
    summary: 'show what runs, deployments, auto scaling, target health, recent failures and events',
    flags: commands_flags/* statusFlags */.Oh,
    run: runStatus,
};
async function runStatus(context) {
    const [service, scaling] = await Promise.all([(0,snapshot/* requireLiveService */.rv)(context), describeAutoScaling(context)]);
    const sections = [
        scaling,
        ...(await Promise.all([describeTargetGroups, describeFailures].map((one) => one(context, service)))),
    ];
    const text = describeStatus(service, {
        sections: sections.flat(),
        events: (0,commands_context/* numberFlag */.C$)(context, 'events') ?? defaultEvents,
    });
    const document = { title: 'status', language: 'text', text };
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence: describeCounts(service), ...runningOf(service), document };
}
function runningOf({ taskDefinition }) {
    return taskDefinition === undefined ? {} : { running: taskDefinition, previous: taskDefinition };
}

// EXTERNAL MODULE: ./src/commands/task-verbs.ts
var task_verbs = __webpack_require__(6290);
;// CONCATENATED MODULE: ./src/commands/tasks.ts


/** The flags of `tasks` (specification 5.15). */
const tasks_flags = [
    { name: 'dry-run', kind: 'boolean', help: 'write nothing, say what would be called' },
    { name: 'id', kind: 'text', help: 'the task that is meant: its id, or what it begins with' },
    table/* outputFlag */.Y,
    { name: 'find', kind: 'boolean', help: 'print one task as JSON, as `tasks find` does' },
    { name: 'stop', kind: 'boolean', help: 'stop one task, as `tasks stop` does' },
    { name: 'trace', kind: 'boolean', help: 'tell the life of one task, as `tasks trace` does' },
    { name: 'force', kind: 'boolean', help: 'yes: nobody is asked' },
    { name: 'duration', kind: 'duration', help: '`logs`: lines of the last so long, 1m where nothing is said' },
    { name: 'start-time', kind: 'text', help: '`logs`: lines since this time (RFC 3339)' },
    { name: 'container', kind: 'text', help: '`logs` and `trace`: lines of this container only' },
    { name: 'follow', kind: 'boolean', help: '`logs`: refused, as a log has no end' },
];
/** `tasks`: the tasks of the service and those that were run beside it; one of them is printed, stopped or told of. */
const tasks = {
    name: 'tasks',
    summary: 'list the tasks of the service and of its task definition, print one, its life or its logs, or stop it',
    flags: tasks_flags,
    targets: task_verbs/* taskVerbs */.y,
    // Most runs deploy: what only this command needs is loaded with it.
    run: async (context) => (await __webpack_require__.e(/* import() */ 196).then(__webpack_require__.bind(__webpack_require__, 1196))).runTasks(context),
};

;// CONCATENATED MODULE: ./src/commands/verify.ts



/** `verify`: asks AWS whether what the definitions name is there. */
const verify = {
    name: 'verify',
    summary: 'check that what the definitions name exists and fits together',
    flags: commands_flags/* verifyFlags */.XE,
    run: runVerify,
};
async function runVerify(context) {
    // There is nothing to verify without one.
    await context.project.taskDefinition();
    const options = { getSecrets: (0,commands_context/* booleanFlag */.Fg)(context, 'get-secrets', true) };
    const findings = await checkProject(context, (0,commands_context/* booleanFlag */.Fg)(context, 'offline') ? undefined : context.aws, options);
    const { verdictOf } = await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 9841));
    const { passed, sentence } = verdictOf(findings);
    return { outcome: passed ? 'succeeded' : 'failed', sentence, findings };
}
/** Checks the definitions that a project has and tells each finding; without `aws` only what needs none. */
async function checkProject(context, aws, options) {
    const { project, emit } = context;
    const [service, taskDefinition, { runChecks }] = await Promise.all([
        (0,snapshot/* readServiceDefinition */.Dp)(project),
        project.config.taskDefinition === undefined ? undefined : project.taskDefinition(),
        __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 9841)),
    ]);
    const findings = await runChecks({ config: project.config, service, taskDefinition }, aws, options);
    for (const finding of findings)
        emit({ kind: 'finding', finding });
    return findings;
}

;// CONCATENATED MODULE: ./src/config/compatibility.ts
/** The ecspresso version whose behaviour we follow; `required_version` is checked against it. */
const compatibleVersion = '2.8.7';

;// CONCATENATED MODULE: ./src/version.ts
/** The version of this action, as package.json has it (a test compares them). */
const version = '0.1.0';

;// CONCATENATED MODULE: ./src/commands/version.ts


/** `version`: which action this is, and which ecspresso it works as. */
const version_version = {
    name: 'version',
    summary: 'print the version, and which ecspresso it works as',
    config: 'none',
    flags: [],
    run: async ({ emit }) => {
        const text = `ecspresso-action ${version} (as ecspresso ${compatibleVersion})`;
        const document = { title: 'version', language: 'text', text: `${text}\n` };
        emit({ kind: 'printed', document });
        return { outcome: 'succeeded', sentence: text, document };
    },
};

;// CONCATENATED MODULE: ./src/commands/wait.ts







/** `wait`: sees the deployment that is under way to its end; changes nothing. */
const wait = {
    name: 'wait',
    summary: 'wait until the service is stable',
    flags: commands_flags/* waitFlags */.pF,
    run: runWait,
};
async function runWait(context) {
    const { flags } = context;
    const service = await (0,snapshot/* requireLiveService */.rv)(context);
    const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? '';
    context.know({ running, previous: running });
    refuseUnsupported(service.deploymentController?.type);
    const until = flags['wait-until'] ?? flags['until'] ?? 'stable';
    const primary = findPrimary(service);
    const settled = service.status === 'ACTIVE' && primary?.rolloutState === 'COMPLETED';
    if (until === 'deployed' && settled)
        return sayDeployed(primary);
    // What runs is not ours to undo: the policy is to look only.
    const watching = {
        ...context,
        flags: { ...context.flags, 'wait-until': until },
        options: { ...context.options, rollback: 'never', onCancel: 'leave' },
    };
    const plan = { input: {}, tags: { add: [], remove: [] }, changesService: false };
    return conclude(watching, { before: beforeDeployment(service), after: service, plan, scaling: noScaling });
}
/** No deployment is under way: how many tasks run is the question of `stable` only (specification 5.1 B9). */
function sayDeployed(primary) {
    const { id = '', taskDefinition = '' } = primary;
    const sentence = `no deployment is under way: ${describeSuccess(primary)}`;
    return { outcome: 'succeeded', sentence, deploymentId: id, running: taskDefinition };
}
/** The service as it was before the deployment that is under way, if one is. */
function beforeDeployment(service) {
    const primary = findPrimary(service);
    const settled = findSettled(service);
    if (settled === primary)
        return service;
    if (settled?.taskDefinition === undefined)
        return undefined;
    const { currentServiceRevisions: _, ...known } = service;
    const others = (service.deployments ?? []).filter((one) => one !== primary && one !== settled);
    const { taskDefinition } = settled;
    return { ...known, taskDefinition, deployments: [{ ...settled, status: 'PRIMARY' }, ...others] };
}

;// CONCATENATED MODULE: ./src/commands/index.ts



















const verbs = [
    deploy,
    diff,
    verify,
    rollback,
    refresh,
    scale,
    status_status,
    wait,
    run,
    tasks,
    register,
    deregister,
    revisions,
    deleteService,
    render,
    init,
    appspec,
    version_version,
];
/** The verbs, in the order that help and README show them. */
const commands = [...verbs, createHelp(verbs)];

;// CONCATENATED MODULE: ./src/commands/line-settings.ts


/**
 * The settings that hold for one line: its flags win over variables and defaults, add to lists, and may repeat an
 * input but not contradict it.
 * @throws UserError naming both where flag and input differ
 */
function applyFlags(settings, line) {
    const { flags } = line;
    const timeout = pick(settings, 'timeout', { flag: flags['timeout'], setting: settings.timeout });
    // An empty flag says nothing, as an empty input or variable does.
    const roleFlag = flags['assume-role-arn'] || undefined;
    const role = pick(settings, 'assume-role-arn', { flag: roleFlag, setting: settings.assumeRoleArn });
    const dryRun = pick(settings, 'dry-run', { flag: flags['dry-run'], setting: settings.dryRun });
    const configs = listOf(flags['config']);
    if (configs.length > 0 && settings.given.has('config') && configs.join() !== settings.configs.join()) {
        throw contradiction('config', configs.join(', '), settings.configs.join(', '));
    }
    // A flag adds to an input's list; the list of a variable gives way to it.
    const stays = (name) => settings.given.has(name) || listOf(flags[name]).length === 0;
    return {
        ...settings,
        ...(typeof timeout === 'number' ? { timeout } : {}),
        ...(typeof role === 'string' ? { assumeRoleArn: role } : {}),
        dryRun: dryRun === true,
        configs: configs.length > 0 ? configs : settings.configs,
        envfiles: [...(stays('envfile') ? settings.envfiles : []), ...listOf(flags['envfile'])],
        extStr: { ...(stays('ext-str') && settings.extStr), ...pairsOf(listOf(flags['ext-str'])) },
        extCode: { ...(stays('ext-code') && settings.extCode), ...pairsOf(listOf(flags['ext-code'])) },
        debug: settings.debug || flags['debug'] === true,
    };
}
function pick(settings, name, { flag, setting }) {
    if (flag === undefined)
        return setting;
    if (settings.given.has(name) && flag !== setting)
        throw contradiction(name, shown(name, flag), shown(name, setting));
    return flag;
}
function shown(name, value) {
    return name === 'timeout' && typeof value === 'number' ? (0,durations/* formatDuration */.a3)(value) : String(value);
}
function contradiction(name, flag, input) {
    return (0,argument_error/* argumentError */.C)(`--${name} is ${flag}, but the input ${name} is ${input}`, 'say it once');
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function pairsOf(texts) {
    return Object.fromEntries(texts.map((text) => [text.split('=', 1)[0] ?? '', text.slice(text.indexOf('=') + 1)]));
}

;// CONCATENATED MODULE: ./src/commands/line-configs.ts




/**
 * Absolute paths of the configs that a line works on. A command that needs none is told under the first one.
 *
 * @throws UserError where a pattern names no file, or a config is to be written and no single path says where
 */
function findLineConfigs(settings, line, directory) {
    const { configs } = applyFlags(settings, line);
    const use = commands.find((one) => one.name === line.command)?.config;
    if (use !== 'written')
        return findConfigs(configs, directory).slice(0, use === 'none' ? 1 : undefined);
    const [first, ...others] = configs;
    if (others.length > 0 || /[*?[\]{}!]/.test(first ?? '')) {
        throw (0,argument_error/* argumentError */.C)(`${line.command} writes one config, not ${configs.join(', ')}`, `name it: ${line.command} --config ecs/ecspresso.yml`);
    }
    const path = discover(directory, first);
    return [line.flags['jsonnet'] === true ? asJsonnet(path) : path];
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/github/runner.ts



/** The runner of this process. Outputs and annotations go through `@actions/core`, loaded when first needed. */
function createRunner({ env, write, folds }) {
    let grouped = false;
    const masked = new Set();
    const endGroup = () => {
        if (grouped && folds)
            write('::endgroup::\n');
        grouped = false;
    };
    return {
        log: (line) => write(`${line}\n`),
        startGroup(title) {
            endGroup();
            write(folds ? `::group::${escapeData(title)}\n` : `${title}\n`);
            grouped = true;
        },
        endGroup,
        mask(values) {
            // Elsewhere nobody reads the line as a command, and the secret would stand in the open.
            const fresh = env['GITHUB_ACTIONS'] === 'true' ? values.filter((value) => value !== '' && !masked.has(value)) : [];
            for (const value of fresh) {
                masked.add(value);
                write(`::add-mask::${escapeData(value)}\n`);
            }
        },
        // On the command line standard output holds documents, and nobody reads workflow commands there.
        annotate: (annotations) => (folds ? annotate(annotations) : Promise.resolve()),
        writeFiles: (files) => writeFiles(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), files),
        async setOutputs(outputs) {
            if (env['GITHUB_OUTPUT'])
                await setOutputs(outputs);
        },
        async appendSummary(markdown) {
            const file = env['GITHUB_STEP_SUMMARY'];
            if (file)
                await (0,external_node_fs_promises_.appendFile)(file, `${markdown}\n`);
        },
    };
}
async function annotate(annotations) {
    if (annotations.length === 0)
        return;
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
    for (const { level, title, message, location } of annotations) {
        core[level](message, {
            title,
            ...(location && { file: location.file }),
            ...(location?.line !== undefined && { startLine: location.line }),
            ...(location?.column !== undefined && { startColumn: location.column }),
        });
    }
}
async function setOutputs(outputs) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 6421));
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
}
async function writeFiles(base, files) {
    const folder = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(base, 'ecspresso-'));
    const paths = {};
    for (const [name, text] of Object.entries(files)) {
        paths[name] = (0,external_node_path_.join)(folder, name);
        await (0,external_node_fs_promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
    }
    return paths;
}
/** As the runner unescapes the data of a workflow command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

// EXTERNAL MODULE: ./src/model/verdict.ts
var verdict = __webpack_require__(7088);
;// CONCATENATED MODULE: ./src/commands/offline.ts


/** Commands that only look, and so may look at the files alone. */
const lookers = new Set(['diff', 'verify']);
/** Whether a command failed only because there are no credentials, and still has a part that needs none. */
function canGoOffline(command, error) {
    const refused = (0,errors/* findCause */.lO)(error, (one) => one instanceof errors/* AwsError */.Gy);
    return lookers.has(command) && refused !== undefined && /^CredentialsProviderError$/.test(refused.code);
}
/** Of such a pull request, where the files themselves want values from AWS: a Terraform state, a parameter. */
const notRendered = {
    outcome: 'skipped',
    sentence: 'skipped: this pull request has no AWS credentials (fork or Dependabot), and its files look values up in AWS',
};
/**
 * What `diff` and `verify` do for a fork's or Dependabot's pull request, which gets no credentials: the definitions are
 * rendered and checked as far as that goes without AWS.
 */
async function checkOffline(context) {
    const findings = await checkProject(context, undefined, { getSecrets: false });
    const sentence = 'skipped: this pull request has no AWS credentials (fork or Dependabot); the files were checked without AWS';
    return { outcome: 'skipped', sentence, findings };
}

;// CONCATENATED MODULE: ./src/line-secrets.ts


/** Takes the secrets on a command line itself as secrets of the run, before the line is told. */
function noteLineSecrets(command, { flags }, world) {
    for (const name of command?.secretFlags ?? []) {
        const document = parseObject(flags[name]);
        if (document !== undefined)
            (0,src_secrets/* registerSecrets */.dg)(document, world.hiding);
    }
    world.noteSecrets();
}
/** What is not JSON is refused by the command itself, with its place. */
function parseObject(text) {
    try {
        const value = JSON.parse(typeof text === 'string' ? text : 'null');
        return (0,json/* isObject */.Gv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/aws/credentials.ts
/** Where credentials come from: keys of the environment at once, else the SDK's chain, loaded only then. */
function findCredentials(environment) {
    const fromEnvironment = readKeys(environment);
    if (fromEnvironment !== undefined)
        return async () => fromEnvironment;
    const profile = environment['AWS_PROFILE'];
    const chain = once(async () => {
        const { defaultProvider } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861)]).then(__webpack_require__.t.bind(__webpack_require__, 5861, 19));
        return defaultProvider(profile === undefined ? {} : { profile });
    });
    return async (properties) => (await chain())(properties);
}
/** The keys that the environment holds. A profile, when named, wins over them only where there are none. */
function readKeys(environment) {
    const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
    const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    const sessionToken = environment['AWS_SESSION_TOKEN'];
    const expiration = new Date(environment['AWS_CREDENTIAL_EXPIRATION'] ?? '');
    return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken ? { sessionToken } : {}),
        ...(Number.isNaN(expiration.getTime()) ? {} : { expiration }),
    };
}
/** A function that does its work at the first call and remembers the promise; a failure is not remembered. */
function once(work) {
    let result;
    return () => {
        if (result === undefined) {
            result = work();
            result.catch(() => {
                result = undefined;
            });
        }
        return result;
    };
}

;// CONCATENATED MODULE: ./src/aws/connection.ts

/** A connection whose clients share sockets, proxy and credentials. */
function connect(options) {
    const { environment, calling } = options;
    let expiresAt;
    const credentials = connection_watch(options.credentials ?? findCredentials(environment), (identity) => {
        expiresAt = identity.expiration?.getTime();
    });
    const requestHandler = options.transport ?? openTransport(environment);
    return {
        calling,
        expiresAt: () => expiresAt,
        settingsFor(service, region = options.region) {
            const endpoint = endpointOf(environment, service);
            return {
                credentials,
                requestHandler,
                maxAttempts: 1,
                customUserAgent: options.userAgent,
                ...(region === '' ? {} : { region }),
                ...(endpoint === undefined ? {} : { endpoint }),
            };
        },
    };
}
/** The same credentials, with somebody who sees them pass. The SDK keeps those that are not marked `memoized`. */
function connection_watch(provider, see) {
    const watched = async (properties) => {
        const identity = await provider(properties);
        see(identity);
        return identity;
    };
    return Object.assign(watched, 'memoized' in provider ? { memoized: true } : {});
}
/**
 * The SDK ignores HTTPS_PROXY and NO_PROXY; the agents of Node 24 read them from `proxyEnv`. The handler makes the
 * agents from options: an `import` of `node:http` here would load undici, a fifth of the time to the first request.
 */
function openTransport(environment) {
    const agent = { keepAlive: true, maxSockets: 50, proxyEnv: { ...environment } };
    return lazyTransport(async () => {
        const { NodeHttpHandler } = await __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 1279, 19));
        return new NodeHttpHandler({
            connectionTimeout: 10_000,
            requestTimeout: 60_000,
            httpAgent: agent,
            httpsAgent: agent,
        });
    });
}
function lazyTransport(open) {
    let opened;
    return {
        async handle(request, options) {
            opened ??= open();
            return (await opened).handle(request, options);
        },
    };
}
/** `AWS_ENDPOINT_URL_ECS`, else `AWS_ENDPOINT_URL`, unless configured endpoints are to be ignored. */
function endpointOf(environment, service) {
    if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true')
        return undefined;
    return environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined;
}

;// CONCATENATED MODULE: ./src/aws/call.ts

const maximumAttempts = 6;
const firstDelay = 400;
const longestDelay = 20_000;
const throttling = /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|LimitExceededException$|PriorRequestNotComplete)/;
// A ClientException that the SDK does not retry: several registrations of one family at once.
const concurrentRegistration = /too many concurrent attempts to create a new revision/i;
const lostConnection = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'TimeoutError',
    'ENOTFOUND',
]);
/**
 * Makes a call, again after throttling, 5xx and lost connections: at most six times, with growing,
 * jittered waits of up to 20 s on the given clock. Credentials that can be renewed are, once.
 * @throws AwsError with AWS's own sentence
 * @throws UserError where no region is set
 */
async function makeCall(calling, name, send) {
    for (let attempt = 1;; attempt++) {
        const startedAt = performance.now();
        try {
            const answer = await send();
            calling.trace(`${name.service}:${name.operation} ok in ${Math.round(performance.now() - startedAt)} ms`);
            return answer;
        }
        catch (thrown) {
            // The call for credentials, which came before this one, has said all there is to say, retries included.
            if (thrown instanceof errors/* AwsError */.Gy || thrown instanceof errors/* UserError */.yo)
                throw thrown;
            refuseWithoutRegion(thrown);
            const error = toAwsError(thrown, name);
            calling.trace(`${name.service}:${name.operation} ${error.code}: ${error.message}`);
            await prepareNext(attempt, error, { calling, name });
        }
    }
}
/** Waits before the next attempt. @throws AwsError the given one, where there is none */
async function prepareNext(attempt, error, { calling, name }) {
    if (attempt === 1 && calling.renew !== undefined && isExpired(error)) {
        calling.renew();
        return;
    }
    if (attempt >= (name.attempts ?? maximumAttempts) || !mayRetry(error, name))
        throw error;
    name.onRepeat?.(error);
    await calling.clock.sleep(delayBefore(attempt, calling.random), calling.signal).catch(() => {
        throw error;
    });
}
/** ms before attempt `attempt + 1`: doubled each time, then a random share between half and all of it. */
function delayBefore(attempt, random) {
    const full = Math.min(longestDelay, firstDelay * 2 ** attempt);
    return Math.round(full * (0.5 + random() / 2));
}
/** The codes of ECS and STS, and of services that spell it in their own way. */
function isExpired(error) {
    return /^(ExpiredToken|RequestExpired)/.test(error.code);
}
function mayRetry(error, name) {
    if (throttling.test(error.code) || concurrentRegistration.test(error.message))
        return true;
    return name.repeatable && (error.status >= 500 || lostConnection.has(error.code));
}
/** The SDK's own chain found no region either. */
function refuseWithoutRegion(thrown) {
    if (!(thrown instanceof Error) || thrown.message !== 'Region is missing')
        return;
    throw new errors/* UserError */.yo('no AWS region is set', {
        hint: 'set `region` in the config, or AWS_REGION (aws-actions/configure-aws-credentials does)',
        category: 'config/client',
    });
}
function toAwsError(thrown, name) {
    const fields = typeof thrown === 'object' && thrown !== null ? thrown : {};
    const metadata = '$metadata' in fields && typeof fields.$metadata === 'object' ? fields.$metadata : {};
    const status = metadata !== null && 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode ?? 0) : 0;
    const systemCode = 'code' in fields && typeof fields.code === 'string' ? fields.code : undefined;
    const code = systemCode ?? ('name' in fields ? String(fields.name) : 'Error');
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new errors/* AwsError */.Gy(message, { service: name.service, operation: name.operation, code, status, cause: thrown });
}

;// CONCATENATED MODULE: ./src/aws/parameters.ts



/** GetParameters takes ten names at once. */
const parameters_batchSize = 10;
/**
 * A `readParameter` that reads each parameter once, and asks ten at a time for those that are wanted within one turn
 * of the event loop. Where the ten are refused, each is asked for alone: a role may allow GetParameter only, or one
 * name may be what is wrong.
 */
function openParameters(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
        return { sdk, client: new sdk.SSMClient(connection.settingsFor('SSM')) };
    });
    const call = (operation, send) => makeCall(connection.calling, { service: 'ssm', operation, repeatable: true }, send);
    async function askTogether(names) {
        const { sdk, client } = await open();
        const command = () => new sdk.GetParametersCommand({ Names: [...names], WithDecryption: true });
        const answer = await call('GetParameters', () => client.send(command()));
        const found = (answer.Parameters ?? []).map((one) => ({ Name: one.Name, ARN: one.ARN, Selector: one.Selector, Type: one.Type, Value: one.Value }));
        return new Map(found.flatMap((one) => namesOf(one).map((name) => [name, toParameter(one)])));
    }
    async function askAlone(name) {
        const { sdk, client } = await open();
        const command = () => new sdk.GetParameterCommand({ Name: name, WithDecryption: true });
        try {
            const { Parameter: found } = await call('GetParameter', () => client.send(command()));
            return toParameter({ Type: found?.Type, Value: found?.Value });
        }
        catch (error) {
            if (error instanceof errors/* AwsError */.Gy && /^Parameter(Version)?NotFound$/.test(error.code))
                return undefined;
            throw error;
        }
    }
    async function ask(batch) {
        const found = await askTogether(batch.map((one) => one.name)).catch((error) => refusalOf(error));
        for (const one of batch) {
            if (found instanceof Error)
                one.reject(found);
            else if (found?.has(one.name))
                one.resolve(found.get(one.name));
            else
                askAlone(one.name).then(one.resolve, one.reject);
        }
    }
    return readTogether(ask);
}
/** Nothing where each name is to be tried alone. */
function refusalOf(error) {
    const mayHelp = error instanceof errors/* AwsError */.Gy && error.status >= 400 && error.status < 500;
    const isHopeless = error instanceof errors/* AwsError */.Gy && /Expired|UnrecognizedClient|InvalidSignature|Throttl/.test(error.code);
    if (mayHelp && !isHopeless)
        return undefined;
    return error instanceof Error ? error : new Error(String(error));
}
/** Everything by which a parameter may have been asked for. */
function namesOf({ Name = '', ARN = '', Selector = '' }) {
    return [Name + Selector, ARN + Selector];
}
function toParameter({ Type = 'String', Value = '' }) {
    return { type: Type, value: Value };
}
function readTogether(ask) {
    const known = new Map();
    let queue = [];
    const flush = () => {
        const all = queue;
        queue = [];
        for (let start = 0; start < all.length; start += parameters_batchSize)
            void ask(all.slice(start, start + parameters_batchSize));
    };
    return (name) => {
        const read = known.get(name);
        if (read !== undefined)
            return read;
        const { promise, resolve, reject } = Promise.withResolvers();
        known.set(name, promise);
        if (queue.length === 0)
            setImmediate(flush);
        queue.push({ name, resolve, reject });
        return promise;
    };
}

;// CONCATENATED MODULE: ./src/aws/secret-arns.ts


/** ARNs of secrets, each read once; the values are not. */
function openSecretArns(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(994)]).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
        return { sdk, client: new sdk.SecretsManagerClient(connection.settingsFor('SECRETS_MANAGER')) };
    });
    const known = new Map();
    async function describe(id) {
        const { sdk, client } = await open();
        const name = { service: 'secretsmanager', operation: 'DescribeSecret', repeatable: true };
        const send = () => client.send(new sdk.DescribeSecretCommand({ SecretId: id }));
        return (await makeCall(connection.calling, name, send)).ARN ?? '';
    }
    return (id) => {
        const arn = known.get(id) ?? describe(id);
        known.set(id, arn);
        return arn;
    };
}

;// CONCATENATED MODULE: ./src/aws/stacks.ts


/** Outputs and exports of CloudFormation; each stack is described once, the exports are listed once. */
function openStacks(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(805)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
        return { sdk, client: new sdk.CloudFormationClient(connection.settingsFor('CLOUDFORMATION')) };
    });
    const call = (operation, send) => makeCall(connection.calling, { service: 'cloudformation', operation, repeatable: true }, send);
    const known = new Map();
    async function describe(stack) {
        const { sdk, client } = await open();
        const answer = await call('DescribeStacks', () => client.send(new sdk.DescribeStacksCommand({ StackName: stack })));
        const outputs = answer.Stacks?.[0]?.Outputs ?? [];
        return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
    }
    async function listExports() {
        const { sdk, client } = await open();
        const exports = new Map();
        let NextToken;
        do {
            const page = NextToken === undefined ? {} : { NextToken };
            const answer = await call('ListExports', () => client.send(new sdk.ListExportsCommand(page)));
            for (const { Name = '', Value = '' } of answer.Exports ?? [])
                exports.set(Name, Value);
            NextToken = answer.NextToken;
        } while (NextToken !== undefined && NextToken !== '');
        return exports;
    }
    return {
        readStackOutputs(stack) {
            const outputs = known.get(stack) ?? describe(stack);
            known.set(stack, outputs);
            return outputs;
        },
        readExports: once(listExports),
    };
}

;// CONCATENATED MODULE: ./src/aws/lookups.ts




/** What templates look up, in one region and with one set of credentials. Nothing is loaded before it is asked for. */
function openLookups(options) {
    const connection = connect(options);
    return {
        readParameter: openParameters(connection),
        readSecretArn: openSecretArns(connection),
        ...openStacks(connection),
    };
}

;// CONCATENATED MODULE: ./src/aws/identity.ts


/** ms before the end of credentials when new ones are asked for: the SDK does the same. */
const renewal = 300_000;
/** Who calls; STS is asked once. */
function openIdentity(connection) {
    const ask = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const client = new sdk.STSClient(connection.settingsFor('STS'));
        const name = { service: 'sts', operation: 'GetCallerIdentity', repeatable: true };
        const send = () => client.send(new sdk.GetCallerIdentityCommand({}));
        return (await makeCall(connection.calling, name, send)).Account ?? '';
    });
    return { account: ask, expiresAt: connection.expiresAt };
}
/** Credentials of `roleArn`, assumed with the connection's own; renewed when five minutes are left. */
function assumeRole(connection, roleArn) {
    const ask = async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const client = new sdk.STSClient(connection.settingsFor('STS'));
        const name = { service: 'sts', operation: 'AssumeRole', repeatable: true };
        const input = { RoleArn: roleArn, RoleSessionName: 'ecspresso-action' };
        const answer = await makeCall(connection.calling, name, () => client.send(new sdk.AssumeRoleCommand(input)));
        const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {};
        const identity = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
        return Expiration === undefined ? identity : { ...identity, expiration: Expiration };
    };
    return remember(ask, connection.calling.clock);
}
/** Everybody who asks at once shares an answer; one that failed is asked for again by the next. */
function remember(ask, clock) {
    let current;
    let expires = 0;
    const provide = () => {
        if (current !== undefined && clock.now() < expires - renewal)
            return current;
        expires = Number.POSITIVE_INFINITY;
        const asked = ask();
        current = asked;
        asked.then(({ expiration }) => {
            expires = expiration?.getTime() ?? Number.POSITIVE_INFINITY;
        }, () => {
            current = undefined;
        });
        return asked;
    };
    return {
        // The SDK would keep them by its own clock and never ask again.
        provide: Object.assign(provide, { memoized: true }),
        renew() {
            current = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/objects.ts




/** Where S3 is asked first when nobody says where a bucket lies; it answers with the bucket's region. */
const anyRegion = 'us-east-1';
/** Objects in S3. A bucket of another region than the run's is followed there. */
function openObjects(options) {
    return {
        async readText(object) {
            const connection = connectionFor(object, options);
            const region = object.region || options.region || anyRegion;
            try {
                return await readIn(region, object, connection);
            }
            catch (error) {
                const actual = bucketRegion(error);
                if (actual === undefined || actual === region)
                    throw error;
                return readIn(actual, object, connection);
            }
        },
    };
}
async function readIn(region, object, connection) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    const settings = connection.settingsFor('S3', region);
    const endpoint = object.endpoint ?? settings.endpoint;
    // Addresses other than AWS's own rarely know buckets as host names.
    const client = new sdk.S3Client({ ...settings, ...(endpoint !== undefined && { endpoint, forcePathStyle: true }) });
    const input = { Bucket: object.bucket, Key: object.key };
    const name = { service: 's3', operation: 'GetObject', repeatable: true };
    return makeCall(connection.calling, name, async () => {
        const { Body } = await client.send(new sdk.GetObjectCommand(input));
        return (await Body?.transformToString()) ?? '';
    });
}
function connectionFor({ roleArn, credentials }, options) {
    const own = connect(credentials === undefined ? options : { ...options, credentials: async () => credentials });
    return roleArn === undefined ? own : connect({ ...options, credentials: assumeRole(own, roleArn).provide });
}
/** The region that S3 names when it is asked in another one, whatever the status. */
function bucketRegion(error) {
    const headers = error instanceof errors/* AwsError */.Gy ? member(member(error.cause, '$response'), 'headers') : undefined;
    const region = member(headers, 'x-amz-bucket-region');
    return typeof region === 'string' ? region : undefined;
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./src/aws/ecr.ts


/**
 * Parts of an ECR reference: `<account>.dkr.ecr.<region>.amazonaws.com/<repository>[:tag][@digest]`, or the dual-stack
 * name of the registry, `<account>.dkr-ecr.<region>.on.aws` (Amazon ECR user guide, "Making requests").
 */
const reference = /^(\d{12})\.dkr(?:\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn))\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/;
/** Images in ECR, asked in the region and account that the reference names. */
function openEcr(connection) {
    return {
        async findImage(image) {
            const parsed = parseReference(image);
            if (parsed === undefined)
                return { kind: 'elsewhere' };
            try {
                return { kind: 'found', digest: await readDigest(connection, parsed) };
            }
            catch (error) {
                if (!(error instanceof errors/* AwsError */.Gy) || !/^(Image|Repository)NotFoundException$/.test(error.code))
                    throw error;
                return { kind: 'absent', message: error.message };
            }
        },
    };
}
async function readDigest(connection, image) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(630)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const { region, ...input } = image;
    const client = new sdk.ECRClient(connection.settingsFor('ECR', region));
    const name = { service: 'ecr', operation: 'DescribeImages', repeatable: true, attempts: 3 };
    const answer = await makeCall(connection.calling, name, () => client.send(new sdk.DescribeImagesCommand(input)));
    return answer.imageDetails?.[0]?.imageDigest ?? '';
}
/** A digest wins over a tag, as in a pull; undefined for an image that is not in ECR. */
function parseReference(image) {
    const [, registryId, ipv4, dual, repositoryName, tag = 'latest', imageDigest] = reference.exec(image) ?? [];
    const region = ipv4 ?? dual;
    if (registryId === undefined || region === undefined || repositoryName === undefined)
        return undefined;
    const imageIds = [imageDigest === undefined ? { imageTag: tag } : { imageDigest }];
    return { registryId, region, repositoryName, imageIds };
}

;// CONCATENATED MODULE: ./src/aws/document-body.ts
/**
 * Sends `document` itself as the body. The SDK drops members that it does not know, at every depth; a definition
 * goes out as it was written, so that a new feature of ECS works before the SDK knows it.
 */
function sendAsWritten(command, document) {
    command.middlewareStack.add((next) => async (args) => {
        const request = args.request;
        // The SDK has made texts of bodies in some versions and bytes in others; it takes both.
        if (!hasBody(request))
            throw new TypeError('the SDK has no body to replace by the document');
        request.body = JSON.stringify(document);
        return next(args);
    }, { step: 'build', name: 'sendAsWritten', priority: 'high', override: true });
    return command;
}
/** A document as the SDK's input: what is really sent is the document itself (sendAsWritten). */
// biome-ignore lint/suspicious/noExplicitAny: a parsing border; ECS checks the document
function asInput(input) {
    return input;
}
function hasBody(request) {
    return typeof request === 'object' && request !== null && 'body' in request;
}

;// CONCATENATED MODULE: ./src/aws/service-deployments.ts
// Who follows a deployment looks again soon anyway, and sees it in DescribeServices meanwhile.
const looking = { attempts: 2 };
/** The service deployments of ECS: 90 days of history, newest first. */
function openServiceDeployments(open, call) {
    return {
        async listServiceDeployments({ cluster, service }, { createdAfter }) {
            const { sdk, client } = await open();
            const input = {
                cluster,
                service,
                maxResults: 100,
                ...(createdAfter === undefined ? {} : { createdAt: { after: new Date(createdAfter) } }),
            };
            const command = () => new sdk.ListServiceDeploymentsCommand(input);
            const answer = await call('ListServiceDeployments', () => client.send(command()), looking);
            return [...(answer.serviceDeployments ?? [])].sort((a, b) => createdAt(b) - createdAt(a));
        },
        async describeServiceDeployment(arn) {
            const { sdk, client } = await open();
            const command = () => new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
            const answer = await call('DescribeServiceDeployments', () => client.send(command()), looking);
            return answer.serviceDeployments?.[0];
        },
        async describeServiceRevisions(arns) {
            const { sdk, client } = await open();
            const command = () => new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] });
            const answer = await call('DescribeServiceRevisions', () => client.send(command()));
            return answer.serviceRevisions ?? [];
        },
        async stopServiceDeployment(arn) {
            const { sdk, client } = await open();
            const input = { serviceDeploymentArn: arn, stopType: 'ROLLBACK' };
            await call('StopServiceDeployment', () => client.send(new sdk.StopServiceDeploymentCommand(input)));
        },
    };
}
function createdAt(brief) {
    return brief.createdAt?.getTime() ?? 0;
}

;// CONCATENATED MODULE: ./src/aws/service-reads.ts
/** DescribeServices takes ten names at once. */
const service_reads_batchSize = 10;
/**
 * A `describeService` that asks for the services of one cluster together: everybody who asks within one turn of the
 * event loop shares a call, so that many projects cost the polls of one.
 */
function describeServicesTogether(open, call) {
    const queues = new Map();
    async function ask(cluster, batch) {
        try {
            const { sdk, client } = await open();
            const services = [...new Set(batch.map((one) => one.service))];
            const command = () => new sdk.DescribeServicesCommand({ cluster, services, include: ['TAGS'] });
            const answer = await call('DescribeServices', () => client.send(command()));
            const found = new Map((answer.services ?? []).map((service) => [service.serviceName, service]));
            for (const one of batch)
                one.resolve(found.get(one.service.slice(one.service.lastIndexOf('/') + 1)));
        }
        catch (error) {
            for (const one of batch)
                one.reject(error);
        }
    }
    async function flush(cluster) {
        const queue = queues.get(cluster) ?? [];
        queues.delete(cluster);
        const batches = [];
        for (let start = 0; start < queue.length; start += service_reads_batchSize) {
            batches.push(ask(cluster, queue.slice(start, start + service_reads_batchSize)));
        }
        await Promise.all(batches);
    }
    return ({ cluster, service }) => new Promise((resolve, reject) => {
        const queue = queues.get(cluster);
        if (queue !== undefined) {
            queue.push({ service, resolve, reject });
            return;
        }
        queues.set(cluster, [{ service, resolve, reject }]);
        setImmediate(() => void flush(cluster));
    });
}

;// CONCATENATED MODULE: ./src/aws/task-lists.ts
/** DescribeTasks takes a hundred ARNs. */
const task_lists_batchSize = 100;
/** ARNs of the tasks of a service or a family, all pages. */
async function listTaskArns({ open, call }, scope, desiredStatus) {
    const { sdk, client } = await open();
    const { cluster } = scope;
    const whose = 'service' in scope ? { serviceName: scope.service } : { family: scope.family };
    const arns = [];
    let nextToken;
    do {
        const page = { cluster, ...whose, desiredStatus, nextToken };
        const answer = await call('ListTasks', () => client.send(new sdk.ListTasksCommand(page)));
        arns.push(...(answer.taskArns ?? []));
        nextToken = answer.nextToken;
    } while (nextToken !== undefined);
    return arns;
}
/** Tasks as people ask for them: all of a service or a family, and one to be stopped. */
function openTaskLists(access) {
    const { open, call } = access;
    async function describe(cluster, tasks) {
        const { sdk, client } = await open();
        const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks], include: ['TAGS'] });
        const answer = await call('DescribeTasks', () => client.send(command()));
        return answer.tasks ?? [];
    }
    return {
        async listTasks(scope) {
            const lists = await Promise.all([listTaskArns(access, scope, 'RUNNING'), listTaskArns(access, scope, 'STOPPED')]);
            // A task may be told to stop between the two.
            const arns = [...new Set(lists.flat())];
            const batches = Array.from({ length: Math.ceil(arns.length / task_lists_batchSize) }, (_, index) => describe(scope.cluster, arns.slice(index * task_lists_batchSize, (index + 1) * task_lists_batchSize)));
            return (await Promise.all(batches)).flat();
        },
        async stopTask(cluster, task, reason) {
            const { sdk, client } = await open();
            await call('StopTask', () => client.send(new sdk.StopTaskCommand({ cluster, task, reason })));
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/tasks.ts

/** DescribeTasks takes a hundred ARNs; a stopped task never changes again, so each is read once. */
const tasks_batchSize = 100;
/** Stopped tasks of a service. `startedBy` must be the only filter of ListTasks, so the service is listed and sifted. */
function openTasks(access) {
    const { open, call } = access;
    const known = new Map();
    async function read(cluster, tasks) {
        const { sdk, client } = await open();
        const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks] });
        const answer = await call('DescribeTasks', () => client.send(command()));
        for (const task of answer.tasks ?? [])
            known.set(task.taskArn ?? '', task);
    }
    return {
        async listStoppedTasks(name, startedBy) {
            const arns = await listTaskArns(access, name, 'STOPPED');
            const unread = arns.filter((arn) => known.get(arn)?.lastStatus !== 'STOPPED');
            const batches = [];
            for (let start = 0; start < unread.length; start += tasks_batchSize) {
                batches.push(read(name.cluster, unread.slice(start, start + tasks_batchSize)));
            }
            await Promise.all(batches);
            return arns.flatMap((arn) => known.get(arn) ?? []).filter((task) => startedBy.has(task.startedBy ?? ''));
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/ecs.ts






/** ECS behind our verbs; task definitions are read once. */
function openEcs(access) {
    const { open, call } = access;
    return {
        describeService: describeServicesTogether(open, call),
        ...openClusters(open, call),
        ...openTaskDefinitions(open, call),
        ...openServiceWrites(open, call),
        ...openServiceDeployments(open, call),
        ...openTasks(access),
        ...openTaskLists(access),
        ...openDeletions(open, call),
    };
}
function openClusters(open, call) {
    return {
        async describeCluster(cluster) {
            const { sdk, client } = await open();
            const input = { clusters: [cluster] };
            const answer = await call('DescribeClusters', () => client.send(new sdk.DescribeClustersCommand(input)));
            return answer.clusters?.[0];
        },
    };
}
function openTaskDefinitions(open, call) {
    const known = new Map();
    async function describe(name) {
        const { sdk, client } = await open();
        const command = () => new sdk.DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] });
        try {
            return registered(await call('DescribeTaskDefinition', () => client.send(command())));
        }
        catch (error) {
            // ECS has no exception of its own for this: a ClientException with this sentence.
            if (error instanceof errors/* AwsError */.Gy && /unable to describe task definition/i.test(error.message))
                return undefined;
            throw error;
        }
    }
    return {
        describeTaskDefinition(name) {
            const found = known.get(name) ?? describe(name);
            known.set(name, found);
            // Whoever asks after a failure asks again.
            found.catch(() => known.delete(name));
            return found;
        },
        async listTaskDefinitions(family, limit = Number.POSITIVE_INFINITY) {
            const { sdk, client } = await open();
            const arns = [];
            let nextToken;
            do {
                const page = { familyPrefix: family, sort: 'DESC', maxResults: Math.min(100, limit), nextToken };
                const answer = await call('ListTaskDefinitions', () => client.send(new sdk.ListTaskDefinitionsCommand(page)));
                arns.push(...(answer.taskDefinitionArns ?? []));
                nextToken = answer.nextToken;
            } while (nextToken !== undefined && arns.length < limit);
            return arns.slice(0, limit);
        },
        async registerTaskDefinition(input) {
            const { sdk, client } = await open();
            const command = () => sendAsWritten(new sdk.RegisterTaskDefinitionCommand(asInput(input)), input);
            let repeated = false;
            const onRepeat = ({ status }) => {
                repeated ||= status === 0 || status >= 500;
            };
            const answer = await call('RegisterTaskDefinition', () => client.send(command()), { onRepeat });
            const definition = registered(answer);
            known.set(definition.arn, Promise.resolve(definition));
            return repeated ? { ...definition, repeated } : definition;
        },
        async deregisterTaskDefinition(arn) {
            const { sdk, client } = await open();
            const command = () => new sdk.DeregisterTaskDefinitionCommand({ taskDefinition: arn });
            await call('DeregisterTaskDefinition', () => client.send(command()));
        },
    };
}
function openServiceWrites(open, call) {
    return {
        async createService(input) {
            const { sdk, client } = await open();
            const command = () => sendAsWritten(new sdk.CreateServiceCommand(asInput(input)), input);
            return serviceOf(await call('CreateService', () => client.send(command()), { repeatable: 'clientToken' in input }));
        },
        async updateService(input) {
            const { sdk, client } = await open();
            const command = () => sendAsWritten(new sdk.UpdateServiceCommand(asInput(input)), input);
            // The same update twice opens one deployment, unless it is forced.
            const repeatable = input['forceNewDeployment'] !== true;
            return serviceOf(await call('UpdateService', () => client.send(command()), { repeatable }));
        },
        async tagResource(resourceArn, tags) {
            const { sdk, client } = await open();
            await call('TagResource', () => client.send(new sdk.TagResourceCommand({ resourceArn, tags: [...tags] })));
        },
        async untagResource(resourceArn, keys) {
            const { sdk, client } = await open();
            const command = () => new sdk.UntagResourceCommand({ resourceArn, tagKeys: [...keys] });
            await call('UntagResource', () => client.send(command()));
        },
    };
}
function openDeletions(open, call) {
    return {
        async deleteService({ cluster, service }, force) {
            const { sdk, client } = await open();
            const command = () => new sdk.DeleteServiceCommand({ cluster, service, force });
            return serviceOf(await call('DeleteService', () => client.send(command())));
        },
        async deleteTaskDefinitions(arns) {
            const { sdk, client } = await open();
            const command = () => new sdk.DeleteTaskDefinitionsCommand({ taskDefinitions: [...arns] });
            const answer = await call('DeleteTaskDefinitions', () => client.send(command()));
            return (answer.failures ?? []).map(({ arn = '', reason = '' }) => ({ arn, reason }));
        },
    };
}
function serviceOf(answer) {
    return answer.service ?? {};
}
function registered(answer) {
    const definition = answer.taskDefinition ?? {};
    return { arn: definition.taskDefinitionArn ?? '', definition, tags: answer.tags ?? [] };
}

;// CONCATENATED MODULE: ./src/aws/ecs-call.ts


/** The way to ECS under a connection. */
function accessEcs(connection) {
    return {
        open: once(async () => {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
            return { sdk, client: new sdk.ECSClient(connection.settingsFor('ECS')) };
        }),
        call: (operation, send, repeating = {}) => makeCall(connection.calling, { service: 'ecs', operation, repeatable: true, ...repeating }, send),
    };
}

;// CONCATENATED MODULE: ./src/aws/log-streams.ts



/** CloudWatch Logs, read on as a stream grows. One client a region. */
function openLogStreams(connection) {
    const load = once(() => Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 2684, 19)));
    const clients = new Map();
    async function open(region) {
        const sdk = await load();
        return { sdk, client: new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region)) };
    }
    return {
        async readOn({ group, stream, region }, token, window) {
            const opened = clients.get(region) ?? open(region);
            clients.set(region, opened);
            const { sdk, client } = await opened;
            const place = { logGroupName: group, logStreamName: stream, startFromHead: true };
            const times = window === undefined ? {} : { startTime: window.from, endTime: window.to };
            const input = { ...place, ...times, ...(token === undefined ? {} : { nextToken: token }) };
            const name = { service: 'logs', operation: 'GetLogEvents', repeatable: true };
            try {
                const answer = await makeCall(connection.calling, name, () => client.send(new sdk.GetLogEventsCommand(input)));
                const lines = (answer.events ?? []).map(({ timestamp = 0, message = '' }) => ({ at: timestamp, message }));
                return { lines, token: answer.nextForwardToken };
            }
            catch (error) {
                // The driver makes the stream with the container's first line.
                if (error instanceof errors/* AwsError */.Gy && error.code === 'ResourceNotFoundException')
                    return undefined;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/logs.ts



/** CloudWatch Logs. */
function openLogs(connection) {
    const load = once(() => Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 2684, 19)));
    const call = (operation, send) => callLogs(connection.calling, operation, send);
    return {
        async hasGroup(group, region) {
            const sdk = await load();
            const client = new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region));
            const command = () => new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: group, limit: 50 });
            const answer = await call('DescribeLogGroups', () => client.send(command()));
            return (answer.logGroups ?? []).some((one) => one.logGroupName === group);
        },
        async readLastLines({ group, stream, limit, region }) {
            const sdk = await load();
            const client = new sdk.CloudWatchLogsClient(connection.settingsFor('CLOUDWATCH_LOGS', region));
            const input = { logGroupName: group, logStreamName: stream, limit, startFromHead: false };
            try {
                const answer = await call('GetLogEvents', () => client.send(new sdk.GetLogEventsCommand(input)));
                return (answer.events ?? []).map((event) => event.message ?? '');
            }
            catch (error) {
                if (error instanceof errors/* AwsError */.Gy && error.code === 'ResourceNotFoundException')
                    return [];
                throw error;
            }
        },
    };
}
function callLogs(calling, operation, send) {
    return makeCall(calling, { service: 'logs', operation, repeatable: true }, send);
}

;// CONCATENATED MODULE: ./src/aws/scaling.ts



/** Application Auto Scaling of services. A service has one target at most: only its desired count can be scaled. */
function openScaling(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19));
        return { sdk, client: new sdk.ApplicationAutoScalingClient(connection.settingsFor('APPLICATION_AUTO_SCALING')) };
    });
    const call = (operation, send) => makeCall(connection.calling, { service: 'application-autoscaling', operation, repeatable: true }, send);
    return {
        async readTarget(name) {
            const { sdk, client } = await open();
            const { ResourceId, ...kind } = scalableResource(name);
            const input = { ...kind, ResourceIds: [ResourceId] };
            const send = () => client.send(new sdk.DescribeScalableTargetsCommand(input));
            const [target] = (await call('DescribeScalableTargets', send)).ScalableTargets ?? [];
            return target && limitsOf(target);
        },
        async listPolicies(name) {
            const { sdk, client } = await open();
            const policies = [];
            let token;
            do {
                const input = { ...scalableResource(name), NextToken: token };
                const send = () => client.send(new sdk.DescribeScalingPoliciesCommand(input));
                const page = await call('DescribeScalingPolicies', send);
                for (const one of page.ScalingPolicies ?? []) {
                    policies.push({ name: one.PolicyName ?? '', type: one.PolicyType ?? '' });
                }
                token = page.NextToken;
            } while (token !== undefined);
            return policies;
        },
        async changeTarget(change) {
            const { sdk, client } = await open();
            await call('RegisterScalableTarget', () => client.send(new sdk.RegisterScalableTargetCommand(change)));
        },
    };
}
function limitsOf({ MinCapacity = 0, MaxCapacity = 0, SuspendedState = {} }) {
    return {
        MinCapacity,
        MaxCapacity,
        SuspendedState: {
            DynamicScalingInSuspended: SuspendedState.DynamicScalingInSuspended ?? false,
            DynamicScalingOutSuspended: SuspendedState.DynamicScalingOutSuspended ?? false,
            ScheduledScalingSuspended: SuspendedState.ScheduledScalingSuspended ?? false,
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/secrets.ts


/** An ARN of Secrets Manager with the parts that ECS adds: JSON key, version stage, version id. */
const secretArn = /^(arn:[^:]+:secretsmanager:([^:]+):\d+:secret:[^:]+)(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?$/;
const parameterArn = /^arn:[^:]+:ssm:([^:]+):/;
/** Reads what a container's `secrets` point to, as ECS would, and says whether it can be used. */
function openSecrets(connection) {
    return {
        async checkSecret(valueFrom) {
            const [, arn = '', region = '', key = '', stage = '', version = ''] = secretArn.exec(valueFrom) ?? [];
            return arn === ''
                ? checkParameter(connection, valueFrom)
                : checkSecretValue(connection, { arn, region, key, stage, version });
        },
    };
}
async function checkParameter(connection, valueFrom) {
    const [, region] = parameterArn.exec(valueFrom) ?? [];
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(736)]).then(__webpack_require__.t.bind(__webpack_require__, 4736, 19));
    const client = new sdk.SSMClient(connection.settingsFor('SSM', region));
    const send = () => client.send(new sdk.GetParametersCommand({ Names: [valueFrom], WithDecryption: true }));
    const answer = await makeCall(connection.calling, { service: 'ssm', operation: 'GetParameters', repeatable: true }, send);
    if ((answer.InvalidParameters ?? []).length === 0)
        return { usable: true };
    return { usable: false, message: `the parameter ${valueFrom} does not exist` };
}
async function checkSecretValue(connection, secret) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(994)]).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
    const client = new sdk.SecretsManagerClient(connection.settingsFor('SECRETS_MANAGER', secret.region));
    const input = {
        SecretId: secret.arn,
        ...(secret.stage === '' ? {} : { VersionStage: secret.stage }),
        ...(secret.version === '' ? {} : { VersionId: secret.version }),
    };
    const name = { service: 'secretsmanager', operation: 'GetSecretValue', repeatable: true };
    try {
        const answer = await makeCall(connection.calling, name, () => client.send(new sdk.GetSecretValueCommand(input)));
        return secret.key === '' ? { usable: true } : checkKey(answer.SecretString ?? '', secret.key);
    }
    catch (error) {
        const absent = /^(ResourceNotFoundException|InvalidRequestException)$/;
        if (!(error instanceof errors/* AwsError */.Gy) || !absent.test(error.code))
            throw error;
        return { usable: false, message: error.message };
    }
}
function checkKey(text, key) {
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && Object.hasOwn(value, key))
            return { usable: true };
        return { usable: false, message: `the secret has no JSON key ${key}` };
    }
    catch {
        return { usable: false, message: `the secret is not JSON, so it has no key ${key}` };
    }
}

;// CONCATENATED MODULE: ./src/aws/target-groups.ts



/** Target groups of Elastic Load Balancing. */
function openTargetGroups(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(586)]).then(__webpack_require__.t.bind(__webpack_require__, 586, 19));
        return { sdk, client: new sdk.ElasticLoadBalancingV2Client(connection.settingsFor('ELASTIC_LOAD_BALANCING_V2')) };
    });
    const call = (operation, send, attempts) => makeCall(connection.calling, { service: 'elasticloadbalancing', operation, repeatable: true, attempts }, send);
    const times = new Map();
    async function readTimes(targetGroupArn) {
        const { sdk, client } = await open();
        const groups = () => new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] });
        const attributes = () => new sdk.DescribeTargetGroupAttributesCommand({ TargetGroupArn: targetGroupArn });
        // Nice to know, and not worth a wait.
        const [{ TargetGroups }, { Attributes }] = await Promise.all([
            call('DescribeTargetGroups', () => client.send(groups()), 1),
            call('DescribeTargetGroupAttributes', () => client.send(attributes()), 1),
        ]);
        const { HealthCheckIntervalSeconds = 0, HealthyThresholdCount = 0 } = TargetGroups?.[0] ?? {};
        const delay = Attributes?.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value;
        return {
            becomingHealthy: HealthCheckIntervalSeconds * HealthyThresholdCount,
            deregistrationDelay: Number(delay ?? 0),
        };
    }
    return {
        readTimes(targetGroupArn) {
            const known = times.get(targetGroupArn) ?? readTimes(targetGroupArn);
            times.set(targetGroupArn, known);
            return known;
        },
        async readHealth(targetGroupArn) {
            const { sdk, client } = await open();
            const command = () => new sdk.DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn });
            const answer = await call('DescribeTargetHealth', () => client.send(command()));
            return (answer.TargetHealthDescriptions ?? []).map(({ Target, TargetHealth }) => ({
                target: `${Target?.Id ?? ''}:${Target?.Port ?? ''}`,
                state: TargetHealth?.State ?? '',
                reason: TargetHealth?.Reason ?? '',
                description: TargetHealth?.Description ?? '',
            }));
        },
        async exists(targetGroupArn) {
            const { sdk, client } = await open();
            const command = () => new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] });
            try {
                const answer = await call('DescribeTargetGroups', () => client.send(command()));
                return (answer.TargetGroups ?? []).length > 0;
            }
            catch (error) {
                if (error instanceof errors/* AwsError */.Gy && error.code.startsWith('TargetGroupNotFound'))
                    return false;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/task-runs.ts

/** Tasks that are started once, outside of any deployment. */
function openTaskRuns({ open, call }) {
    return {
        async runTask(input) {
            const { sdk, client } = await open();
            const command = () => sendAsWritten(new sdk.RunTaskCommand(asInput(input)), input);
            // Without a token the same call would start more tasks.
            const repeatable = 'clientToken' in input;
            const { tasks = [], failures = [] } = await call('RunTask', () => client.send(command()), { repeatable });
            return { tasks, failures: failures.map(({ reason = '', detail = '' }) => ({ reason, detail })) };
        },
        async describeTasks(cluster, arns) {
            const { sdk, client } = await open();
            const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...arns] });
            return (await call('DescribeTasks', () => client.send(command()))).tasks ?? [];
        },
        async listTags(resourceArn) {
            const { sdk, client } = await open();
            const command = () => new sdk.ListTagsForResourceCommand({ resourceArn });
            return (await call('ListTagsForResource', () => client.send(command()))).tags ?? [];
        },
    };
}

;// CONCATENATED MODULE: ./src/aws/open.ts











/**
 * AWS as one region and one set of credentials show it. Nothing is loaded or called before it is asked for.
 * `assumeRoleArn`: the role under which the commands work, assumed with the first credentials.
 */
function openAws(options) {
    const own = connect(options);
    const { assumeRoleArn } = options;
    const connection = assumeRoleArn === undefined ? own : connectAs(assumeRoleArn, own, options);
    const ecs = accessEcs(connection);
    return {
        region: options.region,
        ecs: openEcs(ecs),
        taskRuns: openTaskRuns(ecs),
        images: openEcr(connection),
        logs: openLogs(connection),
        logStreams: openLogStreams(connection),
        secrets: openSecrets(connection),
        targetGroups: openTargetGroups(connection),
        scaling: openScaling(connection),
        identity: openIdentity(connection),
    };
}
/** The connection of a role: it lasts as long as the first credentials can assume it again. */
function connectAs(roleArn, own, options) {
    const { provide, renew } = assumeRole(own, roleArn);
    const connection = connect({ ...options, credentials: provide, calling: { ...options.calling, renew } });
    return { ...connection, expiresAt: () => own.expiresAt() };
}

;// CONCATENATED MODULE: ./src/config/envfile.ts



/**
 * The environment with envfiles on top: they win over it, and later ones over earlier ones (specification 1.3).
 *
 * @param files paths relative to `directory`; empty ones are skipped
 * @param places absolute directories: where paths start, and the repository for messages
 * @throws UserError `failed to load envfile: …`
 */
async function loadEnvfiles(environment, files, places) {
    const wanted = files.filter((file) => file !== '');
    const loaded = await Promise.all(wanted.map(async (file) => {
        const source = (0,workspace/* readSource */.o$)((0,external_node_path_.resolve)(places.directory, file), {
            root: places.root,
            failure: `failed to load envfile: ${file}`,
        });
        return parseEnvfile(source.text, source.file);
    }));
    return Object.assign({}, environment, ...loaded);
}
/**
 * Parses the lines `KEY=value` of an envfile.
 *
 * @throws UserError with the line
 */
function parseEnvfile(text, file) {
    const variables = [];
    for (const [index, line] of text.split('\n').entries()) {
        try {
            const variable = parseLine(line);
            if (variable !== undefined)
                variables.push(variable);
        }
        catch (error) {
            if (!(error instanceof LineError))
                throw error;
            throw new errors/* UserError */.yo(`failed to load envfile: ${file}: line ${index + 1}: ${error.message}`, {
                hint: error.hint,
                location: { file, line: index + 1 },
            });
        }
    }
    return Object.fromEntries(variables);
}
class LineError extends Error {
    hint;
    constructor(message, hint) {
        super(message);
        this.hint = hint;
    }
}
function parseLine(line) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#'))
        return undefined;
    const assignment = trimmed.startsWith('export ') ? trimmed.slice('export '.length) : trimmed;
    const equals = assignment.indexOf('=');
    if (equals < 0)
        throw new LineError('missing =', 'write KEY=value');
    const key = assignment.slice(0, equals).trim();
    if (!/^[A-Za-z_][A-Za-z0-9_./]*$/.test(key)) {
        throw new LineError(`invalid name ${JSON.stringify(key)}`, 'a name begins with a letter or _ and holds letters, digits, _ . /');
    }
    return [key, parseValue(assignment.slice(equals + 1).trim())];
}
const escapes = {
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
};
/** Quotes may begin and end anywhere; what stands outside is literal up to a `#`. */
function parseValue(text) {
    const control = Array.from(text).find((character) => character < ' ');
    if (control !== undefined) {
        throw new LineError(`control character ${JSON.stringify(control)}`, 'write it as \\n or \\t in double quotes');
    }
    const pieces = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^'"#]+)/y;
    let value = '';
    for (let offset = 0; offset < text.length && text.charAt(offset) !== '#';) {
        pieces.lastIndex = offset;
        const match = pieces.exec(text);
        if (match === null)
            throw new LineError('unterminated quote', 'close it on the same line');
        offset = pieces.lastIndex;
        const [, single, double, plain] = match;
        const isBeforeComment = plain !== undefined && text.charAt(offset) === '#';
        value += single ?? (double === undefined ? (isBeforeComment ? plain?.trimEnd() : plain) : readEscapes(double));
    }
    return value;
}
function readEscapes(text) {
    return text.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (whole, code) => {
        if (code.length === 5)
            return String.fromCharCode(Number.parseInt(code.slice(1), 16));
        const character = escapes[code];
        if (character === undefined)
            throw new LineError(`unknown escape ${whole}`, 'write a backslash as \\\\, or use single quotes');
        return character;
    });
}

;// CONCATENATED MODULE: ./src/config/config-keys.ts
/** The keys of a config in the order in which it is printed (specification 2.2). */
const configKeys = new Map([
    ['required_version', 'text'],
    ['region', 'text'],
    ['cluster', 'text'],
    ['service', 'text'],
    ['service_definition', 'text'],
    ['task_definition', 'text'],
    ['express_definition', 'text'],
    ['timeout', 'duration'],
    ['plugins', 'list'],
    ['appspec', 'object'],
    ['codedeploy', 'object'],
    ['filter_command', 'text'],
    ['ignore', 'object'],
]);

// EXTERNAL MODULE: ./src/config/nearest-name.ts
var nearest_name = __webpack_require__(5842);
// EXTERNAL MODULE: ./src/config/tree.ts
var config_tree = __webpack_require__(2408);
;// CONCATENATED MODULE: ./src/config/config-document.ts




/** A config whose keys are known and whose values have the right shape. */
class ConfigDocument {
    members;
    locate;
    failure;
    constructor(members, locate, failure) {
        this.members = members;
        this.locate = locate;
        this.failure = failure;
    }
    /** The value of a text key; undefined where it is absent or empty. */
    text(key) {
        const value = this.tree(key);
        return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== '' ? value.value : undefined;
    }
    tree(key) {
        return this.members.get(key)?.value;
    }
    /** Where a key stands. */
    place(key) {
        return this.locate(this.members.get(key)?.offset ?? 0);
    }
    /** An error about the value of a key. */
    refusal(message, hint, place) {
        return new errors/* UserError */.yo(`${this.failure}: ${message}`, { hint, location: place });
    }
}
/**
 * Checks keys and shapes of a config. Unknown keys are warned of and ignored, case does not matter.
 *
 * @throws UserError where a value has the wrong type or a key stands twice.
 */
function readConfigDocument(tree, locate, options) {
    const { failure, warn } = options;
    if (tree.kind !== 'object') {
        const found = tree.kind === 'scalar' && tree.value === null ? 'an empty file' : (0,config_tree/* describeTree */.cn)(tree);
        throw new errors/* UserError */.yo(`${failure}: a config must be a mapping of keys to values, not ${found}`, {
            hint: 'write at least cluster, service, service_definition and task_definition',
            location: locate(tree.offset),
        });
    }
    const members = new Map();
    for (const member of tree.members) {
        const key = member.key.toLowerCase();
        const shape = configKeys.get(key);
        const place = locate(member.offset);
        if (shape === undefined) {
            warn(`json: unknown field "${member.key}"${(0,nearest_name/* suggest */.Z)(member.key, configKeys.keys())}`, place);
            continue;
        }
        if (members.has(key))
            throw duplicate(failure, member.key, place);
        checkShape(member, shape, (message, hint) => new errors/* UserError */.yo(`${failure}: ${message}`, { hint, location: place }));
        members.set(key, member);
    }
    return new ConfigDocument(members, locate, failure);
}
function duplicate(failure, key, location) {
    return new errors/* UserError */.yo(`${failure}: the key ${key} is written twice`, { hint: 'keep one of the two', location });
}
const shapeNames = {
    text: 'a text',
    duration: 'a duration such as 10m',
    list: 'a list',
    object: 'a mapping',
};
function checkShape({ key, value }, shape, refuse) {
    if (value.kind === 'scalar' && value.value === null)
        return;
    const isRight = {
        text: value.kind === 'scalar' && typeof value.value === 'string',
        // Numbers are nanoseconds, which the reader of the duration warns of.
        duration: value.kind === 'scalar' && typeof value.value !== 'boolean',
        list: value.kind === 'list',
        object: value.kind === 'object',
    }[shape];
    if (isRight)
        return;
    const hint = shape === 'text' && value.kind === 'scalar' ? `write ${key}: "${value.value}"` : `write ${shapeNames[shape]}`;
    throw refuse(`${key} must be ${shapeNames[shape]}, not ${(0,config_tree/* describeTree */.cn)(value)}`, hint);
}

// EXTERNAL MODULE: ./src/config/jsonnet/patience.ts
var patience = __webpack_require__(6793);
// EXTERNAL MODULE: ./src/model/location.ts
var model_location = __webpack_require__(3214);
;// CONCATENATED MODULE: ./src/config/missing-values.ts


/**
 * Refuses texts that hold placeholders: names everything that is missing in all of them at once.
 *
 * @throws UserError `template attach failed: environment variable NAME is not defined …`; of Jsonnet the file
 */
function refuseMissing(texts) {
    const missing = texts.flatMap((text) => text.missing);
    const [first] = missing;
    if (first === undefined)
        return;
    const sentences = new Set(missing.map((one) => describe(one, missing.length > 1)));
    const hints = new Set(missing.map((one) => one.hint).filter((hint) => hint !== ''));
    throw new errors/* UserError */.yo(`${first.step}: ${[...sentences].join(', ')}`, {
        hint: [...hints].join('; '),
        location: first.location,
        cause: first.cause,
    });
}
function describe({ message, location }, withPlace) {
    return withPlace ? `${message} (${(0,model_location/* formatLocation */.j)(location)})` : message;
}

;// CONCATENATED MODULE: ./src/config/template/directive.ts
/** `%v` without anything. */
const plainDirective = {
    verb: 'v',
    plus: false,
    minus: false,
    sharp: false,
    space: false,
    zero: false,
    source: false,
    width: undefined,
    precision: undefined,
};
/** Fills a text up to the width: spaces, or zeros on the left. */
function pad(text, directive) {
    const missing = (directive.width ?? 0) - Array.from(text).length;
    if (missing <= 0)
        return text;
    if (directive.minus)
        return text + ' '.repeat(missing);
    return (directive.zero ? '0' : ' ').repeat(missing) + text;
}
/** Fills a number: zeros go between sign and digits. */
function padNumber(sign, digits, directive) {
    if (!directive.zero || directive.minus)
        return pad(sign + digits, { ...directive, zero: false });
    const missing = (directive.width ?? 0) - sign.length - digits.length;
    return sign + '0'.repeat(Math.max(missing, 0)) + digits;
}
/** The sign that a number carries: `-`, or what the flags ask for. */
function signOf(negative, directive) {
    if (negative)
        return '-';
    if (directive.plus)
        return '+';
    return directive.space ? ' ' : '';
}

;// CONCATENATED MODULE: ./src/config/template/escapes.ts
const htmlEscapes = {
    '\0': '\uFFFD',
    '"': '&#34;',
    "'": '&#39;',
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
};
const scriptEscapes = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '<': '\\u003C',
    '>': '\\u003E',
    '&': '\\u0026',
    '=': '\\u003D',
};
/** Characters that Go prints as they are: letters, marks, numbers, punctuation, symbols and the space. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
/** Whether a character can be shown, by Go's rules. */
function isPrintable(character) {
    return printable.test(character);
}
/** The function `html`. */
function escapeHtml(text) {
    return text.replace(/[\0"'&<>]/g, (found) => htmlEscapes[found] ?? found);
}
/** The function `js`. */
function escapeScript(text) {
    return Array.from(text, (character) => {
        const known = scriptEscapes[character];
        if (known !== undefined || isPrintable(character))
            return known ?? character;
        return `\\u${hexadecimal(character.codePointAt(0) ?? 0, 4)}`;
    }).join('');
}
/** The function `urlquery`. */
function escapeQuery(text) {
    return Array.from(Buffer.from(text), (byte) => {
        const character = String.fromCharCode(byte);
        if (/[A-Za-z0-9._~-]/.test(character))
            return character;
        return character === ' ' ? '+' : `%${hexadecimal(byte, 2)}`;
    }).join('');
}
function hexadecimal(value, width) {
    return value.toString(16).toUpperCase().padStart(width, '0');
}

;// CONCATENATED MODULE: ./src/config/template/decimal.ts
/** The fewest digits that give the number back. */
function shortestDecimal(value) {
    const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
    return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}
/** `places` digits behind the decimal point, rounded half to even on the exact value, as Go does. */
function roundToPlaces(value, places) {
    const exact = exactDecimal(value);
    return roundDigits(exact, exact.point + places);
}
/** `count` significant digits. */
function roundToDigits(value, count) {
    return roundDigits(exactDecimal(value), count);
}
function exactDecimal(value) {
    if (value === 0)
        return { digits: '0', point: 1 };
    const { mantissa, exponent } = decompose(value);
    const places = Math.max(-exponent, 0);
    const digits = (exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(places)).toString();
    return { digits, point: digits.length - places };
}
/** The parts of a float, its sign left out: `mantissa × 2^exponent`. */
function decompose(value) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, Math.abs(value));
    const bits = view.getBigUint64(0);
    const biased = Number(bits >> 52n);
    const fraction = bits & (2n ** 52n - 1n);
    return { mantissa: biased === 0 ? fraction : fraction | (2n ** 52n), exponent: Math.max(biased, 1) - 1075 };
}
function roundDigits({ digits, point }, count) {
    if (count >= digits.length)
        return { digits, point };
    if (count < 0)
        return { digits: '0', point: 1 };
    const kept = digits.slice(0, count);
    const rest = digits.slice(count);
    const half = `5${'0'.repeat(rest.length - 1)}`;
    const isOdd = Number(kept.at(-1) ?? '0') % 2 === 1;
    const up = rest > half || (rest === half && isOdd);
    if (!up)
        return kept === '' ? { digits: '0', point: 1 } : { digits: kept, point };
    const raised = (BigInt(kept === '' ? '0' : kept) + 1n).toString();
    return { digits: raised, point: point + (raised.length - kept.length) };
}

;// CONCATENATED MODULE: ./src/config/template/float-bits.ts

/** `%b`: the mantissa as it is stored. */
function writeBinary(value) {
    const { mantissa, exponent } = decompose(value);
    return `${mantissa}p${signed(exponent, 1)}`;
}
/** `%x`: one hexadecimal digit before the point, at most thirteen behind it. */
function writeHexadecimal(value, precision) {
    if (value === 0)
        return `0x0${fractionOf('', precision)}p+00`;
    let { mantissa, exponent } = decompose(value);
    for (; mantissa < 2n ** 52n; exponent--)
        mantissa <<= 1n;
    const rounded = precision === undefined ? mantissa : roundMantissa(mantissa, precision);
    const overflows = rounded === 2n ** 53n;
    const digits = (overflows ? 2n ** 52n : rounded).toString(16).slice(1).replace(/0+$/, '');
    return `0x1${fractionOf(digits, precision)}p${signed(exponent + 52 + (overflows ? 1 : 0), 2)}`;
}
function roundMantissa(mantissa, places) {
    if (places >= 13)
        return mantissa;
    const unit = 2n ** BigInt(52 - 4 * places);
    const rest = mantissa % unit;
    const isUp = rest * 2n > unit || (rest * 2n === unit && (mantissa / unit) % 2n === 1n);
    return mantissa - rest + (isUp ? unit : 0n);
}
function fractionOf(digits, precision) {
    const fraction = digits.padEnd(precision ?? 0, '0');
    return fraction === '' ? '' : `.${fraction}`;
}
/** An exponent with its sign and at least `width` digits. */
function signed(exponent, width) {
    return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;
}

;// CONCATENATED MODULE: ./src/config/template/float-format.ts



/** A float as `%e`, `%f`, `%g`, `%v`, `%b` or `%x`; undefined for other verbs. */
function formatFloat(value, directive) {
    const write = floatWriters[directive.verb.toLowerCase()];
    if (write === undefined || directive.verb === 'B' || directive.verb === 'V')
        return undefined;
    const sign = signOf(value < 0 || Object.is(value, -0), directive);
    if (!Number.isFinite(value))
        return formatSpecial(value, sign, directive);
    const digits = write(value, directive.precision);
    const shown = directive.sharp && directive.verb !== 'b' ? keepPoint(digits, directive) : digits;
    return padNumber(sign, /[EGX]/.test(directive.verb) ? shown.toUpperCase() : shown, directive);
}
/** Infinity and NaN are never filled with zeros. */
function formatSpecial(value, sign, directive) {
    const name = Number.isNaN(value) ? 'NaN' : `${sign === '' && directive.verb === 'v' ? '+' : ''}Inf`;
    return padNumber(sign, name, { ...directive, zero: false });
}
const floatWriters = {
    b: writeBinary,
    e: (value, precision = 6) => writeExponent(roundToDigits(value, precision + 1), precision),
    f: (value, precision = 6) => writeFixed(roundToPlaces(value, precision), precision),
    g: writeGeneral,
    v: writeGeneral,
    x: writeHexadecimal,
};
function writeGeneral(value, precision) {
    const wanted = precision === 0 ? 1 : precision;
    const decimal = wanted === undefined ? shortestDecimal(value) : trimZeros(roundToDigits(value, wanted));
    const count = decimal.digits.length;
    const exponent = value === 0 ? 0 : decimal.point - 1;
    if (exponent < -4 || exponent >= exponentThreshold(decimal, wanted))
        return writeExponent(decimal, count - 1);
    return writeFixed(decimal, Math.max(count - (value === 0 ? 1 : decimal.point), 0));
}
/** From which power of ten on a number is written with an exponent. */
function exponentThreshold({ digits, point }, precision) {
    if (precision === undefined)
        return 6;
    return precision > digits.length && digits.length >= point ? digits.length : precision;
}
/** The flag `#` keeps the point and the zeros behind it. */
function keepPoint(digits, { verb, precision }) {
    const [, number = '', tail = ''] = /^(.*?)([ep][+-]\d+)?$/.exec(digits) ?? [];
    const significant = number.replace('.', '').replace(/^0+/, '').length;
    // A lone zero counts as a digit.
    const written = number === '0' ? 1 : significant;
    const wanted = 'vgGx'.includes(verb) ? (precision ?? 6) : 0;
    const point = number.includes('.') ? '' : '.';
    return number + point + '0'.repeat(Math.max(wanted - written, 0)) + tail;
}
function trimZeros({ digits, point }) {
    return { digits: digits.replace(/0+$/, '') || '0', point };
}
function writeExponent({ digits, point }, places) {
    const fraction = digits.slice(1, places + 1).padEnd(places, '0');
    const exponent = digits.startsWith('0') ? 0 : point - 1;
    return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}e${signed(exponent, 2)}`;
}
function writeFixed({ digits, point }, places) {
    const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
    const behind = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
    const fraction = behind.slice(0, places).padEnd(places, '0');
    return fraction === '' ? whole : `${whole}.${fraction}`;
}

;// CONCATENATED MODULE: ./src/config/template/number-format.ts

const bases = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const prefixes = { b: '0b', o: '0', x: '0x', X: '0X' };
/** An integer in base 2, 8, 10 or 16; undefined for other verbs. */
function formatInteger(value, directive) {
    const { verb, precision } = directive;
    const base = bases[verb];
    if (base === undefined)
        return undefined;
    const lower = (value < 0n ? -value : value).toString(base);
    const digits = verb === 'X' ? lower.toUpperCase() : lower;
    const sign = signOf(value < 0n, directive);
    if (precision === 0 && value === 0n)
        return padNumber('', '', { ...directive, zero: false });
    const precise = precision === undefined ? digits : digits.padStart(precision, '0');
    const zero = directive.zero && precision === undefined;
    // Zeros that fill the width stand before the prefix's digits, so the prefix belongs to the sign.
    if (!zero)
        return padNumber(sign, prefixOf(precise, directive) + precise, { ...directive, zero });
    const missing = Math.max((directive.width ?? 0) - sign.length - precise.length, 0);
    const filled = directive.minus ? precise : '0'.repeat(missing) + precise;
    return padNumber(sign, prefixOf(filled, directive) + filled, { ...directive, zero: false });
}
function prefixOf(digits, { verb, sharp }) {
    if (verb === 'O')
        return '0o';
    if (!sharp)
        return '';
    return verb === 'o' && digits.startsWith('0') ? '' : (prefixes[verb] ?? '');
}

;// CONCATENATED MODULE: ./src/config/template/quote.ts

const quote_escapes = {
    '\x07': '\\a',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
    '\\': '\\\\',
};
/** A text between quotes, escaped as Go source would be; `ascii` escapes everything else too. */
function quote(text, mark, ascii) {
    const inner = Array.from(text, (character) => {
        if (character === mark)
            return `\\${mark}`;
        const known = quote_escapes[character];
        if (known !== undefined)
            return known;
        return isPrintable(character) && (!ascii || character < '\x7f') ? character : escapeCode(character);
    });
    return mark + inner.join('') + mark;
}
/** Whether a text can stand between back quotes. */
function canBackquote(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is asked for
    return !/[\u0000-\u0008\u000a-\u001f\u007f`\ufeff]/.test(text);
}
function escapeCode(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80)
        return `\\x${code.toString(16).padStart(2, '0')}`;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

// EXTERNAL MODULE: ./src/config/template/values.ts
var template_values = __webpack_require__(9599);
;// CONCATENATED MODULE: ./src/config/template/value-format.ts






/** A value as `printf` writes it; what a verb cannot write comes out as Go's `%!verb(type=value)`. */
function formatValue(value, directive) {
    if (directive.verb === 'T')
        return formatText((0,template_values/* typeName */.go)(value), { ...directive, verb: 's' }) ?? '';
    if (value === null)
        return directive.verb === 'v' ? pad('<nil>', directive) : `%!${directive.verb}(<nil>)`;
    return formatKnown(value, directive) ?? badVerb(value, directive);
}
function badVerb(value, directive) {
    return `%!${directive.verb}(${(0,template_values/* typeName */.go)(value)}=${formatValue(value, { ...directive, verb: 'v' })})`;
}
function formatKnown(value, directive) {
    switch (typeof value) {
        case 'boolean':
            return 'tv'.includes(directive.verb) ? pad(String(value), directive) : undefined;
        case 'bigint':
            return formatCode(value, directive) ?? formatInteger(value, directive);
        case 'number':
            return formatFloat(value, directive);
        case 'string':
            return formatText(value, directive);
        default:
            return formatGroup(value, directive);
    }
}
function formatGroup(value, directive) {
    const isSource = directive.source;
    if (value instanceof template_values/* Complex */.pr)
        return formatComplex(value, directive);
    if ((0,template_values/* isListValue */.kq)(value)) {
        const items = value.map((item) => formatItem(item, directive));
        return isSource ? `${(0,template_values/* typeName */.go)(value)}{${items.join(', ')}}` : `[${items.join(' ')}]`;
    }
    if (!(0,template_values/* isMapValue */.Qy)(value))
        return undefined;
    const entries = (0,template_values/* sortedKeys */.Mf)(value).map((key) => {
        return `${formatValue(key, directive)}:${formatItem(value[key] ?? null, directive)}`;
    });
    return isSource ? `${(0,template_values/* typeName */.go)(value)}{${entries.join(', ')}}` : `map[${entries.join(' ')}]`;
}
/** Inside a list nothing is `<nil>` for every verb. */
function formatItem(item, directive) {
    if (item !== null)
        return formatValue(item, directive);
    return directive.source ? 'interface {}(nil)' : '<nil>';
}
function formatComplex(value, directive) {
    const real = formatFloat(value.real, directive);
    const imaginary = formatFloat(value.imaginary, { ...directive, plus: true });
    return real === undefined || imaginary === undefined ? undefined : `(${real}${imaginary}i)`;
}
/** The verbs that take an integer for a character. */
function formatCode(value, directive) {
    if (!['c', 'q', 'U'].includes(directive.verb))
        return undefined;
    const isCharacter = value >= 0n && value <= 0x10ffffn && (value < 0xd800n || value > 0xdfffn);
    const character = String.fromCodePoint(isCharacter ? Number(value) : 0xfffd);
    if (directive.verb === 'c')
        return pad(character, directive);
    if (directive.verb === 'q')
        return pad(quote(character, "'", directive.plus), directive);
    const unsigned = BigInt.asUintN(64, value);
    const code = `U+${unsigned
        .toString(16)
        .toUpperCase()
        .padStart(Math.max(directive.precision ?? 4, 4), '0')}`;
    return pad(directive.sharp && isCharacter && isPrintable(character) ? `${code} '${character}'` : code, {
        ...directive,
        zero: false,
    });
}
function formatText(value, directive) {
    const { verb, precision } = directive;
    const text = precision === undefined || 'xX'.includes(verb) ? value : Array.from(value).slice(0, precision).join('');
    switch (verb) {
        case 'v':
            return directive.source ? formatText(value, { ...directive, verb: 'q' }) : pad(text, directive);
        case 's':
            return pad(text, directive);
        case 'q':
            if (directive.sharp && canBackquote(text))
                return pad(`\`${text}\``, directive);
            return pad(quote(text, '"', directive.plus), directive);
        case 'x':
        case 'X':
            return formatBytes(value, directive);
        default:
            return undefined;
    }
}
function formatBytes(value, directive) {
    const bytes = Buffer.from(value).subarray(0, directive.precision);
    const prefix = directive.sharp ? '0x' : '';
    const codes = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
    const text = directive.space
        ? codes.map((code) => prefix + code).join(' ')
        : (codes.length > 0 ? prefix : '') + codes.join('');
    return padNumber('', directive.verb === 'X' ? text.toUpperCase() : text, directive);
}

;// CONCATENATED MODULE: ./src/config/template/print.ts


/** What an action leaves in the output. */
function print_printOne(value) {
    return value === null ? '<no value>' : formatValue(value, plainDirective);
}
/** `print`: a space between two values of which neither is a text. */
function printAll(values) {
    return values
        .map((value, index) => {
        const isApart = index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string';
        return (isApart ? ' ' : '') + formatValue(value, plainDirective);
    })
        .join('');
}
/** `println`: always a space, and a newline. */
function printLine(values) {
    return `${values.map((value) => formatValue(value, plainDirective)).join(' ')}\n`;
}

;// CONCATENATED MODULE: ./src/config/template/comparison.ts


/** `eq`: whether the first value equals any of the others. */
function equalsAny([first, ...others]) {
    if (first === undefined)
        throw new template_values/* FunctionFailure */.zf('wrong number of args for eq: want at least 1 got 0');
    if (others.length === 0)
        throw new template_values/* FunctionFailure */.zf('missing argument for comparison');
    return others.some((other) => areEqual(first, other));
}
/** `ne`, of exactly two values. */
function comparison_differs(args) {
    const [one, other] = twoOf('ne', args);
    return !areEqual(one, other);
}
/** `lt`: only numbers of one sort and texts have an order. */
function isLess(name, args) {
    const [one, other] = twoOf(name, args);
    return comesBefore(one, other);
}
/** `le` */
function isLessOrEqual(name, args) {
    const [one, other] = twoOf(name, args);
    return comesBefore(one, other) || areEqual(one, other);
}
function twoOf(name, args) {
    const [one, other] = args;
    if (one === undefined || other === undefined || args.length > 2) {
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${name}: want 2 got ${args.length}`);
    }
    return [one, other];
}
function areEqual(one, other) {
    if (one === null || other === null)
        return one === other;
    const kind = (0,template_values/* kindOf */.I)(one);
    // Lists and maps are one sort to the comparison: not comparable.
    if (['list', 'map'].includes(kind) && ['list', 'map'].includes((0,template_values/* kindOf */.I)(other))) {
        throw new template_values/* FunctionFailure */.zf(`non-comparable types: ${print_printOne(one)} and ${print_printOne(other)}`);
    }
    if (kind !== (0,template_values/* kindOf */.I)(other))
        throw new template_values/* FunctionFailure */.zf('incompatible types for comparison');
    if (one instanceof template_values/* Complex */.pr && other instanceof template_values/* Complex */.pr) {
        return one.real === other.real && one.imaginary === other.imaginary;
    }
    return one === other;
}
function comesBefore(one, other) {
    if (one === null || other === null || isUnordered(one) || isUnordered(other)) {
        throw new template_values/* FunctionFailure */.zf('invalid type for comparison');
    }
    if ((0,template_values/* kindOf */.I)(one) !== (0,template_values/* kindOf */.I)(other))
        throw new template_values/* FunctionFailure */.zf('incompatible types for comparison');
    if (typeof one === 'string' && typeof other === 'string')
        return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;
    return one < other;
}
function isUnordered(value) {
    return !['int', 'float', 'string'].includes((0,template_values/* kindOf */.I)(value));
}

;// CONCATENATED MODULE: ./src/config/template/format.ts



/** Widths and precisions beyond this are mistakes to Go too. */
const largestWidth = 1_000_000;
/** Characters that one call may make. */
const longestText = 4 * 1024 * 1024;
/** `printf`, with Go's verbs, flags, `*`, `[n]` and its way to report what does not fit. */
function format(pattern, args) {
    return new Formatter(pattern, args).run();
}
class Formatter {
    pattern;
    args;
    position = 0;
    argument = 0;
    reordered = false;
    goodIndex = true;
    afterIndex = false;
    output = '';
    constructor(pattern, args) {
        this.pattern = pattern;
        this.args = args;
    }
    run() {
        while (this.position < this.pattern.length) {
            const percent = this.pattern.indexOf('%', this.position);
            const end = percent < 0 ? this.pattern.length : percent;
            this.output += this.pattern.slice(this.position, end);
            this.position = end + 1;
            if (percent >= 0)
                this.writeDirective();
        }
        if (!this.reordered && this.argument < this.args.length)
            this.writeExtra();
        return this.output;
    }
    writeDirective() {
        this.goodIndex = true;
        this.afterIndex = false;
        const flags = this.readFlags();
        this.readIndex();
        const width = this.readWidth();
        const precision = this.readPrecision();
        if (!this.afterIndex)
            this.readIndex();
        const code = this.pattern.codePointAt(this.position);
        if (code === undefined) {
            this.output += '%!(NOVERB)';
            return;
        }
        const verb = String.fromCodePoint(code);
        this.position += verb.length;
        const minus = flags.minus || width.negative;
        this.writeVerb({ ...flags, verb, minus, zero: flags.zero && !minus, width: width.value, precision });
    }
    writeVerb(directive) {
        const { verb } = directive;
        if (verb === '%') {
            this.output += '%';
            return;
        }
        const value = this.args[this.argument];
        if (!this.goodIndex)
            this.output += `%!${verb}(BADINDEX)`;
        else if (value === undefined)
            this.output += `%!${verb}(MISSING)`;
        else {
            this.argument++;
            // With %v the flags + and # have another meaning than with the verbs of numbers.
            const plain = verb === 'v' ? { ...directive, plus: false, sharp: false, source: directive.sharp } : directive;
            this.output += formatValue(value, plain);
            if (this.output.length > longestText)
                throw new template_values/* FunctionFailure */.zf('the result is too long');
        }
    }
    readFlags() {
        const written = /^[#0+\- ]*/.exec(this.pattern.slice(this.position))?.[0] ?? '';
        this.position += written.length;
        return {
            ...plainDirective,
            plus: written.includes('+'),
            minus: written.includes('-'),
            sharp: written.includes('#'),
            space: written.includes(' '),
            zero: written.includes('0'),
        };
    }
    readWidth() {
        if (this.pattern.charAt(this.position) !== '*') {
            const value = this.readCount();
            if (this.afterIndex && value !== undefined)
                this.goodIndex = false;
            return { value, negative: false };
        }
        const value = this.readStar();
        if (value === undefined)
            this.output += '%!(BADWIDTH)';
        return { value: value === undefined ? undefined : Math.abs(value), negative: (value ?? 0) < 0 };
    }
    readPrecision() {
        // A point at the very end is taken for the verb.
        if (!/^\../s.test(this.pattern.slice(this.position, this.position + 2)))
            return undefined;
        this.position++;
        if (this.afterIndex)
            this.goodIndex = false;
        this.readIndex();
        if (this.pattern.charAt(this.position) !== '*')
            return this.readCount() ?? 0;
        const value = this.readStar();
        if (value === undefined || value < 0) {
            if (value === undefined)
                this.output += '%!(BADPREC)';
            return undefined;
        }
        return value;
    }
    readStar() {
        this.position++;
        this.afterIndex = false;
        const value = this.args[this.argument];
        if (value === undefined)
            return undefined;
        this.argument++;
        return typeof value === 'bigint' && value >= -largestWidth && value <= largestWidth ? Number(value) : undefined;
    }
    readCount() {
        const digits = /^[0-9]+/.exec(this.pattern.slice(this.position))?.[0];
        if (digits === undefined)
            return undefined;
        this.position += digits.length;
        if (Number(digits) <= largestWidth)
            return Number(digits);
        // Go gives up on the rest of the format.
        this.position = this.pattern.length;
        return undefined;
    }
    readIndex() {
        this.afterIndex = false;
        if (this.pattern.charAt(this.position) !== '[')
            return;
        this.reordered = true;
        const match = /^\[([^\]]*)\]/.exec(this.pattern.slice(this.position));
        this.position += match === null ? 1 : match[0].length;
        const digits = match?.[1] ?? '';
        this.afterIndex = /^[0-9]+$/.test(digits);
        const index = Number(digits) - 1;
        if (this.afterIndex && index >= 0 && index < this.args.length)
            this.argument = index;
        else
            this.goodIndex = false;
    }
    writeExtra() {
        const extra = this.args.slice(this.argument).map((value) => {
            return value === null ? '<nil>' : `${(0,template_values/* typeName */.go)(value)}=${formatValue(value, plainDirective)}`;
        });
        this.output += `%!(EXTRA ${extra.join(', ')})`;
    }
}

;// CONCATENATED MODULE: ./src/config/template/builtins.ts





/** The functions of the language itself. `and` and `or` stop early, so the evaluator does them. */
const builtins = new Map([
    ['and', undecided],
    ['or', undecided],
    ['not', (args) => !(0,template_values/* isTrue */.Hn)(onlyOf('not', args))],
    ['len', (args) => lengthOf(onlyOf('len', args))],
    ['index', ([item, ...indexes]) => indexes.reduce(builtins_pick, firstOf('index', item))],
    ['slice', ([item, ...indexes]) => cut(firstOf('slice', item), indexes)],
    ['print', printAll],
    ['println', printLine],
    ['printf', printFormatted],
    ['html', (args) => escapeHtml(printShown(args))],
    ['js', (args) => escapeScript(printShown(args))],
    ['urlquery', (args) => escapeQuery(printShown(args))],
    ['call', call],
    ['eq', equalsAny],
    ['ne', comparison_differs],
    ['lt', (args) => isLess('lt', args)],
    ['le', (args) => isLessOrEqual('le', args)],
    ['gt', (args) => !isLessOrEqual('gt', args)],
    ['ge', (args) => !isLess('ge', args)],
]);
/** The escaping functions show nothing as an action does. */
function printShown(args) {
    return printAll(args.map((value) => value ?? '<no value>'));
}
function undecided() {
    throw new template_values/* FunctionFailure */.zf('and, or are decided by the evaluator');
}
function onlyOf(name, args) {
    const [value] = args;
    if (value === undefined || args.length !== 1) {
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${name}: want 1 got ${args.length}`);
    }
    return value;
}
function firstOf(name, item) {
    if (item === undefined)
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${name}: want at least 1 got 0`);
    if (item === null)
        throw new template_values/* FunctionFailure */.zf(`${name} of untyped nil`);
    return item;
}
/** Lengths of texts are bytes. */
function lengthOf(value) {
    if (typeof value === 'string')
        return BigInt(Buffer.byteLength(value));
    if ((0,template_values/* isListValue */.kq)(value))
        return BigInt(value.length);
    if ((0,template_values/* isMapValue */.Qy)(value))
        return BigInt(Object.keys(value).length);
    throw new template_values/* FunctionFailure */.zf(value === null ? 'len of nil pointer' : `len of type ${(0,template_values/* typeName */.go)(value)}`);
}
function builtins_pick(item, index) {
    if ((0,template_values/* isListValue */.kq)(item))
        return item[position(index, item.length - 1)] ?? null;
    if (typeof item === 'string') {
        const bytes = Buffer.from(item);
        return BigInt(bytes[position(index, bytes.length - 1)] ?? 0);
    }
    if (!(0,template_values/* isMapValue */.Qy)(item)) {
        throw new template_values/* FunctionFailure */.zf(item === null ? 'index of nil pointer' : `can't index item of type ${(0,template_values/* typeName */.go)(item)}`);
    }
    if (typeof index === 'string')
        return (0,template_values/* entryOf */.Ms)(item, index);
    throw new template_values/* FunctionFailure */.zf(index === null ? 'value is nil; should be string' : `value has type ${(0,template_values/* typeName */.go)(index)}; should be string`);
}
function position(index, last) {
    if (index === null)
        throw new template_values/* FunctionFailure */.zf('cannot index slice/array with nil');
    if (typeof index !== 'bigint')
        throw new template_values/* FunctionFailure */.zf(`cannot index slice/array with type ${(0,template_values/* typeName */.go)(index)}`);
    if (index < 0n || index > BigInt(last))
        throw new template_values/* FunctionFailure */.zf(`index out of range: ${index}`);
    return Number(index);
}
function cut(item, indexes) {
    if (indexes.length > 3)
        throw new template_values/* FunctionFailure */.zf(`too many slice indexes: ${indexes.length}`);
    if (typeof item === 'string') {
        if (indexes.length === 3)
            throw new template_values/* FunctionFailure */.zf('cannot 3-index slice a string');
        const bytes = Buffer.from(item);
        return bytes.subarray(...bounds(indexes, bytes.length)).toString('utf8');
    }
    if ((0,template_values/* isListValue */.kq)(item))
        return item.slice(...bounds(indexes, item.length));
    throw new template_values/* FunctionFailure */.zf(`can't slice item of type ${(0,template_values/* typeName */.go)(item)}`);
}
function bounds(indexes, length) {
    const [start = 0, end = length, capacity = end] = indexes.map((index) => position(index, length));
    if (start > end)
        throw new template_values/* FunctionFailure */.zf(`invalid slice index: ${start} > ${end}`);
    if (end > capacity)
        throw new template_values/* FunctionFailure */.zf(`invalid slice index: ${end} > ${capacity}`);
    return [start, end];
}
function printFormatted([pattern, ...args]) {
    if (pattern === undefined)
        throw new template_values/* FunctionFailure */.zf('wrong number of args for printf: want at least 1 got 0');
    if (typeof pattern !== 'string')
        throw new template_values/* FunctionFailure */.zf(`wrong type for value; expected string; got ${(0,template_values/* typeName */.go)(pattern)}`);
    return format(pattern, args);
}
/** No value of ours is a function, so that this one can only refuse. */
function call([called]) {
    if (called === undefined)
        throw new template_values/* FunctionFailure */.zf('wrong number of args for call: want at least 1 got 0');
    throw new template_values/* FunctionFailure */.zf(called === null ? 'call of nil' : `non-function of type ${(0,template_values/* typeName */.go)(called)}`);
}

;// CONCATENATED MODULE: ./src/config/plugins/stand-ins.ts

/** What a function of a plugin answers while it is not known yet which plugins there are. */
const standIn = 'looked-up-later';
/** A text, as most functions answer; where its fields are wanted something that has fields. */
const standInValues = [standIn, { [standIn]: standIn }];
/** The functions of plugins that a text may call without saying so; a prefix may stand before their names. */
const known = /\b\w*?(?:tfstatef?|cfn_output|cfn_export|ssm|secretsmanager_arn)\b/g;
/** A text that names plugins names their programs as it likes. */
const word = /[\p{L}_][\p{L}\p{N}_]*/gu;
/** Stand-ins for the functions of plugins whose names stand in a text; they answer with `value`. */
function makeStandIns(text, builtIn, value) {
    let used = false;
    const call = () => {
        used = true;
        return value;
    };
    const names = new Set(Array.from(text.matchAll(/plugins/i.test(text) ? word : known), ([name]) => name));
    const ours = [...names].filter((name) => !builtins.has(name) && !builtIn.has(name));
    const functions = new Map([...builtIn, ...ours.map((name) => [name, call])]);
    return { functions, areUsed: () => used };
}

;// CONCATENATED MODULE: ./src/config/template/template-calls.ts
/** Every call with constant arguments, executed or not, in the order of the text. */
function constantCalls(template) {
    return [template.root, ...template.definitions.values()]
        .flatMap(callsOfStatements)
        .sort((one, other) => one.offset - other.offset);
}
function callsOfStatements(statements) {
    return statements.flatMap((statement) => {
        if (!('pipeline' in statement) || statement.pipeline === undefined)
            return [];
        const inside = 'body' in statement ? [...statement.body, ...statement.otherwise] : [];
        return [...callsOfPipeline(statement.pipeline), ...callsOfStatements(inside)];
    });
}
function callsOfPipeline(pipeline) {
    return pipeline.commands.flatMap(({ first, rest }, index) => {
        const nested = [first, ...rest].flatMap(callsOfOperand);
        const args = rest.map(constantOf);
        const isConstant = first.kind === 'identifier' && index === 0 && args.every((value) => value !== undefined);
        return isConstant ? [{ name: first.name, args, offset: first.offset }, ...nested] : nested;
    });
}
function callsOfOperand(operand) {
    if (operand.kind === 'pipeline')
        return callsOfPipeline(operand.pipeline);
    return operand.kind === 'chain' ? callsOfOperand(operand.base) : [];
}
function constantOf(operand) {
    if (operand.kind === 'string' || operand.kind === 'bool')
        return operand.value;
    if (operand.kind === 'number' && 'value' in operand.constant)
        return operand.constant.value;
    return undefined;
}

;// CONCATENATED MODULE: ./src/config/fetch-ahead.ts

/**
 * Makes all look-ups with constant arguments at once, so that they go together; the execution of the template then
 * finds their answers on the way. Nothing fails here: a look-up that is executed fails in its place.
 */
function fetchAhead(template, functions) {
    for (const { name, args } of constantCalls(template)) {
        const look = functions.get(name);
        if (look?.isLookup === true)
            void fetch_ahead_call(look, args);
    }
}
async function fetch_ahead_call(look, args) {
    try {
        await look(args);
    }
    catch {
        // Perhaps nobody needs it.
    }
}

;// CONCATENATED MODULE: ./src/config/template/template-error.ts
/** A template that cannot be parsed or executed; the caller knows the file. */
class TemplateError extends Error {
    phase;
    /** Offset in the template's text. */
    offset;
    hint;
    constructor(phase, message, details) {
        super(message, { cause: details.cause });
        this.name = 'TemplateError';
        this.phase = phase;
        this.offset = details.offset;
        this.hint = details.hint;
    }
}

;// CONCATENATED MODULE: ./src/config/template/budget.ts

/** Far more than any file needs; a template beyond it would not end in time. */
const limit = 1_000_000;
/** Making so many characters costs as much as one step. */
const charactersPerStep = 64;
/** What the execution of a template may cost: statements, turns of loops, calls, and the text they make. */
class Budget {
    spent = 0;
    /**
     * Takes one step, and what the text costs that it made.
     *
     * @throws TemplateError when nothing is left.
     */
    spend(offset, characters = 0) {
        this.spent += 1 + characters / charactersPerStep;
        if (this.spent > limit)
            throw new TemplateError('execution', 'the template does not end: too many steps', { offset });
    }
}

;// CONCATENATED MODULE: ./src/config/template/expressions.ts



/** Evaluates pipelines; failures that have a placeholder are collected. */
class Expressions {
    problems;
    functions;
    budget;
    constructor(functions, problems, budget) {
        this.functions = functions;
        this.problems = problems;
        this.budget = budget;
    }
    async pipeline(pipeline, around) {
        let piped;
        for (const command of pipeline.commands)
            piped = await this.command(command, around, piped);
        const value = piped ?? null;
        for (const name of pipeline.declarations) {
            if (!pipeline.assigns)
                around.scope.push(name, value);
            else if (!around.scope.assign(name, value))
                throw failure(`undefined variable: ${name}`, pipeline.offset);
        }
        return value;
    }
    async command(command, around, piped) {
        const { first } = command;
        const given = { operands: command.rest, piped };
        if (first.kind === 'identifier')
            return this.call(first, given, around);
        const hasArguments = given.operands.length > 0 || piped !== undefined;
        const isField = first.kind === 'field' || first.kind === 'chain' || (first.kind === 'variable' && first.names.length > 0);
        if (hasArguments && isField)
            throw failure(`${first.names.at(-1)} is not a method but has arguments`, first.offset);
        if (hasArguments)
            throw failure("can't give argument to non-function", first.offset);
        if (first.kind === 'nil')
            throw failure('nil is not a command', first.offset);
        return this.operand(first, around);
    }
    async operand(operand, around) {
        switch (operand.kind) {
            case 'string':
            case 'bool':
                return operand.value;
            case 'number':
                if ('message' in operand.constant)
                    throw failure(operand.constant.message, operand.offset);
                return operand.constant.value;
            case 'nil':
                return null;
            case 'dot':
                return around.dot;
            case 'field':
                return selectFields(around.dot, operand.names, operand.offset);
            case 'variable':
                return selectFields(readVariable(operand, around.scope), operand.names, operand.offset);
            case 'identifier':
                return this.call(operand, { operands: [] }, around);
            case 'pipeline':
                return this.pipeline(operand.pipeline, around);
            case 'chain':
                return this.chain(operand, around);
        }
    }
    async chain(operand, around) {
        return selectFields(await this.operand(operand.base, around), operand.names, operand.offset);
    }
    async call(called, given, around) {
        const { name, offset } = called;
        const own = this.functions.get(name);
        if (own === undefined && (name === 'and' || name === 'or'))
            return this.decide(called, given, around);
        const args = [];
        for (const operand of given.operands)
            args.push(await this.operand(operand, around));
        if (given.piped !== undefined)
            args.push(given.piped);
        const run = own ?? builtins.get(name);
        if (run === undefined)
            throw failure(`"${name}" is not a defined function`, offset);
        try {
            return this.charge(await run(args), offset);
        }
        catch (error) {
            return this.recover(error, called);
        }
    }
    /** `and` and `or` stop at the operand that decides, and are worth it. */
    async decide(called, { operands, piped }, around) {
        if (operands.length === 0 && piped === undefined) {
            throw failure(`wrong number of args for ${called.name}: want at least 1 got 0`, called.offset);
        }
        let value = null;
        for (const operand of operands) {
            value = await this.operand(operand, around);
            if ((0,template_values/* isTrue */.Hn)(value) === (called.name === 'or'))
                return value;
        }
        return piped === undefined ? value : piped;
    }
    charge(value, offset) {
        this.budget.spend(offset, typeof value === 'string' ? value.length : 0);
        return value;
    }
    recover(error, called) {
        const { name, offset } = called;
        if (error instanceof TemplateError)
            throw error;
        if (!(error instanceof template_values/* FunctionFailure */.zf)) {
            throw new TemplateError('execution', `error calling ${name}`, { offset, cause: error });
        }
        const { message, hint, cause, placeholder } = error;
        if (placeholder === undefined) {
            throw new TemplateError('execution', `error calling ${name}: ${message}`, { offset, hint, cause });
        }
        this.problems.push({ message, hint, offset, cause });
        return placeholder;
    }
}
/** An error of a template at work. */
function failure(message, offset) {
    return new TemplateError('execution', message, { offset });
}
function readVariable(operand, scope) {
    const value = scope.read(operand.name);
    if (value === undefined)
        throw failure(`undefined variable: ${operand.name}`, operand.offset);
    return value;
}
function selectFields(value, names, offset) {
    return names.reduce((current, name) => {
        // There is no data: a field of nothing is nothing, as in Go.
        if (current === null)
            return null;
        if (!(0,template_values/* isMapValue */.Qy)(current))
            throw failure(`can't evaluate field ${name} in type ${(0,template_values/* typeName */.go)(current)}`, offset);
        return (0,template_values/* entryOf */.Ms)(current, name);
    }, value);
}

;// CONCATENATED MODULE: ./src/config/template/rendering.ts
/** Characters that a rendered file may have at most. */
const outputLimit = 4 * 1024 * 1024;
/** Collects the output of a template. */
class Output {
    problems = [];
    pieces = [];
    segments = [];
    length = 0;
    /** Adds a piece; false where the output is too long. */
    add(text, source, copied) {
        this.pieces.push(text);
        this.segments.push({ output: this.length, source, copied });
        this.length += text.length;
        return this.length <= outputLimit;
    }
    finish() {
        const { segments, problems } = this;
        const find = (offset) => segmentAt(segments, offset);
        return {
            text: this.pieces.join(''),
            problems,
            sourceOffset(offset) {
                const segment = find(offset);
                return segment.source + (segment.copied ? offset - segment.output : 0);
            },
            isGenerated: (offset) => !find(offset).copied,
        };
    }
}
/** The last segment that begins at or before `offset`; empty ones lie under their successor. */
function segmentAt(segments, offset) {
    let low = 0;
    let high = segments.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((segments[middle]?.output ?? 0) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return segments[low - 1] ?? { output: 0, source: 0, copied: true };
}

;// CONCATENATED MODULE: ./src/config/template/scope.ts
/** The variables of a template at work: a stack, later names hide earlier ones. */
class Scope {
    variables = [];
    constructor(dot) {
        this.push('$', dot);
    }
    push(name, value) {
        this.variables.push({ name, value });
    }
    /** Sets a declared variable; false where there is none. */
    assign(name, value) {
        const variable = this.find(name);
        if (variable !== undefined)
            variable.value = value;
        return variable !== undefined;
    }
    read(name) {
        return this.find(name)?.value;
    }
    /** Sets the variable that was declared `back` places from the top, 1 being the last. */
    setFromTop(back, value) {
        const variable = this.variables.at(-back);
        if (variable !== undefined)
            variable.value = value;
    }
    mark() {
        return this.variables.length;
    }
    /** Forgets what was declared since the mark. */
    release(mark) {
        this.variables.length = mark;
    }
    find(name) {
        return this.variables.findLast((variable) => variable.name === name);
    }
}

;// CONCATENATED MODULE: ./src/config/template/evaluator.ts







/** Templates that call templates; Go allows 100 000, the stack of JavaScript does not. */
const callLimit = 200;
/**
 * Executes a template without data, as ecspresso does. The functions come on top of the built-in ones.
 *
 * @throws TemplateError where the execution fails, with the error of a failed function as its cause.
 */
async function renderTemplate(template, functions) {
    const evaluator = new Evaluator(template, functions);
    try {
        await evaluator.run(template.root, { dot: null, scope: new Scope(null) });
    }
    catch (error) {
        // A placeholder may be what is wrong: what was reported before counts.
        if (!(error instanceof TemplateError) || evaluator.output.problems.length === 0)
            throw error;
    }
    return evaluator.output.finish();
}
class Evaluator {
    output = new Output();
    template;
    expressions;
    budget = new Budget();
    calls = 0;
    constructor(template, functions) {
        this.template = template;
        this.expressions = new Expressions(functions, this.output.problems, this.budget);
    }
    async run(statements, around) {
        for (const statement of statements) {
            const ending = await this.runOne(statement, around);
            if (ending !== 'done')
                return ending;
        }
        return 'done';
    }
    async runOne(statement, around) {
        this.budget.spend(statement.offset);
        switch (statement.kind) {
            case 'text':
                this.write(statement.text, statement.offset, true);
                return 'done';
            case 'action': {
                const value = await this.expressions.pipeline(statement.pipeline, around);
                if (statement.pipeline.declarations.length === 0)
                    this.write(print_printOne(value), statement.offset, false);
                return 'done';
            }
            case 'break':
            case 'continue':
                return statement.kind;
            case 'template':
                await this.callTemplate(statement, around);
                return 'done';
            default:
                return this.control(statement, around);
        }
    }
    write(text, offset, copied) {
        if (this.output.add(text, offset, copied))
            return;
        throw failure(`the rendered text is longer than ${outputLimit} characters`, offset);
    }
    async callTemplate(statement, around) {
        const body = this.template.definitions.get(statement.name);
        if (body === undefined)
            throw failure(`template "${statement.name}" not defined`, statement.offset);
        if (this.calls >= callLimit)
            throw failure('templates call each other too deeply', statement.offset);
        const dot = statement.pipeline === undefined ? null : await this.expressions.pipeline(statement.pipeline, around);
        this.calls++;
        await this.run(body, { dot, scope: new Scope(dot) });
        this.calls--;
    }
    async control(control, around) {
        const mark = around.scope.mark();
        const value = await this.expressions.pipeline(control.pipeline, around);
        const ending = control.kind === 'range' ? this.range(control, value, around) : this.branch(control, value, around);
        const result = await ending;
        around.scope.release(mark);
        return result;
    }
    branch(control, value, around) {
        if (!(0,template_values/* isTrue */.Hn)(value))
            return this.run(control.otherwise, around);
        return this.run(control.body, control.kind === 'with' ? { ...around, dot: value } : around);
    }
    async range(control, value, around) {
        const mark = around.scope.mark();
        let turns = 0;
        for (const [index, element] of elementsOf(control, value)) {
            this.budget.spend(control.offset);
            turns++;
            bindElement(control, [index, element], around.scope);
            const ending = await this.run(control.body, { ...around, dot: element });
            around.scope.release(mark);
            if (ending === 'break')
                break;
        }
        return turns === 0 ? this.run(control.otherwise, around) : 'done';
    }
}
function elementsOf(control, value) {
    if (value === null)
        return [];
    if ((0,template_values/* isListValue */.kq)(value))
        return value.map((element, index) => [BigInt(index), element]);
    if ((0,template_values/* isMapValue */.Qy)(value))
        return (0,template_values/* sortedKeys */.Mf)(value).map((key) => [key, value[key] ?? null]);
    if (typeof value !== 'bigint')
        throw failure(`range can't iterate over ${print_printOne(value)}`, control.offset);
    if (control.pipeline.declarations.length > 1) {
        throw failure(`can't use ${value} to iterate over more than one variable`, control.offset);
    }
    return countTo(value);
}
function* countTo(end) {
    for (let index = 0n; index < end; index++)
        yield [null, index];
}
/** With one variable it takes the element, with two the first takes the index. */
function bindElement({ pipeline }, [index, element], scope) {
    const [first, second] = pipeline.declarations;
    if (first === undefined)
        return;
    if (!pipeline.assigns) {
        scope.setFromTop(1, element);
        if (second !== undefined)
            scope.setFromTop(2, index);
        return;
    }
    scope.assign(first, second === undefined ? element : index);
    if (second !== undefined)
        scope.assign(second, element);
}

;// CONCATENATED MODULE: ./src/config/template/literals.ts

const simpleEscapes = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const escapedCode = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([abfnrtv\\'"]))/y;
/** The text of a `"quoted"` or `` `raw` `` constant; undefined where an escape is wrong. */
function unquote(literal) {
    // Go drops carriage returns from raw strings.
    if (literal.startsWith('`'))
        return literal.slice(1, -1).replaceAll('\r', '');
    const parts = [];
    for (let offset = 1; offset < literal.length - 1;) {
        const character = readCharacter(literal, offset, '"');
        if (character === undefined)
            return undefined;
        parts.push(character.bytes);
        offset += character.length;
    }
    return Buffer.concat(parts).toString('utf8');
}
/** The code of a `'c'` constant; undefined where it is not one character. */
function unquoteCharacter(literal) {
    const character = readCharacter(literal, 1, "'");
    return character !== undefined && 1 + character.length === literal.length - 1 ? BigInt(character.code) : undefined;
}
function readCharacter(literal, offset, quote) {
    if (literal.charAt(offset) !== '\\') {
        const code = literal.codePointAt(offset);
        if (code === undefined || offset >= literal.length - 1)
            return undefined;
        const text = String.fromCodePoint(code);
        return { bytes: Buffer.from(text), code, length: text.length };
    }
    escapedCode.lastIndex = offset;
    const match = escapedCode.exec(literal);
    return match === null ? undefined : readEscape(match, quote);
}
function readEscape([whole, hex, octal, short, long, letter], quote) {
    const { length } = whole;
    const byte = letter === undefined
        ? byteOf(hex, octal)
        : (simpleEscapes[letter] ?? (letter === quote ? letter.charCodeAt(0) : 256));
    if (byte !== undefined)
        return byte > 255 ? undefined : { bytes: Uint8Array.of(byte), code: byte, length };
    const code = Number.parseInt(short ?? long ?? '', 16);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? { bytes: Buffer.from(String.fromCodePoint(code)), code, length } : undefined;
}
function byteOf(hex, octal) {
    if (hex !== undefined)
        return Number.parseInt(hex, 16);
    return octal === undefined ? undefined : Number.parseInt(octal, 8);
}
const integer = /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/;
const decimal = /^[+-]?(?:[0-9](?:_?[0-9])*(?:\.(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;
const literals_hexadecimal = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?[pP]([+-]?[0-9]+)$/;
/** No number needs more characters, and reading long ones takes time. */
const longestNumber = 1000;
const largestInt = 2n ** 63n - 1n;
const largestUnsigned = 2n ** 64n - 1n;
/** Reads a number as Go's templates do: integers in base 2, 8, 10 and 16, floats, imaginary and complex ones. */
function readNumber(text) {
    if (text.length > longestNumber)
        return { message: 'illegal number syntax: too many digits', late: false };
    if (text.endsWith('i'))
        return readComplex(text);
    const whole = readInteger(text);
    if (whole !== undefined && whole <= largestInt && whole >= -largestInt - 1n) {
        // Go takes the E of a signed hexadecimal number for an exponent when it chooses the type.
        return { value: /^[+-]0[xX].*[eE]/.test(text) ? Number(whole) : whole };
    }
    if (whole !== undefined && whole > 0n && whole <= largestUnsigned && !text.startsWith('+')) {
        return { message: `${text} overflows int`, late: true };
    }
    const float = readFloat(text);
    if (float === undefined)
        return { message: `illegal number syntax: ${JSON.stringify(text)}`, late: false };
    if (!/[.eEpP]/.test(text))
        return { message: `integer overflow: ${JSON.stringify(text)}`, late: false };
    return { value: float };
}
function readInteger(text) {
    const match = integer.exec(text);
    if (match === null)
        return undefined;
    const digits = (match[2] ?? '').replaceAll('_', '');
    // A leading zero means octal, which BigInt writes `0o`.
    const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
    return match[1] === '-' ? -value : value;
}
function readFloat(text) {
    const hex = literals_hexadecimal.exec(text);
    const value = hex === null ? (decimal.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN) : readHexadecimal(hex);
    return Number.isFinite(value) ? value : undefined;
}
function readHexadecimal([, sign, whole = '', fraction = '', exponent]) {
    const digits = whole + fraction;
    if (digits === '')
        return Number.NaN;
    const value = Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
    return sign === '-' ? -value : value;
}
function readComplex(text) {
    const split = /^(.*[^eEpP+-])([+-].*)$/.exec(text.slice(0, -1));
    const real = split === null ? 0 : readFloat(split[1] ?? '');
    const imaginary = readFloat(split === null ? text.slice(0, -1) : (split[2] ?? ''));
    if (real === undefined || imaginary === undefined) {
        return { message: `illegal number syntax: ${JSON.stringify(text)}`, late: false };
    }
    return { value: new template_values/* Complex */.pr(real, imaginary) };
}

;// CONCATENATED MODULE: ./src/config/template/lexer.ts
const keywords = new Set([
    'block',
    'break',
    'continue',
    'define',
    'else',
    'end',
    'if',
    'nil',
    'range',
    'template',
    'with',
]);
const leadingSpace = /^[ \t\r\n]+/;
const alphanumeric = /^[\p{L}\p{Nd}_]$/u;
const number = /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
/**
 * Splits a template into tokens as Go's text/template does, with the default delimiters.
 * The last token is `end`, or `error` where the text stops being a template.
 */
function tokenize(input) {
    const lexer = new Lexer(input);
    while (!lexer.done)
        lexer.step();
    return lexer.tokens;
}
class Lexer {
    tokens = [];
    done = false;
    input;
    position = 0;
    depth = 0;
    inside = false;
    /** Where the action that is being read begins. */
    action = 0;
    constructor(input) {
        this.input = input;
    }
    step() {
        if (this.inside)
            this.readInside();
        else
            this.readText();
    }
    push(token) {
        this.tokens.push(token);
        if (token.kind === 'error' || token.kind === 'end')
            this.done = true;
        else
            this.position = token.offset + token.text.length;
    }
    token(kind, end) {
        return { kind, text: this.input.slice(this.position, end), offset: this.position };
    }
    failure(message, offset = this.position) {
        return { kind: 'error', text: message, offset };
    }
    readText() {
        const delimiter = this.input.indexOf('{{', this.position);
        const end = delimiter < 0 ? this.input.length : delimiter;
        const trims = delimiter >= 0 && /^-[ \t\r\n]/.test(this.input.slice(delimiter + 2, delimiter + 4));
        const text = this.input.slice(this.position, end);
        const kept = trims ? trimEnd(text) : text;
        if (kept !== '')
            this.push(this.token('text', this.position + kept.length));
        this.position = end;
        if (delimiter < 0) {
            this.push(this.token('end', end));
            return;
        }
        const after = end + (trims ? 4 : 2);
        if (this.input.startsWith('/*', after))
            this.skipComment(after);
        else
            this.enter(after);
    }
    enter(after) {
        this.action = this.position;
        this.push({ kind: 'left', text: '{{', offset: this.position });
        this.position = after;
        this.depth = 0;
        this.inside = true;
    }
    skipComment(start) {
        const close = this.input.indexOf('*/', start + 2);
        const delimiter = close < 0 ? undefined : this.rightDelimiter(close + 2);
        if (delimiter === undefined) {
            this.push(this.failure(close < 0 ? 'unclosed comment' : 'comment ends before closing delimiter'));
            return;
        }
        this.position = delimiter.end;
        if (delimiter.trims)
            this.skipSpace();
    }
    skipSpace() {
        this.position += leadingSpace.exec(this.input.slice(this.position))?.[0].length ?? 0;
    }
    /** Where the closing delimiter at `offset` ends, and whether it eats the space behind it. */
    rightDelimiter(offset) {
        if (this.input.startsWith('}}', offset))
            return { end: offset + 2, trims: false };
        if (/^[ \t\r\n]-\}\}$/.test(this.input.slice(offset, offset + 4)))
            return { end: offset + 4, trims: true };
        return undefined;
    }
    readInside() {
        const delimiter = this.rightDelimiter(this.position);
        if (delimiter === undefined)
            this.push(this.readToken(this.codePoint(this.position)));
        else if (this.depth > 0)
            this.push(this.failure('unclosed left paren'));
        else {
            this.push(this.token('right', delimiter.end));
            if (delimiter.trims)
                this.skipSpace();
            this.inside = false;
        }
    }
    readToken(first) {
        switch (first) {
            case '':
                return this.failure('unclosed action', this.action);
            case '=':
                return this.token('assign', this.position + 1);
            case ':':
                if (this.input.charAt(this.position + 1) !== '=')
                    return this.failure('expected :=');
                return this.token('declare', this.position + 2);
            case '|':
                return this.token('pipe', this.position + 1);
            case '(':
                this.depth++;
                return this.token('open', this.position + 1);
            case ')':
                this.depth--;
                return this.depth < 0 ? this.failure('unexpected right paren') : this.token('close', this.position + 1);
            case '"':
                return this.readQuoted('string', 'unterminated quoted string');
            case "'":
                return this.readQuoted('character', 'unterminated character constant');
            case '`':
                return this.readRaw();
            case '$':
                return this.readName('variable', 1);
            default:
                return this.readWord(first);
        }
    }
    readWord(first) {
        if (leadingSpace.test(first))
            return this.readSpace();
        const numeric = /^[0-9]$/.test(first === '.' ? this.input.charAt(this.position + 1) : first);
        if (first === '.' && !numeric)
            return this.readName('field', 1);
        if (numeric || first === '+' || first === '-')
            return this.readNumber();
        if (alphanumeric.test(first))
            return this.readName('identifier', 0);
        if (/^[!-~]$/.test(first))
            return this.token('char', this.position + 1);
        const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return this.failure(`unrecognized character in action: U+${code}`);
    }
    readSpace() {
        let end = this.position;
        while (/[ \t\r\n]/.test(this.input.charAt(end)))
            end++;
        // The last space may belong to a closing ` -}}`.
        return this.token('space', this.input.startsWith('-}}', end) ? end - 1 : end);
    }
    readQuoted(kind, message) {
        const mark = this.input.charAt(this.position);
        let end = this.position + 1;
        while (this.input.charAt(end) !== mark) {
            if (this.input.charAt(end) === '\\')
                end++;
            const at = this.input.charAt(end);
            if (at === '' || at === '\n')
                return this.failure(message);
            end++;
        }
        return this.token(kind, end + 1);
    }
    readRaw() {
        const end = this.input.indexOf('`', this.position + 1);
        return end < 0 ? this.failure('unterminated raw quoted string') : this.token('raw', end + 1);
    }
    readNumber() {
        let end = this.numberEnd(this.position);
        const isComplex = this.endsName(end) && /[+-]/.test(this.input.charAt(end));
        if (isComplex)
            end = this.numberEnd(end);
        const isGood = this.endsName(end) && (!isComplex || this.input.charAt(end - 1) === 'i');
        if (isGood)
            return this.token('number', end);
        const shown = this.input.slice(this.position, this.endsName(end) ? end : end + 1);
        return this.failure(`bad number syntax: ${JSON.stringify(shown)}`);
    }
    numberEnd(start) {
        number.lastIndex = start;
        return start + (number.exec(this.input)?.[0].length ?? 0);
    }
    /** Whether what stands at `offset` can not go on a name or number. */
    endsName(offset) {
        return !alphanumeric.test(this.codePoint(offset));
    }
    readName(kind, prefix) {
        let end = this.position + prefix;
        for (let next = this.codePoint(end); alphanumeric.test(next); next = this.codePoint(end))
            end += next.length;
        if (!this.endsOperand(end))
            return this.failure(`bad character ${JSON.stringify(this.codePoint(end))}`, end);
        if (kind === 'field' && end === this.position + 1)
            return this.token('dot', end);
        return this.token(kind === 'identifier' ? wordKind(this.input.slice(this.position, end)) : kind, end);
    }
    endsOperand(offset) {
        const next = this.codePoint(offset);
        return next === '' || /^[ \t\r\n.,|:()]$/.test(next) || this.input.startsWith('}}', offset);
    }
    codePoint(offset) {
        const code = this.input.codePointAt(offset);
        return code === undefined ? '' : String.fromCodePoint(code);
    }
}
/** Cuts the space at the end; a pattern would look at every space of the text again and again. */
function trimEnd(text) {
    let end = text.length;
    while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1)))
        end--;
    return text.slice(0, end);
}
function wordKind(word) {
    if (keywords.has(word))
        return 'keyword';
    return word === 'true' || word === 'false' ? 'bool' : 'identifier';
}

;// CONCATENATED MODULE: ./src/config/template/token-stream.ts


/** The tokens of a template with a place in them; any look ahead is free. */
class TokenStream {
    tokens;
    index = 0;
    constructor(source) {
        this.tokens = tokenize(source);
    }
    /** The token `ahead` places further; the last one is repeated for ever. */
    peek(ahead = 0) {
        const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
        return token ?? { kind: 'end', text: '', offset: 0 };
    }
    next() {
        const token = this.peek();
        this.index++;
        return token;
    }
    skipSpace() {
        while (this.peek().kind === 'space')
            this.index++;
    }
    peekSolid() {
        this.skipSpace();
        return this.peek();
    }
    nextSolid() {
        this.skipSpace();
        return this.next();
    }
    /** Whether the next solid token is the keyword; it is not taken. */
    atKeyword(...words) {
        const token = this.peekSolid();
        return token.kind === 'keyword' && words.includes(token.text);
    }
    /** Takes the closing delimiter. */
    expectRight(context) {
        const token = this.nextSolid();
        if (token.kind !== 'right')
            throw unexpected(token, context);
    }
}
/** The error for a token that cannot stand here; what the lexer found wrong goes before. */
function unexpected(token, context) {
    if (token.kind === 'error')
        return parseFailure(token.text, token.offset);
    return parseFailure(`unexpected ${describeToken(token)} in ${context}`, token.offset);
}
/** An error of the template's grammar. */
function parseFailure(message, offset, hint) {
    return new TemplateError('parse', message, { offset, hint });
}
function describeToken(token) {
    if (token.kind === 'end')
        return 'the end of the file';
    if (token.kind === 'keyword')
        return `{{${token.text}}}`;
    const text = token.text.length > 20 ? `${token.text.slice(0, 20)}…` : token.text;
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./src/config/template/pipeline-parser.ts


/** How deep parentheses and control structures may nest; Go allows 10 000, no file needs 200. */
const nestingLimit = 200;
/** Reads what stands inside `{{ }}`: pipelines, commands and operands. */
class PipelineParser {
    tokens;
    functions;
    /** Names of the variables in reach. */
    variables = ['$'];
    depth = 0;
    constructor(tokens, functions) {
        this.tokens = tokens;
        this.functions = functions;
    }
    /** Reads to the closing delimiter or parenthesis, which it takes. */
    parse(context, end) {
        const { offset } = this.tokens.peekSolid();
        const declared = this.readDeclarations(context);
        const commands = [];
        for (let token = this.tokens.peekSolid(); token.kind !== end; token = this.tokens.peekSolid()) {
            if (!beginsOperand(token))
                throw unexpected(token, context);
            commands.push(this.readCommand());
        }
        this.tokens.nextSolid();
        if (commands.length === 0)
            throw parseFailure(`missing value for ${context}`, offset);
        commands.slice(1).forEach(checkStage);
        return { offset, ...declared, commands };
    }
    readDeclarations(context) {
        const declarations = [];
        while (this.tokens.peekSolid().kind === 'variable') {
            const ahead = this.tokens.peek(1).kind === 'space' ? 2 : 1;
            const operator = this.tokens.peek(ahead);
            const takes = operator.kind === 'assign' || operator.kind === 'declare';
            if (!takes && operator.text !== ',')
                break;
            const { text, offset } = this.tokens.next();
            this.tokens.nextSolid();
            declarations.push(text);
            this.variables.push(text);
            if (takes)
                return { declarations, assigns: operator.kind === 'assign' };
            this.checkSecondVariable(context, declarations.length, offset);
        }
        return { declarations, assigns: false };
    }
    checkSecondVariable(context, count, offset) {
        if (context !== 'range' || count > 1)
            throw parseFailure(`too many declarations in ${context}`, offset);
        const next = this.tokens.peekSolid();
        if (next.kind !== 'variable')
            throw parseFailure('range can only initialize variables', next.offset);
    }
    readCommand() {
        const { offset } = this.tokens.peekSolid();
        const operands = [];
        for (;;) {
            const operand = this.readOperand();
            if (operand !== undefined)
                operands.push(operand);
            const token = this.tokens.peek();
            if (token.kind === 'space') {
                this.tokens.skipSpace();
                continue;
            }
            if (token.kind === 'pipe')
                this.tokens.next();
            else if (token.kind !== 'right' && token.kind !== 'close')
                throw unexpected(token, 'operand');
            break;
        }
        const [first, ...rest] = operands;
        if (first === undefined)
            throw parseFailure('empty command', offset);
        return { offset, first, rest };
    }
    readOperand() {
        const term = this.readTerm();
        if (term === undefined)
            return undefined;
        const names = [];
        while (this.tokens.peek().kind === 'field')
            names.push(this.tokens.next().text.slice(1));
        if (names.length === 0)
            return term;
        if (term.kind === 'field' || term.kind === 'variable')
            return { ...term, names: [...term.names, ...names] };
        if (['bool', 'string', 'number', 'nil', 'dot'].includes(term.kind)) {
            throw parseFailure(`unexpected . after ${term.kind}`, term.offset);
        }
        return { kind: 'chain', offset: term.offset, base: term, names };
    }
    readTerm() {
        const token = this.tokens.peekSolid();
        if (!beginsOperand(token))
            return undefined;
        this.tokens.next();
        const { offset, text } = token;
        switch (token.kind) {
            case 'identifier':
                if (!this.functions.has(text))
                    throw parseFailure(`function "${text}" not defined`, offset);
                return { kind: 'identifier', offset, name: text };
            case 'variable':
                if (!this.variables.includes(text))
                    throw parseFailure(`undefined variable "${text}"`, offset);
                return { kind: 'variable', offset, name: text, names: [] };
            case 'field':
                return { kind: 'field', offset, names: [text.slice(1)] };
            case 'dot':
                return { kind: 'dot', offset };
            case 'keyword':
                return { kind: 'nil', offset };
            case 'bool':
                return { kind: 'bool', offset, value: text === 'true' };
            case 'open':
                return { kind: 'pipeline', offset, pipeline: this.readParentheses(offset) };
            default:
                return readConstant(token);
        }
    }
    readParentheses(offset) {
        if (this.depth >= nestingLimit)
            throw parseFailure('parentheses are nested too deeply', offset);
        this.depth++;
        const pipeline = this.parse('parenthesized pipeline', 'close');
        this.depth--;
        return pipeline;
    }
}
/** The text of a string token. */
function readString(token) {
    const value = unquote(token.text);
    if (value === undefined)
        throw parseFailure(`invalid syntax in the string ${token.text}`, token.offset);
    return value;
}
function readConstant(token) {
    const { offset, text } = token;
    if (token.kind === 'number') {
        const constant = readNumber(text);
        if ('message' in constant && !constant.late)
            throw parseFailure(constant.message, offset);
        return { kind: 'number', offset, constant };
    }
    if (token.kind !== 'character')
        return { kind: 'string', offset, value: readString(token) };
    const value = unquoteCharacter(text);
    if (value === undefined)
        throw parseFailure(`malformed character constant: ${text}`, offset);
    return { kind: 'number', offset, constant: { value } };
}
const operandKinds = new Set([
    'bool',
    'character',
    'dot',
    'field',
    'identifier',
    'number',
    'raw',
    'string',
    'variable',
    'open',
]);
function beginsOperand(token) {
    return operandKinds.has(token.kind) || (token.kind === 'keyword' && token.text === 'nil');
}
function checkStage(command, index) {
    if (['bool', 'dot', 'nil', 'number', 'string'].includes(command.first.kind)) {
        throw parseFailure(`non executable command in pipeline stage ${index + 2}`, command.offset);
    }
}

;// CONCATENATED MODULE: ./src/config/template/parser.ts


/**
 * Parses a Go template.
 *
 * @throws TemplateError where the grammar is broken or an unknown function is called.
 */
function parseTemplate(source, functions) {
    if (!source.includes('{{')) {
        const root = source === '' ? [] : [{ kind: 'text', offset: 0, text: source }];
        return { source, root, definitions: new Map() };
    }
    return new Parser(source, functions).parse();
}
class Parser {
    source;
    tokens;
    pipelines;
    definitions = new Map();
    ranges = 0;
    depth = 0;
    constructor(source, functions) {
        this.source = source;
        this.tokens = new TokenStream(source);
        this.pipelines = new PipelineParser(this.tokens, functions);
    }
    parse() {
        const root = [];
        while (this.tokens.peekSolid().kind !== 'end') {
            if (this.takeDefinition())
                continue;
            const statement = this.readStatement();
            if (statement === 'end' || statement === 'else') {
                throw parseFailure(`unexpected {{${statement}}}`, this.tokens.peek(-1).offset);
            }
            root.push(statement);
        }
        return { source: this.source, root, definitions: this.definitions };
    }
    takeDefinition() {
        let ahead = 1;
        while (this.tokens.peek(ahead).kind === 'space')
            ahead++;
        const token = this.tokens.peek(ahead);
        if (this.tokens.peek().kind !== 'left' || token.kind !== 'keyword' || token.text !== 'define')
            return false;
        this.tokens.next();
        this.tokens.nextSolid();
        const name = this.readName('define clause');
        this.tokens.expectRight('define clause');
        this.define(name, token.offset, this.readOwnBody('define clause', token.offset));
        return true;
    }
    define(name, offset, body) {
        const known = this.definitions.get(name);
        if (known !== undefined && !isEmpty(known) && !isEmpty(body)) {
            throw parseFailure(`multiple definition of template "${name}"`, offset);
        }
        if (known === undefined || isEmpty(known))
            this.definitions.set(name, body);
    }
    /** A definition's body sees neither variables nor loops of what is around it. */
    readOwnBody(context, opening) {
        const outside = { variables: this.pipelines.variables, ranges: this.ranges };
        this.pipelines.variables = ['$'];
        this.ranges = 0;
        const body = this.readBody(opening);
        if (body.closed !== 'end')
            throw parseFailure(`unexpected {{else}} in ${context}`, body.offset);
        this.pipelines.variables = outside.variables;
        this.ranges = outside.ranges;
        return body.statements;
    }
    readName(context) {
        const token = this.tokens.nextSolid();
        if (token.kind !== 'string' && token.kind !== 'raw')
            throw unexpected(token, context);
        return readString(token);
    }
    /** `opening`: where the structure begins that wants an end. */
    readBody(opening) {
        const statements = [];
        while (this.tokens.peekSolid().kind !== 'end') {
            const statement = this.readStatement();
            if (statement === 'end' || statement === 'else') {
                return { statements, closed: statement, offset: this.tokens.peek(-1).offset };
            }
            statements.push(statement);
        }
        throw parseFailure('unexpected end of the file: the {{end}} of this is missing', opening);
    }
    readStatement() {
        const token = this.tokens.nextSolid();
        if (token.kind === 'text')
            return { kind: 'text', offset: token.offset, text: token.text };
        if (token.kind !== 'left')
            throw unexpected(token, 'input');
        const word = this.tokens.peekSolid();
        if (word.kind !== 'keyword' || word.text === 'nil')
            return this.readAction(token.offset);
        this.tokens.next();
        return this.readKeyword(word, token.offset);
    }
    readAction(offset) {
        return { kind: 'action', offset, pipeline: this.pipelines.parse('command', 'right') };
    }
    readKeyword(word, offset) {
        switch (word.text) {
            case 'if':
            case 'with':
            case 'range':
                return this.readControl(word.text, offset);
            case 'end':
                this.tokens.expectRight('end');
                return 'end';
            case 'else':
                // What follows `else if` and `else with` belongs to a structure of its own.
                if (!this.tokens.atKeyword('if', 'with'))
                    this.tokens.expectRight('else');
                return 'else';
            case 'break':
            case 'continue':
                this.tokens.expectRight(`{{${word.text}}}`);
                if (this.ranges === 0)
                    throw parseFailure(`{{${word.text}}} outside {{range}}`, offset);
                return { kind: word.text, offset };
            case 'template':
                return { kind: 'template', offset, name: this.readName('template clause'), pipeline: this.readArgument() };
            case 'block':
                return this.readBlock(offset);
            default:
                throw unexpected(word, 'command');
        }
    }
    readArgument() {
        if (this.tokens.peekSolid().kind !== 'right')
            return this.pipelines.parse('template clause', 'right');
        this.tokens.next();
        return undefined;
    }
    readBlock(offset) {
        const name = this.readName('block clause');
        const pipeline = this.pipelines.parse('block clause', 'right');
        this.define(name, offset, this.nested(offset, () => this.readOwnBody('block clause', offset)));
        return { kind: 'template', offset, name, pipeline };
    }
    readControl(kind, offset) {
        const visible = this.pipelines.variables.length;
        const pipeline = this.pipelines.parse(kind, 'right');
        if (kind === 'range')
            this.ranges++;
        const body = this.nested(offset, () => this.readBody(offset));
        if (kind === 'range')
            this.ranges--;
        const otherwise = body.closed === 'else' ? this.nested(offset, () => this.readElse(kind, offset)) : [];
        this.pipelines.variables.length = visible;
        return { kind, offset, pipeline, body: body.statements, otherwise };
    }
    readElse(kind, opening) {
        const word = this.tokens.peekSolid();
        if (kind !== 'range' && word.kind === 'keyword' && word.text === kind) {
            this.tokens.next();
            return [this.readControl(kind, word.offset)];
        }
        const body = this.readBody(opening);
        if (body.closed !== 'end')
            throw parseFailure('expected end; found {{else}}', body.offset);
        return body.statements;
    }
    nested(offset, read) {
        if (this.depth >= nestingLimit)
            throw parseFailure('control structures are nested too deeply', offset);
        this.depth++;
        const result = read();
        this.depth--;
        return result;
    }
}
function isEmpty(body) {
    return body.every((statement) => statement.kind === 'text' && statement.text.trim() === '');
}

;// CONCATENATED MODULE: ./src/config/rendered-text.ts







/**
 * Executes the template of a file.
 *
 * @param failure what an error says first: `failed to load config file ecs/ecspresso.yml`
 * @throws UserError `…: config parse by template failed: …` or `…: template attach failed: …`
 */
async function renderSource(source, functions, failure) {
    try {
        const names = { has: (name) => functions.has(name) || builtins.has(name) };
        const template = parseTemplate(source.text, names);
        fetchAhead(template, functions);
        return attach(source, await renderTemplate(template, functions));
    }
    catch (error) {
        if (!(error instanceof TemplateError))
            throw error;
        const { hint, step } = describePhase(error, functions);
        throw new errors/* UserError */.yo(`${failure}: ${step}: ${error.message}`, {
            hint,
            location: source.locate(error.offset),
            cause: error.cause,
        });
    }
}
function attach(source, rendering) {
    const missing = rendering.problems.map(({ message, hint, offset, cause }) => {
        return { step: attaching, message, hint: hint ?? '', location: source.locate(offset), cause };
    });
    return {
        file: source.file,
        text: rendering.text,
        locate: (offset) => source.locate(rendering.sourceOffset(offset)),
        isGenerated: (offset) => rendering.isGenerated(offset),
        missing,
    };
}
const parsing = 'config parse by template failed';
const attaching = 'template attach failed';
/** Functions that are there only when the config names their plugin (specification 2.5). */
const pluginOfFunction = {
    tfstate: 'tfstate',
    tfstatef: 'tfstate',
    cfn_output: 'cloudformation',
    cfn_export: 'cloudformation',
};
function describePhase(error, functions) {
    if (error.phase === 'execution') {
        return { step: attaching, hint: error.hint ?? 'check what the template calls on this line' };
    }
    const unknown = /^function "(.*)" not defined$/.exec(error.message)?.[1];
    const nearest = unknown === undefined ? '' : (0,nearest_name/* suggest */.Z)(unknown, [...functions.keys(), ...builtins.keys()]);
    const plugin = unknown === undefined ? undefined : pluginOfFunction[unknown];
    if (plugin !== undefined)
        return { step: parsing, hint: `name its plugin in the config: plugins: [{name: ${plugin}}]` };
    const hint = nearest.replace(/^; /, '') || 'check the syntax between {{ and }}';
    return { step: parsing, hint: error.hint ?? hint };
}

;// CONCATENATED MODULE: ./src/config/rendered-file.ts

/**
 * Evaluates a file where it is Jsonnet, and executes its template (specification 3.1).
 *
 * @throws UserError with the place in the file
 */
async function renderFile(source, functions, { isJsonnet, ...options }) {
    if (!isJsonnet)
        return renderSource(source, functions.template, options.failure);
    // Most projects have no Jsonnet: its engine is loaded with the first file.
    const { evaluateJsonnet } = await __webpack_require__.e(/* import() */ 879).then(__webpack_require__.bind(__webpack_require__, 8879));
    const evaluated = await evaluateJsonnet(source, { ...options, natives: functions.jsonnet });
    const rendered = await renderSource(evaluated.source, functions.template, options.failure);
    return { ...rendered, missing: [...evaluated.missing, ...rendered.missing] };
}

;// CONCATENATED MODULE: ./src/config/config-preview.ts





/**
 * Renders as much of a config as can be without its plugins.
 *
 * @throws UserError where even that fails
 */
function previewConfig(file, reading) {
    return file.isJsonnet ? previewJsonnet(file, reading) : previewTemplate(file, reading);
}
/** Renders a config with stand-ins for whatever its plugins may bring. */
async function previewTemplate(file, { builtIn, context }) {
    let first;
    for (const value of standInValues) {
        const { functions, areUsed } = makeStandIns(file.source.text, builtIn.template, value);
        try {
            return {
                rendered: await renderConfig(file, { ...builtIn, template: functions }, { context }),
                isWhole: !areUsed(),
            };
        }
        catch (error) {
            first ??= error;
            if (!areUsed())
                break;
        }
    }
    throw first;
}
/** Of Jsonnet, which is lazy, only what plugins need is evaluated; the region may be looked up by one of them. */
async function previewJsonnet(file, { builtIn, context }) {
    const { functions } = makeStandIns(file.source.text, builtIn.template, standIn);
    const quiet = { ...context, warn: () => { } };
    let lacking;
    for (const only of [['plugins', 'region'], ['plugins']]) {
        try {
            const rendered = await renderConfig(file, { ...builtIn, template: functions }, { context: quiet, only });
            if (rendered.missing.length === 0)
                return { rendered, isWhole: false };
            lacking = rendered;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo) || (0,patience/* isFatal */.BG)(error.message))
                throw error;
        }
    }
    try {
        return { rendered: await renderConfig(file, builtIn, { context }), isWhole: true };
    }
    catch (error) {
        refuseMissing(lacking === undefined ? [] : [lacking]);
        throw error;
    }
}
/** Renders a config; of Jsonnet perhaps only some fields. */
function renderConfig({ source, isJsonnet, failure }, functions, options) {
    return renderFile(source, functions, { ...options, failure, isJsonnet });
}

;// CONCATENATED MODULE: ./src/config/version-constraint.ts
const versionShape = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.~-]+)|([A-Za-z][0-9A-Za-z.~-]*))?(?:\+[0-9A-Za-z.~-]+)?$/;
/**
 * Whether a version satisfies comma-separated constraints (specification 2.4). `invalid`: the constraints
 * cannot be read; `unknown`: the version itself is not one (a development build).
 */
function checkVersion(version, constraints) {
    const parsed = constraints.split(',').map((constraint) => parseConstraint(constraint.trim()));
    const own = parseVersion(version);
    if (!parsed.every((constraint) => constraint !== undefined))
        return 'invalid';
    if (own === undefined)
        return 'unknown';
    return parsed.every((constraint) => satisfies(own, constraint)) ? 'satisfied' : 'violated';
}
function parseConstraint(text) {
    const match = /^(=|!=|>=|<=|~>|>|<|)\s*(\S+)$/.exec(text);
    const version = parseVersion(match?.[2] ?? '');
    return match === null || version === undefined ? undefined : { operator: match[1] || '=', version };
}
function parseVersion(text) {
    const match = versionShape.exec(text);
    if (match === null)
        return undefined;
    const segments = (match[1] ?? '').split('.').map(Number);
    const padded = [...segments, ...Array(Math.max(3 - segments.length, 0)).fill(0)];
    return { segments: padded, written: segments.length, preRelease: match[2] ?? match[3] ?? '' };
}
function satisfies(own, { operator, version }) {
    const order = version_constraint_compare(own, version);
    if (operator === '=')
        return order === 0;
    if (operator === '!=')
        return order !== 0;
    if (!canCompare(own, version))
        return false;
    switch (operator) {
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        default:
            return isPessimistic(own, version);
    }
}
/** A pre-release answers only to a constraint that names one of the same segments. */
function canCompare(own, version) {
    if (own.preRelease === '')
        return true;
    return version.preRelease !== '' && compareSegments(own.segments, version.segments) === 0;
}
function isPessimistic(own, version) {
    if (version.preRelease !== '' && own.preRelease === '')
        return false;
    if (version_constraint_compare(own, version) < 0 || version.written > own.segments.length)
        return false;
    // `~> 1.2` keeps the 1, `~> 1.2.3` the 1.2;.
    const fixed = Math.max(version.written - 1, 0);
    return version.segments.slice(0, fixed).every((segment, index) => own.segments[index] === segment);
}
function version_constraint_compare(one, other) {
    const order = compareSegments(one.segments, other.segments);
    if (order !== 0 || one.preRelease === other.preRelease)
        return order;
    if (one.preRelease === '')
        return 1;
    return other.preRelease === '' ? -1 : comparePreReleases(one.preRelease, other.preRelease);
}
function compareSegments(one, other) {
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index++) {
        const difference = (one[index] ?? 0) - (other[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function comparePreReleases(one, other) {
    const left = one.split('.');
    const right = other.split('.');
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const order = compareParts(left[index], right[index]);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** Numbers come before texts, and fewer parts before more. */
function compareParts(one, other) {
    if (one === other)
        return 0;
    if (one === undefined || other === undefined)
        return one === undefined ? -1 : 1;
    const isNumeric = [one, other].map((part) => /^\d+$/.test(part));
    if (isNumeric[0] && isNumeric[1])
        return Number(one) - Number(other);
    if (isNumeric[0] !== isNumeric[1])
        return isNumeric[0] ? -1 : 1;
    return one < other ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/config/config-reader.ts







/**
 * Makes a Config of a document: defaults, paths, duration, version check.
 *
 * @param path absolute path of the config file
 * @throws UserError
 */
function readConfig(document, path, context) {
    checkRequiredVersion(document);
    refuseExpress(document);
    const directory = (0,external_node_path_.dirname)(path);
    const service = document.text('service');
    const serviceDefinition = resolvePath(directory, document.text('service_definition'));
    const taskDefinition = resolvePath(directory, document.text('task_definition'));
    if (document.text('filter_command') !== undefined) {
        context.warn('filter_command is deprecated and has no effect here', document.place('filter_command'));
    }
    const config = {
        file: (0,workspace/* displayPath */.Gt)(context.root, path),
        region: document.text('region') ?? context.environment['AWS_REGION'] ?? '',
        cluster: document.text('cluster') ?? 'default',
        ...(service === undefined ? {} : { service }),
        ...(serviceDefinition === undefined ? {} : { serviceDefinition }),
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        timeout: context.timeout ?? readTimeout(document, context),
        ignoreTags: readIgnoredTags(document),
        locate: (key) => document.place(key),
    };
    return { ...config, document: effectiveDocument(document, config, context.root) };
}
function checkRequiredVersion(document) {
    const constraints = document.text('required_version');
    if (constraints === undefined)
        return;
    const place = document.place('required_version');
    const answer = checkVersion(compatibleVersion, constraints);
    if (answer === 'invalid') {
        throw document.refusal(`required_version has invalid format: ${constraints}`, 'write for example >= 2.0.0, < 3', place);
    }
    if (answer === 'violated') {
        throw document.refusal(`version ${compatibleVersion} does not satisfy constraints required_version: ${constraints}`, `this action behaves as ecspresso ${compatibleVersion}; change the constraint`, place);
    }
}
function refuseExpress(document) {
    if (document.text('express_definition') === undefined)
        return;
    throw document.refusal('express_definition is not supported', 'use service_definition and task_definition', document.place('express_definition'));
}
function resolvePath(directory, path) {
    if (path === undefined || (0,external_node_path_.isAbsolute)(path))
        return path;
    return (0,external_node_path_.join)(directory, path);
}
function readTimeout(document, context) {
    const tree = document.tree('timeout');
    const value = tree?.kind === 'scalar' ? tree.value : null;
    const place = document.place('timeout');
    if (typeof value === 'number') {
        context.warn(`timeout: ${value} means ${value} nanoseconds; write a unit, such as ${value}s`, place);
        return value / 1e6;
    }
    if (typeof value !== 'string')
        return durations/* defaultTimeout */.fr;
    const duration = (0,durations/* parseDuration */.E9)(value);
    if (duration !== undefined && duration >= 0)
        return duration;
    throw document.refusal(`invalid duration format: ${value}`, 'write a number with a unit: 300s, 10m, 1h30m', place);
}
function readIgnoredTags(document) {
    const ignore = document.tree('ignore');
    const tags = ignore === undefined ? undefined : findKey(ignore, 'tags');
    if (tags === undefined || (tags.kind === 'scalar' && tags.value === null))
        return [];
    const keys = tags.kind === 'list' ? tags.items : [tags];
    return keys.map((item) => {
        if (tags.kind === 'list' && item.kind === 'scalar' && typeof item.value === 'string')
            return item.value;
        throw document.refusal('ignore.tags must be a list of tag keys', 'write - and the key of a tag', document.locate(item.offset));
    });
}
function findKey(tree, key) {
    if (tree.kind !== 'object')
        return undefined;
    return tree.members.findLast((member) => member.key.toLowerCase() === key)?.value;
}
/** The config as `render config` prints it: defaults filled in, paths joined. */
function effectiveDocument(document, config, root) {
    const filled = {
        region: config.region,
        cluster: config.cluster,
        service_definition: shownPath(root, config.serviceDefinition),
        task_definition: shownPath(root, config.taskDefinition),
        timeout: (0,durations/* formatDuration */.a3)(config.timeout),
    };
    const entries = Array.from(configKeys.keys(), (key) => {
        const tree = document.tree(key);
        return [key, filled[key] ?? (tree === undefined ? null : (0,config_tree/* toJson */.aB)(tree))];
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== ''));
}
function shownPath(root, path) {
    return path === undefined ? undefined : (0,workspace/* displayPath */.Gt)(root, path);
}

// EXTERNAL MODULE: ./src/config/json-text.ts
var json_text = __webpack_require__(6948);
;// CONCATENATED MODULE: ./src/config/plugins/entries.ts


/**
 * The plugins that a config names, in its order.
 *
 * @throws UserError where an entry has no name, or a key has the wrong type.
 */
function readPluginEntries(document, warn) {
    const plugins = document.tree('plugins');
    if (plugins?.kind !== 'list')
        return [];
    return plugins.items.map((item) => {
        const location = document.locate(item.offset);
        const text = (key) => {
            const value = memberNamed(item, key)?.value;
            if (isNothing(value))
                return '';
            if (value?.kind === 'scalar' && typeof value.value === 'string')
                return value.value;
            throw document.refusal(`${key} of a plugin must be a text`, `write ${key}: and a text`, location);
        };
        const name = text('name').toLowerCase();
        if (name === '') {
            throw document.refusal('an entry of plugins has no name', 'write - name: and the name of the plugin', location);
        }
        const config = memberNamed(item, 'config')?.value;
        if (!isNothing(config) && config?.kind !== 'object') {
            const found = config === undefined ? 'nothing' : (0,config_tree/* describeTree */.cn)(config);
            throw document.refusal(`config of a plugin must be a mapping, not ${found}`, 'write keys and values', location);
        }
        const options = readOptions(name, config, {
            locate: (offset) => document.locate(offset),
            offset: item.offset,
            warn,
        });
        return { name, prefix: text('func_prefix'), options, location };
    });
}
function readOptions(plugin, config, { locate, offset, warn }) {
    const members = config?.kind === 'object' ? config.members : [];
    return {
        value(key) {
            const member = members.findLast((one) => one.key === key);
            return member === undefined ? undefined : ((0,config_tree/* toJson */.aB)(member.value) ?? undefined);
        },
        place: (key) => locate(members.findLast((one) => one.key === key)?.offset ?? config?.offset ?? offset),
        expect(keys) {
            for (const { key, offset: place } of members) {
                if (keys.includes(key))
                    continue;
                warn(`the plugin ${plugin} has no option "${key}"${(0,nearest_name/* suggest */.Z)(key, keys)}`, locate(place));
            }
        },
    };
}
function memberNamed(tree, key) {
    return tree.kind === 'object' ? tree.members.findLast((member) => member.key.toLowerCase() === key) : undefined;
}
function isNothing(tree) {
    return tree === undefined || (tree.kind === 'scalar' && tree.value === null);
}

;// CONCATENATED MODULE: ./src/config/plugins/plugin.ts


/** What is wrong with the value of an option, so that its place is told and not that of the entry. */
class OptionFailure extends template_values/* FunctionFailure */.zf {
    option;
    constructor(option, { message, hint, cause }) {
        super(message, { ...(hint !== undefined && { hint }), cause });
        this.name = 'OptionFailure';
        this.option = option;
    }
}
/** What to do about a call that failed: about a region or credentials that are missing, else what the plugin knows. */
function hintAbout(cause, otherwise) {
    const refused = (0,errors/* findCause */.lO)(cause, (one) => one instanceof errors/* UserError */.yo);
    if (refused !== undefined)
        return refused.hint;
    const call = (0,errors/* findCause */.lO)(cause, (one) => one instanceof errors/* AwsError */.Gy);
    if (!/^(CredentialsProvider|Expired|UnrecognizedClient|InvalidAccessKeyId)/.test(call?.code ?? ''))
        return otherwise;
    return 'give the step credentials for AWS that are valid: aws-actions/configure-aws-credentials in a step before';
}
/** The arguments as texts. */
function textsOf(name, args, count) {
    if (args.length !== count) {
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${name}: want ${count} got ${args.length}`);
    }
    return args.map((value) => textOf(name, value));
}
/** An argument that must be a text. */
function textOf(name, value) {
    if (typeof value === 'string')
        return value;
    throw new template_values/* FunctionFailure */.zf(`wrong type of argument for ${name}: expected string, got ${(0,template_values/* typeName */.go)(value ?? null)}`, {
        hint: 'put the argument in double quotes or back quotes',
    });
}

;// CONCATENATED MODULE: ./src/config/plugins/cloudformation.ts



/** CloudFormation: `cfn_output STACK KEY` and `cfn_export NAME` (specification 2.5.2). */
const cloudformation = async (entry, { lookups }) => {
    entry.options.expect([]);
    return [
        {
            name: 'cfn_output',
            parameters: ['stack', 'key'],
            isLookup: true,
            async call(args) {
                const [stack = '', key = ''] = textsOf('cfn_output', args, 2);
                const outputs = await reading(`failed to describe the stack ${stack}`, 'cloudformation:DescribeStacks', () => lookups.readStackOutputs(stack));
                return found(outputs, key, `outputKey ${key} is not found in stack ${stack}`);
            },
        },
        {
            name: 'cfn_export',
            parameters: ['name'],
            isLookup: true,
            async call(args) {
                const [name = ''] = textsOf('cfn_export', args, 1);
                const exports = await reading('failed to list exports', 'cloudformation:ListExports', () => lookups.readExports());
                return found(exports, name, `${name} is not found in exports`);
            },
        },
    ];
};
async function reading(failure, action, work) {
    try {
        return await work();
    }
    catch (cause) {
        const hint = `check the name, that it is in the config's region, and that the step's role may ${action}`;
        throw new template_values/* FunctionFailure */.zf(failure, { hint: hintAbout(cause, hint), cause });
    }
}
function found(values, name, failure) {
    const value = values.get(name);
    if (value !== undefined)
        return value;
    const nearest = (0,nearest_name/* suggest */.Z)(name, values.keys()).replace(/^; /, '');
    throw new template_values/* FunctionFailure */.zf(failure, { hint: nearest || 'check the name; upper and lower case matter' });
}

;// CONCATENATED MODULE: ./src/config/plugins/external.ts



/** A program of the repository as a function (specification 2.5.5). Its arguments are texts, its answer stands on stdout. */
const external = async ({ options }, { context }) => {
    options.expect(['name', 'command', 'num_args', 'parser', 'timeout']);
    const name = requiredText('name', options.value('name'));
    const command = readCommand(options.value('command'));
    const parse = parserOf(options);
    const timeout = external_readTimeout(options.value('timeout'));
    const call = async (args) => {
        const texts = args.map((value) => textOf(name, value));
        if (await context.isStranger()) {
            throw new template_values/* FunctionFailure */.zf(`${name} is an external program and is not run for a pull request from a fork`, {
                hint: 'it could be a program of the fork; run the action on a branch of this repository',
            });
        }
        // Few projects run programs, and node:child_process takes its time to load.
        const { runProgram } = await __webpack_require__.e(/* import() */ 613).then(__webpack_require__.bind(__webpack_require__, 613));
        return parse(await runProgram([...command, ...texts], { ...context, timeout }));
    };
    return [{ name, parameters: parametersOf(options.value('num_args')), isLookup: false, call }];
};
function requiredText(key, value) {
    if (typeof value === 'string' && value !== '')
        return value;
    throw new template_values/* FunctionFailure */.zf(`external plugin requires ${key}`, { hint: `write config: and below it ${key}:` });
}
function readCommand(value) {
    const words = value !== undefined && (0,template_values/* isListValue */.kq)(value) ? value : [];
    const texts = words.filter((word) => typeof word === 'string');
    if (texts.length > 0 && texts.length === words.length)
        return texts;
    throw new template_values/* FunctionFailure */.zf('external plugin requires command as a list of strings', {
        hint: 'write command: ["./scripts/find-tag", "--latest"]; there is no shell',
    });
}
function parserOf({ value }) {
    const parser = value('parser') ?? 'json';
    if (parser === 'string')
        return (text) => text;
    if (parser === 'json')
        return parseFirst;
    throw new template_values/* FunctionFailure */.zf(`external plugin has no parser ${JSON.stringify(parser)}`, {
        hint: 'write parser: json or parser: string',
    });
}
/** Seconds, or a duration; ms. */
function external_readTimeout(value) {
    if (value === undefined || value === 0)
        return undefined;
    const ms = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? (0,durations/* parseDuration */.E9)(value) : undefined;
    if (ms !== undefined && ms > 0)
        return ms;
    throw new template_values/* FunctionFailure */.zf(`external plugin cannot wait ${JSON.stringify(value)}`, {
        hint: 'write timeout as a number of seconds',
    });
}
function parametersOf(value) {
    const count = value ?? 0;
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 100) {
        throw new template_values/* FunctionFailure */.zf(`external plugin cannot take ${JSON.stringify(count)} arguments`, {
            hint: 'write num_args: and a small whole number',
        });
    }
    return Array.from({ length: count }, (_, index) => `arg${index}`);
}
/** The first JSON value of a text; one that spans the whole text, or a line of its own. */
function parseFirst(text) {
    const ends = [text.length, ...Array.from(text.matchAll(/\n/g), (match) => match.index)];
    for (const end of ends) {
        try {
            return JSON.parse(text.slice(0, end));
        }
        catch {
            // A shorter beginning may be the value.
        }
    }
    throw new template_values/* FunctionFailure */.zf(`failed to parse the output of the command as JSON: ${shorten(text)}`, {
        hint: 'print one JSON value on stdout, or write parser: string',
    });
}
function shorten(text) {
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

;// CONCATENATED MODULE: ./src/config/plugins/secretsmanager.ts


/** Secrets Manager: `secretsmanager_arn ID`, the whole ARN with its random letters (specification 2.5.4). */
const secretsmanager = async (_entry, { lookups }) => [
    {
        name: 'secretsmanager_arn',
        parameters: ['id'],
        isLookup: true,
        async call(args) {
            const [id = ''] = textsOf('secretsmanager_arn', args, 1);
            try {
                return await lookups.readSecretArn(id);
            }
            catch (cause) {
                throw new template_values/* FunctionFailure */.zf(`failed to describe secret: ${id}`, {
                    hint: hintAbout(cause, 'check the name and the region, and allow secretsmanager:DescribeSecret for it'),
                    cause,
                });
            }
        },
    },
];

;// CONCATENATED MODULE: ./src/config/plugins/ssm.ts


/** Parameter Store: `ssm NAME [INDEX]`, in Jsonnet `ssm(name)` and `ssm_list(name, index)` (specification 2.5.3). */
const ssm = async (_entry, around) => [
    { name: 'ssm', parameters: ['name'], isLookup: true, call: (args) => lookUp('ssm', args, around) },
    {
        name: 'ssm_list',
        parameters: ['name', 'index'],
        only: 'jsonnet',
        isLookup: true,
        call: (args) => lookUp('ssm_list', args, around),
    },
];
async function lookUp(called, args, around) {
    const name = textOf(called, args[0]);
    if (args.length > 2)
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${called}: want 1 or 2 got ${args.length}`);
    const index = args.length === 2 ? indexOf(called, args[1] ?? null) : undefined;
    const parameter = await read(name, around);
    if (parameter.type === 'SecureString')
        around.context.registerSecret(parameter.value);
    if (parameter.type === 'StringList')
        return itemOf(parameter, name, index);
    if (index === undefined)
        return parameter.value;
    throw new template_values/* FunctionFailure */.zf(`the parameter ${name} is a ${parameter.type} and takes no index`, {
        hint: 'leave the index away',
    });
}
async function read(name, { lookups }) {
    const parameter = await ssm_reading(name, () => lookups.readParameter(name));
    if (parameter !== undefined)
        return parameter;
    throw new template_values/* FunctionFailure */.zf(`the parameter ${name} is not found`, {
        hint: "check its name, and that it is in the config's region and the step's account",
    });
}
async function ssm_reading(name, work) {
    try {
        return await work();
    }
    catch (cause) {
        throw new template_values/* FunctionFailure */.zf(`failed to get the parameter ${name}`, {
            hint: hintAbout(cause, 'allow ssm:GetParameters for it, and kms:Decrypt for the key of a SecureString'),
            cause,
        });
    }
}
function indexOf(called, value) {
    const index = typeof value === 'bigint' ? Number(value) : value;
    if (typeof index === 'number' && Number.isInteger(index))
        return index;
    throw new template_values/* FunctionFailure */.zf(`wrong type of index for ${called}: expected int, got ${(0,template_values/* typeName */.go)(value)}`, {
        hint: 'write the index as a number without quotes',
    });
}
function itemOf({ value }, name, index) {
    const items = value.split(',');
    const range = `0 to ${items.length - 1}`;
    if (index === undefined) {
        throw new template_values/* FunctionFailure */.zf(`the parameter ${name} is a StringList and needs an index`, {
            hint: `write the place of the item, ${range}`,
        });
    }
    const item = items[index];
    if (item !== undefined)
        return item;
    throw new template_values/* FunctionFailure */.zf(`the StringList parameter ${name} has no item ${index}`, { hint: `it has items ${range}` });
}

;// CONCATENATED MODULE: ./src/config/plugins/state-location.ts





const shape = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/is;
/**
 * Reads the location of a state: a path, or a URL whose scheme decides (specification 2.5.1).
 *
 * @throws FunctionFailure for schemes that are not supported, files outside, and locations that lack a part.
 */
function readLocation(text, around) {
    const [, scheme, host = '', rest = ''] = shape.exec(text) ?? [];
    switch (scheme?.toLowerCase()) {
        case undefined:
            return fileAt((0,external_node_path_.resolve)(around.directory, text), around);
        case 'file':
            if (host === '')
                return { kind: 'file', path: insidePath(decode(`/${rest}`), around), workspace: 'default' };
            throw new template_values/* FunctionFailure */.zf(`${text} names no file: ${host} is read as a host`, {
                hint: 'write file:/// and an absolute path, or the path alone',
            });
        case 'http':
        case 'https':
            return { kind: 'web', url: text };
        case 's3':
            if (host !== '' && rest !== '')
                return { kind: 's3', object: { bucket: host, key: decode(rest) } };
            throw new template_values/* FunctionFailure */.zf(`${text} names no object in S3`, { hint: 'write s3://bucket/key' });
        case 'remote':
            return remoteAt(text, host, rest);
        default:
            throw unsupported(scheme ?? '', text);
    }
}
function fileAt(path, around) {
    const inside = insidePath(path, around);
    return {
        kind: 'file',
        path: inside,
        workspace: around.environment['TF_WORKSPACE'] || selectedWorkspace(path, around),
    };
}
function insidePath(path, { root, border }) {
    const refusal = (0,workspace_border/* describeOutside */.zk)(border, path);
    if (refusal === undefined)
        return path;
    throw new template_values/* FunctionFailure */.zf(`failed to read tfstate from ${(0,workspace/* displayPath */.Gt)(root, path)}: ${refusal}`, { hint: workspace_border/* outsideHint */.fB });
}
/** Terraform notes the selected workspace beside its pointer to the backend. */
function selectedWorkspace(path, { border }) {
    const note = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'environment');
    try {
        return ((0,workspace_border/* describeOutside */.zk)(border, note) === undefined && (0,external_node_fs_.readFileSync)(note, 'utf8').trim()) || 'default';
    }
    catch {
        return 'default';
    }
}
function remoteAt(text, host, rest) {
    const [organization = '', workspace = '', ...more] = rest.replace(/\/$/, '').split('/').map(decode);
    if (host !== '' && organization !== '' && workspace !== '' && more.length === 0) {
        return { kind: 'remote', workspace: { host, organization, workspace } };
    }
    throw new template_values/* FunctionFailure */.zf(`${text} names no workspace`, {
        hint: 'write remote://app.terraform.io/organization/workspace',
    });
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const downloads = {
    gs: 'gcloud storage cp',
    gcs: 'gcloud storage cp',
    azurerm: 'az storage blob download',
};
/** The refusal of a scheme or a type of backend, with the way round where there is one. */
function unsupported(scheme, text) {
    const download = downloads[scheme];
    const hint = download === undefined
        ? 'there are s3://, https://, http://, file://, remote:// and paths'
        : `download the state into the repository in an earlier step (${download}) and name the file: path: terraform.tfstate`;
    return new template_values/* FunctionFailure */.zf(`URL scheme ${scheme} is not supported: ${text}`, { hint });
}
/** The location as messages show it: without a password and without a query, which may be signed. */
function describeLocation(location, root) {
    switch (location.kind) {
        case 'file':
            return (0,workspace/* displayPath */.Gt)(root, location.path);
        case 'web':
            return location.url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/s, '');
        case 's3':
            return `s3://${location.object.bucket}/${location.object.key}`;
        case 'remote': {
            const { host, organization, workspace } = location.workspace;
            return `remote://${host}/${organization}/${workspace}`;
        }
    }
}

;// CONCATENATED MODULE: ./src/config/plugins/state-path.ts


const steps = /\.?\["((?:[^"\\]|\\.)*)"\]|\.?\[(-?\d+)\]|\."((?:[^"\\]|\\.)*)"|\.([\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)/uy;
/**
 * What stands at a path such as `.tags.Name`, `[0].id` or `["az-a"]` (specification 2.5.1). Nothing has nothing below it.
 *
 * @throws FunctionFailure where the path is none, or does not fit the value.
 */
function followPath(value, path, address) {
    let current = value;
    for (const step of readPath(path, address))
        current = stepInto(current, step, address);
    return current;
}
function readPath(path, address) {
    const found = [];
    let position = 0;
    while (position < path.length) {
        steps.lastIndex = position;
        const match = steps.exec(path);
        if (match === null) {
            throw new template_values/* FunctionFailure */.zf(`failed to lookup ${address} in tfstate: cannot read ${path.slice(position)}`, {
                hint: 'write .name, [0] or ["key"] behind an address; other jq expressions are not supported',
            });
        }
        const [text, bracketed, index, quoted, plain] = match;
        found.push(index === undefined ? (plain ?? state_path_unquote(bracketed ?? quoted ?? '')) : Number(index));
        position += text.length;
    }
    return found;
}
function state_path_unquote(text) {
    return text.replaceAll(/\\(["\\])/g, '$1');
}
function stepInto(value, step, address) {
    if (value === null)
        return null;
    if (typeof step === 'number') {
        if ((0,json/* isList */.Lv)(value))
            return value.at(step) ?? null;
    }
    else if ((0,json/* isObject */.Gv)(value))
        return Object.hasOwn(value, step) ? (value[step] ?? null) : null;
    const wanted = typeof step === 'number' ? `a list for [${step}]` : `an object for .${step}`;
    throw new template_values/* FunctionFailure */.zf(`failed to lookup ${address} in tfstate: expected ${wanted}, got ${state_path_describe(value)}`, {
        hint: 'check what stands there: terraform state show',
    });
}
function state_path_describe(value) {
    if ((0,json/* isList */.Lv)(value))
        return 'a list';
    return (0,json/* isObject */.Gv)(value) ? 'an object' : `a ${typeof value}`;
}

;// CONCATENATED MODULE: ./src/config/plugins/terraform-state.ts




/** A Terraform state (version 4) by addresses. */
class TerraformState {
    entries = new Map();
    constructor(document = {}) {
        const outputs = document['outputs'];
        for (const [name, output] of Object.entries((0,json/* isObject */.Gv)(outputs) ? outputs : {})) {
            const value = (0,json/* isObject */.Gv)(output) ? (output['value'] ?? null) : output;
            const isSensitive = (0,json/* isObject */.Gv)(output) && output['sensitive'] === true;
            this.entries.set(`output.${name}`, { value, sensitive: isSensitive ? [value] : [] });
        }
        for (const resource of (0,json/* objectsAt */.yR)(document, ['resources']))
            this.addResource(resource);
    }
    /**
     * Looks an address up: exactly, else the longest known one with a path behind it.
     *
     * @throws FunctionFailure `<address> is not found in tfstate`
     */
    lookUp(address) {
        for (const end of possibleEnds(address)) {
            const entry = this.entries.get(address.slice(0, end));
            if (entry === undefined)
                continue;
            const value = followPath(entry.value, address.slice(end), address);
            if (value !== null)
                return { value, sensitive: entry.sensitive };
            break;
        }
        const nearest = (0,nearest_name/* suggest */.Z)(address, this.entries.keys()).replace(/^; /, '');
        throw new template_values/* FunctionFailure */.zf(`${address} is not found in tfstate`, {
            hint: nearest || 'check the address: terraform state list, terraform output',
        });
    }
    addResource(resource) {
        const module = (0,json/* textAt */.$6)(resource, ['module']) ?? '';
        const mode = resource['mode'] === 'data' ? 'data.' : '';
        const type = (0,json/* textAt */.$6)(resource, ['type']) ?? '';
        const name = `${module === '' ? '' : `${module}.`}${mode}${type}.${(0,json/* textAt */.$6)(resource, ['name']) ?? ''}`;
        const instances = (0,json/* objectsAt */.yR)(resource, ['instances'])
            .filter((one) => one['deposed'] === undefined)
            .map((one) => ({ key: one['index_key'] ?? null, ...entryOf(one, type) }));
        const [first] = instances;
        if (first?.key === null) {
            this.entries.set(name, first);
            return;
        }
        for (const one of instances)
            this.entries.set(`${name}[${JSON.stringify(one.key)}]`, one);
        if (instances.length > 0)
            this.entries.set(name, together(instances));
    }
}
/** Where a known address may end in a longer one, the longest first. */
function possibleEnds(address) {
    const ends = Array.from(address.matchAll(/[.[]/g), (match) => match.index);
    return [...ends, address.length].reverse();
}
function entryOf(instance, type) {
    const attributes = instance['attributes'];
    const value = (0,json/* isObject */.Gv)(attributes) ? attributes : {};
    const paths = instance['sensitive_attributes'];
    const sensitive = ((0,json/* isList */.Lv)(paths) ? paths : []).map((path) => (0,json/* valueAt */.fK)(value, stepsOf(path)) ?? null);
    return { value: type === 'terraform_remote_state' ? unwrapOutputs(value) : value, sensitive };
}
/** `[{"type": "get_attr", "value": "password"}]` */
function stepsOf(path) {
    return ((0,json/* isList */.Lv)(path) ? path : []).flatMap((step) => {
        const value = (0,json/* isObject */.Gv)(step) ? step['value'] : step;
        return typeof value === 'string' || typeof value === 'number' ? [value] : [];
    });
}
/** Outputs of another state have no fixed type, so they are stored as `{value, type}`. */
function unwrapOutputs(attributes) {
    const outputs = attributes['outputs'];
    if (!(0,json/* isObject */.Gv)(outputs) || !('value' in outputs && 'type' in outputs))
        return attributes;
    return { ...attributes, outputs: outputs['value'] ?? null };
}
/** All instances of a counted resource as a list, of one with `for_each` as a map. */
function together(instances) {
    const sensitive = instances.flatMap((one) => one.sensitive);
    if (instances.every(({ key }) => typeof key === 'number')) {
        const ordered = [...instances].sort((one, other) => Number(one.key) - Number(other.key));
        return { value: ordered.map(({ value }) => value), sensitive };
    }
    return {
        value: Object.fromEntries(instances.map(({ key, value }) => [typeof key === 'string' ? key : JSON.stringify(key), value])),
        sensitive,
    };
}

;// CONCATENATED MODULE: ./src/config/plugins/tfstate.ts







/** Values of a Terraform state: `tfstate ADDRESS` and, in templates, `tfstatef FORMAT ARGS…` (specification 2.5.1). */
const tfstate = async (entry, around) => {
    entry.options.expect(['path', 'url', 'optional']);
    const state = await readState(entry, around);
    const find = (address) => {
        const { value, sensitive } = state.lookUp(address);
        for (const secret of sensitive)
            around.context.registerSecret(asText(secret));
        return value;
    };
    const findText = (address) => asText(find(address.replaceAll("'", '"')));
    return [
        {
            name: 'tfstate',
            parameters: ['address'],
            only: 'template',
            isLookup: true,
            call: async (args) => findText(textsOf('tfstate', args, 1)[0] ?? ''),
        },
        {
            name: 'tfstatef',
            parameters: ['format'],
            only: 'template',
            isLookup: true,
            call: async ([pattern, ...rest]) => findText(format(textOf('tfstatef', pattern), rest)),
        },
        {
            name: 'tfstate',
            parameters: ['address'],
            only: 'jsonnet',
            isLookup: true,
            call: async (args) => find(textsOf('tfstate', args, 1)[0] ?? ''),
        },
    ];
};
async function readState(entry, { context, directory }) {
    const { options } = entry;
    const path = textOption('path', options.value('path'));
    const url = textOption('url', options.value('url'));
    const key = path === '' ? 'url' : 'path';
    const starts = key === 'path' ? directory : context.directory;
    let isLocated = false;
    try {
        const location = locate({ path, url }, { ...context, directory: starts });
        isLocated = true;
        return await context.readState(location);
    }
    catch (error) {
        if (!isLocated || options.value('optional') !== true)
            throw failureOf(key, error);
        context.warn(`the tfstate plugin goes on with an empty state: ${(0,errors/* describeError */.Uc)(error)}`, options.place(key));
        return new TerraformState();
    }
}
function failureOf(key, error) {
    return error instanceof template_values/* FunctionFailure */.zf ? new OptionFailure(key, error) : error;
}
/** `path` wins over `url` (specification 2.5.1). */
function locate({ path, url }, around) {
    if (path === '' && url === '') {
        throw new template_values/* FunctionFailure */.zf('tfstate plugin requires path or url for tfstate location', {
            hint: 'write config: and below it path: terraform.tfstate, or url: s3://bucket/key',
        });
    }
    if (path === '')
        return readLocation(url, around);
    if (!/^[a-z0-9]+:\/\//i.test(path))
        return readLocation(path, around);
    throw new template_values/* FunctionFailure */.zf(`path of the tfstate plugin is a file, not a URL: ${path}`, { hint: `write url: ${path}` });
}
function textOption(key, value) {
    if (value === undefined)
        return '';
    if (typeof value === 'string')
        return value;
    throw new template_values/* FunctionFailure */.zf(`tfstate plugin requires ${key} as a string`, { hint: `put the value of ${key} in quotes` });
}
/** A text as it is, everything else as compact JSON, written as Go writes it. */
function asText(value) {
    return typeof value === 'string' ? value : compact(value);
}
function compact(value) {
    if ((0,json/* isList */.Lv)(value))
        return `[${value.map(compact).join(',')}]`;
    if ((0,json/* isObject */.Gv)(value)) {
        const members = (0,template_values/* sortedKeys */.Mf)(value).map((key) => `${tfstate_quote(key)}:${compact(value[key] ?? null)}`);
        return `{${members.join(',')}}`;
    }
    return typeof value === 'string' ? tfstate_quote(value) : JSON.stringify(value);
}
function tfstate_quote(text) {
    return JSON.stringify(text).replaceAll(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

;// CONCATENATED MODULE: ./src/config/plugins/set-up.ts









const plugins = new Map([
    ['ssm', ssm],
    ['secretsmanager', secretsmanager],
    ['tfstate', tfstate],
    ['cloudformation', cloudformation],
    ['external', external],
]);
/** Always there, without a prefix (specification 2.5). */
const alwaysOn = ['ssm', 'secretsmanager'];
/**
 * Sets up the plugins of a config, all at once; Terraform states are read now.
 *
 * @throws UserError `failed to setup plugins: …`
 */
async function setUpPlugins(entries, around, file) {
    const location = { file };
    const builtIn = alwaysOn.map((name) => ({ name, prefix: '', options: noOptions(location), location }));
    const named = entries.filter(({ name, prefix }) => prefix !== '' || !alwaysOn.includes(name));
    const all = [...builtIn, ...named];
    const settled = await Promise.allSettled(all.map((entry) => setUp(entry, around)));
    const table = { template: new Map(), jsonnet: new Map() };
    for (const [index, result] of settled.entries()) {
        if (result.status === 'rejected')
            throw result.reason;
        const entry = all[index];
        if (entry !== undefined)
            for (const one of result.value)
                addFunction(table, one, entry);
    }
    return table;
}
/** The options of an entry that nobody wrote. */
function noOptions(location) {
    return { value: () => undefined, place: () => location, expect: () => { } };
}
async function setUp(entry, around) {
    const plugin = plugins.get(entry.name);
    if (plugin === undefined) {
        const known = [...plugins.keys()];
        const hint = (0,nearest_name/* suggest */.Z)(entry.name, known).replace(/^; /, '') || `there are ${known.join(', ')}`;
        throw refusal(entry, `plugin ${entry.name} is not available`, { hint });
    }
    try {
        return await plugin(entry, around);
    }
    catch (error) {
        if (!(error instanceof template_values/* FunctionFailure */.zf))
            throw error;
        const location = error instanceof OptionFailure ? entry.options.place(error.option) : entry.location;
        throw refusal({ ...entry, location }, error.message, { hint: error.hint, cause: error.cause });
    }
}
const functionName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
function addFunction(table, one, entry) {
    const name = entry.prefix + one.name;
    if (!functionName.test(name)) {
        throw refusal(entry, `${name} cannot be the name of a function`, {
            hint: 'use letters, digits and _ only, such as func_prefix: network_',
        });
    }
    for (const language of ['template', 'jsonnet']) {
        if (one.only !== undefined && one.only !== language)
            continue;
        if (table[language].has(name)) {
            throw refusal(entry, `${language} function ${name} already exists. set func_prefix to ${entry.name} plugin`, {
                hint: `give one of the entries a func_prefix, such as func_prefix: ${entry.name === 'tfstate' ? 'network' : 'other'}_`,
            });
        }
        table[language].set(name, { ...one, name });
    }
}
function refusal(entry, message, details) {
    return new errors/* UserError */.yo(`failed to setup plugins: ${message}`, {
        hint: details.hint ?? `check the entry of ${entry.name}`,
        location: entry.location,
        cause: details.cause,
    });
}

;// CONCATENATED MODULE: ./src/config/yaml-text.ts

/** What is wrong with a YAML text, and where. */
class YamlSyntaxError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.name = 'YamlSyntaxError';
        this.offset = offset;
    }
}
/** More values than any config has; aliases of aliases reach it. */
const nodeLimit = 20_000;
/**
 * Parses YAML 1.2 with merge keys and keeps the position of every key and value. An empty text is null.
 *
 * @throws YamlSyntaxError
 */
async function parseYaml(text) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        const document = yaml.parseDocument(text, { merge: true, prettyErrors: false });
        const [error] = document.errors;
        if (error !== undefined)
            throw new YamlSyntaxError(error.message, error.pos[0]);
        return new TreeBuilder(yaml).build(document.contents);
    }
    catch (error) {
        if (error instanceof YamlSyntaxError)
            throw error;
        // The parser recurses: a text of ten thousand brackets ends its stack.
        const isStack = error instanceof Error && error.name === 'RangeError';
        throw new YamlSyntaxError(isStack ? 'the document is nested too deeply' : String(error), 0);
    }
}
class TreeBuilder {
    yaml;
    /** What the anchors stand at, as far as the document is read; asking the parser for each walks through all of it. */
    anchors = new Map();
    aliases = 0;
    nodes = 0;
    depth = 0;
    constructor(yaml) {
        this.yaml = yaml;
    }
    build(node) {
        const offset = offsetOfNode(node);
        this.nodes++;
        if (this.nodes > nodeLimit)
            throw new YamlSyntaxError('the document is too large', offset);
        if (this.depth >= config_tree/* depthLimit */.zR)
            throw new YamlSyntaxError('the document is nested too deeply', offset);
        this.depth++;
        const tree = this.convert(node, offset);
        this.depth--;
        return tree;
    }
    convert(node, offset) {
        const { isAlias, isMap, isSeq, isScalar } = this.yaml;
        if (isAlias(node))
            return { ...this.aliased(node.source, offset), offset };
        this.note(node);
        if (isSeq(node))
            return { kind: 'list', offset, items: node.items.map((item) => this.build(item)) };
        if (isMap(node))
            return { kind: 'object', offset, members: this.members(node) };
        return { kind: 'scalar', offset, value: isScalar(node) ? scalarOf(node.value) : null };
    }
    aliased(name, offset) {
        const target = this.anchors.get(name);
        if (target === undefined)
            throw new YamlSyntaxError(`unresolved alias *${name}`, offset);
        this.aliases++;
        const tree = this.build(target);
        this.aliases--;
        return tree;
    }
    /** An anchor may be set anew; what an alias brings in was read before. */
    note(node) {
        if (this.aliases > 0 || !this.yaml.isNode(node) || this.yaml.isAlias(node))
            return;
        if (node.anchor !== undefined)
            this.anchors.set(node.anchor, node);
    }
    members(map) {
        const members = map.items.flatMap((pair) => (isMerge(pair) ? this.merged(pair) : [this.member(pair)]));
        const own = new Set(map.items.filter((pair) => !isMerge(pair)).map((pair) => keyOf(pair)));
        // What is written wins over what is merged, wherever it stands.
        return members.filter((member) => !('merged' in member) || !own.has(member.key));
    }
    member(pair) {
        this.note(pair.key);
        return { key: keyOf(pair), offset: offsetOfNode(pair.key), value: this.build(pair.value) };
    }
    merged(pair) {
        const tree = this.build(pair.value);
        const sources = tree.kind === 'list' ? tree.items : [tree];
        const known = new Set();
        return sources.flatMap((source) => {
            const fresh = source.kind === 'object' ? source.members.filter(({ key }) => !known.has(key)) : [];
            for (const { key } of fresh)
                known.add(key);
            return fresh.map((member) => ({ ...member, merged: true }));
        });
    }
}
/** The parser makes a symbol of a plain `<<`; in quotes it is a key like any other. */
function isMerge({ key }) {
    return typeof key === 'object' && key !== null && 'value' in key && typeof key.value === 'symbol';
}
function keyOf(pair) {
    const { key } = pair;
    return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : String(key);
}
function offsetOfNode(node) {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}
function scalarOf(value) {
    if (value === null || value === undefined)
        return null;
    if (typeof value === 'boolean' || typeof value === 'number')
        return value;
    return value instanceof Date ? value.toISOString() : String(value);
}

;// CONCATENATED MODULE: ./src/config/config-file.ts













/**
 * Reads a config and sets its plugins up. One that may call functions of its own plugins is rendered twice: first only
 * to find the plugins, then with their functions.
 *
 * @param path absolute
 * @throws UserError `failed to load config file …`, `failed to setup plugins: …`
 */
async function readConfigFile(path, builtIn, context) {
    const file = readConfigSource(path, context);
    const reading = { builtIn, context };
    const first = await previewConfig(file, reading);
    if (first.isWhole)
        return readRendered(first.rendered, file, reading);
    refuseMissing([first.rendered]);
    const document = await parseConfig(first.rendered, { ...context, warn: () => { } });
    refuseStandIns(document);
    const functions = withPlugins(builtIn, await config_file_setUp(document, file, context));
    const rendered = await renderConfig(file, functions, { context });
    try {
        return { rendered, functions, config: readConfig(await parseConfig(rendered, context), path, context) };
    }
    catch (error) {
        refuseMissing([rendered]);
        throw error;
    }
}
async function readRendered(rendered, file, { builtIn, context }) {
    try {
        const document = await parseConfig(rendered, context);
        const config = readConfig(document, file.path, context);
        return { rendered, config, functions: withPlugins(builtIn, await config_file_setUp(document, file, context)) };
    }
    catch (error) {
        // A placeholder may be what is wrong.
        refuseMissing([rendered]);
        throw error;
    }
}
function config_file_setUp(document, { path, source }, context) {
    const named = document.text('region') ?? '';
    const region = named.includes(standIn) ? '' : named || (context.environment['AWS_REGION'] ?? '');
    const around = { context, lookups: context.lookups(region), directory: (0,external_node_path_.dirname)(path) };
    return setUpPlugins(readPluginEntries(document, context.warn), around, source.file);
}
function refuseStandIns(document) {
    const plugins = document.tree('plugins');
    if (plugins === undefined || !JSON.stringify((0,config_tree/* toJson */.aB)(plugins)).includes(standIn))
        return;
    throw document.refusal('plugins cannot be set up with values that plugins look up', 'write the value itself, or use must_env', document.place('plugins'));
}
function withPlugins(builtIn, plugins) {
    const template = Array.from(plugins.template, ([name, { call, isLookup }]) => {
        return [name, Object.assign((args) => call(args), { isLookup })];
    });
    return {
        template: new Map([...builtIn.template, ...template]),
        jsonnet: new Map([...builtIn.jsonnet, ...plugins.jsonnet]),
    };
}
function readConfigSource(path, context) {
    const file = (0,workspace/* displayPath */.Gt)(context.root, path);
    const failure = `failed to load config file ${file}`;
    const extension = (0,external_node_path_.extname)(path);
    if (!['.yml', '.yaml', '.json', '.jsonnet'].includes(extension)) {
        throw new errors/* UserError */.yo(`${failure}: unsupported config file extension: ${extension}`, {
            hint: 'name it .yml, .yaml, .json or .jsonnet',
            location: { file },
        });
    }
    const source = (0,workspace/* readSource */.o$)(path, { root: context.root, border: context.border, failure });
    const isJsonnet = extension === '.jsonnet' || (extension === '.json' && !isJson(source.text));
    return { path, source, isJsonnet, failure };
}
/** Configs may hold comments and trailing commas, for which nobody needs the Jsonnet engine (specification 2.1). */
function isJson(text) {
    try {
        (0,json_text/* parseJson */.Z)(text, { lenient: true });
        return true;
    }
    catch (error) {
        if (error instanceof json_text/* JsonSyntaxError */.q)
            return false;
        throw error;
    }
}
async function parseConfig(rendered, context) {
    const failure = `failed to load config file ${rendered.file}`;
    try {
        const isYaml = /\.ya?ml$/.test(rendered.file);
        const tree = isYaml ? await parseYaml(rendered.text) : (0,json_text/* parseJson */.Z)(rendered.text, { lenient: true });
        return readConfigDocument(tree, rendered.locate, { failure, warn: context.warn });
    }
    catch (error) {
        if (!(error instanceof json_text/* JsonSyntaxError */.q || error instanceof YamlSyntaxError))
            throw error;
        const hint = error instanceof json_text/* JsonSyntaxError */.q ? error.hint : 'check the indentation, quotes and colons around this line';
        throw new errors/* UserError */.yo(`${failure}: ${error.message}`, { hint, location: rendered.locate(error.offset) });
    }
}

;// CONCATENATED MODULE: ./src/config/schema/tables.ts
// Written by `npm run docs` from the schemas that @aws-sdk/client-ecs exports (scripts/docs/definition-schema.ts).
/**
 * Members and types of the shapes that definition files are made of; `[]` is a list, `{}` a map with free keys. The
 * two files are those of RegisterTaskDefinition, and of CreateService and UpdateService.
 */
const shapes = {
    AdvancedConfiguration: {
        alternateTargetGroupArn: 'string',
        productionListenerRule: 'string',
        testListenerRule: 'string',
        roleArn: 'string',
    },
    AwsVpcConfiguration: {
        subnets: 'string[]',
        securityGroups: 'string[]',
        assignPublicIp: 'AssignPublicIp',
    },
    CanaryConfiguration: {
        canaryPercent: 'number',
        canaryBakeTimeInMinutes: 'integer',
    },
    CapacityProviderStrategyItem: {
        capacityProvider: 'string',
        weight: 'integer',
        base: 'integer',
    },
    ContainerDefinition: {
        name: 'string',
        image: 'string',
        repositoryCredentials: 'RepositoryCredentials',
        cpu: 'integer',
        memory: 'integer',
        memoryReservation: 'integer',
        links: 'string[]',
        portMappings: 'PortMapping[]',
        essential: 'boolean',
        restartPolicy: 'ContainerRestartPolicy',
        entryPoint: 'string[]',
        command: 'string[]',
        environment: 'KeyValuePair[]',
        environmentFiles: 'EnvironmentFile[]',
        mountPoints: 'MountPoint[]',
        volumesFrom: 'VolumeFrom[]',
        linuxParameters: 'LinuxParameters',
        secrets: 'Secret[]',
        dependsOn: 'ContainerDependency[]',
        startTimeout: 'integer',
        stopTimeout: 'integer',
        versionConsistency: 'VersionConsistency',
        hostname: 'string',
        user: 'string',
        workingDirectory: 'string',
        disableNetworking: 'boolean',
        privileged: 'boolean',
        readonlyRootFilesystem: 'boolean',
        dnsServers: 'string[]',
        dnsSearchDomains: 'string[]',
        extraHosts: 'HostEntry[]',
        dockerSecurityOptions: 'string[]',
        interactive: 'boolean',
        pseudoTerminal: 'boolean',
        dockerLabels: 'string{}',
        ulimits: 'Ulimit[]',
        logConfiguration: 'LogConfiguration',
        healthCheck: 'HealthCheck',
        systemControls: 'SystemControl[]',
        resourceRequirements: 'ResourceRequirement[]',
        firelensConfiguration: 'FirelensConfiguration',
        credentialSpecs: 'string[]',
    },
    ContainerDependency: {
        containerName: 'string',
        condition: 'ContainerCondition',
    },
    ContainerRestartPolicy: {
        enabled: 'boolean',
        ignoredExitCodes: 'integer[]',
        restartAttemptPeriod: 'integer',
    },
    DeploymentAlarms: {
        alarmNames: 'string[]',
        rollback: 'boolean',
        enable: 'boolean',
    },
    DeploymentCircuitBreaker: {
        enable: 'boolean',
        rollback: 'boolean',
        resetOnHealthyTask: 'boolean',
        thresholdConfiguration: 'ThresholdConfiguration',
    },
    DeploymentConfiguration: {
        deploymentCircuitBreaker: 'DeploymentCircuitBreaker',
        maximumPercent: 'integer',
        minimumHealthyPercent: 'integer',
        alarms: 'DeploymentAlarms',
        strategy: 'DeploymentStrategy',
        bakeTimeInMinutes: 'integer',
        lifecycleHooks: 'DeploymentLifecycleHook[]',
        linearConfiguration: 'LinearConfiguration',
        canaryConfiguration: 'CanaryConfiguration',
        earlySuccessCriteria: 'DeploymentEarlySuccessCriteria',
    },
    DeploymentController: {
        type: 'DeploymentControllerType',
    },
    DeploymentEarlySuccessCriteria: {
        enable: 'boolean',
        healthyPercent: 'integer',
        sourceServiceRevisionCleanup: 'ServiceRevisionCleanup',
    },
    DeploymentLifecycleHook: {
        targetType: 'DeploymentLifecycleHookTargetType',
        hookTargetArn: 'string',
        roleArn: 'string',
        lifecycleStages: 'DeploymentLifecycleHookStage[]',
        hookDetails: 'json',
        timeoutConfiguration: 'DeploymentLifecycleHookTimeoutConfiguration',
    },
    DeploymentLifecycleHookTimeoutConfiguration: {
        timeoutInMinutes: 'integer',
        action: 'DeploymentLifecycleHookAction',
    },
    Device: {
        hostPath: 'string',
        containerPath: 'string',
        permissions: 'DeviceCgroupPermission[]',
    },
    DockerVolumeConfiguration: {
        scope: 'Scope',
        autoprovision: 'boolean',
        driver: 'string',
        driverOpts: 'string{}',
        labels: 'string{}',
    },
    EBSTagSpecification: {
        resourceType: 'EBSResourceType',
        tags: 'Tag[]',
        propagateTags: 'PropagateTags',
    },
    EFSAuthorizationConfig: {
        accessPointId: 'string',
        iam: 'EFSAuthorizationConfigIAM',
    },
    EFSVolumeConfiguration: {
        fileSystemId: 'string',
        rootDirectory: 'string',
        transitEncryption: 'EFSTransitEncryption',
        transitEncryptionPort: 'integer',
        authorizationConfig: 'EFSAuthorizationConfig',
    },
    EnvironmentFile: {
        value: 'string',
        type: 'EnvironmentFileType',
    },
    EphemeralStorage: {
        sizeInGiB: 'integer',
    },
    FSxWindowsFileServerAuthorizationConfig: {
        credentialsParameter: 'string',
        domain: 'string',
    },
    FSxWindowsFileServerVolumeConfiguration: {
        fileSystemId: 'string',
        rootDirectory: 'string',
        authorizationConfig: 'FSxWindowsFileServerAuthorizationConfig',
    },
    FirelensConfiguration: {
        type: 'FirelensConfigurationType',
        options: 'string{}',
    },
    GatewayConnector: {
        portName: 'string',
        healthCheck: 'GatewayConnectorHealthCheck',
        filters: 'GatewayConnectorFilters',
    },
    GatewayConnectorFilters: {
        accessTypes: 'AccessType[]',
    },
    GatewayConnectorHealthCheck: {
        healthCheckProtocol: 'GatewayConnectorHealthCheckProtocol',
        healthCheckPort: 'integer',
        healthCheckPath: 'string',
        healthCheckTimeoutSeconds: 'integer',
        healthCheckIntervalSeconds: 'integer',
        healthyThresholdCount: 'integer',
        unhealthyThresholdCount: 'integer',
        matcher: 'GatewayConnectorHealthCheckMatcher',
    },
    GatewayConnectorHealthCheckMatcher: {
        httpCode: 'string',
        grpcCode: 'string',
    },
    HealthCheck: {
        command: 'string[]',
        interval: 'integer',
        timeout: 'integer',
        retries: 'integer',
        startPeriod: 'integer',
    },
    HostEntry: {
        hostname: 'string',
        ipAddress: 'string',
    },
    HostVolumeProperties: {
        sourcePath: 'string',
    },
    InferenceAccelerator: {
        deviceName: 'string',
        deviceType: 'string',
    },
    KernelCapabilities: {
        add: 'string[]',
        drop: 'string[]',
    },
    KeyValuePair: {
        name: 'string',
        value: 'string',
    },
    LinearConfiguration: {
        stepPercent: 'number',
        stepBakeTimeInMinutes: 'integer',
    },
    LinuxParameters: {
        capabilities: 'KernelCapabilities',
        devices: 'Device[]',
        initProcessEnabled: 'boolean',
        sharedMemorySize: 'integer',
        tmpfs: 'Tmpfs[]',
        maxSwap: 'integer',
        swappiness: 'integer',
    },
    LoadBalancer: {
        targetGroupArn: 'string',
        loadBalancerName: 'string',
        containerName: 'string',
        containerPort: 'integer',
        advancedConfiguration: 'AdvancedConfiguration',
    },
    LogConfiguration: {
        logDriver: 'LogDriver',
        options: 'string{}',
        secretOptions: 'Secret[]',
    },
    MetricConfiguration: {
        metricNames: 'string[]',
        resolutionSeconds: 'integer',
    },
    MonitoringConfiguration: {
        metricConfigurations: 'MetricConfiguration[]',
    },
    MountPoint: {
        sourceVolume: 'string',
        containerPath: 'string',
        readOnly: 'boolean',
    },
    NetworkConfiguration: {
        awsvpcConfiguration: 'AwsVpcConfiguration',
    },
    NvidiaMpsAllocation: {
        memory: 'integer',
        maxComputePercent: 'integer',
    },
    PlacementConstraint: {
        type: 'PlacementConstraintType',
        expression: 'string',
    },
    PlacementStrategy: {
        type: 'PlacementStrategyType',
        field: 'string',
    },
    PortMapping: {
        containerPort: 'integer',
        hostPort: 'integer',
        protocol: 'TransportProtocol',
        name: 'string',
        appProtocol: 'ApplicationProtocol',
        containerPortRange: 'string',
    },
    ProxyConfiguration: {
        containerName: 'string',
        type: 'ProxyConfigurationType',
        properties: 'KeyValuePair[]',
    },
    RepositoryCredentials: {
        credentialsParameter: 'string',
    },
    ResourceRequirement: {
        type: 'ResourceType',
        value: 'string',
        sharingStrategy: 'SharingStrategy',
    },
    RuntimePlatform: {
        cpuArchitecture: 'CPUArchitecture',
        operatingSystemFamily: 'OSFamily',
    },
    S3FilesVolumeConfiguration: {
        fileSystemArn: 'string',
        rootDirectory: 'string',
        transitEncryptionPort: 'integer',
        accessPointArn: 'string',
    },
    Secret: {
        name: 'string',
        valueFrom: 'string',
    },
    ServiceConnectAccessLogConfiguration: {
        format: 'ServiceConnectAccessLoggingFormat',
        includeQueryParameters: 'ServiceConnectIncludeQueryParameters',
    },
    ServiceConnectClientAlias: {
        port: 'integer',
        dnsName: 'string',
        testTrafficRules: 'ServiceConnectTestTrafficRules',
    },
    ServiceConnectConfiguration: {
        enabled: 'boolean',
        namespace: 'string',
        services: 'ServiceConnectService[]',
        logConfiguration: 'LogConfiguration',
        accessLogConfiguration: 'ServiceConnectAccessLogConfiguration',
        containerConfigurations: 'ServiceConnectContainerConfiguration[]',
    },
    ServiceConnectContainerConfiguration: {
        logLevel: 'string',
    },
    ServiceConnectService: {
        portName: 'string',
        discoveryName: 'string',
        clientAliases: 'ServiceConnectClientAlias[]',
        ingressPortOverride: 'integer',
        timeout: 'TimeoutConfiguration',
        tls: 'ServiceConnectTlsConfiguration',
    },
    ServiceConnectTestTrafficHeaderMatchRules: {
        exact: 'string',
    },
    ServiceConnectTestTrafficHeaderRules: {
        name: 'string',
        value: 'ServiceConnectTestTrafficHeaderMatchRules',
    },
    ServiceConnectTestTrafficRules: {
        header: 'ServiceConnectTestTrafficHeaderRules',
    },
    ServiceConnectTlsCertificateAuthority: {
        awsPcaAuthorityArn: 'string',
    },
    ServiceConnectTlsConfiguration: {
        issuerCertificateAuthority: 'ServiceConnectTlsCertificateAuthority',
        kmsKey: 'string',
        roleArn: 'string',
    },
    ServiceFile: {
        availabilityZoneRebalancing: 'AvailabilityZoneRebalancing',
        loadBalancers: 'LoadBalancer[]',
        serviceRegistries: 'ServiceRegistry[]',
        desiredCount: 'integer',
        launchType: 'LaunchType',
        capacityProviderStrategy: 'CapacityProviderStrategyItem[]',
        platformVersion: 'string',
        deploymentConfiguration: 'DeploymentConfiguration',
        placementConstraints: 'PlacementConstraint[]',
        placementStrategy: 'PlacementStrategy[]',
        networkConfiguration: 'NetworkConfiguration',
        healthCheckGracePeriodSeconds: 'integer',
        schedulingStrategy: 'SchedulingStrategy',
        deploymentController: 'DeploymentController',
        tags: 'Tag[]',
        enableECSManagedTags: 'boolean',
        propagateTags: 'PropagateTags',
        enableExecuteCommand: 'boolean',
        serviceConnectConfiguration: 'ServiceConnectConfiguration',
        volumeConfigurations: 'ServiceVolumeConfiguration[]',
        vpcLatticeConfigurations: 'VpcLatticeConfiguration[]',
        gatewayConnectors: 'GatewayConnector[]',
        monitoring: 'MonitoringConfiguration',
    },
    ServiceManagedEBSVolumeConfiguration: {
        roleArn: 'string',
        encrypted: 'boolean',
        kmsKeyId: 'string',
        volumeType: 'string',
        sizeInGiB: 'integer',
        snapshotId: 'string',
        volumeInitializationRate: 'integer',
        iops: 'integer',
        throughput: 'integer',
        tagSpecifications: 'EBSTagSpecification[]',
        filesystemType: 'TaskFilesystemType',
    },
    ServiceRegistry: {
        registryArn: 'string',
        port: 'integer',
        containerName: 'string',
        containerPort: 'integer',
    },
    ServiceVolumeConfiguration: {
        name: 'string',
        managedEBSVolume: 'ServiceManagedEBSVolumeConfiguration',
    },
    SharingStrategy: {
        nvidiaMps: 'NvidiaMpsAllocation',
    },
    SystemControl: {
        namespace: 'string',
        value: 'string',
    },
    Tag: {
        key: 'string',
        value: 'string',
    },
    TaskDefinitionFile: {
        family: 'string',
        containerDefinitions: 'ContainerDefinition[]',
        taskRoleArn: 'string',
        executionRoleArn: 'string',
        networkMode: 'NetworkMode',
        volumes: 'Volume[]',
        placementConstraints: 'TaskDefinitionPlacementConstraint[]',
        requiresCompatibilities: 'Compatibility[]',
        cpu: 'string',
        memory: 'string',
        tags: 'Tag[]',
        pidMode: 'PidMode',
        ipcMode: 'IpcMode',
        proxyConfiguration: 'ProxyConfiguration',
        inferenceAccelerators: 'InferenceAccelerator[]',
        ephemeralStorage: 'EphemeralStorage',
        runtimePlatform: 'RuntimePlatform',
        enableFaultInjection: 'boolean',
    },
    TaskDefinitionPlacementConstraint: {
        type: 'TaskDefinitionPlacementConstraintType',
        expression: 'string',
    },
    ThresholdConfiguration: {
        type: 'ThresholdType',
        value: 'integer',
    },
    TimeoutConfiguration: {
        idleTimeoutSeconds: 'integer',
        perRequestTimeoutSeconds: 'integer',
    },
    Tmpfs: {
        containerPath: 'string',
        size: 'integer',
        mountOptions: 'string[]',
    },
    Ulimit: {
        name: 'UlimitName',
        softLimit: 'integer',
        hardLimit: 'integer',
    },
    Volume: {
        name: 'string',
        host: 'HostVolumeProperties',
        dockerVolumeConfiguration: 'DockerVolumeConfiguration',
        efsVolumeConfiguration: 'EFSVolumeConfiguration',
        s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
        fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
        configuredAtLaunch: 'boolean',
    },
    VolumeFrom: {
        sourceContainer: 'string',
        readOnly: 'boolean',
    },
    VpcLatticeAdvancedConfiguration: {
        alternateTargetGroupArn: 'string',
        productionListenerRule: 'string',
        testListenerRule: 'string',
    },
    VpcLatticeConfiguration: {
        roleArn: 'string',
        targetGroupArn: 'string',
        portName: 'string',
        advancedConfiguration: 'VpcLatticeAdvancedConfiguration',
    },
};
/** Values of the enums, as far as they are known: ECS learns new ones. */
const enums = {
    AccessType: 'PRIVATE PUBLIC',
    ApplicationProtocol: 'grpc http http2',
    AssignPublicIp: 'DISABLED ENABLED',
    AvailabilityZoneRebalancing: 'DISABLED ENABLED',
    CPUArchitecture: 'ARM64 X86_64',
    Compatibility: 'EC2 EXTERNAL FARGATE MANAGED_INSTANCES',
    ContainerCondition: 'COMPLETE HEALTHY START SUCCESS',
    DeploymentControllerType: 'CODE_DEPLOY ECS EXTERNAL',
    DeploymentLifecycleHookAction: 'CONTINUE ROLLBACK',
    DeploymentLifecycleHookStage: 'POST_PRODUCTION_TRAFFIC_SHIFT POST_SCALE_UP POST_TEST_TRAFFIC_SHIFT PRE_PRODUCTION_TRAFFIC_SHIFT PRE_SCALE_UP PRODUCTION_TRAFFIC_SHIFT RECONCILE_SERVICE TEST_TRAFFIC_SHIFT',
    DeploymentLifecycleHookTargetType: 'AWS_LAMBDA PAUSE',
    DeploymentStrategy: 'BLUE_GREEN CANARY LINEAR ROLLING',
    DeviceCgroupPermission: 'mknod read write',
    EBSResourceType: 'volume',
    EFSAuthorizationConfigIAM: 'DISABLED ENABLED',
    EFSTransitEncryption: 'DISABLED ENABLED',
    EnvironmentFileType: 's3',
    FirelensConfigurationType: 'fluentbit fluentd',
    GatewayConnectorHealthCheckProtocol: 'HTTP HTTPS',
    IpcMode: 'host none task',
    LaunchType: 'EC2 EXTERNAL FARGATE MANAGED_INSTANCES',
    LogDriver: 'awsfirelens awslogs fluentd gelf journald json-file splunk syslog',
    NetworkMode: 'awsvpc bridge host none',
    OSFamily: 'LINUX WINDOWS_SERVER_2004_CORE WINDOWS_SERVER_2016_FULL WINDOWS_SERVER_2019_CORE WINDOWS_SERVER_2019_FULL WINDOWS_SERVER_2022_CORE WINDOWS_SERVER_2022_FULL WINDOWS_SERVER_2025_CORE WINDOWS_SERVER_2025_FULL WINDOWS_SERVER_20H2_CORE',
    PidMode: 'host task',
    PlacementConstraintType: 'distinctInstance memberOf',
    PlacementStrategyType: 'binpack random spread',
    PropagateTags: 'NONE SERVICE TASK_DEFINITION',
    ProxyConfigurationType: 'APPMESH',
    ResourceType: 'GPU InferenceAccelerator NeuronDevice',
    SchedulingStrategy: 'DAEMON REPLICA',
    Scope: 'shared task',
    ServiceConnectAccessLoggingFormat: 'JSON TEXT',
    ServiceConnectIncludeQueryParameters: 'DISABLED ENABLED',
    ServiceRevisionCleanup: 'BLOCKING DEFERRED',
    TaskDefinitionPlacementConstraintType: 'memberOf',
    TaskFilesystemType: 'ext3 ext4 ntfs xfs',
    ThresholdType: 'BOUNDED_PERCENT COUNT UNBOUNDED_PERCENT',
    TransportProtocol: 'tcp udp',
    UlimitName: 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack',
    VersionConsistency: 'disabled enabled',
};
/** What DescribeTaskDefinition and DescribeServices answer on top of what can be set. */
const describedKeys = {
    TaskDefinitionFile: 'taskDefinitionArn revision status requiresAttributes compatibilities registeredAt deregisteredAt deleteRequestedAt registeredBy',
    ServiceFile: 'serviceArn serviceName clusterArn status runningCount pendingCount platformFamily taskDefinition taskSets deployments roleArn events createdAt currentServiceDeployment currentServiceRevisions createdBy resourceManagementType',
};

;// CONCATENATED MODULE: ./src/config/schema/types.ts

const types_read = new Map();
/** The members of a shape of the table. */
function shapeOf(name) {
    const shape = types_read.get(name) ?? readShape(name);
    types_read.set(name, shape);
    return shape;
}
function readShape(name) {
    const members = Object.entries(shapes[name] ?? {});
    return new Map(members.map(([member, type]) => [member.toLowerCase(), { name: member, type: readType(type) }]));
}
function readType(text) {
    if (text.endsWith('[]'))
        return { kind: 'list', item: readType(text.slice(0, -2)) };
    if (text.endsWith('{}'))
        return { kind: 'map', item: readType(text.slice(0, -2)) };
    switch (text) {
        case 'string':
        case 'boolean':
        case 'integer':
        case 'number':
        case 'json':
            return { kind: text };
        default: {
            const values = enums[text];
            return values === undefined ? { kind: 'object', shape: text } : { kind: 'enum', values: values.split(' ') };
        }
    }
}

;// CONCATENATED MODULE: ./src/config/type-mistake.ts


/** What is wrong with a value, and how to write it instead. */
function describeMistake(value, type, path) {
    const isFraction = type.kind === 'integer' && value.kind === 'scalar' && typeof value.value === 'number';
    const wanted = isFraction ? 'a whole number' : typeNames[type.kind];
    return {
        path,
        offset: value.offset,
        message: `must be ${wanted}, found ${mayBeSecret(value, path) ? 'a number' : (0,config_tree/* describeTree */.cn)(value)}`,
        hint: mayBeSecret(value, path) ? 'put it in quotes' : (fixOf(value, type, path.at(-1)) ?? `write ${wanted}`),
    };
}
/** Values of the environment are told nowhere before it is known which of them are secrets. */
function mayBeSecret(value, path) {
    return path.includes('environment') && value.kind === 'scalar' && typeof value.value === 'number';
}
const typeNames = {
    string: 'a string',
    enum: 'a string',
    boolean: 'a boolean',
    integer: 'a number',
    number: 'a number',
    list: 'a list',
    map: 'an object',
    object: 'an object',
    json: 'a value',
};
/** Where it is plain what was meant. */
function fixOf(value, type, step) {
    const key = typeof step === 'string' ? `${JSON.stringify(step)}: ` : '';
    if (type.kind === 'list')
        return fixOfList(value, type.item, key);
    if (type.kind === 'map')
        return 'write { "name": "value", … }';
    if (type.kind === 'object') {
        return value.kind === 'list' && value.items.length === 1
            ? 'remove the brackets around it'
            : `write ${exampleOf(type.shape)}`;
    }
    if (value.kind !== 'scalar')
        return undefined;
    if (type.kind === 'string' || type.kind === 'enum') {
        return `put it in quotes: ${key}${JSON.stringify(String(value.value))}`;
    }
    return isQuoted(value.value, type) ? `remove the quotes: ${key}${value.value}` : undefined;
}
function fixOfList(value, item, key) {
    if (item.kind !== 'object') {
        const isOne = item.kind !== 'list' && value.kind === 'scalar' && typeof value.value === 'string';
        return isOne ? `put it in brackets: ${key}[${JSON.stringify(value.value)}]` : undefined;
    }
    const shape = shapeOf(item.shape);
    const isItem = value.kind === 'object' && value.members.some((member) => shape.has(member.key.toLowerCase()));
    return isItem ? `put it in brackets: ${key}[{ … }]` : `write a list of ${exampleOf(item.shape)}`;
}
/** `{ "name": …, "value": … }` */
function exampleOf(shape) {
    const names = Array.from(shapeOf(shape).values(), ({ name }) => `"${name}": …`);
    return `{ ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''} }`;
}
function isQuoted(value, { kind }) {
    if (typeof value !== 'string')
        return false;
    if (kind === 'boolean')
        return value === 'true' || value === 'false';
    return kind === 'integer' ? /^-?\d+$/.test(value) : /^-?\d+(?:\.\d+)?$/.test(value);
}

;// CONCATENATED MODULE: ./src/config/unknown-member.ts
/**
 * A member that nobody knows, ready to be sent all the same. Nulls mean nothing anywhere, empty lists where the document
 * says so. Keys of the API begin in lower case; where one does not, a Go program wrote it, and all below it.
 */
function keepUnknown(member, dropsEmptyLists) {
    const value = strip(member.value, dropsEmptyLists);
    return value && (/^[A-Z]/.test(member.key) ? lowerMember({ ...member, value }) : { ...member, value });
}
function strip(tree, dropsEmptyLists) {
    if (tree.kind === 'scalar')
        return tree.value === null ? undefined : tree;
    if (tree.kind === 'list') {
        const items = tree.items.flatMap((item) => strip(item, dropsEmptyLists) ?? []);
        return items.length === 0 && dropsEmptyLists ? undefined : { ...tree, items };
    }
    const members = tree.members.flatMap((member) => {
        const value = strip(member.value, dropsEmptyLists);
        return value === undefined ? [] : [{ ...member, value }];
    });
    return { ...tree, members };
}
function lowerMember(member) {
    const { key, value } = member;
    return { ...member, key: key.charAt(0).toLowerCase() + key.slice(1), value: lowerInside(value) };
}
function lowerInside(tree) {
    if (tree.kind === 'list')
        return { ...tree, items: tree.items.map(lowerInside) };
    return tree.kind === 'object' ? { ...tree, members: tree.members.map(lowerMember) } : tree;
}

;// CONCATENATED MODULE: ./src/config/conform.ts





/**
 * Holds a document against a shape of the ECS API: keys get its spelling at every depth, nulls and unset enums (`""`)
 * are left out, wrong types are collected. What the shape does not know is kept, with a warning: ECS may know it.
 */
function conform(tree, shape, options) {
    const pass = new Conforming(options);
    return { tree: pass.object(tree, shapeOf(shape), []), mistakes: pass.mistakes };
}
class Conforming {
    mistakes = [];
    options;
    constructor(options) {
        this.options = options;
    }
    object(tree, shape, path) {
        return this.members(tree, path, (written) => {
            const known = shape.get(written.key.toLowerCase());
            if (known !== undefined)
                return this.known(written, known, path);
            this.warnOfUnknown(written, shape, path);
            return keepUnknown(written, this.options.dropsEmptyLists);
        });
    }
    known(written, { name, type }, path) {
        const value = this.value(written.value, type, [...path, name]);
        return value && { ...written, key: name, value };
    }
    /** The members that `read` keeps. */
    members(tree, path, read) {
        const members = tree.members.flatMap((written) => read(written) ?? []);
        const seen = new Set();
        for (const { key, offset } of members) {
            // Of a key that is written twice the last value counts, which is seldom what was meant.
            if (seen.has(key))
                this.options.warn(`the key "${key}" is written twice; the last one counts`, offset, [...path, key]);
            seen.add(key);
        }
        return { ...tree, members };
    }
    /** The value as it is sent; undefined where it means nothing. */
    value(tree, type, path) {
        if (tree.kind === 'scalar' && tree.value === null)
            return undefined;
        if (type.kind === 'json')
            return tree;
        if (type.kind === 'list' && tree.kind === 'list')
            return this.list(tree, type.item, path);
        if (type.kind === 'map' && tree.kind === 'object')
            return this.map(tree, type.item, path);
        if (type.kind === 'object' && tree.kind === 'object')
            return this.object(tree, shapeOf(type.shape), path);
        if (type.kind === 'enum' && tree.kind === 'scalar' && typeof tree.value === 'string')
            return this.enum(tree, type.values, path);
        if (!isOfType(tree, type))
            this.mistakes.push(describeMistake(tree, type, path));
        return tree;
    }
    list(tree, type, path) {
        const items = tree.items.flatMap((item, index) => this.value(item, type, [...path, index]) ?? []);
        return items.length === 0 && this.options.dropsEmptyLists ? undefined : { ...tree, items };
    }
    /** The keys of a map are the user's own. */
    map(tree, type, path) {
        return this.members(tree, path, (member) => this.known(member, { name: member.key, type }, path));
    }
    /** `""` is how documents of ecspresso write an enum that is not set (specification 4.4); ECS refuses it. */
    enum(tree, values, path) {
        const written = String(tree.value);
        const known = values.find((value) => flatten(value) === flatten(written));
        if (known !== undefined && known !== written)
            this.options.warn(`${(0,json/* formatPath */.jV)(path)}: ECS writes "${written}" as "${known}"`, tree.offset, path);
        return written === '' ? undefined : tree;
    }
    warnOfUnknown({ key, offset }, shape, path) {
        const names = Array.from(shape.values(), ({ name }) => name);
        const place = path.length === 0 ? '' : ` in ${(0,json/* formatPath */.jV)(path)}`;
        this.options.warn(`json: unknown field "${key}"${place}${(0,nearest_name/* suggest */.Z)(key, names)}`, offset, [...path, key]);
    }
}
function isOfType(tree, { kind }) {
    if (tree.kind !== 'scalar')
        return false;
    return kind === 'integer' ? Number.isInteger(tree.value) : typeof tree.value === kind;
}
function flatten(value) {
    return value.toLowerCase().replaceAll(/[_-]/g, '');
}

;// CONCATENATED MODULE: ./src/config/definition-shape.ts



const definition_shape_shapeNames = { service: 'ServiceFile', task: 'TaskDefinitionFile' };
/** Brings a document into the shape of the ECS API: its keys, without what only AWS writes (specification 4.1–4.3). */
function shapeDefinition(tree, options) {
    const isTask = options.kind === 'task';
    const own = dropDescribed(isTask ? unwrap(tree) : tree, options);
    const { tree: shaped, mistakes } = conform(own, definition_shape_shapeNames[options.kind], {
        dropsEmptyLists: isTask,
        warn: options.warn,
    });
    return { tree: ignoreTags(shaped, options.ignoreTags), mistakes };
}
/** The output of `aws ecs describe-task-definition` holds the definition inside. */
function unwrap(tree) {
    const inner = tree.members.findLast(({ key }) => key.toLowerCase() === 'taskdefinition')?.value;
    return inner?.kind === 'object' ? inner : tree;
}
function dropDescribed(tree, { kind, warn }) {
    const described = new Map((describedKeys[definition_shape_shapeNames[kind]] ?? '').split(' ').map((name) => [name.toLowerCase(), name]));
    const dropped = tree.members.filter(({ key }) => described.has(key.toLowerCase()));
    const [first] = dropped;
    if (first === undefined)
        return tree;
    // The init command of ecspresso writes such keys into service definitions, so that nobody is to blame.
    if (kind === 'task') {
        const names = dropped.map(({ key }) => described.get(key.toLowerCase()));
        warn(`ignored what only AWS sets: ${names.join(', ')}`, first.offset, []);
    }
    return { ...tree, members: tree.members.filter((member) => !dropped.includes(member)) };
}
function ignoreTags(tree, ignored) {
    if (ignored.length === 0)
        return tree;
    const members = tree.members.map((member) => {
        if (member.key !== 'tags' || member.value.kind !== 'list')
            return member;
        const items = member.value.items.filter((tag) => !isIgnored(tag, ignored));
        return { ...member, value: { ...member.value, items } };
    });
    return { ...tree, members };
}
function isIgnored(tag, ignored) {
    const key = (0,config_tree/* memberOf */.C5)(tag, 'key')?.value;
    return key?.kind === 'scalar' && typeof key.value === 'string' && ignored.includes(key.value);
}

;// CONCATENATED MODULE: ./src/config/definitions.ts





/** The kinds as messages name them. */
const definitionNames = {
    service: 'service definition',
    task: 'task definition',
};
/**
 * Reads a rendered definition file: JSON, brought into the shape of the ECS API (specification 4).
 *
 * @throws UserError `failed to load task definition <file>: …`
 */
function readDefinition(rendered, options) {
    const { file } = rendered;
    const failure = `failed to load ${definitionNames[options.kind]} ${file}`;
    const { tree, mistakes } = shapeDefinition(definitions_parseObject(rendered, failure), {
        ...options,
        warn: (text, offset, path) => options.warn(text, placeOf(rendered, offset, path)),
    });
    refuseMistakes(mistakes, rendered, options.kind);
    return {
        file,
        document: (0,config_tree/* toObject */.vw)(tree),
        locate: (path) => placeOf(rendered, (0,config_tree/* offsetOf */.b4)(tree, path), path),
    };
}
function placeOf(rendered, offset, path) {
    const place = rendered.locate(offset);
    return path.length === 0 ? place : { ...place, path: (0,json/* formatPath */.jV)(path) };
}
const categories = { service: 'config/service-definition', task: 'config/task-definition' };
/** All mistakes of a file are told at once: who mixes up a type does so more than once. */
function refuseMistakes(mistakes, rendered, kind) {
    const check = definitionNames[kind];
    const findings = mistakes.map(({ path, message, hint, offset }) => {
        const location = placeOf(rendered, offset, path);
        return { check, subject: (0,json/* formatPath */.jV)(path), status: 'failed', message, hint, location };
    });
    const [first, ...others] = findings;
    if (first === undefined)
        return;
    const { subject, message, hint, location } = first;
    const more = others.length === 0 ? '' : `, and ${others.length} more of the wrong type`;
    const text = `failed to load ${check} ${rendered.file}: ${subject} ${message}${more}`;
    throw new errors/* UserError */.yo(text, { hint, location, category: categories[kind], others });
}
function definitions_parseObject(rendered, failure) {
    try {
        const tree = (0,json_text/* parseJson */.Z)(rendered.text);
        if (tree.kind === 'object')
            return tree;
        throw new json_text/* JsonSyntaxError */.q(`expected an object, found ${(0,config_tree/* describeTree */.cn)(tree)}`, tree.offset, 'write { … } around it');
    }
    catch (error) {
        if (!(error instanceof json_text/* JsonSyntaxError */.q))
            throw error;
        const isYaml = /\.ya?ml$/.test(rendered.file);
        const fromTemplate = rendered.isGenerated(Math.max(error.offset - 1, 0));
        const hint = fromTemplate ? templateHint : isYaml ? yamlHint : error.hint;
        throw new errors/* UserError */.yo(`${failure}: ${error.message}`, { hint, location: rendered.locate(error.offset) });
    }
}
const templateHint = 'a value from a template broke the JSON: quote it, and add | json_escape';
const yamlHint = 'definitions are JSON or Jsonnet: only the config may be YAML';

;// CONCATENATED MODULE: ./src/config/functions.ts

/** The variable that AWS itself can answer for. */
const accountVariable = 'AWS_ACCOUNT_ID';
/** The functions that every template has: `env`, `must_env` and `json_escape` (specification 3.3). */
function environmentFunctions(environment, callerAccount) {
    return new Map([
        ['env', (args) => firstSet(environment, functions_textsOf('env', args))],
        ['must_env', (args) => requireVariable(environment, onlyText('must_env', args), callerAccount)],
        ['json_escape', (args) => escapeJson(onlyText('json_escape', args))],
    ]);
}
/** The native functions that every Jsonnet file has: `env(name, default)` and `must_env(name)` (specification 3.3). */
function environmentNatives(environment, callerAccount) {
    return new Map([
        [
            'env',
            {
                parameters: ['name', 'default'],
                call: ([name = null, otherwise = null]) => functions_readVariable(environment, functions_textsOf('env', [name])[0] ?? '') || otherwise,
            },
        ],
        [
            'must_env',
            {
                parameters: ['name'],
                call: (args) => requireVariable(environment, onlyText('must_env', args), callerAccount),
            },
        ],
    ]);
}
/** The value of the first variable that is not empty, else the last argument itself. */
function firstSet(environment, names) {
    const found = names
        .map((name) => functions_readVariable(environment, name))
        .find((value) => value !== undefined && value !== '');
    return found ?? names.at(-1) ?? '';
}
async function requireVariable(environment, name, callerAccount) {
    const value = functions_readVariable(environment, name);
    if (value !== undefined)
        return value;
    if (name === accountVariable)
        return askAccount(callerAccount);
    throw undefinedVariable(name, "define it in the step's env or in an envfile");
}
function functions_readVariable(environment, name) {
    return Object.hasOwn(environment, name) ? environment[name] : undefined;
}
async function askAccount(callerAccount) {
    try {
        return await callerAccount();
    }
    catch (cause) {
        throw undefinedVariable(accountVariable, 'define it, or give the step credentials for AWS', cause);
    }
}
function undefinedVariable(name, hint, cause) {
    // The rendering goes on, so that all missing variables are reported at once.
    return new template_values/* FunctionFailure */.zf(`environment variable ${name} is not defined`, { hint, placeholder: name, cause });
}
/** A JSON text without its quotes, escaped as Go does: safe inside HTML too. */
function escapeJson(text) {
    return JSON.stringify(text)
        .slice(1, -1)
        .replace(/[<>&\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function onlyText(name, args) {
    const [text] = functions_textsOf(name, args);
    if (text === undefined || args.length !== 1) {
        throw new template_values/* FunctionFailure */.zf(`wrong number of args for ${name}: want 1 got ${args.length}`);
    }
    return text;
}
function functions_textsOf(name, args) {
    return args.map((value) => {
        if (typeof value === 'string')
            return value;
        throw new template_values/* FunctionFailure */.zf(`wrong type of argument for ${name}: expected string, got ${(0,template_values/* typeName */.go)(value)}`, {
            hint: 'put the argument in double quotes or back quotes',
        });
    });
}

;// CONCATENATED MODULE: ./src/config/overrides.ts





/** Members of RunTask's `overrides` (API_TaskOverride). */
const taskKeys = [
    'containerOverrides',
    'cpu',
    'ephemeralStorage',
    'executionRoleArn',
    'inferenceAcceleratorOverrides',
    'memory',
    'taskRoleArn',
];
/** Members of an entry of `containerOverrides` (API_ContainerOverride). */
const containerKeys = [
    'command',
    'cpu',
    'environment',
    'environmentFiles',
    'memory',
    'memoryReservation',
    'name',
    'resourceRequirements',
];
/**
 * Reads overrides (specification 5.13). Keys match without regard to case; unknown ones are warned of and sent.
 *
 * @throws UserError `failed to load overrides <file>: …`, `failed to parse args: --overrides: …`
 */
function readOverrides(source, warn) {
    const failure = source.locate === undefined ? 'failed to parse args: --overrides' : `failed to load overrides ${source.file}`;
    const tree = nameMembers(overrides_parseObject(source, failure), {
        known: taskKeys,
        place: source.locate,
        warn,
    });
    return {
        file: source.file,
        document: (0,config_tree/* toObject */.vw)(tree),
        locate: (path) => ({ file: source.file, ...source.locate?.((0,config_tree/* offsetOf */.b4)(tree, path)), path: (0,json/* formatPath */.jV)(path) }),
    };
}
/** The overrides of `--overrides`: nothing in them is rendered (specification 5.13). */
function overridesOfCommandLine(text) {
    return { file: '--overrides', text };
}
function overrides_parseObject({ text, locate }, failure) {
    const refuse = (message, offset, fix) => {
        const where = locate === undefined ? ` (character ${offset + 1} of its value)` : '';
        const hint = locate === undefined ? `${fix}; put the JSON into single quotes: --overrides='{…}'` : fix;
        const location = locate?.(offset);
        throw new errors/* UserError */.yo(`${failure}: ${message}${where}`, { hint, location, category: 'config/client' });
    };
    try {
        const tree = (0,json_text/* parseJson */.Z)(text);
        if (tree.kind === 'object')
            return tree;
        return refuse(`expected an object, found ${(0,config_tree/* describeTree */.cn)(tree)}`, tree.offset, 'write {"containerOverrides": [{"name": …}]}');
    }
    catch (error) {
        if (error instanceof json_text/* JsonSyntaxError */.q)
            return refuse(error.message, error.offset, error.hint);
        throw error;
    }
}
function nameMembers(tree, naming) {
    return { ...tree, members: tree.members.map((member) => nameMember(member, naming)) };
}
function nameMember(member, naming) {
    const key = naming.known.find((one) => one.toLowerCase() === member.key.toLowerCase());
    if (key === undefined) {
        const text = `overrides: the unknown field "${member.key}" is sent as it is${(0,nearest_name/* suggest */.Z)(member.key, naming.known)}`;
        naming.warn(text, naming.place?.(member.offset));
        return member;
    }
    if (key !== 'containerOverrides' || member.value.kind !== 'list') {
        return { ...member, key, value: lowerKeys(member.value) };
    }
    const inside = { ...naming, known: containerKeys };
    const items = member.value.items.map((item) => (item.kind === 'object' ? nameMembers(item, inside) : item));
    return { ...member, key, value: { ...member.value, items } };
}
/** Inside known members there are no free-form maps: every key is one of the API. */
function lowerKeys(tree) {
    if (tree.kind === 'list')
        return { ...tree, items: tree.items.map(lowerKeys) };
    if (tree.kind !== 'object')
        return tree;
    const members = tree.members.map(({ key, offset, value }) => {
        return { key: key.charAt(0).toLowerCase() + key.slice(1), offset, value: lowerKeys(value) };
    });
    return { ...tree, members };
}

;// CONCATENATED MODULE: ./src/config/load.ts









/**
 * Loads a config; its definitions are read, rendered and checked when first asked for, each once.
 *
 * @param file path of the config, absolute or relative to the repository
 * @throws UserError `failed to load config file …`, `failed to setup plugins: …`, `template attach failed: …`
 */
async function loadProject(file, context) {
    const path = (0,external_node_path_.resolve)(context.root, file);
    const builtIn = {
        template: environmentFunctions(context.environment, context.callerAccount),
        jsonnet: environmentNatives(context.environment, context.callerAccount),
    };
    const { rendered, config, functions } = await readConfigFile(path, builtIn, context);
    const files = new DefinitionFiles(config, functions, context);
    if (rendered.missing.length > 0)
        refuseMissing([rendered, ...(await files.renderedSoFar())]);
    return {
        config,
        environment: context.environment,
        serviceDefinition: () => files.definition('service'),
        taskDefinition: () => files.definition('task'),
        taskDefinitionAt: (file) => files.taskDefinitionAt(file),
        overrides: (source) => files.overrides(source),
    };
}
const configKeyOf = { service: 'service_definition', task: 'task_definition' };
/** The definition files of a config: each read once, together when both are wanted. */
class DefinitionFiles {
    config;
    functions;
    context;
    texts = new Map();
    definitions = new Map();
    constructor(config, functions, context) {
        this.config = config;
        this.functions = functions;
        this.context = context;
    }
    definition(kind) {
        return load_remember(this.definitions, kind, () => this.load(kind));
    }
    /** What can be rendered of the files; the others are left out. */
    async renderedSoFar() {
        const kinds = ['service', 'task'].filter((kind) => this.path(kind) !== undefined);
        const results = await Promise.allSettled(kinds.map((kind) => this.text(kind)));
        return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    }
    async taskDefinitionAt(file) {
        const text = await this.renderNamed(file, 'task definition');
        return readDefinition(text, { kind: 'task', ignoreTags: this.config.ignoreTags, warn: this.context.warn });
    }
    async overrides(source) {
        const text = source.kind === 'text' ? overridesOfCommandLine(source.text) : await this.renderNamed(source.path, 'overrides');
        return readOverrides(text, this.context.warn);
    }
    /** A file that the command line names, relative to the working directory. */
    async renderNamed(file, what) {
        const rendered = await this.renderAt((0,external_node_path_.resolve)(this.context.directory, file), what);
        if (rendered.missing.length > 0)
            refuseMissing([rendered]);
        return rendered;
    }
    async load(kind) {
        const text = await this.text(kind);
        if (text.missing.length > 0)
            refuseMissing(await this.renderedSoFar());
        const { ignoreTags } = this.config;
        return readDefinition(text, { kind, ignoreTags, warn: this.context.warn });
    }
    path(kind) {
        return kind === 'service' ? this.config.serviceDefinition : this.config.taskDefinition;
    }
    text(kind) {
        return load_remember(this.texts, kind, () => this.render(kind));
    }
    async render(kind) {
        const path = this.path(kind);
        if (path === undefined) {
            throw new errors/* UserError */.yo(`${kind}_definition is not defined`, {
                hint: `name the file in the config: ${kind}_definition: ecs-${kind}-def.json`,
                location: { file: this.config.file },
            });
        }
        return this.renderAt(path, definitionNames[kind], this.config.locate(configKeyOf[kind]));
    }
    /** `named`: where the path was written. */
    async renderAt(path, what, named) {
        const { context } = this;
        const { root, border } = context;
        const failure = `failed to load ${what} ${(0,workspace/* displayPath */.Gt)(root, path)}`;
        const source = (0,workspace/* readSource */.o$)(path, { root, border, failure, ...(named && { named }) });
        return renderFile(source, this.functions, { failure, context, isJsonnet: (0,external_node_path_.extname)(path) === '.jsonnet' });
    }
}
function load_remember(made, kind, make) {
    const known = made.get(kind) ?? make();
    made.set(kind, known);
    return known;
}

;// CONCATENATED MODULE: ./src/config/plugins/state-backend.ts



/**
 * Where the state lies to which a `.terraform/terraform.tfstate` points (specification 2.5.1).
 *
 * @throws FunctionFailure for types of backend that are not supported.
 */
function locateBackend(backend, workspace) {
    const type = (0,json/* textAt */.$6)(backend, ['type']) ?? '';
    const config = backend['config'];
    const settings = (0,json/* isObject */.Gv)(config) ? config : {};
    switch (type) {
        case 's3':
            return { kind: 's3', object: objectOf(settings, workspace) };
        case 'remote':
        case 'cloud':
            return remoteOf(settings, workspace);
        case 'gcs':
        case 'azurerm':
            throw unsupported(type, 'it is the backend of the state');
        default:
            throw new template_values/* FunctionFailure */.zf(`the backend ${type || 'without a type'} of the state is not supported`, {
                hint: 'terraform state pull > terraform.tfstate in an earlier step, and name that file with path:',
            });
    }
}
function objectOf(settings, workspace) {
    const text = (key) => (0,json/* textAt */.$6)(settings, [key]) ?? '';
    const prefix = text('workspace_key_prefix') || 'env:';
    const roleArn = text('role_arn') || (0,json/* textAt */.$6)(settings, ['assume_role', 'role_arn']) || '';
    const endpoint = (0,json/* textAt */.$6)(settings, ['endpoints', 's3']) || text('endpoint');
    const keys = { accessKeyId: text('access_key'), secretAccessKey: text('secret_key') };
    const token = text('token');
    const isStatic = keys.accessKeyId !== '' && keys.secretAccessKey !== '';
    return {
        bucket: text('bucket'),
        key: workspace === 'default' ? text('key') : `${prefix}/${workspace}/${text('key')}`,
        ...(text('region') !== '' && { region: text('region') }),
        ...(roleArn !== '' && { roleArn }),
        ...(endpoint !== '' && { endpoint }),
        ...(isStatic && { credentials: token === '' ? keys : { ...keys, sessionToken: token } }),
    };
}
function remoteOf(settings, workspace) {
    const named = workspacesOf(settings['workspaces']);
    const name = (0,json/* textAt */.$6)(named, ['name']) || `${(0,json/* textAt */.$6)(named, ['prefix']) ?? ''}${workspace}`;
    const host = (0,json/* textAt */.$6)(settings, ['hostname']) || 'app.terraform.io';
    const organization = (0,json/* textAt */.$6)(settings, ['organization']) ?? '';
    return { kind: 'remote', workspace: { host, organization, workspace: name } };
}
/** Older versions of Terraform wrote a list of one. */
function workspacesOf(value) {
    const one = (0,json/* isList */.Lv)(value) ? value[0] : value;
    return (0,json/* isObject */.Gv)(one) ? one : {};
}

;// CONCATENATED MODULE: ./src/config/plugins/state-reader.ts








/** A reader that reads each state once, however many projects ask for it. */
function createStateReader(sources) {
    const known = new Map();
    const read = async (location) => {
        const document = await readDocument(location, sources);
        const backend = document['backend'];
        if (!(0,json/* isObject */.Gv)(backend))
            return stateOf(document, location, sources);
        const target = locateBackend(backend, location.kind === 'file' ? location.workspace : 'default');
        return stateOf(await readDocument(target, sources), target, sources);
    };
    return (location) => {
        const key = JSON.stringify(location);
        const state = known.get(key) ?? read(location);
        known.set(key, state);
        return state;
    };
}
function stateOf(document, location, { root }) {
    if (document['version'] === 4)
        return new TerraformState(document);
    const found = JSON.stringify(document['version']) ?? 'missing';
    throw new template_values/* FunctionFailure */.zf(`the state in ${describeLocation(location, root)} has version ${found}, not 4`, {
        hint: 'Terraform 0.12 and later write version 4; name a state that they wrote',
    });
}
async function readDocument(location, sources) {
    const text = await readText(location, sources);
    const value = parse(text);
    if ((0,json/* isObject */.Gv)(value))
        return value;
    throw new template_values/* FunctionFailure */.zf(`failed to read tfstate from ${describeLocation(location, sources.root)}: it is not a JSON object`, {
        hint: 'check that the location is that of a Terraform state',
    });
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function readText(location, sources) {
    try {
        switch (location.kind) {
            case 'file':
                return readFile(location.path, sources);
            case 'web':
                return await sources.web.readText(location.url);
            case 's3':
                return await sources.objects.readText(location.object);
            case 'remote':
                return await sources.web.readTerraformState(location.workspace, tokenOf(sources.environment));
        }
    }
    catch (cause) {
        if (cause instanceof template_values/* FunctionFailure */.zf)
            throw cause;
        throw new template_values/* FunctionFailure */.zf(`failed to read tfstate from ${describeLocation(location, sources.root)}`, {
            hint: hintAbout(cause, hints[location.kind]),
            cause,
        });
    }
}
const hints = {
    file: 'check the path: path: starts at the config file, url: at the working directory',
    web: 'check the address, and that the step may read it',
    s3: "check bucket and key, and that the step's role may s3:GetObject (and kms:Decrypt) there",
    remote: 'check organization and workspace, and that TFE_TOKEN may read the state',
};
function readFile(path, { root }) {
    const failure = `failed to read tfstate from ${(0,workspace/* displayPath */.Gt)(root, path)}`;
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new template_values/* FunctionFailure */.zf(`${failure}: ${(0,workspace/* describeReadError */.U)(error)}`, { hint: hints.file });
    }
}
function tokenOf(environment) {
    const token = environment['TFE_TOKEN'];
    if (token)
        return token;
    throw new template_values/* FunctionFailure */.zf('TFE_TOKEN is not set, and Terraform Cloud answers nobody without a token', {
        hint: "set TFE_TOKEN in the step's env, from a secret",
    });
}

;// CONCATENATED MODULE: ./src/config/unwritten.ts


/** A project for the commands that read no config: it has a name, a place in AWS and no definitions. */
function unwrittenProject({ path, root, environment, ...said }) {
    const file = (0,workspace/* displayPath */.Gt)(root, path);
    const region = said.region || environment['AWS_REGION'] || '';
    const cluster = said.cluster || 'default';
    const config = {
        file,
        region,
        cluster,
        ...(said.service ? { service: said.service } : {}),
        timeout: durations/* defaultTimeout */.fr,
        ignoreTags: [],
        document: {},
        locate: () => undefined,
    };
    const refuse = () => Promise.reject(new Error('a config that is not read has no definitions'));
    return {
        config,
        environment,
        serviceDefinition: refuse,
        taskDefinition: refuse,
        taskDefinitionAt: refuse,
        overrides: refuse,
    };
}

;// CONCATENATED MODULE: ./src/web/web-error.ts
/** A server that did not answer, or not with what was asked for. */
class WebError extends Error {
    /** HTTP status; 0 when there was no answer. */
    status;
    constructor(message, status, cause) {
        super(message, { cause });
        this.name = 'WebError';
        this.status = status;
    }
}

;// CONCATENATED MODULE: ./src/web/request.ts

/** ms without a word from the server. */
const request_patience = 60_000;
/** A way out that honours `HTTPS_PROXY` and `NO_PROXY` of the environment. */
function openSend(environment) {
    return async ({ url, headers }) => {
        // Loaded only when needed: it takes a fifth of the time to the first request of most runs.
        const { Agent, get } = url.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23));
        const agent = new Agent({ proxyEnv: { ...environment } });
        return new Promise((resolve, reject) => {
            const request = get(url, { headers, agent, timeout: request_patience }, (message) => {
                readAnswer(message).then(resolve, (cause) => reject(unanswered(cause)));
            });
            request.once('timeout', () => request.destroy(new Error(`no answer within ${request_patience / 1000} s`)));
            request.once('error', (cause) => reject(unanswered(cause)));
        });
    };
}
async function readAnswer(message) {
    const pieces = [];
    for await (const piece of message)
        pieces.push(piece);
    const body = Buffer.concat(pieces).toString('utf8');
    return { status: message.statusCode ?? 0, location: message.headers.location, body };
}
function unanswered(cause) {
    return new WebError('the server does not answer', 0, cause);
}

;// CONCATENATED MODULE: ./src/web/terraform-cloud.ts

/**
 * The newest state of a workspace: workspace → current state version → download (HCP Terraform API, State Versions).
 *
 * @throws WebError
 */
async function readCurrentState({ host, organization, workspace }, token, fetch) {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.api+json' };
    const api = `https://${host}/api/v2`;
    const path = `${encodeURIComponent(organization)}/workspaces/${encodeURIComponent(workspace)}`;
    const found = await fetch(`${api}/organizations/${path}`, headers);
    const id = textIn(found, ['data', 'id']);
    const version = await fetch(`${api}/workspaces/${encodeURIComponent(id)}/current-state-version`, headers);
    const download = textIn(version, ['data', 'attributes', 'hosted-state-download-url']);
    return fetch(download, new URL(download).host === host ? headers : {});
}
function textIn(text, path) {
    const found = path.reduce((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), terraform_cloud_parse(text));
    if (typeof found === 'string')
        return found;
    throw new WebError(`Terraform Cloud answers without ${path.join('.')}`, 200);
}
function terraform_cloud_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new WebError('Terraform Cloud does not answer with JSON', 200, cause);
    }
}

;// CONCATENATED MODULE: ./src/web/open.ts



const maximumRedirections = 10;
const open_maximumAttempts = 4;
/** HTTP that is neither AWS nor GitHub. */
function openWeb({ environment, clock, trace }) {
    const send = openSend(environment);
    const fetch = async (address, headers) => {
        const url = parseAddress(address);
        for (let attempt = 1;; attempt++) {
            try {
                const body = await follow(url, headers, send);
                trace(`GET ${url.origin}${url.pathname} ok`);
                return body;
            }
            catch (error) {
                trace(`GET ${url.origin}${url.pathname} ${String(error)}`);
                const mayRetry = error instanceof WebError && (error.status === 0 || error.status === 429 || error.status >= 500);
                if (!mayRetry || attempt >= open_maximumAttempts)
                    throw error;
                await clock.sleep(500 * 2 ** attempt);
            }
        }
    };
    return {
        readText: (url) => fetch(url, {}),
        readTerraformState: (workspace, token) => readCurrentState(workspace, token, fetch),
    };
}
function parseAddress(address) {
    try {
        return new URL(address);
    }
    catch (cause) {
        throw new WebError('it is not an address', 400, cause);
    }
}
/** Follows redirections; a token does not go to another host. */
async function follow(start, headers, send) {
    let url = start;
    for (let count = 0; count <= maximumRedirections; count++) {
        const { status, location, body } = await send({ url, headers: url.host === start.host ? headers : {} });
        if (status >= 200 && status < 300)
            return body;
        if (status < 300 || status >= 400 || location === undefined)
            throw refused(status);
        url = new URL(location, url);
        if (url.protocol !== 'https:' && url.protocol !== 'http:')
            throw new WebError(`it leads to ${url.protocol}`, status);
    }
    throw new WebError(`it leads on more than ${maximumRedirections} times`, 302);
}
const reasons = {
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
};
function refused(status) {
    return new WebError(`the server answers ${status}${reasons[status] === undefined ? '' : ` ${reasons[status]}`}`, status);
}

;// CONCATENATED MODULE: ./src/projects.ts










/** Loads the project of a config for a line; answers it with its secrets guarded. */
async function openProject(config, { settings, world, openSources, emit }) {
    const environment = await loadEnvfiles(world.environment, settings.envfiles, world);
    const account = () => openAws({ ...connectionOf(world, environment), region: regionOf(environment) }).identity.account();
    const project = await loadProject(config, {
        root: world.root,
        border: (0,workspace_border/* findBorder */.sD)(config, world.workspace),
        environment,
        callerAccount: account,
        ...openSources(environment),
        directory: world.directory,
        clock: world.clock,
        isStranger: world.isStranger,
        registerSecret(value) {
            world.hiding.secrets.register(value);
            world.noteSecrets();
        },
        extStr: settings.extStr,
        extCode: settings.extCode,
        timeout: settings.timeout,
        warn: (text, location) => emit({ kind: 'note', level: 'warning', text, ...(location && { location }) }),
    });
    return guardSecrets(project, world);
}
/** The project of a command that reads no config; its flags say where in AWS it is. */
async function openUnwritten(path, { flags }, { settings, world }) {
    const { root } = world;
    const environment = await loadEnvfiles(world.environment, settings.envfiles, world);
    const [region, cluster, service] = ['region', 'cluster', 'service'].map((name) => projects_textOf(flags[name]));
    return unwrittenProject({ path, root, environment, region, cluster, service });
}
function projects_textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
/** Secret values of the definitions are secrets of the run from the moment they are read. */
function guardSecrets(project, { hiding, noteSecrets }) {
    const guard = async (reading) => {
        const definition = await reading;
        (0,src_secrets/* registerSecrets */.dg)(definition.document, hiding);
        noteSecrets();
        return definition;
    };
    return {
        ...project,
        serviceDefinition: () => guard(project.serviceDefinition()),
        taskDefinition: () => guard(project.taskDefinition()),
        taskDefinitionAt: (path) => guard(project.taskDefinitionAt(path)),
        overrides: (source) => guard(project.overrides(source)),
    };
}
/** One view of AWS for all projects of a region and a role, so that reads and connections are shared. */
function createRegions(world) {
    const known = new Map();
    return (project, settings) => {
        const { environment, config } = project;
        const region = config.region || regionOf(environment);
        const identity = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_ENDPOINT_URL'].map((name) => environment[name] ?? '');
        const key = [region, settings.assumeRoleArn ?? '', ...identity].join(' ');
        const { assumeRoleArn } = settings;
        const role = assumeRoleArn === undefined ? {} : { assumeRoleArn };
        const aws = known.get(key) ?? openAws({ ...connectionOf(world, environment), region, ...role });
        known.set(key, aws);
        return aws;
    };
}
/** One set of sources for all projects whose variables lead to the same places, so that everything is read once. */
function createSources(world) {
    const known = new Map();
    return (environment) => {
        const leading = Object.entries(environment).filter(([name]) => /^(AWS_|TF|HOME$|.*PROXY$)/i.test(name));
        const key = JSON.stringify(leading.sort());
        const sources = known.get(key) ?? openSources(world, environment);
        known.set(key, sources);
        return sources;
    };
}
function openSources(world, environment) {
    const connection = { ...connectionOf(world, environment), region: regionOf(environment) };
    const regions = new Map();
    const readState = createStateReader({
        environment,
        objects: openObjects(connection),
        web: openWeb({ environment, clock: world.clock, trace: world.trace }),
        root: world.root,
    });
    return {
        readState,
        lookups(named) {
            const region = named || connection.region;
            const lookups = regions.get(region) ?? openLookups({ ...connection, region });
            regions.set(region, lookups);
            return lookups;
        },
    };
}
function connectionOf({ userAgent, clock, random, trace, signal, transport }, environment) {
    const calling = { clock, random, trace, signal };
    return { environment, userAgent, calling, ...(transport && { transport }) };
}
function regionOf(environment) {
    return environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'] || '';
}

;// CONCATENATED MODULE: ./src/run.ts










/** Runs the lines one after the other, each on all projects; a failed project skips its later lines. */
async function runLines(settings, world) {
    const works = new Map();
    const openRegion = createRegions(world);
    const openSources = createSources(world);
    for (const line of settings.commands) {
        const lineSettings = applyFlags(settings, line);
        const configs = findLineConfigs(settings, line, world.directory);
        const tasks = configs.map((config) => {
            const work = works.get(config) ?? { config, reports: [], events: [] };
            works.set(config, work);
            return () => runLine(line, work, { settings: lineSettings, world, openRegion, openSources });
        });
        await runLimited(tasks, settings.maxParallel);
    }
    return [...works.values()].map((work) => reportOf(work, world.root));
}
async function runLine(line, work, surroundings) {
    if (work.reports.some((report) => (0,verdict/* isFailure */.N6)(report.result.outcome)))
        return;
    const { clock, tell } = surroundings.world;
    const emit = (happening) => {
        const event = { ...happening, at: clock.now() };
        // What containers write stands in the log; the report holds the last lines in the command's result.
        if (event.kind !== 'log')
            work.events.push(event);
        tell(work.config, event);
    };
    const leftovers = new Set();
    const facts = {};
    const result = await attempt(line, work, { ...surroundings, emit, leftovers, facts });
    const complete = withLeftovers(result, leftovers);
    emit({ kind: 'ended', result: complete });
    work.reports.push({ command: line.command, line: line.line, result: complete });
}
/** A deployment that goes on has left nothing behind. */
const leaves = new Set(['failed', 'rolled-back', 'rollback-failed']);
function withLeftovers(result, leftovers) {
    return leaves.has(result.outcome) && leftovers.size > 0 ? { ...result, leftovers: [...leftovers] } : result;
}
/** Whatever goes wrong becomes a result: the other projects go on, and the summary is written. */
async function attempt(line, work, around) {
    const { settings, world, emit, openRegion, leftovers, facts } = around;
    const command = commands.find((one) => one.name === line.command);
    try {
        const startedAt = world.clock.now();
        const project = await openFor(command, line, { work, around });
        const { cluster, service = '', timeout } = project.config;
        noteLineSecrets(command, line, world);
        emit({ kind: 'began', line: line.line, cluster, service });
        const allowed = settings.timeout ?? timeout;
        const context = {
            project,
            aws: openRegion(project, settings),
            clock: world.clock,
            emit,
            signal: world.signal,
            options: { ...settings, timeout: allowed },
            flags: line.flags,
            deadline: allowed === 0 ? Number.POSITIVE_INFINITY : startedAt + allowed,
            root: world.root,
            hide: (document) => (0,src_secrets/* hideDocument */.qg)(document, world.hiding),
            hideComparison: (comparison) => (0,src_secrets/* hideComparison */.m0)(comparison, world.hiding),
            isStranger: world.isStranger,
            leave(leftover) {
                leftovers.add(leftover);
                return () => leftovers.delete(leftover);
            },
            know: (news) => Object.assign(facts, news),
        };
        if (command === undefined)
            throw new Error(`no command ${line.command}`);
        const result = await runCommand(command, context, world);
        return { ...facts, ...result };
    }
    catch (error) {
        if (await isStrangersLack(line.command, error, world))
            return notRendered;
        if (error instanceof errors/* CancelledError */.cc)
            return { ...facts, ...cancelledBefore(error, leftovers) };
        const failure = await run_failureOf(error, work.project, emit);
        return { ...facts, ...failure };
    }
}
async function openFor(command, line, { work, around }) {
    if (command?.config === undefined)
        return openOnce(work, around);
    const project = await openUnwritten(work.config, line, around);
    // A later line reads what has been written.
    Object.assign(work, { project, loadedWith: undefined });
    return project;
}
/** Nothing was begun: what was done before is told as left behind. */
function cancelledBefore({ message }, leftovers) {
    const left = leftovers.size > 0 ? { leftovers: [...leftovers] } : {};
    return { outcome: 'cancelled', sentence: message, category: 'timeout/client', retryable: true, ...left };
}
async function openOnce(work, around) {
    const { envfiles, extStr, extCode, timeout } = around.settings;
    const loadedWith = JSON.stringify([envfiles, extStr, extCode, timeout]);
    if (work.project !== undefined && work.loadedWith === loadedWith)
        return work.project;
    const project = await openProject(work.config, around);
    Object.assign(work, { project, loadedWith });
    return project;
}
async function run_failureOf(error, project, emit) {
    // The rules are many, and most runs do not fail.
    const { diagnoseError } = await __webpack_require__.e(/* import() */ 528).then(__webpack_require__.bind(__webpack_require__, 147));
    const diagnosis = diagnoseError(error, await run_readDefinitions(project));
    emit({ kind: 'diagnosed', diagnosis });
    const findings = (0,errors/* findUserError */.ZC)(error)?.others ?? [];
    for (const finding of findings)
        emit({ kind: 'finding', finding });
    const { label: category, retryable } = diagnosis;
    const failure = { outcome: 'failed', sentence: (0,errors/* describeWithPlace */.Hu)(error), category, retryable, diagnosis };
    return findings.length === 0 ? failure : { ...failure, findings };
}
/** The definitions that AWS may speak of; one that cannot be read is the failure itself. */
async function run_readDefinitions(project) {
    const [taskDefinition, serviceDefinition] = await Promise.all([
        project?.config.taskDefinition && project.taskDefinition().catch(() => undefined),
        project?.config.serviceDefinition && project.serviceDefinition().catch(() => undefined),
    ]);
    return { ...(taskDefinition && { taskDefinition }), ...(serviceDefinition && { serviceDefinition }) };
}
/** A stranger's pull request has no credentials: what needs none is done, and the step stays green. */
async function runCommand(command, context, world) {
    try {
        return await command.run(context);
    }
    catch (error) {
        if (await isStrangersLack(command.name, error, world))
            return checkOffline(context);
        throw error;
    }
}
async function isStrangersLack(command, error, world) {
    return canGoOffline(command, error) && (await world.isStranger());
}
/** At most `limit` at a time, in order. */
async function runLimited(tasks, limit) {
    const waiting = [...tasks];
    const worker = async () => {
        for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
            await task();
    };
    await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
}
function reportOf({ config, project, reports, events }, root) {
    return {
        config: project?.config.file ?? (0,workspace/* displayPath */.Gt)(root, config),
        region: project?.config.region ?? '',
        account: findAccount(reports),
        cluster: project?.config.cluster ?? '',
        service: project?.config.service ?? '',
        commands: reports,
        events,
    };
}
/** The account stands in every ARN that a command has met; nobody is asked for it. */
function findAccount(reports) {
    const arns = reports.flatMap(({ result }) => [result.running, result.previous, result.failed, result.taskArn]);
    return arns.map((arn) => arn?.split(':')[4]).find((account) => account !== undefined && account !== '') ?? '';
}

;// CONCATENATED MODULE: ./src/commands/flag-variables.ts
/** The line with the texts of variables for flags that it does not name; an empty variable says nothing. */
function fillFromVariables(line, specs, environment) {
    const known = specs.find((one) => one.name === line.command)?.flags ?? [];
    const filled = known.flatMap(({ name, variable }) => {
        const text = variable === undefined ? '' : (environment[variable]?.trim() ?? '');
        return text === '' ? [] : [[name, text]];
    });
    return { ...line, flags: { ...Object.fromEntries(filled), ...line.flags } };
}

;// CONCATENATED MODULE: ./src/inputs.ts

/** Every input (interface, "Inputs"). `action.yml` and the README are generated from this table. */
const inputs = [
    {
        name: 'command',
        default: 'deploy',
        description: 'An ecspresso command line: `deploy --tasks 4`, `diff`, `rollback`. Several lines run one after the other. On a pull request it must be said.',
    },
    {
        name: 'config',
        default: 'ecspresso.yml',
        variable: 'ECSPRESSO_CONFIG',
        description: 'Config files: one path or glob a line, `!` excludes. Several make one run with one report.',
    },
    {
        name: 'timeout',
        default: '',
        variable: 'ECSPRESSO_TIMEOUT',
        description: 'How long one command may take on one project, as `10m` or `1h30m`; overrides the config. A rollback gets the same again.',
    },
    {
        name: 'dry-run',
        default: 'false',
        description: 'Read everything, write nothing, say exactly what would be called.',
    },
    { name: 'envfile', default: '', variable: 'ECSPRESSO_ENVFILE', description: 'Environment files, one a line.' },
    {
        name: 'ext-str',
        default: '',
        variable: 'ECSPRESSO_EXT_STR',
        description: 'Jsonnet external variables, one `KEY=VALUE` a line.',
    },
    {
        name: 'ext-code',
        default: '',
        variable: 'ECSPRESSO_EXT_CODE',
        description: 'Jsonnet external variables as code, one `KEY=VALUE` a line.',
    },
    {
        name: 'assume-role-arn',
        default: '',
        variable: 'ECSPRESSO_ASSUME_ROLE_ARN',
        description: 'A role that the commands work under.',
    },
    {
        name: 'rollback',
        default: 'auto',
        choices: ['auto', 'always', 'never'],
        description: 'After a failed deploy: `auto` goes back when the deployment failed, or timed out without being on its way; `always` also on every time-out; `never`.',
    },
    {
        name: 'on-cancel',
        default: 'leave',
        choices: ['leave', 'rollback'],
        description: 'When the workflow is cancelled: `leave` the deployment running, or `rollback`.',
    },
    {
        name: 'unchanged',
        default: 'deploy',
        choices: ['deploy', 'skip'],
        description: 'When nothing differs: `deploy` anyway, or `skip` (no revision, no update).',
    },
    {
        name: 'comment',
        default: 'auto',
        choices: ['auto', 'always', 'never'],
        description: 'The pull request comment: `auto` on a pull request, `always` also on the merged one of a push, `never`.',
    },
    {
        name: 'comment-key',
        default: '',
        description: 'Extra identity of the comment when one project is compared twice in a pull request.',
    },
    {
        name: 'mask',
        default: 'secrets',
        choices: ['secrets', 'all', 'none'],
        description: 'Environment values in texts: `secrets` hides what is or looks secret, `all` hides every value, `none` shows them.',
    },
    { name: 'fail-on-changes', default: 'false', description: '`diff` fails when something differs (drift check).' },
    { name: 'poll-interval', default: '5s', description: 'Time between two looks at a deployment.' },
    { name: 'max-parallel', default: '10', description: 'Projects at work at once.' },
    {
        name: 'log-level',
        default: 'info',
        choices: ['info', 'debug'],
        variable: 'ECSPRESSO_DEBUG',
        description: '`debug` shows requests and timings.',
    },
    { name: 'github-token', default: '', description: 'For the comment only.' },
    { name: 'working-directory', default: '.', description: 'Where paths start.' },
];
/** Inputs of other actions, and how the same is said here. */
const foreignInputs = {
    args: 'write the same words into `command`',
    'task-definition': 'name the file under `task_definition` in ecspresso.yml',
    service: 'name it under `service` in ecspresso.yml',
    cluster: 'name it under `cluster` in ecspresso.yml',
    'wait-for-service-stability': 'deploy waits by itself; `command: deploy --no-wait` does not',
    'wait-for-minutes': 'use `timeout: 30m`',
    'wait-max-delay-seconds': 'use `poll-interval: 5s`',
    'force-new-deployment': 'use `command: deploy --force-new-deployment`',
    'desired-count': 'use `command: deploy --tasks N`',
    'codedeploy-appspec': 'name the hooks under `appspec` in ecspresso.yml',
    'run-task': 'use `command: run`',
};
/** Inputs that chose a binary: harmless, and needless here. */
const needlessInputs = ['version', 'version-file'];
/**
 * An input as it was written, trimmed; empty where it was not given. The runner's own `getInput` reads the same
 * variables, but its module takes longer to load than everything before the first AWS request.
 */
function readInput(environment, name) {
    return environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
}
/** The input, else its variable of ecspresso (empty counts as unset), else its default. */
function readValue(environment, name) {
    const spec = inputs.find((one) => one.name === name);
    const fromVariable = spec?.variable === undefined ? '' : (environment[spec.variable]?.trim() ?? '');
    return readInput(environment, name) || fromVariable || (spec?.default ?? '');
}
/** @throws UserError for an input that another action has, with the form that holds here */
function refuseForeign(environment) {
    for (const [name, instead] of Object.entries(foreignInputs)) {
        if (readInput(environment, name) === '')
            continue;
        throw new errors/* UserError */.yo(`the input ${name} belongs to another action`, { hint: instead, category: 'config/client' });
    }
}
/** @throws UserError naming the input, or the variable where that was read, its value and what may stand there */
function refuseValue(environment, name, { value, hint }) {
    const spec = inputs.find((one) => one.name === name);
    const fromVariable = readInput(environment, name) === '' && spec?.variable !== undefined;
    const source = fromVariable ? `the variable ${spec.variable}` : `the input ${name}`;
    throw new errors/* UserError */.yo(`${source} is "${value}"`, { hint, category: 'config/client' });
}

;// CONCATENATED MODULE: ./src/settings.ts






/**
 * Settings from `INPUT_*` and `ECSPRESSO_*`; `words` are the local command line, and then the one command.
 * @throws UserError for a value that does not fit, with the fix
 */
function readSettings(environment, words = []) {
    refuseForeign(environment);
    const read = (name) => readValue(environment, name);
    const timeout = readDuration(environment, 'timeout');
    const role = read('assume-role-arn');
    const settings = {
        commands: readCommands(environment, words),
        // The default name means discovery (specification 1.4).
        configs: readLines(readInput(environment, 'config') || (environment['ECSPRESSO_CONFIG'] ?? '')),
        ...(timeout === undefined ? {} : { timeout }),
        dryRun: readBoolean(environment, 'dry-run'),
        envfiles: readList(environment, 'envfile', ','),
        extStr: readPairs(environment, 'ext-str'),
        extCode: readPairs(environment, 'ext-code'),
        ...(role === '' ? {} : { assumeRoleArn: role }),
        rollback: settings_readChoice(environment, 'rollback', ['auto', 'always', 'never']),
        onCancel: settings_readChoice(environment, 'on-cancel', ['leave', 'rollback']),
        unchanged: settings_readChoice(environment, 'unchanged', ['deploy', 'skip']),
        comment: settings_readChoice(environment, 'comment', ['auto', 'always', 'never']),
        commentKey: read('comment-key'),
        mask: settings_readChoice(environment, 'mask', ['secrets', 'all', 'none']),
        failOnChanges: readBoolean(environment, 'fail-on-changes'),
        pollInterval: readInterval(environment),
        maxParallel: readCount(environment, 'max-parallel'),
        debug: readDebug(environment),
        githubToken: read('github-token'),
        workingDirectory: read('working-directory'),
        given: new Set(inputs.map((input) => input.name).filter((name) => readInput(environment, name) !== '')),
    };
    return { settings, warnings: settings_listWarnings(environment) };
}
/** On a pull request the command must be said: nobody wants a deploy by default there. */
function readCommands(environment, words) {
    const fill = (line) => fillFromVariables(line, commands, environment);
    if (words.length > 0)
        return [fill((0,command_line/* parseWords */.nl)(words, commands))];
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    if (readInput(environment, 'command') === '' && event.startsWith('pull_request')) {
        throw new errors/* UserError */.yo(`the input command is missing on the event ${event}`, {
            hint: 'say what to do: `command: diff` shows what a deploy would change',
            category: 'config/client',
        });
    }
    const lines = (0,command_line/* parseCommands */.Gr)(readValue(environment, 'command'), commands).map(fill);
    return lines.length > 0
        ? lines
        : refuseValue(environment, 'command', {
            value: readInput(environment, 'command'),
            hint: 'write a command, as `diff`',
        });
}
function readLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** The input has one entry a line; the variable of ecspresso separates them. */
function readList(environment, name, separator) {
    const written = readInput(environment, name);
    if (written !== '')
        return readLines(written);
    return (0,command_line/* splitList */.ry)(readValue(environment, name), separator).flatMap(readLines);
}
function readPairs(environment, name) {
    return parsePairs(environment, name, readList(environment, name, ';'));
}
/** `KEY=VALUE` texts; a value may contain `=`. @throws UserError for one without */
function parsePairs(environment, name, texts) {
    return Object.fromEntries(texts.map((text) => {
        const equals = text.indexOf('=');
        if (equals < 1)
            refuseValue(environment, name, { value: text, hint: 'write KEY=VALUE' });
        return [text.slice(0, equals), text.slice(equals + 1)];
    }));
}
function readBoolean(environment, name) {
    const text = readValue(environment, name);
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    return refuseValue(environment, name, { value: text, hint: 'write true or false' });
}
function settings_readChoice(environment, name, choices) {
    const text = readValue(environment, name);
    const hint = `use one of ${choices.join(', ')}`;
    return choices.find((choice) => choice === text) ?? refuseValue(environment, name, { value: text, hint });
}
function readDuration(environment, name) {
    const text = readValue(environment, name);
    if (text === '')
        return undefined;
    const duration = (0,durations/* parseDuration */.E9)(text);
    if (duration !== undefined && duration >= 0)
        return duration;
    return refuseValue(environment, name, { value: text, hint: 'write a duration with its unit, as 10m or 1h30m' });
}
function readInterval(environment) {
    const interval = readDuration(environment, 'poll-interval') ?? 0;
    if (interval > 0)
        return interval;
    const value = readValue(environment, 'poll-interval');
    return refuseValue(environment, 'poll-interval', { value, hint: 'write a duration above 0, as 5s' });
}
function readCount(environment, name) {
    const text = readValue(environment, name);
    if (/^[1-9]\d*$/.test(text))
        return Number(text);
    return refuseValue(environment, name, { value: text, hint: 'write a number from 1 up' });
}
/** By the input, else by ecspresso's variable (specification 1.1), and always by the runner's debug mode. */
function readDebug(environment) {
    const runner = environment['RUNNER_DEBUG'] === '1';
    if (readInput(environment, 'log-level') !== '') {
        return settings_readChoice(environment, 'log-level', ['info', 'debug']) === 'debug' || runner;
    }
    const text = environment['ECSPRESSO_DEBUG']?.trim() ?? '';
    if (/^(true|1|yes)$/i.test(text))
        return true;
    if (/^(false|0|no|)$/i.test(text))
        return runner;
    return refuseValue(environment, 'log-level', { value: text, hint: 'write true or false' });
}
function settings_listWarnings(environment) {
    return needlessInputs
        .filter((name) => readInput(environment, name) !== '')
        .map((name) => `the input ${name} is needless: this action brings its own ecspresso (as 2.8.7); remove it`);
}

// EXTERNAL MODULE: ./src/views/diagnosis-block.ts
var diagnosis_block = __webpack_require__(439);
// EXTERNAL MODULE: ./src/views/diff-block.ts
var diff_block = __webpack_require__(6267);
// EXTERNAL MODULE: ./src/views/headline.ts
var headline = __webpack_require__(1728);
// EXTERNAL MODULE: ./src/views/text.ts
var views_text = __webpack_require__(5655);
// EXTERNAL MODULE: ./src/views/time.ts
var time = __webpack_require__(8725);
;// CONCATENATED MODULE: ./src/views/console.ts










/** The log lines of an event (redacted before); each is safe to print as it is. */
function renderEvent(event, state, style) {
    if (style.detail === 'live' && !isLive(event))
        return { lines: [], state };
    const step = stepOf(event, state, style);
    const lines = step.lines.flatMap(views_text/* splitLines */.uz).map(views_text/* logLine */.BP);
    const paint = style.colours ? painterOf(event) : undefined;
    return { lines: paint === undefined ? lines : lines.map(paint), state: step.state };
}
/** How the lines of an event are coloured; undefined: as they are. */
function painterOf(event) {
    if (event.kind === 'compared')
        return diff_block/* paintDiffLine */.u3;
    if (event.kind === 'note' && event.level === 'warning')
        return (line) => (0,diff_block/* paintLine */.tu)(line, 'yellow');
    if (event.kind !== 'ended')
        return undefined;
    const colour = (0,verdict/* isFailure */.N6)(event.result.outcome) ? 'red' : 'green';
    return (line) => (0,diff_block/* paintLine */.tu)(line, colour);
}
/** Lines with `cluster/service` in front, for several projects at once. */
function prefixLines(prefix, lines) {
    return lines.map((line) => (0,views_text/* logLine */.BP)(`${prefix}  ${line}`));
}
/** The verdicts of a run of several projects, a line each, and what they come to. */
function renderVerdicts(report) {
    const width = Math.max(...report.projects.map((project) => (0,headline/* projectName */.j1)(project).length), 0);
    const lines = report.projects.map((project) => {
        const last = (0,headline/* decisiveCommand */.mo)(project);
        const name = (0,headline/* projectName */.j1)(project).padEnd(width);
        return `${name}  ${(last?.result.outcome ?? 'skipped').padEnd(outcomeWidth)}  ${last?.result.sentence ?? ''}`.trimEnd();
    });
    return [...lines, `${(0,headline/* tally */.N4)(report)} (${(0,time/* formatElapsed */.C7)(report.endedAt - report.startedAt)})`].map(views_text/* logLine */.BP);
}
const outcomeWidth = 'awaiting-approval'.length;
function isLive(event) {
    if (event.kind === 'note')
        return event.level === 'warning';
    return ['began', 'call', 'progress', 'log', 'rollback', 'ended'].includes(event.kind);
}
function stepOf(event, state, style) {
    const say = (...lines) => ({ lines, state });
    switch (event.kind) {
        case 'began':
            return { lines: [heading(event)], state: { began: event.at } };
        case 'note':
            return say(...noteLines(event, style));
        case 'compared':
            return { lines: comparisonLines(event.comparison), state: { ...state, compared: true } };
        case 'call':
            return say(...callLines(event, style));
        case 'target':
            return say(targetLine(event.target));
        case 'progress':
            return progressStep(event, state);
        case 'service-event':
            return say(`    ${(0,time/* formatTime */.fU)(event.createdAt)}Z  ${event.message}`);
        case 'log':
            return { lines: logLines(event), state: { ...state, followed: true } };
        case 'finding':
            return findingStep(event.finding, state);
        case 'diagnosed':
            return say(...(0,diagnosis_block/* renderDiagnosis */.sW)(state.followed === true ? withoutLogs(event.diagnosis) : event.diagnosis));
        case 'rollback':
            return event.sentence === state.said ? say() : say(`rollback: ${event.sentence}`);
        case 'printed':
            return state.compared === true && event.document.language === 'diff' ? say() : say(event.document.text.trimEnd());
        case 'ended':
            return say(...endLines(event, state));
    }
}
function heading(event) {
    return event.service === '' ? event.line : `${event.cluster}/${event.service}: ${event.line}`;
}
function noteLines(event, style) {
    if (event.level === 'debug' && !style.debug)
        return [];
    const place = event.location === undefined ? '' : ` (${(0,model_location/* formatLocation */.j)(event.location)})`;
    return [`${event.level === 'info' ? '' : `${event.level}: `}${event.text}${place}`];
}
function comparisonLines(comparison) {
    const diff = (0,diff_block/* renderStyledDiffs */.gK)(comparison) ?? [];
    const effects = comparison.effects.map((effect) => `effect: ${effect}`);
    const warnings = comparison.warnings.map((warning) => `warning: ${warning}`);
    return [...((0,model_comparison/* hasChanges */.i)(comparison) ? diff : ['no differences']), ...effects, ...warnings];
}
function callLines(event, style) {
    if (!event.dryRun)
        return [event.summary];
    const first = event.summary.includes(event.operation)
        ? event.summary
        : `would call ${event.operation}: ${event.summary}`;
    if (event.input === undefined || style.detail === 'live')
        return [first];
    const input = JSON.parse(JSON.stringify(event.input));
    return (0,json/* isObject */.Gv)(input)
        ? [
            first,
            ...(0,diff_block/* canonicalJson */.dj)(input)
                .split('\n')
                .map((line) => `  ${line}`),
        ]
        : [first];
}
function targetLine(target) {
    if (target.kind === 'none')
        return `rollback target: none, ${target.reason}`;
    return `rollback target: ${(0,ecs/* shortName */.E)(target.taskDefinition)}`;
}
/**
 * A line when the counts or the sentence changed; a sentence that only counts on is not repeated. What the counts say,
 * or the verdict will say next, needs no sentence.
 */
function progressStep(event, state) {
    const { progress, verdict, elapsed } = event;
    const counts = `${progress.revision}  running ${progress.running}/${progress.desired} · pending ${progress.pending} · failed ${progress.failed}`;
    const sentence = verdict.sentence.replace(/\d+/g, '0');
    const isNew = sentence !== state.sentence;
    const isCounted = verdict.sentence.startsWith(`${progress.running} of `);
    if (counts === state.counts && (!isNew || isCounted))
        return { lines: [], state };
    const line = `${counts} · ${(0,time/* formatElapsed */.C7)(elapsed)}`;
    const isSaid = isCounted || verdict.kind === 'succeeded';
    return {
        lines: isNew && !isSaid ? [line, `  ${verdict.sentence}`] : [line],
        state: { ...state, counts, sentence, said: verdict.sentence },
    };
}
/** A diagnosis whose log lines stand above it already. */
function withoutLogs(diagnosis) {
    return { ...diagnosis, evidence: (0,diagnosis_block/* evidenceOf */.X1)(diagnosis), logs: [] };
}
/** Each line of what a container wrote behind the container's name, where several are followed. */
function logLines({ source, message }) {
    const lines = (0,views_text/* splitLines */.uz)(message.trimEnd());
    return source === '' ? lines : lines.map((line) => `${source} | ${line}`);
}
const words = { ok: 'OK', failed: 'NG', warning: 'WARN', skipped: 'SKIP' };
function findingStep(finding, state) {
    const title = finding.check === state.check ? [] : [finding.check];
    const place = finding.location === undefined ? '' : ` (${(0,model_location/* formatLocation */.j)(finding.location)})`;
    const detail = finding.message === '' ? '' : `  ${finding.message}${place}`;
    const hint = finding.hint === undefined || finding.status === 'ok' ? [] : [`        ${finding.hint}`];
    const line = `  ${words[finding.status].padEnd(4)}  ${finding.subject}${detail}`;
    return { lines: [...title, line, ...hint], state: { ...state, check: finding.check } };
}
function endLines(event, state) {
    const { outcome, sentence, leftovers } = event.result;
    const took = state.began === undefined ? '' : `, ${(0,time/* formatElapsed */.C7)(event.at - state.began)}`;
    return [...(leftovers ?? []).map((left) => `left behind: ${left}`), `${sentence} (${outcome}${took})`];
}

// EXTERNAL MODULE: ./src/views/redact.ts
var redact = __webpack_require__(6233);
;// CONCATENATED MODULE: ./src/telling.ts


/** One project: live lines inside its group, the verdict after it (interface, "Log"). */
function tellOne(telling) {
    const { runner, hiding, print } = telling;
    const style = { detail: 'full', debug: telling.debug, colours: telling.colours };
    let state = {};
    // The verdict stands after everything else, annotations too.
    let verdict = [];
    const flush = () => {
        for (const line of verdict)
            runner.log(line);
        verdict = [];
    };
    return {
        tell(_project, raw) {
            const event = (0,redact/* redactEvent */.g)(raw, hiding);
            if (event.kind === 'printed')
                return print(event.document.text);
            const step = renderEvent(event, state, style);
            state = step.state;
            if (event.kind === 'began') {
                flush();
                return runner.startGroup(step.lines.join(' '));
            }
            if (event.kind === 'ended') {
                runner.endGroup();
                verdict = step.lines;
            }
            else
                for (const line of step.lines)
                    runner.log(line);
        },
        finish: flush,
    };
}
/** The documents and nothing else. */
function tellDocuments(print) {
    return { tell: (_project, event) => event.kind === 'printed' && print(event.document.text), finish: () => { } };
}
/** Several projects: live lines side by side, then a closed group a project with its whole log, then the verdicts. */
function tellSeveral(telling) {
    const { runner, hiding } = telling;
    const live = { detail: 'live', debug: telling.debug, colours: false };
    const full = { ...live, detail: 'full', colours: telling.colours };
    const books = new Map();
    return {
        tell(project, raw) {
            const event = (0,redact/* redactEvent */.g)(raw, hiding);
            const book = books.get(project) ?? { name: project, live: {}, full: {}, lines: [] };
            books.set(project, book);
            if (event.kind === 'began' && event.service !== '')
                book.name = `${event.cluster}/${event.service}`;
            const now = renderEvent(event, book.live, live);
            const later = renderEvent(event, book.full, full);
            book.live = now.state;
            book.full = later.state;
            book.lines.push(...later.lines);
            for (const line of prefixLines(book.name, now.lines))
                runner.log(line);
        },
        finish(report) {
            for (const book of books.values()) {
                runner.startGroup(book.name);
                for (const line of book.lines)
                    runner.log(line);
                runner.endGroup();
            }
            for (const line of renderVerdicts(report))
                runner.log(line);
        },
    };
}

;// CONCATENATED MODULE: ./src/main.ts













const clock = {
    now: () => Date.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal }),
};
/**
 * The whole run: inputs, projects, commands, then summary, comment and outputs. With words it is the command line.
 * Answers the exit code.
 */
async function main(written) {
    const environment = { ...process.env };
    // Neither words nor a runner that says what to do by inputs: somebody asks what there is (specification 1.1).
    const words = written.length === 0 && isTerminal(environment) ? ['help'] : written;
    const local = words.length > 0;
    // The command line prints documents on stdout and everything else on stderr, as ecspresso does.
    const stream = local ? process.stderr : process.stdout;
    const runner = createRunner({ env: environment, write: (text) => stream.write(text), folds: !local });
    const secrets = (0,src_secrets/* createSecrets */.gE)();
    for (const [name, value = ''] of Object.entries(environment)) {
        if (isCredential(name) && (0,src_secrets/* isSecretEntry */.VT)(name, value))
            secrets.register(value);
    }
    runner.mask(secrets.valuesForRunner());
    const startedAt = clock.now();
    try {
        const { settings, warnings } = readSettings(environment, words);
        if (settings.githubToken !== '')
            secrets.register(settings.githubToken);
        for (const warning of warnings)
            runner.log(`warning: ${warning}`);
        const hiding = { secrets, mode: settings.mask };
        const report = await main_run(settings, { environment, runner, hiding, local, startedAt });
        return (0,verdict/* isFailure */.N6)(report.outcome) ? 1 : 0;
    }
    catch (error) {
        return refuse(error, { environment, runner, hiding: { secrets, mode: 'secrets' }, startedAt });
    }
}
async function main_run(settings, around) {
    const { environment, runner, hiding, local, startedAt } = around;
    const root = (0,external_node_path_.resolve)(environment['GITHUB_WORKSPACE'] || process.cwd());
    const directory = (0,external_node_path_.resolve)(local ? process.cwd() : root, settings.workingDirectory);
    const debug = settings.debug || settings.commands.some((line) => line.flags['debug'] === true);
    const teller = createTeller({ ...settings, debug }, around, countConfigs(settings, directory));
    const projects = await runLines(settings, {
        environment,
        clock,
        random: Math.random,
        signal: cancellation(),
        root,
        // On the command line the repository may begin above the directory where somebody stands.
        workspace: environment['GITHUB_WORKSPACE'] ? root : ((0,workspace_border/* repositoryAround */.WU)(root) ?? root),
        directory,
        userAgent: `ecspresso-action/${version}`,
        isStranger: () => isStranger(environment),
        hiding,
        noteSecrets: () => runner.mask(hiding.secrets.valuesForRunner()),
        trace: (line) => debug && runner.log(hiding.secrets.mask(`debug: ${line}`)),
        tell: teller.tell,
    });
    const report = toReport(projects, startedAt);
    // Summary, comment and their libraries are not needed before the end.
    const { publish } = await __webpack_require__.e(/* import() */ 39).then(__webpack_require__.bind(__webpack_require__, 7039));
    await publish(report, { settings, environment, runner, hiding });
    teller.finish(report);
    return report;
}
function createTeller(settings, around, projects) {
    const { runner, hiding, local, environment } = around;
    const print = (text) => {
        if (local)
            process.stdout.write(text);
        // A document may hold what others wrote: no line of it is a command to the runner.
        else
            for (const line of (0,views_text/* splitLines */.uz)(text.trimEnd()))
                runner.log((0,views_text/* logLine */.BP)(line));
    };
    // Who asks for help in a terminal wants nothing else.
    if (local && settings.commands.every(({ command }) => command === 'help' || command === 'version')) {
        return tellDocuments(print);
    }
    const telling = {
        runner,
        hiding,
        debug: settings.debug,
        colours: local && wantsColours(settings, environment),
        print,
    };
    return projects > 1 ? tellSeveral(telling) : tellOne(telling);
}
/** `--[no-]color`, else ECSPRESSO_COLOR, else whether a terminal shows the log and nobody set NO_COLOR. */
function wantsColours({ commands }, environment) {
    const flag = commands.map(({ flags }) => flags['color']).find((value) => typeof value === 'boolean');
    if (typeof flag === 'boolean')
        return flag;
    const variable = environment['ECSPRESSO_COLOR'];
    if (variable)
        return /^(true|1|yes)$/i.test(variable);
    return process.stderr.isTTY && !environment['NO_COLOR'];
}
function countConfigs(settings, directory) {
    const all = settings.commands.flatMap((line) => findLineConfigs(settings, line, directory));
    return new Set(all).size;
}
/** Aborts at the first SIGINT or SIGTERM: the runner leaves 7.5 s, then 2.5 s. */
function cancellation() {
    const controller = new AbortController();
    const abort = () => controller.abort();
    process.once('SIGINT', abort);
    process.once('SIGTERM', abort);
    return controller.signal;
}
function toReport(projects, startedAt) {
    const outcome = (0,verdict/* worstOutcome */.Om)(projects.flatMap((project) => project.commands.map((one) => one.result.outcome)));
    return { version: version, outcome, startedAt, endedAt: clock.now(), projects };
}
/** Inputs that cannot be obeyed: nothing was read or written; the sentence goes everywhere a verdict goes. */
async function refuse(error, around) {
    const { runner, environment, hiding, startedAt } = around;
    const { diagnoseError } = await __webpack_require__.e(/* import() */ 528).then(__webpack_require__.bind(__webpack_require__, 147));
    const diagnosis = diagnoseError(error);
    const sentence = (0,errors/* describeWithPlace */.Hu)(error);
    const result = { outcome: 'failed', sentence, category: diagnosis.label, retryable: false, diagnosis };
    const commands = [{ command: '', line: '', result }];
    const project = { config: '', region: '', account: '', cluster: '', service: '', commands, events: [] };
    for (const line of [sentence, `what to do: ${diagnosis.hint}`])
        runner.log(hiding.secrets.mask(line));
    const { publish } = await __webpack_require__.e(/* import() */ 39).then(__webpack_require__.bind(__webpack_require__, 7039));
    await publish(toReport([project], startedAt), { settings: undefined, environment, runner, hiding });
    return 1;
}
/** Whether the pull request comes from a fork or Dependabot. */
async function isStranger(environment) {
    const { readPullRequest } = await __webpack_require__.e(/* import() */ 15).then(__webpack_require__.bind(__webpack_require__, 5015));
    const pullRequest = await readPullRequest(environment);
    return pullRequest?.isFork === true || pullRequest?.isDependabot === true;
}
/** A runner says that it is one, and gives inputs. */
function isTerminal(environment) {
    return !environment['GITHUB_ACTIONS'] && !Object.keys(environment).some((name) => name.startsWith('INPUT_'));
}
/** Credentials of this run: they may stand in an error's text. */
function isCredential(name) {
    return /^(AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|GITHUB_TOKEN|INPUT_GITHUB-TOKEN|TFE_TOKEN)$/.test(name);
}


/***/ }),

/***/ 6088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ hasChanges)
/* harmony export */ });
/** Whether anything differs. */
function hasChanges(comparison) {
    return [comparison.service, comparison.taskDefinition].some((one) => (one?.changes.length ?? 0) > 0);
}


/***/ }),

/***/ 8108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shortName),
/* harmony export */   T: () => (/* binding */ parseTaskDefinitionName)
/* harmony export */ });
/** The text after the last `/` of an ARN: `api:43` of a task definition's. */
function shortName(arn) {
    return arn.slice(arn.lastIndexOf('/') + 1);
}
/** Family and revision of `…/api:43` or `api:43`; revision 0 where it has none. */
function parseTaskDefinitionName(name) {
    const short = shortName(name);
    const colon = short.lastIndexOf(':');
    if (colon < 0)
        return { family: short, revision: 0 };
    return { family: short.slice(0, colon), revision: Number(short.slice(colon + 1)) };
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   yR: () => (/* binding */ objectsAt)
/* harmony export */ });
/** Whether a value is an object, and neither null nor a list. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether a value is a list; narrows where `Array.isArray` loses `readonly`. */
function isList(value) {
    return Array.isArray(value);
}
/** The value at `path`, undefined where any step is missing. */
function valueAt(root, path) {
    return path.reduce((value, step) => {
        if (typeof step === 'number')
            return isList(value) ? value[step] : undefined;
        return isObject(value) ? value[step] : undefined;
    }, root);
}
/** The text at `path`, undefined where it is not a text. */
function textAt(root, path) {
    const value = valueAt(root, path);
    return typeof value === 'string' ? value : undefined;
}
/** The number at `path`, undefined where it is not a number. */
function numberAt(root, path) {
    const value = valueAt(root, path);
    return typeof value === 'number' ? value : undefined;
}
/** The objects of the list at `path`; empty where there is no list. */
function objectsAt(root, path) {
    const value = valueAt(root, path);
    return isList(value) ? value.filter(isObject) : [];
}
/** `containerDefinitions[0].image` */
function formatPath(path) {
    return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}


/***/ }),

/***/ 3214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatLocation)
/* harmony export */ });
/** `ecs/task.json:7` */
function formatLocation(location) {
    return location.line === undefined ? location.file : `${location.file}:${location.line}`;
}


/***/ }),

/***/ 1852:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ serviceName)
/* harmony export */ });
/** Cluster and service of a config that has a service. */
function serviceName(config) {
    return config.service === undefined ? undefined : { cluster: config.cluster, service: config.service };
}


/***/ }),

/***/ 7088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ outcomes),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   Om: () => (/* binding */ worstOutcome)
/* harmony export */ });
/** How a command on a project ended (interface, "Outputs"), worst first. */
const outcomes = [
    'rollback-failed',
    'failed',
    'timed-out',
    'rolled-back',
    'superseded',
    'cancelled',
    'awaiting-approval',
    'started',
    'succeeded',
    'dry-run',
    'unchanged',
    'skipped',
];
const failing = new Set([
    'rollback-failed',
    'failed',
    'timed-out',
    'rolled-back',
    'superseded',
    'cancelled',
]);
/** Whether the step fails with this outcome. */
function isFailure(outcome) {
    return failing.has(outcome);
}
/** The worst of several outcomes; `skipped` of none. */
function worstOutcome(all) {
    return outcomes.find((outcome) => all.includes(outcome)) ?? 'skipped';
}


/***/ }),

/***/ 4917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ canonicalText),
/* harmony export */   Tq: () => (/* binding */ formatDocument),
/* harmony export */   _I: () => (/* binding */ canonicalise),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   qy: () => (/* binding */ compareTexts)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

/** The canonical form of specification 4.4: keys sorted, nulls and empty lists dropped. Empty objects stay. */
function canonicalise(document) {
    const entries = [];
    for (const [key, value] of Object.entries(document)) {
        const canonical = canonicaliseValue(value);
        if (canonical !== undefined)
            entries.push([key, canonical]);
    }
    return Object.fromEntries(entries.sort(([one], [other]) => compareTexts(one, other)));
}
/** A document as every printing command prints it: two spaces, HTML-sensitive characters escaped, final newline. */
function formatDocument(document) {
    return `${escapeHtml(JSON.stringify(canonicalise(document), null, 2))}\n`;
}
/** One line that is equal for equal values, whatever the order of their keys. */
function canonicalText(value) {
    return JSON.stringify(canonicaliseValue(value ?? null)) ?? 'null';
}
/** Whether two values mean the same; absent, null and the empty list are one. */
function sameValue(one, other) {
    return canonicalText(one) === canonicalText(other);
}
function canonicaliseValue(value) {
    if (value === null)
        return undefined;
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value)) {
        const items = value.map(canonicaliseValue).filter((item) => item !== undefined);
        return items.length === 0 ? undefined : items;
    }
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? canonicalise(value) : value;
}
/** Orders by code unit, not by the machine's language. */
function compareTexts(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}
// These characters can only stand inside JSON strings, where the escape means the same.
function escapeHtml(json) {
    return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}


/***/ }),

/***/ 7389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ inEach),
/* harmony export */   Bh: () => (/* binding */ onlyKeys),
/* harmony export */   IU: () => (/* binding */ applyRules),
/* harmony export */   Kb: () => (/* binding */ dropZero),
/* harmony export */   Pe: () => (/* binding */ withoutKeys),
/* harmony export */   Ul: () => (/* binding */ sortBy),
/* harmony export */   gv: () => (/* binding */ drop),
/* harmony export */   lo: () => (/* binding */ inTurn),
/* harmony export */   nx: () => (/* binding */ inside),
/* harmony export */   zQ: () => (/* binding */ sortByText)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4917);


/** The object with each rule applied to the field of its name. */
function applyRules(object, rules) {
    const entries = [];
    for (const [key, value] of Object.entries(object)) {
        const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
        const ruled = rule === undefined ? value : rule(value);
        if (ruled !== undefined)
            entries.push([key, ruled]);
    }
    return Object.fromEntries(entries);
}
/** Applies rules to a field that holds an object; other values pass. */
function inside(rules) {
    return (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? applyRules(value, rules) : value);
}
/** Applies rules to each object of a field that holds a list; other values pass. */
function inEach(rules) {
    return (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value) ? value.map(inside(rules)).filter((item) => item !== undefined) : value);
}
/** One rule after the other. */
function inTurn(...rules) {
    return (value) => rules.reduce((current, rule) => current && rule(current), value);
}
/** Sorts a list whose order means nothing by its items' JSON text. */
const sortByText = (value) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value) ? value.toSorted((one, other) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .compareTexts */ .qy)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(one), (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(other))) : value;
/** Sorts a list by a text of its items; items that have the same one keep their order. */
function sortBy(key) {
    return (value) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value)
        ? value.toSorted((one, other) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .compareTexts */ .qy)((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(one, [key]) ?? '', (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(other, [key]) ?? ''))
        : value;
}
/** Drops the field. */
const drop = () => undefined;
/** Drops a number that ECS answers as 0 where it is not set. */
const dropZero = (value) => (value === 0 ? undefined : value);
/** The object without the keys. */
function withoutKeys(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}
/** The members of the object that `keys` names. */
function onlyKeys(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}


/***/ }),

/***/ 3044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ jsonnetText)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

const identifier = /^[_a-zA-Z]\w*$/;
const keywords = new Set('assert else error false for function if import importstr importbin in local null self super tailstrict then true'.split(' '));
/**
 * A value as the standard Jsonnet formatter writes the JSON of it, with its default options (specification 3.4): single
 * quotes, bare keys, a comma at the end.
 */
function jsonnetText(value) {
    return `${write(value, '')}\n`;
}
function write(value, indent) {
    if (typeof value === 'string')
        return quote(value);
    const inner = `${indent}  `;
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return block(['[', ']'], indent, value.map((item) => `${inner}${write(item, inner)},\n`));
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return JSON.stringify(value);
    const members = Object.entries(value).map(([key, member]) => `${inner}${name(key)}: ${write(member, inner)},\n`);
    return block(['{', '}'], indent, members);
}
function block([open, close], indent, lines) {
    return lines.length === 0 ? open + close : `${open}\n${lines.join('')}${indent}${close}`;
}
function name(key) {
    return identifier.test(key) && !keywords.has(key) ? key : quote(key);
}
const escapes = { '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Single quotes, unless the text has some; a text with both kinds stays as JSON writes it. */
function quote(text) {
    if (text.includes("'") && text.includes('"'))
        return JSON.stringify(text);
    const mark = text.includes("'") ? '"' : "'";
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
    const escaped = text.replace(/[\u0000-\u001f\u007f-\u009f\\]/g, (character) => {
        if (character === '\\')
            return '\\\\';
        return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    return mark + escaped + mark;
}


/***/ }),

/***/ 3807:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ normaliseService),
/* harmony export */   w: () => (/* binding */ alignNamespaces)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4917);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7389);
/* harmony import */ var _service_defaults_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3487);
/* harmony import */ var _service_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2564);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9458);






/**
 * Puts a service definition beside what runs. What only the creation of a service can set is left out, unless nothing
 * runs; the desired count too, where the file does not manage it.
 */
function normaliseService(local, remote, ignoreTags) {
    const kind = (0,_service_document_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(remote, local);
    const wanted = (0,_service_document_js__WEBPACK_IMPORTED_MODULE_1__/* .definitionDocument */ .xg)(local);
    if (remote === undefined)
        return { after: normaliseDocument(wanted, serviceRules(kind, ignoreTags)) };
    const rules = serviceRules(kind, ignoreTags);
    const unmanaged = new Set(_service_document_js__WEBPACK_IMPORTED_MODULE_1__/* .creationAttributes */ .tc);
    if (kind.daemon || wanted['desiredCount'] === undefined)
        unmanaged.add('desiredCount');
    const normalise = (document) => normaliseDocument((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutKeys */ .Pe)((0,_service_defaults_js__WEBPACK_IMPORTED_MODULE_0__/* .fillDefaults */ .w)(document, kind), unmanaged), rules);
    return { before: normalise((0,_service_document_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceDocument */ .r9)(remote)), after: normalise(wanted) };
}
/**
 * Gives the Service Connect namespace of `after` the spelling of `before` where one is an ARN and the other a name: ECS
 * answers with the ARN whatever was written, and the ARN does not hold the name.
 */
function alignNamespaces({ before, after }) {
    const live = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(before, ['serviceConnectConfiguration', 'namespace']);
    const wanted = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(after, ['serviceConnectConfiguration', 'namespace']);
    if (before === undefined || live === undefined || wanted === undefined || isArn(live) === isArn(wanted)) {
        return { ...(before === undefined ? {} : { before }), after };
    }
    return { before, after: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .IU)(after, { serviceConnectConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inside */ .nx)({ namespace: () => live }) }) };
}
function isArn(text) {
    return text.startsWith('arn:');
}
function normaliseDocument(document, rules) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalise */ ._I)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRules */ .IU)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalise */ ._I)(document), rules));
}
function serviceRules(kind, ignoreTags) {
    return {
        capacityProviderStrategy: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inEach */ .B1)({ base: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .dropZero */ .Kb, weight: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .dropZero */ .Kb }),
        networkConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inside */ .nx)({ awsvpcConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inside */ .nx)({ securityGroups: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortByText */ .zQ, subnets: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortByText */ .zQ }) }),
        placementConstraints: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortByText */ .zQ,
        serviceConnectConfiguration: forgetDisabled,
        tags: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inTurn */ .lo)((0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .keepManaged */ .h)(ignoreTags), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortBy */ .Ul)('key')),
        volumeConfigurations: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortBy */ .Ul)('name'),
        vpcLatticeConfigurations: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .sortBy */ .Ul)('portName'),
        // CodeDeploy swaps the target groups with every deployment.
        ...(kind.codeDeploy ? { loadBalancers: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .inEach */ .B1)({ targetGroupArn: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .drop */ .gv }) } : {}),
        ...(kind.daemon ? { placementStrategy: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .drop */ .gv } : {}),
        ...(kind.express ? { deploymentConfiguration: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .drop */ .gv, loadBalancers: _field_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .drop */ .gv } : {}),
    };
}
// Service Connect that is switched off may keep its namespace; it means nothing.
const forgetDisabled = (value) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) && value['enabled'] === false ? { enabled: false } : value;


/***/ }),

/***/ 9961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ke: () => (/* binding */ taskDefinitionDocument),
/* harmony export */   NS: () => (/* binding */ taskDefinitionOutputs),
/* harmony export */   Sp: () => (/* binding */ normaliseMemory),
/* harmony export */   ly: () => (/* binding */ normaliseTaskDefinition),
/* harmony export */   rr: () => (/* binding */ normaliseCpu)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4917);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7389);
/* harmony import */ var _plain_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3958);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9458);





/** Members of DescribeTaskDefinition's answer that RegisterTaskDefinition does not take. */
const taskDefinitionOutputs = new Set([
    'compatibilities',
    'deleteRequestedAt',
    'deregisteredAt',
    'registeredAt',
    'registeredBy',
    'requiresAttributes',
    'revision',
    'status',
    'taskDefinitionArn',
]);
/** A registered task definition as a definition file would say it: every registrable field, and the tags. */
function taskDefinitionDocument(registered) {
    const document = (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .Pe)((0,_plain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toJsonObject */ .N)(registered.definition), taskDefinitionOutputs);
    const { tags } = (0,_plain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toJsonObject */ .N)({ tags: registered.tags });
    return tags === undefined ? document : { ...document, tags };
}
/** The form in which two task definitions that mean the same are equal (specification 5.11). */
function normaliseTaskDefinition(document, ignoreTags) {
    const known = (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .Pe)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalise */ ._I)(document), taskDefinitionOutputs);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalise */ ._I)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .applyRules */ .IU)(known, {
        containerDefinitions: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inTurn */ .lo)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inEach */ .B1)(containerRules(known)), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortBy */ .Ul)('name')),
        cpu: (value) => (typeof value === 'string' ? normaliseCpu(value) : value),
        memory: (value) => (typeof value === 'string' ? normaliseMemory(value) : value),
        placementConstraints: _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ,
        proxyConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inside */ .nx)({ properties: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortBy */ .Ul)('name') }),
        requiresCompatibilities: _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ,
        tags: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inTurn */ .lo)((0,_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .keepManaged */ .h)(ignoreTags), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortBy */ .Ul)('key')),
        volumes: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inTurn */ .lo)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inEach */ .B1)({ host: dropEmpty }), _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ),
    }));
}
/** `0.25 vCPU` is `256`; undefined where the number cannot be read (specification 9.1). */
function normaliseCpu(cpu) {
    return /vcpu/i.test(cpu) ? multiply(cpu.replace(/vcpu/i, '')) : cpu;
}
/** `0.5 GB` is `512`; the unit is case-sensitive (specification 9.1). */
function normaliseMemory(memory) {
    return memory.includes('GB') ? multiply(memory.replace('GB', '')) : memory;
}
function multiply(text) {
    const amount = text.trim() === '' ? Number.NaN : Number(text);
    return Number.isFinite(amount) ? String(Math.trunc(amount * 1024)) : undefined;
}
function containerRules(taskDefinition) {
    const portMappings = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(taskDefinition, ['networkMode']) === 'awsvpc' ? (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inTurn */ .lo)(inEachMapping, _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ) : _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ;
    return {
        cpu: _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .dropZero */ .Kb,
        environment: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortBy */ .Ul)('name'),
        secrets: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortBy */ .Ul)('name'),
        mountPoints: _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ,
        portMappings,
        volumesFrom: _field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .sortByText */ .zQ,
    };
}
// Under awsvpc a task has an interface of its own: the host's port can only be the container's.
const inEachMapping = (mappings) => (Array.isArray(mappings) ? mappings.map(fillHostPort) : mappings);
function fillHostPort(mapping) {
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(mapping) || mapping['containerPort'] === undefined)
        return mapping;
    return { hostPort: mapping['containerPort'], ...mapping };
}
// ECS answers `host: {}` for a volume of which the file says only the name.
const dropEmpty = (host) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(host) && Object.keys(host).length === 0 ? (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .drop */ .gv)(host) : host);


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ toJsonObject),
/* harmony export */   w: () => (/* binding */ toTimedJsonObject)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

/** An object of the SDK as a JSON object: what is undefined, a date or otherwise not JSON is left out. */
function toJsonObject(value) {
    return convert(value, () => undefined);
}
/** The same for documents that people read: times are kept, in RFC 3339. */
function toTimedJsonObject(value) {
    return convert(value, (date) => date.toISOString());
}
function convert(value, writeTime) {
    const json = toJson(value, writeTime);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(json) ? json : {};
}
function toJson(value, writeTime) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
        return value;
    }
    if (Array.isArray(value))
        return value.map((item) => toJson(item, writeTime)).filter((item) => item !== undefined);
    if (value instanceof Date)
        return writeTime(value);
    if (typeof value !== 'object')
        return undefined;
    return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
        const json = toJson(member, writeTime);
        return json === undefined ? [] : [[key, json]];
    }));
}


/***/ }),

/***/ 3487:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ withoutNeedless),
/* harmony export */   w: () => (/* binding */ fillDefaults)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4917);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7389);



/**
 * The document with what ECS or ecspresso assumes where it says nothing (specification 4.5). An absent list that can be
 * detached is empty, an absent Service Connect is switched off (5.3.4, since ecspresso 2.6).
 */
function fillDefaults(document, kind) {
    const defaults = {
        ...(kind.fargate ? { platformVersion: 'LATEST' } : {}),
        availabilityZoneRebalancing: 'DISABLED',
        deploymentConfiguration: {},
        enableECSManagedTags: false,
        enableExecuteCommand: false,
        loadBalancers: [],
        serviceConnectConfiguration: {},
        volumeConfigurations: [],
        vpcLatticeConfigurations: [],
    };
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .applyRules */ .IU)({ ...defaults, ...document }, fillingRules(kind));
}
/** Members without which the API refuses the object around them. */
const required = new Set(['enable', 'enabled', 'rollback']);
/**
 * What of `filled` has to be said to a service that is `live`: a default that the file does not spell out is left away
 * where the service has it anyway. Both `filled` and `live` have their defaults.
 */
function withoutNeedless(filled, written, live) {
    const isNeeded = ([key, value]) => written[key] !== undefined || required.has(key) || !(0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(value, live[key]);
    return Object.fromEntries(Object.entries(filled)
        .filter(isNeeded)
        .map(([key, value]) => [key, needed(value, written[key], live[key])]));
}
// A list replaces the service's list as a whole, and ECS assumes the same defaults in its items as we do.
function needed(filled, written, live) {
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(filled))
        return written ?? filled;
    return withoutNeedless(filled, (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(written) ? written : {}, (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(live) ? live : {});
}
function fillingRules(kind) {
    return {
        deploymentConfiguration: (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? fillDeploymentConfiguration(value, kind) : value),
        networkConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .inside */ .nx)({ awsvpcConfiguration: fill({ assignPublicIp: 'DISABLED' }) }),
        serviceConnectConfiguration: fill({ enabled: false }),
    };
}
function fillDeploymentConfiguration(configuration, kind) {
    const percentages = kind.daemon
        ? { maximumPercent: 100, minimumHealthyPercent: 0 }
        : { maximumPercent: 200, minimumHealthyPercent: 100 };
    const defaults = { bakeTimeInMinutes: 0, deploymentCircuitBreaker: {}, strategy: 'ROLLING', ...percentages };
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .applyRules */ .IU)({ ...defaults, ...configuration }, {
        alarms: fill({ enable: false, rollback: false }),
        deploymentCircuitBreaker: fill({
            enable: false,
            resetOnHealthyTask: true,
            rollback: false,
            thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
        }),
        earlySuccessCriteria: fill({ healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' }),
        lifecycleHooks: inEachHook,
    });
}
function fill(defaults) {
    return (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? { ...defaults, ...value } : value);
}
const fillHook = fill({
    targetType: 'AWS_LAMBDA',
    timeoutConfiguration: { action: 'ROLLBACK', timeoutInMinutes: 1440 },
});
const inEachHook = (hooks) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(hooks) ? hooks.map(fillHook).filter((hook) => hook !== undefined) : hooks;


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Oo: () => (/* binding */ controllerOf),
/* harmony export */   fS: () => (/* binding */ deploymentTriggers),
/* harmony export */   r9: () => (/* binding */ serviceDocument),
/* harmony export */   tc: () => (/* binding */ creationAttributes),
/* harmony export */   xg: () => (/* binding */ definitionDocument)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7979);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7389);
/* harmony import */ var _plain_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3958);



/** What DescribeServices answers and no call takes, and what the config decides instead (specification 4.2). */
const serviceOutputs = new Set([
    'cluster',
    'clusterArn',
    'createdAt',
    'createdBy',
    'currentServiceDeployment',
    'currentServiceRevisions',
    'deployments',
    'events',
    'pendingCount',
    'platformFamily',
    'resourceManagementType',
    'role',
    'roleArn',
    'runningCount',
    'service',
    'serviceArn',
    'serviceName',
    'status',
    'taskDefinition',
    'taskSets',
]);
/** Only CreateService takes them from us (specification 5.3.4). */
const creationAttributes = ['launchType', 'schedulingStrategy', 'deploymentController'];
/** Attributes that open a deployment when they change (API_UpdateService, "triggers a new service deployment"). */
const deploymentTriggers = [
    'loadBalancers',
    'networkConfiguration',
    'platformVersion',
    'serviceConnectConfiguration',
    'serviceRegistries',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
];
/** Where a service has them, DescribeServices answers them with its PRIMARY deployment (specification 4.7). */
const deploymentAttributes = ['serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'];
/** The document of a service definition without what belongs to the config or to ECS. */
function definitionDocument(document) {
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .Pe)(document, serviceOutputs);
}
/** A running service as a service definition would say it. */
function serviceDocument(service) {
    const answer = (0,_plain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .toJsonObject */ .N)(service);
    const primary = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(answer, ['deployments']).find((deployment) => deployment['status'] === 'PRIMARY');
    return definitionDocument({ ...(0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyKeys */ .Bh)(primary ?? {}, deploymentAttributes), ...answer });
}
/** The kind of a service from what runs and, where nothing can be read there, from what the file says. */
function kindOf(remote, local) {
    const live = remote === undefined ? {} : serviceDocument(remote);
    return {
        codeDeploy: controllerOf(remote, local) === 'CODE_DEPLOY',
        daemon: ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(live, ['schedulingStrategy']) ?? (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(local, ['schedulingStrategy'])) === 'DAEMON',
        express: remote?.resourceManagementType === 'ECS',
        fargate: isFargate(live) || isFargate(local),
    };
}
/** Type of the deployment controller; what runs decides, `ECS` where nobody says (specification 5.1, 6.1). */
function controllerOf(remote, local) {
    if (remote !== undefined)
        return remote.deploymentController?.type ?? 'ECS';
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(local, ['deploymentController', 'type']) ?? 'ECS';
}
function isFargate(document) {
    const providers = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(document, ['capacityProviderStrategy']).map((item) => item['capacityProvider']);
    return document['launchType'] === 'FARGATE' || providers.some((one) => one === 'FARGATE' || one === 'FARGATE_SPOT');
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZL: () => (/* binding */ planUpdate),
/* harmony export */   _1: () => (/* binding */ planCreate),
/* harmony export */   sZ: () => (/* binding */ registrationInput),
/* harmony export */   wb: () => (/* binding */ plannedCount)
/* harmony export */ });
/* unused harmony export opensDeployment */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4917);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7389);
/* harmony import */ var _normalise_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3807);
/* harmony import */ var _normalise_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9961);
/* harmony import */ var _service_defaults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3487);
/* harmony import */ var _service_document_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2564);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9458);









/**
 * The update of an existing service as ecspresso ≥ 2.8.1 makes it: one UpdateService with everything (specification
 * 5.3.3, 5.3.4). Attributes are sent only when one of them differs, and then all that the definition says, lists in
 * their original order; what it leaves out is sent only where the service has something else than the default, so that
 * load balancers, volumes, VPC Lattice and Service Connect that the file no longer names are detached. The count is
 * left out where it would be the service's own.
 *
 * @throws UserError when the service has an external deployment controller.
 */
function planUpdate(request) {
    const { remote, name } = request;
    const written = request.updateService ? request.local?.document : undefined;
    const kind = supportedKind(remote, written ?? {});
    const attributes = written === undefined ? {} : differingAttributes(written, remote, kind);
    const input = {
        ...attributes,
        ...optional('taskDefinition', kind.codeDeploy ? undefined : request.taskDefinitionArn),
        ...optional('desiredCount', plannedCount(request)),
        ...optional('forceNewDeployment', request.forceNewDeployment && !kind.codeDeploy ? true : undefined),
        cluster: name.cluster,
        service: name.service,
    };
    return {
        input,
        tags: written === undefined
            ? { add: [], remove: [] }
            : (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .planTags */ .V)((0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceDocument */ .r9)(remote)['tags'], written['tags'], request.ignoreTags),
        changesService: Object.keys(attributes).length > 0,
    };
}
/** The desired count that an update sends; undefined where the service keeps its own (specification 5.1 B7). */
function plannedCount(request) {
    const written = request.updateService ? request.local?.document : undefined;
    const { daemon } = supportedKind(request.remote, written ?? {});
    return daemon ? undefined : countOf(request.desiredCount, written);
}
/**
 * Input of CreateService: the definition as it is written, nothing sorted or assumed (specification 5.4). An explicit
 * REPLICA service without a count begins with 0 tasks.
 *
 * @throws UserError when the definition asks for an external deployment controller.
 */
function planCreate(request) {
    const { document } = request.local;
    const kind = supportedKind(undefined, document);
    const count = kind.daemon ? undefined : countOf(request.desiredCount, document);
    const isReplica = document['schedulingStrategy'] === 'REPLICA';
    return {
        ...(0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKeys */ .Pe)(managedDocument((0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .definitionDocument */ .xg)(document), request.ignoreTags), new Set(['desiredCount'])),
        ...optional('desiredCount', count ?? (isReplica ? 0 : undefined)),
        cluster: request.name.cluster,
        serviceName: request.name.service,
        taskDefinition: request.taskDefinitionArn,
    };
}
/** Input of RegisterTaskDefinition: the file without empty lists, ignored tags and members of the describe answer. */
function registrationInput(document, ignoreTags) {
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKeys */ .Pe)(managedDocument((0,_canonical_js__WEBPACK_IMPORTED_MODULE_7__/* .canonicalise */ ._I)(document), ignoreTags), _normalise_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .taskDefinitionOutputs */ .NS);
}
/**
 * Whether an UpdateService starts a new deployment of `remote`: another task definition, an attribute of which the API
 * page says so, or force. CodeDeploy starts its deployments itself.
 */
function opensDeployment(input, remote) {
    if (controllerOf(remote, {}) === 'CODE_DEPLOY')
        return false;
    if (input['forceNewDeployment'] === true)
        return true;
    const wanted = input['taskDefinition'];
    if (typeof wanted === 'string' && shortName(wanted) !== shortName(remote.taskDefinition ?? ''))
        return true;
    const sides = normaliseService(onlyKeys(input, deploymentTriggers), remote, []);
    const { before = {}, after } = alignNamespaces(sides);
    return deploymentTriggers.some((key) => input[key] !== undefined && !sameValue(before[key], after[key]));
}
/** Attributes that CodeDeploy takes from the AppSpec and UpdateService refuses for its services. */
const codeDeployAttributes = [
    'capacityProviderStrategy',
    'loadBalancers',
    'networkConfiguration',
    'platformVersion',
    'serviceRegistries',
];
function differingAttributes(written, remote, kind) {
    const { before, after } = (0,_normalise_service_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseService */ .K)(written, remote, []);
    const uncounted = new Set(['desiredCount', 'tags']);
    if ((0,_canonical_js__WEBPACK_IMPORTED_MODULE_7__/* .sameValue */ .eE)(before && (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKeys */ .Pe)(before, uncounted), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKeys */ .Pe)(after, uncounted)))
        return {};
    const local = (0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .definitionDocument */ .xg)(written);
    const wanted = (0,_service_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutNeedless */ .O)((0,_service_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .fillDefaults */ .w)(local, kind), local, (0,_service_defaults_js__WEBPACK_IMPORTED_MODULE_3__/* .fillDefaults */ .w)((0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceDocument */ .r9)(remote), kind));
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutKeys */ .Pe)(wanted, new Set([...uncounted, ..._service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .creationAttributes */ .tc, ...refusedAttributes(kind)]));
}
function refusedAttributes({ codeDeploy, daemon, express }) {
    return [
        ...(codeDeploy ? codeDeployAttributes : []),
        ...(daemon ? ['placementStrategy'] : []),
        ...(express ? ['deploymentConfiguration', 'loadBalancers'] : []),
    ];
}
function supportedKind(remote, local) {
    const controller = (0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .controllerOf */ .Oo)(remote, local);
    if (controller === 'EXTERNAL') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`unsupported deployment controller type: ${controller}`, {
            hint: 'Deploy this service through its task sets, or create it with the deployment controller ECS.',
        });
    }
    return (0,_service_document_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(remote, local);
}
function countOf(option, local) {
    if (option === 'unchanged')
        return undefined;
    if (option >= 0)
        return option;
    const count = local?.['desiredCount'];
    return typeof count === 'number' ? count : undefined;
}
function managedDocument(document, ignoreTags) {
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .applyRules */ .IU)(document, { tags: (0,_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .keepManaged */ .h)(ignoreTags) });
}
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
}


/***/ }),

/***/ 9458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ planTags),
/* harmony export */   h: () => (/* binding */ keepManaged)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4917);


/** Removes the tags that are not ours to manage, and the field where none is left. */
function keepManaged(ignoreTags) {
    return (value) => {
        const kept = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(value, []).filter((tag) => isManaged((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tag, ['key']), ignoreTags));
        return kept.length === 0 ? undefined : kept;
    };
}
/** Tags compared by key (specification 5.3.6): the way from one list to the other. */
function planTags(before, after, ignoreTags) {
    const old = tagsByKey(before, ignoreTags);
    const wanted = tagsByKey(after, ignoreTags);
    return {
        add: [...wanted].filter(([key, value]) => old.get(key) !== value).map(([key, value]) => ({ key, value })),
        remove: [...old.keys()].filter((key) => !wanted.has(key)),
    };
}
function tagsByKey(tags, ignoreTags) {
    const pairs = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(tags, [])
        .map(readTag)
        .filter(([key]) => isManaged(key, ignoreTags));
    return new Map(pairs.sort(([one], [other]) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .compareTexts */ .qy)(one, other)));
}
function readTag(tag) {
    return [(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tag, ['key']) ?? '', (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(tag, ['value']) ?? ''];
}
// AWS owns tags that begin with `aws:`; any call that names one is refused.
function isManaged(key, ignoreTags) {
    return key === undefined || !(ignoreTags.includes(key) || key.toLowerCase().startsWith('aws:'));
}


/***/ }),

/***/ 4251:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Co: () => (/* binding */ measureProgress),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Z5: () => (/* binding */ isInHand),
/* harmony export */   ZA: () => (/* binding */ findOurs),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   zO: () => (/* binding */ readCounter)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8108);


// ECS stamps the service deployment a moment after the deployment that UpdateService answers with, or before it.
const stampTolerance = 2_000;
/**
 * `deployments[].id` and the service deployment's ARN are linked in no answer: ours is the oldest one created with our
 * deployment whose target revision holds our task definition.
 */
function observe(ecs, started) {
    let arn;
    let blind;
    let seen = false;
    let recalled = false;
    async function findArn() {
        const createdAfter = started.createdAt - stampTolerance;
        const listed = await ecs.listServiceDeployments(started.name, { createdAfter });
        const candidates = listed.toReversed().filter((brief) => (brief.createdAt?.getTime() ?? 0) >= createdAfter);
        if (candidates.length === 0)
            return undefined;
        const targets = candidates.flatMap((brief) => brief.targetServiceRevisionArn ?? []);
        const revisions = targets.length === 0 ? [] : await ecs.describeServiceRevisions([...new Set(targets)]);
        const ours = new Set(revisions.filter((one) => one.taskDefinition === started.taskDefinition).map((one) => one.serviceRevisionArn));
        const match = (brief) => ours.has(brief.targetServiceRevisionArn);
        return candidates.find(match)?.serviceDeploymentArn;
    }
    async function readServiceDeployment() {
        try {
            arn ??= await findArn();
            return arn === undefined ? undefined : await ecs.describeServiceDeployment(arn);
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy))
                throw error;
            // deployments[] by id carries the verdict then: for this look, or for good.
            if (!isPassing(error))
                blind = describeBlindness(error);
            return undefined;
        }
    }
    return {
        async look() {
            // The service last: a success is only said of what runs now, however long the other read took.
            const readable = started.opened && blind === undefined;
            const serviceDeployment = readable ? await readServiceDeployment() : undefined;
            const service = await ecs.describeService(started.name);
            seen ||= service?.deployments?.some((deployment) => deployment.id === started.deploymentId) === true;
            return { service, serviceDeployment, seen, recalled };
        },
        recall() {
            recalled = true;
        },
        blindness: () => blind,
    };
}
function describeBlindness(error) {
    const why = isRefusal(error) ? `no permission for ecs:${error.operation}` : `${error.operation}: ${error.message}`;
    return `${why}; following the deployment in DescribeServices instead`;
}
/** Whether the same call may well succeed a moment later: throttled, broken on the other side, or lost. */
function isPassing(error) {
    return error.status === 0 || error.status >= 500 || /Throttl|RequestLimitExceeded|TooManyRequests/.test(error.code);
}
/** Whether AWS said that the caller may not do this. */
function isRefusal(error) {
    return /^(AccessDenied|AccessDeniedException|UnauthorizedException|Forbidden)$/.test(error.code);
}
/** Our deployment in a look at the service, by id. */
function findOurs(observation, started) {
    return observation.service?.deployments?.find((deployment) => deployment.id === started.deploymentId);
}
/** Whether our deployment is to be seen and goes on: nobody has asked ECS to stop it. */
function isInHand(observation, started) {
    const status = observation.serviceDeployment?.status ?? 'IN_PROGRESS';
    return findOurs(observation, started) !== undefined && ['PENDING', 'IN_PROGRESS'].includes(status);
}
/**
 * The failures of our deployment that ECS counts at present: its circuit breaker's number where it watches, else that of
 * the deployment.
 */
function readCounter(observation, started) {
    const breaker = observation.serviceDeployment?.deploymentCircuitBreaker;
    const watches = breaker?.status !== undefined && breaker.status !== 'DISABLED';
    return (watches ? breaker.failureCount : findOurs(observation, started)?.failedTasks) ?? 0;
}
/** The counts of our deployment; zeros where it is not to be seen. */
function measureProgress(observation, started) {
    const ours = findOurs(observation, started);
    const breaker = observation.serviceDeployment?.deploymentCircuitBreaker;
    return {
        revision: (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .E)(started.taskDefinition),
        desired: ours?.desiredCount ?? observation.service?.desiredCount ?? 0,
        running: ours?.runningCount ?? 0,
        pending: ours?.pendingCount ?? 0,
        failed: Math.max(ours?.failedTasks ?? 0, breaker?.failureCount ?? 0),
    };
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isTerminal),
/* harmony export */   w: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _observation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4251);


const goesOn = new Set(['progressing']);
/** Looks until `isOver`, the deadline, a refusal or the signal; knows nothing of what it looks at. */
async function watch(look, watching, isOver = isTerminal) {
    let last;
    for (;;) {
        if (watching.signal.aborted)
            return { kind: 'cancelled', last };
        const seen = await tryLook(look);
        if (seen instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy)
            return { kind: 'blind', error: seen, last };
        if (seen !== undefined) {
            last = seen;
            watching.onLook(seen);
            if (isOver(seen.verdict))
                return { kind: 'verdict', verdict: seen.verdict };
        }
        const remaining = watching.deadline - watching.clock.now();
        if (remaining <= 0)
            return { kind: 'deadline', last };
        await pause(watching, Math.min(watching.interval, remaining));
    }
}
/** Whether our own deployment has come to its end, or ECS has begun to undo it. */
function isTerminal(verdict) {
    return !goesOn.has(verdict.kind);
}
/** A throttled or broken look is no news; a refusal ends the looking. */
async function tryLook(look) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy))
            throw error;
        return (0,_observation_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error) ? undefined : error;
    }
}
async function pause({ clock, signal }, ms) {
    try {
        await clock.sleep(ms, signal);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
}


/***/ }),

/***/ 7194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VT: () => (/* binding */ isSecretEntry),
/* harmony export */   dg: () => (/* binding */ registerSecrets),
/* harmony export */   gE: () => (/* binding */ createSecrets),
/* harmony export */   m0: () => (/* binding */ hideComparison),
/* harmony export */   qg: () => (/* binding */ hideDocument)
/* harmony export */ });
/* unused harmony exports isSecretName, looksSecret, hideChange */
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

/** What a hidden value looks like; a changed one says so and nothing else about itself. */
const hidden = '***';
const changedMark = ' (changed)';
/** An empty set of secrets. */
function createSecrets() {
    const values = new Set();
    let pattern;
    return {
        register(value) {
            for (const part of partsOf(value))
                values.add(part);
            pattern = undefined;
        },
        mask(text) {
            if (values.size === 0)
                return text;
            pattern ??= patternOf(values);
            return text.replace(pattern, hidden);
        },
        valuesForRunner: () => [...values].filter((value) => !/\n|^[[{]/.test(value)),
    };
}
/** The distinctive texts in which a value may show up: itself, the leaves of a JSON document, its lines. */
function partsOf(value) {
    const leaves = leavesOf(value);
    if (leaves !== undefined)
        return [value.trim(), ...leaves].filter((part) => part.length > 1).filter(isDistinctive);
    const whole = value.trim();
    const lines = whole.split(/\r?\n/).map((line) => line.trim());
    const parts = lines.length > 1 ? lines.filter((line) => line.length >= 16 && !line.startsWith('-----')) : [];
    return [whole, ...parts].filter(isDistinctive);
}
/** The texts and numbers of a JSON object or list; undefined for anything else. */
function leavesOf(value) {
    if (!/^\s*[[{]/.test(value))
        return undefined;
    try {
        return collectLeaves(JSON.parse(value));
    }
    catch {
        return undefined;
    }
}
function collectLeaves(value) {
    // A secret's leaf may be JSON or a key of several lines itself.
    if (typeof value === 'string')
        return partsOf(value);
    if (typeof value === 'number')
        return [String(value)];
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return value.flatMap(collectLeaves);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? Object.values(value).flatMap(collectLeaves) : [];
}
const ordinary = /^(?:true|false|null|none|undefined|default|enabled|disabled|localhost|production|development|staging)$/i;
const region = /^[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central)[a-z]*-\d$/;
/**
 * Whether a value is long and special enough to be replaced wherever it appears. `{`, `true`, `3306` or a region
 * would take the log with them.
 */
function isDistinctive(value) {
    if (ordinary.test(value) || region.test(value) || new Set(value).size < 4)
        return false;
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s{}[\]",:]/].filter((kind) => kind.test(value)).length;
    return kinds >= 2 ? value.length >= 5 : kinds === 1 && value.length >= 8;
}
/** Longest first, so that no rest of a longer secret stays; also as JSON and URLs spell it. */
function patternOf(values) {
    const spellings = new Set();
    for (const value of values) {
        spellings.add(value);
        spellings.add(JSON.stringify(value).slice(1, -1));
        spellings.add(encodeURIComponent(value.toWellFormed()));
    }
    const ordered = [...spellings].sort((a, b) => b.length - a.length);
    return new RegExp(ordered.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}
const secretWord = /(?:^|_)(?:PASSWORDS?|PASSWD|PASS|PASSPHRASE|[A-Z]+_PWD|SECRETS?|TOKENS?|API_?KEYS?|APP_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SECRET_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|MASTER_?KEY|AUTH_?KEY|LICENSE_?KEY|SALT|PEPPER|CREDENTIALS?|CONNECTION_?STRING)(?:$|_)/;
const harmlessEnd = /_(?:FILE|PATH|DIR|NAME|ARN|ID|URL|URI|ENDPOINT|HOST|PORT|HEADER|TTL|EXPIRY|EXPIRATION|EXPIRES_?IN|LENGTH|ENABLED|REQUIRED|TYPE|PARAMETER|PREFIX|VERSION|REGION|COUNT|LIMIT|SOURCE)$/;
/** Whether a variable of this name usually holds a secret: `DB_PASSWORD`, `apiKey`; not `TOKEN_URL`, `SECRET_ARN`. */
function isSecretName(name) {
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/[^a-zA-Z\d]+/g, '_');
    return secretWord.test(words.toUpperCase()) && !harmlessEnd.test(words.toUpperCase());
}
const shapes = [
    /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/,
    /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/,
    /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    /\b(?:gh[pousr]_[A-Za-z\d]{20,}|github_pat_\w{20,})/,
    /\b(?:xox[abprs]-[\w-]{10,}|[sr]k_(?:live|test)_\w{10,}|glpat-[\w-]{16,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|AIza[\w-]{30,})/,
    // A URL or DSN with a password: `postgres://app:pw@db/app`.
    /\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
    /\b(?:password|pwd|accountkey|sharedaccesskey)=[^;\s]{4,}/i,
];
/** Whether a value is secret by its shape: keys of known issuers, tokens, URLs with a password, long random texts. */
function looksSecret(value) {
    return shapes.some((shape) => shape.test(value)) || isRandom(value);
}
/** One word of 24 characters or more that mixes cases and digits without order; digests and ids in hex are public. */
function isRandom(value) {
    if (!/^[\w+/=-]{24,}$/.test(value) || /^[\da-f-]+$/i.test(value))
        return false;
    if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value))
        return false;
    return entropy(value) >= 3.8;
}
/** Shannon entropy in bits per character. */
function entropy(text) {
    const counts = new Map();
    for (const character of text)
        counts.set(character, (counts.get(character) ?? 0) + 1);
    return [...counts.values()].reduce((sum, n) => sum - (n / text.length) * Math.log2(n / text.length), 0);
}
/** Whether the value of a named entry (environment, option, tag) is to be hidden with `mask: secrets`. */
function isSecretEntry(name, value) {
    if (value === '' || value.startsWith('arn:'))
        return false;
    return isSecretName(name) || looksSecret(value);
}
/** A document as it may be shown. */
function hideDocument(document, hiding) {
    return hideObject(document, { path: '', hiding });
}
/**
 * Takes the secret values of a document as secrets of the run: an application may quote them in its log. With
 * `mask: all` the other values stay out: hosts and names among them stand in ARNs and outputs too.
 */
function registerSecrets(document, { secrets, mode }) {
    const hiding = { secrets, mode: mode === 'all' ? 'secrets' : mode };
    const note = (path, raw) => {
        if (shownText(raw, path, hiding) === hidden)
            hiding.secrets.register(raw);
    };
    hideObject(document, { path: '', hiding, note });
}
/** Two documents as they may be shown side by side; what changed unseen is marked in `after`. */
function hideComparison(comparison, hiding) {
    const { before, after } = comparison;
    const seen = new Map();
    const shown = before && hideObject(before, { path: '', hiding, note: (path, raw) => seen.set(path, raw) });
    return {
        ...comparison,
        ...(shown && { before: shown }),
        after: hideObject(after, { path: '', hiding, before: seen }),
        changes: comparison.changes.map((change) => hideChange(change, hiding)),
    };
}
/** One change as it may be shown: `***` before and `*** (changed)` after. */
function hideChange(change, hiding) {
    const { path, before, after } = change;
    const seen = new Map();
    const place = { path, hiding };
    return {
        path: hiding.secrets.mask(path),
        ...(before !== undefined && {
            before: hideJson(before, { ...place, note: (at, raw) => seen.set(at, raw) }),
        }),
        ...(after !== undefined && { after: hideJson(after, { ...place, before: seen }) }),
    };
}
function hideJson(value, place) {
    if (typeof value === 'string')
        return hideText(value, place);
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return value.map((item, index) => hideJson(item, { ...place, path: itemPath(place.path, item, index) }));
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? hideObject(value, place) : value;
}
function hideObject(value, place) {
    const entries = Object.entries(value).map(([key, child]) => {
        return [
            place.hiding.secrets.mask(key),
            hideJson(child, { ...place, path: place.path === '' ? key : `${place.path}.${key}` }),
        ];
    });
    return Object.fromEntries(entries);
}
function itemPath(path, item, index) {
    const name = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(item) ? (item['name'] ?? item['key']) : undefined;
    return `${path}[${typeof name === 'string' ? name : index}]`;
}
function hideText(text, place) {
    place.note?.(place.path, text);
    const shown = shownText(text, place.path, place.hiding);
    const before = place.before?.get(place.path);
    const unseen = before !== undefined && before !== text && shownText(before, place.path, place.hiding) === shown;
    return unseen ? shown + changedMark : shown;
}
function shownText(text, path, { secrets, mode }) {
    const { name, environment } = entryOf(path);
    if (environment && mode === 'all')
        return hidden;
    if (mode !== 'none' && isSecretEntry(name, text))
        return hidden;
    return secrets.mask(text);
}
/** The entry a text is the value of: `…environment[DB].value` → DB; `…options.apikey`, `…options[api.key]` → the key. */
function entryOf(path) {
    const [, list = '', name] = /(?:^|\.)(\w+)\[([^[]*)\](?:\.value)?$/.exec(path) ?? [];
    if (name !== undefined)
        return { name, environment: list === 'environment' };
    return { name: path.slice(path.lastIndexOf('.') + 1), environment: false };
}


/***/ }),

/***/ 439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X1: () => (/* binding */ evidenceOf),
/* harmony export */   _z: () => (/* binding */ distinctLogs),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   d5: () => (/* binding */ speakerOf),
/* harmony export */   h2: () => (/* binding */ affected),
/* harmony export */   sW: () => (/* binding */ renderDiagnosis)
/* harmony export */ });
/* harmony import */ var _model_location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3214);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8725);



const sourceNames = {
    apiError: 'AWS answered',
    containerReason: 'container stopped',
    stoppedReason: 'task stopped',
    exitCode: 'container stopped',
    health: 'health check',
    event: 'service event',
    rollout: 'deployment',
    codedeploy: 'CodeDeploy',
    log: 'log',
    cli: 'message',
};
/** Why it did not work, as plain lines for the log: cause, what to do, what AWS said, the container's last words. */
function renderDiagnosis(diagnosis) {
    return [
        '',
        `why it failed: ${diagnosis.reason}${placeOf(diagnosis)}`,
        `what to do: ${diagnosis.hint}`,
        ...section(`what AWS reported${affected(diagnosis)}:`, evidenceOf(diagnosis).map(evidenceLine)),
        ...distinctLogs(diagnosis.logs).flatMap((logs) => section(logTitle(logs), logs.log.lines.map((line) => `| ${line}`))),
        ...section('what to look at next:', diagnosis.next.map((step) => `- ${step}`)),
        ...section('could not be read:', diagnosis.notes),
        '',
    ];
}
/** What is worth showing beside the reason and the logs: what one of them quotes already says nothing new. */
function evidenceOf({ evidence, reason, logs }) {
    return evidence.filter(({ source, message }) => {
        if (source === 'log')
            return !logs.some((log) => log.lines.includes(message));
        return source !== 'cli' || !reason.includes(message);
    });
}
/** Logs without repetitions: the tasks of one revision tend to die with the same words. */
function distinctLogs(logs) {
    const groups = Map.groupBy(logs, ({ container, lines }) => JSON.stringify([container, lines]));
    return [...groups.values()].flatMap(([log, ...others]) => {
        return log === undefined ? [] : [{ log, sameIn: others.map(({ task }) => task) }];
    });
}
/** `12:03:09Z  task stopped (container app, task 0f3a): CannotPullContainerError: …` */
function evidenceLine(evidence) {
    const { at, container, task } = evidence;
    const time = at === undefined ? '' : `${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at)}Z  `;
    const where = [container && `container ${container}`, task && `task ${task}`].filter((part) => part !== undefined);
    const place = where.length === 0 ? '' : ` (${where.join(', ')})`;
    return `${time}${speakerOf(evidence)}${place}: ${messageOf(evidence)}`;
}
/** `last log lines of app (task 0f3a, log group /ecs/api; the same in task 1b7e):` */
function logTitle({ log, sameIn }) {
    const more = sameIn.length === 0 ? '' : `; the same in task ${sameIn.join(', ')}`;
    return `last log lines of ${log.container} (task ${log.task}, log group ${log.group}${more}):`;
}
/** ` (seen on 3 tasks)`, nothing for none. */
function affected(diagnosis) {
    return diagnosis.tasks === 0 ? '' : ` (seen on ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(diagnosis.tasks, 'task')})`;
}
function placeOf(diagnosis) {
    return diagnosis.location === undefined ? '' : ` (${(0,_model_location_js__WEBPACK_IMPORTED_MODULE_2__/* .formatLocation */ .j)(diagnosis.location)})`;
}
/** The call that was refused, or what kind of thing speaks. */
function speakerOf({ source, operation }) {
    return operation ?? sourceNames[source];
}
/** What was said, with the name of the error and the exit code where they are not in it. */
function messageOf(evidence) {
    const { errorName, exitCode, message } = evidence;
    const name = errorName === undefined || message.includes(errorName) ? '' : `${errorName}: `;
    const exit = exitCode === undefined || evidence.source === 'exitCode' ? '' : ` (exit code ${exitCode})`;
    return `${name}${message}${exit}`;
}
function section(title, lines) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}


/***/ }),

/***/ 6267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nl: () => (/* binding */ renderDiffs),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   gK: () => (/* binding */ renderStyledDiffs),
/* harmony export */   tu: () => (/* binding */ paintLine),
/* harmony export */   u3: () => (/* binding */ paintDiffLine)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7291);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7979);
/* harmony import */ var _plan_jsonnet_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3044);



const reset = '\u001b[0m';
const colourOf = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' };
/** JSON of two spaces with sorted keys: the same value is always the same text. */
function canonicalJson(value) {
    return JSON.stringify(sortKeys(value), null, 2);
}
/** The diff of two documents; no lines where nothing differs. */
function renderDiff(comparison, { language, lines, context }) {
    if (comparison.changes.length === 0)
        return [];
    const { before, after } = comparison;
    const write = (value) => (language === 'jsonnet' ? (0,_plan_jsonnet_text_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonnetText */ .T)(sortKeys(value)) : `${canonicalJson(value)}\n`);
    const old = before === undefined ? '' : write(before);
    // What runs nowhere yet is compared with nothing, as git shows a new file.
    const remote = comparison.remoteName === '' ? '/dev/null' : comparison.remoteName;
    const local = language === 'jsonnet' ? comparison.localName.replace(/\.json$/, '.jsonnet') : comparison.localName;
    const around = lines === 'all' ? Number.MAX_SAFE_INTEGER : context;
    const { hunks } = (0,diff__WEBPACK_IMPORTED_MODULE_1__/* .structuredPatch */ .YB)(remote, local, old, write(after), '', '', { context: around });
    const body = hunks.flatMap((hunk) => (lines === 'all' ? hunk.lines : hunkLines(hunk)));
    return [`--- ${remote}`, `+++ ${local}`, ...body];
}
/** The diffs of a project: task definition first, as it is registered first. Undefined: another program shows them. */
function renderStyledDiffs(comparison) {
    const { style = plain } = comparison;
    return style.lines === 'none' ? undefined : render(comparison, { ...style, context: 3 });
}
/** The diffs with `context` unchanged lines around a change, whatever was asked of the log. */
function renderDiffs(comparison, context = 3) {
    const { language } = comparison.style ?? plain;
    return render(comparison, { language, lines: 'changed', context });
}
const plain = { language: 'json', lines: 'changed' };
function render({ taskDefinition, service }, style) {
    return [taskDefinition, service].flatMap((one) => (one === undefined ? [] : renderDiff(one, style)));
}
function hunkLines(hunk) {
    const { oldStart, oldLines, newStart, newLines } = hunk;
    return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...hunk.lines];
}
function range(start, lines) {
    return lines === 1 ? String(start) : `${lines === 0 ? Math.max(0, start - 1) : start},${lines}`;
}
const colours = { red: '\u001b[31m', green: '\u001b[32m', yellow: '\u001b[33m' };
/** A line in an ANSI colour, for a terminal. */
function paintLine(line, colour) {
    return line === '' ? line : `${colours[colour]}${line}${reset}`;
}
/** A line of a diff in ANSI colours, for the log. */
function paintDiffLine(line) {
    const colour = /^(?:---|\+\+\+)/.test(line) ? '\u001b[1m' : colourOf[line.charAt(0)];
    return colour === undefined ? line : `${colour}${line}${reset}`;
}
function sortKeys(value) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value))
        return value.map(sortKeys);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? sortObject(value) : value;
}
function sortObject(value) {
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key] ?? null)]));
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N4: () => (/* binding */ tally),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   mo: () => (/* binding */ decisiveCommand),
/* harmony export */   o4: () => (/* binding */ projectOutcome),
/* harmony export */   sE: () => (/* binding */ outcomeIcon),
/* harmony export */   wX: () => (/* binding */ outcomeWords)
/* harmony export */ });
/* harmony import */ var _model_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7088);

/** `prod/api`; the config's path for a project without a service; our own name where no project was reached. */
function projectName(project) {
    if (project.service === '')
        return project.config || 'ecspresso';
    return `${project.cluster}/${project.service}`;
}
/** The command that decides about a project: the worst, of equally bad ones the last. */
function decisiveCommand(project) {
    const worst = projectOutcome(project);
    return project.commands.findLast((command) => command.result.outcome === worst);
}
/** The worst outcome of a project's commands; `skipped` where none ran. */
function projectOutcome(project) {
    return (0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .Om)(project.commands.map((command) => command.result.outcome));
}
/** `✅`, `❌` … : red fails the step. */
function outcomeIcon(outcome) {
    if ((0,_model_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(outcome))
        return '❌';
    if (outcome === 'awaiting-approval' || outcome === 'started')
        return '⏳';
    return outcome === 'skipped' || outcome === 'unchanged' || outcome === 'dry-run' ? '⚪' : '✅';
}
/** The outcome in words that fit after a name: `rolled back`. */
function outcomeWords(outcome) {
    return outcome.replaceAll('-', ' ');
}
/** One line for a whole run: its only verdict, or how many projects ended how. */
function headline(report) {
    const only = report.projects.length === 1 ? report.projects[0] : undefined;
    const command = only && decisiveCommand(only);
    if (only !== undefined && command !== undefined)
        return command.result.sentence;
    return tally(report);
}
/** `3 projects: 1 failed, 2 succeeded`, worst first. */
function tally(report) {
    const all = report.projects.map(projectOutcome);
    if (all.length === 0)
        return 'no project was run';
    const groups = _model_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomes */ .KI.flatMap((outcome) => {
        const number = all.filter((one) => one === outcome).length;
        return number === 0 ? [] : [`${number === all.length ? 'all' : number} ${outcomeWords(outcome)}`];
    });
    return all.length === 1 ? `1 project ${outcomeWords(report.outcome)}` : `${all.length} projects: ${groups.join(', ')}`;
}


/***/ }),

/***/ 6233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ redactReport),
/* harmony export */   g: () => (/* binding */ redactEvent)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7194);


// Everything below runs before any rendering: a text that is escaped first may hold a secret that no longer
// looks like itself.
/** A report with every secret hidden, ready for the views. */
function redactReport(report, hiding) {
    return { ...report, projects: report.projects.map((project) => redactProject(project, hiding)) };
}
/** An event with every secret hidden, ready for the log. */
function redactEvent(event, hiding) {
    return maskTexts(hideInside(event, hiding), hiding);
}
function redactProject(project, hiding) {
    const { commands, events } = project;
    return {
        ...maskTexts({ ...project, commands: [], events: [] }, hiding),
        commands: commands.map((command) => redactCommand(command, hiding)),
        events: events.map((event) => redactEvent(event, hiding)),
    };
}
function redactCommand(command, hiding) {
    return maskTexts({ ...command, result: hideResult(command.result, hiding) }, hiding);
}
function hideInside(event, hiding) {
    if (event.kind === 'compared')
        return { ...event, comparison: hideProject(event.comparison, hiding) };
    if (event.kind === 'ended')
        return { ...event, result: hideResult(event.result, hiding) };
    if (event.kind !== 'call' || event.input === undefined)
        return event;
    // What would be sent is JSON; dates and the like become what they are on the wire.
    const input = JSON.parse(JSON.stringify(event.input));
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(input) ? { ...event, input: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .hideDocument */ .qg)(input, hiding) } : event;
}
function hideResult(result, hiding) {
    return result.comparison === undefined ? result : { ...result, comparison: hideProject(result.comparison, hiding) };
}
function hideProject(comparison, hiding) {
    const { service, taskDefinition } = comparison;
    return {
        ...comparison,
        ...(service && { service: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .hideComparison */ .m0)(service, hiding) }),
        ...(taskDefinition && { taskDefinition: (0,_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .hideComparison */ .m0)(taskDefinition, hiding) }),
    };
}
/** Every text of a value masked, the shape kept. */
function maskTexts(value, hiding) {
    const masked = maskJson(value, hiding);
    // The shape is the same, which the compiler cannot see through a walk over keys.
    return masked;
}
function maskJson(value, hiding) {
    if (typeof value === 'string')
        return hiding.secrets.mask(value);
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return value.map((item) => maskJson(item, hiding));
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, maskJson(child, hiding)]));
}


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AU: () => (/* binding */ fold),
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
// Characters that a terminal, a log viewer or a reader could be fooled with: ANSI sequences, other controls,
// marks that turn the direction of writing. The joiners of emoji stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const ansi = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** Separates two characters that GitHub would read together; takes no room. */
const apart = '\u200b';
/** The lines of a text from outside, free of control characters. */
function splitLines(text) {
    return text.replace(ansi, '').toWellFormed().split(lineBreak).map(cleanLine);
}
/** A text from outside on one line. */
function oneLine(text) {
    return splitLines(text).join(' ').trim();
}
/**
 * A line for the log that the runner cannot read as a workflow command: it knows `::name` at the beginning and
 * `##[name` anywhere (actions/runner, ActionCommand).
 */
function logLine(line) {
    return oneLineKeepingIndent(line)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replace(/##(?=\[)/g, '## ');
}
/** Text in Markdown that only reads as text: no structure, HTML, mention, reference or link; `code` in backticks stays. */
function prose(text) {
    const pieces = oneLine(text).split(/(`[^`]+`)/);
    const line = pieces.map((piece, index) => (index % 2 === 1 ? code(piece.slice(1, -1)) : escapeProse(piece))).join('');
    return line.replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, space, mark) => space + asEntity(mark.charAt(0)) + mark.slice(1));
}
/** Text as inline code, where GitHub looks for neither mentions nor links. */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    const ticks = '`'.repeat(longestRun(line) + 1);
    const space = /^`|`$/.test(line) ? ' ' : '';
    return `${ticks}${space}${line}${space}${ticks}`;
}
/** A table's row of cells in Markdown; a `|` inside, also in code, does not end its cell. */
function row(cells) {
    // Backslashes escape each other first: only an odd one escapes the bar.
    return `| ${cells.map((cell) => cell.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|')).join(' | ')} |`;
}
/** A fenced block; the fence is longer than any run of backticks inside, and no line can pass for one of our marks. */
function fence(text, language) {
    const body = splitLines(text).join('\n').replace(/^<!--/gm, ' <!--');
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** `[label](url)`; the URL is ours, the label text from outside. */
function link(label, url) {
    return `[${prose(label)}](${url.replace(/[()<>\s]/g, (character) => encodeURIComponent(character))})`;
}
/** A fold that is closed, or open; the title is Markdown already. */
function fold(title, body, open = false) {
    return `<details${open ? ' open' : ''}>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
/** A title inside `<summary>`, where GitHub reads HTML and not Markdown. */
function htmlText(text) {
    return keepApart(oneLine(text)).replace(/[&<>"'`*_[\]~|\\$]/g, asEntity);
}
/** The first `limit` characters, with `…` where some are missing. */
function shorten(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/** `1 task`, `2 tasks` */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
function cleanLine(line) {
    return line.replaceAll('\t', '  ').replace(controls, '');
}
function oneLineKeepingIndent(line) {
    return splitLines(line).join(' ').trimEnd();
}
function escapeProse(text) {
    return keepApart(text)
        .replace(/[\\`*_[\]|~$]/g, (mark) => `\\${mark}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/^(\s*)#/, '$1\\#');
}
/** Breaks what GitHub turns into mentions, references and links even where Markdown is escaped. */
function keepApart(text) {
    return text
        .replace(/@(?=[\w-])/g, `@${apart}`)
        .replace(/(#|GH-)(?=\d)/gi, `$1${apart}`)
        .replace(/:(?=\/\/)/g, `:${apart}`)
        .replace(/\bwww\./gi, `www${apart}.`);
}
function asEntity(character) {
    return `&#${character.charCodeAt(0)};`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

/***/ 8725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ formatElapsed),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   r6: () => (/* binding */ formatDateTime)
/* harmony export */ });
/** `12:03:09`, UTC; `at` in ms since the epoch. */
function formatTime(at) {
    return formatDateTime(at).slice(11);
}
/** `2026-11-23 12:03:09`, UTC; `at` in ms since the epoch. */
function formatDateTime(at) {
    // A time that no calendar holds must not break the report.
    const date = new Date(at);
    const iso = Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
    return iso.slice(0, 19).replace('T', ' ');
}
/** `00:45`, `12:09`, `1:02:03`; `ms` is how long something took. */
function formatElapsed(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const clock = `${pad(minutes)}:${pad(rest)}`;
    return hours === 0 ? clock : `${hours}:${clock}`;
}
function pad(number) {
    return String(number).padStart(2, '0');
}


/***/ })

};

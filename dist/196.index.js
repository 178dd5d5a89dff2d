export const id = 196;
export const ids = [196];
export const modules = {

/***/ 1196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runTasks: () => (/* binding */ runTasks)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _model_ecs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8108);
/* harmony import */ var _model_project_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1852);
/* harmony import */ var _plan_canonical_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4917);
/* harmony import */ var _plan_plain_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3958);
/* harmony import */ var _argument_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4548);
/* harmony import */ var _command_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5224);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(165);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8572);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3902);
/* harmony import */ var _task_verbs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6290);











/** Told to AWS, which shows it as the reason why the task stopped. */
const stopReason = 'stopped by ecspresso-action: tasks stop';
/** `tasks`. @throws UserError where it is not one task that is meant, or nobody has said yes to stopping it */
async function runTasks(context) {
    const verb = findVerb(context);
    if ((0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .booleanFlag */ .Fg)(context, 'follow')) {
        const hint = 'choose the lines with --duration or --start-time';
        throw (0,_argument_error_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentError */ .C)('--follow: a log is followed in a terminal only', hint);
    }
    const all = await listTasks(context);
    if (verb === 'list')
        return list(context, all);
    // A stopped task cannot be stopped again.
    const candidates = verb === 'stop' ? all.filter(({ lastStatus }) => lastStatus !== 'STOPPED') : all;
    const task = choose(candidates, (0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .textFlag */ .gx)(context, 'id'));
    if (verb === 'stop')
        return stop(context, task);
    const { document, sentence } = await describe(context, verb, task);
    return print(context, document, sentence);
}
/** One task as JSON, as its log or as its life. */
async function describe(context, verb, task) {
    if (verb === 'logs')
        return (await __webpack_require__.e(/* import() */ 249).then(__webpack_require__.bind(__webpack_require__, 4249))).describeLog(context, task);
    if (verb === 'trace')
        return (await __webpack_require__.e(/* import() */ 329).then(__webpack_require__.bind(__webpack_require__, 1329))).describeLife(context, task);
    const text = (0,_plan_canonical_js__WEBPACK_IMPORTED_MODULE_6__/* .formatDocument */ .Tq)(context.hide((0,_plan_plain_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toTimedJsonObject */ .w)(task)));
    const document = { title: `task ${idOf(task)}`, language: 'json', text };
    return { document, sentence: `task ${idOf(task)} is ${task.lastStatus}` };
}
/** By its word, or by the flag of older versions. */
function findVerb(context) {
    const words = context.flags[_command_line_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsFlag */ .lj];
    const said = [
        ...(Array.isArray(words) ? words : []),
        ...['find', 'stop', 'trace'].filter((name) => (0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .booleanFlag */ .Fg)(context, name)),
    ];
    if (new Set(said).size > 1)
        throw (0,_argument_error_js__WEBPACK_IMPORTED_MODULE_1__/* .argumentError */ .C)(`tasks: ${said.join(' and ')} are exclusive`, 'say one of them');
    return _task_verbs_js__WEBPACK_IMPORTED_MODULE_8__/* .taskVerbs */ .y.find((verb) => verb === said[0]) ?? 'list';
}
/** Those of the service, and those of the family that no service started (specification 5.15); newest first. */
async function listTasks(context) {
    const { project, aws } = context;
    const { cluster } = project.config;
    const name = (0,_model_project_js__WEBPACK_IMPORTED_MODULE_9__/* .serviceName */ .f)(project.config);
    const family = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_4__/* .findLocalFamily */ .r5)(project);
    const [own, related] = await Promise.all([
        name === undefined ? [] : aws.ecs.listTasks(name),
        aws.ecs.listTasks({ cluster, family }),
    ]);
    const arns = new Set(own.map(({ taskArn }) => taskArn));
    const alone = related.filter(({ taskArn, group }) => !arns.has(taskArn) && !group?.startsWith('service:'));
    return [...own, ...alone].toSorted((one, other) => timeOf(other) - timeOf(one));
}
function list(context, all) {
    const listing = {
        title: 'tasks',
        columns: ['ID', 'TaskDefinition', 'Instance', 'LastStatus', 'DesiredStatus', 'CreatedAt', 'Group', 'Type'],
        rows: all.map(rowOf),
        objects: all.map((task) => context.hide((0,_plan_plain_json_js__WEBPACK_IMPORTED_MODULE_7__/* .toTimedJsonObject */ .w)(task))),
    };
    const running = all.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
    const sentence = `${all.length === 1 ? '1 task' : `${all.length} tasks`}, ${running} running`;
    return print(context, (0,_table_js__WEBPACK_IMPORTED_MODULE_5__/* .printListing */ .u)(listing, (0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .textFlag */ .gx)(context, 'output', 'table')), sentence);
}
function rowOf(task) {
    const { taskDefinitionArn = '', containerInstanceArn = '', lastStatus = '', desiredStatus = '' } = task;
    const created = task.createdAt?.toISOString().replace(/\.\d+Z$/, 'Z') ?? '';
    const { group = '', launchType = '', capacityProviderName = launchType } = task;
    const instance = (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_10__/* .shortName */ .E)(containerInstanceArn);
    return [
        idOf(task),
        (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_10__/* .shortName */ .E)(taskDefinitionArn),
        instance,
        lastStatus,
        desiredStatus,
        created,
        group,
        capacityProviderName,
    ];
}
/** The task that `--id` names or begins, or the only one; nobody can be asked. */
function choose(candidates, id) {
    const [first, ...others] = candidates.filter((task) => idOf(task).startsWith((0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_10__/* .shortName */ .E)(id)));
    if (first !== undefined && others.length === 0)
        return first;
    const ids = candidates.map((task) => `${idOf(task)} (${task.lastStatus ?? ''})`).join(', ');
    if (candidates.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no task is found', { hint: 'see what there is: `tasks`', category: 'config/reference' });
    }
    const problem = first === undefined ? `no task ${id} is found` : `${others.length + 1} tasks are possible, and nobody can be asked`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${problem}: ${ids}`, { hint: 'name one with --id', category: 'config/client' });
}
async function stop(context, task) {
    const { cluster } = context.project.config;
    const id = idOf(task);
    const call = { kind: 'call', operation: 'StopTask' };
    if ((0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .isDryRun */ .vG)(context)) {
        const input = { cluster, task: id, reason: stopReason };
        context.emit({ ...call, dryRun: true, summary: `stop task ${id}`, input });
        return { outcome: 'dry-run', sentence: `DRY RUN OK: would stop task ${id}` };
    }
    if (!(0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .booleanFlag */ .Fg)(context, 'force')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`aborted: task ${id} would be stopped, and nobody can be asked`, {
            hint: 'add --force to say yes; --dry-run shows what would be called',
            category: 'config/client',
        });
    }
    (0,_context_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseWhenCancelled */ .y4)(context, `stopping task ${id}`);
    await context.aws.ecs.stopTask(cluster, task.taskArn ?? id, stopReason);
    context.emit({ ...call, dryRun: false, summary: `stopped task ${id}` });
    return { outcome: 'succeeded', sentence: `stopped task ${id}: AWS ends its containers now` };
}
function print(context, document, sentence) {
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence, document };
}
function idOf({ taskArn = '' }) {
    return (0,_model_ecs_js__WEBPACK_IMPORTED_MODULE_10__/* .shortName */ .E)(taskArn);
}
function timeOf({ createdAt }) {
    return createdAt?.getTime() ?? 0;
}


/***/ })

};

export const id = 879;
export const ids = [879];
export const modules = {

/***/ 8879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateJsonnet: () => (/* binding */ evaluateJsonnet)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/config/template/values.ts
var values = __webpack_require__(9599);
// EXTERNAL MODULE: ./src/config/workspace-border.ts
var workspace_border = __webpack_require__(2238);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
// EXTERNAL MODULE: ./src/config/jsonnet/patience.ts
var patience = __webpack_require__(6793);
;// CONCATENATED MODULE: ./src/config/jsonnet/engine.ts



/** The thread of the Jsonnet engine; ends together with the process and when it computes for too long. */
class Engine {
    alive = true;
    worker;
    queue = [];
    evaluations = new Map();
    ready = false;
    count = 0;
    guard;
    constructor() {
        const folder = findEngine();
        const runtime = new URL('wasm_exec.js', folder).href;
        const engine = new URL('jsonnet.wasm.gz', folder).href;
        // Without our own flags, and without a way to write to our output.
        const options = { execArgv: [], env: {}, stdout: true, stderr: true, workerData: { runtime, engine } };
        this.worker = new external_node_worker_threads_.Worker(new URL('worker.mjs', folder), options);
        this.worker.on('message', (message) => this.hear(message));
        this.worker.on('error', (error) => this.end(describeEnd(error)));
        this.worker.on('exit', () => this.end(patience/* tooLarge */.g$));
    }
    evaluate(request, answerQuestion) {
        const id = ++this.count;
        return new Promise((settle) => {
            this.evaluations.set(id, { answerQuestion, settle, waiting: false });
            this.send({ request: { ...request, id } });
            this.watch();
        });
    }
    send(message) {
        if (this.ready)
            this.worker.postMessage(message);
        else
            this.queue.push(message);
    }
    hear(message) {
        if (message.kind === 'ready') {
            this.ready = true;
            for (const waiting of this.queue.splice(0))
                this.send(waiting);
        }
        else if (message.kind === 'answer') {
            const { id, ...answer } = message.answer;
            this.evaluations.get(id)?.settle(answer);
            this.evaluations.delete(id);
        }
        else {
            void this.reply(message.number, message.question);
        }
        this.watch();
    }
    async reply(number, question) {
        const evaluation = this.evaluations.get(question.id);
        if (evaluation === undefined)
            return;
        evaluation.waiting = true;
        const reply = await evaluation.answerQuestion(question);
        evaluation.waiting = false;
        this.send({ number, reply });
        this.watch();
    }
    /** The process lives while something is evaluated; the engine, while it gets on. */
    watch() {
        clearTimeout(this.guard);
        if (this.evaluations.size === 0)
            this.worker.unref();
        else
            this.worker.ref();
        const computes = [...this.evaluations.values()].some((evaluation) => !evaluation.waiting);
        if (this.alive && computes) {
            this.guard = setTimeout(() => this.end(patience/* tooLong */.Po), patience/* patience */._L);
        }
    }
    end(failure) {
        if (!this.alive)
            return;
        this.alive = false;
        for (const { settle } of this.evaluations.values())
            settle({ text: '', failure });
        this.evaluations.clear();
        this.watch();
        void this.worker.terminate();
    }
}
/** Beside the bundle, where the build puts it, or where the sources have it. */
const places = ['./jsonnet/', '../../../jsonnet/engine/'];
function findEngine() {
    const folders = places.map((place) => new URL(place, import.meta.url));
    const folder = folders.find((one) => (0,external_node_fs_.existsSync)(new URL('worker.mjs', one)));
    if (folder === undefined)
        throw new Error('the folder jsonnet is missing beside the action');
    return folder;
}
function describeEnd(error) {
    return /^RangeError|out of memory/i.test(String(error)) ? patience/* tooLarge */.g$ : String(error);
}
let running;
/**
 * Evaluates a Jsonnet file with go-jsonnet; the engine starts with the first file and serves all of the process.
 * What is wrong with the file is part of the answer.
 */
function runEngine(request, answerQuestion) {
    if (running?.alive !== true)
        running = new Engine();
    return running.evaluate(request, answerQuestion);
}

// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
// EXTERNAL MODULE: ./src/config/json-text.ts
var json_text = __webpack_require__(6948);
// EXTERNAL MODULE: ./src/config/source-text.ts
var source_text = __webpack_require__(3261);
;// CONCATENATED MODULE: ./src/config/jsonnet/evaluated-text.ts



/** The JSON that a Jsonnet file evaluates to. Its lines are nobody's: places are JSON paths. */
class EvaluatedText extends source_text/* SourceText */.D {
    tree;
    locate(offset) {
        this.tree ??= (0,json_text/* parseJson */.Z)(this.text);
        const path = (0,json/* formatPath */.jV)(pathAt(this.tree, offset));
        return { file: this.file, ...(path !== '' && { path }) };
    }
}
function pathAt(tree, offset) {
    if (tree.kind === 'scalar')
        return [];
    if (tree.kind === 'object') {
        const member = tree.members.findLast((one) => one.offset <= offset);
        return member === undefined ? [] : [member.key, ...pathAt(member.value, offset)];
    }
    const index = tree.items.findLastIndex((item) => item.offset <= offset);
    const item = tree.items[index];
    return item === undefined ? [] : [index, ...pathAt(item, offset)];
}

;// CONCATENATED MODULE: ./src/config/jsonnet/fetch-ahead.ts
const binding = /\b([A-Za-z_]\w*)\s*(?:=|:{1,3})\s*std\.native\(\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)")\s*\)/g;
const call = /(?:\bstd\.native\(\s*(?:'(\w+)'|"(\w+)")\s*\)|\b([A-Za-z_]\w*))\(\s*((?:(?:'[^'\\\n]*'|"[^"\\\n]*"|[0-9]{1,9})\s*,?\s*)+)\)/g;
const constant = /'([^']*)'|"([^"]*)"|([0-9]+)/g;
/**
 * Makes the look-ups that a Jsonnet text seems to call with constants, all at once, so that they go together: the
 * engine asks for one after the other. The text is only skimmed; what is found wrongly is asked in vain, what is
 * missed is asked when it is evaluated, and nothing fails here.
 */
function fetchNativesAhead(text, natives) {
    if (!text.includes('std.native') && !text.includes('('))
        return;
    const names = new Map(Array.from(text.matchAll(binding), ([, bound = '', one, other]) => [bound, one ?? other ?? '']));
    for (const [, single, double, bound = '', args = ''] of text.matchAll(call)) {
        const native = natives.get(single ?? double ?? names.get(bound) ?? bound);
        if (native?.isLookup === true)
            void ask(native, Array.from(args.matchAll(constant), readArgument));
    }
}
function readArgument([, single, double, digits]) {
    return single ?? double ?? Number(digits);
}
async function ask(native, args) {
    if (args.length !== native.parameters.length)
        return;
    try {
        await native.call(args);
    }
    catch {
        // Perhaps nobody needs it.
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/workspace.ts
var workspace = __webpack_require__(531);
;// CONCATENATED MODULE: ./src/config/jsonnet/imports.ts




/**
 * The content of an imported file: relative to the importing file, and inside the border, symbolic links followed.
 *
 * @param from the importing file as messages show it
 */
function readImport({ root, border }, from, path) {
    const file = (0,external_node_path_.resolve)(root, (0,external_node_path_.dirname)(from), path);
    try {
        const outside = (0,workspace_border/* describeOutside */.zk)(border, file);
        return outside === undefined
            ? { bytes: (0,external_node_fs_.readFileSync)(file), foundAt: (0,workspace/* displayPath */.Gt)(root, file) }
            : { failure: describeFailure(path, outside) };
    }
    catch (error) {
        return { failure: describeFailure(path, (0,workspace/* describeReadError */.U)(error)) };
    }
}
function describeFailure(path, reason) {
    return `couldn't open import ${JSON.stringify(path)}: ${reason}`;
}

;// CONCATENATED MODULE: ./src/config/jsonnet/evaluate.ts







/** More are not looked for: each takes an evaluation of its own. */
const missingLimit = 20;
/**
 * Evaluates Jsonnet, which comes before the template (specification 3.1).
 *
 * @throws UserError with the place in the Jsonnet source
 */
async function evaluateJsonnet(source, options) {
    const missing = [];
    const placeholders = new Map();
    for (;;) {
        const evaluation = new Evaluation(source, options, placeholders);
        const answer = findPlace(await evaluation.run());
        if (answer.failure === undefined)
            return { source: new EvaluatedText(source.file, answer.text), missing };
        const location = answer.place ?? { file: source.file };
        const refused = evaluation.refused;
        const placeholder = refused?.failure.placeholder;
        const isLast = missing.length >= missingLimit;
        // A placeholder may be what is wrong.
        if (missing.length > 0 && (placeholder === undefined || isLast))
            return { source: emptyObject(source), missing };
        if (refused === undefined || placeholder === undefined)
            throw refusal(answer, evaluation, { location, source, options });
        const { message, hint = '', cause } = refused.failure;
        missing.push({ step: options.failure, message, hint, location, cause });
        placeholders.set(refused.call, placeholder);
    }
}
/** An imported file that does not parse has its place in the message only, and the place of the import beside it. */
function findPlace(answer) {
    const match = /^([^\n:]+):\(?(\d+):(\d+)\)?(?:-\S+)? (.+)/s.exec(answer.failure ?? '');
    if (match === null)
        return answer;
    const [, file = '', line, column, failure = ''] = match;
    return { text: '', failure, place: { file, line: Number(line), column: Number(column) } };
}
function emptyObject(source) {
    return new EvaluatedText(source.file, '{}');
}
/** The name of the code that evaluates some fields of a file. */
const excerpt = '<excerpt>';
/** Jsonnet is lazy: the other fields may even be wrong. */
function excerptCode(only) {
    return `local file = import 'file'; {
    [key]: file[key] for key in std.objectFields(file) if std.member(${JSON.stringify(only)}, std.asciiLower(key))
  }`;
}
class Evaluation {
    refused;
    source;
    options;
    placeholders;
    constructor(source, options, placeholders) {
        this.source = source;
        this.options = options;
        this.placeholders = placeholders;
    }
    async run() {
        const { natives, context, only } = this.options;
        const request = {
            file: only === undefined ? this.source.file : excerpt,
            extStr: context.extStr,
            extCode: context.extCode,
            natives: Array.from(natives, ([name, { parameters }]) => ({ name, parameters })),
        };
        const answer = await runEngine(request, (question) => {
            if (question.function !== undefined)
                return this.call(question.function, question.args ?? []);
            return this.read(question);
        });
        if (answer.trace !== undefined)
            context.warn(answer.trace.trim(), { file: this.source.file });
        return answer;
    }
    /** The text of a file; look-ups that stand in it begin now. */
    read({ from = '', path = '' }) {
        const { natives, context, only } = this.options;
        if (from === '' && only !== undefined)
            return { bytes: Buffer.from(excerptCode(only)), foundAt: excerpt };
        const isOwn = from === '' || from === excerpt;
        const reply = isOwn ? this.ownText() : readImport(context, from, path);
        if ('bytes' in reply)
            fetchNativesAhead(Buffer.from(reply.bytes).toString(), natives);
        return reply;
    }
    ownText() {
        return { bytes: Buffer.from(this.source.text.replace(/^\uFEFF/, '')), foundAt: this.source.file };
    }
    async call(name, args) {
        const call = `${name}${JSON.stringify(args)}`;
        const placeholder = this.placeholders.get(call);
        if (placeholder !== undefined)
            return { text: toText(placeholder) };
        try {
            return { text: toText((await this.options.natives.get(name)?.call(args)) ?? null) };
        }
        catch (error) {
            const failure = error instanceof values/* FunctionFailure */.zf ? error : new values/* FunctionFailure */.zf(`error calling ${name}`, { cause: error });
            this.refused = { call, failure };
            return { failure: failure.message };
        }
    }
}
/** Integers of templates are bigints; JSON has numbers. */
function toText(value) {
    return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? Number(part) : part));
}
function refusal({ failure = '' }, { refused }, around) {
    const { location, options } = around;
    const hint = refused === undefined ? hintFor(failure, around) : (refused.failure.hint ?? 'check this call');
    return new errors/* UserError */.yo(`${options.failure}: ${failure}`, { hint, location, cause: refused?.failure.cause });
}
function hintFor(failure, { source, options }) {
    const variable = /^Undefined external variable: (.*)/.exec(failure)?.[1];
    if (variable !== undefined)
        return `give it with the input ext-str: ${variable}=VALUE, or as code with ext-code`;
    if (failure.endsWith('it lies outside the repository'))
        return workspace_border/* outsideHint */.fB;
    if (failure.startsWith("couldn't open import"))
        return 'paths of imports begin at the file that imports';
    if (failure.startsWith('Missing argument') || failure.includes('manifest function')) {
        return 'write a file that is an object, not a function: use std.extVar for what comes from outside';
    }
    if (failure === 'Unexpected type null, expected function')
        return hintAboutNative(source.text, options.natives);
    return 'check the Jsonnet at this place';
}
/** `std.native` answers null for a function that is not there. */
function hintAboutNative(text, natives) {
    const wanted = Array.from(text.matchAll(/std\.native\(\s*['"]([^'"\n]{1,80})['"]/g), ([, name = '']) => name);
    const unknown = new Set(wanted.filter((name) => !natives.has(name)));
    if (unknown.size === 0)
        return 'what is called here is null: std.native answers so for a function that is not there';
    const names = [...unknown].join(', ');
    return `there is no native function ${names}: name the plugin that brings it in the config, such as plugins: [{name: 'tfstate', config: {path: 'terraform.tfstate'}}]; its own settings cannot be looked up`;
}


/***/ })

};

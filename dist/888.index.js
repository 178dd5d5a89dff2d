export const id = 888;
export const ids = [888];
export const modules = {

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
/* harmony export */   z: () => (/* binding */ describeOutside)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Why a file is not read: it lies outside the repository, perhaps behind a symbolic link. Undefined where it lies
 * inside, or cannot be found.
 *
 * @param root absolute directory of the repository
 */
function describeOutside(root, path) {
    try {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)));
        const isOutside = place === '..' || place.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(place) === place;
        return isOutside ? 'it lies outside the repository' : undefined;
    }
    catch {
        return undefined;
    }
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
/* harmony import */ var _source_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3261);




/** A path as messages show it: relative to the repository, with `/`; absolute where it lies outside. */
function displayPath(root, path) {
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
    return shown === '' || shown.startsWith('..') ? path : shown.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
/**
 * Reads a file of the workspace; at once, because the first use of Node's file threads costs more than the read.
 *
 * @throws UserError when it cannot be read.
 */
function readSource(path, { root, failure, named }) {
    const file = displayPath(root, path);
    try {
        return new _source_text_js__WEBPACK_IMPORTED_MODULE_3__/* .SourceText */ .D(file, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
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

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Hu: () => (/* binding */ describeWithPlace),
/* harmony export */   Uc: () => (/* binding */ describeError),
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
    constructor(message, options) {
        super(message, { cause: options.cause });
        this.name = 'UserError';
        this.hint = options.hint;
        this.location = options.location;
        this.category = options.category;
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

/***/ 8888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/config/durations.ts
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

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/commands/argument-error.ts

/** A command line that cannot be obeyed; nothing has been read or written. */
function argumentError(message, hint) {
    return new errors/* UserError */.yo(`failed to parse args: ${message}`, { hint, category: 'config/client' });
}

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
    return name === 'timeout' && typeof value === 'number' ? formatDuration(value) : String(value);
}
function contradiction(name, flag, input) {
    return argumentError(`--${name} is ${flag}, but the input ${name} is ${input}`, 'say it once');
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function pairsOf(texts) {
    return Object.fromEntries(texts.map((text) => [text.split('=', 1)[0] ?? '', text.slice(text.indexOf('=') + 1)]));
}
/** The config patterns of each line, to know beforehand how many projects a run has. */
function expectedConfigs(settings) {
    return settings.commands.map((line) => applyFlags(settings, line).configs);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
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
        annotate,
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
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 6421));
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
    const core = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(802)]).then(__webpack_require__.bind(__webpack_require__, 6421));
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
// EXTERNAL MODULE: ./src/model/comparison.ts
var model_comparison = __webpack_require__(6088);
// EXTERNAL MODULE: ./src/model/ecs.ts
var ecs = __webpack_require__(8108);
// EXTERNAL MODULE: ./src/plan/canonical.ts
var canonical = __webpack_require__(4917);
// EXTERNAL MODULE: ./src/plan/field-rules.ts
var field_rules = __webpack_require__(7389);
// EXTERNAL MODULE: ./src/model/json.ts
var json = __webpack_require__(7979);
;// CONCATENATED MODULE: ./src/plan/service-defaults.ts



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
    return (0,field_rules/* applyRules */.IU)({ ...defaults, ...document }, fillingRules(kind));
}
/** Members without which the API refuses the object around them. */
const required = new Set(['enable', 'enabled', 'rollback']);
/**
 * What of `filled` has to be said to a service that is `live`: a default that the file does not spell out is left away
 * where the service has it anyway. Both `filled` and `live` have their defaults.
 */
function withoutNeedless(filled, written, live) {
    const isNeeded = ([key, value]) => written[key] !== undefined || required.has(key) || !(0,canonical/* sameValue */.eE)(value, live[key]);
    return Object.fromEntries(Object.entries(filled)
        .filter(isNeeded)
        .map(([key, value]) => [key, needed(value, written[key], live[key])]));
}
// A list replaces the service's list as a whole, and ECS assumes the same defaults in its items as we do.
function needed(filled, written, live) {
    if (!(0,json/* isObject */.Gv)(filled))
        return written ?? filled;
    return withoutNeedless(filled, (0,json/* isObject */.Gv)(written) ? written : {}, (0,json/* isObject */.Gv)(live) ? live : {});
}
function fillingRules(kind) {
    return {
        deploymentConfiguration: (value) => ((0,json/* isObject */.Gv)(value) ? fillDeploymentConfiguration(value, kind) : value),
        networkConfiguration: (0,field_rules/* inside */.nx)({ awsvpcConfiguration: fill({ assignPublicIp: 'DISABLED' }) }),
        serviceConnectConfiguration: fill({ enabled: false }),
    };
}
function fillDeploymentConfiguration(configuration, kind) {
    const percentages = kind.daemon
        ? { maximumPercent: 100, minimumHealthyPercent: 0 }
        : { maximumPercent: 200, minimumHealthyPercent: 100 };
    const defaults = { bakeTimeInMinutes: 0, deploymentCircuitBreaker: {}, strategy: 'ROLLING', ...percentages };
    return (0,field_rules/* applyRules */.IU)({ ...defaults, ...configuration }, {
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
    return (value) => ((0,json/* isObject */.Gv)(value) ? { ...defaults, ...value } : value);
}
const fillHook = fill({
    targetType: 'AWS_LAMBDA',
    timeoutConfiguration: { action: 'ROLLBACK', timeoutInMinutes: 1440 },
});
const inEachHook = (hooks) => (0,json/* isList */.Lv)(hooks) ? hooks.map(fillHook).filter((hook) => hook !== undefined) : hooks;

// EXTERNAL MODULE: ./src/plan/service-document.ts
var service_document = __webpack_require__(2564);
// EXTERNAL MODULE: ./src/plan/tags.ts
var tags = __webpack_require__(9458);
// EXTERNAL MODULE: ./src/plan/unset.ts
var unset = __webpack_require__(2126);
;// CONCATENATED MODULE: ./src/plan/normalise-service.ts







/**
 * Puts a service definition beside what runs. What only the creation of a service can set is left out, unless nothing
 * runs; the desired count too, where the file does not manage it.
 */
function normalise_service_normaliseService(local, remote, ignoreTags) {
    const kind = (0,service_document/* kindOf */.I)(remote, local);
    const wanted = (0,service_document/* definitionDocument */.xg)(local);
    if (remote === undefined)
        return { after: normaliseDocument(wanted, serviceRules(kind, ignoreTags)) };
    const rules = serviceRules(kind, ignoreTags);
    const unmanaged = new Set(service_document/* creationAttributes */.tc);
    if (kind.daemon || wanted['desiredCount'] === undefined)
        unmanaged.add('desiredCount');
    const normalise = (document) => normaliseDocument((0,field_rules/* withoutKeys */.Pe)(fillDefaults(document, kind), unmanaged), rules);
    return { before: normalise((0,service_document/* serviceDocument */.r9)(remote)), after: normalise(wanted) };
}
/**
 * Gives the Service Connect namespace of `after` the spelling of `before` where one is an ARN and the other a name: ECS
 * answers with the ARN whatever was written, and the ARN does not hold the name.
 */
function normalise_service_alignNamespaces({ before, after }) {
    const live = (0,json/* textAt */.$6)(before, ['serviceConnectConfiguration', 'namespace']);
    const wanted = (0,json/* textAt */.$6)(after, ['serviceConnectConfiguration', 'namespace']);
    if (before === undefined || live === undefined || wanted === undefined || isArn(live) === isArn(wanted)) {
        return { ...(before === undefined ? {} : { before }), after };
    }
    return { before, after: (0,field_rules/* applyRules */.IU)(after, { serviceConnectConfiguration: (0,field_rules/* inside */.nx)({ namespace: () => live }) }) };
}
function isArn(text) {
    return text.startsWith('arn:');
}
function normaliseDocument(document, rules) {
    return (0,canonical/* canonicalise */._I)((0,field_rules/* applyRules */.IU)((0,canonical/* canonicalise */._I)((0,unset/* dropDefaults */.G)(document)), rules));
}
function serviceRules(kind, ignoreTags) {
    return {
        networkConfiguration: (0,field_rules/* inside */.nx)({ awsvpcConfiguration: (0,field_rules/* inside */.nx)({ securityGroups: field_rules/* sortByText */.zQ, subnets: field_rules/* sortByText */.zQ }) }),
        placementConstraints: field_rules/* sortByText */.zQ,
        serviceConnectConfiguration: forgetDisabled,
        tags: (0,field_rules/* inTurn */.lo)((0,tags/* keepManaged */.h)(ignoreTags), (0,field_rules/* sortBy */.Ul)('key')),
        volumeConfigurations: (0,field_rules/* sortBy */.Ul)('name'),
        vpcLatticeConfigurations: (0,field_rules/* sortBy */.Ul)('portName'),
        // CodeDeploy swaps the target groups with every deployment.
        ...(kind.codeDeploy ? { loadBalancers: (0,field_rules/* inEach */.B1)({ targetGroupArn: field_rules/* drop */.gv }) } : {}),
        ...(kind.daemon ? { placementStrategy: field_rules/* drop */.gv } : {}),
        ...(kind.express ? { deploymentConfiguration: field_rules/* drop */.gv, loadBalancers: field_rules/* drop */.gv } : {}),
    };
}
// Service Connect that is switched off may keep its namespace; it means nothing.
const forgetDisabled = (value) => (0,json/* isObject */.Gv)(value) && value['enabled'] === false ? { enabled: false } : value;

// EXTERNAL MODULE: ./src/plan/normalise-task-definition.ts
var normalise_task_definition = __webpack_require__(9961);
;// CONCATENATED MODULE: ./src/plan/service-plan.ts










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
        ...optional('desiredCount', kind.daemon ? undefined : countOf(request.desiredCount, written)),
        ...optional('forceNewDeployment', request.forceNewDeployment && !kind.codeDeploy ? true : undefined),
        cluster: name.cluster,
        service: name.service,
    };
    return {
        input,
        tags: written === undefined
            ? { add: [], remove: [] }
            : (0,tags/* planTags */.V)((0,service_document/* serviceDocument */.r9)(remote)['tags'], written['tags'], request.ignoreTags),
        changesService: Object.keys(attributes).length > 0,
    };
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
        ...(0,field_rules/* withoutKeys */.Pe)(managedDocument((0,service_document/* definitionDocument */.xg)(document), request.ignoreTags), new Set(['desiredCount'])),
        ...optional('desiredCount', count ?? (isReplica ? 0 : undefined)),
        cluster: request.name.cluster,
        serviceName: request.name.service,
        taskDefinition: request.taskDefinitionArn,
    };
}
/** Input of RegisterTaskDefinition: the file without empty lists, ignored tags and members of the describe answer. */
function registrationInput(document, ignoreTags) {
    return (0,field_rules/* withoutKeys */.Pe)(managedDocument((0,canonical/* canonicalise */._I)((0,unset/* dropUnset */.p)(document)), ignoreTags), normalise_task_definition/* taskDefinitionOutputs */.NS);
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
    const { before, after } = normalise_service_normaliseService(written, remote, []);
    const uncounted = new Set(['desiredCount', 'tags']);
    if ((0,canonical/* sameValue */.eE)(before && (0,field_rules/* withoutKeys */.Pe)(before, uncounted), (0,field_rules/* withoutKeys */.Pe)(after, uncounted)))
        return {};
    const local = (0,service_document/* definitionDocument */.xg)(written);
    const wanted = withoutNeedless(fillDefaults(local, kind), local, fillDefaults((0,service_document/* serviceDocument */.r9)(remote), kind));
    return (0,field_rules/* withoutKeys */.Pe)(wanted, new Set([...uncounted, ...service_document/* creationAttributes */.tc, ...refusedAttributes(kind)]));
}
function refusedAttributes({ codeDeploy, daemon, express }) {
    return [
        ...(codeDeploy ? codeDeployAttributes : []),
        ...(daemon ? ['placementStrategy'] : []),
        ...(express ? ['deploymentConfiguration', 'loadBalancers'] : []),
    ];
}
function supportedKind(remote, local) {
    const controller = (0,service_document/* controllerOf */.Oo)(remote, local);
    if (controller === 'EXTERNAL') {
        throw new errors/* UserError */.yo(`unsupported deployment controller type: ${controller}`, {
            hint: 'Deploy this service through its task sets, or create it with the deployment controller ECS.',
        });
    }
    return (0,service_document/* kindOf */.I)(remote, local);
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
    return (0,field_rules/* applyRules */.IU)(document, { tags: (0,tags/* keepManaged */.h)(ignoreTags) });
}
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
}

;// CONCATENATED MODULE: ./src/rollout/sentences.ts

/** `2 tasks`, `1 task` */
function countTasks(count) {
    return count === 1 ? '1 task' : `${count} tasks`;
}
/** What a deployment that reached its end says. */
function describeSuccess(ours) {
    const revision = (0,ecs/* shortName */.E)(ours.taskDefinition ?? '');
    const desired = ours.desiredCount ?? 0;
    if (desired === 0)
        return `${revision} is deployed; the desired count is 0, so nothing runs`;
    return `${revision} is deployed: ${ours.runningCount ?? 0} of ${countTasks(desired)} running`;
}
/** What a deployment under way is waiting for. */
function describeWaiting(service, ours) {
    const revision = (0,ecs/* shortName */.E)(ours.taskDefinition ?? '');
    const [running, desired, pending] = [ours.runningCount ?? 0, ours.desiredCount ?? 0, ours.pendingCount ?? 0];
    if (running < desired) {
        const missing = desired - running - pending;
        const starting = pending > 0 ? `${countTasks(pending)} starting` : '';
        const unplaced = missing > 0 ? `${missing} not started yet` : '';
        return `${running} of ${countTasks(desired)} of ${revision} run; ${[starting, unplaced].filter(Boolean).join(', ')}`;
    }
    const old = (service.deployments ?? []).filter((deployment) => deployment.id !== ours.id);
    const remaining = old.reduce((sum, deployment) => sum + (deployment.runningCount ?? 0), 0);
    const wanted = old.reduce((sum, deployment) => sum + (deployment.desiredCount ?? 0), 0);
    if (wanted > 0) {
        const healthy = `${revision} runs ${running} of ${countTasks(desired)}, waiting until they are healthy`;
        return `${healthy}; ${countTasks(remaining)} of before still serving`;
    }
    if (remaining > 0)
        return `${revision} runs; ${countTasks(remaining)} of before still finishing (draining connections)`;
    return `${revision} runs; ECS is completing the deployment`;
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

;// CONCATENATED MODULE: ./src/rollout/assess-deployments.ts



/** The verdict from `deployments[]` by id: for callers who may not read service deployments, and for lagging lists. */
function assessDeployments(service, started) {
    const ours = service.deployments?.find((deployment) => deployment.id === started.deploymentId);
    const primary = findPrimary(service);
    if (ours?.rolloutState === 'FAILED')
        return assessFailed(ours, primary, started);
    if (ours === undefined || primary?.id !== ours.id)
        return assessReplaced(primary, started);
    return isDone(service, ours, started)
        ? { kind: 'succeeded', sentence: describeSuccess(ours) }
        : { kind: 'progressing', sentence: describeWaiting(service, ours) };
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
    const enough = (ours.runningCount ?? 0) >= (ours.desiredCount ?? 0) && (ours.pendingCount ?? 0) === 0;
    if (!enough)
        return false;
    if (started.until === 'stable' || ours.rolloutState === undefined)
        return service.deployments?.length === 1;
    return ours.rolloutState === 'COMPLETED';
}
function assessFailed(ours, primary, started) {
    const sentence = `the deployment of ${(0,ecs/* shortName */.E)(started.taskDefinition)} failed: ${reasonOf(ours)}`;
    if (primary === undefined || primary.id === ours.id)
        return { kind: 'failed', by: 'circuit-breaker', sentence };
    return assessReturn(primary, sentence);
}
function assessReturn(primary, why) {
    const to = primary.taskDefinition ?? '';
    const by = 'circuit-breaker';
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
            return isBehind(service, started) ? notSeenYet(started) : assessDeployments(service, started);
        default:
            return isOurs(service, started) ? assessDeployments(service, started) : notSeenYet(started);
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
    return { agent: 'person', how: deployment.statusReason?.replace(/\.$/, '') ?? 'somebody stopped it' };
}

;// CONCATENATED MODULE: ./src/rollout/assess.ts



/** What is to be said of our deployment after one look: worst news first; never a guess. */
function assess(observation, started) {
    const { service, serviceDeployment } = observation;
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
    if (serviceDeployment !== undefined)
        return assessServiceDeployment({ service, serviceDeployment, recalled: observation.recalled }, started);
    const behind = isBehind(service, started) && !(observation.seen && started.opened);
    return behind ? notSeenYet(started) : assessDeployments(service, started);
}
function revision(started) {
    return (0,ecs/* shortName */.E)(started.taskDefinition);
}

;// CONCATENATED MODULE: ./src/rollout/breaker.ts
/** How many failed tasks end a deployment: ECS's own rule, half the desired count, at least 3, at most 200. */
function failureThreshold(desired) {
    return Math.min(200, Math.max(3, Math.ceil(desired / 2)));
}
/** Whether ECS itself stops a deployment whose tasks keep failing. */
function hasBreaker(service) {
    return service?.deploymentConfiguration?.deploymentCircuitBreaker?.enable === true;
}
/**
 * For a service without a circuit breaker we count ourselves: without this a deployment whose tasks all die is
 * over only at the time-out. Where ECS has its breaker, ECS decides.
 */
function assessFailures(verdict, progress, service) {
    const threshold = failureThreshold(progress.desired);
    if (verdict.kind !== 'progressing' || hasBreaker(service) || progress.failed < threshold)
        return verdict;
    const count = `${progress.failed} tasks failed (threshold ${threshold}) and ${progress.running} of ${progress.desired} run`;
    return { kind: 'failed', by: 'tasks', sentence: `the deployment of ${progress.revision} failed: ${count}` };
}

;// CONCATENATED MODULE: ./src/rollout/observation.ts


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
            if (!(error instanceof errors/* AwsError */.Gy))
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
/** The counts of our deployment; zeros where it is not to be seen. */
function measureProgress(observation, started) {
    const ours = findOurs(observation, started);
    const failures = observation.serviceDeployment?.deploymentCircuitBreaker?.failureCount ?? 0;
    return {
        revision: (0,ecs/* shortName */.E)(started.taskDefinition),
        desired: ours?.desiredCount ?? observation.service?.desiredCount ?? 0,
        running: ours?.runningCount ?? 0,
        pending: ours?.pendingCount ?? 0,
        failed: Math.max(ours?.failedTasks ?? 0, failures),
    };
}

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
/** Whether a deployment that ran out of time is on its way: a task runs, and none failed since the last one came up. */
function isOnItsWay({ last, grewAt, failedAt }) {
    if (last === undefined || last.running === 0 || grewAt === undefined)
        return false;
    return failedAt === undefined || failedAt < grewAt;
}

;// CONCATENATED MODULE: ./src/rollout/watch.ts


const goesOn = new Set(['progressing']);
/** Looks until `isOver`, the deadline, a refusal or the signal; knows nothing of what it looks at. */
async function watch(look, watching, isOver = isTerminal) {
    let last;
    for (;;) {
        if (watching.signal.aborted)
            return { kind: 'cancelled', last };
        const seen = await tryLook(look);
        if (seen instanceof errors/* AwsError */.Gy)
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
        if (!(error instanceof errors/* AwsError */.Gy))
            throw error;
        return isPassing(error) ? undefined : error;
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

;// CONCATENATED MODULE: ./src/rollout/follow.ts





// ECS counts no task that runs and then ends by itself; where its breaker is off, nobody else does.
const collectIntervals = { breaker: 30_000, none: 10_000 };
/** Follows one started deployment. */
function createFollower(started, tools) {
    const observer = observe(tools.ecs, started);
    const tellEvents = createEventTeller(started, tools.emit);
    const tellBlindness = createBlindnessTeller(observer, tools.emit);
    const beganAt = tools.clock.now();
    let trend = noTrend;
    let latest;
    let collectedAt = Number.NEGATIVE_INFINITY;
    let deaths = 0;
    /** Stopped tasks are read when one more failed, and now and then for those that ECS does not count. */
    async function countDeaths({ failed }, service) {
        const now = tools.clock.now();
        const interval = hasBreaker(service) ? collectIntervals.breaker : collectIntervals.none;
        if (failed <= (trend.last?.failed ?? 0) && now - collectedAt < interval)
            return deaths;
        collectedAt = now;
        return tools.collect();
    }
    async function look() {
        const observation = await observer.look();
        latest = observation;
        const counted = measureProgress(observation, started);
        const assessed = assess(observation, started);
        // A success is said of what runs now: nothing more is read that could take long.
        if (assessed.kind !== 'succeeded')
            deaths = await countDeaths(counted, observation.service);
        const progress = { ...counted, failed: Math.max(counted.failed, deaths) };
        const verdict = assessFailures(assessed, progress, observation.service);
        trend = extendTrend(trend, progress, tools.clock.now());
        tellBlindness();
        tellEvents(observation.service);
        return { verdict, progress };
    }
    return {
        follow(deadline, isOver = isTerminal) {
            const { clock, interval, signal, emit } = tools;
            const onLook = ({ verdict, progress }) => emit({ kind: 'progress', progress, verdict, elapsed: clock.now() - beganAt });
            return watch(look, { clock, interval, deadline, signal, onLook }, isOver);
        },
        recall: observer.recall,
        trend: () => trend,
        latest: () => latest,
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
    await restoreTags(going);
    return { kind: 'updated', before, after };
}
/** Takes the tags back that our update changed. @throws AwsError */
async function restoreTags({ recovery: { tags, before }, tools }) {
    const arn = before?.serviceArn ?? '';
    if (tags.add.length > 0)
        await tools.ecs.tagResource(arn, tags.add);
    if (tags.remove.length > 0)
        await tools.ecs.untagResource(arn, tags.remove);
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
        const sentence = `the rollback to ${nameOf(target)} failed: ${(0,errors/* describeError */.Uc)(error)}`;
        return { by: 'us', target, ended: 'failed', sentence };
    }
}
/** Sees a rollback that ECS has begun to its end, then puts back what a service revision does not hold. */
async function seeReturn(going, by) {
    const { recovery, follower, tools } = going;
    const deadline = deadlineOf(recovery, tools.clock.now());
    const end = await follower.follow(deadline, hasLanded);
    const result = judgeReturn(end, recovery.target, by);
    return result.ended === 'rolled-back' ? restore(going, result) : result;
}
/** Tasks that go on dying while ECS turns round are no news. */
function hasLanded(verdict) {
    if (verdict.kind === 'failed')
        return verdict.by !== 'tasks';
    return verdict.kind !== 'progressing' && verdict.kind !== 'rolling-back';
}
function judgeReturn(end, target, by) {
    const name = nameOf(target);
    if (end.kind !== 'verdict')
        return { by, target, ...judgeUnseen(end, name) };
    const { verdict } = end;
    if (verdict.kind !== 'rolled-back')
        return { by, target, ended: 'failed', sentence: verdict.sentence };
    if (target.kind === 'target' && verdict.to !== target.taskDefinition) {
        const sentence = `ECS rolled back to ${(0,ecs/* shortName */.E)(verdict.to)}, and not to ${name} that ran before`;
        return { by, target, ended: 'elsewhere', sentence };
    }
    const who = by === 'ecs' ? 'ECS rolled back, ' : '';
    return { by, target, ended: 'rolled-back', sentence: `${who}the service runs ${name} again` };
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
    const name = nameOf(target);
    const wanted = target.kind === 'target' ? target.taskDefinition : undefined;
    const returning = followUpdate(started.name, { ...turn, wanted }, started.until);
    const base = { by: 'us', target, deploymentId: returning.deploymentId };
    // The tasks that died are those of the deployment that is being left.
    const back = createFollower(returning, { ...tools, collect: async () => 0 });
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
    const { restoreInput } = recovery;
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
function nameOf(target) {
    return target.kind === 'target' ? (0,ecs/* shortName */.E)(target.taskDefinition) : 'what ran before';
}
function deadlineOf(recovery, now) {
    return recovery.timeout === 0 ? Number.POSITIVE_INFINITY : now + recovery.timeout;
}

;// CONCATENATED MODULE: ./src/model/project.ts
/** Cluster and service of a config that has a service. */
function serviceName(config) {
    return config.service === undefined ? undefined : { cluster: config.cluster, service: config.service };
}

;// CONCATENATED MODULE: ./src/commands/context.ts


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
/** The service of the config. @throws UserError where the config names none */
function requireService(project) {
    const name = serviceName(project.config);
    if (name !== undefined)
        return name;
    throw new errors/* UserError */.yo('service is not defined', {
        hint: 'this command works on a service: name it under `service` in the config',
        location: { file: project.config.file },
    });
}
/** Whether the command writes nothing: by the input or by the flag. */
function isDryRun(context) {
    return context.options.dryRun || booleanFlag(context, 'dry-run');
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
        ...(count === undefined ? [] : [describeCount(count)]),
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
function describeCount({ before, after }) {
    return `the desired count changes from ${JSON.stringify(before ?? 0)} to ${JSON.stringify(after ?? 0)}`;
}

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
        ...warnOfCount((0,json/* numberAt */.tk)(after, ['desiredCount']), live),
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
function warnOfCount(wanted, live) {
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
    const { before, after } = normalise_service_alignNamespaces(normalise_service_normaliseService(service.local.document, remote, ignoreTags));
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

;// CONCATENATED MODULE: ./src/commands/flags.ts
const scaling = 'auto scaling is left as it is';
const jsonnet = '`diff` compares and prints JSON';
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
    { name: 'color', kind: 'boolean', negatable: true, help: 'coloured output', pending: 'the log has no colours' },
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
const flags_revision = { name: 'revision', kind: 'number', help: 'revision of the task definition' };
/** The flags of `deploy` (specification 5.3.1). */
const deployFlags = [
    dryRun,
    { name: 'tasks', kind: 'number', help: 'desired count' },
    { name: 'skip-task-definition', kind: 'boolean', help: 'keep the task definition that runs' },
    { ...flags_revision, help: 'deploy this revision, register nothing' },
    { name: 'latest-task-definition', kind: 'boolean', help: 'deploy the newest revision, register nothing' },
    { name: 'force-new-deployment', kind: 'boolean', help: 'replace the tasks even when nothing changed' },
    wait,
    waitUntil,
    { name: 'suspend-auto-scaling', kind: 'boolean', help: 'suspend auto scaling', pending: scaling },
    { name: 'resume-auto-scaling', kind: 'boolean', help: 'resume auto scaling', pending: scaling },
    { name: 'auto-scaling-min', kind: 'number', help: 'minimum capacity', pending: scaling },
    { name: 'auto-scaling-max', kind: 'number', help: 'maximum capacity', pending: scaling },
    rollbackEvents,
    {
        name: 'update-service',
        kind: 'boolean',
        negatable: true,
        help: 'apply attributes and tags of the service definition',
    },
];
/** The flags of `rollback` (specification 5.7), and `--revision`, which ecspresso has not. */
const rollbackFlags = [
    dryRun,
    { ...flags_revision, help: 'go to this revision instead of the previous one' },
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
    { name: 'external', kind: 'text', help: 'external diff command', pending: 'the comparison is our own' },
    { name: 'jsonnet', kind: 'boolean', help: 'format as Jsonnet', pending: jsonnet },
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

;// CONCATENATED MODULE: ./src/commands/snapshot.ts





/** The service as it is now; undefined where there is none: never created, or deleted (INACTIVE). */
async function readService(ecs, project) {
    const name = serviceName(project.config);
    if (name === undefined)
        return undefined;
    const service = await ecs.describeService(name).catch((error) => refuseCluster(error, project));
    return service?.status === 'INACTIVE' ? undefined : service;
}
/** AWS says that there is no such cluster, and neither which nor who wrote it. */
function refuseCluster(error, { config }) {
    if (!(error instanceof errors/* AwsError */.Gy) || error.code !== 'ClusterNotFoundException')
        throw error;
    throw new errors/* UserError */.yo(`the cluster ${config.cluster} does not exist in ${config.region || 'this region'}`, {
        hint: 'check the name, the region and the account',
        location: config.locate('cluster'),
        category: 'config/reference',
        cause: error,
    });
}
/** The service, which must exist. @throws UserError where it does not */
async function requireLiveService({ project, aws }) {
    const { service: name, cluster } = requireService(project);
    const service = await readService(aws.ecs, project);
    if (service !== undefined)
        return service;
    throw new errors/* UserError */.yo(`service ${name} is not found in the cluster ${cluster}`, {
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
/**
 * What a task definition is compared with: what the service runs, else the newest revision of its family
 * (specification 5.11); undefined where neither exists.
 */
async function readLiveTaskDefinition(ecs, service, local) {
    if (service?.taskDefinition !== undefined)
        return ecs.describeTaskDefinition(service.taskDefinition);
    const family = (0,json/* textAt */.$6)(local.document, ['family']);
    const [newest] = family === undefined ? [] : await ecs.listTaskDefinitions(family, 1);
    return newest === undefined ? undefined : ecs.describeTaskDefinition(newest);
}
/** The family that a service's task definitions belong to, else that of the file. */
async function findFamily(project, service) {
    if (service?.taskDefinition !== undefined)
        return (0,ecs/* parseTaskDefinitionName */.T)(service.taskDefinition).family;
    return (0,json/* textAt */.$6)((await project.taskDefinition()).document, ['family']) ?? '';
}

;// CONCATENATED MODULE: ./src/commands/diff.ts





/** `diff`: what a deploy would change; reads only. */
const diff = {
    name: 'diff',
    summary: 'show what a deploy would change',
    flags: diffFlags,
    run: runDiff,
};
async function runDiff(context) {
    const { project, aws, emit } = context;
    const withService = !booleanFlag(context, 'without-service') && booleanFlag(context, 'with-service', true);
    const reading = withService ? readService(aws.ecs, project) : Promise.resolve(undefined);
    const [service, serviceDefinition, taskDefinition] = await Promise.all([
        reading,
        withService ? readServiceDefinition(project) : undefined,
        readTaskDefinitionFile(context),
    ]);
    const live = taskDefinition && (await readLiveTaskDefinition(aws.ecs, service, taskDefinition));
    const comparison = compareSides(context, { service, serviceDefinition, taskDefinition, live });
    emit({ kind: 'compared', comparison });
    return concludeDiff(context, { comparison, service });
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
    const fails = changed && (context.options.failOnChanges || booleanFlag(context, 'strict'));
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
    const document = { ...absent, ...fillDefaults((0,service_document/* serviceDocument */.r9)(before), (0,service_document/* kindOf */.I)(before, {})) };
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

;// CONCATENATED MODULE: ./src/rollout/conclusion.ts





/** Follows a deployment to its end; on failure explains it first, then goes back as the policy says. */
async function seeThrough(started, recovery, tools) {
    const follower = createFollower(started, tools);
    const end = await follower.follow(tools.deadline);
    const conclusion = await concludeEnd(end, { started, follower, recovery, tools }, tools);
    const { service, serviceDeployment } = follower.latest() ?? {};
    const arn = serviceDeployment?.serviceDeploymentArn;
    const running = service === undefined ? '' : taskDefinitionOf(service);
    return {
        ...conclusion,
        ...(arn === undefined ? {} : { serviceDeployment: arn }),
        ...(running === '' ? {} : { running }),
    };
}
function concludeEnd(end, going, tools) {
    switch (end.kind) {
        case 'verdict':
            return concludeVerdict(end.verdict, going, tools);
        case 'deadline':
            return concludeDeadline(end, going, tools);
        case 'blind':
            return concludeBlind(end.error, going.started);
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
            return { outcome: 'superseded', sentence, category: 'conflict/superseded' };
        case 'rollback-failed':
            // ECS tries to go back even where nothing ran before.
            return {
                outcome: going.recovery.target.kind === 'none' ? 'failed' : 'rollback-failed',
                sentence,
                diagnosis: await explain(tools, { sentence, category: categoryOf(verdict) }),
            };
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
async function concludeFailed(verdict, going, tools) {
    const { sentence } = verdict;
    const diagnosis = await explain(tools, { sentence, category: categoryOf(verdict) });
    // A service that is gone has nothing to go back to; who stopped a deployment by hand wanted it stopped.
    const hopeless = verdict.by === 'service' || verdict.by === 'person';
    if (hopeless || going.recovery.policy === 'never')
        return { outcome: 'failed', sentence, diagnosis };
    return rollBack({ sentence, diagnosis }, going, tools);
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
function concludeBlind(error, started) {
    const expired = /Expired/.test(error.code);
    const why = expired ? 'the credentials expired' : `reading the service was refused (${error.code}: ${error.message})`;
    return {
        outcome: 'timed-out',
        sentence: `the deployment of ${(0,ecs/* shortName */.E)(started.taskDefinition)} goes on, but ${why}`,
        category: expired ? 'credentials/expired' : 'permission/caller',
    };
}
async function concludeCancelled(going, tools) {
    const name = (0,ecs/* shortName */.E)(going.started.taskDefinition);
    if (tools.onCancel === 'leave' || going.recovery.target.kind === 'none') {
        return { outcome: 'cancelled', sentence: `the workflow was cancelled; the deployment of ${name} goes on` };
    }
    const asked = await askToReturn(going);
    const sentence = asked ? 'ECS was asked to roll back' : 'ECS could not be asked to roll back';
    return { outcome: 'cancelled', sentence: `the workflow was cancelled while ${name} was being deployed; ${sentence}` };
}
/** One call only: the runner leaves 7.5 s after SIGINT. */
async function askToReturn({ follower, recovery, tools }) {
    const arn = follower.latest()?.serviceDeployment?.serviceDeploymentArn;
    const { returnInput } = recovery;
    try {
        if (arn !== undefined)
            await tools.ecs.stopServiceDeployment(arn);
        else if (returnInput !== undefined)
            await tools.ecs.updateService(returnInput);
        return arn !== undefined || returnInput !== undefined;
    }
    catch {
        return false;
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
        person: 'rollback/manual',
        service: 'conflict/service-draining',
    };
    return categories[verdict.by];
}

;// CONCATENATED MODULE: ./src/commands/see-through.ts







/** Waits for the end of an update as the flags say, goes back where it failed, and tells what runs then. */
async function conclude(context, update) {
    const sent = (0,json/* textAt */.$6)(update.plan.input, ['taskDefinition']);
    const states = { ...update, wanted: sent?.startsWith('arn:') ? sent : undefined };
    const started = followUpdate(requireService(context.project), states, waitUntilOf(context));
    const { deploymentId, taskDefinition } = started;
    if (!booleanFlag(context, 'wait', true)) {
        const sentence = `Service is deployed: the deployment of ${(0,ecs/* shortName */.E)(taskDefinition)} goes on (--no-wait)`;
        return { outcome: 'started', sentence, deploymentId, running: taskDefinition };
    }
    const recovery = await planRecovery(context, update);
    const tools = await prepareTools(context, started);
    const conclusion = await seeThrough(started, recovery, { ...tools, deadline: context.deadline });
    const result = resultOf(conclusion, started);
    return isIdle(started, update, conclusion) ? { ...result, outcome: 'unchanged' } : result;
}
/** An update that opened no deployment and changed nothing. */
function isIdle(started, { before, plan }, { outcome }) {
    if (outcome !== 'succeeded' || started.opened || plan.changesService)
        return false;
    const count = plan.input['desiredCount'];
    return 'taskDefinition' in plan.input && (count === undefined || count === before?.desiredCount);
}
function waitUntilOf(context) {
    const value = context.flags['wait-until'] ?? context.flags['until'];
    return value === 'stable' ? 'stable' : 'deployed';
}
/** The way back, decided while the way forward is still open. */
async function planRecovery(context, { before, plan }) {
    const { options, aws, project } = context;
    const target = findTarget(before);
    const none = { add: [], remove: [] };
    const base = { policy: options.rollback, target, before, timeout: options.timeout };
    if (before === undefined || target.kind === 'none') {
        return { ...base, returnInput: undefined, restoreInput: undefined, tags: none };
    }
    const name = requireService(project);
    const count = plan.input['desiredCount'];
    const changesCount = count !== undefined && count !== before.desiredCount;
    const scalingTarget = changesCount && (await aws.scaling.ownsDesiredCount(name).catch(() => true));
    const sides = { name, before, sent: plan.input, scalingTarget };
    return {
        ...base,
        returnInput: planReturn({ ...sides, taskDefinition: target.taskDefinition }),
        restoreInput: planRestore(sides),
        tags: planTagReturn(before, plan.tags),
    };
}
async function prepareTools(context, started) {
    const { aws, clock, emit, signal, options } = context;
    const [registered, { createGatherer, diagnose }] = await Promise.all([
        // Only for the logs of failed containers: not worth losing sight of a deployment that has begun.
        aws.ecs.describeTaskDefinition(started.taskDefinition).catch(() => undefined),
        __webpack_require__.e(/* import() */ 480).then(__webpack_require__.bind(__webpack_require__, 6480)),
    ]);
    const gatherer = createGatherer({
        aws,
        name: started.name,
        deploymentIds: new Set([started.deploymentId]),
        taskDefinition: registered?.definition,
        since: started.createdAt,
    });
    return {
        ecs: aws.ecs,
        clock,
        emit,
        signal,
        interval: options.pollInterval,
        onCancel: options.onCancel,
        collect: () => gatherer.look(),
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
/** Normal news and lines that nothing recognises are no cause. */
function tellsCause({ label }) {
    return !/^(unknown|info)\//.test(label);
}
/** Labels that say how it ended and not why: our own sentence knows the numbers and names. */
function isEndOnly({ label }) {
    return /^(rollback|timeout)\//.test(label);
}
/** The files at fault, as far as the project has them. */
async function readDefinitions({ project }) {
    const { config } = project;
    return {
        ...(config.taskDefinition === undefined ? {} : { taskDefinition: await project.taskDefinition() }),
        ...(config.serviceDefinition === undefined ? {} : { serviceDefinition: await project.serviceDefinition() }),
    };
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

;// CONCATENATED MODULE: ./src/commands/task-definition-choice.ts







/**
 * Chooses by the flags: `--revision`, `--latest-task-definition`, `--skip-task-definition`, else the file.
 * @throws UserError when two of them contradict each other, or there is no revision
 */
async function chooseTaskDefinition(context, service) {
    const { project, aws } = context;
    const revision = numberFlag(context, 'revision') ?? 0;
    const latest = booleanFlag(context, 'latest-task-definition');
    if (revision > 0 && latest) {
        throw argumentError('revision and latest-task-definition are exclusive', 'give one of the two');
    }
    if (revision > 0)
        return { kind: 'existing', name: `${await findFamily(project, service)}:${revision}` };
    if (latest || (booleanFlag(context, 'skip-task-definition') && service === undefined)) {
        const family = await findFamily(project, service);
        const [newest] = await aws.ecs.listTaskDefinitions(family, 1);
        if (newest !== undefined)
            return { kind: 'existing', name: newest };
        throw new errors/* UserError */.yo(`no task definitions family ${family} are found`, {
            hint: 'register one first: `register`',
            category: 'config/reference',
        });
    }
    if (booleanFlag(context, 'skip-task-definition'))
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
    const file = (0,ecs/* shortName */.E)(choice.name);
    if (found !== undefined)
        return { file, document: (0,normalise_task_definition/* taskDefinitionDocument */.Ke)(found), locate: () => ({ file }) };
    throw new errors/* UserError */.yo(`the task definition ${file} does not exist`, {
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
    const input = registrationInput(definition.document, project.config.ignoreTags);
    const call = { kind: 'call', operation: 'RegisterTaskDefinition', input };
    if (isDryRun(context)) {
        const family = String(input['family']);
        const summary = `register a new revision of ${family}`;
        return { taskDefinition: `${family}:(new revision)`, tell: () => emit({ ...call, dryRun: true, summary }) };
    }
    try {
        const { arn } = await aws.ecs.registerTaskDefinition(input);
        const name = (0,ecs/* shortName */.E)(arn);
        const removal = `aws ecs deregister-task-definition --task-definition ${name}`;
        context.leave(`${name} stays registered; to remove it: \`${removal}\``);
        return { taskDefinition: arn, tell: () => emit({ ...call, dryRun: false, summary: `registered ${name}` }) };
    }
    catch (error) {
        throw new errors/* StepError */.zg('failed to register task definition', error);
    }
}

;// CONCATENATED MODULE: ./src/commands/creation.ts








/**
 * Creates the service that the config names (specification 5.4).
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
    context.know({ changed: true, comparison });
    emit({ kind: 'compared', comparison });
    const choice = await chooseTaskDefinition(context, undefined);
    const { taskDefinition: taskDefinitionArn, tell } = await settleTaskDefinition(context, choice);
    tell();
    const input = planCreate({
        name: requireService(project),
        local,
        taskDefinitionArn,
        desiredCount: numberFlag(context, 'tasks') ?? -1,
        ignoreTags: project.config.ignoreTags,
    });
    const after = await create(context, input);
    if (after === undefined) {
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' };
    }
    const plan = { input, tags: { add: [], remove: [] }, changesService: true };
    return conclude(context, { before: undefined, after, plan });
}
async function create(context, input) {
    const { aws, emit } = context;
    const call = { kind: 'call', operation: 'CreateService', input };
    if (isDryRun(context)) {
        emit({ ...call, dryRun: true, summary: 'create the service' });
        return undefined;
    }
    try {
        const service = await aws.ecs.createService({ ...input, clientToken: createToken(context) });
        emit({ ...call, dryRun: false, summary: 'created the service' });
        return service;
    }
    catch (error) {
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
    if (isDryRun(context)) {
        emit({ ...call, dryRun: true, summary: 'update the service' });
        return undefined;
    }
    try {
        const service = await aws.ecs.updateService(input);
        emit({ ...call, dryRun: false, summary: 'updated the service' });
        return service;
    }
    catch (error) {
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
    if (isDryRun(context)) {
        context.emit({ ...call, summary: `${verb} the service: ${what}`, dryRun: true });
        return () => { };
    }
    try {
        await act();
    }
    catch (error) {
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
    flags: deployFlags,
    run: runDeploy,
};
async function runDeploy(context) {
    const { project, aws } = context;
    requireService(project);
    const [service] = await Promise.all([
        readService(aws.ecs, project),
        readServiceDefinition(project),
        loadFile(context),
    ]);
    if (service === undefined)
        return createService(context);
    const running = findSettled(service)?.taskDefinition ?? service.taskDefinition ?? '';
    context.know({ running, previous: running });
    refuseUnsupported(service.deploymentController?.type);
    warnOfDeploymentInFlight(context, service);
    const choice = await chooseTaskDefinition(context, service);
    context.emit({ kind: 'target', target: findTarget(service) });
    return context.options.unchanged === 'skip'
        ? deployWhenChanged(context, { service, choice })
        : deployAnyway(context, { service, choice });
}
/** Comparing and registering go out together; the comparison is told first. */
async function deployAnyway(context, decision) {
    const [compared, settled] = await Promise.allSettled([
        compare(context, decision),
        settleTaskDefinition(context, decision.choice),
    ]);
    if (compared.status === 'rejected')
        throw compared.reason;
    tellComparison(context, compared.value);
    if (settled.status === 'rejected')
        throw settled.reason;
    return update(context, decision.service, settled.value);
}
/** `unchanged: skip`: the comparison comes first, and nothing is registered for nothing. */
async function deployWhenChanged(context, { service, choice }) {
    const comparison = await compare(context, { service, choice });
    const inFlight = (service.deployments ?? []).some((one) => one.rolloutState === 'IN_PROGRESS');
    tellComparison(context, comparison);
    if (!(0,model_comparison/* hasChanges */.i)(comparison) && !inFlight && !booleanFlag(context, 'force-new-deployment')) {
        const running = service.taskDefinition ?? '';
        const sentence = `nothing differs: ${(0,ecs/* shortName */.E)(running)} runs already`;
        return { outcome: 'unchanged', sentence, changed: false, comparison, running, previous: running };
    }
    return update(context, service, await settleTaskDefinition(context, choice));
}
/** What the deploy changes; a revision that is named is compared as the file would be. */
async function compare(context, { service, choice }) {
    const { project, aws } = context;
    const updates = booleanFlag(context, 'update-service', true);
    const taskDefinition = await readChosen(context, choice);
    const [live, serviceDefinition] = await Promise.all([
        taskDefinition && readLiveTaskDefinition(aws.ecs, service, taskDefinition),
        updates ? readServiceDefinition(project) : undefined,
    ]);
    const comparison = compareSides(context, { service, serviceDefinition, taskDefinition, live });
    const restarts = choice.kind === 'register' || booleanFlag(context, 'force-new-deployment');
    return restarts && context.options.unchanged === 'deploy' ? withRestart(comparison) : comparison;
}
const restart = 'new tasks will be started';
/** A new revision, or force, replaces the tasks even where nothing differs. */
function withRestart(comparison) {
    const others = comparison.effects.filter((effect) => effect !== restart && !/^nothing changes|no restart$/.test(effect));
    return { ...comparison, effects: [restart, ...others] };
}
function tellComparison({ know, emit }, comparison) {
    know({ changed: (0,model_comparison/* hasChanges */.i)(comparison), comparison });
    emit({ kind: 'compared', comparison });
}
async function update(context, service, settled) {
    settled.tell();
    const plan = await planOf(context, service, settled.taskDefinition);
    const forgetTags = await changeTags(context, service, plan.tags);
    const after = await updateService(context, plan.input);
    if (after === undefined)
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was written' };
    forgetTags();
    return conclude(context, { before: service, after, plan });
}
async function planOf(context, remote, taskDefinitionArn) {
    const { project } = context;
    return planUpdate({
        name: requireService(project),
        remote,
        local: await readServiceDefinition(project),
        taskDefinitionArn,
        desiredCount: desiredCountOf(context),
        forceNewDeployment: booleanFlag(context, 'force-new-deployment'),
        updateService: booleanFlag(context, 'update-service', true),
        ignoreTags: project.config.ignoreTags,
    });
}
/** `--tasks`: -1, as without the flag, means the count of the service definition. */
function desiredCountOf(context) {
    return numberFlag(context, 'tasks') ?? -1;
}
/** The files are read while AWS is asked about the service. */
async function loadFile(context) {
    const needed = !booleanFlag(context, 'skip-task-definition') && numberFlag(context, 'revision') === undefined;
    if (needed && !booleanFlag(context, 'latest-task-definition'))
        await context.project.taskDefinition();
}
function warnOfDeploymentInFlight({ emit }, service) {
    const running = (service.deployments ?? []).find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS');
    if (running === undefined)
        return;
    const since = running.createdAt?.toISOString() ?? 'an unknown time';
    const text = `a deployment of ${(0,ecs/* shortName */.E)(running.taskDefinition ?? '')} is running already (${running.id ?? ''}, since ${since}); this deploy takes over`;
    emit({ kind: 'note', level: 'warning', text });
}

// EXTERNAL MODULE: ./src/plan/plain-json.ts
var plain_json = __webpack_require__(3958);
;// CONCATENATED MODULE: ./src/commands/register.ts







/** `register`: registers the task definition and touches no service. */
const register = {
    name: 'register',
    summary: 'register the task definition, touching no service',
    flags: registerFlags,
    run: runRegister,
};
async function runRegister(context) {
    const definition = await context.project.taskDefinition();
    const { taskDefinition: arn, tell } = await registerDefinition(context, definition);
    tell();
    if (isDryRun(context)) {
        const input = registrationInput(definition.document, context.project.config.ignoreTags);
        const document = { title: 'task definition', language: 'json', text: (0,canonical/* formatDocument */.Tq)(context.hide(input)) };
        context.emit({ kind: 'printed', document });
        return { outcome: 'dry-run', sentence: 'DRY RUN OK: nothing was registered', document };
    }
    const result = { outcome: 'succeeded', sentence: `registered ${(0,ecs/* shortName */.E)(arn)}`, running: arn };
    if (!booleanFlag(context, 'output'))
        return result;
    const registered = await context.aws.ecs.describeTaskDefinition(arn);
    if (registered === undefined)
        return result;
    const text = (0,canonical/* formatDocument */.Tq)(context.hide((0,plain_json/* toJsonObject */.N)(registered.definition)));
    const document = { title: (0,ecs/* shortName */.E)(arn), language: 'json', text };
    context.emit({ kind: 'printed', document });
    return { ...result, document };
}

;// CONCATENATED MODULE: ./src/config/nearest-name.ts
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

;// CONCATENATED MODULE: ./src/commands/shell-words.ts

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
    return argumentError(`a quote or \\ that nothing closes in "${line}"`, 'close the quote, or put a \\ before it');
}

;// CONCATENATED MODULE: ./src/commands/command-line.ts





/** The flag under which the words after the command are kept. */
const targetsFlag = 'targets';
/**
 * The command lines of the `command` input.
 * @throws UserError for an unknown command, an unknown flag or a value that does not fit
 */
function parseCommands(text, specs) {
    return splitLines(text).map((line) => parseLine(line, specs));
}
/** One command line from words that a shell has split already. */
function parseWords(words, specs) {
    return parseLine({ words, text: words.join(' ') }, specs);
}
function parseLine(line, specs) {
    const words = line.words[0] === 'ecspresso' ? line.words.slice(1) : line.words;
    const text = line.text.replace(/^ecspresso\s+/, '');
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
/** The command is the first word that is neither a flag nor a flag's value: global flags may stand before it. */
function findCommand(words, specs, text) {
    const named = words.find((word, index) => !word.startsWith('-') && !takesNext(words[index - 1]));
    const spec = specs.find((one) => one.name === named);
    if (spec !== undefined)
        return spec;
    const names = specs.map((one) => one.name);
    const nearest = named === undefined ? undefined : nearestName(named, names);
    throw argumentError(`unknown command ${named ?? ''} in "${text}"`, nearest === undefined ? `the commands are ${names.join(', ')}` : `did you mean ${nearest}?`);
}
function takesNext(previous) {
    if (previous === undefined || previous.includes('='))
        return false;
    const flag = globalFlags.find((one) => `--${one.name}` === previous);
    return flag !== undefined && flag.kind !== 'boolean';
}
/** Reads one flag; answers how many further words it used. */
function readFlag(word, next, { flags, spec }) {
    const equals = word.indexOf('=');
    const written = word.slice(2, equals < 0 ? undefined : equals);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    const known = [...spec.flags, ...globalFlags];
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
    const duration = parseDuration(text);
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
    throw argumentError(`unexpected argument ${wrong} of ${spec.name}`, hint);
}
function unknownFlag(written, known, spec) {
    const names = known.flatMap((one) => (one.negatable ? [one.name, `no-${one.name}`] : [one.name]));
    const nearest = nearestName(written, names);
    const hint = nearest === undefined
        ? `${spec.name} knows ${spec.flags.map((one) => `--${one.name}`).join(', ')}`
        : `did you mean --${nearest}?`;
    return argumentError(`unknown flag --${written} of ${spec.name}`, hint);
}
function badValue(flag, problem, hint) {
    return argumentError(`--${flag.name}: ${problem}`, hint);
}

;// CONCATENATED MODULE: ./src/commands/render.ts




const targets = ['config', 'service-definition', 'servicedef', 'task-definition', 'taskdef'];
/** `render`: prints the files as they are after templates; asks AWS nothing by itself. */
const render = {
    name: 'render',
    summary: 'print the config or a definition after templates',
    flags: renderFlags,
    targets,
    run: runRender,
};
async function runRender(context) {
    const wanted = context.flags[targetsFlag];
    if (!Array.isArray(wanted) || wanted.length === 0) {
        throw argumentError('render: what to render is missing', `name one or more of ${targets.join(', ')}`);
    }
    const isJsonnet = context.flags['jsonnet'] === true;
    const rendered = await Promise.all(wanted.map((target) => renderTarget(context, target)));
    const texts = isJsonnet ? await Promise.all(rendered.map(toJsonnet)) : rendered;
    const document = { title: wanted.join(', '), language: 'json', text: texts.join('') };
    context.emit({ kind: 'printed', document });
    return { outcome: 'succeeded', sentence: `rendered ${wanted.join(', ')}`, document };
}
/** The formatter is part of the Jsonnet engine, which is loaded when it is needed. */
async function toJsonnet(json) {
    const { formatJsonnet } = await __webpack_require__.e(/* import() */ 385).then(__webpack_require__.bind(__webpack_require__, 9385));
    return formatJsonnet(json);
}
async function renderTarget({ project, hide }, target) {
    if (target === 'config')
        return (0,canonical/* formatDocument */.Tq)(hide(project.config.document));
    if (target.startsWith('task'))
        return (0,canonical/* formatDocument */.Tq)(hide((await project.taskDefinition()).document));
    const { document } = await project.serviceDefinition();
    return (0,canonical/* formatDocument */.Tq)(hide({ ...document, serviceName: project.config.service ?? '' }));
}

;// CONCATENATED MODULE: ./src/commands/rollback.ts










/** `rollback`: back to the previous revision of the task definition. */
const rollback = {
    name: 'rollback',
    summary: 'go back to the previous revision of the task definition',
    flags: rollbackFlags,
    run: runRollback,
};
async function runRollback(context) {
    const deregisters = booleanFlag(context, 'deregister-task-definition', true);
    if (deregisters && !booleanFlag(context, 'wait', true)) {
        throw argumentError('--deregister-task-definition needs the end of the rollback', 'add --no-deregister-task-definition');
    }
    const service = await requireLiveService(context);
    const target = await findPrevious(context, service);
    const from = service.taskDefinition ?? '';
    context.emit({ kind: 'target', target: { kind: 'target', taskDefinition: target } });
    if (isDryRun(context))
        return sayWhatWouldHappen(context, { from, target, deregisters });
    const going = await prepareReturn(context, service, target);
    const facts = { previous: from, running: target };
    if (!booleanFlag(context, 'wait', true)) {
        await turnBack(going);
        return {
            outcome: 'started',
            sentence: `Service is rolled back: the rollback to ${(0,ecs/* shortName */.E)(target)} goes on (--no-wait)`,
            ...facts,
        };
    }
    const result = await goBack(going);
    if (result.ended === 'rolled-back' && deregisters)
        await deregister(context, from);
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
/** The active revision just below the one that runs, or the one that `--revision` names (specification 5.7). */
async function findPrevious(context, service) {
    const current = service.taskDefinition ?? '';
    const { family } = (0,ecs/* parseTaskDefinitionName */.T)(current);
    const revision = numberFlag(context, 'revision') ?? 0;
    if (revision > 0) {
        const named = await context.aws.ecs.describeTaskDefinition(`${family}:${revision}`);
        if (named?.definition.status === 'ACTIVE')
            return named.arn;
        throw noTarget(`${family}:${revision} is not an active revision`);
    }
    const arns = await context.aws.ecs.listTaskDefinitions(family);
    const position = arns.indexOf(current);
    const previous = position < 0 ? undefined : arns[position + 1];
    if (previous !== undefined)
        return previous;
    throw noTarget(position < 0 ? `${(0,ecs/* shortName */.E)(current)} is deregistered` : `${(0,ecs/* shortName */.E)(current)} is the oldest active revision`);
}
function noTarget(why) {
    return new errors/* UserError */.yo(`rollback target is not found: ${why}`, {
        hint: 'see the revisions with `aws ecs list-task-definitions`, then `rollback --revision N`',
        category: 'rollback/no-target',
    });
}
async function prepareReturn(context, service, target) {
    const { aws, clock, emit, signal, options } = context;
    const name = requireService(context.project);
    const inFlight = service.deployments?.find((one) => one.status === 'PRIMARY' && one.rolloutState === 'IN_PROGRESS');
    const others = (service.deployments ?? []).filter((one) => one !== inFlight);
    const started = followUpdate(name, { before: { ...service, deployments: others }, after: service }, 'deployed');
    const tools = {
        ecs: aws.ecs,
        clock,
        emit,
        signal,
        interval: options.pollInterval,
        collect: async () => 0,
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
async function deregister({ aws, emit }, arn) {
    try {
        await aws.ecs.deregisterTaskDefinition(arn);
        const summary = `deregistered ${(0,ecs/* shortName */.E)(arn)}`;
        emit({ kind: 'call', operation: 'DeregisterTaskDefinition', summary, dryRun: false });
    }
    catch (error) {
        throw new errors/* StepError */.zg(`the service is rolled back, but ${(0,ecs/* shortName */.E)(arn)} could not be deregistered`, error);
    }
}
function sayWhatWouldHappen({ emit, project }, plan) {
    const [from, to] = [(0,ecs/* shortName */.E)(plan.from), (0,ecs/* shortName */.E)(plan.target)];
    const input = { ...requireService(project), taskDefinition: plan.target };
    const call = { kind: 'call', dryRun: true };
    emit({ ...call, operation: 'UpdateService', summary: `update the service to ${to}`, input });
    if (plan.deregisters) {
        const deregistration = { taskDefinition: plan.from };
        emit({ ...call, operation: 'DeregisterTaskDefinition', summary: `deregister ${from}`, input: deregistration });
    }
    const sentence = `DRY RUN OK: would go back from ${from} to ${to}`;
    return { outcome: 'dry-run', sentence, running: plan.from, previous: plan.from };
}

;// CONCATENATED MODULE: ./src/commands/status.ts




const defaultEvents = 10;
/** `status`: what runs, its deployments and the last events. */
const status_status = {
    name: 'status',
    summary: 'show what runs, the deployments and the last events',
    flags: statusFlags,
    run: runStatus,
};
async function runStatus(context) {
    const service = await requireLiveService(context);
    const text = describeStatus(service, numberFlag(context, 'events') ?? defaultEvents);
    const document = { title: 'status', language: 'text', text };
    context.emit({ kind: 'printed', document });
    const running = service.taskDefinition ?? '';
    const sentence = (service.deployments ?? []).map(describeCounts).join('; ') || `${(0,ecs/* shortName */.E)(running)}: no deployment`;
    return { outcome: 'succeeded', sentence, running, previous: running, document };
}
/** The layout of ecspresso's status (specification 5.1 B2), times in UTC. */
function describeStatus(service, events) {
    const lines = [
        `Service: ${service.serviceName ?? ''}`,
        `Cluster: ${(0,ecs/* shortName */.E)(service.clusterArn ?? '')}`,
        `TaskDefinition: ${(0,ecs/* shortName */.E)(service.taskDefinition ?? '')}`,
        'Deployments:',
        ...(service.deployments ?? []).map(describeDeployment),
        'Events:',
        ...(service.events ?? []).slice(0, events).toReversed().map(describeEvent),
    ];
    return `${lines.join('\n')}\n`;
}
function describeCounts({ taskDefinition = '', runningCount = 0, desiredCount = 0 }) {
    return `${(0,ecs/* shortName */.E)(taskDefinition)}: ${runningCount} of ${desiredCount} tasks running`;
}
function describeDeployment(deployment) {
    const { status: state = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = deployment;
    const counts = `desired:${deployment.desiredCount ?? 0} pending:${deployment.pendingCount ?? 0} running:${deployment.runningCount ?? 0}`;
    return `  ${state.padStart(8)} ${(0,ecs/* shortName */.E)(taskDefinition)} ${counts} ${rolloutState}(${rolloutStateReason})`;
}
function describeEvent(event) {
    return `${event.createdAt?.toISOString().replace('T', ' ').slice(0, 19) ?? ''} ${event.message ?? ''}`;
}

;// CONCATENATED MODULE: ./src/commands/verify.ts



/** `verify`: asks AWS whether what the definitions name is there. */
const verify = {
    name: 'verify',
    summary: 'check that what the definitions name exists and fits together',
    flags: verifyFlags,
    run: runVerify,
};
async function runVerify(context) {
    // There is nothing to verify without one.
    await context.project.taskDefinition();
    const options = { getSecrets: booleanFlag(context, 'get-secrets', true) };
    const findings = await checkProject(context, booleanFlag(context, 'offline') ? undefined : context.aws, options);
    const { verdictOf } = await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 9841));
    const { passed, sentence } = verdictOf(findings);
    return { outcome: passed ? 'succeeded' : 'failed', sentence, findings };
}
/** Checks the definitions that a project has and tells each finding; without `aws` only what needs none. */
async function checkProject(context, aws, options) {
    const { project, emit } = context;
    const [service, taskDefinition, { runChecks }] = await Promise.all([
        readServiceDefinition(project),
        project.config.taskDefinition === undefined ? undefined : project.taskDefinition(),
        __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 9841)),
    ]);
    const findings = await runChecks({ config: project.config, service, taskDefinition }, aws, options);
    for (const finding of findings)
        emit({ kind: 'finding', finding });
    return findings;
}

;// CONCATENATED MODULE: ./src/commands/wait.ts




/** `wait`: sees the deployment that is under way to its end; changes nothing. */
const wait_wait = {
    name: 'wait',
    summary: 'wait until the service is stable',
    flags: waitFlags,
    run: runWait,
};
async function runWait(context) {
    const service = await requireLiveService(context);
    // What runs is not ours to undo: the policy is to look only.
    const watching = {
        ...context,
        flags: { 'wait-until': 'stable', ...context.flags },
        options: { ...context.options, rollback: 'never', onCancel: 'leave' },
    };
    const plan = { input: {}, tags: { add: [], remove: [] }, changesService: false };
    return conclude(watching, { before: beforeDeployment(service), after: service, plan });
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








/** The verbs, in the order that help and README show them. */
const commands = [deploy, diff, verify, rollback, status_status, wait_wait, register, render];

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

// EXTERNAL MODULE: ./src/config/workspace.ts
var workspace = __webpack_require__(531);
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
    return sessionToken ? { accessKeyId, secretAccessKey, sessionToken } : { accessKeyId, secretAccessKey };
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
    const credentials = options.credentials ?? findCredentials(environment);
    const requestHandler = options.transport ?? openTransport(environment);
    return {
        calling,
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
 * jittered waits of up to 20 s on the given clock.
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
            if (attempt >= (name.attempts ?? maximumAttempts) || !mayRetry(error, name))
                throw error;
            await calling.clock.sleep(delayBefore(attempt, calling.random), calling.signal).catch(() => {
                throw error;
            });
        }
    }
}
/** ms before attempt `attempt + 1`: doubled each time, then a random share between half and all of it. */
function delayBefore(attempt, random) {
    const full = Math.min(longestDelay, firstDelay * 2 ** attempt);
    return Math.round(full * (0.5 + random() / 2));
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
const batchSize = 10;
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
        for (let start = 0; start < all.length; start += batchSize)
            void ask(all.slice(start, start + batchSize));
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
    return { account: ask };
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
    return () => {
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
    return roleArn === undefined ? own : connect({ ...options, credentials: assumeRole(own, roleArn) });
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
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
    const { region, ...input } = image;
    const client = new sdk.ECRClient(connection.settingsFor('ECR', region));
    const name = { service: 'ecr', operation: 'DescribeImages', repeatable: true };
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

;// CONCATENATED MODULE: ./src/aws/tasks.ts
/** DescribeTasks takes a hundred ARNs; a stopped task never changes again, so each is read once. */
const tasks_batchSize = 100;
/** Stopped tasks of a service. `startedBy` must be the only filter of ListTasks, so the service is listed and sifted. */
function openTasks(open, call) {
    const known = new Map();
    async function listArns({ cluster, service }) {
        const { sdk, client } = await open();
        const arns = [];
        let nextToken;
        do {
            const page = { cluster, serviceName: service, desiredStatus: 'STOPPED', nextToken };
            const answer = await call('ListTasks', () => client.send(new sdk.ListTasksCommand(page)));
            arns.push(...(answer.taskArns ?? []));
            nextToken = answer.nextToken;
        } while (nextToken !== undefined);
        return arns;
    }
    async function read(cluster, tasks) {
        const { sdk, client } = await open();
        const command = () => new sdk.DescribeTasksCommand({ cluster, tasks: [...tasks] });
        const answer = await call('DescribeTasks', () => client.send(command()));
        for (const task of answer.tasks ?? [])
            known.set(task.taskArn ?? '', task);
    }
    return {
        async listStoppedTasks(name, startedBy) {
            const arns = await listArns(name);
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
function openEcs(connection) {
    const open = once(async () => {
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
        return { sdk, client: new sdk.ECSClient(connection.settingsFor('ECS')) };
    });
    const call = (operation, send, repeating = {}) => makeCall(connection.calling, { service: 'ecs', operation, repeatable: true, ...repeating }, send);
    return {
        describeService: describeServicesTogether(open, call),
        ...openClusters(open, call),
        ...openTaskDefinitions(open, call),
        ...openServiceWrites(open, call),
        ...openServiceDeployments(open, call),
        ...openTasks(open, call),
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
            const answer = registered(await call('RegisterTaskDefinition', () => client.send(command())));
            known.set(answer.arn, Promise.resolve(answer));
            return answer;
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
/** A document as the SDK's input: what is really sent is the document itself (sendAsWritten). */
// biome-ignore lint/suspicious/noExplicitAny: a parsing border; ECS checks the document
function asInput(input) {
    return input;
}
function serviceOf(answer) {
    return answer.service ?? {};
}
function registered(answer) {
    const definition = answer.taskDefinition ?? {};
    return { arn: definition.taskDefinitionArn ?? '', definition, tags: answer.tags ?? [] };
}

;// CONCATENATED MODULE: ./src/aws/logs.ts



/** CloudWatch Logs. */
function openLogs(connection) {
    const load = once(() => Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 303, 19)));
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

/** Application Auto Scaling, as far as a rollback must know of it. */
function openScaling(connection) {
    return {
        async ownsDesiredCount({ cluster, service }) {
            const sdk = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(491)]).then(__webpack_require__.t.bind(__webpack_require__, 1491, 19));
            const client = new sdk.ApplicationAutoScalingClient(connection.settingsFor('APPLICATION_AUTO_SCALING'));
            const input = {
                ServiceNamespace: 'ecs',
                ScalableDimension: 'ecs:service:DesiredCount',
                ResourceIds: [`service/${cluster.slice(cluster.lastIndexOf('/') + 1)}/${service}`],
            };
            const name = { service: 'application-autoscaling', operation: 'DescribeScalableTargets', repeatable: true };
            const command = () => new sdk.DescribeScalableTargetsCommand(input);
            const answer = await makeCall(connection.calling, name, () => client.send(command()));
            return (answer.ScalableTargets ?? []).length > 0;
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
    const call = (operation, send) => makeCall(connection.calling, { service: 'elasticloadbalancing', operation, repeatable: true }, send);
    return {
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

;// CONCATENATED MODULE: ./src/aws/open.ts








/**
 * AWS as one region and one set of credentials show it. Nothing is loaded or called before it is asked for.
 * `assumeRoleArn`: the role under which the commands work, assumed with the first credentials.
 */
function openAws(options) {
    const own = connect(options);
    const { assumeRoleArn } = options;
    const connection = assumeRoleArn === undefined ? own : connect({ ...options, credentials: assumeRole(own, assumeRoleArn) });
    return {
        region: options.region,
        ecs: openEcs(connection),
        images: openEcr(connection),
        logs: openLogs(connection),
        secrets: openSecrets(connection),
        targetGroups: openTargetGroups(connection),
        scaling: openScaling(connection),
        identity: openIdentity(connection),
    };
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
            const variable = envfile_parseLine(line);
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
function envfile_parseLine(line) {
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
            warn(`json: unknown field "${member.key}"${suggest(member.key, configKeys.keys())}`, place);
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

;// CONCATENATED MODULE: ./src/config/compatibility.ts
/** The ecspresso version whose behaviour we follow; `required_version` is checked against it. */
const compatibleVersion = '2.8.7';

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







/** 10 minutes */
const defaultTimeout = 600_000;
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
        return defaultTimeout;
    const duration = parseDuration(value);
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
        timeout: formatDuration(config.timeout),
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
        const options = readOptions(name, config, { locate: (offset) => document.locate(offset), warn });
        return { name, prefix: text('func_prefix'), options, location };
    });
}
function readOptions(plugin, config, { locate, warn }) {
    const members = config?.kind === 'object' ? config.members : [];
    return {
        value(key) {
            const member = members.findLast((one) => one.key === key);
            return member === undefined ? undefined : ((0,config_tree/* toJson */.aB)(member.value) ?? undefined);
        },
        expect(keys) {
            for (const { key, offset } of members) {
                if (keys.includes(key))
                    continue;
                warn(`the plugin ${plugin} has no option "${key}"${suggest(key, keys)}`, locate(offset));
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

// EXTERNAL MODULE: ./src/config/template/values.ts
var template_values = __webpack_require__(9599);
;// CONCATENATED MODULE: ./src/config/plugins/plugin.ts


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
    const nearest = suggest(name, values.keys()).replace(/^; /, '');
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
    const ms = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? parseDuration(value) : undefined;
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

;// CONCATENATED MODULE: ./src/config/plugins/state-location.ts




const shape = /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/?(.*)$/is;
/**
 * Reads the location of a state: a path, or a URL whose scheme decides (specification 2.5.1).
 *
 * @throws FunctionFailure for schemes that are not supported, and locations that lack a part.
 */
function readLocation(text, around) {
    const [, scheme, host = '', rest = ''] = shape.exec(text) ?? [];
    switch (scheme?.toLowerCase()) {
        case undefined:
            return fileAt((0,external_node_path_.resolve)(around.directory, text), around.environment);
        case 'file':
            if (host === '')
                return { kind: 'file', path: decode(`/${rest}`), workspace: 'default' };
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
function fileAt(path, environment) {
    return { kind: 'file', path, workspace: environment['TF_WORKSPACE'] || selectedWorkspace(path) };
}
/** Terraform notes the selected workspace beside its pointer to the backend. */
function selectedWorkspace(path) {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), 'environment'), 'utf8').trim() || 'default';
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
        const nearest = suggest(address, this.entries.keys()).replace(/^; /, '');
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
    return { value: Object.fromEntries(instances.map(({ key, value }) => [String(key), value])), sensitive };
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
    const isOptional = entry.options.value('optional') === true;
    const location = locate(entry, { context, directory });
    try {
        return await context.readState(location);
    }
    catch (error) {
        if (!isOptional)
            throw error;
        context.warn(`the tfstate plugin goes on with an empty state: ${(0,errors/* describeError */.Uc)(error)}`, entry.location);
        return new TerraformState();
    }
}
function locate({ options }, { context, directory }) {
    const { environment } = context;
    const path = textOption('path', options.value('path'));
    const url = textOption('url', options.value('url'));
    if (path !== '') {
        if (!/^[a-z0-9]+:\/\//i.test(path))
            return readLocation(path, { directory, environment });
        throw new template_values/* FunctionFailure */.zf(`path of the tfstate plugin is a file, not a URL: ${path}`, {
            hint: `write url: ${path}`,
        });
    }
    if (url !== '')
        return readLocation(url, { directory: context.directory, environment });
    throw new template_values/* FunctionFailure */.zf('tfstate plugin requires path or url for tfstate location', {
        hint: 'write config: and below it path: terraform.tfstate, or url: s3://bucket/key',
    });
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
    const builtIn = alwaysOn.map((name) => ({ name, prefix: '', options: noOptions, location: { file } }));
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
const noOptions = { value: () => undefined, expect: () => { } };
async function setUp(entry, around) {
    const plugin = plugins.get(entry.name);
    if (plugin === undefined) {
        const known = [...plugins.keys()];
        const hint = suggest(entry.name, known).replace(/^; /, '') || `there are ${known.join(', ')}`;
        throw refusal(entry, `plugin ${entry.name} is not available`, { hint });
    }
    try {
        return await plugin(entry, around);
    }
    catch (error) {
        if (!(error instanceof template_values/* FunctionFailure */.zf))
            throw error;
        throw refusal(entry, error.message, { hint: error.hint, cause: error.cause });
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

;// CONCATENATED MODULE: ./src/config/plugins/stand-ins.ts
/** What a function of a plugin answers while it is not known yet which plugins there are. */
const standIn = 'looked-up-later';
/** Parameters of functions that plugins bring, by the end of their names. */
const parameters = {
    tfstate: ['address'],
    tfstatef: ['format'],
    cfn_output: ['stack', 'key'],
    cfn_export: ['name'],
    ssm: ['name'],
    ssm_list: ['name', 'index'],
    secretsmanager_arn: ['id'],
};
const calls = new RegExp(`\\b\\w*?(${Object.keys(parameters).join('|')})\\b`, 'g');
/** Stand-ins for the functions of plugins whose names stand in a text; a prefix may stand before them. */
function makeStandIns(text, builtIn) {
    let used = false;
    const call = () => {
        used = true;
        return standIn;
    };
    const template = new Map(builtIn.template);
    const jsonnet = new Map(builtIn.jsonnet);
    for (const [name, base = ''] of text.matchAll(calls)) {
        if (!template.has(name))
            template.set(name, call);
        if (!jsonnet.has(name))
            jsonnet.set(name, { parameters: parameters[base] ?? [], call });
    }
    return { functions: { template, jsonnet }, areUsed: () => used };
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
            void call(look, args);
    }
}
async function call(look, args) {
    try {
        await look(args);
    }
    catch {
        // Perhaps nobody needs it.
    }
}

;// CONCATENATED MODULE: ./src/config/template/print.ts


/** What an action leaves in the output. */
function printOne(value) {
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
function differs(args) {
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
        throw new template_values/* FunctionFailure */.zf(`non-comparable types: ${printOne(one)} and ${printOne(other)}`);
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
    ['call', builtins_call],
    ['eq', equalsAny],
    ['ne', differs],
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
function builtins_call([called]) {
    if (called === undefined)
        throw new template_values/* FunctionFailure */.zf('wrong number of args for call: want at least 1 got 0');
    throw new template_values/* FunctionFailure */.zf(called === null ? 'call of nil' : `non-function of type ${(0,template_values/* typeName */.go)(called)}`);
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
                    this.write(printOne(value), statement.offset, false);
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
        throw failure(`range can't iterate over ${printOne(value)}`, control.offset);
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
function literals_unquote(literal) {
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
function literals_readNumber(text) {
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
    const value = literals_unquote(token.text);
    if (value === undefined)
        throw parseFailure(`invalid syntax in the string ${token.text}`, token.offset);
    return value;
}
function readConstant(token) {
    const { offset, text } = token;
    if (token.kind === 'number') {
        const constant = literals_readNumber(text);
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
    const nearest = unknown === undefined ? '' : suggest(unknown, [...functions.keys(), ...builtins.keys()]);
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
async function renderFile(source, functions, { isJsonnet, failure, context }) {
    if (!isJsonnet)
        return renderSource(source, functions.template, failure);
    // Most projects have no Jsonnet: its engine is loaded with the first file.
    const { evaluateJsonnet } = await __webpack_require__.e(/* import() */ 421).then(__webpack_require__.bind(__webpack_require__, 5421));
    const evaluated = await evaluateJsonnet(source, { natives: functions.jsonnet, context, failure });
    const rendered = await renderSource(evaluated.source, functions.template, failure);
    return { ...rendered, missing: [...evaluated.missing, ...rendered.missing] };
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
        return new TreeBuilder(yaml, document).build(document.contents);
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
    document;
    nodes = 0;
    depth = 0;
    constructor(yaml, document) {
        this.yaml = yaml;
        this.document = document;
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
        if (isAlias(node)) {
            const target = node.resolve(this.document);
            if (target === undefined)
                throw new YamlSyntaxError(`unresolved alias *${node.source}`, offset);
            return { ...this.build(target), offset };
        }
        if (isSeq(node))
            return { kind: 'list', offset, items: node.items.map((item) => this.build(item)) };
        if (isMap(node))
            return { kind: 'object', offset, members: this.members(node) };
        return { kind: 'scalar', offset, value: isScalar(node) ? scalarOf(node.value) : null };
    }
    members(map) {
        const members = map.items.flatMap((pair) => (isMerge(pair) ? this.merged(pair) : [this.member(pair)]));
        const own = new Set(map.items.filter((pair) => !isMerge(pair)).map((pair) => keyOf(pair)));
        // What is written wins over what is merged, wherever it stands.
        return members.filter((member) => !('merged' in member) || !own.has(member.key));
    }
    member(pair) {
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
 * Reads a config and sets its plugins up. One that calls functions of its own plugins is rendered twice: first only to
 * find the plugins, then with their functions.
 *
 * @param path absolute
 * @throws UserError `failed to load config file …`, `failed to setup plugins: …`
 */
async function readConfigFile(path, builtIn, context) {
    const file = readConfigSource(path, context);
    const { isJsonnet, failure } = file;
    const render = (functions) => renderFile(file.source, functions, { failure, context, isJsonnet });
    const standIns = makeStandIns(file.source.text, builtIn);
    const first = await render(standIns.functions);
    if (!standIns.areUsed())
        return readRendered(first, file, { builtIn, context });
    refuseMissing([first]);
    const document = await parseConfig(first, { ...context, warn: () => { } });
    refuseStandIns(document);
    const functions = withPlugins(builtIn, await config_file_setUp(document, file, context));
    const rendered = await render(functions);
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
    const source = (0,workspace/* readSource */.o$)(path, { root: context.root, failure });
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

;// CONCATENATED MODULE: ./src/config/definition-checks.ts

function rules(type, paths) {
    return paths.map((path) => ({ path: path.split('.'), type }));
}
/** Types that people mix up most; a container's sizes are numbers, the task's are texts. */
const taskRules = [
    ...rules('string', [
        'family',
        'cpu',
        'memory',
        'containerDefinitions.*.name',
        'containerDefinitions.*.image',
        'containerDefinitions.*.environment.*.name',
        'containerDefinitions.*.environment.*.value',
        'containerDefinitions.*.secrets.*.name',
        'containerDefinitions.*.secrets.*.valueFrom',
        'containerDefinitions.*.command.*',
        'containerDefinitions.*.entryPoint.*',
        'tags.*.key',
        'tags.*.value',
    ]),
    ...rules('number', [
        'containerDefinitions.*.cpu',
        'containerDefinitions.*.memory',
        'containerDefinitions.*.memoryReservation',
        'containerDefinitions.*.portMappings.*.containerPort',
        'containerDefinitions.*.portMappings.*.hostPort',
        'containerDefinitions.*.startTimeout',
        'containerDefinitions.*.stopTimeout',
        'ephemeralStorage.sizeInGiB',
    ]),
    ...rules('boolean', ['containerDefinitions.*.essential', 'containerDefinitions.*.readonlyRootFilesystem']),
];
const definition_checks_serviceRules = [
    ...rules('string', [
        'launchType',
        'platformVersion',
        'loadBalancers.*.containerName',
        'loadBalancers.*.targetGroupArn',
        'tags.*.key',
        'tags.*.value',
    ]),
    ...rules('number', [
        'desiredCount',
        'healthCheckGracePeriodSeconds',
        'deploymentConfiguration.maximumPercent',
        'deploymentConfiguration.minimumHealthyPercent',
        'loadBalancers.*.containerPort',
    ]),
    ...rules('boolean', ['enableECSManagedTags', 'enableExecuteCommand']),
];
/** The first value whose type ECS would not take; undefined when none is found. */
function findTypeMistake(tree, kind) {
    const found = (kind === 'task' ? taskRules : definition_checks_serviceRules).flatMap((rule) => mistakesOf(tree, rule));
    return found.reduce((first, mistake) => (first === undefined || mistake.offset < first.offset ? mistake : first), undefined);
}
function mistakesOf(tree, rule) {
    return valuesAt(tree, rule.path, []).flatMap(({ value, path }) => {
        if (value.kind === 'scalar' && (value.value === null || typeof value.value === rule.type))
            return [];
        const key = path.findLast((step) => typeof step === 'string') ?? '';
        return [
            { path, offset: value.offset, message: describeMistake(value, rule.type), hint: fixOf(value, rule.type, key) },
        ];
    });
}
function valuesAt(tree, [step, ...rest], path) {
    if (step === undefined)
        return [{ value: tree, path }];
    if (step === '*') {
        const items = tree.kind === 'list' ? tree.items : [];
        return items.flatMap((item, index) => valuesAt(item, rest, [...path, index]));
    }
    const member = (0,config_tree/* memberOf */.C5)(tree, step);
    return member === undefined ? [] : valuesAt(member.value, rest, [...path, step]);
}
function describeMistake(value, type) {
    return `must be a ${type}, found ${(0,config_tree/* describeTree */.cn)(value)}`;
}
function fixOf(value, type, key) {
    if (value.kind !== 'scalar')
        return `write a ${type}`;
    if (type === 'string')
        return `put it in quotes: "${key}": ${JSON.stringify(String(value.value))}`;
    const isPlain = typeof value.value === 'string' && isLiteral(value.value, type);
    return isPlain ? `remove the quotes: "${key}": ${value.value}` : `write a ${type}`;
}
function isLiteral(text, type) {
    return type === 'number' ? /^-?\d+$/.test(text) : text === 'true' || text === 'false';
}

;// CONCATENATED MODULE: ./src/config/definition-keys.ts
/** Keys of RegisterTaskDefinition (specification 4.1). */
const taskDefinitionKeys = new Set([
    'containerDefinitions',
    'cpu',
    'enableFaultInjection',
    'ephemeralStorage',
    'executionRoleArn',
    'family',
    'inferenceAccelerators',
    'ipcMode',
    'memory',
    'networkMode',
    'pidMode',
    'placementConstraints',
    'proxyConfiguration',
    'requiresCompatibilities',
    'runtimePlatform',
    'tags',
    'taskRoleArn',
    'volumes',
]);
/** What DescribeTaskDefinition answers on top of it, left in a file by copying. */
const describedTaskDefinitionKeys = new Set([
    'compatibilities',
    'deregisteredAt',
    'registeredAt',
    'registeredBy',
    'requiresAttributes',
    'revision',
    'status',
    'taskDefinitionArn',
]);
/** Keys of a service that can be set (specification 4.2). */
const serviceDefinitionKeys = new Set([
    'availabilityZoneRebalancing',
    'capacityProviderStrategy',
    'deploymentConfiguration',
    'deploymentController',
    'desiredCount',
    'enableECSManagedTags',
    'enableExecuteCommand',
    'healthCheckGracePeriodSeconds',
    'launchType',
    'loadBalancers',
    'monitoring',
    'networkConfiguration',
    'placementConstraints',
    'placementStrategy',
    'platformVersion',
    'propagateTags',
    'schedulingStrategy',
    'serviceConnectConfiguration',
    'serviceRegistries',
    'tags',
    'volumeConfigurations',
    'vpcLatticeConfigurations',
]);
/** What DescribeServices answers on top of it: tolerated without a word. */
const describedServiceKeys = new Set([
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
    'roleArn',
    'runningCount',
    'serviceArn',
    'serviceName',
    'status',
    'taskDefinition',
    'taskSets',
]);
/** Maps whose keys are the user's own, lower case: they are never touched. */
const freeFormMaps = new Set([
    'dockerlabels',
    'driveropts',
    'hookdetails',
    'labels',
    'options',
]);

;// CONCATENATED MODULE: ./src/config/definition-shape.ts



/** Brings a document into the shape of the ECS API: its keys, without what only AWS writes (specification 4.1–4.3). */
function shapeDefinition(tree, options) {
    const body = options.kind === 'task' ? unwrap(tree) : tree;
    warnOfDuplicates(body, options.warn);
    const known = recaseTop(lowerKeys(body), options.kind);
    const own = dropDescribed(known, options);
    warnOfUnknown(own, options);
    const kept = options.kind === 'task' ? removeEmpty(own) : removeNulls(own);
    return ignoreTags(kept, options.ignoreTags);
}
/** Of a key that is written twice the last value counts, which is seldom what was meant. */
function warnOfDuplicates(tree, warn) {
    if (tree.kind === 'list')
        for (const item of tree.items)
            warnOfDuplicates(item, warn);
    if (tree.kind !== 'object')
        return;
    const seen = new Set();
    for (const { key, offset, value } of tree.members) {
        if (seen.has(key))
            warn(`the key "${key}" is written twice; the last one counts`, offset);
        seen.add(key);
        warnOfDuplicates(value, warn);
    }
}
/** The output of `aws ecs describe-task-definition` holds the definition inside. */
function unwrap(tree) {
    const inner = tree.members.findLast(({ key }) => key.toLowerCase() === 'taskdefinition')?.value;
    return inner?.kind === 'object' ? inner : tree;
}
function lowerKeys(tree) {
    return mapMembers(tree, ({ key, offset, value }) => {
        const isFree = freeFormMaps.has(key.toLowerCase());
        return { key: key.charAt(0).toLowerCase() + key.slice(1), offset, value: isFree ? value : lowerInside(value) };
    });
}
function lowerInside(tree) {
    if (tree.kind === 'list')
        return { ...tree, items: tree.items.map(lowerInside) };
    return tree.kind === 'object' ? lowerKeys(tree) : tree;
}
function recaseTop(tree, kind) {
    const names = kind === 'task' ? taskNames : serviceNames;
    return mapMembers(tree, (member) => ({ ...member, key: names.get(member.key.toLowerCase()) ?? member.key }));
}
const taskNames = namesByLowerCase([...taskDefinitionKeys, ...describedTaskDefinitionKeys]);
const serviceNames = namesByLowerCase([...serviceDefinitionKeys, ...describedServiceKeys]);
function namesByLowerCase(names) {
    return new Map(names.map((name) => [name.toLowerCase(), name]));
}
function dropDescribed(tree, { kind, warn }) {
    const described = kind === 'task' ? describedTaskDefinitionKeys : describedServiceKeys;
    const dropped = tree.members.filter(({ key }) => described.has(key));
    const [first] = dropped;
    if (first === undefined)
        return tree;
    // The init command of ecspresso writes such keys into service definitions, so that nobody is to blame.
    if (kind === 'task')
        warn(`ignored what only AWS sets: ${dropped.map(({ key }) => key).join(', ')}`, first.offset);
    return { ...tree, members: tree.members.filter(({ key }) => !described.has(key)) };
}
function warnOfUnknown(tree, { kind, warn }) {
    const known = kind === 'task' ? taskDefinitionKeys : serviceDefinitionKeys;
    for (const { key, offset } of tree.members) {
        if (!known.has(key))
            warn(`json: unknown field "${key}"${suggest(key, known)}`, offset);
    }
}
/** Nulls and empty lists are the same as nothing; free-form maps keep what they hold. */
function removeEmpty(tree) {
    const members = tree.members.flatMap((member) => {
        const value = freeFormMaps.has(member.key.toLowerCase()) ? member.value : removeEmptyInside(member.value);
        return definition_shape_isNothing(value) ? [] : [{ ...member, value }];
    });
    return { ...tree, members };
}
function removeEmptyInside(tree) {
    if (tree.kind === 'object')
        return removeEmpty(tree);
    if (tree.kind !== 'list')
        return tree;
    return { ...tree, items: tree.items.map(removeEmptyInside).filter((item) => !definition_shape_isNothing(item)) };
}
function definition_shape_isNothing(tree) {
    return isNull(tree) || (tree.kind === 'list' && tree.items.length === 0);
}
function isNull(tree) {
    return tree.kind === 'scalar' && tree.value === null;
}
/** In a service definition null is absence, and an empty list is an empty list. */
function removeNulls(tree) {
    const members = tree.members.filter(({ value }) => !isNull(value));
    return { ...tree, members: members.map((member) => ({ ...member, value: removeNullsInside(member.value) })) };
}
function removeNullsInside(tree) {
    if (tree.kind === 'object')
        return removeNulls(tree);
    return tree.kind === 'list' ? { ...tree, items: tree.items.map(removeNullsInside) } : tree;
}
function ignoreTags(tree, ignored) {
    if (ignored.length === 0)
        return tree;
    return mapMembers(tree, (member) => {
        if (member.key !== 'tags' || member.value.kind !== 'list')
            return member;
        const items = member.value.items.filter((tag) => !isIgnored(tag, ignored));
        return { ...member, value: { ...member.value, items } };
    });
}
function isIgnored(tag, ignored) {
    const key = (0,config_tree/* memberOf */.C5)(tag, 'key')?.value;
    return key?.kind === 'scalar' && typeof key.value === 'string' && ignored.includes(key.value);
}
function mapMembers(tree, change) {
    return { ...tree, members: tree.members.map(change) };
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
    const tree = shapeDefinition(parseObject(rendered, failure), {
        ...options,
        warn: (text, offset) => options.warn(text, rendered.locate(offset)),
    });
    const mistake = findTypeMistake(tree, options.kind);
    if (mistake !== undefined) {
        const path = (0,json/* formatPath */.jV)(mistake.path);
        throw new errors/* UserError */.yo(`${failure}: ${path} ${mistake.message}`, {
            hint: mistake.hint,
            location: { ...rendered.locate(mistake.offset), path },
        });
    }
    return {
        file,
        document: (0,config_tree/* toObject */.vw)(tree),
        locate(path) {
            const place = rendered.locate((0,config_tree/* offsetOf */.b4)(tree, path));
            return path.length === 0 ? place : { ...place, path: (0,json/* formatPath */.jV)(path) };
        },
    };
}
function parseObject(rendered, failure) {
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
        const { context } = this;
        const { root } = context;
        const failure = `failed to load ${definitionNames[kind]} ${(0,workspace/* displayPath */.Gt)(root, path)}`;
        const source = (0,workspace/* readSource */.o$)(path, { root, failure, named: this.config.locate(configKeyOf[kind]) });
        return renderFile(source, this.functions, { failure, context, isJsonnet: (0,external_node_path_.extname)(path) === '.jsonnet' });
    }
}
function load_remember(made, kind, make) {
    const known = made.get(kind) ?? make();
    made.set(kind, known);
    return known;
}

// EXTERNAL MODULE: ./src/config/workspace-border.ts
var workspace_border = __webpack_require__(2238);
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
    const refusal = (0,workspace_border/* describeOutside */.z)(root, path);
    if (refusal !== undefined) {
        throw new template_values/* FunctionFailure */.zf(`${failure}: ${refusal}`, {
            hint: 'copy the state into the repository in an earlier step',
        });
    }
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

// EXTERNAL MODULE: ./src/secrets.ts
var src_secrets = __webpack_require__(7194);
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
const patience = 60_000;
/** A way out that honours `HTTPS_PROXY` and `NO_PROXY` of the environment. */
function openSend(environment) {
    return async ({ url, headers }) => {
        // Loaded only when needed: it takes a fifth of the time to the first request of most runs.
        const { Agent, get } = url.protocol === 'http:' ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 23)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 23));
        const agent = new Agent({ proxyEnv: { ...environment } });
        return new Promise((resolve, reject) => {
            const request = get(url, { headers, agent, timeout: patience }, (message) => {
                readAnswer(message).then(resolve, (cause) => reject(unanswered(cause)));
            });
            request.once('timeout', () => request.destroy(new Error(`no answer within ${patience / 1000} s`)));
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
        warn: (text, location) => emit({ kind: 'note', level: 'warning', text, ...(location && { location }) }),
    });
    return guardSecrets(project, world);
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
function connectionOf(world, environment) {
    return {
        environment,
        userAgent: world.userAgent,
        calling: { clock: world.clock, random: Math.random, trace: world.trace, signal: world.signal },
    };
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
        const configs = findConfigs(lineSettings.configs, world.directory);
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
        const project = await openOnce(work, around);
        const { cluster, service = '', timeout } = project.config;
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
            hide: (document) => (0,src_secrets/* hideDocument */.qg)(document, world.hiding),
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
        const failure = await failureOf(error, work.project, emit);
        return { ...facts, ...failure };
    }
}
async function openOnce(work, around) {
    const { envfiles, extStr, extCode } = around.settings;
    const loadedWith = JSON.stringify([envfiles, extStr, extCode]);
    if (work.project !== undefined && work.loadedWith === loadedWith)
        return work.project;
    const project = await openProject(work.config, around);
    Object.assign(work, { project, loadedWith });
    return project;
}
async function failureOf(error, project, emit) {
    // The rules are many, and most runs do not fail.
    const { diagnoseError } = await __webpack_require__.e(/* import() */ 480).then(__webpack_require__.bind(__webpack_require__, 6480));
    const diagnosis = diagnoseError(error, await run_readDefinitions(project));
    emit({ kind: 'diagnosed', diagnosis });
    const { label: category, retryable } = diagnosis;
    return { outcome: 'failed', sentence: (0,errors/* describeWithPlace */.Hu)(error), category, retryable, diagnosis };
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
    const arns = reports.flatMap(({ result }) => [result.running, result.previous, result.failed]);
    return arns.map((arn) => arn?.split(':')[4]).find((account) => account !== undefined && account !== '') ?? '';
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
function inputs_readValue(environment, name) {
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
    const read = (name) => inputs_readValue(environment, name);
    const timeout = settings_readDuration(environment, 'timeout');
    const role = read('assume-role-arn');
    const settings = {
        commands: readCommands(environment, words),
        // The default name means discovery (specification 1.4).
        configs: readLines(readInput(environment, 'config') || (environment['ECSPRESSO_CONFIG'] ?? '')),
        ...(timeout === undefined ? {} : { timeout }),
        dryRun: settings_readBoolean(environment, 'dry-run'),
        envfiles: settings_readList(environment, 'envfile', ','),
        extStr: readPairs(environment, 'ext-str'),
        extCode: readPairs(environment, 'ext-code'),
        ...(role === '' ? {} : { assumeRoleArn: role }),
        rollback: readChoice(environment, 'rollback', ['auto', 'always', 'never']),
        onCancel: readChoice(environment, 'on-cancel', ['leave', 'rollback']),
        unchanged: readChoice(environment, 'unchanged', ['deploy', 'skip']),
        comment: readChoice(environment, 'comment', ['auto', 'always', 'never']),
        commentKey: read('comment-key'),
        mask: readChoice(environment, 'mask', ['secrets', 'all', 'none']),
        failOnChanges: settings_readBoolean(environment, 'fail-on-changes'),
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
    if (words.length > 0)
        return [parseWords(words, commands)];
    const event = environment['GITHUB_EVENT_NAME'] ?? '';
    if (readInput(environment, 'command') === '' && event.startsWith('pull_request')) {
        throw new errors/* UserError */.yo(`the input command is missing on the event ${event}`, {
            hint: 'say what to do: `command: diff` shows what a deploy would change',
            category: 'config/client',
        });
    }
    const lines = parseCommands(inputs_readValue(environment, 'command'), commands);
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
function settings_readList(environment, name, separator) {
    const written = readInput(environment, name);
    if (written !== '')
        return readLines(written);
    return splitList(inputs_readValue(environment, name), separator).flatMap(readLines);
}
function readPairs(environment, name) {
    return parsePairs(environment, name, settings_readList(environment, name, ';'));
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
function settings_readBoolean(environment, name) {
    const text = inputs_readValue(environment, name);
    if (/^(true|True|TRUE)$/.test(text))
        return true;
    if (/^(false|False|FALSE)$/.test(text))
        return false;
    return refuseValue(environment, name, { value: text, hint: 'write true or false' });
}
function readChoice(environment, name, choices) {
    const text = inputs_readValue(environment, name);
    const hint = `use one of ${choices.join(', ')}`;
    return choices.find((choice) => choice === text) ?? refuseValue(environment, name, { value: text, hint });
}
function settings_readDuration(environment, name) {
    const text = inputs_readValue(environment, name);
    if (text === '')
        return undefined;
    const duration = parseDuration(text);
    if (duration !== undefined && duration >= 0)
        return duration;
    return refuseValue(environment, name, { value: text, hint: 'write a duration with its unit, as 10m or 1h30m' });
}
function readInterval(environment) {
    const interval = settings_readDuration(environment, 'poll-interval') ?? 0;
    if (interval > 0)
        return interval;
    const value = inputs_readValue(environment, 'poll-interval');
    return refuseValue(environment, 'poll-interval', { value, hint: 'write a duration above 0, as 5s' });
}
function readCount(environment, name) {
    const text = inputs_readValue(environment, name);
    if (/^[1-9]\d*$/.test(text))
        return Number(text);
    return refuseValue(environment, name, { value: text, hint: 'write a number from 1 up' });
}
/** By the input, else by ecspresso's variable (specification 1.1), and always by the runner's debug mode. */
function readDebug(environment) {
    const runner = environment['RUNNER_DEBUG'] === '1';
    if (readInput(environment, 'log-level') !== '') {
        return readChoice(environment, 'log-level', ['info', 'debug']) === 'debug' || runner;
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
    const painted = event.kind === 'compared' && style.colours ? lines.map(diff_block/* paintDiffLine */.u3) : lines;
    return { lines: painted, state: step.state };
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
    return ['began', 'call', 'progress', 'rollback', 'ended'].includes(event.kind);
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
        case 'finding':
            return findingStep(event.finding, state);
        case 'diagnosed':
            return say(...(0,diagnosis_block/* renderDiagnosis */.sW)(event.diagnosis));
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
    const diff = (0,diff_block/* renderDiffs */.Nl)(comparison);
    const effects = comparison.effects.map((effect) => `effect: ${effect}`);
    const warnings = comparison.warnings.map((warning) => `warning: ${warning}`);
    return [...(diff.length === 0 ? ['no differences'] : diff), ...effects, ...warnings];
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
    if (counts === state.counts && !isNew)
        return { lines: [], state };
    const line = `${counts} · ${(0,time/* formatElapsed */.C7)(elapsed)}`;
    const isSaid = verdict.sentence.startsWith(`${progress.running} of `) || verdict.kind === 'succeeded';
    return {
        lines: isNew && !isSaid ? [line, `  ${verdict.sentence}`] : [line],
        state: { ...state, counts, sentence, said: verdict.sentence },
    };
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

;// CONCATENATED MODULE: ./src/version.ts
/** The version of this action, as package.json has it (a test compares them). */
const version = '0.1.0';

;// CONCATENATED MODULE: ./src/main.ts












const clock = {
    now: () => Date.now(),
    sleep: (ms, signal) => (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal }),
};
/**
 * The whole run: inputs, projects, commands, then summary, comment and outputs. With words it is the command line.
 * Answers the exit code.
 */
async function main(words) {
    const environment = { ...process.env };
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
        const report = await run(settings, { environment, runner, hiding, local, startedAt });
        return (0,verdict/* isFailure */.N6)(report.outcome) ? 1 : 0;
    }
    catch (error) {
        return refuse(error, { environment, runner, hiding: { secrets, mode: 'secrets' }, startedAt });
    }
}
async function run(settings, around) {
    const { environment, runner, hiding, local, startedAt } = around;
    const root = (0,external_node_path_.resolve)(environment['GITHUB_WORKSPACE'] || process.cwd());
    const directory = (0,external_node_path_.resolve)(local ? process.cwd() : root, settings.workingDirectory);
    const debug = settings.debug || settings.commands.some((line) => line.flags['debug'] === true);
    const teller = createTeller({ ...settings, debug }, around, countConfigs(settings, directory));
    const projects = await runLines(settings, {
        environment,
        clock,
        signal: cancellation(),
        root,
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
    const { runner, hiding, local } = around;
    const print = (text) => {
        if (local)
            process.stdout.write(text);
        else
            for (const line of text.trimEnd().split('\n'))
                runner.log(line);
    };
    const telling = { runner, hiding, debug: settings.debug, colours: local && process.stderr.isTTY, print };
    return projects > 1 ? tellSeveral(telling) : tellOne(telling);
}
function countConfigs(settings, directory) {
    const all = expectedConfigs(settings).flatMap((patterns) => findConfigs(patterns, directory));
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
    const { diagnoseError } = await __webpack_require__.e(/* import() */ 480).then(__webpack_require__.bind(__webpack_require__, 6480));
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
/* harmony export */   $5: () => (/* binding */ freeForm),
/* harmony export */   A4: () => (/* binding */ canonicalText),
/* harmony export */   Tq: () => (/* binding */ formatDocument),
/* harmony export */   _I: () => (/* binding */ canonicalise),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   qy: () => (/* binding */ compareTexts)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

/** Maps whose keys belong to the user: nothing below them is re-cased (specification 4.4, defect 3 of 6.1). */
const freeForm = new Set(['dockerLabels', 'options', 'driverOpts', 'labels', 'hookDetails']);
/**
 * The canonical form of specification 4.4: keys sorted, their first letter lowered, nulls and empty lists dropped.
 * Empty objects stay.
 */
function canonicalise(document) {
    return canonicaliseObject(document, true);
}
/** A document as every printing command prints it: two spaces, HTML-sensitive characters escaped, final newline. */
function formatDocument(document) {
    return `${escapeHtml(JSON.stringify(canonicalise(document), null, 2))}\n`;
}
/** One line that is equal for equal values, whatever the order of their keys. */
function canonicalText(value) {
    return JSON.stringify(canonicaliseValue(value ?? null, false)) ?? 'null';
}
/** Whether two values mean the same; absent, null and the empty list are one. */
function sameValue(one, other) {
    return canonicalText(one) === canonicalText(other);
}
function canonicaliseValue(value, recase) {
    if (value === null)
        return undefined;
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value)) {
        const items = value.map((item) => canonicaliseValue(item, recase)).filter((item) => item !== undefined);
        return items.length === 0 ? undefined : items;
    }
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? canonicaliseObject(value, recase) : value;
}
function canonicaliseObject(object, recase) {
    const entries = [];
    for (const [key, value] of Object.entries(object)) {
        const name = recase ? lowerFirst(key) : key;
        const canonical = canonicaliseValue(value, recase && !freeForm.has(name));
        if (canonical !== undefined)
            entries.push([name, canonical]);
    }
    return Object.fromEntries(entries.sort(([one], [other]) => compareTexts(one, other)));
}
/** Orders by code unit, not by the machine's language. */
function compareTexts(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}
function lowerFirst(key) {
    return key.charAt(0).toLowerCase() + key.slice(1);
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
/* harmony export */   Pe: () => (/* binding */ withoutKeys),
/* harmony export */   Ul: () => (/* binding */ sortBy),
/* harmony export */   gv: () => (/* binding */ drop),
/* harmony export */   lo: () => (/* binding */ inTurn),
/* harmony export */   nx: () => (/* binding */ inside),
/* harmony export */   zQ: () => (/* binding */ sortByText)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4917);


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
    return (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? applyRules(value, rules) : value);
}
/** Applies rules to each object of a field that holds a list; other values pass. */
function inEach(rules) {
    return (value) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value.map(inside(rules)).filter((item) => item !== undefined) : value);
}
/** One rule after the other. */
function inTurn(...rules) {
    return (value) => rules.reduce((current, rule) => current && rule(current), value);
}
/** Sorts a list whose order means nothing by its items' JSON text. */
const sortByText = (value) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value) ? value.toSorted((one, other) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .compareTexts */ .qy)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(one), (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalText */ .A4)(other))) : value;
/** Sorts a list by a text of its items; items that have the same one keep their order. */
function sortBy(key) {
    return (value) => (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value)
        ? value.toSorted((one, other) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .compareTexts */ .qy)((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, [key]) ?? '', (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(other, [key]) ?? ''))
        : value;
}
/** Drops the field. */
const drop = () => undefined;
/** The object without the keys. */
function withoutKeys(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}
/** The members of the object that `keys` names. */
function onlyKeys(object, keys) {
    return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
}


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
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4917);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7389);
/* harmony import */ var _plain_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3958);
/* harmony import */ var _tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9458);
/* harmony import */ var _unset_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2126);






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
    const document = (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutKeys */ .Pe)((0,_plain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJsonObject */ .N)(registered.definition), taskDefinitionOutputs);
    const { tags } = (0,_plain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .toJsonObject */ .N)({ tags: registered.tags });
    return tags === undefined ? document : { ...document, tags };
}
/** The form in which two task definitions that mean the same are equal (specification 5.11). */
function normaliseTaskDefinition(document, ignoreTags) {
    const known = (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutKeys */ .Pe)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalise */ ._I)((0,_unset_js__WEBPACK_IMPORTED_MODULE_3__/* .dropDefaults */ .G)(document)), taskDefinitionOutputs);
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalise */ ._I)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .applyRules */ .IU)(known, {
        containerDefinitions: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inTurn */ .lo)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inEach */ .B1)(containerRules(known)), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortBy */ .Ul)('name')),
        cpu: (value) => (typeof value === 'string' ? normaliseCpu(value) : value),
        memory: (value) => (typeof value === 'string' ? normaliseMemory(value) : value),
        placementConstraints: _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ,
        proxyConfiguration: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inside */ .nx)({ properties: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortBy */ .Ul)('name') }),
        requiresCompatibilities: _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ,
        tags: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inTurn */ .lo)((0,_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .keepManaged */ .h)(ignoreTags), (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortBy */ .Ul)('key')),
        volumes: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inTurn */ .lo)((0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inEach */ .B1)({ host: dropEmpty }), _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ),
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
    const portMappings = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(taskDefinition, ['networkMode']) === 'awsvpc' ? (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .inTurn */ .lo)(inEachMapping, _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ) : _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ;
    return {
        environment: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortBy */ .Ul)('name'),
        secrets: (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortBy */ .Ul)('name'),
        mountPoints: _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ,
        portMappings,
        volumesFrom: _field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByText */ .zQ,
    };
}
// Under awsvpc a task has an interface of its own: the host's port can only be the container's.
const inEachMapping = (mappings) => (Array.isArray(mappings) ? mappings.map(fillHostPort) : mappings);
function fillHostPort(mapping) {
    if (!(0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(mapping) || mapping['containerPort'] === undefined)
        return mapping;
    return { hostPort: mapping['containerPort'], ...mapping };
}
// ECS answers `host: {}` for a volume of which the file says only the name.
const dropEmpty = (host) => ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(host) && Object.keys(host).length === 0 ? (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .drop */ .gv)(host) : host);


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ toJsonObject)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7979);

/** An object of the SDK as a JSON object: what is undefined, a date or otherwise not JSON is left out. */
function toJsonObject(value) {
    const json = toJson(value);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(json) ? json : {};
}
function toJson(value) {
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
        return value;
    }
    if (Array.isArray(value))
        return value.map(toJson).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value instanceof Date)
        return undefined;
    return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
        const json = toJson(member);
        return json === undefined ? [] : [[key, json]];
    }));
}


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
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7979);
/* harmony import */ var _field_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7389);
/* harmony import */ var _plain_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3958);
/* harmony import */ var _unset_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2126);




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
/** The document of a service definition: without unset values and what belongs to the config or to ECS. */
function definitionDocument(document) {
    return (0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutKeys */ .Pe)((0,_unset_js__WEBPACK_IMPORTED_MODULE_1__/* .dropUnset */ .p)(document), serviceOutputs);
}
/** A running service as a service definition would say it. */
function serviceDocument(service) {
    const answer = (0,_plain_json_js__WEBPACK_IMPORTED_MODULE_2__/* .toJsonObject */ .N)(service);
    const primary = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(answer, ['deployments']).find((deployment) => deployment['status'] === 'PRIMARY');
    return definitionDocument({ ...(0,_field_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .onlyKeys */ .Bh)(primary ?? {}, deploymentAttributes), ...answer });
}
/** The kind of a service from what runs and, where nothing can be read there, from what the file says. */
function kindOf(remote, local) {
    const live = remote === undefined ? {} : serviceDocument(remote);
    return {
        codeDeploy: controllerOf(remote, local) === 'CODE_DEPLOY',
        daemon: ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(live, ['schedulingStrategy']) ?? (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(local, ['schedulingStrategy'])) === 'DAEMON',
        express: remote?.resourceManagementType === 'ECS',
        fargate: isFargate(live) || isFargate(local),
    };
}
/** Type of the deployment controller; what runs decides, `ECS` where nobody says (specification 5.1, 6.1). */
function controllerOf(remote, local) {
    if (remote !== undefined)
        return remote.deploymentController?.type ?? 'ECS';
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(local, ['deploymentController', 'type']) ?? 'ECS';
}
function isFargate(document) {
    const providers = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(document, ['capacityProviderStrategy']).map((item) => item['capacityProvider']);
    return document['launchType'] === 'FARGATE' || providers.some((one) => one === 'FARGATE' || one === 'FARGATE_SPOT');
}


/***/ }),

/***/ 9458:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ planTags),
/* harmony export */   h: () => (/* binding */ keepManaged)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4917);


/** Removes the tags that are not ours to manage, and the field where none is left. */
function keepManaged(ignoreTags) {
    return (value) => {
        const kept = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(value, []).filter((tag) => isManaged((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(tag, ['key']), ignoreTags));
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
    const pairs = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(tags, [])
        .map(readTag)
        .filter(([key]) => isManaged(key, ignoreTags));
    return new Map(pairs.sort(([one], [other]) => (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .compareTexts */ .qy)(one, other)));
}
function readTag(tag) {
    return [(0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(tag, ['key']) ?? '', (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(tag, ['value']) ?? ''];
}
// AWS owns tags that begin with `aws:`; any call that names one is refused.
function isManaged(key, ignoreTags) {
    return key === undefined || !(ignoreTags.includes(key) || key.toLowerCase().startsWith('aws:'));
}


/***/ }),

/***/ 2126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ dropDefaults),
/* harmony export */   p: () => (/* binding */ dropUnset)
/* harmony export */ });
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4917);


/**
 * Enums that the documents of ecspresso spell `""` where they are not set (specification 4.4 item 3). ECS refuses the
 * empty text, so it is neither compared nor sent.
 */
const enums = new Set([
    'appProtocol',
    'assignPublicIp',
    'availabilityZoneRebalancing',
    'cpuArchitecture',
    'iam',
    'ipcMode',
    'launchType',
    'networkMode',
    'operatingSystemFamily',
    'pidMode',
    'propagateTags',
    'protocol',
    'schedulingStrategy',
    'scope',
    'strategy',
    'transitEncryption',
    'type',
]);
/** Integers that ECS answers as 0 where they are not set. */
const integers = new Set(['base', 'cpu', 'weight']);
/** The document without nulls and empty enums: what can be sent. */
function dropUnset(document) {
    return dropWhere(document, (key, value) => value === null || (value === '' && enums.has(key)));
}
/** The document without nulls, empty enums and integers that are 0 by default: what can be compared. */
function dropDefaults(document) {
    return dropWhere(dropUnset(document), (key, value) => value === 0 && integers.has(key));
}
function dropWhere(object, isUnset) {
    return Object.fromEntries(Object.entries(object)
        .filter(([key, value]) => !isUnset(key, value))
        .map(([key, value]) => [key, _canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .freeForm */ .$5.has(key) ? value : dropWithin(value, isUnset)]));
}
function dropWithin(value, isUnset) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map((item) => dropWithin(item, isUnset));
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? dropWhere(value, isUnset) : value;
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
/* harmony export */   u3: () => (/* binding */ paintDiffLine)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7291);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);


const reset = '\u001b[0m';
const colourOf = { '+': '\u001b[32m', '-': '\u001b[31m', '@': '\u001b[36m' };
/** JSON of two spaces with sorted keys: the same value is always the same text. */
function canonicalJson(value) {
    return JSON.stringify(sortKeys(value), null, 2);
}
/** The unified diff of two documents with `context` unchanged lines around a change; no lines where nothing differs. */
function renderDiff(comparison, context = 3) {
    if (comparison.changes.length === 0)
        return [];
    const { before, after } = comparison;
    const old = before === undefined ? '' : `${canonicalJson(before)}\n`;
    // What runs nowhere yet is compared with nothing, as git shows a new file.
    const remote = comparison.remoteName === '' ? '/dev/null' : comparison.remoteName;
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .structuredPatch */ .YB)(remote, comparison.localName, old, `${canonicalJson(after)}\n`, '', '', {
        context,
    });
    return [`--- ${remote}`, `+++ ${comparison.localName}`, ...patch.hunks.flatMap(hunkLines)];
}
/** The diffs of a project: task definition first, as it is registered first. */
function renderDiffs(comparison, context = 3) {
    const documents = [comparison.taskDefinition, comparison.service];
    return documents.flatMap((document) => (document === undefined ? [] : renderDiff(document, context)));
}
function hunkLines(hunk) {
    const { oldStart, oldLines, newStart, newLines } = hunk;
    return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...hunk.lines];
}
function range(start, lines) {
    return lines === 1 ? String(start) : `${lines === 0 ? Math.max(0, start - 1) : start},${lines}`;
}
/** A line of a diff in ANSI colours, for the log. */
function paintDiffLine(line) {
    const colour = /^(?:---|\+\+\+)/.test(line) ? '\u001b[1m' : colourOf[line.charAt(0)];
    return colour === undefined ? line : `${colour}${line}${reset}`;
}
function sortKeys(value) {
    if ((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .Lv)(value))
        return value.map(sortKeys);
    return (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? sortObject(value) : value;
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

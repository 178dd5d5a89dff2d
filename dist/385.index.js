export const id = 385;
export const ids = [385];
export const modules = {

/***/ 9544:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ runEngine)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__);


/** ms that the engine may compute without asking or answering anything. */
const patience = 30_000;
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
        this.worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(new URL('worker.mjs', folder), options);
        this.worker.on('message', (message) => this.hear(message));
        this.worker.on('error', (error) => this.end(error instanceof Error ? error.message : String(error)));
        this.worker.on('exit', () => this.end('it needs too much memory or is nested too deeply'));
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
            this.guard = setTimeout(() => this.end(`it is still not evaluated after ${patience / 1000} s`), patience);
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
    const folder = folders.find((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(new URL('worker.mjs', one)));
    if (folder === undefined)
        throw new Error('the folder jsonnet is missing beside the action');
    return folder;
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


/***/ }),

/***/ 9385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatJsonnet: () => (/* binding */ formatJsonnet)
/* harmony export */ });
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9544);

/** A JSON text as the standard Jsonnet formatter writes it, with its default options (specification 3.4). */
async function formatJsonnet(json) {
    const request = { file: 'document', extStr: {}, extCode: {}, natives: [], format: json };
    const { text, failure } = await (0,_engine_js__WEBPACK_IMPORTED_MODULE_0__/* .runEngine */ .c)(request, () => ({ failure: 'nothing is read to format a text' }));
    if (failure !== undefined)
        throw new Error(`the Jsonnet formatter failed: ${failure}`);
    return text;
}


/***/ })

};

export const id = 613;
export const ids = [613];
export const modules = {

/***/ 613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ runToEnd),
/* harmony export */   runProgram: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _template_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9599);


/** ms from the polite signal to the one that no program survives. */
const grace = 5000;
/**
 * Runs a program without a shell and without input; answers what it wrote on stdout.
 *
 * @throws FunctionFailure `failed to run command: …` when it cannot be started, fails or takes too long.
 */
async function runProgram(words, around) {
    const { code, signal, stdout, stderr, isLate } = await runToEnd(words, around);
    if (code === 0)
        return stdout;
    const how = code === null ? `signal ${signal}` : `exit status ${code}`;
    const why = isLate ? `it took longer than ${around.timeout} ms` : how;
    throw new _template_values_js__WEBPACK_IMPORTED_MODULE_1__/* .FunctionFailure */ .zf(`failed to run command: ${words[0] ?? ''}: ${why} stdout:${stdout} stderr:${stderr}`, {
        hint: 'run the command by hand with the same arguments and variables',
    });
}
/**
 * Runs a program without a shell and without input to its end, whatever that is.
 *
 * @throws FunctionFailure `failed to run command` when it cannot be started.
 */
async function runToEnd(words, around) {
    const [program = '', ...args] = words;
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: around.directory,
        env: { ...around.environment },
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new AbortController();
    const stopping = around.timeout === undefined ? undefined : stopAfter(child, around.timeout, { ...around, ended });
    try {
        const ending = await endingOf(child);
        return { ...ending, isLate: stopping?.isLate() === true };
    }
    finally {
        ended.abort();
    }
}
function endingOf(child) {
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name]?.setEncoding('utf8').on('data', (piece) => {
            texts[name] += piece;
        });
    }
    return new Promise((resolve, reject) => {
        child.once('error', (cause) => {
            const hint = 'check the path of the program, and that it may be executed';
            reject(new _template_values_js__WEBPACK_IMPORTED_MODULE_1__/* .FunctionFailure */ .zf('failed to run command', { hint, cause }));
        });
        child.once('close', (code, signal) => resolve({ code, signal, ...texts }));
    });
}
/** Asks the program to stop after `timeout` ms, and kills it when it does not. */
function stopAfter(child, timeout, { clock, ended }) {
    let late = false;
    const stop = async () => {
        await clock.sleep(timeout, ended.signal);
        late = true;
        child.kill('SIGTERM');
        await clock.sleep(grace, ended.signal);
        child.kill('SIGKILL');
        // What it started may go on and keep the pipes open.
        child.stdout?.destroy();
        child.stderr?.destroy();
    };
    // The sleep ends with the program.
    stop().catch(() => undefined);
    return { isLate: () => late };
}


/***/ })

};

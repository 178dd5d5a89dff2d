export const id = 15;
export const ids = [15];
export const modules = {

/***/ 5015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPullRequest: () => (/* binding */ readPullRequest)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _model_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);


const ofPullRequest = new Set(['pull_request', 'pull_request_target']);
/** The pull request of the event: `pull_request`, `pull_request_target`, or a comment on one; else undefined. */
async function readPullRequest(env) {
    const payload = await readPayload(env);
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    const isDependabot = env['GITHUB_ACTOR'] === 'dependabot[bot]';
    if (event === 'issue_comment') {
        const number = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(payload, ['issue', 'number']);
        if (number === undefined || !(0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)((0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(payload, ['issue', 'pull_request'])))
            return undefined;
        return { number, headSha: '', isFork: false, isDependabot };
    }
    const number = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(payload, ['pull_request', 'number']);
    if (!ofPullRequest.has(event) || number === undefined)
        return undefined;
    return {
        number,
        headSha: (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(payload, ['pull_request', 'head', 'sha']) ?? '',
        isFork: isFork(payload),
        isDependabot: isDependabot || (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(payload, ['pull_request', 'user', 'login']) === 'dependabot[bot]',
    };
}
/** A deleted fork has no repository any more; it was one all the same. */
function isFork(payload) {
    const base = (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(payload, ['pull_request', 'base', 'repo', 'full_name']);
    return base !== undefined && (0,_model_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(payload, ['pull_request', 'head', 'repo', 'full_name']) !== base;
}
async function readPayload(env) {
    const path = env['GITHUB_EVENT_PATH'];
    if (!path)
        return undefined;
    try {
        const payload = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
        return payload;
    }
    catch {
        // An event that cannot be read is none: a comment is best effort.
        return undefined;
    }
}


/***/ })

};

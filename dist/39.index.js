export const id = 39;
export const ids = [39,15];
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


/***/ }),

/***/ 7039:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(5015);
;// CONCATENATED MODULE: ./src/github/github-api.ts
const pageSize = 100;
/** A pull request of more comments is not read to its end. */
const lastPage = 30;
/** GitHub as the token sees the repository `owner/name`; proxies are honoured, GITHUB_API_URL names another server. */
async function openGitHub(env, token) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const baseUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const { rest, graphql } = getOctokit(token, { baseUrl: baseUrl.replace(/\/+$/, '') });
    const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    const list = async (issue, page) => {
        const answer = await rest.issues.listComments({ owner, repo, issue_number: issue, per_page: pageSize, page });
        const comments = answer.data.map(toComment);
        const { link } = answer.headers;
        const hasMore = link === undefined ? comments.length === pageSize : link.includes('rel="next"');
        return hasMore && page < lastPage ? [...comments, ...(await list(issue, page + 1))] : comments;
    };
    return {
        listComments: (issue) => list(issue, 1),
        async createComment(issue, body) {
            return toComment((await rest.issues.createComment({ owner, repo, issue_number: issue, body })).data);
        },
        async updateComment(id, body) {
            return toComment((await rest.issues.updateComment({ owner, repo, comment_id: id, body })).data);
        },
        async listPullsOfCommit(sha) {
            const answer = await rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha });
            return answer.data.map(toPull);
        },
        async viewer() {
            const answer = await graphql('query { viewer { login } }');
            return answer.viewer.login;
        },
        async minimize(nodeId) {
            const mutation = `mutation ($id: ID!) {
        minimizeComment(input: { subjectId: $id, classifier: DUPLICATE }) { minimizedComment { isMinimized } }
      }`;
            await graphql(mutation, { id: nodeId });
        },
    };
}
function toComment(raw) {
    return { id: raw.id, nodeId: raw.node_id, body: raw.body ?? '', author: raw.user?.login ?? '', url: raw.html_url };
}
function toPull(raw) {
    return {
        number: raw.number,
        mergeCommit: raw.merge_commit_sha ?? '',
        merged: raw.merged_at !== null,
        base: raw.base.ref,
        headSha: raw.head.sha,
    };
}

;// CONCATENATED MODULE: ./src/github/comment.ts


/** Writes or updates the one comment of a pull request. Never throws: a comment is best effort. */
async function writeComment(draft, place) {
    const { env, token, when } = place;
    if (when === 'never' || !env['GITHUB_REPOSITORY'])
        return {};
    try {
        const event = await (0,github_event.readPullRequest)(env);
        if (event === undefined && !isPush(place))
            return {};
        if (token === '')
            return { warning: `the pull request comment was not written: github-token is empty. ${permission}` };
        const github = await openGitHub(env, token);
        const number = event?.number ?? (await findMergedPull(github, env));
        return number === undefined ? {} : { url: await upsertComment(github, number, draft) };
    }
    catch (error) {
        return { warning: `the pull request comment was not written: ${explain(error)}` };
    }
}
function isPush({ env, when }) {
    return when === 'always' && env['GITHUB_EVENT_NAME'] === 'push' && Boolean(env['GITHUB_SHA']);
}
/** The pull request that brought the pushed commit. */
async function findMergedPull(github, env) {
    const sha = env['GITHUB_SHA'] ?? '';
    return choosePull(await github.listPullsOfCommit(sha), { sha, branch: env['GITHUB_REF_NAME'] ?? '' })?.number;
}
/** Which of a commit's pull requests it came with: merged as this commit, else merged into this branch, else the newest. */
function choosePull(pulls, pushed) {
    const newestFirst = [...pulls].sort((a, b) => b.number - a.number);
    return (newestFirst.find((pull) => pull.merged && pull.mergeCommit === pushed.sha) ??
        newestFirst.find((pull) => pull.merged && pull.base === pushed.branch) ??
        newestFirst[0]);
}
/** Two jobs may write at once: after a write we look again whether both are in it. */
const attempts = 3;
async function upsertComment(github, issue, draft) {
    const viewer = await github.viewer().catch(() => undefined);
    let url = '';
    for (let attempt = 0; attempt < attempts; attempt += 1) {
        const comments = await github.listComments(issue);
        const ours = comments.filter((one) => isWrittenBy(one, viewer) && draft.isOurs(one.body));
        const newest = ours.at(-1);
        const body = draft.render(ours.map((one) => one.body));
        if (newest !== undefined)
            await minimizeAll(github, ours.slice(0, -1));
        if (newest !== undefined && draft.isSame(newest.body, body))
            return newest.url;
        const written = newest === undefined ? github.createComment(issue, body) : github.updateComment(newest.id, body);
        url = (await written).url;
    }
    return url;
}
/**
 * Only the token's own comments: somebody may paste our mark into theirs. Where the viewer cannot be known, a bot's.
 * GraphQL and REST disagree about the suffix `[bot]`.
 */
function isWrittenBy(comment, viewer) {
    if (viewer === undefined)
        return comment.author.endsWith('[bot]');
    return withoutSuffix(comment.author) === withoutSuffix(viewer);
}
function withoutSuffix(login) {
    return login.replace(/\[bot\]$/, '');
}
async function minimizeAll(github, comments) {
    // Old servers do not know the mutation; two comments are no reason to fail.
    await Promise.allSettled(comments.map((one) => github.minimize(one.nodeId)));
}
const permission = 'The job needs `permissions: pull-requests: write`.';
function explain(error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
    // Octokit adds the address of its documentation.
    const first = (message.split('\n')[0] ?? '').replace(/ - https?:\/\/\S+$/, '');
    if (status === 401)
        return `${first}. Check github-token.`;
    if (/rate limit/i.test(first))
        return `${first}. The next run writes it.`;
    const help = `${permission} Pull requests of forks and of Dependabot get a token that only reads.`;
    return status === 403 || status === 404 || status === 422 ? `${first}. ${help}` : first;
}

// EXTERNAL MODULE: ./src/model/verdict.ts
var verdict = __webpack_require__(7088);
// EXTERNAL MODULE: ./src/views/headline.ts
var headline = __webpack_require__(1728);
;// CONCATENATED MODULE: ./src/views/limits.ts
/**
 * Characters (UTF-16 units, of which there are never fewer than code points) of a comment. GitHub refuses more than
 * 65,536; what is left is for what GitHub may count otherwise.
 */
const commentLimit = 60_000;
/** Bytes of the job summary: the runner drops a file of more than 1 MiB whole (actions/runner, FileCommandManager). */
const summaryLimit = 900 * 1024;
/** GitHub shows ten errors and ten warnings of a step and drops the rest without a word. */
const annotationLimits = { failures: 8, perLevel: 10, title: 80, message: 500 };
/** How many lines a list in a comment or a summary may have before the rest is only counted. */
const listLimits = { timeline: 200, evidence: 10, logLines: 50, warnings: 20, bars: 20 };
/** A diff or a document of so few lines is open at once: a changed image tag alone makes eleven. */
const openLines = 20;
/** Bytes of a text in UTF-8. */
function byteLength(text) {
    return Buffer.byteLength(text);
}
/** The sections that fit into `limit` bytes, in their order; a note counts those left out. */
function fitSections(sections, limit) {
    const whole = sections.join('\n\n');
    if (byteLength(whole) <= limit)
        return whole;
    // Room for the note itself.
    let room = limit - 200;
    const kept = sections.filter((section) => {
        const size = byteLength(section) + 2;
        if (size > room)
            return false;
        room -= size;
        return true;
    });
    const note = `_Left out for lack of room: ${sections.length - kept.length}. The file of the output \`report-file\` has everything._`;
    return [...kept, note].join('\n\n');
}
/** Markdown cut at the end of a line to at most `limit` characters, `note` and all closing marks included. */
function cutMarkdown(markdown, limit, note) {
    if (markdown.length <= limit)
        return markdown;
    const lines = markdown.split('\n');
    const open = createOpenMarks();
    let best = '';
    let length = 0;
    for (const line of lines) {
        length += line.length + 1;
        open.read(line);
        const closing = open.closing(note);
        if (length + closing.length > limit)
            break;
        best = `${markdown.slice(0, length)}${closing}`;
    }
    return best;
}
/** Which fences and folds are open after the lines read so far. */
function createOpenMarks() {
    let fence = '';
    let folds = 0;
    return {
        read(line) {
            const ticks = /^`{3,}/.exec(line)?.[0] ?? '';
            if (fence === '') {
                fence = ticks;
                folds += foldStep(line);
            }
            else if (line === ticks && ticks.length >= fence.length) {
                fence = '';
            }
        },
        closing: (note) => `${fence === '' ? '' : `${fence}\n`}\n${note}\n${'\n</details>\n'.repeat(folds)}`,
    };
}
/** Folds begin and end on lines of their own; inside code their marks are only text. */
function foldStep(line) {
    if (line === '</details>')
        return -1;
    return line === '<details>' || line === '<details open>' ? 1 : 0;
}

// EXTERNAL MODULE: ./src/views/text.ts
var views_text = __webpack_require__(5655);
;// CONCATENATED MODULE: ./src/views/annotations.ts




/** What of a run (redacted before) is worth an annotation: failed projects first, then findings; GitHub shows ten. */
function renderAnnotations(report) {
    const failures = report.projects.flatMap(failureOf).slice(0, annotationLimits.failures);
    const others = report.projects.flatMap((project) => [...findingsOf(project), ...warningsOf(project)]);
    const all = [...failures, ...unique(others)];
    const shown = ['error', 'warning'].flatMap((level) => {
        return all.filter((one) => one.level === level).slice(0, annotationLimits.perLevel);
    });
    return [...shown, ...report.projects.flatMap(noticeOf).slice(0, annotationLimits.perLevel)].map(withinLimits);
}
function failureOf(project) {
    const command = (0,headline/* decisiveCommand */.mo)(project);
    if (command === undefined || !(0,verdict/* isFailure */.N6)(command.result.outcome))
        return [];
    const { result } = command;
    const category = result.category ?? result.diagnosis?.label;
    const title = `${(0,headline/* projectName */.j1)(project)} ${(0,headline/* outcomeWords */.wX)(result.outcome)}${category === undefined ? '' : `: ${category}`}`;
    return [annotation('error', title, { message: failureMessage(result), location: placeOf(result) })];
}
function failureMessage({ sentence, diagnosis }) {
    if (diagnosis === undefined)
        return sentence;
    const cause = sentence.includes(diagnosis.reason) ? [] : [`Cause: ${diagnosis.reason}`];
    return [sentence, ...cause, `What to do: ${diagnosis.hint}`].join('\n');
}
function placeOf({ diagnosis, findings }) {
    return diagnosis?.location ?? findings?.find((finding) => finding.status === 'failed')?.location;
}
function findingsOf(project) {
    return project.commands.flatMap((command) => (command.result.findings ?? []).flatMap(findingOf));
}
function findingOf(finding) {
    // A failed check without a place is told by its project's error.
    if (finding.location === undefined || finding.status === 'ok' || finding.status === 'skipped')
        return [];
    const level = finding.status === 'failed' ? 'error' : 'warning';
    const message = [finding.message, ...(finding.hint === undefined ? [] : [finding.hint])].join('\n');
    return [annotation(level, `${finding.check}: ${finding.subject}`, { message, location: finding.location })];
}
function warningsOf(project) {
    return project.events.flatMap((event) => {
        if (event.kind !== 'note' || event.level !== 'warning')
            return [];
        return [annotation('warning', (0,headline/* projectName */.j1)(project), { message: event.text, location: event.location })];
    });
}
const noticed = new Set(['started', 'awaiting-approval', 'skipped']);
function noticeOf(project) {
    const command = (0,headline/* decisiveCommand */.mo)(project);
    if (command === undefined || !noticed.has(command.result.outcome))
        return [];
    const title = `${(0,headline/* projectName */.j1)(project)} ${(0,headline/* outcomeWords */.wX)(command.result.outcome)}`;
    return [annotation('notice', title, { message: command.result.sentence })];
}
function annotation(level, title, text) {
    return { level, title, message: text.message, ...(text.location && { location: text.location }) };
}
function unique(annotations) {
    return [...new Map(annotations.map((one) => [JSON.stringify(one), one])).values()];
}
function withinLimits(one) {
    const title = (0,views_text/* shorten */.ml)((0,views_text/* oneLine */.TN)(one.title), annotationLimits.title);
    const message = (0,views_text/* shorten */.ml)((0,views_text/* splitLines */.uz)(one.message).join('\n').trim(), annotationLimits.message);
    return { ...one, title, message };
}

// EXTERNAL MODULE: ./src/model/json.ts
var model_json = __webpack_require__(7979);
;// CONCATENATED MODULE: ./src/views/comment-marks.ts


/** Version of what the hidden marks hold; a comment of another version is left alone. */
const markVersion = 1;
const tool = '<!-- ecspresso-action';
const endMark = `${tool} end -->`;
/** Stands before the footer: what follows changes with every run and says nothing about the services. */
const footerMark = `${tool} footer -->`;
/** Worst first. */
const icons = ['❌', '⏳', '🟡', '🆕', '✅', '⚪'];
/** The worst of the icons of several projects or commands. */
function worstIcon(some) {
    return icons.find((icon) => some.includes(icon)) ?? '⚪';
}
/** What tells two sections apart; a project keeps its section over all runs. */
function sectionId({ account, region, name, config }) {
    return JSON.stringify([account, region, name, config]);
}
/** First line of a comment. `key` separates comments of one pull request. */
function commentMark(key) {
    return `${tool} ${hiddenJson({ v: markVersion, key })} -->`;
}
/** Whether a comment begins with our mark and this key. */
function isOurComment(body, key) {
    const json = markJson((0,views_text/* splitLines */.uz)(body.slice(0, 2000))[0] ?? '', `${tool} {`);
    return (0,model_json/* isObject */.Gv)(json) && json['v'] === markVersion && json['key'] === key;
}
/** A section's lines: its entry hidden, then what people read. */
function markSection(entry, body) {
    return `${tool} section ${hiddenJson({ ...entry })} -->\n${body === '' ? '' : `\n${body}\n\n`}${endMark}`;
}
/** The sections of an existing comment; what cannot be read is left out. */
function readSections(body) {
    const sections = [];
    let open;
    for (const line of body.split(/\r?\n/)) {
        const entry = readEntry(markJson(line, `${tool} section {`));
        if (entry !== undefined)
            open = { entry, lines: [] };
        else if (line === endMark && open !== undefined) {
            sections.push({ entry: open.entry, bodies: [open.lines.join('\n').trim()] });
            open = undefined;
        }
        else
            open?.lines.push(line);
    }
    return sections;
}
/** JSON that cannot end the HTML comment around it. */
function hiddenJson(value) {
    return JSON.stringify(value)
        .replaceAll('--', '\\u002d\\u002d')
        .replace(/[<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The JSON of a mark; `start` ends with the brace that begins it. */
function markJson(line, start) {
    if (!line.startsWith(start) || !line.endsWith(' -->'))
        return undefined;
    try {
        return JSON.parse(line.slice(start.length - 1, -' -->'.length));
    }
    catch {
        return undefined;
    }
}
function readEntry(json) {
    if (!(0,model_json/* isObject */.Gv)(json))
        return undefined;
    const text = (key) => (0,model_json/* textAt */.$6)(json, [key]) ?? '';
    const warnings = json['warnings'];
    return {
        name: text('name'),
        region: text('region'),
        account: text('account'),
        config: text('config'),
        command: text('command'),
        icon: text('icon'),
        status: text('status'),
        image: text('image'),
        effect: text('effect'),
        warnings: (0,model_json/* isList */.Lv)(warnings) ? warnings.filter((one) => typeof one === 'string') : [],
    };
}

// EXTERNAL MODULE: ./src/views/time.ts
var views_time = __webpack_require__(8725);
;// CONCATENATED MODULE: ./src/views/comment.ts




/**
 * The comment: own sections and, of existing comments (oldest first), those of other jobs. It stays below GitHub's limit
 * by showing ever less of the diffs; the table and the warnings stay (spec peers 3.4).
 */
function mergeComment(existing, own, context) {
    const sections = uniteSections(existing.flatMap(readSections), own);
    const shown = fittingRows(sections, context);
    const room = commentLimit - draw(shown, { context, left: sections.length - shown.length, bodies: [] }).length;
    return draw(shown, { context, left: sections.length - shown.length, bodies: fittingBodies(shown, room, context) });
}
/**
 * Existing sections with the own ones in their places, in the order of their names. A project that failed before its
 * account or its name was known takes the place of the one section that it can be, so that no stale diff stays.
 */
function uniteSections(existing, own) {
    const byId = new Map(existing.map((section) => [sectionId(section.entry), section]));
    for (const section of own) {
        const kin = [...byId.values()].filter((one) => isSameProject(one.entry, section.entry));
        const vague = kin.filter((one) => isVague(one.entry));
        for (const one of isVague(section.entry) && kin.length === 1 ? kin : vague)
            byId.delete(sectionId(one.entry));
        byId.set(sectionId(section.entry), section);
    }
    return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
}
/** Whether two entries agree in all that both know; a project without a service is called by its config. */
function isSameProject(one, other) {
    const pairs = [
        [one.account, other.account],
        [one.region, other.region],
        [nameOf(one), nameOf(other)],
    ];
    return one.config === other.config && pairs.every(([a, b]) => a === b || a === '' || b === '');
}
function isVague(entry) {
    return entry.account === '' || entry.region === '' || nameOf(entry) === '';
}
function nameOf({ name, config }) {
    return name === config ? '' : name;
}
/** Whether two comments say the same: only the footer, that is commit, run and time, may differ. */
function isSameComment(one, other) {
    return essence(one) === essence(other);
}
function essence(body) {
    return (body.replaceAll('\r\n', '\n').split(`\n${footerMark}`)[0] ?? '').trimEnd();
}
function draw(sections, { context, left, bodies }) {
    const entries = sections.map((section) => section.entry);
    const blocks = [
        `${commentMark(context.key)}\n## ${heading(entries)}`,
        tableOf(entries),
        left === 0 ? '' : `and ${left} more, see the ${runLink(context, 'job summary')}`,
        comment_warningsOf(entries),
        ...sections.map(({ entry }, index) => markSection(entry, bodies[index] ?? '')),
        `${footerMark}\n${footer(context)}`,
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
/** All sections, or as many as have room for their rows. */
function fittingRows(sections, context) {
    let shown = sections;
    while (shown.length > 0 && draw(shown, { context, left: 1e6, bodies: [] }).length > commentLimit) {
        shown = shown.slice(0, Math.floor(shown.length * 0.9));
    }
    return shown;
}
/** For each section the most detailed body such that all fit into `room` characters. */
function fittingBodies(sections, room, context) {
    const levels = Math.max(0, ...sections.map((section) => section.bodies.length));
    let bodies = [];
    for (let level = 0; level < levels; level += 1) {
        bodies = sections.map((section) => section.bodies[Math.min(level, section.bodies.length - 1)] ?? '');
        if (sizeOf(bodies) <= room)
            return bodies;
    }
    const limit = cutLimit(bodies, room);
    const note = `_The rest has no room here; the whole diff stands in the ${runLink(context, 'job summary')}._`;
    return bodies.map((body) => cutMarkdown(body, limit, note));
}
/** The length to which the longest bodies are cut so that all fit: the short ones stay whole. */
function cutLimit(bodies, room) {
    let rest = room - sizeOf(bodies.map(() => ' '));
    const lengths = bodies.map((body) => body.length).sort((a, b) => a - b);
    for (const [index, length] of lengths.entries()) {
        const share = Math.floor(rest / (lengths.length - index));
        if (length > share)
            return Math.max(0, share);
        rest -= length;
    }
    return Number.POSITIVE_INFINITY;
}
/** Characters that bodies add to the comment, the line breaks around them included. */
function sizeOf(bodies) {
    return bodies.reduce((sum, body) => sum + (body === '' ? 0 : body.length + 3), 0);
}
function heading(entries) {
    const verbs = [...new Set(entries.flatMap((entry) => entry.command.split(', ')))].join(', ');
    const only = entries.length === 1 ? entries[0] : undefined;
    if (only !== undefined)
        return `${only.icon} ecspresso ${verbs}: ${(0,views_text/* prose */.CS)(only.name)} ${only.status}`;
    const sorted = entries.toSorted((a, b) => icons.indexOf(a.icon) - icons.indexOf(b.icon));
    const groups = Map.groupBy(sorted, (entry) => entry.status);
    const counts = [...groups].map(([status, group]) => `${group.length} ${status}`);
    return `${worstIcon(entries.map((entry) => entry.icon))} ecspresso ${verbs}: ${counts.join(', ')}`;
}
function tableOf(entries) {
    const rows = entries.map((entry) => {
        return (0,views_text/* row */.nM)([nameCell(entry, entries), `${entry.icon} ${entry.status}`, entry.image, entry.effect]);
    });
    return ['| service | status | image | what happens |', '|---|---|---|---|', ...rows].join('\n');
}
/** Name and region; where two rows would look the same, also the account and the config. */
function nameCell(entry, entries) {
    const twins = entries.filter((other) => other.name === entry.name && other.region === entry.region);
    const more = twins.length > 1 ? [entry.account, entry.config] : [];
    const details = [entry.region, ...more].filter((part) => part !== '').map((part) => (0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)(part, 120)));
    return [(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)(entry.name, 120)), ...details].join(' · ');
}
function comment_warningsOf(entries) {
    const lines = entries.flatMap((entry) => entry.warnings.map((warning) => `> - ${(0,views_text/* code */.aY)(entry.name)}: ${warning}`));
    return lines.length === 0 ? '' : ['> [!WARNING]', ...lines].join('\n');
}
function footer(context) {
    const parts = [
        context.commit === '' ? '' : `commit ${context.commit}`,
        runLink(context, 'run'),
        `${(0,views_time/* formatDateTime */.r6)(context.at)} UTC`,
        `ecspresso-action ${context.version}`,
    ];
    return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`;
}
function runLink({ runUrl }, label) {
    return runUrl === '' ? label : (0,views_text/* link */.nf)(label, runUrl);
}

// EXTERNAL MODULE: ./src/model/comparison.ts
var model_comparison = __webpack_require__(6088);
;// CONCATENATED MODULE: ./src/views/change-summary.ts



/** `new` where nothing runs yet. */
function changeStatus(comparison) {
    const main = comparison.service ?? comparison.taskDefinition;
    if (main !== undefined && main.before === undefined)
        return 'new';
    return (0,model_comparison/* hasChanges */.i)(comparison) ? 'changed' : 'unchanged';
}
/** Images that change, as Markdown: `app`: `1.4` → `1.5`, at most five; empty where none does. */
function imageChanges(comparison) {
    const document = comparison.taskDefinition;
    if (document === undefined)
        return '';
    const before = imagesOf(document.before);
    const changes = [...imagesOf(document.after)].filter(([container, image]) => before.get(container) !== image);
    const shown = changes.slice(0, 5);
    const texts = shown.map(([container, image]) => imageChange(container, { old: before.get(container), image }));
    return [...texts, ...(changes.length > 5 ? [`and ${changes.length - 5} more`] : [])].join('; ');
}
/** `3 changes in the task definition, 1 in the service` */
function changeCounts(comparison) {
    const parts = [
        { name: 'task definition', document: comparison.taskDefinition },
        { name: 'service', document: comparison.service },
    ].flatMap(({ name, document }) => changeCount(name, document));
    return parts.join(', ');
}
function changeCount(name, document) {
    const number = document?.changes.length ?? 0;
    return number === 0 ? [] : [`${(0,views_text/* count */.U9)(number, 'change')} in the ${name}`];
}
function imagesOf(document) {
    const containers = (0,model_json/* objectsAt */.yR)(document, ['containerDefinitions']);
    return new Map(containers.map((one) => [(0,model_json/* textAt */.$6)(one, ['name']) ?? '', (0,model_json/* textAt */.$6)(one, ['image']) ?? '']));
}
const ecrRegistry = /^\d{12}\.dkr\.ecr\.[\w.-]+\//;
function imageChange(container, change) {
    const { old, image } = change;
    // Of a new container the diff has the whole name: a registry of ECR makes a table wide.
    if (old === undefined)
        return `${(0,views_text/* code */.aY)(container)}: ${(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)(image.replace(ecrRegistry, ''), 120))}`;
    // The repository rarely changes; then the tags say it all.
    const [oldTag, tag] = [tagOf(old), tagOf(image)];
    const same = oldTag !== '' && tag !== '' && old.slice(0, -oldTag.length) === image.slice(0, -tag.length);
    return `${(0,views_text/* code */.aY)(container)}: ${(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)(same ? oldTag : old, 120))} → ${(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)(same ? tag : image, 120))}`;
}
/** The text after the last `:` or `@` behind the last `/`; empty for an image without tag. */
function tagOf(image) {
    const name = image.slice(image.lastIndexOf('/') + 1);
    const at = name.search(/[:@]/);
    return at < 0 ? '' : name.slice(at + 1);
}

// EXTERNAL MODULE: ./src/model/location.ts
var model_location = __webpack_require__(3214);
// EXTERNAL MODULE: ./src/views/diagnosis-block.ts
var diagnosis_block = __webpack_require__(439);
// EXTERNAL MODULE: ./src/model/ecs.ts
var ecs = __webpack_require__(8108);
;// CONCATENATED MODULE: ./src/views/links.ts

/** The console's address of a region; China and GovCloud are partitions with consoles of their own. */
function consoleHost(region) {
    if (region.startsWith('cn-'))
        return `https://${region}.console.amazonaws.cn`;
    if (region.startsWith('us-gov-'))
        return `https://${region}.console.amazonaws-us-gov.com`;
    return `https://${region}.console.aws.amazon.com`;
}
/** The page of a service. */
function serviceLink(place) {
    return `${servicePath(place)}/health?region=${encode(place.region)}`;
}
/** The page of a deployment: a service deployment's ARN, or a CodeDeploy id (`d-…`); else the service's list of them. */
function deploymentLink(place, deploymentId) {
    const region = encode(place.region);
    const id = encode((0,ecs/* shortName */.E)(deploymentId));
    if (deploymentId.startsWith('d-')) {
        return `${consoleHost(place.region)}/codesuite/codedeploy/deployments/${id}?region=${region}`;
    }
    const page = deploymentId.includes(':service-deployment/') ? `deployments/${id}` : 'deployments';
    return `${servicePath(place)}/${page}?region=${region}`;
}
/** The page of a task; `task` is its id or ARN. Stopped tasks stay there for about an hour. */
function taskLink(place, task) {
    const id = encode((0,ecs/* shortName */.E)(task));
    return `${clusterPath(place)}/tasks/${id}/configuration?region=${encode(place.region)}`;
}
/** A log stream, from `from` on (ms since the epoch) where the time is known. */
function logStreamLink(region, log) {
    const time = log.from === undefined ? '' : escapeFragment(`?start=${log.from}`);
    const path = `log-groups/log-group/${escapeName(log.group)}/log-events/${escapeName(log.stream)}${time}`;
    return `${consoleHost(region)}/cloudwatch/home?region=${encode(region)}#logsV2:${path}`;
}
function clusterPath({ region, cluster }) {
    return `${consoleHost(region)}/ecs/v2/clusters/${encode((0,ecs/* shortName */.E)(cluster))}`;
}
function servicePath(place) {
    return `${clusterPath(place)}/services/${encode((0,ecs/* shortName */.E)(place.service))}`;
}
/** The console of CloudWatch encodes names twice and writes `$` for `%`. */
function escapeName(name) {
    return escapeFragment(encode(name));
}
function escapeFragment(text) {
    return encode(text).replaceAll('%', '$');
}
/** Half a character, as a cut may leave it, cannot be encoded. */
function encode(text) {
    return encodeURIComponent(text.toWellFormed());
}

;// CONCATENATED MODULE: ./src/views/diagnosis-markdown.ts






/** Why it did not work, in one line: what the verdict says already is not said again. Empty without a diagnosis. */
function renderCause({ diagnosis, sentence }) {
    if (diagnosis === undefined)
        return '';
    const { reason, location, label } = diagnosis;
    const cause = sentence.includes(reason) ? 'as said above' : (0,views_text/* prose */.CS)(reason);
    const place = location === undefined ? [] : [(0,views_text/* code */.aY)((0,model_location/* formatLocation */.j)(location))];
    return `**Cause:** ${[cause, ...place, (0,views_text/* code */.aY)(label)].join(' · ')}`;
}
/** What the cause was read from: the containers' last words, what AWS reported, what could not be read. */
function renderEvidence(diagnosis, place) {
    return [
        ...(0,diagnosis_block/* distinctLogs */._z)(diagnosis.logs).map((logs) => logBlock(logs, diagnosis, place)),
        evidenceList(diagnosis, place),
        notesList(diagnosis.notes),
    ]
        .filter((block) => block !== '')
        .join('\n\n');
}
function evidenceList(diagnosis, place) {
    const evidence = (0,diagnosis_block/* evidenceOf */.X1)(diagnosis);
    if (evidence.length === 0)
        return '';
    const shown = evidence.slice(0, listLimits.evidence);
    const more = evidence.length > shown.length ? [`- and ${evidence.length - shown.length} more`] : [];
    const linked = shown.some((one) => one.task !== undefined);
    const kept = linked ? '; the console keeps stopped tasks for about an hour' : '';
    const title = `**What AWS reported**${(0,diagnosis_block/* affected */.h2)(diagnosis)}, times in UTC${kept}:`;
    return [title, '', ...shown.map((one) => evidenceItem(one, place)), ...more].join('\n');
}
/** `- 12:03:09 task stopped (0f3a9c21): …`, the task with a link. */
function evidenceItem(evidence, place) {
    const { at, container, task } = evidence;
    const time = at === undefined ? '' : `${(0,views_time/* formatTime */.fU)(at)} `;
    const where = [container && (0,views_text/* prose */.CS)(container), task && shortTask(task, place)].filter((part) => part !== undefined);
    const who = `${(0,views_text/* prose */.CS)((0,diagnosis_block/* speakerOf */.d5)(evidence))}${where.length === 0 ? '' : ` (${where.join(', ')})`}`;
    return `- ${time}${who}: ${(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)((0,diagnosis_block/* messageOf */.bD)(evidence), 1000))}`;
}
/** The id's beginning is enough to tell tasks apart; the link has all of it. */
function shortTask(task, place) {
    return `task ${(0,views_text/* link */.nf)(task.slice(0, 8), taskLink(place, task))}`;
}
function logBlock({ log, sameIn }, diagnosis, place) {
    const stopped = diagnosis.evidence.find((one) => one.task === log.task && one.at !== undefined)?.at;
    // Ten minutes before the end are enough to see how it came to it.
    const from = stopped === undefined ? {} : { from: stopped - 600_000 };
    const url = logStreamLink(place.region, { group: log.group, stream: log.stream, ...from });
    const others = sameIn.map((task) => shortTask(task, place));
    const more = others.length === 0 ? '' : `; the same in ${others.join(', ')}`;
    const title = `**Last log lines of** ${(0,views_text/* code */.aY)(log.container)} (${shortTask(log.task, place)}, ${(0,views_text/* link */.nf)('log stream', url)}${more}):`;
    const lines = log.lines
        .flatMap(views_text/* splitLines */.uz)
        .slice(-listLimits.logLines)
        .map((line) => (0,views_text/* shorten */.ml)(line, 500));
    return `${title}\n\n${(0,views_text/* fence */.EU)(lines.join('\n'), 'text')}`;
}
function notesList(notes) {
    return notes.length === 0 ? '' : ['**Could not be read:**', '', ...notes.map((note) => `- ${(0,views_text/* prose */.CS)(note)}`)].join('\n');
}

// EXTERNAL MODULE: ./src/views/diff-block.ts
var diff_block = __webpack_require__(6267);
;// CONCATENATED MODULE: ./src/views/findings-list.ts


const marks = { ok: '✅', failed: '❌', warning: '⚠️', skipped: '⚪' };
/** The results of `verify`: what needs a look as a list, which is readable on a narrow screen too; the rest in a fold. */
function renderFindings(findings) {
    const open = findings.filter((finding) => finding.status === 'failed' || finding.status === 'warning');
    const rest = findings.filter((finding) => !open.includes(finding));
    const blocks = [
        ...(open.length === 0 ? [] : [listOf(open)]),
        ...(rest.length === 0 ? [] : [(0,views_text/* fold */.AU)(`${(0,views_text/* count */.U9)(rest.length, 'check')} without a complaint`, listOf(rest))]),
    ];
    return blocks.join('\n\n');
}
function listOf(findings) {
    return findings.map(itemOf).join('\n');
}
/** `- ❌ **image** app (nginx:1): no such tag · ecs/task.json:7`, and what to do on a line of its own. */
function itemOf({ status, check, subject, message, hint, location }) {
    const place = location === undefined ? '' : ` · ${(0,views_text/* code */.aY)((0,model_location/* formatLocation */.j)(location))}`;
    const advice = hint === undefined || status === 'ok' ? '' : `<br>${(0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)(hint, 300))}`;
    return `- ${marks[status]} **${(0,views_text/* prose */.CS)(check)}** ${(0,views_text/* code */.aY)((0,views_text/* shorten */.ml)(subject, 200))}: ${(0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)(message, 500))}${place}${advice}`;
}

;// CONCATENATED MODULE: ./src/views/next-steps.ts


// The way out of a failed command (specification 7.4): look, compare, check, then ask for the details.
const usualSteps = [
    { verb: 'status', shows: 'what runs now and the latest events' },
    { verb: 'diff', shows: 'what the files would change' },
    { verb: 'verify', shows: 'whether images, roles, secrets, log groups and target groups are there' },
    { verb: 'log-level: debug', shows: 'every request and its answer' },
];
/** What to do after a failure, most useful first, as Markdown list; empty where nothing failed. */
function renderNextSteps({ command, result }) {
    const { outcome, diagnosis, leftovers } = result;
    if (!(0,verdict/* isFailure */.N6)(outcome))
        return '';
    const known = diagnosis?.next ?? [];
    const left = (leftovers ?? []).map((one) => `Left behind: ${one}`);
    const retry = diagnosis?.retryable === true ? ' The same run may succeed later.' : '';
    const title = diagnosis === undefined ? '**What to do next:**' : `**What to do:** ${(0,views_text/* prose */.CS)(diagnosis.hint)}${retry}`;
    return [title, '', ...[...known, ...left].map((step) => `- ${(0,views_text/* prose */.CS)(step)}`), furtherSteps(command, known)].join('\n');
}
/** What shows more, without the command that failed and what the diagnosis named already. */
function furtherSteps(command, known) {
    const usual = usualSteps.filter(({ verb }) => {
        return verb !== command && !known.some((step) => new RegExp(`\\b${verb}\\b`).test(step));
    });
    return `- To look further: ${usual.map(({ verb, shows }) => `${(0,views_text/* code */.aY)(verb)} shows ${shows}`).join('; ')}.`;
}

;// CONCATENATED MODULE: ./src/views/rollback-line.ts


const ends = {
    'rolled-back': 'done',
    failed: 'failed',
    'timed-out': 'did not end in its time',
    elsewhere: 'ended elsewhere',
    'not-possible': 'not possible',
    cancelled: 'cancelled; it goes on',
};
/** The rollback's own verdict in one line; its sentence only where the verdict above does not have it. */
function renderRollback({ rollback, sentence }) {
    if (rollback === undefined)
        return '';
    const { target, by, ended } = rollback;
    const icon = ended === 'rolled-back' ? '↩️' : '❌';
    const to = target.kind === 'target' ? ` to ${(0,views_text/* code */.aY)((0,ecs/* shortName */.E)(target.taskDefinition))}` : '';
    const why = target.kind === 'none' && !sentence.includes(target.reason) ? ` (${(0,views_text/* prose */.CS)(target.reason)})` : '';
    const end = sentence.includes(rollback.sentence) ? ends[ended] : (0,views_text/* prose */.CS)(rollback.sentence);
    return `${icon} **Rollback**${to} by ${by === 'us' ? 'this run' : 'ECS'}: ${end}${why}`;
}

;// CONCATENATED MODULE: ./src/views/comment-section.ts











const commented = new Set(['diff', 'verify', 'deploy', 'rollback']);
/** The sections of a run (redacted before): a project whose commands belong into a comment each. */
function renderSections(report) {
    return report.projects.flatMap((project) => {
        const commands = project.commands.filter((one) => commented.has(one.command));
        return commands.length === 0 ? [] : [sectionOf({ ...project, commands })];
    });
}
function sectionOf(project) {
    const { commands } = project;
    const comparison = commands.findLast((one) => one.result.comparison !== undefined)?.result.comparison;
    const statuses = commands.map(statusOf);
    return {
        entry: {
            name: (0,headline/* projectName */.j1)(project),
            region: project.region,
            account: project.account,
            config: project.config,
            command: [...new Set(commands.map((one) => one.command))].join(', '),
            icon: worstIcon(statuses.map((status) => status.icon)),
            status: [...new Set(statuses.map((status) => status.words))].join(', '),
            image: comparison === undefined ? '' : imageChanges(comparison),
            effect: (0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)((0,views_text/* oneLine */.TN)(effectOf(project, comparison)), 300)),
            warnings: comment_section_warningsOf(project, comparison),
        },
        // Ever less context, then none of the details.
        bodies: [3, 1, 0].map((context) => bodyOf(project, context)),
    };
}
function statusOf(report) {
    const { command, result } = report;
    const { comparison, outcome } = result;
    if (command === 'diff') {
        if (isDrift(report) && comparison !== undefined)
            return changeMarks[changeStatus(comparison)];
        return (0,verdict/* isFailure */.N6)(outcome)
            ? { icon: '❌', words: 'error' }
            : { icon: (0,headline/* outcomeIcon */.sE)(outcome), words: (0,headline/* outcomeWords */.wX)(outcome) };
    }
    const words = command === 'verify' && outcome === 'succeeded' ? 'verified' : (0,headline/* outcomeWords */.wX)(outcome);
    return { icon: (0,headline/* outcomeIcon */.sE)(outcome), words };
}
const changeMarks = {
    new: { icon: '🆕', words: 'new' },
    changed: { icon: '🟡', words: 'changed' },
    unchanged: { icon: '⚪', words: 'unchanged' },
};
/** What the change does; after a deploy, or where it failed, what became of it. */
function effectOf(project, comparison) {
    const last = project.commands.findLast((one) => (0,verdict/* isFailure */.N6)(one.result.outcome)) ?? project.commands.at(-1);
    if (last === undefined)
        return '';
    if (!isDrift(last))
        return last.result.diagnosis?.reason ?? last.result.sentence;
    return comparison === undefined || comparison.effects.length === 0
        ? last.result.sentence
        : comparison.effects.join('; ');
}
function comment_section_warningsOf(project, comparison) {
    const findings = project.commands.flatMap((one) => one.result.findings ?? []);
    const checked = findings.filter((one) => one.status === 'warning').map((one) => `${one.subject}: ${one.message}`);
    const all = [...(comparison?.warnings ?? []), ...checked].map((warning) => (0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)((0,views_text/* oneLine */.TN)(warning), 300)));
    if (all.length <= listLimits.warnings)
        return all;
    return [...all.slice(0, listLimits.warnings), `and ${all.length - listLimits.warnings} more`];
}
function bodyOf(project, context) {
    const errors = project.commands.filter((one) => (0,verdict/* isFailure */.N6)(one.result.outcome) && !isDrift(one));
    const blocks = [
        ...errors.map((one) => errorBlock(project, one)),
        ...project.commands.map((one) => findingsBlock(project, one)),
        ...project.commands.filter((one) => !errors.includes(one)).map((one) => diffBlock(project, one, context)),
    ];
    // As it is read back.
    return blocks
        .filter((block) => block !== '')
        .join('\n\n')
        .trim();
}
/** Whether a `diff` compared; one that fails because something differs is no error and shows what differs. */
function isDrift({ command, result }) {
    return command === 'diff' && result.comparison !== undefined && result.diagnosis === undefined;
}
function errorBlock(project, command) {
    const { result } = command;
    const blocks = [
        `### ❌ ${(0,views_text/* prose */.CS)((0,headline/* projectName */.j1)(project))}: ${(0,views_text/* code */.aY)(command.line)} ${(0,headline/* outcomeWords */.wX)(result.outcome)}`,
        (0,views_text/* prose */.CS)(result.sentence),
        renderRollback(result),
        renderCause(result),
        renderNextSteps(command),
        result.diagnosis === undefined ? '' : renderEvidence(result.diagnosis, project),
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
function findingsBlock(project, { result }) {
    if (result.findings === undefined || result.findings.length === 0)
        return '';
    const failed = result.findings.some((one) => one.status === 'failed');
    const table = renderFindings(result.findings);
    return failed ? table : (0,views_text/* fold */.AU)(`${(0,views_text/* htmlText */.js)((0,headline/* projectName */.j1)(project))}: what was verified`, table);
}
function diffBlock(project, { result }, context) {
    if (result.comparison === undefined)
        return '';
    const lines = (0,diff_block/* renderDiffs */.Nl)(result.comparison, context);
    if (lines.length === 0)
        return '';
    const title = `${(0,views_text/* htmlText */.js)((0,headline/* projectName */.j1)(project))}: ${changeCounts(result.comparison)}`;
    return (0,views_text/* fold */.AU)(title, (0,views_text/* fence */.EU)(lines.join('\n'), 'diff'), lines.length <= openLines);
}

;// CONCATENATED MODULE: ./src/views/outputs.ts




/** Names of the outputs, in the order of the documentation. */
const outputNames = (/* unused pure expression or super */ null && ([
    'outcome',
    'changed',
    'task-definition-arn',
    'previous-task-definition-arn',
    'failed-task-definition-arn',
    'deployment-id',
    'failure-category',
    'failure-reason',
    'retryable',
    'exit-code',
    'task-arn',
    'hook-id',
    'approval-expires-at',
    'document-file',
    'report-file',
    'comment-url',
    'projects',
]));
/** The outputs of a run (redacted before). With several projects the single values are empty. */
function renderOutputs(report, written) {
    const only = report.projects.length === 1 ? report.projects[0] : undefined;
    return {
        outcome: report.outcome,
        ...singleOutputs(only),
        'document-file': written.documentFile,
        'report-file': written.reportFile,
        'comment-url': written.commentUrl,
        projects: JSON.stringify(report.projects.filter((project) => project.config !== '').map(projectRow)),
    };
}
/** The text for `document-file`: what the last printing command printed, project by project; undefined for nothing. */
function renderDocument(report) {
    const printed = report.projects.flatMap((project) => {
        const text = lastText(project);
        return text === undefined ? [] : [{ config: project.config, text: withNewline(text) }];
    });
    if (printed.length === 0)
        return undefined;
    if (report.projects.length === 1)
        return printed.map((one) => one.text).join('');
    return printed.map((one) => `# ${one.config}\n${one.text}`).join('');
}
function singleOutputs(project) {
    const hook = newest(project, (result) => result.hook);
    const failure = project && (0,headline/* decisiveCommand */.mo)(project)?.result;
    return {
        // The first comparison tells what differed before this run acted.
        changed: textOf(oldest(project, (result) => result.changed)),
        'task-definition-arn': newest(project, (result) => result.running) ?? '',
        // What ran when the step began is what the first command found.
        'previous-task-definition-arn': oldest(project, (result) => result.previous) ?? '',
        'failed-task-definition-arn': newest(project, (result) => result.failed) ?? '',
        'deployment-id': newest(project, (result) => result.deploymentId) ?? '',
        'failure-category': failure?.category ?? failure?.diagnosis?.label ?? '',
        'failure-reason': failure !== undefined && (0,verdict/* isFailure */.N6)(failure.outcome) ? reasonOf(failure) : '',
        retryable: textOf(failure?.retryable),
        'exit-code': textOf(newest(project, (result) => result.exitCode)),
        'task-arn': newest(project, (result) => result.taskArn) ?? '',
        'hook-id': hook?.id ?? '',
        'approval-expires-at': hook?.expiresAt === undefined ? '' : new Date(hook.expiresAt).toISOString(),
    };
}
/** One row of the output `projects`; `changed` is null where nothing was compared. */
function projectRow(project) {
    return {
        config: project.config,
        cluster: project.cluster,
        service: project.service,
        outcome: (0,headline/* projectOutcome */.o4)(project),
        changed: oldest(project, (result) => result.changed) ?? null,
        taskDefinitionArn: newest(project, (result) => result.running) ?? '',
        deploymentId: newest(project, (result) => result.deploymentId) ?? '',
    };
}
function reasonOf(result) {
    return (0,views_text/* oneLine */.TN)(result.diagnosis?.reason ?? result.sentence);
}
/** The last thing that a command printed: a document, or the comparison of `diff`. */
function lastText({ commands }) {
    const texts = commands.map(({ command, result }) => {
        if (result.document !== undefined)
            return result.document.text;
        if (command !== 'diff' || result.comparison === undefined)
            return undefined;
        return (0,diff_block/* renderStyledDiffs */.gK)(result.comparison)?.join('\n');
    });
    return texts.findLast((text) => text !== undefined);
}
function newest(project, read) {
    return definedOf(project, read).at(-1);
}
function oldest(project, read) {
    return definedOf(project, read).at(0);
}
function definedOf(project, read) {
    return (project?.commands ?? []).map((command) => read(command.result)).filter((value) => value !== undefined);
}
function textOf(value) {
    return value === undefined ? '' : String(value);
}
function withNewline(text) {
    return text.endsWith('\n') ? text : `${text}\n`;
}

// EXTERNAL MODULE: ./src/views/redact.ts
var redact = __webpack_require__(6233);
;// CONCATENATED MODULE: ./src/views/report.ts
/** Version of the report file's shape; grows when a field changes its meaning. */
const schemaVersion = 1;
/** The text for `report-file`: the whole run (redacted before) as JSON, times as ISO 8601 in UTC. */
function renderReport(report) {
    const times = { startedAt: isoTime(report.startedAt), endedAt: isoTime(report.endedAt) };
    return `${JSON.stringify({ schemaVersion, ...report, ...times }, (key, value) => isoAt(key, value), 2)}\n`;
}
/** Events and evidence carry their times in ms since the epoch under these names. */
const timeKeys = new Set(['at', 'createdAt', 'expiresAt']);
function isoAt(key, value) {
    return timeKeys.has(key) && typeof value === 'number' ? isoTime(value) : value;
}
function isoTime(at) {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

;// CONCATENATED MODULE: ./src/views/timeline.ts





const news = new Set(['call', 'progress', 'service-event']);
/** What happened when, as a table; empty where a command only read: its verdict says it all. */
function renderTimeline(project) {
    const rows = rowsOf(project.events);
    if (!project.events.some(({ kind }) => news.has(kind)))
        return '';
    const lines = rows.map(({ at, text }) => (0,views_text/* row */.nM)([(0,views_time/* formatTime */.fU)(at), (0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)((0,views_text/* oneLine */.TN)(text), 400))]));
    return ['| time (UTC) | what happened |', '|---|---|', ...middleCut(lines)].join('\n');
}
/**
 * The rollout as a Gantt chart in Mermaid: a bar for every state of the tasks, red where tasks failed, and one for the
 * way back, where the counts are of what is being left. Wall-clock times without a zone, so that every reader's browser
 * shows UTC. Empty where no deployment was watched.
 */
function renderPicture(project) {
    const bars = barsOf(project.events);
    if (bars.length === 0)
        return '';
    const head = [
        'gantt',
        `  title ${mermaidText((0,headline/* projectName */.j1)(project))} (UTC)`,
        '  dateFormat YYYY-MM-DD HH:mm:ss',
        '  axisFormat %H:%M:%S',
        `  tickInterval ${tickOf((bars.at(-1)?.end ?? 0) - (bars[0]?.start ?? 0))}`,
    ];
    const lines = bars.flatMap((bar, index) => {
        const section = bar.section === bars[index - 1]?.section ? [] : [`  section ${mermaidText(bar.section)}`];
        const end = Math.max(bar.end, bar.start + 1000);
        return [...section, `  ${bar.label} :${bar.tag}${(0,views_time/* formatDateTime */.r6)(bar.start)}, ${(0,views_time/* formatDateTime */.r6)(end)}`];
    });
    return (0,views_text/* fence */.EU)([...head, ...lines].join('\n'), 'mermaid');
}
// Mermaid writes a tick every tenth of the time, however narrow the page is.
const ticks = [
    { seconds: 5, name: '5second' },
    { seconds: 15, name: '15second' },
    { seconds: 30, name: '30second' },
    { seconds: 60, name: '1minute' },
    { seconds: 120, name: '2minute' },
    { seconds: 300, name: '5minute' },
    { seconds: 900, name: '15minute' },
    { seconds: 3600, name: '1hour' },
];
/** The interval that makes at most five ticks of `ms`; hours beyond. */
function tickOf(ms) {
    return ticks.find(({ seconds }) => ms <= seconds * 5000)?.name ?? '6hour';
}
function rowsOf(events) {
    let counts = '';
    const changes = events.filter((event) => {
        if (event.kind !== 'progress')
            return true;
        const changed = countsOf(event) !== counts;
        counts = countsOf(event);
        return changed;
    });
    return changes.flatMap(rowOf).sort((a, b) => a.at - b.at);
}
function rowOf(event) {
    const text = rowText(event);
    return text === undefined ? [] : [{ at: event.kind === 'service-event' ? event.createdAt : event.at, text }];
}
function rowText(event) {
    switch (event.kind) {
        case 'began':
            return `\`${event.line}\` began`;
        case 'note':
            return event.level === 'debug' ? undefined : event.text;
        case 'call':
            return event.dryRun ? `would call ${event.operation}` : event.summary;
        case 'target':
            return event.target.kind === 'target' ? `rollback target: ${(0,ecs/* shortName */.E)(event.target.taskDefinition)}` : undefined;
        case 'progress':
            return `${event.progress.revision}: ${countsOf(event)}, pending ${event.progress.pending}`;
        case 'service-event':
            return shortenNames(event.message);
        case 'diagnosed':
            return event.diagnosis.reason;
        case 'rollback':
            return `rollback: ${event.sentence}`;
        case 'ended':
            return event.result.sentence;
        case 'compared':
        case 'finding':
        case 'log':
        case 'printed':
            return undefined;
    }
}
/** A message of ECS with less to scroll: it repeats the service, whole ARNs and task ids. The report file keeps them. */
function shortenNames(message) {
    return message
        .replace(/^\(service [^)]*\) /, 'ECS: ')
        .replace(/\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:/g, '')
        .replace(/\b[0-9a-f]{32}\b/g, (id) => id.slice(0, 8));
}
function countsOf(event) {
    const { running, desired, failed } = event.progress;
    return failed === 0 ? `${running} of ${desired} running` : `${running} of ${desired} running, ${failed} failed`;
}
function middleCut(lines) {
    const limit = listLimits.timeline;
    if (lines.length <= limit)
        return lines;
    const head = Math.floor(limit / 4);
    const gap = `| … | ${lines.length - limit} more rows stand in the report file |`;
    return [...lines.slice(0, head), gap, ...lines.slice(lines.length - (limit - head))];
}
function barsOf(events) {
    const looks = events.filter((event) => event.kind === 'progress');
    const changes = looks.filter((event, index) => index === 0 || barKey(event) !== barKey(looks[index - 1] ?? event));
    const shown = thin(changes, listLimits.bars);
    const last = events.at(-1)?.at ?? 0;
    const back = wayBack(events);
    return shown.map((event, index) => ({
        section: timeline_sectionOf(event),
        label: mermaidText(isGoingBack(event) ? back : countsOf(event)),
        tag: timeline_tagOf(event),
        start: event.at,
        end: shown[index + 1]?.at ?? last,
    }));
}
function barKey(event) {
    return isGoingBack(event) ? 'rollback' : `${timeline_sectionOf(event)} ${countsOf(event)}`;
}
function isGoingBack({ verdict }) {
    return verdict.kind === 'rolling-back' || verdict.kind === 'rolled-back';
}
function wayBack(events) {
    const target = events.find((event) => event.kind === 'target')?.target;
    return target?.kind === 'target' ? `back to ${(0,ecs/* shortName */.E)(target.taskDefinition)}` : 'back';
}
/** Short, as Mermaid writes it beside the bars and leaves room for a dozen characters. */
function timeline_sectionOf(event) {
    if (isGoingBack(event))
        return 'rollback';
    const { revision } = event.progress;
    const number = /:(\d+)$/.exec(revision)?.[1];
    return number === undefined ? (0,views_text/* shorten */.ml)(revision, 12) : `revision ${number}`;
}
function timeline_tagOf(event) {
    const { progress, verdict } = event;
    if (isGoingBack(event))
        return 'active, ';
    if (progress.failed > 0 || verdict.kind === 'failed' || verdict.kind === 'rollback-failed')
        return 'crit, ';
    return progress.running === progress.desired ? 'done, ' : 'active, ';
}
/** At most `limit` items, evenly spread, with the first and the last. */
function thin(items, limit) {
    if (items.length <= limit)
        return items;
    const step = (items.length - 1) / (limit - 1);
    return Array.from({ length: limit }, (_, index) => items[Math.round(index * step)]).filter((item) => item !== undefined);
}
/** Mermaid reads `:`, `;`, `#`, `%%` and quotes as syntax; names of ECS have none of them but the colon of a revision. */
function mermaidText(text) {
    const plain = text.replace(/:(?=\d)/g, ' revision ').replace(/[^\w ,./()-]/g, ' ');
    return (0,views_text/* shorten */.ml)(plain.trim() || 'service', 60).replace('…', '');
}

;// CONCATENATED MODULE: ./src/views/summary.ts














/** Characters of one diff or printed document in the summary: a long one must not push the others out. */
const blockLimit = 200_000;
/** The job summary of a run (redacted before), below the runner's limit. */
function renderSummary(report) {
    const projects = failedFirst(report.projects);
    const title = `## ${(0,headline/* outcomeIcon */.sE)(report.outcome)} ecspresso: ${(0,views_text/* prose */.CS)((0,headline/* headline */.Pl)(report))}`;
    const head = projects.length > 1 ? [title, table(projects)] : [];
    const sections = [...head, ...projects.flatMap(projectSections), summary_footer(report)];
    return fitSections(sections.filter((section) => section !== ''), summaryLimit);
}
function failedFirst(projects) {
    const hasFailed = (project) => (0,verdict/* isFailure */.N6)((0,headline/* projectOutcome */.o4)(project));
    return projects.toSorted((a, b) => Number(hasFailed(b)) - Number(hasFailed(a)));
}
function table(projects) {
    const rows = projects.map((project) => {
        const outcome = (0,headline/* projectOutcome */.o4)(project);
        const { result } = (0,headline/* decisiveCommand */.mo)(project) ?? {};
        const cells = [
            (0,views_text/* code */.aY)((0,headline/* projectName */.j1)(project)),
            `${(0,headline/* outcomeIcon */.sE)(outcome)} ${(0,headline/* outcomeWords */.wX)(outcome)}`,
            result === undefined ? '' : runningCell(result),
            (0,views_text/* prose */.CS)((0,views_text/* shorten */.ml)(result?.diagnosis?.reason ?? result?.sentence ?? '', 300)),
        ];
        return (0,views_text/* row */.nM)(cells);
    });
    return ['| service | result | runs now | what happened |', '|---|---|---|---|', ...rows].join('\n');
}
function runningCell({ previous, running }) {
    const now = running === undefined ? '' : (0,views_text/* code */.aY)((0,ecs/* shortName */.E)(running));
    return previous === undefined || previous === running ? now : `${(0,views_text/* code */.aY)((0,ecs/* shortName */.E)(previous))} → ${now || '?'}`;
}
function projectSections(project) {
    const outcome = (0,headline/* projectOutcome */.o4)(project);
    const picture = renderPicture(project);
    const timeline = renderTimeline(project);
    return [
        `## ${(0,headline/* outcomeIcon */.sE)(outcome)} ${(0,views_text/* prose */.CS)((0,headline/* projectName */.j1)(project))}: ${(0,headline/* outcomeWords */.wX)(outcome)}`,
        ...project.commands.flatMap((command) => verdictSections(project, command)),
        picture === '' ? '' : `### The rollout over time\n\n${picture}`,
        ...project.commands.flatMap(({ result }) => [comparisonBlock(result), logsBlock(result), documentBlock(result)]),
        timeline === '' ? '' : (0,views_text/* fold */.AU)('Timeline', timeline),
    ];
}
/** How a command ended, why, and what to do about it. */
function verdictSections(project, command) {
    const { result } = command;
    const title = project.commands.length > 1 ? `### ${(0,headline/* outcomeIcon */.sE)(result.outcome)} ${(0,views_text/* code */.aY)(command.line)}\n\n` : '';
    const heading = result.diagnosis === undefined ? 'What was verified' : 'What is wrong besides';
    const findings = result.findings === undefined ? '' : `### ${heading}\n\n${renderFindings(result.findings)}`;
    return [
        `${title}**${(0,views_text/* prose */.CS)(result.sentence)}**`,
        stateLine(project, result),
        renderRollback(result),
        result.diagnosis === undefined ? '' : `### Why it failed\n\n${renderCause(result)}`,
        findings,
        renderNextSteps(command),
        result.diagnosis === undefined ? '' : renderEvidence(result.diagnosis, project),
    ];
}
/** What ran before, what failed, what runs now, and where to see it. */
function stateLine(project, result) {
    const hasConsole = project.region !== '';
    const parts = [
        ...revisionParts(result),
        (0,views_text/* prose */.CS)(project.region),
        project.service === '' || !hasConsole ? '' : `AWS console: ${(0,views_text/* link */.nf)('service', serviceLink(project))}`,
        result.deploymentId === undefined ? '' : (0,views_text/* link */.nf)('deployment', deploymentLink(project, result.deploymentId)),
        result.taskArn && hasConsole ? (0,views_text/* link */.nf)('task', taskLink(project, result.taskArn)) : '',
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
function revisionParts({ previous, failed, running }) {
    const named = (name, revision) => revision === undefined ? '' : `${name}: ${(0,views_text/* code */.aY)((0,ecs/* shortName */.E)(revision))}`;
    if (failed === undefined && previous === running)
        return [named('now', running)];
    return [named('before', previous), named('failed', failed), named('now', running)];
}
function comparisonBlock({ comparison }) {
    if (comparison === undefined)
        return '';
    const lines = (0,diff_block/* renderDiffs */.Nl)(comparison);
    const warnings = comparison.warnings.map((warning) => `- ⚠️ ${(0,views_text/* prose */.CS)(warning)}`);
    if (lines.length === 0)
        return ['The files do not differ from what ran before.', warnings.join('\n')].join('\n\n').trim();
    const images = imageChanges(comparison);
    const notes = [
        ...(images === '' ? [] : [`- image of ${images}`]),
        ...comparison.effects.map((effect) => `- ${(0,views_text/* prose */.CS)(effect)}`),
        ...warnings,
    ];
    const title = `Diff (${lines.length} lines)`;
    const diff = (0,views_text/* fold */.AU)(title, bounded(lines.join('\n'), 'diff'), lines.length <= openLines);
    return ['### The change', ...(notes.length === 0 ? [] : [notes.join('\n')]), diff].join('\n\n');
}
/** The last words of containers that were followed; those of failed ones stand with the evidence. */
function logsBlock({ logs = [], diagnosis }) {
    const told = new Set(diagnosis?.logs.map(({ stream }) => stream));
    const blocks = logs
        .filter(({ stream }) => !told.has(stream))
        .map(({ container, task, lines }) => {
        const shown = lines.slice(-listLimits.logLines).map((line) => (0,views_text/* shorten */.ml)((0,views_text/* oneLine */.TN)(line), 500));
        const title = `Last log lines of ${(0,views_text/* code */.aY)(container)} (task ${(0,views_text/* code */.aY)(task.slice(0, 8))})`;
        return `**${title}:**\n\n${bounded(shown.join('\n'), 'text')}`;
    });
    return blocks.join('\n\n');
}
function documentBlock({ document, comparison }) {
    if (document === undefined || (comparison !== undefined && document.language === 'diff'))
        return '';
    const isShort = document.text.split('\n').length <= openLines;
    return (0,views_text/* fold */.AU)((0,views_text/* htmlText */.js)(document.title), bounded(document.text.trimEnd(), document.language), isShort);
}
function bounded(text, language) {
    return cutMarkdown((0,views_text/* fence */.EU)(text, language), blockLimit, '_The rest stands in the file of the output `document-file`._');
}
function summary_footer(report) {
    const took = (0,views_time/* formatElapsed */.C7)(report.endedAt - report.startedAt);
    return `<sub>${(0,views_time/* formatDateTime */.r6)(report.startedAt)} UTC, took ${took} · ecspresso-action ${(0,views_text/* code */.aY)(report.version)}</sub>`;
}

;// CONCATENATED MODULE: ./src/publishing.ts










/** Writes annotations, summary, comment, files and outputs; GitHub is best effort and never changes the outcome. */
async function publish(raw, publication) {
    const { runner, hiding } = publication;
    const report = (0,redact/* redactReport */.a)(raw, hiding);
    await runner.annotate(renderAnnotations(report));
    const [commentUrl, files] = await Promise.all([
        comment(report, publication),
        writeFiles(report, runner),
        tryWrite(runner, 'the job summary', () => runner.appendSummary(renderSummary(report))),
    ]);
    const written = { documentFile: files['document.txt'] ?? '', reportFile: files['report.json'] ?? '', commentUrl };
    await tryWrite(runner, 'the outputs', () => runner.setOutputs(renderOutputs(report, written)));
}
async function writeFiles(report, runner) {
    const document = renderDocument(report);
    const files = { 'report.json': renderReport(report), ...(document === undefined ? {} : { 'document.txt': document }) };
    try {
        return await runner.writeFiles(files);
    }
    catch (error) {
        runner.log(`warning: the report could not be written: ${String(error)}`);
        return {};
    }
}
async function tryWrite(runner, what, write) {
    try {
        await write();
    }
    catch (error) {
        runner.log(`warning: ${what} could not be written: ${String(error)}`);
    }
}
/** The comment of the pull request; answers its address, empty where none was written. */
async function comment(report, { settings, environment, runner, hiding }) {
    const sections = renderSections(report);
    if (settings === undefined || sections.length === 0)
        return '';
    const context = {
        key: settings.commentKey,
        commit: (await (0,github_event.readPullRequest)(environment))?.headSha || (environment['GITHUB_SHA'] ?? ''),
        runUrl: runUrlOf(environment),
        at: report.endedAt,
        version: report.version,
    };
    const draft = {
        render: (existing) => hiding.secrets.mask(mergeComment(existing, sections, context)),
        isOurs: (body) => isOurComment(body, settings.commentKey),
        isSame: isSameComment,
    };
    const place = { env: environment, token: settings.githubToken, when: settings.comment };
    const { url = '', warning } = await writeComment(draft, place);
    if (warning !== undefined)
        runner.log(hiding.secrets.mask(`warning: ${warning}`));
    return url;
}
function runUrlOf(environment) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = environment;
    if (!server || !repository || !run)
        return '';
    return `${server}/${repository}/actions/runs/${run}/attempts/${environment['GITHUB_RUN_ATTEMPT'] || '1'}`;
}


/***/ })

};

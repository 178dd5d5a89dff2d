import { fromTasks, type Rule, the } from './rule.ts'

const tasksAndLogs = [...fromTasks, 'log', 'cli'] as const
const logs = 'Read the last log lines of the container; `aws logs tail` shows more.'
const ends = ['exitCode', 'stoppedReason', 'containerReason', 'cli', 'event'] as const

/** The container was created, and the process in it did not start or ended. */
export const containerRules: readonly Rule[] = [
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
    reason: ({ container, quote }) =>
      `a container that ${container ?? 'another one'} depends on did not reach its state: ${quote}`,
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
    reason: ({ container, exitCode }) =>
      `${the('container', container)} could not run its command${exitCode === 126 || exitCode === 127 ? ` (exit code ${exitCode})` : ''}`,
    hint: 'Correct `entryPoint` and `command` (a list, one word an item), and check that the file exists in the image and may be executed.',
    next: [
      'A script with CRLF line ends or a wrong first line fails the same way.',
      'A volume mounted over the directory hides the file.',
    ],
    retryable: false,
  },
]

/** After volumes and log drivers, whose troubles the runtime reports too. */
export const runtimeFailure: Rule = {
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
}

/** What is left when nothing told why: the ways a process ends. */
export const exitRules: readonly Rule[] = [
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
]

const applicationError: Rule = {
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
}

/** What applications write when they fail: a line that says so, else one that only sounds like it. */
export const logRules: readonly Rule[] = [
  applicationError,
  {
    ...applicationError,
    rank: 'weak',
    when: [],
    otherwise: [/\b(?:error|exception|traceback|failed|failure|aborted|segfault)\b/i],
  },
]

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
])

function signalName(exitCode: number | undefined): string {
  if (exitCode === undefined) return 'a signal'
  return `${signals.get(exitCode) ?? `signal ${exitCode - 128}`} (exit code ${exitCode})`
}

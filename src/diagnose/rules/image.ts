import type { Rule } from './rule.ts'
import { the } from './rule.ts'

const taskTexts = [
  'containerReason',
  'stoppedReason',
  'event',
  'rollout',
  'apiError',
  'cli',
  'codedeploy',
  'log',
] as const

/** The image cannot be used. */
export const imageRules: readonly Rule[] = [
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
]

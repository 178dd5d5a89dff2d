import type { Rule } from './rule.ts'
import { the } from './rule.ts'

const context = /\bsecrets?\b|secretsmanager|\bparameters?\b|\bssm\b|\basm\b/i

/** The secret or parameter itself is wrong. */
export const secretRules: readonly Rule[] = [
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
    reason: ({ secret, key }) =>
      `${the('secret', secret)} has no JSON key${key === undefined ? ' of that name' : ` ${key}`}`,
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
]

import { denied, fromCaller, type Rule } from './rule.ts'

/** The deployer has no usable identity: nothing of ECS is at fault. */
export const credentialRules: readonly Rule[] = [
  {
    label: 'credentials/oidc',
    rank: 'cause',
    when: [
      /AssumeRoleWithWebIdentity/i,
      /id-token permission|ACTIONS_ID_TOKEN_REQUEST|OpenID ?Connect provider|InvalidIdentityToken|IDPCommunicationError|IDPRejectedClaim/i,
      /Incorrect token audience|web identity token(?! file)|retrieve verification key/i,
      /(?:getIDToken|OIDC token|ID token)\b.{0,80}(?:fail|unable|error|could not)|(?:fail|unable|error|could not).{0,60}(?:getIDToken|OIDC|ID token)\b/i,
      { all: [/Request ARN is invalid|role ARN is (?:invalid|malformed)/i] },
    ],
    reason: () => 'AWS refused the OIDC token of this workflow',
    hint: 'Give the job `permissions: id-token: write` and let the role’s trust policy accept this repository’s `sub` and the audience `sts.amazonaws.com`.',
    next: [
      'Check that the account has an identity provider for token.actions.githubusercontent.com.',
      'Compare the role ARN in the login step with the one in IAM, letter by letter.',
      'Remember that pull requests of forks get no OIDC token.',
    ],
    retryable: false,
  },
  {
    label: 'credentials/expired',
    rank: 'cause',
    from: fromCaller,
    when: [
      /ExpiredToken|RequestExpired|TokenRefreshRequired/i,
      /(?:token|credentials?|session|SSO)\b.{0,60}\b(?:is|are|has|have|was)? ?(?:already )?expired/i,
      /expired (?:security )?(?:token|credentials)/i,
    ],
    reason: () => 'the AWS credentials of this job expired while it ran',
    hint: 'Ask for a longer session in the login step (`role-duration-seconds`); the deployment itself may have gone on, so look at it first.',
    next: [
      'Run `ecspresso status` with new credentials.',
      'Shorten the wait with `--timeout`, or end it with `--no-wait`.',
    ],
    retryable: true,
  },
  {
    label: 'credentials/assume-role',
    rank: 'cause',
    from: fromCaller,
    when: [
      { all: [denied, /sts:(?:AssumeRole\b|TagSession|SetSourceIdentity|AssumeRole$)/i] },
      { all: [denied], operation: /^(?:sts:)?AssumeRole$/i },
      /DurationSeconds exceeds|could not assume role with user credentials|failed to assume role|Assumed Role credentials|Source Account ID is needed|Roles may not be assumed by root/i,
    ],
    reason: ({ resource }) => `the deployer may not assume ${resource ?? 'its deploy role'}`,
    hint: 'Let the trust policy of the deploy role name the caller, and allow the caller sts:AssumeRole (and sts:TagSession) on it.',
    next: ['Run `aws sts get-caller-identity` in the job to see who asks.'],
    retryable: false,
  },
  {
    label: 'credentials/invalid',
    rank: 'cause',
    from: fromCaller,
    when: [
      /InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|InvalidAccessKeyId|AuthFailure|InvalidToken\b|NotAuthorizedException: .{0,40}token/i,
      /security token included in the request is invalid|Signature (?:not yet current|expired)|signature we calculated does not match|clock (?:skew|is)/i,
      /AWS was not able to validate the provided access credentials|credentials? (?:is|are) (?:not valid|invalid)|not a valid (?:key=value pair|access key)/i,
      /account id.{0,60}does not match|credentials are for|credentials .{0,60}do not match/i,
    ],
    reason: () => 'AWS does not know these credentials',
    hint: 'Renew the key pair (and the session token that belongs to it) in the job’s secrets, or log in with OIDC.',
    next: [
      'Check that the partition and the region belong to the account.',
      'A runner whose clock is wrong signs requests that AWS rejects.',
    ],
    retryable: false,
  },
  {
    label: 'credentials/missing',
    rank: 'weak',
    from: fromCaller,
    when: [
      /(?:could not|couldn't|cannot|can't|unable to|failed to) (?:load|locate|find|resolve|retrieve|get|be loaded|refresh) ?(?:the )?(?:any )?(?:valid )?(?:AWS )?(?:cached )?credentials?/i,
      /credentials? could not be (?:loaded|found)|credentials? (?:is|are) (?:missing|not (?:set|configured|provided|found))|missing credentials|no (?:valid )?(?:AWS )?credentials?\b/i,
      /no EC2 IMDS role found|NoCredentialProviders|CredentialsProviderError|NoCredentials|MissingAuthenticationToken|EC2MetadataError|static credentials are empty/i,
      /Missing Authentication Token|aws-(?:secret-)?access-key-id'? (?:must be|is)|'aws-secret-access-key' must be provided|web identity token file|role-to-assume.{0,40}(?:required|empty|must)/i,
      /config profile .{0,100} could not be found|profile .{0,80} (?:not found|does not exist)|get identity: get credentials/i,
    ],
    reason: () => 'the job has no AWS credentials',
    hint: 'Add a step that logs in to AWS before this one, and check the names of the secrets it reads.',
    next: [
      'An empty `role-to-assume` is as good as none: print its length, not its value.',
      'Pull requests of forks and of Dependabot get no secrets; `verify --offline` works without.',
    ],
    retryable: false,
  },
]

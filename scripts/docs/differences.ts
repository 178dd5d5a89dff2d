/** Where we are not as ecspresso 2.8.7, for those who come from it. */
export const differences: readonly { readonly topic: string; readonly ecspresso: string; readonly here: string }[] = [
  {
    topic: 'what is waited for',
    ecspresso: 'the service, or the newest deployment',
    here: 'the deployment that this run started; one that was rolled back, replaced or stopped is told apart and fails',
  },
  {
    topic: 'a deployment that the circuit breaker rolled back',
    ecspresso: 'an error without its cause',
    here: '`rolled-back` with the cause, the evidence and the last log lines; our changes to the service are put back',
  },
  {
    topic: 'no circuit breaker, or tasks that start and then exit, which none counts',
    ecspresso: 'waits until the timeout, leaves the service as it is',
    here: "failed tasks are counted by the breaker's own rule, then it goes back by itself; on a time-out too, unless the deployment is on its way (`rollback: never` leaves it)",
  },
  {
    topic: '`rollback`',
    ecspresso: 'to the revision below the one that runs',
    here: 'the same, or `--revision N`; a deployment in flight is stopped by ECS itself where it can be',
  },
  {
    topic: '`refresh` and `scale` without a service',
    ecspresso: 'create it',
    here: 'an error: `deploy` creates services; `scale` without `--tasks` does not send the count of the moment again',
  },
  {
    topic: 'auto scaling flags',
    ecspresso: 'stay changed when the deployment fails',
    here: 'a range that is none is refused before anything is written; a rollback puts back what they changed',
  },
  {
    topic: 'a desired count that auto scaling looks after',
    ecspresso: 'is set',
    here: 'the same, and a warning says so; also one outside its range',
  },
  {
    topic: '`diff`',
    ecspresso: 'always exits with 0',
    here: 'the same; the output `changed` tells, `--strict` and `fail-on-changes` fail',
  },
  {
    topic: '`verify`',
    ecspresso: 'stops at the first fault; writes a log event',
    here: 'finds all faults at once, each with file and line; writes nothing; `--offline` needs no AWS; some checks are not there yet',
  },
  {
    topic: 'definitions',
    ecspresso: 'a key that it does not know is dropped; the first wrong type stops it',
    here: 'such a key is sent all the same, with a warning; all wrong types are told at once',
  },
  {
    topic: '`run`: which exit code counts',
    ecspresso:
      'that of the first container or of `--watch-container`; of several tasks the first; a reason beside exit code 0 fails',
    here: 'that of the first essential container or of those that are watched, in every task; an essential container that fails by itself fails too; a reason beside exit code 0 fails only when it is an error of ECS',
  },
  {
    topic: '`run`: time-out and cancellation',
    ecspresso: 'the task goes on; its last log lines may be lost',
    here: 'the task is stopped, and its log is read to the end',
  },
  {
    topic: '`run` without a service definition',
    ecspresso: 'an error',
    here: 'network, capacity and placement come from the live service; `--propagate-tags SERVICE` asks for its tags',
  },
  {
    topic: 'environment values in texts',
    ecspresso: 'shown',
    here: 'values that look secret are masked in log, diff, summary, comment and report (`mask`)',
  },
  {
    topic: 'files that configs, definitions and imports name',
    ecspresso: 'anywhere on the machine',
    here: 'in the repository only, symbolic links followed',
  },
  {
    topic: 'Terraform states',
    ecspresso: 'any file and any status of an HTTP server; Google Cloud Storage and Azure too',
    here: 'files of the repository only; a status that is no success fails; values that Terraform calls sensitive are masked',
  },
  {
    topic: 'look-ups',
    ecspresso: 'one after the other',
    here: 'together and once for all projects of a run (`ssm` ten a call); also in the config itself',
  },
  {
    topic: '`diff --external`',
    ecspresso: 'runs the program on both sides as they are',
    here: 'the same with secrets hidden, and not for pull requests of forks and of Dependabot',
  },
  {
    topic: 'plugin `external`',
    ecspresso: 'runs its program',
    here: 'the same, but not for pull requests of forks and of Dependabot',
  },
  {
    topic: '`must_env "AWS_ACCOUNT_ID"`',
    ecspresso: 'must be set',
    here: 'asked from AWS when it is not set',
  },
  {
    topic: 'several configs',
    ecspresso: 'one a call',
    here: 'lists and globs in `config`: one run, one report, one comment',
  },
  {
    topic: 'deregistering',
    ecspresso: '`rollback` deregisters what it leaves',
    here: 'the same for `rollback`; after a failed `deploy` the failed revision stays registered and is named',
  },
]

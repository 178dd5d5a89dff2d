import { appspec } from './appspec.ts'
import type { Command } from './context.ts'
import { deleteService } from './delete.ts'
import { deploy } from './deploy.ts'
import { deregister } from './deregister.ts'
import { diff } from './diff.ts'
import { createHelp } from './help.ts'
import { init } from './init.ts'
import { refresh } from './refresh.ts'
import { register } from './register.ts'
import { render } from './render.ts'
import { revisions } from './revisions.ts'
import { rollback } from './rollback.ts'
import { run } from './run.ts'
import { scale } from './scale.ts'
import { status } from './status.ts'
import { tasks } from './tasks.ts'
import { verify } from './verify.ts'
import { version } from './version.ts'
import { wait } from './wait.ts'

const verbs: readonly Command[] = [
  deploy,
  diff,
  verify,
  rollback,
  refresh,
  scale,
  status,
  wait,
  run,
  tasks,
  register,
  deregister,
  revisions,
  deleteService,
  render,
  init,
  appspec,
  version,
]

/** The verbs, in the order that help and README show them. */
export const commands: readonly Command[] = [...verbs, createHelp(verbs)]

#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// A job often runs several steps of ours, and compiling is half of a start: the later ones find it done. The folder is
// the job's own, so that nobody else can put code there.
const temp = process.env['RUNNER_TEMP']
if (temp) enableCompileCache(`${temp}/ecspresso-action`)

const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))

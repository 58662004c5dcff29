import { whenStarterEnds } from '../scripts/setup/until-stopped.mjs'

/** Ends a run of tests as Ctrl-C would, once npx, npm, an editor or the command that started it is gone. */
export function endWithStarter() {
  whenStarterEnds(() => {
    process.kill(process.pid, 'SIGINT')
    // guard.mjs tidies up.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 15_000).unref()
  })
}

import { checkSpace } from '../scripts/setup/check-space.mjs'
import { installIfStale } from '../scripts/setup/install-if-stale.mjs'
import { root } from '../scripts/setup/root.mjs'
import { stopCommands } from '../scripts/setup/run-command.mjs'
import { explain } from '../scripts/setup/setup-error.mjs'
import { seconds } from '../scripts/setup/step.mjs'
import { untilStopped } from '../scripts/setup/until-stopped.mjs'

/**
 * @typedef {{ passed: number, failed: number, failures?: string[], second?: string[] }} Result failures: names and
 * messages; second: of what passed only at its second try
 */

/**
 * `npm test`: the quick checks, the tests beside the code, the build, and the stories in a browser. Continues after a
 * failure, so that one run shows them all; ends with a line with the number of tests.
 * @returns {Promise<number>} for process.exitCode
 */
export async function runEverything() {
  const began = performance.now()
  collectYoungLessOften()
  const stopped = untilStopped()
  stopped.addEventListener('abort', stopCommands)
  await checkSpace(root, 500)
  await installIfStale()
  const results = await runParts(stopped)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const failures = results.flatMap((result) => result.failures ?? [])
  // Repeated at the end, where people look first; the log above may be cut.
  if (failures.length > 0) console.log(`\n— What failed —\n${failures.map(brief).join('\n\n')}`)
  const second = results.flatMap((result) => result.second ?? [])
  // No failure of the whole, but a finding: a race, or a story that relies on what others leave.
  if (second.length > 0) console.log(`\n— Passed only at the second try —\n${second.map(brief).join('\n\n')}`)
  console.log(`\nAll of it took ${seconds(began)}.\n${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

/**
 * Of all programs of this run: tests start many that live a few minutes and make much that is soon garbage. Measured
 * with 14 stories: 59 seconds of processor time instead of 65.
 */
function collectYoungLessOften() {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=32`.trim()
}

/** @param {string} failure */
const brief = (failure) => failure.split('\n').slice(0, 25).join('\n')

/**
 * Keeps the database server from the first part to the last, and always stops it.
 * @param {AbortSignal} stopped
 */
async function runParts(stopped) {
  const { startTestCluster } = await import('./test-cluster.mjs')
  const cluster = await startTestCluster()
  const results = []
  try {
    for (const [name, run] of parts) {
      results.push(stopped.aborted ? { passed: 0, failed: 1 } : await part(name, run))
    }
  } finally {
    await cluster.stop()
  }
  return results
}

/**
 * @param {string} name
 * @param {() => Promise<Result>} run
 * @returns {Promise<Result>}
 */
async function part(name, run) {
  console.log(`\n— ${name} —`)
  try {
    return await run()
  } catch (error) {
    console.error(explain(error))
    return { passed: 0, failed: 1, failures: [`${name}: ${explain(error)}`] }
  }
}

// Loaded late, since they need the packages that were just installed.

async function quickRound() {
  const { runChecks } = await import('../scripts/checks/run-checks.mjs')
  return runChecks()
}

async function words() {
  const { checkPromisedWords } = await import('../scripts/checks/check-words.mjs')
  await checkPromisedWords()
  return { passed: 1, failed: 0 }
}

async function unitTests() {
  const { runVitest } = await import('./run-vitest.mjs')
  return runVitest()
}

async function stories() {
  const { runE2e } = await import('./run-e2e.mjs')
  return runE2e(['--retries=1'])
}

/** @type {[name: string, run: () => Promise<Result>][]} */
const parts = [
  ['Quick round', quickRound],
  ['Words of every language promised', words],
  ['Tests beside the code', unitTests],
  ['Stories in a browser', stories],
]

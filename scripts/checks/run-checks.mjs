import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { generateIfStale, prismaEnv } from '../setup/generate-if-stale.mjs'
import { root } from '../setup/root.mjs'
import { CommandError, runCommand } from '../setup/run-command.mjs'
import { seconds, step } from '../setup/step.mjs'
import { checkAsvs } from './check-asvs.mjs'
import { checkDecisions } from './check-decisions.mjs'
import { checkDirection } from './check-direction.mjs'
import { checkMigrations } from './check-migrations.mjs'
import { checkPaths } from './check-paths.mjs'
import { checkWords } from './check-words.mjs'

/**
 * The longest first: of two processors, one checks the types, the other does the rest in turn.
 * @type {[name: string, check: () => Promise<string>][]} each returns a summary, or throws
 */
const checks = [
  [
    'types, mistakes and sizes of files (oxlint)',
    () => tool('oxlint/bin/oxlint', ['--type-aware', '--type-check', '--deny-warnings']),
  ],
  ['direction of imports', checkDirection],
  ['nothing unused (knip)', () => tool('knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors'])],
  [
    'style (biome)',
    () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=20', '.']),
  ],
  ['schema', async () => tool('prisma/build/index.js', ['validate'], await prismaEnv())],
  ['paths in documents and comments', checkPaths],
  ['words', checkWords],
  ['decision records', checkDecisions],
  ['migrations', checkMigrations],
  ['security requirements (ASVS)', checkAsvs],
]

/**
 * The quick checks: everything that does not need the site to run.
 * @returns {Promise<import('../../test/run-everything.mjs').Result>}
 */
export async function runChecks() {
  await step('Generated code', async () => {
    await generateIfStale()
    await tool('next/dist/bin/next', ['typegen'])
  })
  const waiting = [...checks]
  /** @type {string[]} */
  const failures = []
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) failures.push(...(await failuresOf(...next)))
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
  return { passed: checks.length - failures.length, failed: failures.length, failures }
}

/**
 * Runs a check and reports its result.
 * @param {string} name
 * @param {() => Promise<string>} check
 */
async function failuresOf(name, check) {
  const began = performance.now()
  try {
    const saw = await check()
    console.log(`ok      ${name} ${seconds(began)} ${saw}`.trimEnd())
    return []
  } catch (error) {
    const said = error instanceof CommandError ? error.output.trim() : String(error)
    console.log(`FAILED  ${name} ${seconds(began)}\n${said}\n`)
    return [`${name}\n${said}`]
  }
}

/**
 * @param {string} path of a package's program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function tool(path, args, env = process.env) {
  const program = join(root, 'node_modules', path)
  if (!existsSync(program)) throw new Error(`${path} is not installed: npm ci`)
  await runCommand(process.execPath, [program, ...args], { cwd: root, env: { NEXT_TELEMETRY_DISABLED: '1', ...env } })
  return ''
}

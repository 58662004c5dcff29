import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, root } from '../scripts/setup/root.mjs'
import { runInherited } from './run-inherited.mjs'

/**
 * The parts of Playwright's JSON report that are read here.
 * @typedef {{ stats?: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors?: Said[], suites?:
 *   Suite[] }} Report
 * @typedef {{ file: string, specs: { title: string, ok: boolean, tests: { status?: string, results: { errors: Said[]
 *   }[] }[] }[], suites?: Suite[] }} Suite
 * @typedef {{ message: string }} Said
 */

/**
 * Runs the stories in `e2e/`, in a real browser, against separate built sites (playwright.config.ts).
 * @param {string[]} args of Playwright, such as the path of one story
 * @returns {Promise<import('./run-everything.mjs').Result>}
 */
export async function runE2e(args) {
  const report = join(dataDir, 'test', 'e2e.json')
  await rm(report, { force: true })
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await runInherited([program, 'test', ...alsoJson(args)], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { stats, errors = [], suites = [] } = /** @type {Report} */ (JSON.parse(text))
  if (!stats) return { passed: 0, failed: 1 }
  // A skipped story has not passed.
  const failed = stats.unexpected + stats.skipped + errors.length
  return {
    passed: stats.expected + stats.flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    failures: [...errors.map(({ message }) => message), ...suites.flatMap((suite) => errorsOf(suite, isFailed))],
    second: suites.flatMap((suite) => errorsOf(suite, isFlaky)),
  }
}

/**
 * A reporter that a person asks for replaces those of playwright.config.ts; the report that is read here is written all
 * the same.
 * @param {string[]} args
 */
export function alsoJson(args) {
  return args.map((arg, at) => (/^--reporter=./.test(arg) || args[at - 1] === '--reporter' ? `${arg},json` : arg))
}

/** @typedef {Suite['specs'][number]} Spec */

/** @param {Spec} spec */
const isFailed = ({ ok }) => !ok
/** @param {Spec} spec */
export const isFlaky = ({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky')

/**
 * @param {Suite} suite
 * @param {(spec: Spec) => boolean} which
 * @returns {string[]} a story's name and what it said, each
 */
export function errorsOf({ file, specs, suites = [] }, which) {
  const said = specs.filter(which).map(({ title, tests }) => {
    const results = tests.flatMap(({ results }) => results)
    return `${file} › ${title}\n${results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n')}`
  })
  return [...said, ...suites.flatMap((suite) => errorsOf(suite, which))]
}

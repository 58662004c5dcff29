import { readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { dataDir, root } from '../setup/root.mjs'
import { step } from '../setup/step.mjs'
import { findBrowser } from './find-browser.mjs'
import { openSite } from './open-site.mjs'
import { runVisibly } from './run-inherited.mjs'
import { startTestCluster } from './test-cluster.mjs'

/** A story waits about as long as it computes: for a mail, for a page to be made again. */
const AT_ONCE = Math.min(availableParallelism() + 1, 4)

/**
 * Of Playwright's report in JSON, what is read here.
 * @typedef {{ stats?: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors?: Said[], suites?: Suite[] }} Report
 * @typedef {{ file: string, specs: { title: string, ok: boolean, tests: { results: { errors: Said[] }[] }[] }[], suites?: Suite[] }} Suite
 * @typedef {{ message: string }} Said
 */

/**
 * The stories in `e2e/`, in a real browser, against built sites that are started for this run alone: all of them
 * one more at a time than there are processors, each on a site of its own, as many stories watch its count.
 * @param {string[]} args for Playwright, such as the path of one story
 * @returns {Promise<import('./run-everything.mjs').Result>}
 */
export async function runE2e(args) {
  const chromium = await step('Browser', findBrowser)
  const cluster = await startTestCluster()
  try {
    const sites = await step('Test sites', () => openSites(cluster, args.length > 0 ? 1 : AT_ONCE))
    try {
      return await play(args, {
        E2E_CHROMIUM: chromium,
        E2E_SITES: JSON.stringify(sites.map(({ url, env, outbox, log }) => ({ url, env, outbox, log }))),
        E2E_CLUSTER: JSON.stringify({ serverUrl: cluster.serverUrl, template: cluster.template }),
      })
    } finally {
      await Promise.all(sites.map((site) => site.close()))
    }
  } finally {
    await cluster.stop()
  }
}

/**
 * One after the other: a database cannot be the template of two at once.
 * @param {Parameters<typeof openSite>[0]} cluster
 * @param {number} count
 */
async function openSites(cluster, count) {
  /** @type {import('./open-site.mjs').Site[]} */
  const sites = []
  while (sites.length < count) sites.push(await openSite(cluster))
  return sites
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<import('./run-everything.mjs').Result>}
 */
async function play(args, env) {
  const report = join(dataDir, 'test', 'e2e.json')
  await rm(report, { force: true })
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await runVisibly([program, 'test', ...args], { ...env, E2E_REPORT: report })
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { stats, errors = [], suites = [] } = /** @type {Report} */ (JSON.parse(text))
  if (!stats) return { passed: 0, failed: 1 }
  // A skipped story is one that nobody has seen end well.
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    failures: [...errors.map(({ message }) => message), ...suites.flatMap(failuresOf)],
  }
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failuresOf({ file, specs, suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok)
  const said = failed.map(({ title, tests }) => {
    const results = tests.flatMap(({ results }) => results)
    return `${file} › ${title}\n${results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n')}`
  })
  return [...said, ...suites.flatMap(failuresOf)]
}

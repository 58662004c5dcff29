import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, root } from '../setup/root.mjs'
import { step } from '../setup/step.mjs'
import { findBrowser } from './find-browser.mjs'
import { openSite } from './open-site.mjs'
import { runVisibly } from './run-visibly.mjs'
import { startTestCluster } from './test-cluster.mjs'

/**
 * The stories in `e2e/`, in a real browser, against a built site that is started for this run alone.
 * @param {string[]} args for Playwright, such as the path of one story
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runE2e(args) {
  const chromium = await step('Browser', findBrowser)
  const cluster = await startTestCluster()
  try {
    const site = await step('Test site', () => openSite(cluster))
    try {
      return await play(args, {
        E2E_URL: site.url,
        E2E_CHROMIUM: chromium,
        E2E_SITE: JSON.stringify({ env: site.env, outbox: site.outbox, log: site.log }),
        E2E_CLUSTER: JSON.stringify({ serverUrl: cluster.serverUrl, template: cluster.template }),
      })
    } finally {
      await site.close()
    }
  } finally {
    await cluster.stop()
  }
}

/**
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function play(args, env) {
  const report = join(dataDir, 'test', 'e2e.json')
  await rm(report, { force: true })
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const code = await runVisibly([program, 'test', ...args], { ...env, E2E_REPORT: report })
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { stats, errors = [] } =
    /** @type {{ stats?: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} */ (
      JSON.parse(text)
    )
  if (!stats) return { passed: 0, failed: 1 }
  // A skipped story is one that nobody has seen end well.
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed }
}

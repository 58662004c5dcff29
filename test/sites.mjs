import { openSite } from './open-site.mjs'

/** @typedef {import('./open-site.mjs').Site} SiteOfRun */

/** @type {SiteOfRun | undefined} */
let ofWorker

/**
 * Opens this Playwright worker's own site (e2e/support/test.ts).
 * @returns {Promise<SiteOfRun>}
 */
export async function openWorkerSite() {
  ofWorker = await anotherSite()
  return ofWorker
}

/**
 * This Playwright worker's own site; its address is the baseURL.
 * @returns {SiteOfRun}
 */
export function thisSite() {
  if (!ofWorker) throw new Error('A story has no site unless it takes its `test` from e2e/support/test.ts')
  return ofWorker
}

/**
 * Opens another site for one story, with its own settings (a mail provider that is down). The story closes it.
 * @param {Record<string, string>} [env]
 * @param {{ accounts?: boolean }} [options]
 */
export function anotherSite(env = {}, options = {}) {
  return openSite({ ...JSON.parse(process.env.E2E_CLUSTER ?? '{}'), env, ...options })
}

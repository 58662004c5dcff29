import { openSite } from './open-site.mjs'

/** @typedef {import('./open-site.mjs').Site} SiteOfRun */

/** @type {SiteOfRun | undefined} */
let ofWorker

/**
 * Opens the site that this Playwright worker has to itself (e2e/support/test.ts).
 * @returns {Promise<SiteOfRun>}
 */
export async function openWorkerSite() {
  ofWorker = await anotherSite()
  return ofWorker
}

/**
 * The one that this Playwright worker has to itself; its address is the baseURL.
 * @returns {SiteOfRun}
 */
export function thisSite() {
  if (!ofWorker) throw new Error('A story has no site unless it takes its `test` from e2e/support/test.ts')
  return ofWorker
}

/**
 * A further site for one story, with settings of its own (a mail provider that is down). The story closes it.
 * @param {Record<string, string>} [env]
 */
export function anotherSite(env = {}) {
  return openSite({ ...JSON.parse(process.env.E2E_CLUSTER ?? '{}'), env })
}

import { openSite } from './open-site.mjs'

/** @typedef {{ url: string, env: Record<string, string>, outbox: string, log: string }} SiteOfRun */

/**
 * The sites that were started for this run of the browser tests, as openSite gives them.
 * @type {SiteOfRun[]}
 */
export const sitesOfRun = JSON.parse(process.env.E2E_SITES ?? '[]')

/**
 * The one that this Playwright worker has to itself; its address is the baseURL.
 * @returns {SiteOfRun}
 */
export function thisSite() {
  const site = sitesOfRun[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
  if (!site) throw new Error('A story was started without its site')
  return site
}

/**
 * A further site for one story, with settings of its own (a mail provider that is down). The story closes it.
 * @param {Record<string, string>} [env]
 */
export function anotherSite(env = {}) {
  return openSite({ ...JSON.parse(process.env.E2E_CLUSTER ?? '{}'), env })
}

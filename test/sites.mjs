import { setTimeout as sleep } from 'node:timers/promises'
import { openSite } from './open-site.mjs'

/** @typedef {import('./open-site.mjs').Site} SiteOfRun */

/** @type {SiteOfRun | undefined} */
let ofWorker

/**
 * Opens this Playwright worker's own site (e2e/support/test.ts).
 * @param {Record<string, string>} [env]
 * @returns {Promise<SiteOfRun>}
 */
export async function openWorkerSite(env) {
  ofWorker = await anotherSite(env)
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
export async function anotherSite(env = {}, options = {}) {
  const site = await openSite({ ...JSON.parse(process.env.E2E_CLUSTER ?? '{}'), env, ...options })
  // Sites that start at the same time serve their first page slowly, or say that they cannot yet; no story is about
  // that.
  const page = `${site.url}/en/petitions/security-council-must-act`
  for (let tries = 0; tries < 60 && (await fetch(page)).status >= 500; tries++) await sleep(1000)
  return site
}

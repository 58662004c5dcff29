import { openSite } from './open-site.mjs'

/**
 * The site that was started for this run of the browser tests.
 * @returns {{ env: Record<string, string>, outbox: string, log: string }} as openSite gives them; its address is the baseURL
 */
export function thisSite() {
  return JSON.parse(process.env.E2E_SITE ?? '{}')
}

/**
 * A further site for one story, with settings of its own (a mail provider that is down). The story closes it.
 * @param {Record<string, string>} [env]
 */
export function anotherSite(env = {}) {
  return openSite({ ...JSON.parse(process.env.E2E_CLUSTER ?? '{}'), env })
}

import { test as base, expect } from '@playwright/test'
import { openWorkerSite, type SiteOfRun } from '@/test/sites.mjs'

export { expect }

/** Playwright's `test`, with a whole site for each worker: many stories watch its count. */
export const test = testOf({})

/**
 * The same for stories whose site needs a setting that others have not.
 * @param env added to the server's
 */
export function testOf(env: Record<string, string>) {
  return base.extend<object, { site: SiteOfRun }>({
    site: [
      async ({ playwright: _ }, use) => {
        const site = await openWorkerSite(env)
        await use(site)
        await site.close()
      },
      { scope: 'worker', auto: true, timeout: 180_000 },
    ],
    baseURL: ({ site }, use) => use(site.url),
  })
}

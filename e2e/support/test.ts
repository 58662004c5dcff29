import { test as base, expect } from '@playwright/test'
import { openWorkerSite, type SiteOfRun } from '@/test/sites.mjs'

export { expect }

/** Playwright's `test`, with a whole site for each worker: many stories watch its count. */
export const test = base.extend<object, { site: SiteOfRun }>({
  site: [
    async ({ playwright: _ }, use) => {
      const site = await openWorkerSite()
      await use(site)
      await site.close()
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

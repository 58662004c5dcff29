import { test as base, expect } from '@playwright/test'
import { openWorkerSite, type SiteOfRun } from '@/test/sites.mjs'
import { SLUG } from './person'

export { expect }

/** Playwright's `test`, with a whole site for each worker: many stories watch its count. */
export const test = base.extend<object, { site: SiteOfRun }>({
  site: [
    async ({ playwright: _ }, use) => {
      const site = await openWorkerSite()
      // Sites that start at the same time serve their first page slowly, which no story is about.
      const firstPage = async () => (await fetch(`${site.url}/en/petitions/${SLUG}`)).status
      await expect.poll(firstPage, { timeout: 120_000 }).toBe(200)
      await use(site)
      await site.close()
    },
    { scope: 'worker', auto: true, timeout: 180_000 },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

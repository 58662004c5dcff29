import { test as base, expect, type Page, type TestInfo } from '@playwright/test'
import { openWorkerSite, type SiteOfRun } from '@/test/sites.mjs'

export { expect }

/** Playwright's `test`, with a whole site for each worker: many stories watch its count. */
export const test = testOf({})

/**
 * The same for stories whose site needs a setting that others have not.
 * @param env added to the server's
 */
export function testOf(env: Record<string, string>) {
  return base.extend<{ closed: undefined }, { site: SiteOfRun }>({
    site: [
      async ({ playwright: _ }, use) => {
        const site = await openWorkerSite(env)
        await use(site)
        await site.close()
      },
      { scope: 'worker', auto: true, timeout: 180_000 },
    ],
    baseURL: ({ site }, use) => use(site.url),
    page: async ({ page }, use, info) => {
      await use(page)
      await keepPictures([page], info)
    },
    // What a story has opened would go on working beside those after it.
    closed: [
      async ({ browser }, use, info) => {
        await use(undefined)
        const contexts = browser.contexts()
        await keepPictures(
          contexts.flatMap((context) => context.pages()),
          info,
        )
        await Promise.all(contexts.map((context) => context.close()))
      },
      { auto: true },
    ],
  })
}

/** Of a story that failed: the last picture of each page. Playwright's own setting takes one of every page that closes. */
async function keepPictures(pages: Page[], info: TestInfo): Promise<void> {
  if (info.status === info.expectedStatus) return
  for (const page of pages) {
    const path = info.outputPath(`last-${info.attachments.length}.png`)
    // A page that has crashed or hangs has none.
    const taken = await page.screenshot({ path, timeout: 5_000 }).catch(() => null)
    if (taken) await info.attach('last picture', { path })
  }
}

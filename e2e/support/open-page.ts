import { expect, type Page } from '@playwright/test'

/**
 * Opens a page that is there. A page that says that there is none, or that something went wrong, is accessible, too, and
 * fits a phone, and draws nothing wrong: what is looked at next would hold of it as well.
 */
export async function openPage(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path)
  expect([path, answer?.status()]).toEqual([path, 200])
  expect(new URL(page.url()).pathname, 'led elsewhere').toBe(new URL(path, page.url()).pathname)
}

import { expect, type Page } from '@playwright/test'

/** Reloads the page of a bulk action until the worker has finished it. */
export async function untilDone(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

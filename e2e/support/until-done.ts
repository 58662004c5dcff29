import { expect, type Page } from '@playwright/test'

/** The page of an act, looked at again until its worker is done with it. */
export async function untilDone(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

import type { Page } from '@playwright/test'
import { TITLE } from './person'
import { expect } from './test'

/** The part of a mailing's page that is for one language. */
export const languagePart = (page: Page, name: string) => page.locator('details').filter({ hasText: name })

/** A draft of a mailing. @returns the path of its page */
export async function newUpdate(page: Page): Promise<string> {
  await page.goto('/admin/updates')
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mailing without a subject')
  return new URL(page.url()).pathname
}

/** Types a text of a mailing in one language. */
export async function write(page: Page, name: string, subject: string, body: string): Promise<void> {
  const part = languagePart(page, name)
  if (!(await part.getByLabel('Subject').isVisible())) await part.locator('summary').first().click()
  await part.getByLabel('Subject').fill(subject)
  await part.getByLabel('Text', { exact: true }).fill(body)
}

/** That a mailing's page has this text in one language. */
export async function expectWritten(page: Page, name: string, subject: string, body: string): Promise<void> {
  await expect(languagePart(page, name).getByLabel('Subject')).toHaveValue(subject)
  await expect(languagePart(page, name).getByLabel('Text', { exact: true })).toHaveValue(body)
}

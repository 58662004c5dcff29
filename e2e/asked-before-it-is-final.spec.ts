import type { Page } from '@playwright/test'
import { TITLE } from './support/person'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function draftOf(page: Page, subject: string): Promise<string> {
  await page.goto('/admin/updates')
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.getByLabel('Subject').first().fill(subject)
  await page.getByLabel('Text', { exact: true }).first().fill('Half a page, typed with care.')
  await page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(page.getByRole('status').first()).toContainText('Saved.')
  return new URL(page.url()).pathname
}

test('a draft is deleted from its page alone, and not if a colleague has written in it since', async ({ browser }) => {
  const [{ page }, colleague] = [await signInAs(browser, 'editor'), await signInAs(browser, 'editor')]
  const draft = await draftOf(page, 'To be thrown away')
  await expect(page.getByRole('button', { name: /delete|discard/i })).toHaveCount(0)
  await page.getByRole('link', { name: 'Delete draft' }).click()
  await expect(heading(page)).toHaveText('Delete the draft “To be thrown away”?')
  await expect(page.getByRole('main')).toContainText('Its text in 1 language is deleted: English.')
  await expect(page.getByRole('main')).toContainText('This cannot be undone.')

  // Cancel leads back, and nothing is done.
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(new RegExp(`${draft}$`))
  await page.goBack()

  // A colleague adds a language: the page that was open is no longer true.
  await colleague.page.goto(draft)
  const korean = colleague.page.locator('details').filter({ hasText: 'Korean' })
  await korean.locator('summary').click()
  await korean.getByLabel('Subject').fill('버릴 것')
  await korean.getByLabel('Text', { exact: true }).fill('반 페이지.')
  await colleague.page.getByRole('button', { name: 'Save all languages' }).click()
  await page.getByRole('button', { name: 'Delete draft' }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was done.')
  await expect(page.getByRole('main')).toContainText('Its text in 2 languages is deleted: English, Korean.')
  await page.getByRole('button', { name: 'Delete draft' }).click()
  await expect(page.getByRole('status')).toContainText('Discarded')

  // Pressed in another tab, or again: there is nothing left to do.
  await page.goBack()
  await page.reload()
  await expect(heading(page)).toHaveText('This cannot be done')
})

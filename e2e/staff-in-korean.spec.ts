import type { Page } from '@playwright/test'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

/** Two words of English after each other, besides what somebody entered and the names of time zones. */
async function expectNoEnglish(page: Page): Promise<void> {
  const text = await page.getByRole('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement
    for (const one of copy.querySelectorAll('script, select[name=zone]')) one.remove()
    return copy.textContent
  })
  const said = text.replaceAll(/\S+@\S+/g, '')
  expect(said.match(/[A-Za-z]{2,} [a-z]{2,}.*/g) ?? []).toEqual([])
}

test('a moderator chooses Korean, and reads the admin area in it', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/account')
  await page.getByLabel('Language').selectOption('ko')
  await page.getByRole('button', { name: 'Save language' }).click()
  await expect(page.getByRole('status')).toHaveText('저장했습니다.')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page).toHaveTitle('계정 · 관리')
  await expectNoEnglish(page)
})

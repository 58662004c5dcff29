import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** Signs as a program does that fills in every field, is held, and appeals. @returns the signer's own page */
async function appeal(page: Page, text: string): Promise<string> {
  const { name, email } = newPerson()
  const form = { name, email, country: 'KR', display: 'full', consent: 'on', website: 'https://example.org' }
  await page.request.post(`/api/v1/petitions/${SLUG}/signatures`, { form })
  await page.goto(await mailedLink(page.request, email))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await page.getByLabel('What would you like to tell us?').fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('We have received your message.')).toBeVisible()
  return page.url()
}

async function start(page: Page): Promise<void> {
  await page.goto('/admin')
  await page
    .getByRole('navigation', { name: 'Admin' })
    .getByRole('link', { name: /^Appeals/ })
    .click()
  await page.getByRole('button', { name: 'Start review' }).click()
}

const words = (page: Page) => page.getByRole('main').locator('.appeal')

test('appeals are answered by keys, their signers read the answer, and two moderators are never on the same one', async ({
  browser,
  page,
}) => {
  const first = await appeal(page, 'My browser filled in a field that I did not see.')
  const second = await appeal(page, 'I am a person.')
  const [one, two] = [(await signInAs(browser, 'moderator')).page, (await signInAs(browser, 'moderator')).page]
  await start(one)
  await start(two)
  await expect(words(one)).toHaveText('My browser filled in a field that I did not see.')
  await expect(words(two)).toHaveText('I am a person.')

  const keyboard = await withScripts(browser, one)
  await expectAccessibleInEveryLook(keyboard, 'appeal')
  await keyboard.keyboard.press('r')
  await keyboard.keyboard.press('1')
  await expect(keyboard.getByRole('status')).toHaveText('Removed. Its signer reads the reason.')
  await keyboard.keyboard.press('u')
  await expect(words(keyboard)).toHaveText('My browser filled in a field that I did not see.')
  await keyboard.keyboard.press('a')
  await expect(keyboard.getByRole('status')).toContainText('Released')
  await expect(keyboard.getByRole('main')).toContainText('is being read by colleagues')

  // Without scripts.
  await two.getByText('Remove…').click()
  await two.getByRole('button', { name: 'Duplicate' }).click()
  await expect(two.getByRole('status')).toContainText('Removed')
  await expect(two.getByRole('main')).toContainText('All appeals are answered.')

  await page.goto(first)
  await expect(page.getByText('We have read your message. Your signature counts.')).toBeVisible()
  await page.goto(second)
  await expect(page.getByText('you appear to have signed more than once')).toBeVisible()
  await expectAccessible(page)

  // Who writes again waits again, and whoever answers now sees who removed it.
  await page.getByLabel('What would you like to tell us?').fill('That was my sister.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('We have received your message.')).toBeVisible()
  await start(one)
  await expect(words(one)).toHaveText('That was my sister.')
  await expect(one.getByRole('main')).toContainText('Why removed')
  await expect(one.getByRole('main')).toContainText('Duplicate · by ')
  await one.getByText('Stays removed…').click()
  await one.getByRole('button', { name: 'Duplicate' }).click()
  await expect(one.getByRole('status')).toHaveText('Stays removed. Its signer reads the reason.')
})

import type { Browser } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

/** Opens a page, with scripts, whose clock the story moves. */
async function openWithClock(browser: Browser, role: 'editor' | 'owner', path: string) {
  const { page: scriptless } = await signInAs(browser, role)
  const storageState = await scriptless.context().storageState()
  const page = await (await browser.newContext({ storageState, baseURL: scriptless.url() })).newPage()
  await page.clock.install()
  await page.goto(path)
  return { page, dialog: page.getByRole('dialog', { name: 'Your session' }) }
}

test('five minutes before an idle session ends its page says so, and one press lets it go on', async ({ browser }) => {
  const { page, dialog } = await openWithClock(browser, 'editor', '/admin/petitions')
  await page.clock.fastForward('24:30')
  await expect(dialog).toBeHidden()
  await page.clock.fastForward('00:50')
  await expect(dialog).toContainText('You will be signed out in less than five minutes')
  await expect(dialog.getByRole('button', { name: 'Stay signed in' })).toBeFocused()
  await expectAccessibleInEveryLook(page, 'session-ends')
  const again = page.waitForResponse('/admin/petitions')
  await page.keyboard.press('Enter')
  await again
  await expect(dialog).toBeHidden()
  await page.clock.fastForward('24:00')
  await expect(dialog).toBeHidden()

  // Closed, it does not come again for the same end; nor does anything stop the work of who goes on all the same.
  await page.clock.fastForward('01:30')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.clock.fastForward('01:00')
  await expect(dialog).toBeHidden()
})

test('a session that cannot go on says so: when the request fails, and at its latest end', async ({ browser }) => {
  const { page, dialog } = await openWithClock(browser, 'editor', '/admin/petitions')
  const stay = dialog.getByRole('button', { name: 'Stay signed in' })
  await page.clock.fastForward('25:30')
  await page.route('**/admin/petitions', (route) => route.abort())
  await stay.click()
  await expect(dialog.getByRole('alert')).toContainText('That didn’t work')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.clock.fastForward('01:00')
  await expect(dialog).toBeHidden()
  await page.clock.fastForward('04:00')
  await expect(dialog).toContainText('You have been signed out')
  await expect(stay).toBeHidden()
  await page.unroute('**/admin/petitions')

  // As in another tab that was used all day: only the eight hours end this session.
  await page.goto('/admin/petitions')
  const latest = Date.parse((await page.locator('#session-ends').getAttribute('data-latest')) ?? '')
  await page.evaluate((at) => localStorage.setItem('staff-seen', `${at}`), latest)
  const left = latest - (await page.evaluate(() => Date.now()))
  await page.clock.fastForward(left - 4 * 60_000)
  await expect(dialog).toContainText('can’t be extended')
  await expect(stay).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await expectAccessible(page)
})

test('a draft that is kept while somebody types lets the session go on', async ({ browser }) => {
  const { page, dialog } = await openWithClock(browser, 'owner', '/admin/coalition/members/new')
  await page.clock.fastForward('20:00')
  await page.getByLabel('Name').first().fill('An organisation')
  await page.clock.fastForward('00:03')
  await expect(page.getByText('Draft kept. Not saved yet.')).toBeVisible()
  await page.clock.fastForward('10:00')
  await expect(dialog).toBeHidden()
  await page.clock.fastForward('15:30')
  await expect(dialog).toContainText('What you have typed is kept')
})

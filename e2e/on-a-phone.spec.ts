import { devices } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test.use({ ...devices['iPhone 13'], browserName: 'chromium' })

test('the call, the count and the form are within one and a half screens', async ({ page }) => {
  await page.goto(`/en/petitions/${SLUG}`)
  const height = page.viewportSize()?.height ?? 0
  const form = await page.getByRole('textbox', { name: 'Full name' }).boundingBox()
  expect(form?.y).toBeLessThan(height * 1.5)
})

test('a supporter signs and confirms on a phone', async ({ page, request }) => {
  const person = newPerson()
  await sign(page, person)
  await expectAccessible(page)
  await confirm(page, await mailedLink(request, person.email), 'en')
})

for (const width of [320, 390]) {
  test(`nothing is wider than a screen of ${width} px, nor smaller than a finger`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    for (const path of [
      '/en',
      '/en/petitions',
      `/en/petitions/${SLUG}`,
      '/en/activities/commission-of-inquiry',
      `/ko/petitions/${SLUG}`,
    ]) {
      await openPage(page, path)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, path).toBe(0)
    }
    await page.goto(`/en/petitions/${SLUG}`)
    for (const control of await page
      .locator('form :is(input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, button)')
      .all()) {
      if (await control.isVisible()) expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    }
  })
}

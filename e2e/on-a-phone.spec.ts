import { devices, type Locator } from '@playwright/test'
import { locales, translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test.use({ ...devices['iPhone 13'], browserName: 'chromium' })

test('the first screen holds the ask, the count and the first field, and two screens the whole form', async ({
  page,
}) => {
  const height = 740
  await page.setViewportSize({ width: 360, height })
  for (const locale of locales) {
    const t = translator(locale, 'form')
    await openPage(page, `/${locale}/petitions/${SLUG}`)
    const bottomOf = async (part: Locator) => {
      const box = await part.boundingBox()
      return (box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)
    }
    const name = page.getByRole('textbox', { name: t('name.label') })
    for (const part of [page.getByRole('heading', { level: 1 }), page.locator('header p').last(), name])
      expect(await bottomOf(part), locale).toBeLessThan(height)
    expect(await bottomOf(page.locator('[data-count]')), locale).toBeLessThan(height)
    const button = await bottomOf(page.getByRole('button', { name: t('submit'), exact: true }))
    const form = await page.locator('#sign').boundingBox()
    expect(button - (form?.y ?? Number.NaN), locale).toBeLessThan(2 * height)
    // Optional fields come after the required ones.
    const order = page.locator('form#sign :is([required], [name=display], [name=updates], [name=comment])')
    const names = await order.evaluateAll((fields) => fields.map((field) => field.getAttribute('name')))
    expect([...new Set(names)]).toEqual(['name', 'email', 'country', 'display', 'consent', 'updates', 'comment'])
    if (locale === 'en') expect(button).toBeLessThan(2 * height)
  }
})

test('what a choice means is shown once it is chosen', async ({ page }) => {
  await page.goto(`/en/petitions/${SLUG}`)
  const t = translator('en', 'form.display')
  await expect(page.getByText(t('risk.initials'))).toBeVisible()
  await expect(page.getByText(t('risk.full'))).toBeHidden()
  await page.getByRole('radio', { name: t('full') }).check()
  await expect(page.getByText(t('risk.full'))).toBeVisible()
  await expect(page.getByText(t('risk.initials'))).toBeHidden()
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

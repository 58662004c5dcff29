import { files, translator } from '@/messages/translator'
import { promised } from '@/scripts/checks/check-words.mjs'
import { expectAccessible } from './support/axe'
import { openPage } from './support/open-page'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

test.use({ locale: 'ar' })

test('a reader of Arabic comes in by the front page and reads from right to left', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/ar$/)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectAccessible(page)
  const t = translator('ar', 'coalition.nav')
  await page.getByRole('link', { name: t('statement'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ما يدافع عنه التحالف')
  // The heading begins at the right edge of what it stands in.
  const [heading, main] = await Promise.all([
    page.getByRole('heading', { level: 1 }).boundingBox(),
    page.getByRole('main').boundingBox(),
  ])
  const gap = (main?.x ?? 0) + (main?.width ?? 0) - (heading?.x ?? 0) - (heading?.width ?? 0)
  expect(gap).toBeLessThan(60)
  await page.getByRole('link', { name: t('members'), exact: true }).click()
  // Names stay as their owners write them, from left to right.
  const name = page.getByRole('link', { name: 'Advocates International Global Council' }).locator('bdi')
  await expect(name).toHaveAttribute('dir', 'ltr')
})

test('every page of the coalition is there in every language, in its own words', async ({ page, request }) => {
  test.slow()
  for (const locale of Object.keys(files)) {
    for (const path of ['statement', 'activities', 'letters/open-letter-security-council', `petitions/${SLUG}`]) {
      const answer = await request.get(`/${locale}/${path}`)
      expect([locale, path, answer.status()]).toEqual([locale, path, 200])
      const html = await answer.text()
      expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`)
      expect(html).toMatch(new RegExp(`/share/(${locale}|${SLUG}/${locale}-[0-9a-f]{16})\\.png`))
      // No part of it falls back to English with a note.
      if (locale !== 'en' && promised.includes(locale))
        expect([locale, path, /<h1[^>]* lang="en"/.test(html)]).toEqual([locale, path, false])
    }
    expect((await request.get(`/share/${locale}.png`)).headers()['content-type']).toBe('image/png')
  }
  await page.goto('/fr/members')
  await page.getByRole('group').getByText('français', { exact: true }).first().click()
  await page.getByRole('link', { name: '日本語' }).click()
  await expect(page).toHaveURL(/\/ja\/members$/)
})

for (const locale of Object.keys(files).filter((code) => !['en', 'ar'].includes(code))) {
  test(`fits a phone: ${locale}`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 320, height: 800 })
    // The markup is the same in all languages; what they change is how long its words are.
    for (const path of [
      '',
      '/statement',
      '/members',
      '/activities',
      '/join',
      '/share',
      '/developers',
      `/petitions/${SLUG}`,
      `/petitions/${SLUG}/share`,
    ]) {
      await openPage(page, `/${locale}${path}`)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, over]).toEqual([path, 0])
    }
  })
}

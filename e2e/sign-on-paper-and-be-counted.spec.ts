import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { locales, translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { openPage } from './support/open-page'
import { SLUG, TITLE } from './support/person'
import { signInAs } from './support/staff'
import { test } from './support/test'

const t = translator('en', 'sheet')

test('a member prints a sheet; its code opens the form for it; two people count it, and it counts once', async ({
  browser,
  page,
  request,
  baseURL,
}) => {
  const before = await count(request)
  await openPage(page, '/en/members/fidh')
  await page.getByRole('link', { name: t('open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await expect(page.getByRole('row')).toHaveCount(11)
  const serial = (await page.locator('strong').textContent()) ?? ''
  expect(serial).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  await page.reload()
  await expect(page.locator('strong')).not.toHaveText(serial)

  // What the code on the sheet says (the reading of the picture is tested beside it).
  const code = `/admin/paper/new?petition=${SLUG}&serial=${serial.replace('-', '')}&via=fidh`
  const ann = (await signInAs(browser, 'moderator')).page
  const ben = (await signInAs(browser, 'owner')).page
  const enter = async () => {
    await ann.goto(`${baseURL}${code}`)
    await expect(ann.getByLabel('Serial')).toHaveValue(serial)
    await expect(ann.getByLabel('Petition').locator('option:checked')).toHaveText(TITLE)
    await expect(ann.getByLabel('Member', { exact: true }).locator('option:checked')).toContainText('FIDH')
    await ann.getByLabel('Place').fill('Geneva')
    await ann.getByLabel('Day').fill('2026-11-14')
    await ann.getByLabel('Collector of the signatures').fill('Test Collector')
    await ann.getByLabel('Valid signatures').fill('9')
    await ann.getByLabel('Scan').setInputFiles({
      name: 'sheet.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(500)]),
    })
    await ann.getByRole('button', { name: 'Submit sheet' }).click()
  }
  await enter()
  await expect(ann.getByRole('status')).toContainText('It counts once a second person')
  await expect(ann.getByRole('definition').filter({ hasText: serial })).toBeVisible()
  await ben.goto(ann.url())
  await ben.getByLabel('Valid signatures on the scan').fill('9')
  await ben.getByRole('button', { name: 'Submit my count' }).click()
  await expect(ben.getByRole('status')).toContainText('The counts match')
  await expectCount(request, before + 9)

  // Another scan of the same sheet.
  await enter()
  await expect(ann.getByRole('alert')).toContainText('A sheet with this serial has already been entered')
  await expectCount(request, before + 9)
})

test('the sheet is one page of A4 in every language, and accessible', async ({ page }) => {
  // As high as a sheet: what is as high as the window would need a second one.
  await page.setViewportSize({ width: 794, height: 1123 })
  for (const locale of locales) {
    await openPage(page, `/${locale}/petitions/${SLUG}/sheet`)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect([locale, pdf.match(/\/Type \/Page\b/g)?.length]).toEqual([locale, 1])
  }
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBe(0)
})

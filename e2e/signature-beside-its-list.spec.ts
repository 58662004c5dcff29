import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { flood } from './support/flood'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('on a wide screen a signature is opened beside its list, the next one too, without scripts; elsewhere on its page', async ({
  browser,
}) => {
  const via = `beside-${randomUUID().slice(0, 8)}`
  await flood(via, 3)
  const { page } = await signInAs(browser, 'moderator')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`/admin/signatures?via=${via}`)
  const references = await page.getByRole('cell').getByRole('link').allTextContents()
  expect(references).toHaveLength(3)
  await page.getByRole('link', { name: 'Open beside the list' }).click()
  await page.getByRole('table').getByRole('link', { name: references[1] }).click()
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading')).toHaveText(`Signature ${references[1]}`)
  await expect(panel).toContainText('Flags at signing')
  await expect(page.getByRole('row')).toHaveCount(4)
  await expect(page.getByRole('table').locator('a[aria-current]:visible')).toHaveText(references[1] ?? '')
  await panel.getByRole('link', { name: 'Next' }).click()
  await expect(panel.getByRole('heading')).toHaveText(`Signature ${references[2]}`)
  await expect(panel.getByRole('link', { name: 'Next' })).toHaveCount(0)

  const looked = await withScripts(browser, page)
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
  ] as const) {
    await looked.emulateMedia({ colorScheme })
    await looked.setViewportSize({ width, height: 900 })
    await expectAccessible(looked)
    if (process.env.SHOTS)
      await looked.screenshot({
        path: `${process.env.SHOTS}/beside-${width}-${colorScheme}.png`,
        fullPage: width < 400,
      })
  }

  // Its page leads back to the list as it was, without it beside.
  await panel.getByRole('link', { name: 'Open its page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Signature ${references[2]}`)
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page).toHaveURL(`/admin/signatures?via=${via}`)
  await expect(panel).toHaveCount(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  await expect(page.getByRole('link', { name: 'Open beside the list' })).toHaveCount(0)
  await page.getByRole('link', { name: references[0] }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Signature ${references[0]}`)
})

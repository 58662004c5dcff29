import { expectAccessible } from './support/axe'
import { openPage } from './support/open-page'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

// ar-XB is made from the English words at run time, to see that the layout holds.
for (const path of [
  '',
  '/petitions',
  `/petitions/${SLUG}`,
  `/petitions/${SLUG}/check-your-email`,
  '/activities/commission-of-inquiry',
]) {
  test(`the layout holds from right to left: ${path || '/'}`, async ({ page }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await openPage(page, `/ar-XB${path}`)
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${width} px`).toBe(0)
      // The petition's own words are English here, and stay from left to right.
      const footer = page.getByRole('contentinfo')
      expect(await footer.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    }
    await expectAccessible(page)
  })
}

import { expectAccessible } from './support/axe'
import { openPage } from './support/open-page'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

test('a diplomat finds what the coalition is, figures with their moment, and quotations with their source', async ({
  page,
}) => {
  await openPage(page, '/en')
  await page.getByRole('contentinfo').getByRole('link', { name: 'For the press' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For the press and diplomats')
  const main = page.getByRole('main')
  await expect(main).toContainText('was founded in Tokyo in September 2011')
  const figures = main.getByRole('region', { name: 'Figures', exact: true })
  await expect(figures.getByRole('listitem').first()).toContainText(/signatures?, as of \d{1,2} \w+ 20\d\d at /)
  const quotation = main.getByRole('figure').filter({ hasText: 'Phil Robertson, Deputy Director of Asia Division' })
  await expect(quotation.getByRole('blockquote')).toContainText('The time has come for the UN')
  await expect(quotation).toContainText('published 3 October 2011')
  // No contact is shown until one is set.
  await expect(main.getByText('Contact:')).toHaveCount(0)
  await expectAccessible(page)

  await figures.getByRole('link', { name: 'Verify the count' }).click()
  await expect(page).toHaveURL(/\/en\/check$/)
})

for (const path of ['/en', `/en/petitions/${SLUG}`]) {
  test(`how to verify the count stands beside it: ${path}`, async ({ page }) => {
    await openPage(page, path)
    await expect(page.getByRole('main').getByRole('link', { name: 'Verify the count' }).first()).toBeVisible()
  })
}

test('no link on the page leads nowhere, and those to other sites tell them nothing', async ({ page, request }) => {
  await openPage(page, '/en/press')
  for (const link of await page.getByRole('main').getByRole('link').all()) {
    const href = (await link.getAttribute('href')) ?? ''
    if (href.startsWith('https://')) expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    else expect([href, (await request.get(href)).status()]).toEqual([href, 200])
  }
})

test('the page for the press in Arabic and Korean, with quotations in their own direction', async ({ page }) => {
  for (const locale of ['ar', 'ko']) {
    await page.setViewportSize({ width: 390, height: 800 })
    await openPage(page, `/${locale}/press`)
    const quotation = page.getByRole('blockquote').first()
    await expect(quotation).toHaveAttribute('lang', 'en')
    await expect(quotation).toHaveAttribute('dir', 'ltr')
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await expectAccessible(page)
  }
})

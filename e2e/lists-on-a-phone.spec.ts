import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { floodOf, hold } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const names = Array.from({ length: 60 }, (_, i) => `Phone ${i}`)

/** Every list of the admin area. */
const lists = [
  '/admin/approvals',
  '/admin/signatures',
  '/admin/signatures/activity',
  '/admin/bulk',
  '/admin/exports',
  '/admin/paper',
  '/admin/petitions',
  '/admin/updates',
  '/admin/coalition/members',
  '/admin/coalition/applications',
  '/admin/coalition/letters',
  '/admin/coalition/co-signatures',
  '/admin/coalition/activities',
  '/admin/coalition/documents',
  '/admin/coalition/governments',
  '/admin/coalition/sources',
  '/admin/coalition/statement',
  '/admin/staff',
  '/admin/audit',
  '/admin/webhooks',
]

/** By how many pixels anything that may scroll sideways is wider than its place. */
function widest(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('.scroll')].map(
        (one) => one.scrollWidth - one.clientWidth,
      ),
    ),
  )
}

test('on a phone the rows of every list are cards: nothing scrolls sideways, no barrier, and few kilobytes', async ({
  browser,
}) => {
  await hold(names, [])
  await floodOf('crowd.example', names)
  const { page } = await signInAs(browser, 'owner')
  const scripted = await withScripts(browser, page)
  for (const path of ['/admin', ...lists]) {
    const html = await (await scripted.goto(path))?.body()
    expect.soft(html?.length, path).toBeLessThanOrEqual(path === '/admin' ? 40_000 : 45_000)
    for (const colorScheme of ['light', 'dark'] as const) {
      await scripted.emulateMedia({ colorScheme })
      await scripted.setViewportSize({ width: 390, height: 844 })
      if (process.env.SHOTS) {
        const file = `${process.env.SHOTS}/list${path.replaceAll('/', '_')}-${colorScheme}.png`
        await scripted.screenshot({ path: file })
      }
      expect.soft(await widest(scripted), path).toBeLessThanOrEqual(0)
      await expectAccessible(scripted)
    }
  }
})

test('a card is still a row of a table, and each cell has the name of its column', async ({ browser }) => {
  await hold(['Card One'], [])
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/signatures?state=held')
  await page.setViewportSize({ width: 390, height: 844 })
  const row = page.getByRole('row').nth(1)
  await expect(row.getByRole('cell').filter({ hasText: 'Held' })).toHaveAttribute('data-label', 'Status')
  // Whoever was held last, from wherever.
  await expect(row.locator('[data-label=Country]')).toHaveText(/\p{L}/u)
  // As the browser tells it to a screen reader.
  const browserTree = await page.context().newCDPSession(page)
  const { nodes } = await browserTree.send('Accessibility.getFullAXTree')
  const many = (role: string) => nodes.filter((node) => node.role?.value === role && !node.ignored).length
  const rows = await page.locator('tbody tr').count()
  expect(many('table')).toBe(1)
  expect(many('row')).toBe(rows + 1)
  expect(many('columnheader')).toBe(10)
  expect(many('cell')).toBeGreaterThanOrEqual(rows * 6)
})

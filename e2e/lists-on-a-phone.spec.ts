import { hold } from './support/held'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

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

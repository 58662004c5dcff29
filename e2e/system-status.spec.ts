import type { Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** What the page of the status says needs attention. */
async function wrongLines(page: Page): Promise<string[]> {
  await page.goto('/admin/status')
  const lines = page.getByRole('listitem').filter({ has: page.getByText('Attention', { exact: true }) })
  return lines.locator('strong').allTextContents()
}

/** What Home says is wrong. */
async function wrongAtHome(page: Page): Promise<string[]> {
  await page.goto('/admin')
  return page.getByRole('region', { name: 'Problems' }).locator('strong').allTextContents()
}

test('Home and the page of the system’s status say the same, and the page says what to do and where it is written', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'editor')
  const before = await wrongLines(page)
  expect(await wrongAtHome(page)).toEqual(before)
  if (before.length === 0) await expect(page.getByText('All systems normal')).toBeVisible()

  // The worker has told of itself; backups nobody has set up here.
  const line = (name: string) => page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  await expect(async () => {
    await page.goto('/admin/status')
    await expect(line('Last backup')).toContainText('Not set up', { timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expect(line('Worker')).toContainText('Good')
  await expect(line('Last backup')).toContainText('Set BACKUP_DIR')
  await expect(line('Last backup')).toContainText('docs/operations/alerts.md, BackupLate')
  await expect(line('Release')).toContainText('run the same')

  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(`INSERT INTO system_report VALUES ('recount', now(), '{"isRight": false}')`)
  // Before disks and clocks, which may be wrong here.
  const after = await wrongLines(page)
  expect(after.toSorted()).toEqual([...before, 'Recount'].toSorted())
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('Stop the workers')
  expect(await wrongAtHome(page)).toEqual(after)
  await page.getByRole('link', { name: 'System status' }).last().click()
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const scripted = await withScripts(browser, page)
    await scripted.emulateMedia({ colorScheme })
    await scripted.setViewportSize({ width, height: 844 })
    await expectAccessible(scripted)
    await scripted.context().close()
  }
  await client.query(`DELETE FROM system_report WHERE source = 'recount'`)
  await client.end()
})

import type { Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessibleInEveryLook } from './support/every-look'
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
  // What workers have noted of mails: a day above the limit of bounces, and one with too few to assess.
  const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const days = [
    { day: dayBefore(5), tried: 400, bounced: 20, complained: 1 },
    { day: dayBefore(4), tried: 9, bounced: 3, complained: 0 },
  ]
  await client.query(
    `INSERT INTO system_report VALUES ('mail_days', now(), $1) ON CONFLICT (source) DO UPDATE SET facts = excluded.facts`,
    [JSON.stringify({ days })],
  )
  await page.goto('/admin/status')
  for (const said of [
    `Bounces per day, of the emails tried; dashed line: limit of 2% 1 day above the limit of 2%. The most: 5%, ${dayBefore(5)}.`,
    `Complaints per day, of the emails tried; dashed line: limit of 0.1% 1 day above the limit of 0.1%. The most: 0.25%, ${dayBefore(5)}.`,
  ])
    await expect(page.getByRole('img', { name: said, exact: true })).toBeVisible()
  await page.getByText('Show as table').click()
  await expect(page.getByRole('row', { name: `${dayBefore(5)} 400 20 (5%) 1 (0.25%)` })).toBeVisible()
  await expect(page.getByRole('row', { name: `${dayBefore(4)} 9 3 0` })).toBeVisible()

  await client.query(`INSERT INTO system_report VALUES ('recount', now(), '{"isRight": false}')`)
  // Before disks and clocks, which may be wrong here.
  const after = await wrongLines(page)
  expect(after.toSorted()).toEqual([...before, 'Recount'].toSorted())
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText('Stop the workers')
  expect(await wrongAtHome(page)).toEqual(after)
  await page.getByRole('link', { name: 'System status' }).last().click()
  const scripted = await withScripts(browser, page)
  await expectAccessibleInEveryLook(scripted, 'system-status')
  await scripted.context().close()
  await client.query(`DELETE FROM system_report WHERE source = 'recount'`)
  await client.end()
})

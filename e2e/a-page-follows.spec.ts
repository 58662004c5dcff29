import { randomUUID } from 'node:crypto'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { aWonPetition } from './support/a-won-petition'
import { expectAccessibleInEveryLook } from './support/every-look'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('who asked for approval sees it given on the page that is open; a page that is left open stops looking', async ({
  browser,
}) => {
  const [first, second] = [(await signInAs(browser, 'owner')).page, (await signInAs(browser, 'owner')).page]
  await first.goto('/admin/staff')
  await first.getByLabel('Email address').fill(`follows-${Date.now()}@example.org`)
  await first.getByLabel('Role').selectOption('moderator')
  await first.getByLabel(/^Reason/).fill('Joins the review.')
  await first.getByRole('button', { name: 'Invite' }).click()
  await expect(first.getByRole('status').first()).toContainText('Awaiting a second person')

  const [open, left] = [await withScripts(browser, first), await withScripts(browser, first)]
  let looks = 0
  left.on('request', (request) => {
    if (request.resourceType() === 'fetch') looks += 1
  })
  for (const page of [open, left]) {
    await page.clock.install()
    await page.goto(first.url())
  }
  await left.clock.runFor(11 * 60_000)
  await expect.poll(() => looks).toBeGreaterThan(0)
  const before = looks
  await left.clock.runFor(5 * 60_000)
  expect(looks).toBe(before)

  await second.goto(first.url())
  await second.getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByRole('status').last()).toContainText('it was executed')
  // Without scripts a link does it, once.
  await expect(first.getByRole('status').last()).toContainText('Awaiting a second person')
  await first.getByRole('link', { name: 'Refresh' }).click()
  await expect(first.getByRole('status').last()).toContainText('it was executed')
  await expect(first.getByRole('link', { name: 'Refresh' })).toHaveCount(0)
  await open.clock.runFor(15_000)
  await expect(open.getByRole('status').last()).toContainText('it was executed')
  await expect(open.getByRole('button', { name: 'Withdraw request' })).toHaveCount(0)
})

test('the page of a pack that is being made says how far it is and what failed, until it can be had; typed text stays', async ({
  browser,
}) => {
  const slug = await aWonPetition()
  const delivery = randomUUID()
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [slug])
    const petition = rows[0]?.id ?? ''
    // Weeks that do not add up to its count: no worker finishes its pack.
    await client.query(`INSERT INTO hour_total (petition_id, hour, net) VALUES ($1, '2026-02-01', 1)`, [petition])
    await client.query(
      `INSERT INTO delivery (id, petition_id, delivered_on, addressees, approved_at)
       VALUES ($1, $2, '2026-05-02', '{General Assembly}', now())`,
      [delivery, petition],
    )
    const { page: scriptless } = await signInAs(browser, 'editor')
    await scriptless.goto(`/admin/petitions/${petition}/hand-over`)
    await expect(scriptless.getByRole('link', { name: 'Refresh' })).toBeVisible()
    const page = await withScripts(browser, scriptless)
    const row = page.getByRole('row').filter({ hasText: 'General Assembly' })
    await expect(row).toContainText('waits until the newest entries of the ledger are published', { timeout: 60_000 })
    await page.getByLabel(/^Reason/).fill('Typed meanwhile')
    await client.query(
      `UPDATE delivery_progress SET failures = 2, failed_at = now(), failed_step = 'pdfs' WHERE delivery_id = $1`,
      [delivery],
    )
    await expect(row).toContainText('Making it failed 2 times')
    await expectAccessibleInEveryLook(page, 'pack-in-making')
    await client.query(
      `WITH made AS (UPDATE delivery SET made_at = now(), sha256 = '\\x00', pack = '\\x00' WHERE id = $1)
       UPDATE delivery_progress SET unprinted = '{letter-ar.html}' WHERE delivery_id = $1`,
      [delivery],
    )
    await expect(row.getByRole('link', { name: 'Download pack' })).toBeVisible()
    await expect(row).toContainText('1 page has no PDF')
    await expect(page.getByLabel(/^Reason/)).toHaveValue('Typed meanwhile')
    await scriptless.getByRole('link', { name: 'Refresh' }).click()
    await expect(scriptless.getByRole('link', { name: 'Download pack' })).toBeVisible()
  } finally {
    // Other stories count what the public sees.
    await client.query(
      `WITH gone AS (UPDATE petition SET removed_at = now() WHERE slug = $1 RETURNING id)
       DELETE FROM hour_total USING gone WHERE petition_id = gone.id`,
      [slug],
    )
    await client.end()
  }
})

import { createHash, randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/scripts/testing/sites.mjs'
import { count, expectCount } from './support/count'
import { aColleague } from './support/desk'
import { SLUG } from './support/person'

/** Confirmed signatures through one member's code, as a robot would leave them. */
async function flood(via: string, people: number): Promise<void> {
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  const hash = createHash('sha256').update(via).digest()
  await client.query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, via, received_at, confirmed_at)
     SELECT p.id, sha256(gen_random_uuid()::text::bytea), $2, $2, sha256(gen_random_uuid()::text::bytea),
       sha256(gen_random_uuid()::text::bytea), 'x', 'confirmed', 'en', 'VA', 'hidden', false, false, $3, now(), now()
     FROM petition p, generate_series(1, $4) WHERE p.slug = $1`,
    [SLUG, hash, via, people],
  )
  await client.end()
}

/** The page of an act, looked at again until its worker is done with it. */
async function until(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('status')).toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

test('a flood is removed by a rule that two people agree to, and brought back by undoing it', async ({
  browser,
  request,
}) => {
  const via = `robot-${randomUUID().slice(0, 8)}`
  const before = await count(request)
  await flood(via, 150)
  await expectCount(request, before + 150)

  const first = (await aColleague(browser, 'moderator')).page
  await first.goto('/admin/bulk/new')
  await first.getByLabel('Petition').selectOption({ label: SLUG })
  await first.getByLabel('Member code').fill(via)
  await first.locator('select[name=verb]').selectOption('remove')
  await first.getByRole('button', { name: 'Count them' }).click()
  await until(first, 'Counted, exactly')
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('remove 150 signatures')
  await first.getByRole('button', { name: 'Ask a second person to let me remove 150' }).click()
  await expect(first.getByRole('status')).toContainText('Waits for a second person')
  await expect(first.getByRole('button', { name: /Agree/ })).toHaveCount(0)
  expect(await count(request)).toBe(before + 150)

  const second = (await aColleague(browser, 'owner')).page
  await second.goto(first.url())
  await second.getByRole('button', { name: 'Agree: remove 150' }).click()
  await until(second, 'Done')
  await expectCount(request, before)

  await first.reload()
  await first.getByRole('button', { name: 'Undo it for up to 150' }).click()
  await first.getByRole('button', { name: 'Restore 150' }).click()
  await until(first, 'Done')
  await expectCount(request, before + 150)
})

test('an auditor sees what was done, and no name and no button', async ({ browser }) => {
  const { page } = await aColleague(browser, 'auditor')
  await page.getByRole('link', { name: 'Signatures', exact: true }).click()
  await expect(page.getByLabel(/Exact e-mail/)).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('main')).toContainText('sealed; not for your role')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  for (const path of ['/admin/bulk/new', '/admin/signatures/found']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not for your role')
  }
  await page.goto('/admin/audit')
  await expect(page.getByRole('table')).not.toContainText('Findable')
})

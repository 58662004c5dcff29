import { randomUUID } from 'node:crypto'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailedPath } from './support/mailed-text'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

const name = 'Conectas'

/** As the worker would have published them on Monday. */
async function publishNumbers(member: string): Promise<void> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  const { rows } = await database.query(`SELECT id FROM petition WHERE status = 'open' AND removed_at IS NULL`)
  for (const { id } of rows)
    for (const [facet, key] of Object.entries({ all: '', country: 'RW', language: 'fr', week: '2026-11-23' }))
      await database.query(
        `INSERT INTO member_number SELECT $1, slug, $2, $3, 23 FROM member WHERE name = $4 ON CONFLICT DO NOTHING`,
        [id, facet, key, member],
      )
  await database.end()
}

test('a member’s contact opens its page with a mailed link, sees its numbers and links, and is out when removed', async ({
  page,
  request,
  browser,
}) => {
  const email = `office-${randomUUID().slice(0, 8)}@member.example`
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/members')
  await editor.getByRole('link', { name, exact: true }).click()
  await editor.getByRole('link', { name: 'Contacts' }).click()
  await editor.getByLabel('Email address').fill(email)
  await editor.getByRole('button', { name: 'Add contact' }).click()
  await expect(editor.getByRole('status')).toContainText('Contact added')
  await expect(editor.getByRole('main')).not.toContainText(email)

  // Whoever asks is told the same.
  for (const address of [`nobody-${randomUUID().slice(0, 8)}@member.example`, email]) {
    await page.goto('/en/for-members')
    await page.getByLabel('Email address').fill(address)
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await expect(page.getByText('If this address is a contact of a member')).toBeVisible()
  }
  await publishNumbers(name)
  const link = await mailedPath(request, email, /\/en\/for-members\/open\/[\w-]{43}/)
  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText('In all: 20').first()).toBeVisible()
  await expect(page.getByRole('row', { name: 'Rwanda 20' }).first()).toBeVisible()
  const address = await page.getByLabel('Address to share').first().inputValue()
  expect(address).toContain('via=')
  await expectAccessible(page)

  // In another language too; the link is spent.
  await page.goto('/ar/for-members/own')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expectAccessible(page)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')

  await editor.getByRole('link', { name: 'Remove' }).click()
  await editor.getByRole('button', { name: 'Remove contact' }).click()
  await expect(editor.getByRole('status')).toContainText('Contact removed')
  await page.goto('/en/for-members/own')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your member’s page is not open here')
})

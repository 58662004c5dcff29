import { randomUUID } from 'node:crypto'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessibleInEveryLook } from './support/every-look'
import { throughLink } from './support/held'
import { mailsTo } from './support/mailbox'
import { newUpdate, write } from './support/mailing'
import { TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'
import { untilDone } from './support/until-done'

test('before a removal is approved, the signers of its sample are opened with a reason, and each is logged', async ({
  browser,
}) => {
  const via = `look-${randomUUID().slice(0, 8)}`
  const names = ['One', 'Two', 'Three'].map((one) => `Person ${one} ${via}`)
  await throughLink(via, names)
  const first = await signInAs(browser, 'moderator')
  await first.page.goto(`/admin/bulk/new?via=${via}`)
  await first.page.getByLabel('Petition').selectOption({ label: TITLE })
  await first.page.locator('select[name=verb]').selectOption('remove')
  await first.page.locator('select[name=reason]').selectOption('fraud')
  await first.page.getByRole('button', { name: 'Preview' }).click()
  await untilDone(first.page, 'Counted. Nothing has been changed yet.')
  await first.page.getByRole('button', { name: 'Request approval to remove 3' }).click()
  await expect(first.page.getByRole('status')).toContainText('Awaiting a second person')

  const { page, email } = await signInAs(browser, 'owner')
  await page.goto('/admin/approvals?show=you')
  await page.getByRole('row').filter({ hasText: first.email }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Remove 3 signatures')
  await expect(page.getByRole('main')).not.toContainText(names[0] ?? '')
  await page.getByLabel('Reason for opening').fill('To see whether they are people')
  await page.getByRole('button', { name: 'Open their names' }).click()
  const signers = page.locator('#signers')
  for (const name of names) await expect(signers.getByRole('row').filter({ hasText: name })).toHaveCount(1)
  const scripted = await withScripts(browser, page)
  await scripted.goto(page.url())
  await expectAccessibleInEveryLook(scripted, 'approval-signers')
  // What was opened is nobody else's: the same address shows another person nothing.
  await first.page.goto(page.url())
  await expect(first.page.getByRole('main')).not.toContainText(names[0] ?? '')

  await page.goto('/admin/audit?verb=signature.open')
  const opened = page.getByRole('row').filter({ hasText: email })
  await expect(opened).toContainText('opened signers’ data 3 times')
  await page.goBack()
  await page.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByRole('status').first()).toContainText('Declined')
  await expect(page.locator('#signers')).toHaveCount(0)
})

test('before a mailing is approved, it is mailed to oneself from the page of the request', async ({
  browser,
  request,
}) => {
  const first = await signInAs(browser, 'editor')
  const mailing = await newUpdate(first.page)
  const subject = `News ${randomUUID().slice(0, 8)}`
  await write(first.page, 'English', subject, 'The Council has met.')
  await first.page.getByRole('button', { name: 'Save all languages' }).click()
  await expect(first.page.getByRole('status').first()).toContainText('Saved.')
  // As of a petition with more than a hundred readers, whom the other stories do without.
  const id = randomUUID()
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(
    `INSERT INTO approval (id, verb, subject, detail, reason, asked_by, asked_at)
     SELECT $1, 'update.send', $2, '{"revision":"1","recipients":"150 signers"}', '', id, now() FROM staff WHERE email = $3`,
    [id, `update:${mailing.split('/').at(-1)}`, first.email],
  )
  await client.end()

  const { page, email } = await signInAs(browser, 'owner')
  await page.goto(`/admin/approvals/${id}`)
  await page.getByRole('button', { name: 'Email me a test' }).click()
  await expect(page.getByRole('status').first()).toContainText('The test is on its way')
  await expect(async () => {
    const subjects = (await mailsTo(request, email)).map((mail) => mail.subject)
    expect(subjects).toContain(`[Test] ${subject}`)
  }).toPass({ timeout: 60_000 })
  const scripted = await withScripts(browser, page)
  await expectAccessibleInEveryLook(scripted, 'approval-mailing')
  await page.getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByRole('status').first()).toContainText('Declined')
})

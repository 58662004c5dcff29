import type { APIRequestContext, Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailsTo } from './support/mailbox'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** The page that a mail about a request leads to. */
async function mailedApproval(request: APIRequestContext, email: string): Promise<string> {
  let path = ''
  await expect(async () => {
    const [mail] = await mailsTo(request, email)
    const text = mail ? await (await request.get(mail.path)).text() : ''
    path = /\/admin\/approvals\/[0-9a-f-]{36}/.exec(text)?.[0] ?? ''
    expect(path).not.toBe('')
  }).toPass({ timeout: 30_000 })
  return path
}

/** The kinds of a staff member's notices. */
async function noticesOf(email: string): Promise<string[]> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  const { rows } = await database.query(
    'SELECT kind FROM staff_notice JOIN staff ON staff.id = staff_id WHERE email = $1',
    [email],
  )
  await database.end()
  return rows.map(({ kind }) => kind)
}

test('a second owner is mailed a request, and approves it on a phone in two presses', async ({ browser, request }) => {
  const [first, second] = [await signInAs(browser, 'owner'), await signInAs(browser, 'owner')]
  await first.page.goto('/admin/staff')
  await first.page.getByLabel('Email address').fill('new-moderator@example.org')
  await first.page.getByLabel('Role').selectOption('moderator')
  await first.page.getByLabel(/^Reason/).fill('Joins the review.')
  await first.page.getByRole('button', { name: 'Invite' }).click()
  await expect(first.page.getByRole('status').first()).toBeVisible()

  // The list shows what one asked for oneself, and what one may decide, apart.
  const listed = (page: Page) => page.getByRole('row').filter({ hasText: first.email })
  await first.page.goto('/admin/approvals')
  await first.page.getByRole('link', { name: /^Your requests/ }).click()
  await expect(listed(first.page)).toContainText(/Invite.*expires in/)
  await first.page.getByRole('link', { name: /^For you/ }).click()
  await expect(first.page.getByRole('link', { name: /^For you/ })).toHaveAttribute('aria-current', 'page')
  await expect(listed(first.page)).toHaveCount(0)
  await second.page.goto('/admin/approvals?show=you')
  await expect(listed(second.page)).toContainText('expires in')

  // Nothing personal, and nobody is signed in by it.
  const path = await mailedApproval(request, second.email)
  const [mail] = await mailsTo(request, second.email)
  expect(await (await request.get(mail?.path ?? '')).text()).not.toContain('new-moderator')

  await second.page.setViewportSize({ width: 390, height: 844 })
  await second.page.goto(path)
  await expect(second.page.getByRole('main')).toContainText('Joins the review.')
  const scripted = await withScripts(browser, second.page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await scripted.emulateMedia({ colorScheme })
    await scripted.setViewportSize({ width: 390, height: 844 })
    if (process.env.SHOTS) await scripted.screenshot({ path: `${process.env.SHOTS}/approve-${colorScheme}.png` })
    const wider = await scripted.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider).toBeLessThanOrEqual(0)
    await expectAccessible(scripted)
  }
  await second.page.getByRole('button', { name: 'Approve' }).click()
  await expect(second.page.getByRole('status').first()).toContainText('Approved')
})

test('what is mailed when is chosen on the page of notices; a request that is turned off is mailed to others alone, and can be read', async ({
  browser,
  request,
}) => {
  const [first, second, third] = [
    await signInAs(browser, 'owner'),
    await signInAs(browser, 'owner'),
    await signInAs(browser, 'owner'),
  ]
  await third.page.goto('/admin/account')
  await third.page.getByRole('link', { name: 'Your last notices' }).click()
  await expect(third.page.getByText('No notices yet.')).toBeVisible()
  const off = third.page.getByRole('radio', { name: 'A request that you may approve Off', exact: true })
  await off.check()
  await third.page.getByRole('button', { name: 'Save' }).click()
  await expect(third.page.getByRole('status')).toHaveText('Saved.')
  await expect(off).toBeChecked()
  const scripted = await withScripts(browser, third.page)
  await scripted.setViewportSize({ width: 390, height: 844 })
  if (process.env.SHOTS) await scripted.screenshot({ path: `${process.env.SHOTS}/notices.png`, fullPage: true })
  await expectAccessible(scripted)

  await first.page.goto('/admin/staff')
  await first.page.getByLabel('Email address').fill('new-editor@example.org')
  await first.page.getByLabel('Role').selectOption('editor')
  await first.page.getByLabel(/^Reason/).fill('Writes.')
  await first.page.getByRole('button', { name: 'Invite' }).click()
  await mailedApproval(request, second.email)
  expect(await noticesOf(second.email)).toContain('approval_waiting')
  await third.page.goto('/admin/account/notices')
  const listed = third.page.getByRole('row').filter({ hasText: 'Approval requested: Invite someone.' })
  await expect(listed).toContainText('No: turned off')
  // An auditor is asked nothing: the choice is not there.
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/account/notices')
  await expect(auditor.getByRole('radio', { name: /^What became of your own requests At once/ })).toBeChecked()
  await expect(auditor.getByRole('radio', { name: /^A request that you may approve/ })).toHaveCount(0)
})

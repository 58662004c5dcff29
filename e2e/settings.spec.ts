import { expectAccessibleInEveryLook } from './support/every-look'
import { mailsTo } from './support/mailbox'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('an owner sets what is for the whole site, mails herself a test, and puts the set-up list away', async ({
  browser,
  request,
}) => {
  const { page, email } = await signInAs(browser, 'owner')
  await page.goto('/admin')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  await page.getByLabel('Goal of a new petition').fill('many')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter a whole number in the range that the hint names.')
  await page.getByLabel('Goal of a new petition').fill('25000')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toHaveText('Saved.')
  await expect(page.getByRole('row', { name: /^Signatures from one network 400 an hour \d+ \d+$/ })).toBeVisible()
  const scripted = await withScripts(browser, page)
  await expectAccessibleInEveryLook(scripted, 'settings')

  await page.goto('/admin/petitions/new')
  await expect(page.getByLabel('Goal, in signatures')).toHaveValue('25000')
  await page.goto('/admin/audit?verb=settings.save')
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText(
    'changed the setting “Goal of a new petition, in signatures”',
  )

  await page.goto('/admin/settings')
  await page.getByRole('button', { name: 'Send a test to me' }).click()
  await expect(page.getByRole('status')).toContainText('Test email queued.')
  await expect(async () => {
    const texts = await Promise.all(
      (await mailsTo(request, email)).map(async (mail) => (await request.get(mail.path)).text()),
    )
    expect(texts.join('\n')).toContain('This is the test email')
  }).toPass({ timeout: 30_000 })
  // It is among her last notices.
  await page.goto('/admin/account/notices')
  await expect(page.getByRole('row').filter({ hasText: 'This is the test email' })).toContainText('At once')

  await page.goto('/admin')
  await page.getByRole('button', { name: 'Hide the set-up list from Home' }).click()
  await expect(page.getByRole('status')).toContainText('Hidden from your Home page.')
  await expect(page.getByText('A second owner who has signed in')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the set-up list on Home' }).click()
  await expect(page.getByRole('button', { name: 'Hide the set-up list from Home' })).toBeVisible()
})

test('an auditor reads the settings and changes none; others have no such page', async ({ browser }) => {
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/settings')
  await expect(auditor.getByText('Goal of a new petition, in signatures')).toBeVisible()
  await expect(auditor.getByRole('main').getByRole('button')).toHaveCount(0)
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/settings')
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('You don’t have permission')
})

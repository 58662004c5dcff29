import type { Page } from '@playwright/test'
import { aWonPetition } from './support/a-won-petition'
import { flood } from './support/flood'
import { mailsTo } from './support/mailbox'
import { SLUG, TITLE } from './support/person'
import { petitionRow } from './support/petition-row'
import { approveAs, confirmAct, type StaffPage, signInAs } from './support/staff'
import { expect, testOf } from './support/test'

// With the day's delay that a public one has.
const test = testOf({ APPROVAL_DELAY: '86400' })
test.describe.configure({ timeout: 480_000 })

test('a stolen owner tries everything alone and gets nowhere; a colleague freezes him at once, a third shuts him out', async ({
  browser,
}) => {
  const open = (role: string) => signInAs(browser, role)
  const [thief, honest, third] = [await open('owner'), await open('owner'), await open('moderator')]
  const { page } = thief
  const won = await aWonPetition()
  await flood('signers', 300, undefined, true)

  // A second person of his own: the invitation waits for approval, nothing is mailed, and he cannot approve it.
  await page.goto('/admin/staff')
  await page.getByLabel('Email address').fill('accomplice@example.org')
  await page.getByRole('combobox', { name: 'Role' }).selectOption('editor')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expectNothingAlone(page)
  expect(await mailsTo(page.request, 'accomplice@example.org')).toEqual([])

  // A mail to all signers.
  await page.goto('/admin/updates')
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByRole('button', { name: 'Create draft' }).click()
  await page.getByLabel('Subject').first().fill('Click here')
  await page.getByLabel('Text', { exact: true }).first().fill('https://attacker.example/')
  await page.getByRole('button', { name: 'Save all languages' }).click()
  await confirmAct(page, 'Request sending', 'Request approval to send to 300 signers', 'hurry')
  await page.goto('/admin/approvals')
  await page.getByRole('link', { name: 'Send a mailing' }).click()
  await expectNothingAlone(page)

  // A delivery date in the past (which deletes personal data), a removal, a closing.
  await (await petitionRow(page, won)).getByRole('link').click()
  const petition = new URL(page.url()).pathname
  await page.goto(`${petition.replace('/petitions/', '/confirm/deliver-petition/')}?day=2026-05-02`)
  await page.getByLabel('Reason').fill('it was handed over')
  await page.getByRole('button', { name: 'Request marking as delivered' }).click()
  await expectNothingAlone(page)
  await page.goto(petition)
  await confirmAct(page, 'Unpublish', 'Request unpublishing', 'a mistake')
  await expectNothingAlone(page)
  await (await petitionRow(page, SLUG)).getByRole('link').click()
  await confirmAct(page, 'Close petition', 'Request closing')
  await expectNothingAlone(page)
  expect(await (await page.request.get(`/api/v1/petitions/${SLUG}`)).json()).toMatchObject({ status: 'open' })
  expect(await (await page.request.get(`/api/v1/petitions/${won}`)).json()).toMatchObject({ status: 'won' })

  // The people who could stop him: he may request to disable one, never all.
  await shutOut(page, third)
  await expectNothingAlone(page)
  await third.page.goto('/admin/signatures')
  await expect(third.page.getByRole('heading', { level: 1 })).toHaveText('Your access is frozen')
  await shutOut(page, honest)
  await expect(page.getByRole('alert')).toContainText('Nobody would be left to decide')
  await honest.page.goto('/admin/approvals')
  await honest.page.getByRole('link', { name: 'Disable access' }).click()
  await honest.page.getByRole('button', { name: 'Decline' }).click()
  await third.page.goto('/admin/signatures')
  await expect(third.page.getByRole('heading', { level: 1 })).toHaveText('Signatures')
  // Nor repeatedly.
  await shutOut(page, third)
  await expect(page.getByRole('alert')).toContainText('within the last seven days')

  // A colleague requests to disable him: he is frozen at once, and cannot refuse it.
  await shutOut(honest.page, thief)
  const asked = new URL(honest.page.url()).pathname
  for (const path of ['/admin', '/admin/staff', asked, '/admin/account']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your access is frozen')
    await expect(page.getByRole('button')).toHaveText(['Sign out'])
  }
  await approveAs(honest.page, third)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin\/sign-in/)

  // All his requests have ended.
  await honest.page.goto('/admin/approvals')
  await expect(honest.page.getByRole('cell', { name: 'Waiting for approval', exact: true })).toHaveCount(0)
  expect(await mailsTo(honest.page.request, 'accomplice@example.org')).toEqual([])
  expect(await (await honest.page.request.get(`/api/v1/petitions/${won}`)).json()).toMatchObject({ status: 'won' })
})

test('what destroys waits a day after two have agreed; all owners are mailed; anyone of the staff stops it', async ({
  browser,
}) => {
  const [editor, owner, auditor] = [
    await signInAs(browser, 'editor'),
    await signInAs(browser, 'owner'),
    await signInAs(browser, 'auditor'),
  ]
  const won = await aWonPetition()
  await (await petitionRow(editor.page, won)).getByRole('link').click()
  await confirmAct(editor.page, 'Unpublish', 'Request unpublishing', 'a mistake')
  await approveAs(editor.page, owner)
  await expect(owner.page.getByRole('main')).toContainText('It will be executed at')
  await expect(async () => {
    const mails = await mailsTo(owner.page.request, owner.email)
    const texts = await Promise.all(mails.map(async ({ path }) => (await owner.page.request.get(path)).text()))
    expect(texts.some((text) => text.includes('Remove a petition'))).toBe(true)
  }).toPass({ timeout: 20_000 })

  await auditor.page.goto('/admin/approvals')
  await expect(auditor.page.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText('Scheduled')
  // The other story's has ended, and stands below.
  await auditor.page.getByRole('link', { name: 'Remove a petition' }).first().click()
  await auditor.page.getByRole('button', { name: 'Stop' }).click()
  await expect(auditor.page.getByRole('main')).toContainText(`${auditor.email} stopped it. Nothing was executed.`)
  await auditor.page.goto('/admin/audit')
  await expect(auditor.page.getByRole('table')).toContainText('approval.stop')
  expect((await auditor.page.request.get(`/api/v1/petitions/${won}`)).status()).toBe(200)
})

/** The request waits for somebody else, and the page has no button to approve it. */
async function expectNothingAlone(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toContainText('Awaiting a second person')
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
}

async function shutOut(page: Page, { email }: StaffPage): Promise<void> {
  await page.goto('/admin/staff')
  await page.getByRole('link', { name: email }).click()
  await page.getByRole('link', { name: 'Disable access' }).click()
  await page.getByLabel(/^Reason/).fill('acts oddly')
  await page.getByRole('button', { name: /^Freeze this/ }).click()
}

import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG } from './support/person'
import { openPrivatePage } from './support/private-link'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

const petition = `/en/petitions/${SLUG}`

test('a comment is shown once a moderator has read and approved it, and follows its signer', async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000)
  const signer = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const good = newPerson({ name: 'Ana Ejemplo' })
  const bad = newPerson({ name: 'Rude Person' })
  const [welcome, unwelcome] = [
    `My brother is there. ${good.email.slice(6, 14)}`,
    `You fools. ${bad.email.slice(6, 14)}`,
  ]
  for (const [person, comment] of [
    [good, welcome],
    [bad, unwelcome],
  ] as const) {
    await fillIn(signer, person)
    await signer.locator('summary', { hasText: 'Add a comment' }).click()
    await signer.getByLabel('Comment').fill(comment)
    await signer.getByRole('button', { name: 'Sign', exact: true }).click()
    await confirm(signer, await mailedLink(request, person.email), 'en')
  }
  await signer.goto(petition)
  await expect(signer.getByRole('main')).not.toContainText(welcome)

  const { page: admin } = await signInAs(browser, 'moderator')
  await admin.getByRole('link', { name: /^Comments/ }).click()
  await expect(admin.getByRole('main')).not.toContainText(welcome)
  await admin.getByRole('button', { name: /^Open the/ }).click()
  const row = (text: string) => admin.getByRole('row').filter({ hasText: text })
  await expect(row(welcome)).toContainText('A. E.')
  await accessible(browser, admin)

  // By keyboard: the radios of a comment by arrow keys.
  await row(welcome).getByLabel('later').focus()
  await admin.keyboard.press('ArrowUp')
  await admin.keyboard.press('ArrowUp')
  await expect(row(welcome).getByLabel('approve')).toBeChecked()
  await row(unwelcome).getByRole('radio', { name: 'reject' }).check()
  await admin.getByRole('button', { name: 'Save decisions' }).click()
  await expect(admin.getByRole('status')).toContainText('Saved')
  await expect(row(welcome)).toHaveCount(0)

  await appears(signer, welcome)
  await expect(signer.getByRole('main')).toContainText('A. E.')
  await expect(signer.getByRole('main')).not.toContainText(unwelcome)
  const seeing = await (await browser.newContext()).newPage()
  await seeing.goto(petition)
  await expectAccessible(seeing)
  await seeing.goto(`${petition}/comments`)
  await expect(seeing.getByRole('main')).toContainText(welcome)
  await expectAccessible(seeing)

  // Its signer chooses to appear in full; then not at all.
  await openPrivatePage(signer, request, good)
  await appearAs(signer, 'In full')
  await expect(async () => {
    await seeing.goto(petition)
    await expect(seeing.getByRole('main')).toContainText('Ana Ejemplo', { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await appearAs(signer, 'Do not show my name')
  await disappears(seeing, welcome)
  await appearAs(signer, 'Initials only')
  await appears(seeing, welcome)

  // A decision can be undone.
  await admin.goto('/admin/audit')
  await admin.goto('/admin/signatures')
  await admin.getByLabel(/^Exact email address/).fill(good.email)
  await admin.getByRole('button', { name: 'Find' }).click()
  await admin.getByRole('table').getByRole('link').click()
  await expect(admin.getByRole('main')).toContainText('approved')
  await admin.getByRole('button', { name: 'Reopen the comment decision' }).click()
  await expect(admin.getByRole('status')).toContainText('awaits review')
  await disappears(seeing, welcome)
})

async function appearAs(page: Page, choice: string): Promise<void> {
  await page.locator('summary', { hasText: 'Change my name or how it appears' }).click()
  await page.getByLabel(choice).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status')).toHaveText('Your changes have been saved.')
}

async function appears(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(petition)
    await expect(page.getByRole('main')).toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

async function disappears(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(petition)
    await expect(page.getByRole('main')).not.toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

/** Axe needs scripts, the admin area does not. */
async function accessible(browser: Browser, admin: Page): Promise<void> {
  const storageState = await admin.context().storageState()
  const seeing = await (await browser.newContext({ storageState })).newPage()
  await seeing.goto(admin.url())
  await expectAccessible(seeing)
  await seeing.context().close()
}

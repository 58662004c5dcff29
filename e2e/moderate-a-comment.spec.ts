import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { commented } from './support/held'
import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG } from './support/person'
import { openPrivatePage } from './support/private-link'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const petition = `/en/petitions/${SLUG}`

test('a comment is shown once a moderator has read and approved it, and follows its signer', async ({
  browser,
  request,
}) => {
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
  await admin.getByRole('button', { name: 'Start review' }).click()
  // One after another, by keys alone; other stories' comments are skipped.
  const keyboard = await withScripts(browser, admin)
  const said = keyboard.locator('blockquote.said').first()
  await expect(keyboard.getByRole('main')).toContainText(/0 of \d+ decided, \d+ left/)
  const decided: string[] = []
  while (decided.length < 2) {
    // A key pressed before the script is there does nothing.
    await keyboard.waitForLoadState('networkidle')
    const text = (await said.textContent()) ?? ''
    // Comments of other stories may say the same as each other.
    const key = await keyboard.locator('form.panel input[name=shown]').first().inputValue()
    if (text === welcome) {
      await expect(keyboard.getByRole('main')).toContainText('A. E.')
      await expectAccessibleInEveryLook(keyboard, 'comment')
      // A slip of the finger is taken back.
      await keyboard.keyboard.press('r')
      await keyboard.keyboard.press('5')
      await expect(keyboard.getByRole('status')).toHaveText('Rejected. It is not shown.')
      await keyboard.keyboard.press('u')
      await expect(said).toHaveText(welcome)
      await keyboard.keyboard.press('a')
      await expect(keyboard.getByRole('status')).toHaveText('Approved. It appears within seconds.')
      await expect(keyboard.getByRole('status')).toBeFocused()
      decided.push(text)
    } else if (text === unwelcome) {
      await keyboard.keyboard.press('r')
      await keyboard.keyboard.press('1')
      await expect(keyboard.getByRole('status')).toHaveText('Rejected. It is not shown.')
      decided.push(text)
    } else await keyboard.keyboard.press('s')
    await expect(keyboard.locator(`form.panel input[name=shown][value="${key}"]`)).toHaveCount(0)
  }

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
  await admin.getByRole('cell').getByRole('link').click()
  await expect(admin.getByRole('main')).toContainText('Approved')
  await admin.getByRole('button', { name: 'Reopen the comment decision' }).click()
  await expect(admin.getByRole('status')).toContainText('awaits review')
  await disappears(seeing, welcome)
})

test('two moderators who read comments at the same time are never on the same one', async ({ browser }) => {
  await commented(Array.from({ length: 6 }, (_, i) => `I wait for number ${i}. ${randomUUID()}`))
  const both = [(await signInAs(browser, 'moderator')).page, (await signInAs(browser, 'moderator')).page]
  for (const page of both) {
    await page.goto('/admin/comments')
    await page.getByRole('button', { name: 'Start review' }).click()
  }
  const seen: string[] = []
  for (let i = 0; i < 3; i += 1) {
    for (const page of both) seen.push(await page.locator('form.panel input[name=shown]').first().inputValue())
    for (const page of both) {
      await page.getByRole('button', { name: /^Approve/ }).click()
      await expect(page.getByRole('status')).toHaveText('Approved. It appears within seconds.')
    }
  }
  expect(new Set(seen).size).toBe(6)
})

test('a text that many have copied is read once, and decided for those that are ticked', async ({
  browser,
  request,
}) => {
  const signer = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const word = newPerson().email.slice(6, 14)
  const people = ['Copied Once', 'Copied Twice', 'Copied Thrice', 'Copied Again'].map((name) => newPerson({ name }))
  const texts = [`Free them ${word} now.`, `free them ${word}  now`, `Free them ${word} now!`, `Free them ${word} now.`]
  for (const [i, person] of people.entries()) {
    await fillIn(signer, person)
    await signer.locator('summary', { hasText: 'Add a comment' }).click()
    await signer.getByLabel('Comment').fill(texts[i] ?? '')
    await signer.getByRole('button', { name: 'Sign', exact: true }).click()
    await confirm(signer, await mailedLink(request, person.email), 'en')
  }

  const { page: admin } = await signInAs(browser, 'moderator')
  await admin.goto('/admin/comments')
  await admin.getByRole('button', { name: 'Start review' }).click()
  const main = admin.getByRole('main')
  const shown = admin.locator('blockquote.said')
  // Other stories' comments are skipped.
  while (!(await shown.first().textContent())?.toLowerCase().includes(word))
    await admin.getByRole('button', { name: 'Skip' }).click()
  await expect(main).toContainText('3 others say the same')
  await expect(shown).toHaveCount(3)
  const ticks = admin.getByRole('checkbox')
  await expect(ticks).toHaveCount(4)
  const seeing = await withScripts(browser, admin)
  await seeing.waitForLoadState('networkidle')
  await expectAccessibleInEveryLook(seeing, 'comments')
  await seeing.getByRole('columnheader').getByRole('checkbox', { name: 'Select all on this page' }).uncheck()
  await expect(seeing.locator('tbody :checked')).toHaveCount(0)

  // Three are approved; taken back, they are there again; then one by one.
  await ticks.last().uncheck()
  await admin.getByRole('button', { name: 'Approve selected' }).click()
  await expect(admin.getByRole('status').first()).toContainText('3 comments approved')
  await expect(main).toContainText(word)
  await admin.getByRole('button', { name: 'Undo' }).click()
  await expect(main).toContainText('2 others say the same')
  await admin.getByRole('button', { name: 'One by one' }).click()
  await expect(shown).toHaveCount(1)
  await expect(main).toContainText(word)
  await admin.getByRole('button', { name: 'Same ones together' }).click()
  await expect(main).toContainText('3 others say the same')
  await admin.getByRole('button', { name: 'Approve selected' }).click()
  await expect(admin.getByRole('status').first()).toContainText('4 comments approved')
  await appears(signer, word)
})

async function appearAs(page: Page, choice: string): Promise<void> {
  await page.locator('summary', { hasText: 'Change my name or how it appears' }).click()
  await page.getByLabel(choice).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('status')).toHaveText('Your changes have been saved.')
}

/** The petition's own page shows a few alone, drawn among those of a day. */
async function appears(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${petition}/comments`)
    await expect(page.getByRole('main')).toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

async function disappears(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${petition}/comments`)
    await expect(page.getByRole('main')).not.toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}

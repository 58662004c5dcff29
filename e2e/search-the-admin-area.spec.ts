import type { Page } from '@playwright/test'
import { expectAccessibleInEveryLook } from './support/every-look'
import { newPerson, SLUG, sign, TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** Searches by the field that is on every page. */
async function searchFor(page: Page, text: string): Promise<void> {
  const box = page.getByRole('navigation', { name: 'Admin' }).getByRole('search')
  await box.getByRole('searchbox').fill(text)
  await box.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search results')
}

test('one search finds petitions, members, letters, staff and pages, without scripts, and each role what it may read', async ({
  browser,
}) => {
  const owner = await signInAs(browser, 'owner')
  const main = owner.page.getByRole('main')
  await searchFor(owner.page, 'council security')
  await expect(main.getByRole('heading', { level: 2 })).toContainText(['Petitions', 'Letters', 'Signatures'])
  // What was typed is in no address.
  expect(owner.page.url()).not.toMatch(/council/i)
  await main.getByRole('link', { name: TITLE, exact: true }).first().click()
  await expect(owner.page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
  await searchFor(owner.page, SLUG)
  await expect(main.getByRole('link', { name: TITLE, exact: true })).toBeVisible()
  await searchFor(owner.page, 'rights')
  await expect(main.getByRole('heading', { level: 2 })).toContainText(['Members'])
  await searchFor(owner.page, 'audit')
  await main.getByRole('link', { name: 'Audit log', exact: true }).click()
  await expect(owner.page).toHaveURL('/admin/audit')
  await searchFor(owner.page, owner.email)
  await expect(main.getByRole('link', { name: owner.email })).toBeVisible()
  await searchFor(owner.page, 'x')
  await expect(main).toContainText('Type at least two letters.')
  await searchFor(owner.page, 'zzzzqqq')
  await expect(main).toContainText('Nothing you may open has all these words.')

  const editor = (await signInAs(browser, 'editor')).page
  await searchFor(editor, owner.email)
  await expect(editor.getByRole('main').getByRole('link')).toHaveCount(0)
  await expect(editor.getByRole('main')).not.toContainText('Signatures')
})

test('signers are found only by their exact name, address or reference, and never unrecorded', async ({
  browser,
  page: signer,
}) => {
  const person = newPerson({ name: 'Searched Person' })
  await sign(signer, person)
  const { page } = await signInAs(browser, 'moderator')
  const main = page.getByRole('main')
  // A name is looked for among signers only if asked for, for it can be a member's as well.
  await searchFor(page, 'Searched Nobody')
  await main.getByRole('button', { name: 'Search signatures' }).click()
  await expect(main.getByRole('button', { name: 'Search signatures' })).toHaveCount(0)
  await expect(main.getByRole('table')).toHaveCount(0)
  await searchFor(page, person.email)
  await expect(main.getByRole('row')).toHaveCount(2)
  expect(page.url()).not.toMatch(/searched|example/i)
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/audit')
  await expect(auditor.getByRole('row').nth(1)).toContainText('searched for signatures 2 times')
  await searchFor(auditor, person.email)
  await expect(auditor.getByRole('main')).not.toContainText('Search signatures')
})

test('/ and Ctrl+K open the search over the page, which suggests what is meant, by keys alone; no barrier', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'owner')
  const keyboard = await withScripts(browser, page)
  const keys = keyboard.keyboard
  const box = keyboard.getByRole('combobox', { name: 'Search the admin area' })
  const selected = keyboard.getByRole('dialog').getByRole('option', { selected: true })
  const heading = keyboard.getByRole('heading', { level: 1 })
  await keys.press('/')
  await expect(box).toBeFocused()
  await keys.type('must act')
  await expect(selected).toHaveText(`${TITLE} Petitions`)
  await expectAccessibleInEveryLook(keyboard, 'palette')
  await keys.press('Enter')
  await expect(heading).toHaveText(TITLE)

  // Verbs lead to their forms, and up from the first is the last: the search itself.
  await keys.press('Control+K')
  await keys.type('new pet')
  await expect(selected).toHaveText('New petition Pages')
  await keys.press('ArrowUp')
  await expect(selected).toHaveText('Search: new pet')
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(keyboard).toHaveURL('/admin/petitions/new')
  await keys.press('Control+K')
  await keys.type('text korean must')
  await expect(selected).toHaveText(`Text in Korean: ${TITLE} Petitions`)
  await keys.press('Enter')
  await expect(keyboard).toHaveURL(/\/admin\/petitions\/[\w-]+\/texts\/ko$/)

  await keyboard.goto('/admin/petitions')
  await keys.press('Control+K')
  await keys.type('pause security')
  await expect(selected).toHaveText(`Pause: hold signatures of ${TITLE} Petitions`)
  await keys.press('Enter')
  await expect(keyboard.getByLabel('Petition').locator('option:checked')).toHaveText(TITLE)
  await keyboard.goto(`${new URL(keyboard.url()).origin}/admin/petitions`)
  await keys.press('Control+K')
  await keys.type('signatures held')
  await expect(keyboard.getByRole('option', { name: 'Signatures: Held' })).toBeVisible()
  await keys.press('Escape')
  await keyboard.getByRole('link', { name: TITLE }).first().click()
  await keyboard.getByRole('link', { name: 'Texts', exact: true }).click()
  await keyboard
    .getByRole('main')
    .getByRole('link', { name: /Korean/ })
    .first()
    .click()

  // Where something is typed the keys are its own, and Escape leads back.
  const typing = keyboard.getByRole('main').getByRole('textbox').first()
  await typing.focus()
  await keys.press('Control+K')
  await expect(box).toBeHidden()
  await keyboard.goto('/admin/petitions')
  await keys.press('Control+K')
  await keys.type('a/b')
  await expect(box).toHaveValue('a/b')
  await keys.press('Escape')
  await expect(box).toBeHidden()

  // At once after it has closed, while its field still has the focus.
  await keys.press('Control+K')
  await expect(box).toBeFocused()
  expect(
    await keyboard.evaluate(() => {
      const dialog = document.querySelector('dialog.palette') as HTMLDialogElement
      const field = dialog.querySelector('input')
      dialog.close()
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }))
      return dialog.open
    }),
  ).toBe(true)
  await keys.press('Escape')

  // What is nobody's title is searched for; an address is a signer's, and that search is on record.
  await keys.press('/')
  await expect(box).toBeFocused()
  await keyboard.keyboard.insertText('nobody@signer.example')
  await expect(keyboard.getByRole('option')).toHaveText(['Search: nobody@signer.example'])
  await keys.press('Enter')
  await expect(heading).toHaveText('Search results')
  await expect(keyboard.getByRole('main')).toContainText('No signature has that address')
  expect(keyboard.url()).not.toMatch(/nobody|example/)

  // Turned off with the other keys, `/` is a letter like any other.
  await keyboard.goto('/admin/account')
  await keyboard.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await keys.press('/')
  await expect(box).toBeHidden()
})

test('what is suggested is by role, in the reader’s language and in English, and holds nobody', async ({ browser }) => {
  const owner = await signInAs(browser, 'owner')
  const auditor = await signInAs(browser, 'auditor')
  const suggestedTo = async ({ page }: typeof owner) => {
    const answer = await page.request.get('/admin/search/index', { headers: { 'accept-language': 'ko' } })
    expect(answer.headers()['cache-control']).toBe('no-store')
    return (await answer.json()) as { href: string; name: string; english?: string }[]
  }
  const [all, some] = [await suggestedTo(owner), await suggestedTo(auditor)]
  expect(all).toContainEqual({ href: '/admin/petitions/new', name: '새 청원', english: 'New petition', kind: '페이지' })
  expect(all.some(({ english }) => english === TITLE)).toBe(true)
  expect(some.map(({ href }) => href)).not.toContain('/admin/petitions/new')
  expect(some.map(({ href }) => href)).toContain('/admin/audit')
  expect(JSON.stringify([all, some])).not.toContain('@')
})

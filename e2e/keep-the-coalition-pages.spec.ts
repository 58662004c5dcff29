import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { mailedPath } from './support/mailed-text'
import { approveAs, confirmAct, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const some = () => randomUUID().slice(0, 8)

/** Waits for what every reader sees within ten seconds. */
async function publicly(page: Page, path: string, text: string, there: boolean): Promise<void> {
  await expect(async () => {
    await page.goto(path)
    await expect(page.getByText(text)).toHaveCount(there ? 1 : 0, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(text)
}

test('a member is added, named in Korean, and taken off the list', async ({ browser, page }) => {
  const slug = `refuge-${some()}`
  const name = `Refuge ${slug}`
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin')
  await editor
    .getByRole('navigation', { name: 'Admin' })
    .getByRole('link', { name: /^Members/ })
    .click()
  await editor.getByRole('link', { name: 'Add a member' }).click()
  await write(editor, { Address: slug, Name: name, Website: 'ftp://example.org', 'Listed from': '2026-11' })
  await editor.getByLabel('Type', { exact: true }).selectOption('organization')
  await editor.getByRole('checkbox').first().check()
  await editor.getByRole('button', { name: /^Add/ }).click()
  // Typed values are kept, and each error links to its field.
  await expect(editor.getByRole('alert').getByRole('link')).toHaveText([/^Website: /])
  await expect(editor.getByLabel('Name', { exact: true })).toHaveValue(name)
  await editor.getByLabel('Website').fill('example.org')
  await editor.getByRole('button', { name: /^Add/ }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(name)
  const own = editor.url().replace(/\?.*/, '')
  await publicly(page, '/en/members', name, true)

  // What it says of itself in a language is on a page of its own; its names in all of them are one table, saved at once.
  await editor.getByRole('link', { name: 'Korean' }).click()
  await expect(editor.getByRole('main')).toContainText(name)
  await editor.getByLabel('Description').fill(`쉼터의 소개 ${slug}`)
  await editor.getByRole('button', { name: 'Save Korean text' }).click()
  await editor.goto(own)
  const [late, later] = [await editor.context().newPage(), await editor.context().newPage()]
  await late.goto(own)
  await later.goto(own)
  await editor.getByLabel('Name, Korean').fill(`쉼터 ${slug}`)
  await editor.getByLabel('Name, French').fill(`Abri ${slug}`)
  await editor.getByRole('button', { name: 'Save names' }).click()
  await expect(editor.getByRole('status')).toContainText('Saved.')
  await publicly(page, '/ko/members', `쉼터 ${slug}`, true)
  await editor.getByRole('link', { name: 'Korean' }).click()
  await expect(editor.getByLabel('Description')).toHaveValue(`쉼터의 소개 ${slug}`)

  // Pages that were open before: another language goes through, the same one is said to have changed, and stays as typed.
  await late.getByLabel('Name, Spanish').fill(`Refugio ${slug}`)
  await late.getByRole('button', { name: 'Save names' }).click()
  await expect(late.getByRole('status')).toContainText('Saved.')
  await expect(late.getByLabel('Name, French')).toHaveValue(`Abri ${slug}`)
  await later.getByLabel('Name, Spanish').fill(`Asilo ${slug}`)
  await later.getByRole('button', { name: 'Save names' }).click()
  await expect(later.getByRole('alert')).toContainText('This changed after you opened the page')
  await expect(later.getByLabel('Name, Spanish')).toHaveValue(`Asilo ${slug}`)
  await expect(later.getByRole('main')).toContainText(`Current value: Refugio ${slug}`)
  await expect(later.getByLabel('Name, French')).toHaveValue(`Abri ${slug}`)
  await later.getByRole('button', { name: 'Save names' }).click()
  await expect(later.getByRole('status')).toContainText('Saved.')
  await expectAccessibleInEveryLook(await withScripts(browser, later), 'member-names')

  await editor.goto(own)
  await editor.getByLabel('Left on').fill('2026-11-20')
  await editor.getByRole('button', { name: 'Save and publish' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`End the membership of ${name}?`)
  await expectAccessible(await withScripts(browser, editor))
  await publicly(page, '/en/members', name, true)
  await editor.getByRole('link', { name: 'Cancel' }).click()
  await expect(editor.getByLabel('Left on')).toHaveValue('2026-11-20')
  await editor.getByRole('button', { name: 'Save and publish' }).click()
  await editor.getByRole('button', { name: 'End membership' }).click()
  await expect(editor.getByRole('status')).toContainText('The membership has ended.')
  await publicly(page, '/en/members', name, false)
  const csv = await editor.request.get('/admin/coalition/members/csv')
  expect(csv.headers()['content-disposition']).toContain('attachment')
  expect(await csv.text()).toContain(name)
})

test('two editors on one page: the second is told, and loses nothing', async ({ browser }) => {
  const first = (await signInAs(browser, 'editor')).page
  const second = (await signInAs(browser, 'owner')).page
  for (const page of [first, second]) {
    await page.goto('/admin/coalition/sources')
    await page.getByRole('table').getByRole('link').first().click()
  }
  const before = await first.getByLabel('Publisher').inputValue()
  await first.getByLabel('Publisher').fill(`${before} (first)`)
  await first.getByRole('button', { name: /^Save/ }).click()
  await expect(first.getByRole('status')).toContainText('Saved.')
  await second.getByLabel('Publisher').fill(`${before} (second)`)
  await second.getByRole('button', { name: /^Save/ }).click()
  await expect(second.getByRole('alert')).toContainText('This changed after you opened the page')
  await expect(second.getByLabel('Publisher')).toHaveValue(`${before} (second)`)
  await expect(second.getByRole('main')).toContainText(`Current value: ${before} (first)`)
  await second.getByLabel('Publisher').fill(before)
  await second.getByRole('button', { name: /^Save/ }).click()
  await expect(second.getByRole('status')).toContainText('Saved.')
})

test('an activity is written, translated, published and taken off', async ({ browser, page }) => {
  const slug = `hearing-${some()}`
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/activities')
  await editor.getByRole('link', { name: 'Add an activity' }).click()
  await write(editor, { Address: slug, When: '2026-11-20' })
  await editor.getByRole('checkbox', { name: 'By the coalition itself' }).check()
  await editor.getByRole('group', { name: 'Sources' }).getByRole('checkbox').first().check()
  await editor.getByRole('button', { name: /^Add/ }).click()
  const own = editor.url().replace(/\?.*/, '')
  await editor.getByRole('button', { name: /^Publish/ }).click()
  await expect(editor.getByRole('alert')).toContainText('It needs an English text first')

  await editor.getByRole('link', { name: 'English' }).click()
  await write(editor, { Title: `A hearing ${slug}`, 'What happened (Markdown)': 'Members of the coalition spoke.' })
  await editor.getByRole('button', { name: 'Save English text' }).click()
  await editor.getByRole('link', { name: 'French' }).click()
  await expect(editor.getByRole('main')).toContainText('Members of the coalition spoke.')
  await write(editor, { Title: `Une audition ${slug}`, 'What happened (Markdown)': 'Des membres ont parlé.' })
  await editor.getByRole('button', { name: 'Save French text' }).click()
  await publicly(page, '/en/activities', `A hearing ${slug}`, false)

  await editor.goto(own)
  await editor.getByRole('button', { name: /^Publish/ }).click()
  await expect(editor.getByRole('status')).toContainText('Published.')
  await publicly(page, '/en/activities', `A hearing ${slug}`, true)
  await publicly(page, '/fr/activities', `Une audition ${slug}`, true)
  await editor.getByRole('link', { name: 'On the public page' }).click()
  await expect(editor).toHaveURL(new RegExp(`/en/activities/${slug}$`))
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`A hearing ${slug}`)
  await editor.goto(own)
  await confirmAct(editor, 'Remove from site', 'Remove from site')
  await expect(editor.getByRole('status')).toContainText('Removed from the site.')
  await publicly(page, '/en/activities', `A hearing ${slug}`, false)
})

test('a letter is begun, opened and closed', async ({ browser, page }) => {
  const slug = `letter-${some()}`
  const editor = (await signInAs(browser, 'editor')).page
  const second = await signInAs(browser, 'editor')
  await editor.goto('/admin/coalition/letters/new')
  await write(editor, { Address: slug, Date: '2026-12' })
  await editor.getByRole('button', { name: 'Create draft' }).click()
  const own = editor.url().replace(/\?.*/, '')
  await editor.getByRole('link', { name: 'English' }).click()
  await write(editor, {
    Title: `To the Council ${slug}`,
    'To whom': 'The Security Council',
    'In short': `In short ${slug}`,
    'Letter (Markdown)': 'We ask for **one** thing.',
  })
  await editor.getByRole('button', { name: 'Save English text' }).click()
  expect((await page.goto(`/en/letters/${slug}`))?.status()).toBe(404)
  await editor.goto(own)
  await confirmAct(editor, 'Open letter', 'Request opening')
  expect((await page.goto(`/en/letters/${slug}`))?.status()).toBe(404)
  await approveAs(editor, second)
  await editor.goto(own)
  await publicly(page, `/en/letters/${slug}`, `In short ${slug}`, true)
  await confirmAct(editor, 'Close letter', 'Request closing')
  await approveAs(editor, second)
  await editor.goto(own)
  await expect(editor.getByText('Invite an organisation')).toHaveCount(0)
})

test('an application is read, accepted and made a member', async ({ browser, page, request }) => {
  const name = `Hope ${some()}`
  const email = `story-${randomUUID()}@example.org`
  await page.goto('/en/join')
  await page.getByLabel('An organisation').check()
  await page.getByLabel('Name of the organisation, or your own').fill(name)
  await page.getByLabel('For organisations: your own name').fill('Ann Lee')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Country or territory').selectOption('GB')
  await page.getByLabel('Why do you want to join?').fill('We help people who fled.')
  await page.getByLabel(/I agree/).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.goto(await mailedPath(request, email, /\/en\/join\/[\w-]{43}/))
  await page.getByRole('button', { name: 'Confirm' }).click()

  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/applications')
  await editor.getByRole('row').filter({ hasText: 'To review' }).getByRole('link').last().click()
  await expect(editor.getByRole('main')).not.toContainText(email)
  await editor.getByRole('button', { name: 'Open application (logged)' }).click()
  await expect(editor.getByRole('main')).toContainText(`Ann Lee, ${email}`)
  await editor.getByRole('button', { name: /^Accept/ }).click()
  await expect(editor.getByRole('status')).toContainText('Accepted.')
  await editor.getByRole('button', { name: 'Add to members list' }).click()
  await expect(editor.getByLabel('Name', { exact: true })).toHaveValue(name)
  await editor.getByLabel('Address').fill(name.toLowerCase().replace(' ', '-'))
  await editor.getByRole('button', { name: /^Add/ }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(name)
  await publicly(page, '/en/members', name, true)
  // Other stories count the list.
  await editor.getByLabel('Left on').fill('2026-11-20')
  await editor.getByRole('button', { name: 'Save and publish' }).click()
  await editor.getByRole('button', { name: 'End membership' }).click()
  await expect(editor.getByRole('status')).toContainText('The membership has ended.')

  const moderator = (await signInAs(browser, 'moderator')).page
  await moderator.goto('/admin/coalition/applications')
  await expect(moderator.getByRole('heading', { level: 1 })).toHaveText('You don’t have permission')
})

test('a government’s address is added with its source, and taken away', async ({ browser }) => {
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/governments/new')
  await editor.getByLabel('Country').selectOption('NO')
  await write(editor, {
    'Email address': 'mission@example.org',
    Source: 'example.org/contact',
    'Checked on': '2026-11-20',
  })
  const second = await signInAs(browser, 'editor')
  await editor.getByRole('button', { name: 'Request approval to add' }).click()
  await expect(editor.getByRole('main')).toContainText('mission@example.org')
  await approveAs(editor, second)
  await editor.goto('/admin/coalition/governments')
  await editor.getByRole('link', { name: 'Norway' }).click()
  await confirmAct(editor, 'Remove this address', 'Request removal of this address')
  await approveAs(editor, second)
  await editor.goto('/admin/coalition/governments')
  await expect(editor.getByRole('link', { name: 'Norway' })).toHaveCount(0)
})

test('the next version of the statement is drafted, its clauses put in order, added and taken out, and thrown away', async ({
  browser,
  page,
}) => {
  await page.goto('/en/statement')
  const lead = await page.getByRole('main').textContent()
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/statement')
  await editor.getByRole('button', { name: 'Create next version' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Statement, version 4')
  const clauses = editor.getByRole('table').getByRole('row')
  await expect(clauses.nth(1)).toContainText('A full investigation')
  await editor.getByRole('button', { name: 'Put before “A full investigation' }).click()
  await expect(editor.getByRole('status')).toContainText('Saved')
  await expect(clauses.nth(1)).not.toContainText('A full investigation')
  const torture = clauses.filter({ has: editor.getByRole('cell', { name: 'Stop torture', exact: true }) })
  await torture.getByRole('link', { name: 'Remove clause' }).click()
  await editor.getByRole('button', { name: 'Remove clause' }).click()
  await expect(torture).toHaveCount(0)
  await write(editor, { 'Address within the page': 'a-register' })
  await editor.getByRole('button', { name: 'Add clause' }).click()
  await write(editor, { Title: 'A register of victims', 'Clause (Markdown)': 'So that each is named.' })
  await editor.getByRole('button', { name: 'Save English text' }).click()
  await editor.goto('/admin/coalition/statement')
  await expect(clauses.filter({ hasText: 'A register of victims' })).toHaveCount(1)
  await page.reload()
  expect(await page.getByRole('main').textContent()).toBe(lead)
  await confirmAct(editor, 'Discard draft', 'Discard draft')
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Statement, version 3')
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { locales } from '@/messages/translator'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, sign, TITLE } from './support/person'
import { approveAs, confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

/** What differs between similar pages: an id, a language, and what a text of the coalition's pages is about. */
const differs = new RegExp(
  `[0-9a-f]{8}-[0-9a-f-]{27}|[\\w-]{40,}|(?<=/)(?:${locales.join('|')})(?=/|$)|(?<=/coalition/texts/\\w+/)[^/]+`,
  'g',
)

/**
 * Every page reachable by links from Home; of similar ones the first two, of those that differ by their query the
 * first.
 */
async function walk(page: Page, look: (path: string, html: string) => void): Promise<string[]> {
  const kinds = new Map<string, number>()
  const seen = new Set<string>()
  const ahead = ['/admin']
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = path.replace(differs, '*').replace(/=[^&]*/g, '=*')
    const times = kinds.get(kind) ?? 0
    if (seen.has(path) || times >= (path.includes('?') ? 1 : 2)) continue
    seen.add(path)
    kinds.set(kind, times + 1)
    // As the browser would get it, files that links lead to included; drawing each page would take minutes.
    const html = await (await page.request.get(path)).text()
    look(path, html)
    for (const [, link = ''] of html.matchAll(/<a [^>]*?href="(\/admin[^"#]*)/g))
      ahead.push(link.replaceAll('&amp;', '&'))
  }
  return [...seen]
}

test('an auditor reads everything there is for them, and no name and no address anywhere', async ({
  browser,
  page: signing,
  request,
}) => {
  const person = newPerson({ name: 'Quirina Unverwechselbar' })
  await sign(signing, person)
  await confirm(signing, await mailedLink(request, person.email), 'en')

  // A moderator has searched for and opened that signature, and requested an export with names: the audit log has it all.
  const moderator = (await signInAs(browser, 'moderator')).page
  await moderator.goto('/admin/signatures')
  await moderator.getByLabel(/Exact email/).fill(person.email)
  await moderator.getByRole('button', { name: 'Find', exact: true }).click()
  await moderator.getByRole('cell').getByRole('link').first().click()
  await moderator.getByLabel('Sealed. Reason for opening').fill('asked by the signer')
  await moderator.getByRole('button', { name: 'Open (logged)' }).click()
  await expect(moderator.getByRole('main')).toContainText(person.name)
  const signature = new URL(moderator.url()).pathname

  const { page } = await signInAs(browser, 'auditor')
  const secrets = [person.name, 'Unverwechselbar', person.email, person.email.split('@')[1] ?? '']
  const look = (path: string, html: string) => {
    for (const secret of secrets) expect(`${path}: ${html.includes(secret)}`).toBe(`${path}: false`)
  }
  const seen = await walk(page, look)
  for (const path of ['/admin/signatures', '/admin/exports', '/admin/audit', '/admin/staff', '/admin/approvals'])
    expect(seen).toContain(path)
  await page.goto(signature)
  look(signature, await page.content())
  await expect(page.getByRole('main')).toContainText('sealed; your role has no access')

  // No search, and no column that shows who signed.
  await page.goto('/admin/signatures')
  await expect(page.getByLabel(/Exact email/)).toHaveCount(0)
  await page.goto('/admin/exports/new')
  await expect(page.getByRole('group', { name: 'Columns that reveal who signed' })).toHaveCount(0)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByLabel(/Purpose/).fill('the yearly audit')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: /^Export [\d,]+ signatures?$/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download/ }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(file.split('\r\n').length).toBeGreaterThan(2)
  look('the file', file.split('\r\n').slice(1).join('\n'))
})

test('two people change what a colleague may do, and shut one out; both apply at once', async ({ browser }) => {
  const owner = await signInAs(browser, 'owner')
  // A role changes with two people, and applies from the next click.
  const editor = await signInAs(browser, 'editor')
  const first = owner.page
  await first.goto('/admin/staff')
  await first.getByRole('link', { name: editor.email }).click()
  await first.getByLabel('New role').selectOption('moderator')
  await first
    .locator('form', { has: first.getByLabel('New role') })
    .getByLabel(/^Reason/)
    .fill('helps with the flood')
  await first.getByRole('button', { name: 'Request role change' }).click()
  await expect(first.getByRole('status')).toContainText('Awaiting a second person')
  const second = (await signInAs(browser, 'moderator')).page
  await second.goto(first.url())
  await expect(second.getByRole('main')).toContainText(editor.email)
  await second.getByRole('button', { name: /^Approve/ }).click()
  await editor.page.goto('/admin/signatures')
  await expect(editor.page.getByRole('heading', { level: 1 })).toHaveText('Signatures')

  // A colleague who could approve is frozen at once, and disabled by two people.
  await first.goto('/admin/staff')
  await first.getByRole('link', { name: editor.email }).click()
  await confirmAct(first, 'Disable access', 'Freeze this moderator and request approval', 'has left')
  await editor.page.goto('/admin')
  await expect(editor.page.getByRole('heading', { level: 1 })).toHaveText('Your access is frozen')
  await approveAs(first, { page: second })
  await editor.page.goto('/admin')
  await expect(editor.page).toHaveURL(/\/admin\/sign-in$/)
})

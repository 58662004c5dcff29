import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { count, expectCount } from './support/count'
import { endGrace } from './support/end-grace'
import { flood } from './support/flood'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, sign } from './support/person'
import { openFilter, signInAs } from './support/staff'
import { expect, test } from './support/test'

test('a moderator finds a signature by its address, removes it and restores it, and the count follows', async ({
  page: signer,
  browser,
  request,
}) => {
  const name = `Findable ${randomUUID().slice(0, 8)}`
  const person = newPerson({ name })
  const before = await count(request)
  await sign(signer, person)
  await confirm(signer, await mailedLink(request, person.email), 'en')
  await expectCount(request, before + 1)

  const { page } = await signInAs(browser, 'moderator')
  await page.getByRole('link', { name: 'All signatures' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  await page.getByLabel('Exact email address, exact name, or reference').fill(person.email.toUpperCase())
  await page.getByRole('button', { name: 'Find' }).click()
  expect(page.url()).not.toContain('.example')
  await page.getByRole('cell').getByRole('link').click()
  const reference = ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').replace('Signature ', '')
  await expect(page.getByRole('main')).not.toContainText(name)

  const why = page.getByLabel('Sealed. Reason for opening')
  const usual = await why.evaluate((input: HTMLInputElement) =>
    [...(input.list?.options ?? [])].map(({ value }) => value),
  )
  expect(usual).toEqual(['The signer asked', 'Review of held signatures', 'Appeal', 'Checking for abuse'])
  await why.fill('asked by the signer')
  await page.getByRole('button', { name: 'Open (logged)' }).click()
  await expect(page.getByRole('main')).toContainText(name)
  await expect(page.getByRole('main')).toContainText(/accepted by the provider \d{4}-/)
  const places = page.getByRole('navigation', { name: 'Admin' })
  await expect(places.getByRole('link', { name: 'All signatures' })).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('table')).toContainText('signature.open')
  await expect(page.getByRole('table')).toContainText('signature.search')

  // Two tabs: the second is told that the first acted already.
  const stale = await page.context().newPage()
  await stale.goto(page.url())
  await page.getByRole('link', { name: 'Remove…' }).click()
  await page.getByLabel('Reason').selectOption('Fraudulent')
  await page.getByRole('button', { name: 'Remove signature' }).click()
  await expect(page.getByRole('status')).toContainText('Removed')
  await expectCount(request, before)
  await stale.getByRole('button', { name: 'Hold for review' }).click()
  await expect(stale.getByRole('alert')).toContainText('changed after you opened')

  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('status')).toContainText('Restored')
  await endGrace()
  await expectCount(request, before + 1)
  await page.goto('/admin/signatures')
  await page.getByLabel('Exact email address, exact name, or reference').fill(reference.toLowerCase())
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('cell').getByRole('link')).toHaveText(reference)

  // By full name in any spelling; never by part of it.
  const search = page.getByLabel('Exact email address, exact name, or reference')
  await page.goto('/admin/signatures')
  await search.fill(name.toUpperCase().split(' ').reverse().join(', '))
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('cell').getByRole('link')).toHaveText(reference)
  expect(page.url()).not.toMatch(/findable/i)
  await page.goto('/admin/signatures')
  await search.fill('Findable')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('main')).toContainText('No signature has exactly that name')
})

test('filters and order narrow the list; each is kept in the address; nothing found is said so', async ({
  browser,
}) => {
  const via = `filter-${randomUUID().slice(0, 8)}`
  await flood(via, 40)
  const { page } = await signInAs(browser, 'auditor')
  await page.goto('/admin/signatures')
  await openFilter(page)
  // A link is chosen by its member's name; one of no member comes from a list of links, and stays chosen.
  await page.getByLabel('Member link').selectOption({ label: 'Amnesty International' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/[?&]via=amnesty-international(&|$)/)
  await expect(page.getByLabel('Member link').locator('option:checked')).toHaveText('Amnesty International')
  await page.goto(`/admin/signatures?via=${via}`)
  await expect(page.getByLabel('Member link').locator('option:checked')).toContainText('of no member')
  await openFilter(page)
  await page.getByLabel('Order').selectOption('oldest')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row')).toHaveCount(21)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByRole('row')).toHaveCount(21)
  await expect(page.getByLabel('Member link')).toHaveValue(via)
  await expect(page.getByLabel('Order')).toHaveValue('oldest')
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(page.getByRole('row')).toHaveCount(21)
  await expect(page.getByRole('link', { name: 'Previous page' })).toHaveCount(0)
  await openFilter(page)
  await page.getByLabel('Flags at signing').selectOption('trap')
  await page.locator('select[name=appealed]').selectOption('yes')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('main')).toContainText('No signatures match')
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'All', exact: true }).click()
  await expect(page.getByRole('table')).toBeVisible()

  // An act on nothing says so in the same list.
  const moderator = await signInAs(browser, 'moderator')
  await moderator.page.goto(`/admin/signatures?via=${via}&sort=oldest`)
  await moderator.page.getByRole('button', { name: 'Preview' }).click()
  await expect(moderator.page.getByRole('alert')).toBeVisible()
  await expect(moderator.page.getByLabel('Member link')).toHaveValue(via)
  await expect(moderator.page.getByRole('row')).toHaveCount(21)
})

test('a signature opened out of a filtered list leads to those beside it there, and back, after an action too', async ({
  browser,
}) => {
  const via = `beside-${randomUUID().slice(0, 8)}`
  await flood(via, 22)
  const { page } = await signInAs(browser, 'moderator')
  await page.goto(`/admin/signatures?via=${via}&sort=oldest`)
  const links = page.getByRole('table').getByRole('link', { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}$/ })
  const references = await links.allTextContents()
  await page.getByRole('link', { name: 'Next page' }).click()
  references.push(...(await links.allTextContents()))
  expect(references).toHaveLength(22)
  const title = page.getByRole('heading', { level: 1 })
  const beside = page.getByRole('navigation', { name: 'In the list' })
  await links.first().click()
  await expect(title).toContainText(references[20] ?? '')
  // The page before is another one of the list; the neighbours are those of the whole list.
  await beside.getByRole('link', { name: 'Previous signature' }).click()
  await expect(title).toContainText(references[19] ?? '')
  await beside.getByRole('link', { name: 'Next signature' }).click()
  await page.getByRole('button', { name: 'Hold for review' }).click()
  await expect(page.getByRole('main')).toContainText('Undo')
  await beside.getByRole('link', { name: 'Next signature' }).click()
  await expect(title).toContainText(references[21] ?? '')
  await expect(beside.getByRole('link', { name: 'Next signature' })).toHaveCount(0)
  await page.getByRole('link', { name: /^Remove/ }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  const trail = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(trail.getByRole('listitem')).toHaveText(['All signatures', references[21] ?? ''])
  await beside.getByRole('link', { name: 'Back to the list' }).click()
  await expect(page.getByRole('row')).toHaveCount(3)
  await expect(page.getByLabel('Order')).toHaveValue('oldest')

  // Only lists of the admin area are gone back to.
  for (const back of ['https://evil.example/', '//evil.example', '/admin/sign-in', 'javascript:alert(1)', '/en']) {
    await page.goto(`/admin/signatures/${await keyOf(page, via)}?back=${encodeURIComponent(back)}`)
    await expect(beside).toHaveCount(0)
    await expect(trail.getByRole('link', { name: 'All signatures' })).toHaveAttribute('href', '/admin/signatures')
  }
})

/** The key of the first signature of a link, from its address. */
async function keyOf(page: Page, via: string): Promise<string> {
  await page.goto(`/admin/signatures?via=${via}`)
  const href = await page.getByRole('cell').getByRole('link').first().getAttribute('href')
  return new URL(href ?? '', 'http://admin.invalid').pathname.split('/').at(-1) ?? ''
}

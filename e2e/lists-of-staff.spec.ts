import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { aWonPetition } from './support/a-won-petition'
import { expectAccessibleInEveryLook } from './support/every-look'
import { flood } from './support/flood'
import { openFilter, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const some = () => randomUUID().slice(0, 8)
const chips = (page: Page) => page.getByRole('list', { name: 'Active filters' }).getByRole('link')
const head = (page: Page, name: RegExp) => page.getByRole('columnheader', { name })

test('what narrows a list stands above it by name, is left out one by one or all at once, and folds, without scripts', async ({
  browser,
}) => {
  const via = `chips-${some()}`
  await flood(via, 3)
  const { page } = await signInAs(browser, 'moderator')
  await page.goto(`/admin/signatures?via=${via}&sort=oldest`)
  await expect(page.getByLabel('Status')).toBeHidden()
  await openFilter(page)
  await page.getByLabel('Country').selectOption({ label: 'Vatican City' })
  await page.getByLabel('Comment').selectOption('no')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(chips(page)).toHaveText([/^from Vatican City/, /^through the link of/, /^without a comment/])
  await expect(page.getByRole('row')).toHaveCount(4)
  await expectAccessibleInEveryLook(await withScripts(browser, page), 'list-chips')

  await chips(page).nth(0).click()
  await expect(page).toHaveURL(new RegExp(`^[^?]*\\?(?=.*via=${via})(?=.*sort=oldest)(?!.*country)`))
  await expect(chips(page)).toHaveText([/^through the link of/, /^without a comment/])
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(chips(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\?sort=oldest$|sort=oldest/)

  // What cannot be read unfolds the controls, with what was asked for in them.
  await page.goto('/admin/signatures?country=Atlantis')
  await expect(page.getByRole('alert')).toContainText('Country')
  await expect(page.getByLabel('Country')).toBeVisible()

  // The same on other lists.
  await page.goto('/admin/coalition/members?kind=individual&stays=member')
  await expect(chips(page)).toHaveCount(2)
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/admin/coalition/members')
  const auditor = (await signInAs(browser, 'auditor')).page
  await auditor.goto('/admin/audit?area=staff')
  await expect(chips(auditor)).toHaveCount(1)
  await chips(auditor).click()
  await expect(auditor).toHaveURL('/admin/audit')
})

test('a list is ordered by its heads, which say how it stands; pages go on in that order', async ({ browser }) => {
  const via = `order-${some()}`
  await flood(via, 30)
  const { page } = await signInAs(browser, 'auditor')
  await page.goto(`/admin/signatures?via=${via}`)
  await expect(head(page, /^Received/)).toHaveAttribute('aria-sort', 'descending')
  await head(page, /^Received/)
    .getByRole('link')
    .click()
  await expect(head(page, /^Received/)).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.getByRole('row')).toHaveCount(11)
  await expect(head(page, /^Received/)).toHaveAttribute('aria-sort', 'ascending')
  await head(page, /^Received/)
    .getByRole('link')
    .click()
  await expect(page.getByRole('row')).toHaveCount(21)

  const names = () => page.locator('#list > tr > td:first-child').allTextContents()
  await page.goto('/admin/coalition/members?kind=individual')
  await head(page, /^Name$/)
    .getByRole('link')
    .click()
  await expect(head(page, /^Name$/)).toHaveAttribute('aria-sort', 'ascending')
  const ascending = await names()
  expect(ascending.length).toBeGreaterThan(1)
  await head(page, /^Name$/)
    .getByRole('link')
    .click()
  await expect(head(page, /^Name$/)).toHaveAttribute('aria-sort', 'descending')
  expect(await names()).toEqual(ascending.toReversed())
  await expect(chips(page)).toHaveCount(1)

  for (const [path, name] of [
    ['/admin/petitions', /^Goal/],
    ['/admin/staff', /^Sessions/],
  ] as const) {
    await page.goto(path)
    await head(page, name).getByRole('link').click()
    await expect(head(page, name)).toHaveAttribute('aria-sort', 'descending')
    const numbers = (await page.locator('#list td.number').allTextContents()).length
    expect(numbers).toBeGreaterThan(0)
  }
  await page.goto('/admin/staff?sort=password')
  await expect(page.getByRole('alert')).toContainText('Order')
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('on a wide screen the heads stay in sight, and no list is wider than the page', async ({ browser }) => {
  const via = `sticky-${some()}`
  await flood(via, 20)
  await aWonPetition()
  const { page } = await signInAs(browser, 'owner')
  const scripted = await withScripts(browser, page)
  await scripted.setViewportSize({ width: 1440, height: 500 })
  for (const path of [
    `/admin/signatures?via=${via}`,
    '/admin/coalition/members',
    '/admin/petitions',
    '/admin/audit',
    '/admin/staff',
    '/admin/coalition/sources',
  ]) {
    await scripted.goto(path)
    const wider = await scripted.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(wider, path).toBe(0)
  }
  await scripted.goto('/admin/coalition/members')
  await scripted.locator('#list > tr').last().scrollIntoViewIfNeeded()
  const top = await scripted
    .locator('main thead th')
    .first()
    .evaluate((one) => one.getBoundingClientRect().top)
  expect(top).toBeCloseTo(0, 0)
  if (process.env.SHOTS) await scripted.screenshot({ path: `${process.env.SHOTS}/heads-1440.png` })
})

test('of many sources the ticked ones stand first; a search hides the others and loses no tick', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'editor')
  const add = async (name: string) => {
    await page.goto('/admin/coalition/sources/new')
    await page.getByLabel('Key').fill(`pick-${some()}`)
    await page.getByLabel('Title').fill(name)
    await page.getByLabel('Publisher').fill('A publisher')
    await page.getByRole('button', { name: /^Add/ }).click()
    await expect(page.getByRole('status')).toContainText('Saved.')
  }
  const [first, second] = [`Zebra report ${some()}`, `Éclair findings ${some()}`]
  await add(first)
  await add(second)
  const name = `Picked ${some()}`
  await page.goto('/admin/coalition/members/new')
  const scripted = await withScripts(browser, page)
  const sources = scripted.getByRole('group', { name: 'Sources' })
  const search = sources.getByRole('searchbox', { name: 'Search these choices' })
  expect(await sources.getByRole('checkbox').count()).toBeGreaterThan(8)
  await sources.getByRole('checkbox', { name: first }).check()
  await search.fill('eclair')
  // What is ticked stays in sight, and the number says how many do.
  await expect(sources.getByRole('checkbox', { name: second })).toBeVisible()
  await expect(sources.getByRole('checkbox', { name: first })).toBeVisible()
  await expect(sources.locator('.pick [aria-live]')).toContainText(/Shown: \d of \d+/)
  await sources.getByRole('checkbox', { name: second }).check()
  await search.fill('nothing like this')
  await expect(sources.getByRole('checkbox').filter({ visible: true })).toHaveCount(2)
  // Enter in the search sends nothing.
  await search.press('Enter')
  await expect(scripted.getByRole('heading', { level: 1 })).toHaveText('Add a member')
  await expectAccessibleInEveryLook(scripted, 'pick')
  await scripted.getByLabel('Address').fill(`picked-${some()}`)
  await scripted.getByLabel('Name', { exact: true }).fill(name)
  await scripted.getByLabel('Listed from').fill('2026-11')
  await scripted.getByRole('button', { name: /^Add/ }).click()
  await expect(scripted.getByRole('heading', { level: 1 })).toHaveText(name)

  // Without scripts there is no search, and both stand first.
  await page.goto(new URL(scripted.url()).pathname)
  const boxes = page.getByRole('group', { name: 'Sources' }).getByRole('checkbox')
  await expect(page.getByRole('searchbox', { name: 'Search these choices' })).toHaveCount(0)
  await expect(boxes.nth(0)).toBeChecked()
  await expect(boxes.nth(1)).toBeChecked()
  await expect(boxes.nth(2)).not.toBeChecked()
})

test('g and a letter go to a place, Shift+x ticks as far as here; neither while something is typed, nor once turned off', async ({
  browser,
}) => {
  const via = `keys-${some()}`
  await flood(via, 20)
  const { page: first } = await signInAs(browser, 'moderator')
  const page = await withScripts(browser, first)
  const title = page.getByRole('heading', { level: 1 })
  const go = async (letter: string) => {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
  }
  await go('s')
  await expect(page).toHaveURL('/admin/signatures')
  // Its script may not have run yet.
  await expect(async () => {
    await go('r')
    await expect(title).toHaveText('Held signatures', { timeout: 2_000 })
  }).toPass()
  await go('a')
  await expect(page).toHaveURL('/admin/approvals')
  await go('h')
  await expect(title).toHaveText('Home')

  await page.goto(`/admin/signatures?via=${via}`)
  const boxes = page.getByRole('checkbox', { name: /^Choose/ })
  await boxes.nth(2).focus()
  await page.keyboard.press('x')
  await expect(boxes.nth(2)).toBeChecked()
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.locator('tbody :checked')).toHaveCount(4)
  await expect(page.getByText('4 selected')).toBeVisible()

  // They are listed; meanwhile none does anything.
  await page.keyboard.press('?')
  const listed = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(listed).toContainText('g sAll signatures')
  await expect(listed).toContainText('Shift+xTick as far as here')
  await go('h')
  await expect(listed).toBeVisible()
  await expectAccessibleInEveryLook(page, 'keys-of-a-list')
  await page.keyboard.press('Escape')
  await expect(listed).toHaveCount(0)

  // Letters that are typed are letters.
  await openFilter(page)
  await page.getByLabel(/Exact email address/).focus()
  await page.keyboard.type('gh')
  await expect(page.getByLabel(/Exact email address/)).toHaveValue('gh')

  await page.goto(`/admin/signatures?via=${via}`)
  await page.keyboard.press('?')
  await listed.getByRole('button', { name: 'Turn off' }).click()
  await go('h')
  await page.keyboard.press('?')
  await expect(listed).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(via))
  await page.goto('/admin/account')
  const turn = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await expect(turn).toHaveAttribute('aria-pressed', 'false')
  await turn.click()
  await go('h')
  await expect(title).toHaveText('Home')
})

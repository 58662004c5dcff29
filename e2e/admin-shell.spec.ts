import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const phone = { width: 390, height: 844 }

test('the navigation is one column of groups, marks the place, and shows each role its own', async ({ browser }) => {
  const { page } = await signInAs(browser, 'owner')
  await page.setViewportSize({ width: 1280, height: 800 })
  const nav = page.getByRole('navigation', { name: 'Admin' })
  await expect(nav.getByRole('heading', { level: 2 })).toHaveText([
    'Review',
    'Signatures',
    'Campaign',
    'Coalition',
    'Administration',
  ])
  const edges = await nav
    .getByRole('listitem')
    .evaluateAll((items) => items.map((one) => one.getBoundingClientRect().x))
  expect(edges.length).toBeGreaterThan(20)
  expect(new Set(edges).size).toBe(1)
  const here = nav.locator('[aria-current=page]')
  for (const [path, name] of [
    ['/admin', 'Home'],
    ['/admin/signatures', 'All signatures'],
    ['/admin/review/held', /^Held signatures/],
    ['/admin/coalition/letters/new', /^Letters/],
    ['/admin/coalition/co-signatures', /^Letters/],
    ['/admin/coalition', /^Members/],
    ['/admin/coalition/members/proposals', /^Members/],
    ['/admin/account', 'Account'],
  ] as const) {
    await page.goto(path)
    await expect(here).toHaveText([name])
  }
  // All places of an owner, with search and the way out: no need to scroll for them.
  await page.setViewportSize({ width: 1280, height: 900 })
  expect(await nav.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
  // The way out is in sight, however many places there are.
  for (const height of [844, 600]) {
    await page.setViewportSize({ width: 1280, height })
    const out = await nav.getByRole('button', { name: 'Sign out' }).boundingBox()
    expect((out?.y ?? height) + (out?.height ?? 0)).toBeLessThanOrEqual(height)
  }
  const editor = (await signInAs(browser, 'editor')).page
  await expect(editor.getByRole('link', { name: /Held signatures|Audit log|Comments/ })).toHaveCount(0)
})

test('at the way out stands who is signed in: by their address, and by their name once they have one', async ({
  browser,
}) => {
  const { page, email } = await signInAs(browser, 'editor')
  const nav = page.getByRole('navigation', { name: 'Admin' })
  await expect(nav).toContainText(email)
  await page.goto('/admin/account')
  await page.getByLabel('Name', { exact: true }).fill('Ana Ruiz')
  await page.getByRole('button', { name: 'Set name' }).click()
  await expect(nav).toContainText('Ana Ruiz')
  await expect(nav).not.toContainText(email)
})

test('on a phone the page begins at the top; the places are a drawer that needs no script', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await page.setViewportSize(phone)
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  expect(title?.y).toBeLessThan(120)
  // The bar marks the place, as the navigation does.
  const marked = page.getByRole('navigation', { name: 'Quick links' }).locator('[aria-current=page]')
  await expect(marked).toHaveText(['Home'])
  await page.goto('/admin/search')
  await expect(marked).toHaveText(['Search'])
  await page.goto('/admin/signatures')
  await expect(marked).toHaveText(['Signatures'])
  const places = page.getByRole('navigation', { name: 'Admin' })
  await expect(places).toBeHidden()
  await page.getByRole('button', { name: 'Menu' }).click()
  await places.getByRole('link', { name: /^Paper sheets/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL('/admin/paper')
})

test('a few tabs lead to the first row', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/admin/petitions')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to list' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('tbody tr') !== null)).toBe(true)
})

test('with scripts the focus goes to the notice, and a reload does not say it again', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/signatures?done=released')
  const scripted = await withScripts(browser, page)
  await expect(scripted.getByRole('status')).toBeFocused()
  await expect(scripted).toHaveURL('/admin/signatures')
  await scripted.reload()
  await expect(scripted.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(scripted.getByRole('status')).toHaveCount(0)
})

import { expectAccessible } from './support/axe'
import { expect, test } from './support/test'

// The accessibility checks need scripts.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a reader finds a member whatever the spelling, and what it signed', async ({ page }) => {
      await page.goto('/en/members')
      await expect(page.getByRole('heading', { name: '46 members' })).toBeVisible()
      await page.getByRole('searchbox', { name: 'Find a member' }).fill('ＲＩＧＨＴＳ intérnational')
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      const list = page.getByRole('region', { name: /member/ }).first()
      await list.getByRole('link', { name: 'International Federation for Human Rights (FIDH)' }).click()
      await expect(page).toHaveURL(/\/en\/members\/fidh$/)
      await expect(page.getByText('International', { exact: true })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Joint letter to the UN Security Council' })).toBeVisible()
      await expect(page.getByLabel('Address to share')).toHaveValue(/\/sign\?via=fidh$/)
      if (scripts) await expectAccessible(page)
    })
  })
}

test('filters combine, and each says how many it leaves', async ({ page }) => {
  await page.goto('/en/members')
  const filters = page.getByRole('navigation', { name: 'Filter' })
  await filters.getByRole('link', { name: 'Individuals (7)' }).click()
  await filters.getByRole('link', { name: 'Asia (2)' }).click()
  await expect(page.getByRole('heading', { name: '2 members' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ken Kato' })).toBeVisible()
  await expect(filters.getByRole('link', { name: 'Organisations (18)' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find a member' }).fill('nobody')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByText('No members match your search.')).toBeVisible()
  await page.getByRole('link', { name: 'Show all members' }).click()
  await expect(page).toHaveURL(/\/en\/members$/)
})

test('what the founding report says and what the list shows are both said', async ({ page }) => {
  await page.goto('/en/members')
  const figures = page.getByRole('region', { name: 'The coalition in figures' })
  await expect(figures).toContainText('Over 40 Organizations from 15 Countries')
  await expect(figures).toContainText('39 organisations and 7 individuals. It names 11 countries')
})

test('a member that was renamed or closed says so in the list and on its page, with the source', async ({ page }) => {
  await page.goto('/en/members')
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Burma Partnership', exact: true }) })
  await expect(entry).toContainText('Burma Partnership closes, 10 October 2016')
  await entry.getByRole('link', { name: 'Burma Partnership', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Burma Partnership closes' })).toHaveAttribute(
    'href',
    '/en/activities/burma-partnership-2016',
  )
  await expect(page.locator('a[href^="https://burmapartnership.org/2016/10/"]')).toBeVisible()
  await page.goto('/ko/members/free-nk-gulag')
  await expect(page.locator('a[href="/ko/activities/nk-watch-2013"]')).toContainText('엔케이워치')
  await expectAccessible(page)
})

test('the list comes as a table for spreadsheets', async ({ request }) => {
  const answer = await request.get('/ko/members/members.csv')
  expect(answer.headers()['content-type']).toContain('text/csv')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines).toHaveLength(47)
  expect(lines.find((line) => line.startsWith('odhikar'))).toContain('방글라데시')
})

test('a filtered list is kept for all readers, what somebody searches for is not', async ({ request }) => {
  const filtered = await request.get('/en/members/find?kind=individual')
  expect(filtered.headers()['cache-control']).toContain('s-maxage')
  const searched = await request.get('/en/members/find?q=hawk')
  expect(searched.headers()['cache-control']).toContain('no-store')
})

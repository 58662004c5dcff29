import { expectAccessible } from './support/axe'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('an auditor reads in two clicks who did what last week, in sentences', async ({ browser }) => {
  const moderator = await signInAs(browser, 'moderator')
  for (const text of ['nobody@example.org', 'nobody-else@example.org']) {
    await moderator.page.goto('/admin/signatures')
    await moderator.page.getByLabel(/^Exact email address/).fill(text)
    await moderator.page.getByRole('button', { name: 'Find' }).click()
    await expect(moderator.page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  const { page } = await signInAs(browser, 'auditor')
  await page.getByRole('link', { name: 'Audit log' }).click()
  const week = page.locator('section', { has: page.getByRole('heading', { name: 'Last seven days, by person' }) })
  const line = week.getByRole('listitem').filter({ hasText: moderator.email })
  await expect(line).toContainText('searched for signatures 2 times')
  await line.getByRole('link').click()
  await expect(page.getByRole('row').nth(1)).toContainText('searched for signatures 2 times')
  await expect(page.getByRole('table')).not.toContainText('moderator-other')
  // The same person by the filter, with one of their acts.
  await page.goto('/admin/audit')
  await page.getByRole('combobox', { name: 'Person', exact: true }).selectOption({ label: moderator.email })
  await page.getByRole('combobox', { name: 'Area', exact: true }).selectOption('Signatures')
  await page.getByRole('button', { name: 'Show' }).click()
  const ofPerson = new URL(page.url()).pathname + new URL(page.url()).search
  await expect(page.getByRole('heading', { name: `Entries of ${moderator.email}` })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Person', exact: true }).locator('option:checked')).toHaveText(
    moderator.email,
  )
  await expect(page.getByRole('row')).toHaveCount(2)
  // The raw entry is one click away.
  await page.getByRole('row').nth(1).locator('summary').click()
  await expect(page.getByRole('row').nth(1)).toContainText('signature.search')

  // A worker has read the chain of the log, or does so within a minute of its start.
  await expect(async () => {
    await page.goto('/admin/audit')
    await expect(page.getByText(/Chain of the log Good (?:Whole up to entry|The log was empty)/)).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 60_000 })

  const scripted = await withScripts(browser, page)
  for (const path of ['/admin/audit', ofPerson]) {
    await scripted.goto(path)
    for (const width of [1280, 390]) {
      await scripted.setViewportSize({ width, height: 844 })
      if (process.env.SHOTS)
        await scripted.screenshot({ path: `${process.env.SHOTS}/audit-${path.length}-${width}.png` })
      await expectAccessible(scripted)
    }
  }
})

test('staff read names, not codes: no country code, slug, verb or id stands on the pages of lists', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'owner')
  for (const path of [
    '/admin',
    '/admin/signatures',
    '/admin/petitions',
    '/admin/reports',
    '/admin/audit',
    '/admin/bulk',
    '/admin/exports',
    '/admin/approvals',
  ]) {
    await page.goto(path)
    // The visible text: the collapsed "Details" hold the raw entry.
    const text = (await page.getByRole('main').allInnerTexts()).join()
    // Anything after a slash is a web address on purpose, anything before an at sign that of a colleague without a name.
    expect(text, path).not.toMatch(
      /(?<![/\w])(?:security-council-must-act|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}(?![-0-9a-f]*@))/,
    )
    expect(text, path).not.toMatch(/\b(?:busy_network|busy_domain|crowded_domain|no_form_time|old_form)\b/)
    expect(text, path).not.toMatch(/\b(?:signature|bulk|petition|comment|approval|staff|factor|paper)\.[a-z_]+\b/)
    const cells = await page.getByRole('main').getByRole('cell').allInnerTexts()
    expect(
      cells.filter((cell) => /^(?:[A-Z]{2}|[a-z]{2}(?:-[A-Z]{2})?)$/.test(cell.trim())),
      path,
    ).toEqual([])
  }
})

import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { endGrace } from './support/end-grace'
import { expectAccessibleInEveryLook } from './support/every-look'
import { flood } from './support/flood'
import { TITLE } from './support/person'
import { openFilter, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'
import { untilDone } from './support/until-done'

test('all that match, on all pages, are held at once without scripts, and that is undone', async ({
  browser,
  request,
}) => {
  const via = `all-${randomUUID().slice(0, 8)}`
  const before = await count(request)
  await flood(via, 40)
  await expectCount(request, before + 40)
  const { page } = await signInAs(browser, 'moderator')
  // Of several petitions, or of everything, there is no rule.
  await page.goto('/admin/signatures')
  await expect(page.getByRole('checkbox', { name: /that match/ })).toHaveCount(0)
  await page.goto(`/admin/signatures?via=${via}`)
  await openFilter(page)
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row')).toHaveCount(21)
  await expect(page.getByRole('navigation', { name: 'Pages' })).toContainText('Only rows of this page are selected.')
  // On a busy machine they are not counted beside the box; the next page counts them.
  await page.getByRole('checkbox', { name: /^Select all (40 )?that match/ }).check()
  await page.getByLabel('With selected:').selectOption('hold')
  await page.getByRole('button', { name: 'Preview' }).click()
  await untilDone(page, 'Counted. Nothing has been changed yet.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hold 40 signatures')
  await page.getByRole('button', { name: 'Hold 40' }).click()
  await untilDone(page, 'Done')
  await page.getByRole('button', { name: 'Undo for up to 40' }).click()
  await page.getByRole('button', { name: 'Release 40' }).click()
  await expect(page.getByRole('status')).toContainText('Until then Undo takes it back')
  await endGrace()
  await untilDone(page, 'Done')
  await page.goto(`/admin/signatures?via=${via}&state=held`)
  await expect(page.getByRole('main')).toContainText('No signatures match')
  expect(await count(request)).toBe(before + 40)
})

test('what is ticked is ticked still when one comes back from the bulk action, without scripts', async ({
  browser,
}) => {
  const via = `back-${randomUUID().slice(0, 8)}`
  await flood(via, 30)
  const { page } = await signInAs(browser, 'moderator')
  await page.goto(`/admin/signatures?via=${via}`)
  await page.getByRole('link', { name: 'Next page' }).click()
  const boxes = page.locator('tbody input[type=checkbox]')
  await boxes.nth(1).check()
  await boxes.nth(3).check()
  await page.getByLabel('With selected:').selectOption('release')
  await page.getByRole('button', { name: 'Preview' }).click()
  await untilDone(page, 'Counted. Nothing has been changed yet.')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('link', { name: 'Back to the list and your selection' }).click()
  await expect(page.locator('tbody :checked')).toHaveCount(2)
  await expect(boxes.nth(1)).toBeChecked()
  await expect(boxes.nth(3)).toBeChecked()
  await expect(page.getByLabel('With selected:')).toHaveValue('release')
})

test('a whole page is ticked by one box, or without scripts by a link; going on says that ticks are lost', async ({
  browser,
}) => {
  const via = `page-${randomUUID().slice(0, 8)}`
  await flood(via, 40)
  const { page } = await signInAs(browser, 'moderator')
  await page.goto(`/admin/signatures?via=${via}`)
  await page.getByRole('link', { name: 'Select all on this page' }).click()
  await expect(page.locator('tbody :checked')).toHaveCount(20)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page.locator('tbody :checked')).toHaveCount(0)

  const scripted = await withScripts(browser, page)
  await scripted.goto(`/admin/signatures?via=${via}`)
  const ticked = scripted.locator('tbody :checked')
  const head = scripted.getByRole('columnheader').getByRole('checkbox', { name: 'Select all on this page' })
  await head.check()
  await expect(ticked).toHaveCount(20)
  await expect(scripted.getByText('20 selected')).toBeVisible()
  await scripted
    .getByRole('checkbox', { name: /^Choose/ })
    .first()
    .uncheck()
  await expect(head).toBeChecked({ indeterminate: true })
  await expect(scripted.getByText('19 selected')).toBeVisible()
  if (process.env.SHOTS) await scripted.screenshot({ path: `${process.env.SHOTS}/ticked-1280.png` })
  await expectAccessible(scripted)
  // Whoever stays keeps them.
  scripted.once('dialog', (dialog) => dialog.dismiss())
  await scripted.getByRole('link', { name: 'Next page' }).click()
  await expect(ticked).toHaveCount(19)
  scripted.once('dialog', (dialog) => dialog.accept())
  await scripted.getByRole('link', { name: 'Next page' }).click()
  await expect(scripted.getByRole('row')).toHaveCount(21)
  await scripted.getByRole('link', { name: 'Previous page' }).click()
  await expect(scripted.getByRole('row')).toHaveCount(21)
  // On a phone the box stands below the cards.
  await scripted.setViewportSize({ width: 390, height: 844 })
  await expect(head).toBeHidden()
  await scripted.getByRole('checkbox', { name: 'Select all on this page' }).check()
  await expect(ticked).toHaveCount(20)
  if (process.env.SHOTS) await scripted.screenshot({ path: `${process.env.SHOTS}/ticked-390.png`, fullPage: true })
})

test('a view is saved under a name, for one person alone; it is renamed, and deleted without losing its filter', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'moderator')
  await page.goto('/admin/signatures')
  const views = page.getByRole('navigation', { name: 'Views' })
  const saving = page.getByText('Save this view')
  await expect(views.locator('[aria-current]')).toHaveText(['All'])
  await expect(saving).toHaveCount(0)
  await views.getByRole('link', { name: 'Flagged this week' }).click()
  await expect(page.getByLabel('Flags at signing')).toHaveValue('any')
  await expect(views.locator('[aria-current]')).toHaveText(['Flagged this week'])

  // Narrowed, its week stays the one that it was.
  const stays = page.getByText('Its dates stay')
  await openFilter(page)
  await page.getByLabel('Status').selectOption('held')
  await page.getByRole('button', { name: 'Show' }).click()
  await saving.click()
  await expect(stays).toBeVisible()
  await openFilter(page)
  await page.getByLabel('Country').selectOption('JP')
  await page.getByLabel('Flags at signing').selectOption('')
  await page.getByLabel(/^Received from/).fill('')
  await page.getByRole('button', { name: 'Show' }).click()
  await saving.click()
  await expect(stays).toHaveCount(0)
  await page.getByLabel('Name', { exact: true }).fill('ask@example.org')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('alert')).toContainText('without an email address')
  await saving.click()
  await page.getByLabel('Name', { exact: true }).fill('Held in Japan')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('status')).toContainText('View saved')
  await expect(views.locator('[aria-current]')).toHaveText(['Held in Japan'])
  expect(page.url()).not.toMatch(/in.japan/i)

  const other = (await signInAs(browser, 'auditor')).page
  await other.goto('/admin/signatures')
  await expect(other.getByRole('navigation', { name: 'Views' })).not.toContainText('Japan')

  await page.goto('/admin/signatures')
  await views.getByRole('link', { name: 'Held in Japan' }).click()
  await expect(page.getByLabel('Country')).toHaveValue('JP')
  await views.getByRole('link', { name: 'Your views' }).click()
  await expect(page.getByRole('table')).toContainText('Japan')
  const scripted = await withScripts(browser, page)
  for (const path of ['/admin/signatures/views', '/admin/signatures?state=held&country=JP']) {
    await scripted.goto(path)
    await expectAccessibleInEveryLook(scripted, path.includes('views') ? 'views' : 'view')
  }
  await page.getByLabel('New name of “Held in Japan”').fill('Japan')
  await page.getByRole('button', { name: 'Rename “Held in Japan”' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await page.getByRole('button', { name: 'Delete “Japan”' }).click()
  await expect(page.getByRole('status')).toContainText('View deleted')
  await expect(views).not.toContainText('Japan')
  await expect(page.getByLabel('Country')).toHaveValue('JP')
  await expect(saving).toBeVisible()
})

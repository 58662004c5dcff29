import { randomUUID } from 'node:crypto'
import { count, expectCount } from './support/count'
import { endGrace } from './support/end-grace'
import { flood } from './support/flood'
import { TITLE } from './support/person'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'
import { untilDone } from './support/until-done'

test('a flood is removed by a rule that two people agree to, and brought back by undoing it', async ({
  browser,
  request,
}) => {
  const via = `robot-${randomUUID().slice(0, 8)}`
  const before = await count(request)
  await flood(via, 150)
  await expectCount(request, before + 150)

  const first = (await signInAs(browser, 'moderator')).page
  await first.goto(`/admin/bulk/new?via=${via}`)
  await first.getByLabel('Petition').selectOption({ label: TITLE })
  await first.locator('select[name=verb]').selectOption('remove')
  await first.locator('select[name=reason]').selectOption('fraud')
  await first.getByRole('button', { name: 'Preview' }).click()
  await untilDone(first, 'Counted. Nothing has been changed yet.')
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Remove 150 signatures')
  await first.getByRole('button', { name: 'Request approval to remove 150' }).click()
  await expect(first.getByRole('status')).toContainText('Awaiting a second person')
  await expect(first.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
  expect(await count(request)).toBe(before + 150)

  const second = (await signInAs(browser, 'owner')).page
  await second.goto(first.url())
  await second.getByRole('button', { name: 'Approve: remove 150' }).click()
  await untilDone(second, 'Done')
  await expectCount(request, before)

  await first.reload()
  await first.getByRole('button', { name: 'Undo for up to 150' }).click()
  // Undoing moves as many, so it takes two people as well.
  await first.getByRole('button', { name: 'Request approval to restore 150' }).click()
  await second.goto(first.url())
  await second.getByRole('button', { name: 'Approve: restore 150' }).click()
  await expect(second.getByRole('status')).toContainText('Until then Undo takes it back')
  await endGrace()
  await untilDone(second, 'Done')
  await expectCount(request, before + 150)
})

test('an auditor sees what was done, and no name and no button', async ({ browser }) => {
  await flood(`seen-${randomUUID().slice(0, 8)}`, 1)
  const { page } = await signInAs(browser, 'auditor')
  await page.getByRole('link', { name: 'All signatures' }).click()
  await expect(page.getByLabel(/Exact email/)).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('cell').getByRole('link').first().click()
  await expect(page.getByRole('main')).toContainText('sealed; your role has no access')
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await page.goto('/admin/bulk/new')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You don’t have permission')
  await page.goto('/admin/audit')
  await expect(page.getByRole('main')).not.toContainText('Findable')
})

import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { count, expectCount } from './support/count'
import { endGrace } from './support/end-grace'
import { flood } from './support/flood'
import { TITLE } from './support/person'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'
import { untilDone } from './support/until-done'

/** Selects the first rows of the list, and continues to the confirmation page. */
async function choose(page: Page, via: string, many: number, verb: string): Promise<void> {
  await page.goto(`/admin/signatures?via=${via}&state=counted`)
  const boxes = page.getByRole('checkbox')
  await expect(boxes.first()).toBeVisible()
  for (let i = 0; i < many; i += 1) await boxes.nth(i).check()
  await page.getByLabel('With selected:').selectOption(verb)
  await page.getByRole('button', { name: 'Preview' }).click()
}

test('what was held by mistake, and removed by mistake, is taken back; one changed since stays', async ({
  browser,
  request,
}) => {
  const via = `school-${randomUUID().slice(0, 8)}`
  const before = await count(request)
  await flood(via, 12)
  await expectCount(request, before + 12)
  const { page } = await signInAs(browser, 'moderator')

  await page.goto(`/admin/bulk/new?via=${via}`)
  await page.getByLabel('Petition').selectOption({ label: TITLE })
  await page.locator('select[name=verb]').selectOption('hold')
  await page.getByRole('button', { name: 'Preview' }).click()
  await untilDone(page, 'Counted. Nothing has been changed yet.')
  await page.getByRole('button', { name: 'Hold 12' }).click()
  await untilDone(page, 'Done')
  const held = page.url()
  // Held signatures stay in the count. One is reviewed and released by hand.
  expect(await count(request)).toBe(before + 12)
  await page.getByRole('main').getByRole('cell').getByRole('link').first().click()
  await page.getByRole('button', { name: 'Release' }).click()
  await expect(page.getByRole('status')).toContainText('Released')
  // That was the wrong one: within a minute it is as it was before. Then it is released all the same.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status')).toContainText('The signature is as it was before')
  await expect(page.getByRole('main')).toContainText('Held')
  await page.getByRole('button', { name: 'Release' }).click()
  await expect(page.getByRole('status')).toContainText('Released')

  await page.goto(held)
  await page.getByRole('button', { name: 'Undo for up to 12' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undo: release 11 signatures')
  await page.getByRole('button', { name: 'Release 11' }).click()
  await expect(page.getByRole('status')).toContainText('Until then Undo takes it back')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await endGrace()
  await untilDone(page, 'Done')

  await choose(page, via, 5, 'remove fraud')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Remove 5 signatures')
  await page.getByRole('button', { name: 'Remove 5' }).click()
  await untilDone(page, 'Done')
  await expectCount(request, before + 7)
  await page.getByRole('button', { name: 'Undo for up to 5' }).click()
  await page.getByRole('button', { name: 'Restore 5' }).click()
  await expect(page.getByRole('status')).toContainText('Until then Undo takes it back')
  await endGrace()
  await untilDone(page, 'Done')
  await expectCount(request, before + 12)

  await page.goto('/admin/bulk')
  await expect(page.getByRole('table')).toContainText('Undo: restore')
})

test('a selection that nobody has gone on with changes nothing, and can be stopped', async ({ browser, request }) => {
  const via = `stopped-${randomUUID().slice(0, 8)}`
  const before = await count(request)
  await flood(via, 3)
  await expectCount(request, before + 3)
  const { page } = await signInAs(browser, 'moderator')
  await choose(page, via, 2, 'remove fraud')
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('status')).toContainText('Stopped')
  await expect(page.getByRole('button', { name: /Remove|Undo/ })).toHaveCount(0)
  expect(await count(request)).toBe(before + 3)
})

import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { expectAccessibleInEveryLook } from './support/every-look'
import { floodOf } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('a flood is looked at by one person, its patterns say how it is made, and it is closed with a reason that stays', async ({
  browser,
}) => {
  const domain = `wave-${randomUUID().slice(0, 8)}.example`
  const reason = `a broadcast ${domain.slice(5, 13)}`
  await floodOf(
    domain,
    Array.from({ length: 24 }, (_, i) => `Robot${100 + i}`),
  )
  const { page } = await signInAs(browser, 'moderator')
  const row = page.locator('#list').getByRole('row').filter({ hasText: domain })
  await expect(async () => {
    await page.goto('/admin/signatures/activity')
    await expect(row).toContainText('24', { timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await expect(row).toContainText('New')
  await row.getByRole('link').first().click()
  const shown = page.getByRole('main')
  await expect(shown.getByRole('columnheader', { name: 'Version of the form' })).toBeVisible()

  await page.getByRole('button', { name: 'Look at patterns' }).click()
  await expect(shown).toContainText('How 24 signatures are made')
  await expect(shown).toContainText('robot###@ (24)')
  await expect(shown).not.toContainText('robot100')
  await page.getByRole('button', { name: 'I’m looking at it' }).click()
  await expect(page.getByRole('status')).toContainText('You are looking at it')
  await expectAccessibleInEveryLook(await withScripts(browser, page), 'incident')

  const colleague = (await signInAs(browser, 'owner')).page
  await colleague.goto('/admin')
  await expect(colleague.getByRole('listitem').filter({ hasText: domain })).toContainText('is looking at it')

  await page.getByText('Close…').first().click()
  await page.getByLabel('Outcome').selectOption('normal')
  await page.getByLabel('Reason (no names)').fill(reason)
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('Closed.')
  await colleague.goto('/admin')
  await expect(colleague.getByRole('listitem').filter({ hasText: domain })).toHaveCount(0)

  // Ninety days: by what it was, and without its domain.
  await page.getByRole('link', { name: 'Last 90 days' }).click()
  await expect(page.getByRole('group', { name: /Counted signatures per day/ })).toBeVisible()
  const kept = page.locator('#list').getByRole('row').filter({ hasText: reason })
  await expect(kept).toContainText('One small mail domain')
  await expect(kept).toContainText('Normal')
  await expect(shown).not.toContainText(domain)
  const long = await withScripts(browser, page)
  await expectAccessible(long)
  if (process.env.SHOTS) await long.screenshot({ path: `${process.env.SHOTS}/long-1280.png`, fullPage: true })
  await long.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(long)
  if (process.env.SHOTS) await long.screenshot({ path: `${process.env.SHOTS}/long-390.png`, fullPage: true })
  await kept.getByRole('link').first().click()
  await page.getByRole('button', { name: 'Reopen and look at it' }).click()
  await expect(page.getByRole('status')).toContainText('You are looking at it')
})

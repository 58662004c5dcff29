import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { count, expectCount } from './support/count'
import { expectAccessibleInEveryLook } from './support/every-look'
import { floodOf } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'
import { untilDone } from './support/until-done'

const MANY = 300

test('300 fakes of one mail domain: found with one click, removal asked for with two more; the second person needs two', async ({
  browser,
  request,
}) => {
  const domain = `quick-${randomUUID().slice(0, 8)}.example`
  const before = await count(request)
  await floodOf(
    domain,
    Array.from({ length: MANY }, (_, i) => `User ${i}`),
  )
  await expectCount(request, before + MANY)
  const { page } = await signInAs(browser, 'moderator')
  const row = page.locator('#list').getByRole('row').filter({ hasText: domain })
  // The worker sees the domain when it indexes what was confirmed.
  await expect(async () => {
    await page.goto('/admin/signatures/activity')
    await expect(row).toContainText(String(MANY), { timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await row.getByRole('link').click()
  const picture = page.getByRole('group', { name: 'Signatures per minute' })
  await expect(
    picture.getByRole('link', { name: new RegExp(`: ${MANY} signatures, ${MANY} in this group$`) }),
  ).toHaveCount(1)
  await page.getByText('Show as table').click()
  await expect(page.getByRole('row', { name: new RegExp(`${MANY} ${MANY} See signatures`) })).toBeVisible()
  // Beside the others of the same minutes: of its domain and with its flag are all of the group, and nobody else.
  const compared = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Email domain' }) })
  await expect(compared.getByRole('row', { name: new RegExp(`^${domain} ${MANY} \\(100%\\) 0 `) })).toBeVisible()
  await expectAccessibleInEveryLook(await withScripts(browser, page), 'flood')
  await page.goto('/admin')
  // It stands among what needs somebody, with its number.
  const told = page.getByRole('listitem').filter({ hasText: domain })
  await expect(told).toContainText(`${MANY} signatures`)
  await expect(told.getByRole('link')).toHaveAttribute('href', /^\/admin\/signatures\/activity/)

  let clicks = 0
  const click = async (on: Page, name: string | RegExp, role: 'link' | 'button' = 'button') => {
    clicks += 1
    await on.getByRole(role, { name }).first().click()
  }
  const act = async (done: Promise<unknown>) => {
    clicks += 1
    await done
  }
  await act(told.getByRole('link').click())
  // A choice in a list takes two: to open it, and to choose.
  clicks += 1
  await act(page.getByRole('combobox', { name: new RegExp(domain) }).selectOption('fraud'))
  await act(page.getByRole('button', { name: /^Remove/ }).click())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Remove ${MANY} signatures`)
  await expect(page.getByRole('main')).toContainText(`email domain ${domain}`)
  await expect(page.locator('main > dl')).not.toContainText(/[{}]|[0-9a-f]{8}-[0-9a-f]{4}/)
  await click(page, `Request approval to remove ${MANY}`)
  await expect(page.getByRole('status')).toContainText('Awaiting a second person')
  expect(clicks).toBeLessThanOrEqual(5)

  const second = (await signInAs(browser, 'owner')).page
  clicks = 0
  await click(second, new RegExp(`^Review.*Remove ${MANY} signatures`), 'link')
  await expect(second.getByRole('main')).toContainText(domain)
  await expect(second.locator('main > dl')).not.toContainText(/[{}]|[0-9a-f]{8}-[0-9a-f]{4}/)
  await click(second, /^Approve/)
  expect(clicks).toBe(2)
  await page.reload()
  await untilDone(page, 'Done')
  await expectCount(request, before)
})

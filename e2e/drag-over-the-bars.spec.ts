import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessibleInEveryLook } from './support/every-look'
import { floodOf } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** A flood of its own mail domain, which the page of suspicious activity shows. */
async function aFlood(page: Page): Promise<string> {
  const domain = `drag-${randomUUID().slice(0, 8)}.example`
  await floodOf(
    domain,
    Array.from({ length: 24 }, (_, i) => `Robot ${i}`),
  )
  const row = page.locator('#list').getByRole('row').filter({ hasText: domain })
  // The worker sees the domain when it indexes what was confirmed.
  await expect(async () => {
    await page.goto('/admin/signatures/activity')
    await expect(row).toContainText('24', { timeout: 500 })
  }).toPass({ timeout: 60_000 })
  await row.getByRole('link').first().click()
  await page.getByRole('link', { name: 'Whole period' }).click()
  await expect(page.getByRole('group', { name: 'Signatures per quarter of an hour' })).toBeVisible()
  return page.url()
}

test('dragging over the bars of a flood shows that window; its fields do the same without scripts', async ({
  browser,
}) => {
  const { page } = await signInAs(browser, 'moderator')
  const whole = await aFlood(page)
  const scripted = await withScripts(browser, page)
  await scripted.setViewportSize({ width: 1280, height: 900 })
  await scripted.goto(whole)
  const chart = scripted.locator('svg[data-step]')
  await expect(scripted.getByText('Or drag over the bars.')).toBeVisible()
  await chart.scrollIntoViewIfNeeded()
  const box = await chart.boundingBox()
  if (!box) throw new Error('no chart')
  // 96 quarters from 6 % of the width on: the last four, from the right.
  const x = (bar: number) => box.x + box.width * (0.06 + (0.94 * (bar + 0.5)) / 96)
  const y = box.y + 60
  await scripted.mouse.move(x(95), y)
  await scripted.mouse.down()
  await scripted.mouse.move(x(93), y)
  await scripted.keyboard.press('Escape')
  await scripted.mouse.up()
  expect(scripted.url()).toBe(whole)

  await scripted.mouse.move(x(95), y)
  await scripted.mouse.down()
  await scripted.mouse.move(x(94), y)
  await scripted.mouse.move(x(92), y)
  await expect(scripted.locator('rect.brush')).toHaveCount(1)
  await scripted.mouse.up()
  await scripted.waitForURL(/[?&]from=/)
  await expect(scripted.getByRole('group', { name: 'Signatures per minute' })).toBeVisible()
  const chosen = new URL(scripted.url()).searchParams
  const [from, to] = ['from', 'to'].map((name) => Date.parse(`${chosen.get(name)}Z`))
  expect([chosen.get('zone'), (to ?? 0) - (from ?? 0)]).toEqual(['UTC', 3_600_000])
  await expect(scripted.locator('svg[data-step]')).toHaveAttribute('data-bars', '60')
  await expectAccessibleInEveryLook(scripted, 'window')

  // A bar that is pressed is a link as before.
  await scripted.goto(whole)
  await chart.getByRole('link').last().click()
  await scripted.waitForURL(/[?&]at=/)

  await page.goto(whole)
  const [first, last] = [page.getByLabel(/^Received from/), page.getByLabel(/^and before/)]
  const before = await first.inputValue()
  await last.fill(before)
  await page.getByRole('button', { name: 'Show this window' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no such window.')
  await expect(page.getByLabel(/^Received from/)).toHaveValue(before)
  await page.getByLabel(/^and before/).fill(before.replace(/T.*/, 'T23:59'))
  await page.getByRole('button', { name: 'Show this window' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('main').getByText('Show as table')).toBeVisible()
})

import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('who asked for approval sees it given on the page that is open; a page that is left open stops looking', async ({
  browser,
}) => {
  const [first, second] = [(await signInAs(browser, 'owner')).page, (await signInAs(browser, 'owner')).page]
  await first.goto('/admin/staff')
  await first.getByLabel('Email address').fill(`follows-${Date.now()}@example.org`)
  await first.getByLabel('Role').selectOption('moderator')
  await first.getByLabel(/^Reason/).fill('Joins the review.')
  await first.getByRole('button', { name: 'Invite' }).click()
  await expect(first.getByRole('status').first()).toContainText('Awaiting a second person')

  const [open, left] = [await withScripts(browser, first), await withScripts(browser, first)]
  let looks = 0
  left.on('request', (request) => {
    if (request.resourceType() === 'fetch') looks += 1
  })
  for (const page of [open, left]) {
    await page.clock.install()
    await page.goto(first.url())
  }
  await left.clock.runFor(11 * 60_000)
  await expect.poll(() => looks).toBeGreaterThan(0)
  const before = looks
  await left.clock.runFor(5 * 60_000)
  expect(looks).toBe(before)

  await second.goto(first.url())
  await second.getByRole('button', { name: 'Approve' }).click()
  await expect(second.getByRole('status').last()).toContainText('it was executed')
  // Without scripts a link does it, once.
  await expect(first.getByRole('status').last()).toContainText('Awaiting a second person')
  await first.getByRole('link', { name: 'Refresh' }).click()
  await expect(first.getByRole('status').last()).toContainText('it was executed')
  await expect(first.getByRole('link', { name: 'Refresh' })).toHaveCount(0)
  await open.clock.runFor(15_000)
  await expect(open.getByRole('status').last()).toContainText('it was executed')
  await expect(open.getByRole('button', { name: 'Withdraw request' })).toHaveCount(0)
})

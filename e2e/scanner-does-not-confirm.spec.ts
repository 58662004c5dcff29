import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, sign } from './support/person'
import { expect, test } from './support/test'

test('a mail scanner that opens, prefetches and renders the link confirms nothing', async ({
  page,
  request,
  browser,
}) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  const link = await mailedLink(request, person.email)

  for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS']) await request.fetch(link, { method })
  await request.get(link, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' } })
  await request.get(`/api/v1/confirmations?token=${link.slice(-43)}`)
  const scanner = await (await browser.newContext()).newPage()
  await scanner.goto(link)
  await scanner.waitForTimeout(3_000)
  expect(await count(request)).toBe(before)

  await confirm(page, link, 'en')
  await expectCount(request, before + 1)
})

test('twenty presses of Confirm at once count once', async ({ page, request }) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  const token = (await mailedLink(request, person.email)).slice(-43)
  const presses = Array.from({ length: 20 }, () =>
    request.post('/api/v1/confirmations', { form: { token }, maxRedirects: 0 }),
  )
  for (const answer of await Promise.all(presses)) expect(answer.status()).toBe(303)
  await expectCount(request, before + 1)
  await page.waitForTimeout(2_500)
  expect(await count(request)).toBe(before + 1)
})

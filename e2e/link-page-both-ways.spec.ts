import type { APIRequestContext } from '@playwright/test'
import { nextAlone, seen } from './support/both-ways'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { openPrivatePage } from './support/private-link'
import { expect, test } from './support/test'

async function expectTheSame(request: APIRequestContext, other: string, path: string, heading: string): Promise<void> {
  const direct = await seen(request, path)
  const framework = await seen(request, other + path)
  expect(direct.html).toContain(heading)
  expect(direct.html).toBe(framework.html)
  expect({ status: direct.status, kept: direct.kept }).toEqual({ status: framework.status, kept: false })
  expect(direct.referrer).toBe('strict-origin')
}

test('the pages behind mailed links are the same whether React or the framework answers', async ({ page, request }) => {
  const next = await nextAlone()
  const person = newPerson()
  const hostile = `</main><script>alert(1)</script> $& "quoted" 'too' &amp; \u05d0 {at}`
  const form = { ...person, country: 'KR', display: 'full', comment: hostile, consent: 'on', locale: 'en' }
  const before = await count(request)
  await request.post(`/api/v1/petitions/${SLUG}/signatures`, { form, maxRedirects: 0 })
  const link = new URL(await mailedLink(request, person.email), 'http://localhost').pathname
  await expectTheSame(request, next.url, link, 'Confirm your signature')
  await expectTheSame(request, next.url, link.replace('/en/', '/ar/'), 'dir="rtl"')
  expect((await seen(request, link)).html).not.toContain('<script>alert')

  await request.post('/api/v1/confirmations', { form: { token: link.split('/').at(-1) ?? '' }, maxRedirects: 0 })
  await expectCount(request, before + 1)
  // Petitions are cached for seconds: both pages must show the same count.
  await expect.poll(async () => (await seen(request, link)).html).toContain(`<data value="${before + 1}"`)
  await expectTheSame(request, next.url, link, 'Thank you. Your signature has been counted.')
  await expectTheSame(request, next.url, `/en/signature/${'A'.repeat(43)}`, '<h1>')

  await expectTheSame(request, next.url, `/ar/unsubscribe/${'A'.repeat(144)}`, 'dir="rtl"')
  await openPrivatePage(page, request, person)
  await expectTheSame(request, next.url, new URL(page.url()).pathname, person.email)
  await expectTheSame(request, next.url, `/en/signature/own/${'A'.repeat(43)}`, 'does not work')
  await next.stop()
})

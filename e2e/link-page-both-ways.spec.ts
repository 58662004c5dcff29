import type { APIRequestContext } from '@playwright/test'
import { parse, serialize } from 'parse5'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

/** A page as browsers see it: its HTML as a parser has it, and the headers that protect it. */
async function seen(request: APIRequestContext, path: string) {
  const answer = await request.get(path)
  const { 'content-security-policy': policy, 'cache-control': caching, 'referrer-policy': referrer } = answer.headers()
  const html = serialize(parse((await answer.text()).replaceAll(path, '/the/path')))
  return { status: answer.status(), policy, caching, referrer, html }
}

/** The same address in a spelling that the server leaves to the framework. */
function toFramework(path: string): string {
  const at = path.lastIndexOf('/') + 1
  return `${path.slice(0, at)}%${path.charCodeAt(at).toString(16)}${path.slice(at + 1)}`
}

async function expectTheSame(request: APIRequestContext, path: string, heading: string): Promise<void> {
  const direct = await seen(request, path)
  const spelt = toFramework(path)
  const token = path.slice(path.lastIndexOf('/') + 1)
  const framework = await seen(request, spelt)
  // The framework decodes the token; the path in links to other languages is that of the request or the decoded one.
  const plain = (html: string) => html.replaceAll(token, 'TOKEN').replaceAll('/signature/TOKEN', '/the/path')
  expect(direct.html).toContain(heading)
  expect(plain(direct.html).replaceAll(/\/\w+(?=\/the\/path)/g, '')).toBe(
    plain(framework.html).replaceAll(/\/\w+(?=\/the\/path)/g, ''),
  )
  expect({ ...direct, html: '' }).toEqual({ ...framework, html: '' })
}

test('the page behind a mailed link is the same whether React or the framework answers', async ({ request }) => {
  const person = newPerson()
  const hostile = `</main><script>alert(1)</script> $& "quoted" 'too' &amp; \u05d0 {at}`
  const form = { ...person, country: 'KR', display: 'full', comment: hostile, consent: 'on', locale: 'en' }
  const before = await count(request)
  await request.post(`/api/v1/petitions/${SLUG}/signatures`, { form, maxRedirects: 0 })
  const link = new URL(await mailedLink(request, person.email), 'http://localhost').pathname
  await expectTheSame(request, link, 'Confirm your signature')
  await expectTheSame(request, link.replace('/en/', '/ar/'), 'dir="rtl"')
  expect((await seen(request, link)).html).not.toContain('<script>alert')

  await request.post('/api/v1/confirmations', { form: { token: link.split('/').at(-1) ?? '' }, maxRedirects: 0 })
  await expectCount(request, before + 1)
  // Petitions are cached for seconds: both pages must show the same count.
  await expect.poll(async () => (await seen(request, link)).html).toContain(`<data value="${before + 1}"`)
  await expectTheSame(request, link, 'Thank you. Your signature has been counted.')
  await expectTheSame(request, `/en/signature/${'A'.repeat(43)}`, '<h1>')
})

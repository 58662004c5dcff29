import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { parse, serialize } from 'parse5'
import { filterHtml } from '@/lib/web/server/filter-html'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'
import { thisSite } from '@/test/sites.mjs'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { openPrivatePage } from './support/private-link'
import { expect, test } from './support/test'

/** A page as browsers see it: its HTML as a parser has it, and what says who may keep it. */
async function seen(request: APIRequestContext, url: string) {
  const answer = await request.get(url)
  const { 'cache-control': caching = '', 'referrer-policy': referrer } = answer.headers()
  const html = serialize(parse(filterHtml(await answer.text())))
  return { status: answer.status(), kept: !/no-store/.test(caching), referrer, html }
}

/** The same build where there is only Next.js, as on a host that runs no server of ours. */
async function nextAlone() {
  const port = await freePort()
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { ...process.env, ...thisSite().env } as NodeJS.ProcessEnv
  const { stop } = startProcess([next, 'start', '-p', String(port), '-H', '127.0.0.1'], { env, output: 'pipe' })
  return { url: `http://127.0.0.1:${port}`, stop }
}

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
  await expect
    .poll(
      () =>
        fetch(`${next.url}/en/at-risk`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
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

import { expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { sealFormState } from '@/lib/integrity/form-state'
import { useDatabase } from '@/test/use-database'
import { unreadable } from './read-post'
import { answerReloadable, openPage, sealPage } from './reloadable-answer'
import { serviceUnavailable } from './service-unavailable'
import { tooManyRequests } from './too-many-requests'

useDatabase()

const posted = (accept: string) =>
  new Request('http://localhost:3000/api/v1/petitions/x/signatures', { method: 'POST', headers: { accept } })
const fields = { name: 'Typed "Name" <b>', email: 'typed@example.org', comment: 'a\nb' }
const task = { parameters: {} } as Parameters<typeof tooManyRequests>[3]['task']
const refused = { task, later: true }

/** Follows redirects as a browser would, any number of times. */
async function followed(answer: Response) {
  const location = answer.headers.get('location') ?? ''
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([303, 'no-store'])
  expect(location.length).toBeLessThan(8_000)
  expect(decodeURIComponent(location)).not.toMatch(/typed|Name/i)
  const pages = [1, 2].map(async () => answerReloadable(new Request(new URL(location, 'http://localhost:3000'))))
  const [page, again] = await Promise.all(pages)
  const html = (await page?.text()) ?? ''
  expect(await again?.text()).toBe(html)
  return { status: page?.status, retryAfter: page?.headers.get('retry-after'), html }
}

test('while the database is down, the page is shown at once with the typed values', async () => {
  const query = vi.spyOn(pool(), 'query').mockRejectedValue(new Error('away'))
  const answer = await serviceUnavailable(posted('text/html'), 'en', fields)
  query.mockRestore()
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  expect(await answer.text()).toContain('value="typed@example.org"')
})

test('"too many requests" and "unavailable" have URLs that keep the typed values and can be reloaded', async () => {
  const busy = await followed(await tooManyRequests(posted('text/html,*/*'), 'ko', fields, refused))
  expect(busy).toMatchObject({ status: 429, retryAfter: '600' })
  expect(busy.html).toContain('<html lang="ko"')
  const later = await followed(await serviceUnavailable(posted('text/html'), 'ar', fields))
  expect(later).toMatchObject({ status: 503, retryAfter: '10' })
  for (const { html } of [busy, later]) {
    expect(html).toContain('action="/api/v1/petitions/x/signatures"')
    expect(html).toContain('value="Typed &quot;Name&quot; &lt;b&gt;"')
  }
})

test('a program, or a browser whose page does not fit into a URL, gets the page at once', async () => {
  expect((await tooManyRequests(posted('*/*'), 'en', fields, refused)).status).toBe(429)
  expect((await tooManyRequests(posted('application/json'), 'en', fields, refused)).status).toBe(429)
  const noise = Array.from({ length: 9_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('')
  const long = await tooManyRequests(posted('text/html'), 'en', { ...fields, comment: noise }, refused)
  expect(long.status).toBe(429)
  expect(await long.text()).toContain(noise)
})

test('an unreadable request gets an error page with its own URL, in the requested language', async () => {
  for (const status of [400, 413, 415] as const) {
    const page = await followed(unreadable(posted('text/html'), { ok: false, status }))
    expect(page.status).toBe(status)
    expect(page.html).toContain('</html>')
    expect(unreadable(posted('*/*'), { ok: false, status }).status).toBe(status)
    expect(unreadable(posted('application/json'), { ok: false, status }).status).toBe(status)
  }
})

test.each(['', 'x', 'A'.repeat(6_100), 'A'.repeat(100), '%00', '../..'])('%j opens no page: 410', async (text) => {
  const asked = new Request(`http://localhost:3000/form-result?page=${encodeURIComponent(text)}&locale=ja`)
  const answer = await answerReloadable(asked)
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('15分')
})

test('a sealed page opens for 15 minutes, across midnight, and only if unaltered', async () => {
  const midnight = new Date('2026-11-20T23:59:00Z')
  const page = { html: '<p>', status: 429 }
  const sealed = (await sealPage(page, midnight)) ?? ''
  const after = (minutes: number) => new Date(midnight.getTime() + minutes * 60_000)
  expect(await openPage(sealed, after(14))).toEqual(page)
  expect(await openPage(sealed, after(15))).toBeNull()
  const swapped = sealed.endsWith('A') ? 'B' : 'A'
  expect(await openPage(`${sealed.slice(0, 30)}${swapped}${sealed.slice(31)}`, after(1))).toBeNull()
  const draft = await sealFormState({ values: { html: '<script>', status: '200' }, errors: {} }, midnight)
  expect(await openPage(draft, after(1))).toBeNull()
})

test('an unknown status and an invalid reference are not shown', async () => {
  const answer = await answerReloadable(
    new Request('http://localhost:3000/form-result?status=200&reference=<script>&locale=xx'),
  )
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('script')
})

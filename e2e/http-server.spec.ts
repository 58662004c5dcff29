import { readFile } from 'node:fs/promises'
import { anotherSite } from '@/test/sites.mjs'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Allowed script elements: a data block, or one of the site's static files. */
const harmless = /^<script(?=[^>]*(?: type="application\/(?:ld\+)?json"| src="\/[\w-]+\.js"))[^>]*>/

/**
 * Every public page and file of the build, so also those that are added later, in English and in the language that tests
 * add: what a page carries beside its words is the same in all.
 */
async function publicPaths(): Promise<{ pages: string[]; files: string[] }> {
  const routes: Record<string, string> = JSON.parse(await readFile('.next/app-path-routes-manifest.json', 'utf8'))
  const local = Object.keys(routes).filter((route) => route.startsWith('/[locale]'))
  const filled = (kind: string) =>
    ['en', 'ar-XB'].flatMap((locale) =>
      local
        .filter((route) => route.endsWith(kind))
        .map((route) => route.slice(0, -kind.length).replace('[locale]', locale).replace('[token]', 'A'.repeat(43)))
        .map((path) => path.replace('/petitions/[slug]', `/petitions/${SLUG}`).replace(/\[\w+\]/g, 'none')),
    )
  return { pages: filled('/page'), files: filled('/route') }
}

const errors: [status: number, method: string, path: string, body?: string][] = [
  [404, 'GET', '/nowhere'],
  [404, 'GET', '/en/nowhere'],
  [404, 'GET', '/ko/petitions/none'],
  [404, 'GET', '/ko/petitions/none/sign?draft=x'],
  [404, 'GET', '/wp-login.php'],
  [404, 'GET', '/_next/static/none.js'],
  [400, 'GET', '/en/%00'],
  [400, 'GET', '/en%2fpetitions'],
  [405, 'POST', '/en', 'a=b'],
  [413, 'POST', `/api/v1/petitions/${SLUG}/signatures`, `name=${'a'.repeat(70_000)}`],
  [414, 'GET', `/en/${'a'.repeat(3000)}`],
  [415, 'POST', `/api/v1/petitions/${SLUG}/signatures`, '<xml/>'],
]

test('nobody, not even the first visitor, gets a script that could run, or less than the whole policy', async () => {
  // Every page of the build in two languages, twice.
  test.setTimeout(400_000)
  const site = await anotherSite()
  try {
    const { pages, files } = await publicPaths()
    expect(pages.length).toBeGreaterThan(20)
    for (const visit of ['first', 'second']) {
      for (const path of [...pages, ...files]) {
        const answer = await fetch(site.url + path, { redirect: 'manual' })
        const text = await answer.text()
        expectSafe(answer, text, `${visit} visit of ${path}`)
        if (answer.headers.get('content-type')?.startsWith('text/html')) expect(text, path).toContain('</html>')
        if (!/none|A{43}/.test(path) && pages.includes(path)) expect(answer.status, path).toBe(200)
      }
    }
    for (const [status, method, path, body] of errors) {
      const type = body === '<xml/>' ? 'text/xml' : 'application/x-www-form-urlencoded'
      const headers = new Headers(body === undefined ? [] : [['content-type', type]])
      const answer = await fetch(site.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
      expect(answer.status, path).toBe(status)
      expectSafe(answer, await answer.text(), path)
      expect(answer.headers.get('cache-control'), path).toContain('no-store')
    }
  } finally {
    await site.close()
  }
})

function expectSafe({ headers }: Response, html: string, where: string) {
  expect(headers.get('content-security-policy'), where).toBe(policy)
  expect(headers.get('x-content-type-options'), where).toBe('nosniff')
  // Pages with a secret in their URL set a stricter policy.
  const secret = html.includes('<meta name="referrer" content="strict-origin"')
  expect(headers.get('referrer-policy'), where).toBe(secret ? 'strict-origin' : 'same-origin')
  expect(headers.get('x-powered-by'), where).toBe(null)
  expect(headers.get('set-cookie'), where).toBe(null)
  if (!headers.get('content-type')?.startsWith('text/html')) return
  for (const [script] of html.matchAll(/<script[^>]*>/gi)) expect(script, where).toMatch(harmless)
  // Within tags: the page with markup to copy shows some as text.
  expect(html, where).not.toMatch(/modulepreload|as="script"|<[a-z][^<>]*\son\w+="|javascript:/i)
  expect(html, where).not.toMatch(/<[a-z][^<>]*\sstyle="|<style/i)
}

test('a page comes small, and not again to who has it', async ({ request }) => {
  const headers = { 'accept-encoding': 'gzip, deflate, br' }
  const petition = (await request.get(`/en/petitions/${SLUG}`, { headers })).headers()
  expect(petition['content-encoding']).toBe('br')
  expect(Number(petition['content-length'])).toBeLessThan(14 * 1024)
  const { etag = '' } = (await request.get('/en/missing', { headers })).headers()
  const again = await request.get('/en/missing', { headers: { ...headers, 'if-none-match': etag } })
  expect([again.status(), (await again.body()).length]).toEqual([304, 0])
})

test('the bare address leads to the language of the browser', async ({ request }) => {
  for (const [wish, home] of [
    ['ko-KR,ko;q=0.9,en;q=0.5', '/ko'],
    ['de', '/en'],
  ] as const) {
    const answer = await request.get('/', { headers: { 'accept-language': wish }, maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toBe(home)
  }
})

test('monitors learn whether the site can serve', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' })
  const ready = await request.get('/api/ready')
  expect(await ready.json()).toMatchObject({ status: 'ready', database: 'ok' })
  expect((await request.get('/api/none')).status()).toBe(404)
})

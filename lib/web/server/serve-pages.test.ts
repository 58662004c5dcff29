import { describe, expect, it, vi } from 'vitest'
import { fakeUpstream, html } from '@/test/fake-upstream'
import { securityHeaders } from './security-headers'
import { Busy, servePages } from './serve-pages'

const there = async () => true
const security = securityHeaders('http://localhost:3000')

function serving(answer: Parameters<typeof fakeUpstream>[0]) {
  const upstream = fakeUpstream(answer)
  const pages = servePages(upstream.ask, security, (path) => !path.startsWith('/no-route'), there)
  const look = async (path: string, query = '', language?: string) => {
    const { status, variants } = await pages.get(path, query, language)
    const { headers, body } = variants.identity
    const header = (name: string) => headers[headers.findIndex((text, i) => i % 2 === 0 && text === name) + 1]
    return { status, text: body.toString(), caching: header('Cache-Control'), location: header('Location') }
  }
  return { upstream, pages, look }
}

const missing = (target: string) =>
  target.endsWith('/missing') ? { body: html(`missing ${target}`) } : { status: 404, body: html('framework says no') }

it('tells Tor Browser the same page of the onion service, where there is one', async () => {
  const upstream = fakeUpstream(() => ({ body: html('home') }))
  const { headers } = (
    await servePages(upstream.ask, security, () => true, there, 'http://abc.onion').get('/en/petitions', '', undefined)
  ).variants.identity
  expect(headers[headers.indexOf('Onion-Location') + 1]).toBe('http://abc.onion/en/petitions')
  const without = (await servePages(upstream.ask, security, () => true, there).get('/en', '', undefined)).variants
    .identity
  expect(without.headers).not.toContain('Onion-Location')
})

describe('servePages', () => {
  it('keeps one entry a page, whatever is put behind the question mark', async () => {
    const { upstream, pages, look } = serving(() => ({ body: html('home') }))
    for (let i = 0; i < 100; i++) await look('/en', `utm_source=${i}&draft=${i}`)
    expect(upstream.asked).toEqual(['/en'])
    expect(pages.entries).toBe(1)
  })

  it('passes on what a page depends on, and keeps no page the framework calls private', async () => {
    const { upstream, pages, look } = serving(() => ({
      headers: { 'cache-control': 'private, no-cache, no-store, max-age=0, must-revalidate' },
      body: html('form'),
    }))
    const page = await look('/en/petitions/x/sign', 'b=1&via=m&draft=a%2Bb')
    expect(upstream.asked).toEqual(['/en/petitions/x/sign?draft=a%2Bb&via=m'])
    expect(page).toMatchObject({ status: 200, caching: 'private, no-store' })
    expect(page.text).not.toContain('<script')
    expect(pages.entries).toBe(0)
  })

  it("passes on a petition's member code, which redirects to its form, and nothing else in its place", async () => {
    const { upstream, look } = serving((target) =>
      target.includes('via')
        ? { status: 307, headers: { location: '/en/petitions/x/sign?via=m' } }
        : { body: html('x') },
    )
    expect(await look('/en/petitions/x', 'via=m&b=1')).toMatchObject({ status: 307, caching: 'private, no-store' })
    await look('/en/petitions/x', 'via=<b>')
    expect(upstream.asked).toEqual(['/en/petitions/x?via=m', '/en/petitions/x'])
  })

  it('lets other sites show a petition’s form in a frame, kept like its page, and nothing else', async () => {
    const { upstream, pages } = serving((target) =>
      target.endsWith('/none') ? { status: 404 } : { body: html(target) },
    )
    const headersAt = async (path: string, query = '') => (await pages.get(path, query, 'en')).variants.identity.headers
    const framed = await headersAt('/embed/ko/petitions/x', 'accent=blue&b=1&via=m&theme=dark')
    expect(upstream.asked).toEqual(['/embed/ko/petitions/x?via=m&theme=dark&accent=blue'])
    expect(framed).not.toContain('X-Frame-Options')
    expect(framed[framed.indexOf('Content-Security-Policy') + 1]).toBe(
      security[1]?.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    )
    expect(pages.ready('/embed/ko/petitions/x?via=m&theme=dark&accent=blue')).toBeDefined()
    for (const path of ['/ko/petitions/x', '/ko/embed', '/ko/petitions/embed', '/embed/ko/petitions/none']) {
      const headers = await headersAt(path)
      expect(headers[headers.indexOf('X-Frame-Options') + 1], path).toBe('DENY')
      expect(headers.join('\n'), path).toContain("frame-ancestors 'none'")
    }
    expect(upstream.asked).toContain('/ko/missing')
  })

  it.each([undefined, 'no-store', 's-maxage=0', 'max-age=60', 'private, s-maxage=60'])(
    'does not keep a page with Cache-Control: %s',
    async (caching) => {
      const { pages, look } = serving(() => ({ headers: { 'cache-control': caching }, body: html('x') }))
      expect((await look('/en')).caching).toBe('private, no-store')
      expect(pages.entries).toBe(0)
    },
  )

  it('answers 404 with the page for it, in the language of the address', async () => {
    const { look } = serving(missing)
    const page = await look('/ko/nothing', '', 'en')
    expect(page).toMatchObject({ status: 404, caching: 'no-store' })
    expect(page.text).toContain('missing /ko/missing')
  })

  it('asks the framework for nothing it has no route for', async () => {
    const { upstream, pages, look } = serving(missing)
    for (let i = 0; i < 100; i++) expect((await look(`/no-route/${i}`)).status).toBe(404)
    expect(upstream.asked).toEqual(['/en/missing'])
    expect(pages.entries).toBe(1)
  })

  it('or in the language the browser asks for', async () => {
    const { look } = serving(missing)
    expect((await look('/nothing', '', 'ko-KR,ko;q=0.9')).text).toContain('missing /ko/missing')
    expect((await look('/nothing')).text).toContain('missing /en/missing')
  })

  it('says 404 even when the page for it is missing, too', async () => {
    const { look } = serving(() => ({ status: 404 }))
    expect(await look('/en/nothing')).toMatchObject({ status: 404, caching: 'no-store' })
  })

  it('remembers for a moment that a page is missing', async () => {
    const { upstream, look } = serving(missing)
    for (let i = 0; i < 50; i++) await look('/en/nothing')
    expect(upstream.asked).toEqual(['/en/nothing', '/en/missing'])
  })

  it('passes redirects on', async () => {
    const { look } = serving(() => ({ status: 308, headers: { location: '/en' } }))
    expect(await look('/en/')).toMatchObject({ status: 308, location: '/en', caching: 'private, no-store' })
  })

  it('shows the last good page when the framework fails', async () => {
    let status = 200
    const { look } = serving(() => ({ status, body: html(`status ${status}`) }))
    await look('/en')
    status = 500
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
    expect(await look('/en')).toMatchObject({ status: 200, text: expect.stringContaining('status 200') })
    await expect(look('/ko')).rejects.toThrow('500')
  })

  it('turns people away rather than let everyone wait for pages nobody knows', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const { upstream, look } = serving((target) =>
      target === '/en' ? { body: html('home') } : gate.then(() => ({ status: 404 })),
    )
    await look('/en')
    const crowd = Array.from({ length: 400 }, (_, i) => look(`/en/none-${i}`).catch((error: unknown) => error))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(upstream.asked.length).toBe(1 + 2)
    // Known pages are remade in the meantime.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000)
    expect((await look('/en')).text).toContain('home')
    expect(upstream.asked.filter((target) => target === '/en').length).toBe(2)
    release()
    const answers = await Promise.all(crowd)
    expect(answers.filter((answer) => answer instanceof Busy).length).toBe(400 - 2 - 256)
  })

  it('stays within its bounds under 100,000 addresses', async () => {
    const { pages } = serving((target) =>
      target.endsWith('/missing') ? { body: html('missing') } : { status: target.includes('a') ? 404 : 200 },
    )
    for (let i = 0; i < 100_000; i++) await pages.get(`/en/${i.toString(16)}`, `q=${i}`, 'en')
    expect(pages.entries).toBeLessThanOrEqual(5000)
    expect(pages.bytes).toBeLessThanOrEqual(64 * 1024 * 1024)
  }, 60_000)
})

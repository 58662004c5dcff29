import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OwnPage } from '@/components/self-service/self-service-page'
import { StopUpdates } from '@/components/signatures/unsubscribe/stop-updates'
import { db } from '@/lib/db'
import type { AccessContent } from '@/lib/self-service/access-content'
import { sealWithToken } from '@/lib/vault/seal-with-token'
import { hashToken, newToken } from '@/lib/vault/token'
import { useDatabase } from '@/test/use-database'
import { GET as own } from './signature/own/[token]/answer'
import { GET as unsubscribe } from './unsubscribe/[token]/answer'

useDatabase()

const frame =
  '<html><head><title>F</title></head><body><main id="content"><p>Of nobody</p></main><a href="/ko/unsubscribe/-------------------------------------------">ko</a></body></html>'

async function ask(page: typeof own, token: string, locale = 'en') {
  const asked: string[] = []
  const context = {
    params: Promise.resolve({ locale, token }),
    frame: async (path: string) => {
      asked.push(path)
      return frame
    },
  }
  const { body, headers, status } = await page(new Request('http://localhost/'), context)
  return { status, headers, html: body.toString(), asked }
}

const content = (html: string) => /<main id="content">(.*)<\/main>/.exec(html)?.[1]
const nobodys = '-'.repeat(43)

describe('pages behind a token', () => {
  it('are what React writes for each person, in the frame of nobody', async () => {
    for (const locale of ['en', 'ar'] as const) {
      // Each twice: the second from what is kept.
      for (const token of [newToken(), newToken(), 'x'.repeat(144)]) {
        const stop = await ask(unsubscribe, token, locale)
        expect(content(stop.html)).toBe(renderToStaticMarkup(<StopUpdates token={token} locale={locale} />))
        expect(stop.html).toContain(`/ko/unsubscribe/${token}`)
        const unknown = await ask(own, token, locale)
        expect(content(unknown.html)).toBe(renderToStaticMarkup(<OwnPage token={token} own={null} locale={locale} />))
        expect([...stop.asked, ...unknown.asked]).toEqual([
          `/${locale}/unsubscribe/${nobodys}`,
          `/${locale}/signature/own/${nobodys}`,
        ])
        for (const { status, headers } of [stop, unknown]) {
          expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([
            200,
            'private, no-store',
            'strict-origin',
          ])
        }
      }
    }
  })

  it('show what is held to whom it belongs, and to nobody else', async () => {
    const [link, session, other] = [newToken(), newToken(), newToken()]
    const expiresAt = new Date(Date.now() + 60_000)
    const held: AccessContent = { canonical: 'a@example.org', locale: 'en', signatures: [], notice: 'changed' }
    for (const [kind, token] of [
      ['link', link],
      ['session', session],
    ] as const) {
      await db().accessLink.create({
        data: {
          tokenHash: hashToken(token) ?? Buffer.alloc(0),
          kind,
          expiresAt,
          addressIndex: Buffer.alloc(32),
          sealed: sealWithToken(token, held),
        },
      })
    }
    expect(content((await ask(own, link)).html)).toBe(
      renderToStaticMarkup(<OwnPage token={link} own={{ kind: 'link' }} locale="en" />),
    )
    const shown = (await ask(own, session)).html
    expect(shown).toContain(`name="session" value="${session}"`)
    for (const html of [(await ask(own, other)).html, (await ask(own, link)).html]) expect(html).not.toContain(session)
  })
})

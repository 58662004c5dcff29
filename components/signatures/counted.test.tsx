import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Count } from '@/components/petitions/count'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { LinkShape } from '@/lib/signatures/link-page'
import { Counted } from './counted'

const token = 't'.repeat(43)
const text = { locale: 'en', title: 'A register', call: 'We ask.', asks: [], body: '', newest: true }
const petition = {
  slug: 'a-register',
  status: 'open',
  goal: 2000,
  nextAct: 'share',
  inView: true,
  text: { ...text, publishedAt: new Date('2026-11-01') },
} as unknown as SignedPetition

type Act = SignedPetition['nextAct']

function page(state: 'confirmed' | 'counted', via: string | null = null, inView = true, nextAct: Act = 'share') {
  const signature = { state, via, confirmedAt: new Date('2026-11-28') } as NonNullable<LinkShape['signature']>
  return renderToStaticMarkup(
    <Counted
      token={token}
      locale="en"
      signature={signature}
      petition={{ ...petition, inView, nextAct }}
      shareText="A register. Please sign:"
      count={1234}
      entry="uN3_wQ"
    />,
  )
}

describe('the page of somebody who has confirmed', () => {
  test('holds what is said once the entry is in the ledger, hidden until then', () => {
    expect(page('confirmed')).toContain('data-entry="uN3_wQ"')
    expect(page('confirmed').match(/<div hidden="" data-counted="true">/g)).toHaveLength(2)
    expect(page('counted')).not.toMatch(/<div hidden|data-entry|data-counted|data-waits/)
  })

  test('thanks at once, shows the number, and can be looked at again without scripts', () => {
    const html = page('confirmed')
    expect(html).toContain('Thank you. Your signature counts.')
    expect(html).toContain('1,234')
    expect(html).toContain(`href="/en/signature/${token}"`)
  })

  test('asks for nothing by itself but the count, as the petition’s own page does', () => {
    const hooks = (html: string) => new Set([...html.matchAll(/ (data-[\w-]+)=/g)].map(([, name]) => name))
    const others = hooks(renderToStaticMarkup(<Count petition={{ ...petition, count: 1234 }} locale="en" />))
    for (const name of ['copy', 'share', 'pending', 'entry', 'waits', 'counted']) others.add(`data-${name}`)
    expect([...hooks(page('confirmed'))].filter((name) => !others.has(name))).toEqual([])
    expect(hooks(page('confirmed'))).toContain('data-count')
    const script = readFileSync(new URL('../../public/site.js', import.meta.url), 'utf8')
    const asks = script.match(/\b(?:fetch|import|sendBeacon|XMLHttpRequest|EventSource|WebSocket)\b.*/g)
    expect(asks).toEqual([expect.stringMatching(/^fetch\(`[^`]*dataset\.count}\/count`\)$/)])
    expect(script).not.toMatch(/location\.reload|location\.href/)
  })

  test('offers the petition’s address, with the code of the member who brought its signer and nothing of theirs', () => {
    for (const state of ['confirmed', 'counted'] as const) {
      expect(page(state)).toContain('value="http://localhost:3000/en/petitions/a-register"')
      expect(page(state, 'fidh')).toContain('value="http://localhost:3000/en/petitions/a-register/sign?via=fidh"')
      expect(page(state)).toContain('It reveals nothing about you.')
      expect(page(state, 'fidh')).toContain('with the code of the member')
      const links = [...page(state, 'fidh').matchAll(/href="((?:https|mailto):[^"]*)"/g)].map(([, href = '']) => href)
      expect(links).toHaveLength(6)
      for (const href of links) {
        expect(decodeURIComponent(href)).toContain('/en/petitions/a-register/sign?via=fidh')
        expect(href).not.toContain(token)
      }
    }
  })

  test('shares nothing of a petition that is not public', () => {
    expect(page('counted', null, false)).not.toContain('https:')
  })

  test.each(['share', 'write', 'read'] as const)('asks for one thing, %s, and folds the others below it', (nextAct) => {
    const html = page('confirmed', 'fidh', true, nextAct)
    const places = { share: 'aria-labelledby="share"', write: '/en/write-to-your-government', read: '/en/activities' }
    const fold = html.indexOf('<details class="mt-6')
    const asked = Object.entries(places).filter(([, text]) => html.indexOf(text) < fold)
    expect([fold > 0, asked.map(([name]) => name)]).toEqual([true, [nextAct]])
    const folded = html.slice(fold)
    for (const [name, text] of Object.entries(places))
      expect([name, folded.includes(text)]).toEqual([name, name !== nextAct])
    // Folded by the page itself: nothing that needs scripts, and closed.
    expect(folded).toMatch(/^<details class="[^"]*"><summary/)
    expect(html.includes('Write now')).toBe(nextAct === 'write')
  })
})

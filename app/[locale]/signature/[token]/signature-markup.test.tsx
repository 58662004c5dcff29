import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { SignaturePage } from '@/components/signatures/signature-page'
import { emptyForm } from '@/lib/integrity/form-state'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { SignatureStatus } from '@/lib/signatures/find-by-token'
import { linkPageFacts, linkShape } from '@/lib/signatures/link-page'
import { publicName } from '@/lib/signatures/public-names/public-name'
import { newToken } from '@/lib/vault/token'
import { fillMarkup } from '@/lib/web/cached-markup'
import type { Locale } from '@/messages/translator'
import { signatureMarkup } from './signature-markup'

const at = new Date('2026-11-28T12:00:00Z')

const petition: SignedPetition = {
  nextAct: 'share',
  goal: 2000,
  slug: 'a-call',
  status: 'open',
  inView: true,
  text: {
    locale: 'en',
    version: 1,
    title: 'A call',
    call: 'We call.',
    addressee: 'The Council',
    asks: ['Act.'],
    body: 'Why.',
    story: null,
    sha256: '0'.repeat(64),
    publishedAt: at,
    newest: true,
  },
}

const common = {
  spent: false,
  petitionSlug: 'a-call',
  petitionStatus: 'open',
  locale: 'en',
  via: null,
  count: 1234,
  textSha256: Buffer.alloc(32),
  commitment: null,
}
const times = { receivedAt: at, confirmedAt: null, countedAt: null, withdrawnAt: null, appealedAt: null, answer: null }

const people = [
  { name: 'Quentin Xylo', email: 'quentin@example.org', comment: 'For my\naunt', country: 'KR' },
  { name: 'Yorick', email: 'yorick@example.org', comment: null, country: 'DE' },
  {
    name: `</main><script>alert(1)</script> "q" 'a'`,
    email: '"a b"@example.org',
    comment: '$& {at} &amp;',
    country: 'KR',
  },
]

function pending(i: number, display: 'full' | 'initials' | 'hidden', updates: boolean): SignatureStatus {
  const { country, ...typed } = people[i % people.length] ?? { country: 'KR', name: '', email: '', comment: null }
  const own = { ...typed, neutral: (i % 2) as 0 | 1 }
  const reminder = (['comes', 'refused', null] as const)[i % 3] ?? null
  const form = { own, shownName: publicName(own.name, display), country, display, updates, reminder, expiresAt: at }
  return { ...common, ...times, state: 'pending', heldFor: null, form } as SignatureStatus
}

const others = (['confirmed', 'counted', 'held', 'removed', 'withdrawn'] as const).flatMap((state) =>
  [null, at].map((date): SignatureStatus => {
    const changing = {
      ...times,
      confirmedAt: date,
      appealedAt: date,
      answer: date && (state === 'removed' ? 'fraud' : 'counts'),
    }
    return {
      ...common,
      ...changing,
      state,
      heldFor: date ? 'shared_mailbox' : 'review',
      form: null,
      commitment: Buffer.alloc(32, 0xa7),
    } as SignatureStatus
  }),
)

const all = [
  ...[0, 1, 2].flatMap((i) => (['full', 'initials', 'hidden'] as const).map((shown, j) => pending(i, shown, j === 0))),
  ...others,
  null,
  { spent: true as const, state: 'expired' as const, petitionSlug: 'a-call', petitionStatus: 'open' },
]

describe('the page behind a link, rendered once for many', () => {
  test.each(['en', 'ar'] as Locale[])('%s: is what React writes for each person, in every state', (locale) => {
    // Twice: the second time from what is kept.
    for (const found of [...all, ...all]) {
      const shape = linkShape(locale, found, petition, 'A call. Please sign:')
      const facts = linkPageFacts(newToken(), found, at)
      const whole = renderToStaticMarkup(<SignaturePage shape={shape} facts={facts} draft={emptyForm} />)
      expect(fillMarkup(signatureMarkup(shape), facts)).toBe(whole.replaceAll('&#x27;', '&#39;'))
    }
  })

  test('keeps nothing of anybody', () => {
    for (const found of all) {
      const facts = linkPageFacts(newToken(), found, at)
      const kept = signatureMarkup(linkShape('en', found, petition, 'A call. Please sign:')).join(' ')
      for (const fact of [
        facts.token,
        facts.name,
        facts.email,
        facts.comment,
        facts.shownName,
        facts.made,
        facts.entry,
      ]) {
        if (fact !== '') expect(kept).not.toContain(fact)
      }
      expect(kept).not.toMatch(/[a-z]+@example\.org/)
    }
  })
})

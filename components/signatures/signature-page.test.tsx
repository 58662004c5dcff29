import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { LinkFacts, LinkShape } from '@/lib/signatures/link-page'
import { SignaturePage } from './signature-page'

function withdrawn(via: string | null, status: string): string {
  const signature = { state: 'withdrawn', via } as NonNullable<LinkShape['signature']>
  const petition = { slug: 'a-register', status } as SignedPetition
  const shape = { locale: 'en', spent: null, signature, petition, shareText: '', count: 0 } as LinkShape
  return renderToStaticMarkup(<SignaturePage shape={shape} facts={{} as LinkFacts} draft={null as never} />)
}

test('somebody who withdrew can sign again as led by the same member, while the petition is open', () => {
  expect(withdrawn('fidh', 'open')).toContain('href="/en/petitions/a-register/sign?via=fidh"')
  expect(withdrawn(null, 'open')).toContain('href="/en/petitions/a-register"')
  expect(withdrawn('fidh', 'closed')).toContain('href="/en/petitions/a-register"')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEmail } from './canonical-email'

const canonical = (text: string) => canonicalEmail(text)?.canonical ?? null

describe('canonicalEmail', () => {
  it('gives one form for every spelling of one mailbox', () => {
    const spellings = [
      'jane.doe@gmail.com',
      'JANE.DOE@GMAIL.COM',
      'janedoe@gmail.com',
      'j.a.n.e.d.o.e@gmail.com',
      'janedoe+un@gmail.com',
      'jane.doe+a+b@googlemail.com',
      ' jane.doe@gmail.com ',
      'ｊａｎｅ．ｄｏｅ＠ｇｍａｉｌ．ｃｏｍ',
      'jane.doe@Gmail.com.',
    ]
    expect(new Set(spellings.map(canonical))).toEqual(new Set(['janedoe@gmail.com']))
  })

  it('writes an internationalised domain in one way', () => {
    expect(canonical('an@bücher.example')).toBe('an@xn--bcher-kva.example')
    expect(canonical('an@xn--bcher-kva.example')).toBe('an@xn--bcher-kva.example')
    expect(canonical('an@BÜCHER.example')).toBe('an@xn--bcher-kva.example')
    expect(canonical('지수@한국.example')).toMatch(/^지수@xn--/)
  })

  it('keeps apart what other providers keep apart', () => {
    expect(canonical('a.b@example.org')).not.toBe(canonical('ab@example.org'))
    expect(canonical('a+x@example.org')).not.toBe(canonical('a@example.org'))
    expect(canonical('a-b@yahoo.com')).not.toBe(canonical('a@yahoo.com'))
  })

  it.each([
    '',
    'a',
    '@example.org',
    'a@',
    'a@localhost',
    'a@127.0.0.1',
    'a@[127.0.0.1]',
    'a b@example.org',
    'a@exa mple.org',
    'a@b@',
    'a\u0000@example.org',
    'a\r\nBcc: b@example.org',
    'a@example.org\r\nBcc: c@example.org',
    '.a@example.org',
    'a..b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(64)}.org`,
    `a@${'b.'.repeat(130)}org`,
    '<a@example.org>',
    'a@-x.org',
    'a\u202e@example.org',
    'a@example.org,b@example.org',
  ])('refuses %j', (text) => {
    expect(canonicalEmail(text)).toBeNull()
  })

  it('is stable: the canonical form of a canonical form is itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = canonical(address)
        if (once !== null) expect(canonical(once)).toBe(once)
      }),
    )
  })

  it('does not see case or compatibility forms', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.stringMatching(/^[a-z0-9]{1,20}$/), (local, host) => {
        const address = `${local}@${host}.example`
        const wide = Array.from(address, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('')
        expect(canonical(address.toUpperCase())).toBe(canonical(address))
        expect(canonical(wide)).toBe(canonical(address))
      }),
    )
  })
})

import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trimInvisible } from '@/lib/text/clean-text'
import { canonicalEmail, readEmail } from './canonical-email'

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

  it('distinguishes what other providers distinguish', () => {
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

  it('accepts a pasted address with invisible marks around it', () => {
    for (const marks of [
      '\u202a \u202c',
      '\u2068 \u2069',
      '\ufeff \u200b',
      '\u200e \u200f',
      '\u00ad \u2060',
      ' \u3000 \n',
    ])
      expect(canonicalEmail(marks.replace(' ', 'Jo.Doe@Example.org'))).toEqual({
        deliverable: 'Jo.Doe@example.org',
        canonical: 'jo.doe@example.org',
      })
  })

  it.each(
    [
      [
        '/x',
        '?x',
        '#x',
        '\\x',
        ':25',
        ':',
        '%2e',
        '%20',
        '\\@example.com',
        '..',
        ' x',
        '\u0000',
        '/',
        '?',
        '\u2100',
        ']',
      ].map((end) => `example.org${end}`),
      [
        'ex\tample.org',
        'ex\nample.org',
        'ex%61mple.org',
        'example\uff0forg\uff0fx.org',
        'exam_ple.org',
        '[::1]',
        '[1.2.3.4]',
      ],
      ['1.1', '0x7f.1', '127.1', '2130706433', '017700000001.1', 'example.1', 'example.0xa', 'a.0', '1.2.3.4.'],
      [
        '\u2100.org',
        'a\u2024b.org',
        'x\u2488org',
        'ﬁ.org',
        'a\u0338.org\u2215x',
        'a\u2044b.org',
        '\u0301a.org',
        'a..org',
        '.a.org',
      ],
      [
        '-a.org',
        'a-.org',
        '-ü.org',
        'ü-.org',
        'xn--a.org',
        'xn--zzzzzzzzz.org',
        'xn--abc-.org',
        'ab\u200cc.org',
        'x.org\u3002\u3002',
      ],
      ['user:pass@example.org/x', 'a.b\uff20c.org@x/y.org', 'org', 'localhost', 'a.b', `${'a'.repeat(64)}.org`],
    ].flat(),
  )('refuses the domain %j: it is not a URL host', (domain) => {
    expect(canonicalEmail(`a@${domain}`)).toBeNull()
  })

  it('says what is wrong', () => {
    const reasons = [
      '',
      ' \u200b',
      'a@b\u00adc.org',
      'a\u200b@b.org',
      'a\u3164@b.org',
      'a@b.org/x',
      'a@b',
      'b.org',
      '@b.org',
      '"a b"@b.org',
    ]
    expect(reasons.map((typed) => readEmail(typed)).map((read) => (read.ok ? 'ok' : read.reason))).toEqual(
      'missing missing hidden hidden hidden domain domain invalid invalid invalid'.split(' '),
    )
  })

  it('mails to a Persian domain with its joiner, and to the sigma that was typed', () => {
    expect(canonicalEmail('a@نامه\u200cای.com')?.deliverable).toBe('a@xn--mgba3gch31f060k.com')
    expect(canonicalEmail('a@ΟΔΟΣ.gr')?.deliverable).toBe(canonicalEmail('a@οδοσ.gr')?.deliverable)
    expect(canonicalEmail('a@οδος.gr')?.deliverable).not.toBe(canonicalEmail('a@οδοσ.gr')?.deliverable)
    expect(canonicalEmail('a@straße.de')?.deliverable).toBe('a@xn--strae-oqa.de')
    expect(canonicalEmail('a@日本\u3002jp')?.deliverable).toBe('a@xn--wgv71a.jp')
  })

  it('mails to what was typed: nothing is dropped or decoded, and it parses back to itself', () => {
    const odd =
      '/?#\\%:@[]\t\n\r\0 .-_\u00ad\u200b\u200c\u200d\u2060\ufeff\u2100\u2024\u3002\uff0e\uff61\u3164ﬁßſKİΣςẞ℡①²\u0301'
    const piece = fc.oneof(
      fc.constantFrom(...Array.from(odd)),
      fc.constantFrom(...Array.from('abzAZ019é한ا')),
      fc.string({ unit: 'binary', maxLength: 1 }),
    )
    const some = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))
    let read = 0
    fc.assert(
      fc.property(some, some, fc.constantFrom('org', 'com', 'jp', '한국', '1', '0xa'), (local, host, top) => {
        const typed = `${local}@${host}.${top}`
        const address = canonicalEmail(typed)
        if (!address) return
        read++
        expect(canonicalEmail(address.deliverable)).toEqual(address)
        expect(canonicalEmail(address.canonical)?.canonical).toBe(address.canonical)
        // The deliverable in the letters it was typed in: the same but for width, case, dots and what stood around it.
        const at = address.deliverable.lastIndexOf('@')
        const shown = `${address.deliverable.slice(0, at)}@${domainToUnicode(address.deliverable.slice(at + 1))}`
        const plain = (text: string) =>
          Array.from(
            text.replace(/[\uff01-\uffef]+/g, (run) => run.normalize('NFKC')),
            (c) => c.toLowerCase(),
          )
            .join('')
            .normalize('NFC')
            .replaceAll('\u3002', '.')
        expect(plain(shown)).toBe(plain(trimInvisible(typed)))
      }),
      { numRuns: 5_000 },
    )
    expect(read).toBeGreaterThan(100)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = canonical(address)
        if (once !== null) expect(canonical(once)).toBe(once)
      }),
    )
  })

  it('ignores case and compatibility forms', () => {
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

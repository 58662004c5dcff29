import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { mailboxOf } from './mailbox-of'

const mailbox = (typed: string) => mailboxOf(canonicalEmail(typed)?.canonical ?? '')

describe('one mailbox', () => {
  it.each([
    ['a tag at a large provider', 'jane@outlook.com', 'jane+1@outlook.com', 'JANE+un+x@outlook.com'],
    ['a tag at a domain of one’s own', 'jane@smith.example', 'jane+2@smith.example'],
    ['a hyphen at Yahoo', 'jane@yahoo.com', 'jane-7@yahoo.com', 'jane-x+y@yahoo.com'],
    ['dots and the other name of Gmail', 'jane.doe@gmail.com', 'j.anedoe+1@googlemail.com'],
    ['Proton', 'jane.doe@proton.me', 'jane_doe@protonmail.com', 'janedoe+1@pm.me'],
    ['iCloud', 'jane@icloud.com', 'jane+1@me.com', 'jane@mac.com'],
    ['Yandex', 'jane.doe@yandex.ru', 'jane-doe@ya.ru', 'jane.doe+1@yandex.com'],
    ['Daum', 'jane@daum.net', 'jane@hanmail.net'],
    ['a name in the domain, Fastmail', 'a@jane.fastmail.com', 'b@jane.fastmail.com', 'jane+x@fastmail.com'],
    ['a name in the domain, a relay', 'a@jane.anonaddy.com', 'b@jane.anonaddy.com', 'c@x.jane.anonaddy.com'],
  ])('%s', (_, ...typed) => expect(new Set(typed.map(mailbox)).size).toBe(1))
})

describe('several mailboxes', () => {
  it.each([
    ['dots elsewhere', 'a.b@outlook.com', 'ab@outlook.com'],
    ['a hyphen elsewhere', 'jean-paul@orange.fr', 'jean-luc@orange.fr', 'jean@orange.fr'],
    ['domains of one company, accounts of their own', 'a@outlook.com', 'a@hotmail.com', 'a@live.com'],
    ['hosts of an owner that are no list of names', 'a@x.university.example', 'a@y.university.example'],
    ['names of Fastmail', 'jane@fastmail.com', 'jane@fastmail.fm', 'john@fastmail.com'],
    ['aliases that name nobody', 'q1@duck.com', 'q2@duck.com'],
    ['nothing before the mark', '+a@outlook.com', '+b@outlook.com'],
  ])('%s', (_, ...typed) => expect(new Set(typed.map(mailbox)).size).toBe(typed.length))
})

it('accepts every address, and is idempotent', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const canonical = canonicalEmail(address)?.canonical
      if (canonical === undefined) return
      const once = mailboxOf(canonical)
      expect(once).toMatch(/^.+@.+$/)
      expect(mailboxOf(once)).toBe(once)
    }),
  )
})

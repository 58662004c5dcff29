import { expect, it } from 'vitest'
import { registrableDomain } from './registrable-domain'

it.each([
  ['example.org', 'example.org'],
  ['a.b.c.example.org', 'example.org'],
  ['snu.ac.kr', 'snu.ac.kr'],
  ['mail.snu.ac.kr', 'snu.ac.kr'],
  ['x1.catchall.io', 'catchall.io'],
  ['yahoo.co.jp', 'yahoo.co.jp'],
  ['example.com', 'example.com'],
  // Names that a guess from the form would get wrong.
  ['mail.school.ide.kyoto.jp', 'school.ide.kyoto.jp'],
  ['mail.school.k12.ma.us', 'school.k12.ma.us'],
  ['mail.web.de', 'web.de'],
  ['post.org.io', 'post.org.io'],
  // Free names of one owner.
  ['a.duckdns.org', 'duckdns.org'],
  ['b.github.io', 'github.io'],
  // A name that nobody can register under, and one that is no public name.
  ['co.uk', 'co.uk'],
  ['mail.school.example', 'school.example'],
  ['mail.xn--bcher-kva.example', 'xn--bcher-kva.example'],
])('%s belongs to the owner of %s', (domain, owner) => expect(registrableDomain(domain)).toBe(owner))

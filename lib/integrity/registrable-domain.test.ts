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
])('%s belongs to who registered %s', (domain, owner) => expect(registrableDomain(domain)).toBe(owner))

import { expect, test } from 'vitest'
import { dkimSelector, readSenderRecords, senderFaults } from './sender-records'

const safe = {
  spf: ['v=spf1 include:x.example -all'],
  dmarc: ['v=DMARC1; p=reject'],
  isInherited: false,
  dkim: 'unknown' as const,
}

test.each([
  ['v=spf1 +all', true],
  ['v=spf1 all', true],
  ['v=spf1 ip4:192.0.2.1 ALL', true],
  ['v=spf1 ~all', false],
  ['v=spf1 include:all.example -all', false],
  ['v=spf1 a:all ?all', false],
])('%s lets everybody send: %s', (text, is) => {
  expect(senderFaults({ ...safe, spf: [text] }, 'smtp')).toEqual(is ? ['open_spf'] : [])
})

test.each([
  ['v=DMARC1; p=none', true],
  ['v=DMARC1;p = none ; rua=mailto:a@example.org', true],
  ['v = DMARC1; P=None', true],
  ['v=DMARC1; p=reject; sp=none', false],
  ['v=DMARC1; p=quarantine', false],
])('%s does nothing: %s', (text, is) => {
  expect(senderFaults({ ...safe, dmarc: [text] }, 'smtp')).toEqual(is ? ['dmarc_none'] : [])
})

test('a domain that Resend sends for needs no SPF of its own', () => {
  expect(senderFaults({ ...safe, spf: ['other'] }, 'smtp')).toEqual(['no_spf'])
  expect(senderFaults({ ...safe, spf: ['other'] }, 'resend')).toEqual([])
  expect(senderFaults({ ...safe, spf: ['v=spf1 all'] }, 'resend')).toEqual(['open_spf'])
})

const world = (names: Record<string, string[]>) => async (name: string) => names[name] ?? []

test('a subdomain without a DMARC has that of the registered domain, with its policy for subdomains', async () => {
  const spf = { 'mail.petition.example.co.uk': ['v=spf1 -all'] }
  const faults = async (names: Record<string, string[]>) =>
    senderFaults(await readSenderRecords('mail.petition.example.co.uk', null, world({ ...spf, ...names })), 'smtp')
  expect(await faults({ '_dmarc.example.co.uk': ['other', 'v=DMARC1; p=reject'] })).toEqual([])
  expect(await faults({ '_dmarc.example.co.uk': ['v=DMARC1; p=reject; sp=none'] })).toEqual(['dmarc_none'])
  expect(await faults({ '_dmarc.example.co.uk': ['v=DMARC1; p=none; sp=reject'] })).toEqual([])
  expect(await faults({ '_dmarc.co.uk': ['v=DMARC1; p=reject'] })).toEqual(['no_dmarc'])
  const own = { '_dmarc.mail.petition.example.co.uk': ['v=DMARC1; p=none'] }
  expect(await faults({ ...own, '_dmarc.example.co.uk': ['v=DMARC1; p=reject'] })).toEqual(['dmarc_none'])
})

test('a name that nobody answers for was not looked up', async () => {
  const silent = async (name: string) => (name === '_dmarc.example.org' ? null : [])
  expect(senderFaults(await readSenderRecords('mail.example.org', null, silent), 'resend')).toEqual(['not_looked_up'])
})

test('the key is looked up under the selector that is set, or that the provider is known to have', () => {
  expect(dkimSelector({ MAIL_DRIVER: 'smtp' })).toBeNull()
  expect(dkimSelector({ MAIL_DRIVER: 'smtp', MAIL_DKIM_SELECTOR: 's1' })).toBe('s1')
  expect(dkimSelector({ MAIL_DRIVER: 'resend' })).toBe('resend')
})

test.each([
  ['s1', ['v=DKIM1; k=rsa; p=MIGfMA0G'], []],
  ['s1', ['p=MIGfMA0G'], []],
  ['s2', ['v=DKIM1; k=rsa; p=MIGfMA0G'], ['no_dkim']],
  // Revoked.
  ['s1', ['v=DKIM1; p='], ['no_dkim']],
  [null, [], []],
])('of a domain that signs as s1, looked up as %s: %s', async (selector, key, faults) => {
  const names = { 'example.org': safe.spf, '_dmarc.example.org': safe.dmarc, 's1._domainkey.example.org': key }
  expect(senderFaults(await readSenderRecords('example.org', selector, world(names)), 'smtp')).toEqual(faults)
})

test('a key that nobody answers for is no fault of the domain', async () => {
  const silent = async (name: string) => (name === 's1._domainkey.example.org' ? null : [...safe.spf, ...safe.dmarc])
  expect(senderFaults(await readSenderRecords('example.org', 's1', silent), 'smtp')).toEqual(['not_looked_up'])
})

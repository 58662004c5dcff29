import { expect, it } from 'vitest'
import { useDatabase } from '../../test/use-database'
import { type Facts, findDangers } from './find-dangers'
import { readFacts } from './read-facts'

useDatabase()

const now = new Date('2026-01-01T00:00:00Z')
const safe = {
  settings: {
    SITE_URL: 'https://petition.example.org',
    ADMIN_URL: 'https://staff.example.org',
    ROLE: 'worker',
    MAIL_DRIVER: 'resend',
    MAIL_FROM: 'The Coalition <petition@example.org>',
    PRIVACY_CONTACT: 'privacy@example.org',
    SECURITY_CONTACT: 'mailto:security@example.org',
    BACKUP_DIR: '/backups',
    CHROMIUM_PATH: '/usr/bin/chromium',
  },
  database: { synchronousCommit: 'on', fsync: 'on', account: 'petition_worker', isSuperuser: false, apart: 0 },
  now,
  freeDisk: 50e9,
  browser: { lacking: [] as string[] },
  untitled: 0,
  backups: { backedUpAt: new Date('2025-12-31T12:00:00Z'), drilledAt: new Date('2025-12-20T00:00:00Z') },
  spf: ['v=spf1 include:spf.example.net -all'],
  dmarc: ['v=DMARC1; p=reject'],
  isInherited: false,
  dkim: ['v=DKIM1; k=rsa; p=MIGfMA0G'],
} as const satisfies Record<keyof Facts, unknown>

const facts = (more: object): Facts =>
  ({ ...safe, spf: [...safe.spf], dmarc: [...safe.dmarc], dkim: [...safe.dkim], ...more }) as Facts
const settings = (more: object) => ({ settings: { ...safe.settings, ...more } })
const database = (more: object) => ({ database: { ...safe.database, ...more } })

it('finds nothing where everything is as it should be', () => {
  expect(findDangers(facts({}))).toEqual([])
})

it.each(['web', 'admin'])('asks nothing of mail and backups of a process that has neither: %s', (ROLE) => {
  const more = {
    ...settings({ ROLE, MAIL_DRIVER: 'outbox', BACKUP_DIR: undefined, CHROMIUM_PATH: undefined }),
    untitled: 9,
    freeDisk: 1e9,
    backups: null,
    spf: null,
  }
  expect(findDangers(facts(more))).toEqual([])
})

it.each([
  ['a local address', settings({ SITE_URL: 'http://localhost:3000' }), /nobody else reaches/],
  ['no TLS', settings({ SITE_URL: 'http://petition.example.org' }), /not https/],
  ['one process for everything', settings({ ROLE: 'all' }), /holds the private key/],
  ['the key in the web process', settings({ ROLE: 'web', SEAL_PRIVATE_KEY: Buffer.alloc(32) }), /SEAL_PRIVATE_KEY/],
  ['staff led to the public host', settings({ ADMIN_URL: 'https://petition.example.org' }), /ADMIN_URL/],
  ['an open mailbox', settings({ MAIL_DRIVER: 'outbox' }), /no mail leaves/],
  ['no contact', settings({ PRIVACY_CONTACT: undefined }), /PRIVACY_CONTACT/],
  ['webhooks to the machine itself', settings({ WEBHOOKS_TO_LOOPBACK: true }), /WEBHOOKS_TO_LOOPBACK/],
  ['nowhere to report', settings({ SECURITY_CONTACT: undefined }), /SECURITY_CONTACT/],
  ['a sender without a domain', settings({ MAIL_FROM: 'X <petition@localhost>' }), /MAIL_FROM/],
  ['no database', { database: null }, /does not answer/],
  ['commits that are not waited for', database({ synchronousCommit: 'off' }), /synchronous_commit/],
  ['no fsync', database({ fsync: 'off' }), /fsync/],
  ['an account that may do everything', database({ isSuperuser: true }), /database:roles/],
  ['a clock that is wrong', database({ apart: 60_000 }), /60 seconds apart/],
  ['a full disk', { freeDisk: 1e9 }, /1\.0 GB .* keep 5 free/],
  ['no browser', settings({ CHROMIUM_PATH: undefined }), /CHROMIUM_PATH is not set: packs .* no PDFs/],
  ['a browser that is none', { browser: null }, /\/usr\/bin\/chromium, which is no Chromium/],
  ['no letters', { browser: { lacking: ['Korean', 'Japanese'] } }, /letters of Korean, Japanese: install fonts/],
  ['titles not drawn', { untitled: 3 }, /^3 pictures to share lack the title/],
  ['no backups that it knows of', settings({ BACKUP_DIR: undefined }), /BACKUP_DIR is not set/],
  ['a folder of backups that is not there', { backups: null }, /\/backups cannot be read/],
  ['no backup', { backups: {} }, /the last backup is missing/],
  ['an old backup', { backups: { ...safe.backups, backedUpAt: new Date('2025-12-30T12:00:00Z') } }, /2 days old/],
  ['no drill', { backups: { backedUpAt: now } }, /the last drill of a restore is missing/],
  ['no answer about the domain', { spf: null }, /could not be looked up/],
  ['no SPF', { spf: ['something else'], ...settings({ MAIL_DRIVER: 'smtp' }) }, /no SPF/],
  ['an SPF for everybody', { spf: ['v=spf1 +all'] }, /\+all/],
  ['no key', { dkim: [] }, /^resend\._domainkey\.example\.org has no DKIM key/],
  ['no selector', { ...settings({ MAIL_DRIVER: 'smtp' }), dkim: 'unknown' }, /set MAIL_DKIM_SELECTOR/],
  ['no DMARC', { dmarc: [] }, /no DMARC/],
  ['a DMARC that does nothing', { dmarc: ['v=DMARC1; p=none; rua=mailto:a@example.org'] }, /p=none/],
])('says in one sentence: %s', (_, more, sentence) => {
  const found = findDangers(facts(more))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(sentence)
})

it('reads the database that it is given: the one of these tests is fast, and not safe', async () => {
  const { database: read } = await readFacts()
  expect(read).toMatchObject({ synchronousCommit: 'off', fsync: 'off', account: 'postgres', isSuperuser: true })
  expect(read?.apart).toBeLessThan(60_000)
})

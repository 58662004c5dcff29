import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import type { Staff } from '@/lib/staff/staff'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { readForm } from '../entities/fields'
import { composeMemberLink } from './compose-member-link'
import { endMemberSession, findMemberSession, isMemberLink } from './find-member-session'
import { addContact, contactForm, listContacts, openContacts, removeContact } from './member-contacts'
import { purgeMemberAccess } from './purge-member-access'
import { requestMemberLink } from './request-member-link'
import { startMemberSession } from './start-member-session'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

let editor: Staff
const ids: Record<string, string> = {}

beforeAll(async () => {
  editor = await aStaffMember('editor', now)
  for (const slug of ['alpha', 'beta', 'gamma', 'delta']) {
    await aMember(slug)
    ids[slug] = (await db().member.findUniqueOrThrow({ where: { slug } })).id
  }
})

const idOf = (slug: string) => ids[slug] ?? ''

function add(slug: string, email: string, by = editor) {
  const read = readForm(contactForm(['en', 'ko']), { email, locale: 'en' })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return addContact(by, idOf(slug), read.form, now)
}

/** Asks for a link, and gives the token of its mail; null if there is none. */
async function asked(email: string, at = now): Promise<string | null> {
  const address = canonicalEmail(email)
  if (!address) throw new Error('the fixture is not an address')
  const before = (await db().mail.findMany()).map(({ id }) => id)
  expect(await requestMemberLink(address, 'en', at)).toEqual({ ok: true, later: false })
  const rows = await db().mail.findMany({ where: { kind: 'member_link', id: { notIn: before } } })
  return tokenOf(rows, at)
}

async function tokenOf(rows: object[], at = now): Promise<string | null> {
  const [mail] = await composeMemberLink(rows as Parameters<typeof composeMemberLink>[0], at)
  if (mail === 'unreadable') throw new Error('unreadable')
  return mail ? (/\/en\/for-members\/open\/([\w-]{43})/.exec(mail.text)?.[1] ?? '') : null
}

async function session(email: string): Promise<string> {
  const started = await startMemberSession((await asked(email)) ?? '', now)
  if (!started.ok) throw new Error(started.reason)
  return started.session
}

it('a contact gets a link, sealed and hashed in the database; anybody else’s request leaves the same row and no mail', async () => {
  expect(await add('alpha', 'Office@alpha.example')).toEqual({ ok: true, id: idOf('alpha') })
  expect(await tokenOf(await db().mail.findMany({ where: { kind: 'member_link' } }))).toMatch(/^[\w-]{43}$/)
  const token = (await asked('office@alpha.example')) ?? ''
  expect(await asked('office@stranger.example')).toBeNull()
  const rows = JSON.stringify([await db().memberContact.findMany(), await db().memberAccess.findMany()])
  expect(rows).not.toContain('alpha.example')
  expect(rows).not.toContain(token)
  const mails = await db().mail.findMany({ where: { kind: 'member_link' }, orderBy: { queuedAt: 'asc' } })
  expect(new Set(mails.map(({ sealed }) => (sealed?.length ?? 0) > 0)).size).toBe(1)
})

it('a link is opened by a button, once, and of many at once by one; the session is this member’s alone', async () => {
  const token = (await asked('office@alpha.example')) ?? ''
  const other = (await asked('office@alpha.example')) ?? ''
  expect(await isMemberLink(token, now)).toBe(true)
  expect(await findMemberSession(token, now)).toBeNull()
  const started = await Promise.all(Array.from({ length: 8 }, () => startMemberSession(token, now)))
  const opened = started.flatMap((one) => (one.ok ? [one.session] : []))
  expect(opened).toHaveLength(1)
  expect(await findMemberSession(opened[0] ?? '', now)).toMatchObject({ slug: 'alpha', memberId: idOf('alpha') })
  expect(await isMemberLink(token, now)).toBe(false)
  // It ended no other link, and signing out ends no other session.
  const second = await startMemberSession(other, now)
  await endMemberSession(opened[0] ?? '')
  expect(await findMemberSession(opened[0] ?? '', now)).toBeNull()
  expect(second.ok && (await findMemberSession(second.session, now))?.slug).toBe('alpha')
})

it('links end after seven days, sessions after twelve hours; guesses open nothing', async () => {
  const token = (await asked('office@alpha.example')) ?? ''
  expect(await startMemberSession(token, later(7 * 24))).toEqual({ ok: false, reason: 'link_unknown' })
  const open = await session('office@alpha.example')
  expect(await findMemberSession(open, later(11.9))).not.toBeNull()
  expect(await findMemberSession(open, later(12))).toBeNull()
  for (const guess of ['', 'x', 'A'.repeat(43), `${open}A`, '\0'])
    expect([await findMemberSession(guess, now), await startMemberSession(guess, now)]).toEqual([
      null,
      { ok: false, reason: 'link_unknown' },
    ])
})

it('a removed contact, and one of a member that left, is out at once; what is over is deleted', async () => {
  await add('beta', 'a@beta.example')
  await add('gamma', 'a@gamma.example')
  const [ofBeta, ofGamma] = [await session('a@beta.example'), await session('a@gamma.example')]
  const [contact] = await listContacts(editor, idOf('beta'))
  expect(await removeContact(editor, contact?.id ?? '', now)).toEqual({ ok: true })
  expect(await removeContact(editor, contact?.id ?? '', now)).toEqual({ ok: false })
  expect(await findMemberSession(ofBeta, now)).toBeNull()
  expect(await asked('a@beta.example')).toBeNull()

  const link = (await asked('a@gamma.example')) ?? ''
  await db().member.update({ where: { id: idOf('gamma') }, data: { leftOn: new Date('2026-11-24') } })
  expect(await findMemberSession(ofGamma, now)).toBeNull()
  expect(await startMemberSession(link, now)).toMatchObject({ ok: false })
  expect(await asked('a@gamma.example')).toBeNull()
  expect(await add('gamma', 'b@gamma.example')).toEqual({ ok: false, errors: { email: ['member_left'] } })
  await purgeMemberAccess(now)
  expect(await db().memberContact.count({ where: { memberId: idOf('gamma') } })).toBe(0)
  await purgeMemberAccess(later(8 * 24))
  expect(await db().memberAccess.count()).toBe(0)
  expect(await db().memberContact.count()).toBeGreaterThan(0)
})

it('an address is one contact of one member, however many add it at once; five at most', async () => {
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, i) => add(i % 2 ? 'alpha' : 'delta', 'Shared@delta.example')),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, errors: { email: ['contact_taken'] } })
  await db().memberContact.deleteMany({ where: { memberId: idOf('delta') } })
  const many = await Promise.all(Array.from({ length: 7 }, (_, i) => add('delta', `p${i}@delta.example`)))
  expect(many.filter(({ ok }) => ok)).toHaveLength(5)
})

it('only who looks after members adds, removes and opens; the audit log holds no address', async () => {
  for (const role of ['moderator', 'auditor'] as const) {
    const other = await aStaffMember(role, now)
    await expect(add('alpha', 'x@alpha.example', other)).rejects.toThrow()
    await expect(removeContact(other, idOf('alpha'), now)).rejects.toThrow()
    await expect(openContacts(other, idOf('alpha'))).rejects.toThrow()
  }
  expect([...(await openContacts(editor, idOf('alpha'))).values()]).toContain('Office@alpha.example')
  const log = JSON.stringify((await db().auditEntry.findMany()).map(({ detail, subject }) => [detail, subject]))
  expect(log).toContain(`member:${idOf('alpha')}`)
  expect(log).not.toContain('@')
})

it('one network does not ask without end', async () => {
  const results = []
  for (let i = 0; i < 100 && results.at(-1) !== 'rate_limited'; i += 1) {
    const address = canonicalEmail(`n${i}@some.example`)
    const result = address && (await requestMemberLink(address, 'en', now, { network: '192.0.2.0' }))
    results.push(result?.ok ? 'ok' : result?.reason)
  }
  expect(results.at(-1)).toBe('rate_limited')
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { hashToken, newToken } from '@/lib/vault/token'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { coSign } from '../co-sign'
import { decideCoSignature } from '../decide-co-signature'
import { findInvitation } from '../find-invitation'
import { invite } from '../invite'
import { readCoSignature } from '../read-co-signature'
import { withdrawCoSignature } from '../withdraw-co-signature'
import { memberLetterStates } from './list-member-letters'
import { startCoSignature } from './start-co-signature'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')
const letter = 'open-letter-security-council'

let editor: Staff
beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
})

async function aSession(slug: string): Promise<{ id: string; session: string }> {
  await aMember(slug)
  const { id } = await db().member.findUniqueOrThrow({ where: { slug } })
  const contact = { id: randomUUID(), memberId: id, addressIndex: Buffer.from(slug), sealed: Buffer.alloc(1) }
  await db().memberContact.create({ data: { ...contact, addedAt: now } })
  const session = newToken()
  const access = { tokenHash: hashToken(session) ?? Buffer.alloc(0), kind: 'session', contactId: contact.id }
  await db().memberAccess.create({ data: { ...access, expiresAt: new Date(now.getTime() + 3_600_000) } })
  return { id, session }
}

async function started(session: string): Promise<string> {
  const result = await startCoSignature(session, letter, now)
  if (!result.ok) throw new Error(result.reason)
  return result.token
}

function form(organisation: string) {
  const fields = { organisation, name: 'Kari', role: 'Director', email: 'kari@example.org', authority: 'on' }
  const read = readCoSignature(fields)
  if (!read.ok) throw new Error('the fixture is not readable')
  return read.form
}

it('a member’s contact opens the form, signs, and it is the member that stands at the letter', async () => {
  const { id, session } = await aSession('alpha')
  const token = await started(session)
  expect(await findInvitation(token, now)).toMatchObject({ organisation: 'alpha', state: 'invited', asked: false })
  expect(await coSign(token, form('alpha'), 'en', now)).toMatchObject({ ok: true })
  const rows = await db().coSignature.findMany({ where: { memberId: id } })
  expect(rows.map(({ state }) => state)).toEqual(['confirmed'])
  expect((await memberLetterStates(id)).get(letter)).toBe('confirmed')
  // Signed once: no second form until it is withdrawn.
  expect(await startCoSignature(session, letter, now)).toEqual({ ok: false, reason: 'decided' })
  await withdrawCoSignature(token, now)
  const again = await started(session)
  expect(await coSign(again, form('alpha'), 'en', now)).toMatchObject({ ok: true })
  await decideCoSignature(editor, rows[0]?.id ?? '', 'declined', now)
  expect(await startCoSignature(session, letter, now)).toEqual({ ok: false, reason: 'decided' })
})

it('keeps the link that staff sent, and makes one row however often it is pressed at once', async () => {
  const { id, session } = await aSession('beta')
  const sent = await invite(
    editor,
    letter,
    { organisation: 'Beta, by another name', country: null, memberSlug: 'beta' },
    now,
  )
  await Promise.all([1, 2, 3].map(() => started(session)))
  expect(await db().coSignature.count({ where: { memberId: id } })).toBe(1)
  expect((await findInvitation(sent.ok ? sent.token : '', now))?.state).toBe('invited')
  const { session: other } = await aSession('gamma')
  await Promise.all([1, 2, 3].map(() => started(other)))
  expect(await db().coSignature.count({ where: { organisation: 'gamma' } })).toBe(1)
})

it('is refused without a session, for letters that are not open, and beyond twenty an hour', async () => {
  const { session } = await aSession('delta')
  expect(await startCoSignature(newToken(), letter, now)).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await startCoSignature(null, letter, now)).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await startCoSignature(session, 'no-such-letter', now)).toEqual({ ok: false, reason: 'letter_not_open' })
  for (let i = 0; i < 19; i += 1) await started(session)
  expect(await startCoSignature(session, letter, now)).toEqual({ ok: false, reason: 'busy' })
})

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { requestLetterStep } from '../admin/letter-steps'
import { coSign } from '../co-sign'
import { coSignatureRecord } from '../co-signature-record'
import { decideCoSignature } from '../decide-co-signature'
import { findLetter } from '../find-letter'
import { invite } from '../invite'
import { endMemberSession } from '../member-access/find-member-session'
import { removeContact } from '../member-access/member-contacts'
import { readCoSignature } from '../read-co-signature'
import { withdrawCoSignature } from '../withdraw-co-signature'
import { memberAtLetters } from './list-member-letters'
import { signAsMember } from './sign-as-member'
import { withdrawAsMember } from './withdraw-as-member'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')
const letter = 'open-letter-security-council'
const fields = { name: 'Kari Nordmann', role: 'Director', authority: 'on' }

let editor: Staff
let letterId = ''
let nth = 0

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
  letterId = (await db().letter.findUniqueOrThrow({ where: { slug: letter } })).id
})
beforeEach(() => db().letter.update({ where: { id: letterId }, data: { status: 'open' } }))

interface At {
  slug: string
  memberId: string
  contactId: string
  session: string
}

async function aContact(of?: At): Promise<At> {
  nth += 1
  const slug = of?.slug ?? `member-${nth}`
  if (!of) await aMember(slug)
  const { id: memberId } = await db().member.findUniqueOrThrow({ where: { slug } })
  const contactId = randomUUID()
  const contact = { id: contactId, memberId, addressIndex: Buffer.from(`${slug} ${nth}`), sealed: Buffer.alloc(1) }
  await db().memberContact.create({ data: { ...contact, addedAt: now } })
  const session = newToken()
  const access = { tokenHash: hashToken(session) ?? Buffer.alloc(0), kind: 'session', contactId }
  await db().memberAccess.create({ data: { ...access, expiresAt: new Date(now.getTime() + 3_600_000) } })
  return { slug, memberId, contactId, session }
}

const sign = ({ session }: At, given: Record<string, string> = fields) =>
  signAsMember(session, letter, given, 'en', now)
const withdraw = ({ session }: At) => withdrawAsMember(session, letter, now)
const rowsOf = ({ memberId }: At) => db().coSignature.findMany({ where: { letterId, memberId } })
const statesOf = async (at: At) => (await rowsOf(at)).map(({ state }) => state)

async function withLink(organisation: string, memberSlug: string | null = null) {
  const invited = await invite(editor, letter, { organisation, country: null, memberSlug }, now)
  if (!invited.ok) throw new Error(invited.reason)
  const read = readCoSignature({ ...fields, organisation, email: 'kari@example.org' })
  if (!read.ok) throw new Error('the fixture is not readable')
  return { token: invited.token, sign: () => coSign(invited.token, read.form, 'en', now) }
}

/** Runs it while a transaction of somebody else holds something, and lets that end only once it waits for a lock. */
async function during<R>(
  held: (tx: { query(text: string, values?: unknown[]): Promise<unknown> }) => Promise<unknown>,
  run: () => Promise<R>,
) {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await held(client)
    const running = run()
    for (;;) {
      const { rows } = await pool().query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock'`)
      if (rows.length > 0) break
      await sleep(5)
    }
    await client.query('COMMIT')
    return await running
  } finally {
    client.release()
  }
}

it('signs under the member’s own name, without a link; an editor decides, and the member withdraws it', async () => {
  const at = await aContact()
  expect(await sign(at)).toEqual({ ok: true })
  const [row] = await rowsOf(at)
  expect(row).toMatchObject({ organisation: at.slug, state: 'confirmed', onOwnPage: true, contactId: at.contactId })
  expect(openRecord(row?.sealed ?? Buffer.alloc(0), coSignatureRecord)).toMatchObject({ name: 'Kari Nordmann' })
  expect(await db().invitation.count({ where: { coSignatureId: row?.id ?? '' } })).toBe(0)
  const names = async () => (await findLetter(letter, 'en'))?.coSigners.map(({ organisation }) => organisation)
  expect(await names()).not.toContain(at.slug)
  expect(await decideCoSignature(editor, row?.id ?? '', 'approved', now)).toEqual({ ok: true })
  expect(await names()).toContain(at.slug)
  expect((await memberAtLetters(at.memberId)).get(letter)).toEqual({ state: 'approved', own: true })
  // Another contact of the member, too, and nobody of another member.
  expect(await withdraw(await aContact())).toEqual({ ok: false, reason: 'not_signed' })
  expect(await withdraw(await aContact(at))).toEqual({ ok: true })
  expect(await withdraw(at)).toEqual({ ok: false, reason: 'not_signed' })
  expect(await names()).not.toContain(at.slug)
  expect((await rowsOf(at))[0]).toMatchObject({ state: 'withdrawn', sealed: null, contactId: null })
  expect(await sign(at)).toEqual({ ok: true })
  const events = await db().coSignatureEvent.findMany({ where: { coSignatureId: row?.id ?? '' } })
  expect(events.map(({ state }) => state).sort()).toEqual(['approved', 'confirmed', 'confirmed', 'withdrawn'])
})

it('signs once, however often at once, and says what is missing', async () => {
  const at = await aContact()
  expect(await sign(at, { name: '', role: 'x' })).toMatchObject({
    ok: false,
    errors: { name: ['missing'], authority: [expect.any(String)] },
  })
  const results = await Promise.all([1, 2, 3, 4].map(() => sign(at)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => 'reason' in one && one.reason === 'signed')).toHaveLength(3)
  expect(await statesOf(at)).toEqual(['confirmed'])
  const both = await Promise.all([withdraw(at), withdraw(at)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

it('is refused once the session ended, ran out, or the member left; and beyond thirty an hour', async () => {
  const at = await aContact()
  const gone = { ok: false, reason: 'session_unknown' }
  expect(await signAsMember(null, letter, fields, 'en', now)).toEqual(gone)
  expect(await signAsMember(at.session, letter, fields, 'en', new Date(now.getTime() + 3_600_000))).toEqual(gone)
  await db().member.update({ where: { id: at.memberId }, data: { leftOn: now } })
  expect(await sign(at)).toEqual(gone)
  expect(await withdraw(at)).toEqual({ ok: false, reason: 'not_signed' })
  await db().member.update({ where: { id: at.memberId }, data: { leftOn: null } })
  expect(await signAsMember(at.session, 'no-such-letter', fields, 'en', now)).toEqual({ ok: false, reason: 'not_open' })
  for (let i = 0; i < 9; i += 1) expect([await sign(at), await withdraw(at)]).toEqual([{ ok: true }, { ok: true }])
  for (let i = 0; i < 22; i += 1) await sign(at)
  expect(await sign(at)).toEqual({ ok: false, reason: 'busy' })
  await endMemberSession(at.session)
  expect(await sign(at)).toEqual(gone)
})

it('is refused when the link is revoked while it waits', async () => {
  const at = await aContact()
  const lock = `letter ${letterId}`
  const held = async (tx: { query(text: string, values?: unknown[]): Promise<unknown> }) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock])
    await tx.query('DELETE FROM member_access WHERE contact_id = $1', [at.contactId])
  }
  expect(await during(held, () => sign(at))).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await statesOf(at)).toEqual([])
})

it('is refused when its contact is removed at the same moment', async () => {
  const at = await aContact()
  const held = (tx: { query(text: string, values?: unknown[]): Promise<unknown> }) =>
    tx.query('DELETE FROM member_contact WHERE id = $1', [at.contactId])
  expect(await during(held, () => sign(at))).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await statesOf(at)).toEqual([])
})

it('is withdrawn with its contact while nobody has decided, also one that was being signed', async () => {
  const at = await aContact()
  await sign(at)
  expect(await removeContact(editor, at.contactId, now)).toEqual({ ok: true })
  expect(await statesOf(at)).toEqual(['withdrawn'])
  const event = await db().coSignatureEvent.findFirst({ where: { staffId: editor.id, state: 'withdrawn' } })
  expect(event).not.toBeNull()

  const other = await aContact()
  const insert = async (tx: { query(text: string, values?: unknown[]): Promise<unknown> }) =>
    tx.query(
      `INSERT INTO co_signature (id, letter_id, organisation, search, member_id, contact_id, on_own_page, state)
       VALUES (gen_random_uuid(), $1, $2, $2, $3, $4, true, 'confirmed')`,
      [letterId, other.slug, other.memberId, other.contactId],
    )
  expect(await during(insert, () => removeContact(editor, other.contactId, now))).toEqual({ ok: true })
  expect(await statesOf(other)).toEqual(['withdrawn'])

  // An accepted co-signature stays, and the member's next contact withdraws it.
  const third = await aContact()
  await sign(third)
  await decideCoSignature(editor, (await rowsOf(third))[0]?.id ?? '', 'approved', now)
  await removeContact(editor, third.contactId, now)
  expect(await statesOf(third)).toEqual(['approved'])
  expect(await sign(third)).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await withdraw(await aContact(third))).toEqual({ ok: true })
})

it('is refused when the letter is closed at the same moment; who closes it waits for who signs', async () => {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  const at = await aContact()
  const asked = requestLetterStep(first, letterId, 'sent', 'done', now)
  const [signed] = await Promise.all([sign(at), withApproval(asked, second, now)])
  const { status } = await db().letter.findUniqueOrThrow({ where: { id: letterId } })
  expect(status).toBe('sent')
  expect(await statesOf(at)).toEqual(signed.ok ? ['confirmed'] : [])
  await db().letter.update({ where: { id: letterId }, data: { status: 'open' } })

  const late = await aContact()
  const held = async (tx: { query(text: string, values?: unknown[]): Promise<unknown> }) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`letter ${letterId}`])
    await tx.query(`UPDATE letter SET status = 'sent' WHERE id = $1`, [letterId])
  }
  const link = await withLink('Late House').catch(() => null)
  expect(await during(held, () => sign(late))).toEqual({ ok: false, reason: 'not_open' })
  expect(await statesOf(late)).toEqual([])
  await db().letter.update({ where: { id: letterId }, data: { status: 'open' } })
  expect(await during(held, () => link?.sign() ?? Promise.reject())).toMatchObject({ ok: false, reason: 'not_open' })
})

it('is refused where the member signed under another of its names, also at the same moment', async () => {
  const at = await aContact()
  await db().memberText.create({ data: { memberId: at.memberId, locale: 'ko', name: `다른 이름 ${nth}` } })
  const other = await withLink(`다른 이름 ${nth}`)
  expect(await other.sign()).toMatchObject({ ok: true })
  expect(await sign(at)).toEqual({ ok: false, reason: 'signed' })
  expect((await memberAtLetters(at.memberId)).get(letter)).toEqual({ state: 'confirmed', own: false })
  // The member's page does not withdraw a co-signature made through a link.
  expect(await withdraw(at)).toEqual({ ok: false, reason: 'not_signed' })

  const again = await aContact()
  await db().memberText.create({ data: { memberId: again.memberId, locale: 'ko', name: `또 이름 ${nth}` } })
  const links = [await withLink(`또 이름 ${nth}`), await withLink(again.slug, again.slug)]
  const results = await Promise.all([sign(again), ...links.map((link) => link.sign())])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
})

it('takes the place that staff invited it to; a link used before withdraws no more, one never used never does', async () => {
  const at = await aContact()
  const before = await withLink(at.slug, at.slug)
  await before.sign()
  expect(await sign(at)).toEqual({ ok: false, reason: 'signed' })
  await withdrawCoSignature(before.token, now)
  expect(await sign(at)).toEqual({ ok: true })
  expect(await withdrawCoSignature(before.token, now)).toEqual({ ok: false, reason: 'token_unknown' })
  expect(await statesOf(at)).toEqual(['confirmed'])

  const other = await aContact()
  const unused = await withLink(other.slug, other.slug)
  expect(await sign(other)).toEqual({ ok: true })
  expect(await withdrawCoSignature(unused.token, now)).toEqual({ ok: false, reason: 'token_unknown' })
  expect(await unused.sign()).toMatchObject({ ok: false, reason: 'not_open' })
  expect(await statesOf(other)).toEqual(['confirmed'])
  // Invited again by staff: the page no longer withdraws what the new link signs.
  expect(await withdraw(other)).toEqual({ ok: true })
  const next = await withLink(other.slug, other.slug)
  expect(await next.sign()).toMatchObject({ ok: true })
  expect(await withdraw(other)).toEqual({ ok: false, reason: 'not_signed' })
})

it('is not asked again where staff declined it', async () => {
  const at = await aContact()
  await sign(at)
  await decideCoSignature(editor, (await rowsOf(at))[0]?.id ?? '', 'declined', now)
  expect(await sign(at)).toEqual({ ok: false, reason: 'decided' })
})

import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken } from '@/lib/vault/token'
import type { Prisma } from '@/prisma/generated/client'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { coSign } from '../co-sign'
import { decideCoSignature } from '../decide-co-signature'
import { findEditable } from '../entities/find-editable'
import { letter as letterEntity } from '../entities/letter'
import { findInvitation } from '../find-invitation'
import { invite } from '../invite'
import { readCoSignature } from '../read-co-signature'
import { askMail } from './ask-record'
import { askToCoSign } from './ask-to-co-sign'
import { composeAskMail } from './compose-ask-mail'
import { purgeAsked } from './purge-asked'
import { readAsk } from './read-ask'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const letter = 'open-letter-security-council'

let editor: Staff

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
})

function askOf(organisation: string, email: string) {
  const read = readAsk({ organisation, country: 'no', email })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

const mails = () => db().mail.findMany({ where: { kind: 'co_sign_ask' }, orderBy: { queuedAt: 'asc' } })

/** Asks, and gives the token of the mailed link. */
async function asked(organisation: string, email: string, at = now): Promise<string> {
  const before = new Set((await mails()).map(({ id }) => id))
  expect(await askToCoSign(letter, askOf(organisation, email), 'en', at)).toEqual({ ok: true, later: false })
  const [mail] = (await mails()).filter(({ id }) => !before.has(id))
  const { token, to } = openRecord(mail?.sealed ?? Buffer.alloc(0), askMail)
  expect(to).toBe(email)
  return token
}

async function signed(token: string, organisation: string) {
  const fields = { organisation, country: 'no', name: 'Kari', role: 'Chair', email: 'kari@x.example', authority: 'on' }
  const read = readCoSignature(fields)
  return read.ok ? coSign(token, read.form, 'en', now) : null
}

const rowOf = (token: string): Promise<Prisma.CoSignatureGetPayload<object>> =>
  db().coSignature.findFirstOrThrow({
    where: { invitations: { some: { tokenHash: hashToken(token) ?? Buffer.alloc(0) } } },
  })

it('mails a link to an address of its own domain, which is not kept; signed with it, staff review it', async () => {
  const token = await asked('Bergen Circle', 'office@bergen-circle.example')
  expect(await findInvitation(token, now)).toMatchObject({ state: 'invited', asked: true, history: [] })
  const row = await rowOf(token)
  expect(row).toMatchObject({ domain: 'bergen-circle.example', sealed: null, state: 'invited' })
  expect(JSON.stringify(row)).not.toContain('office@')
  // Until it is signed, nobody else sees it.
  const seen = async () => {
    const found = await findEditable(editor, letterEntity, row.letterId)
    return found?.row.coSignatures.map(({ organisation, state }) => [organisation, state])
  }
  expect(await seen()).not.toContainEqual(['Bergen Circle', 'invited'])
  expect(await signed(token, 'Bergen Circle')).toEqual({ ok: true, letterSlug: letter })
  expect(await seen()).toContainEqual(['Bergen Circle', 'confirmed'])
  expect(await signed(token, 'Bergen Circle')).toMatchObject({ ok: false, reason: 'not_open' })
})

it('by asking, nobody takes another organisation’s name', async () => {
  const squatter = await asked('Great Society', 'a@squat.example')
  await asked('Great Society', 'b@squat.example')
  // Staff can still invite it, and it can still ask.
  const invited = await invite(editor, letter, { organisation: 'Great Society', country: null, memberSlug: null }, now)
  expect(invited).toMatchObject({ ok: true })
  expect(await signed(squatter, 'Great Society')).toMatchObject({ ok: false, reason: 'organisation_taken' })

  // Signed by a stranger and declined: the name is free again.
  const stranger = await asked('Old Union', 'x@stranger.example')
  expect(await signed(stranger, 'Old Union')).toMatchObject({ ok: true })
  const real = await asked('Old Union', 'office@old-union.example')
  expect(await signed(real, 'OLD union')).toMatchObject({ ok: false, reason: 'organisation_taken' })
  expect(await decideCoSignature(editor, (await rowOf(stranger)).id, 'declined', now)).toEqual({ ok: true })
  expect(await signed(real, 'Old Union')).toMatchObject({ ok: true })
  expect(await decideCoSignature(editor, (await rowOf(real)).id, 'approved', now)).toEqual({ ok: true })
})

it('a link works for seven days; what nobody signed is then deleted, and nothing else', async () => {
  const unsigned = await asked('Seven Days', 'a@seven.example')
  const used = await asked('Signed in Time', 'a@in-time.example')
  await signed(used, 'Signed in Time')
  const before = await invite(editor, letter, { organisation: 'By Staff', country: null, memberSlug: null }, now)
  await purgeAsked(later(6.9))
  expect((await rowOf(unsigned)).state).toBe('invited')
  expect(await findInvitation(unsigned, later(7))).toMatchObject({ state: 'expired' })
  expect(await purgeAsked(later(7))).toBeGreaterThan(0)
  expect(await findInvitation(unsigned, later(7))).toBeNull()
  expect(await findInvitation(used, later(7))).toMatchObject({ state: 'confirmed' })
  expect(before.ok && (await findInvitation(before.token, later(7)))).toMatchObject({ state: 'invited' })
})

it('only an open letter is signed, and one network is not served without end', async () => {
  const ask = (slug: string) => askToCoSign(slug, askOf('A', 'a@some.example'), 'en', now)
  expect(await ask('none')).toEqual({ ok: false, reason: 'letter_unknown' })
  const { id } = await db().letter.findUniqueOrThrow({ where: { slug: letter } })
  await db().letter.update({ where: { id }, data: { status: 'sent' } })
  expect(await ask(letter)).toEqual({ ok: false, reason: 'letter_closed' })
  await db().letter.update({ where: { id }, data: { status: 'draft' } })
  expect(await ask(letter)).toEqual({ ok: false, reason: 'letter_unknown' })
  await db().letter.update({ where: { id }, data: { status: 'open' } })
  const results = []
  for (let i = 0; i < 200 && results.at(-1) !== 'rate_limited'; i += 1) {
    const form = askOf('A', `a${i}@some.example`)
    const result = await askToCoSign(letter, form, 'en', now, { network: '192.0.2.0' })
    results.push(result.ok ? 'ok' : result.reason)
  }
  expect(results.at(-1)).toBe('rate_limited')
})

it('is refused from a mailbox at a provider, or one for minutes', () => {
  const errorsOf = (email: string) => {
    const read = readAsk({ organisation: 'A', email })
    return read.ok ? null : read.errors
  }
  for (const email of ['a@gmail.com', 'a@naver.com', 'a@mail.protonmail.com', 'a@mailinator.com'])
    expect([email, errorsOf(email)]).toEqual([email, { email: ['own_domain'] }])
  expect(errorsOf('office@ngo.example')).toBeNull()
  expect(errorsOf('')).toEqual({ email: ['missing'] })
})

it('its mail repeats nothing that was typed', async () => {
  await asked('Send money to evil.example', 'victim@ngo.example')
  const rows = await mails()
  const composed = await composeAskMail(rows.slice(-1) as unknown as Parameters<typeof composeAskMail>[0], now)
  expect(JSON.stringify(composed)).toContain('/co-sign/')
  expect(JSON.stringify(composed)).not.toContain('evil.example')
})

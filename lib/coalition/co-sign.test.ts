import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findEditableCoSignature } from './admin/find-editable-co-signature'
import { coSign } from './co-sign'
import { coSignatureMail, coSignatureRecord } from './co-signature-record'
import { decideCoSignature, removeCoSignature } from './decide-co-signature'
import { findInvitation, type InvitationStatus } from './find-invitation'
import { findLetter } from './find-letter'
import { invite } from './invite'
import { readCoSignature } from './read-co-signature'
import { withdrawCoSignature } from './withdraw-co-signature'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const letter = 'open-letter-security-council'

let editor: Staff
let colleague: Staff

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
  colleague = await aStaffMember('editor', now)
})

function form(organisation: string, email = 'office@example.org') {
  const fields = { organisation, country: 'no', name: 'Kari Nordmann', role: 'Director', email, authority: 'on' }
  const read = readCoSignature(fields)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

async function invited(organisation: string) {
  const result = await invite(editor, letter, { organisation, country: null, memberSlug: null }, now)
  if (!result.ok) throw new Error(result.reason)
  return result.token
}

async function status(token: string): Promise<InvitationStatus> {
  const found = await findInvitation(token, now)
  if (!found) throw new Error('no invitation')
  return found
}

const names = async () => (await findLetter(letter, 'en'))?.coSigners.map(({ organisation }) => organisation)

it('is public from approval to withdrawal, and keeps its history', async () => {
  const token = await invited('Norsk Råd')
  expect(await coSign(token, form('Norsk Råd'), 'en', now)).toEqual({ ok: true, letterSlug: letter })
  expect(await names()).toEqual([])
  const { coSignatureId } = await status(token)
  expect(await decideCoSignature(colleague, coSignatureId, 'approved', now)).toEqual({ ok: true })
  expect((await findLetter(letter, 'en'))?.coSigners).toMatchObject([
    { organisation: 'Norsk Råd', country: 'NO', signed: { on: new Date('2026-11-21'), precision: 'day' } },
  ])
  expect(await withdrawCoSignature(token, later(3))).toEqual({ ok: true, letterSlug: letter })
  expect(await names()).toEqual([])
  expect((await status(token)).history.map(({ state }) => state)).toEqual([
    'invited',
    'confirmed',
    'approved',
    'withdrawn',
  ])
  expect((await db().coSignature.findUniqueOrThrow({ where: { id: coSignatureId } })).sealed).toBeNull()
})

it('whoever invited an organisation does not approve it; a new invitation is by whoever made that', async () => {
  const token = await invited('Invited by Me')
  await coSign(token, form('Invited by Me'), 'en', now)
  const { coSignatureId: id } = await status(token)
  expect(await decideCoSignature(editor, id, 'approved', now)).toEqual({ ok: false, reason: 'own_invitation' })
  expect(await status(token)).toMatchObject({ state: 'confirmed' })
  expect((await findEditableCoSignature(editor, id))?.own).toBe(true)
  expect((await findEditableCoSignature(colleague, id))?.own).toBe(false)
  expect(await decideCoSignature(editor, id, 'declined', now)).toEqual({ ok: true })
  const again = { organisation: 'Invited by Me', country: null, memberSlug: null }
  const second = await invite(colleague, letter, again, later(1))
  await coSign(second.ok ? second.token : '', form('Invited by Me'), 'en', later(1))
  expect(await decideCoSignature(colleague, id, 'approved', later(1))).toMatchObject({ reason: 'own_invitation' })
  expect(await decideCoSignature(editor, id, 'approved', later(1))).toEqual({ ok: true })
})

it('staff take one off its letter, with a reason on record, once; it returns by another invitation only', async () => {
  const token = await invited('Never Signed')
  await coSign(token, form('Never Signed'), 'en', now)
  const { coSignatureId: id } = await status(token)
  expect(await removeCoSignature(editor, id, 'too early', now)).toEqual({ ok: false, reason: 'not_confirmed' })
  await decideCoSignature(colleague, id, 'approved', now)
  expect(await names()).toContain('Never Signed')
  const results = await Promise.all([1, 2, 3].map(() => removeCoSignature(editor, id, 'they did not sign', later(1))))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await names()).not.toContain('Never Signed')
  expect((await status(token)).history.map(({ state }) => state)).toEqual([
    'invited',
    'confirmed',
    'approved',
    'declined',
  ])
  const entry = await db().auditEntry.findFirstOrThrow({ where: { verb: 'co_signature.remove' } })
  expect(entry).toMatchObject({
    subject: `co_signature:${id}`,
    staffId: editor.id,
    detail: '{"why":"they did not sign"}',
  })
  expect(await coSign(token, form('Never Signed'), 'en', later(2))).toMatchObject({ ok: false })
  await expect(removeCoSignature(await aStaffMember('moderator', now), id, 'x', now)).rejects.toThrow('may not')
})

it('seals the representative’s details, and mails them a receipt', async () => {
  const token = await invited('Receipt House')
  await coSign(token, form('Receipt House', 'receipt@example.org'), 'ko', now)
  const row = await db().coSignature.findFirstOrThrow({ where: { organisation: 'Receipt House' } })
  expect(Buffer.from(row.sealed ?? []).includes('Kari')).toBe(false)
  expect(openRecord(row.sealed ?? Buffer.alloc(0), coSignatureRecord)).toEqual({
    name: 'Kari Nordmann',
    role: 'Director',
    email: 'receipt@example.org',
  })
  const mails = await db().mail.findMany({ where: { kind: 'co_signature' } })
  const letters = mails.map((mail) => openRecord(mail.sealed ?? Buffer.alloc(0), coSignatureMail))
  expect(letters.find(({ to }) => to === 'receipt@example.org')).toMatchObject({
    token,
    locale: 'ko',
    letterSlug: letter,
  })
})

it('signs once, however often it is submitted at once', async () => {
  const token = await invited('Twenty at Once')
  const results = await Promise.all(Array.from({ length: 20 }, () => coSign(token, form('Twenty at Once'), 'en', now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await status(token)).history.map(({ state }) => state)).toEqual(['invited', 'confirmed'])
})

it('signs once for an organisation, however it is spelled, even if two sign at once', async () => {
  const tokens = [await invited('One'), await invited('Two')]
  const results = await Promise.all(
    tokens.map((token, i) => coSign(token, form(['Ligue Égalité', 'LIGUE EGALITE'][i] ?? ''), 'en', now)),
  )
  expect(results.map((result) => (result.ok ? 'signed' : result.reason)).sort()).toEqual([
    'organisation_taken',
    'signed',
  ])
})

it('a new invitation revokes the previous one; expired, used and unknown links do not sign', async () => {
  const first = await invited('Second Thoughts')
  const second = await invited('second  THOUGHTS')
  expect((await status(first)).state).toBe('revoked')
  expect(await coSign(first, form('Second Thoughts'), 'en', now)).toMatchObject({ reason: 'not_open' })
  expect(await coSign(second, form('Second Thoughts'), 'en', later(61))).toMatchObject({ reason: 'not_open' })
  expect(await coSign('A'.repeat(43), form('x'), 'en', now)).toMatchObject({ reason: 'token_unknown' })
  expect(await coSign(second, form('Second Thoughts'), 'en', now)).toMatchObject({ ok: true })
  const to = { organisation: 'Second Thoughts', country: null, memberSlug: null }
  expect(await invite(editor, letter, to, now)).toEqual({ ok: false, reason: 'already_signed' })
})

it('a sent letter accepts no signatures', async () => {
  const to = { organisation: 'Late', country: null, memberSlug: null }
  expect(await invite(editor, 'security-council-2015', to, now)).toEqual({ ok: false, reason: 'letter_not_open' })
})

it('only confirmed co-signatures can be approved', async () => {
  const { coSignatureId } = await status(await invited('Not Yet'))
  expect(await decideCoSignature(colleague, coSignatureId, 'approved', now)).toEqual({
    ok: false,
    reason: 'not_confirmed',
  })
})

it('reports the errors of each field', () => {
  expect(
    readCoSignature({ organisation: ' ', name: 'a\u202eb', role: 'x'.repeat(201), email: 'nobody', country: 'xx' }),
  ).toEqual({
    ok: false,
    errors: {
      organisation: ['missing'],
      country: ['unknown'],
      name: ['direction_marks'],
      role: ['too_long'],
      email: ['invalid'],
      authority: ['missing'],
    },
  })
})

import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { coSign } from '../co-sign'
import { invite } from '../invite'
import { readCoSignature } from '../read-co-signature'
import { INVITATIONS_FORM } from './invitations-form'
import { inviteMany } from './invite-many'
import { readInvitations } from './read-invitations'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const slug = 'open-letter-security-council'

let letterId: string
let editor: Staff

beforeAll(async () => {
  await seedCoalition(now)
  letterId = (await db().letter.findUniqueOrThrow({ where: { slug } })).id
  editor = await aStaffMember('editor', now)
})

/** A member with another name, and how it signs under that name with a link of its own. */
async function aMemberSigning(member: string, name: string) {
  await aMember(member)
  const { id: memberId } = await db().member.findUniqueOrThrow({ where: { slug: member } })
  await db().memberText.create({ data: { memberId, locale: 'ko', name } })
  const link = await invite(editor, slug, { organisation: name, country: null, memberSlug: null }, now)
  const fields = { organisation: name, name: 'A', role: 'B', email: 'a@example.org', authority: 'on' }
  const read = readCoSignature(fields)
  if (!link.ok || !read.ok) throw new Error('the fixture is not readable')
  return () => coSign(link.token, read.form, 'en', now)
}

async function invited(line: string) {
  const draft = await keepDraft(editor, INVITATIONS_FORM, { fields: {}, errors: {} }, now)
  const read = readInvitations(line, 'en')
  if (!read.ok) throw new Error('the fixture is not readable')
  return inviteMany(editor, letterId, draft, read.lines, now)
}

it('leaves out a member that has signed under another of its names, whoever typed that', async () => {
  const sign = await aMemberSigning('polyglot', '여러 이름')
  expect(await sign()).toMatchObject({ ok: true })
  expect(await invited('polyglot, p@example.org')).toEqual({ ok: false, reason: 'all_left_out' })
})

it('a member that signs under another name at the same moment gets no second place', async () => {
  const sign = await aMemberSigning('polyglot-two', '다른 여러 이름')
  const [signed, sent] = await Promise.all([sign(), invited('polyglot-two, q@example.org')])
  expect(signed).toMatchObject({ ok: true })
  const first = await db().coSignature.findFirst({ where: { letterId, organisation: 'polyglot-two' } })
  // Either it was left out, or invited before it signed: then what it is invited with signs no more.
  expect([sent.ok, first !== null]).toEqual(sent.ok ? [true, true] : [false, false])
  const again = await invite(editor, slug, { organisation: 'polyglot-two', country: null, memberSlug: null }, now)
  const fields = { organisation: 'polyglot-two', name: 'A', role: 'B', email: 'a@example.org', authority: 'on' }
  const read = readCoSignature(fields)
  if (!again.ok || !read.ok) throw new Error('the fixture is not readable')
  expect(await coSign(again.token, read.form, 'en', now)).toMatchObject({ ok: false, reason: 'organisation_taken' })
})

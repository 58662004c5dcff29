import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import { keepForm } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { coSign } from '../co-sign'
import { findInvitation } from '../find-invitation'
import { invite } from '../invite'
import { lockNames } from '../lock-names'
import { readCoSignature } from '../read-co-signature'
import { composeInvitation } from './compose-invitation'
import { INVITATIONS_FORM } from './invitations-form'
import { inviteMany, previewInvitations } from './invite-many'
import { planKey } from './plan-invitations'
import { MAX_INVITATIONS, readInvitations } from './read-invitations'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const slug = 'open-letter-security-council'

let letterId: string

beforeAll(async () => {
  await seedCoalition(now)
  letterId = (await db().letter.findUniqueOrThrow({ where: { slug } })).id
})

function lines(text: string) {
  const read = readInvitations(text, 'en')
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.lines
}

async function draftOf(editor: Staff, at = now): Promise<string> {
  return keepDraft(editor, INVITATIONS_FORM, { fields: {}, errors: {} }, at)
}

async function sent(editor: Staff, text: string, at = now) {
  return inviteMany(editor, letterId, await draftOf(editor, at), lines(text), at)
}

const mails = () => db().mail.findMany({ where: { kind: 'invitation' } })

async function linkTo(address: string, at = now) {
  const rows = (await mails()) as object[] as Parameters<typeof composeInvitation>[0]
  for (const mail of await composeInvitation(rows, at)) {
    if (mail === 'unreadable' || mail?.to !== address) continue
    const [, locale, token = ''] = /\/(\w+)\/letters\/[\w-]+\/co-sign\/([\w-]{43})/.exec(mail.text) ?? []
    return { mail, locale, token }
  }
  return null
}

describe('reading', () => {
  it('takes a language by its name: in English, Korean, Japanese or its own, and by its code', () => {
    const named = ['Korean', '한국어', '韓国語', 'KOREAN', 'ko', 'français', 'French', '']
    const typed = named.map((name, i) => `Org ${i}; a${i}@example.org${name && `; ${name}`}`).join('\n')
    expect(lines(typed).map(({ locale }) => locale)).toEqual(['ko', 'ko', 'ko', 'ko', 'ko', 'fr', 'fr', 'en'])
  })

  it('takes commas, semicolons, tabs and cells of a spreadsheet; a name may hold commas', () => {
    const text =
      'Norsk Råd, a@example.org\r\n\r\nOrg, Inc.; b@example.org; XX\nダイアロ\tc@example.org\tja\n"The ""Circle"", Oslo",d@example.org'
    expect(readInvitations(text, 'en')).toMatchObject({
      ok: false,
      errors: [{ line: 3, field: 'locale', code: 'unknown' }],
    })
    expect(
      lines(text.replace('XX', 'ko')).map(({ organisation, email, locale }) => [
        organisation,
        email.deliverable,
        locale,
      ]),
    ).toEqual([
      ['Norsk Råd', 'a@example.org', 'en'],
      ['Org, Inc.', 'b@example.org', 'ko'],
      ['ダイアロ', 'c@example.org', 'ja'],
      ['The "Circle", Oslo', 'd@example.org', 'en'],
    ])
  })

  it('names every wrong line, counted as in the field', () => {
    const text = 'One, one@example.org\n\nno address\n, two@example.org\nONE, three@example.org\nFour, One@example.org'
    expect(readInvitations(text, 'en')).toEqual({
      ok: false,
      errors: [
        { line: 3, field: 'email', code: 'missing' },
        { line: 4, field: 'organisation', code: 'missing' },
        { line: 5, field: 'organisation', code: 'twice' },
        { line: 6, field: 'email', code: 'twice' },
      ],
    })
    const many = (n: number) => Array.from({ length: n }, (_, i) => `Org ${i}, org${i}@example.org`).join('\n')
    expect(readInvitations(many(MAX_INVITATIONS), 'en').ok).toBe(true)
    const whole = (code: string) => ({ ok: false, errors: [{ line: 0, field: 'lines', code }] })
    expect(readInvitations(many(MAX_INVITATIONS + 1), 'en')).toEqual(whole('too_many_lines'))
    expect(readInvitations(' \n ', 'en')).toEqual(whole('missing'))
  })
})

describe('inviting', () => {
  it('mails each organisation a link of its own, in its language, and keeps no address', async () => {
    const editor = await aStaffMember('editor', now)
    expect(await sent(editor, 'Alpha Group, alpha@example.org\nBeta, beta@example.org, ko')).toEqual({
      ok: true,
      invited: 2,
    })
    const alpha = await linkTo('alpha@example.org')
    expect([alpha?.locale, (await linkTo('beta@example.org'))?.locale]).toEqual(['en', 'ko'])
    expect(alpha?.mail.text).toContain('Alpha Group')
    expect(await findInvitation(alpha?.token ?? '', now)).toMatchObject({
      organisation: 'Alpha Group',
      state: 'invited',
      asked: false,
      expiresAt: later(60),
    })
    const form = { organisation: 'Alpha Group', name: 'A', role: 'B', email: 'x@example.org', authority: 'on' }
    const read = readCoSignature(form)
    if (!read.ok) throw new Error('the fixture is not readable')
    expect(await coSign(alpha?.token ?? '', read.form, 'en', now)).toMatchObject({ ok: true })
    const said = await db().auditEntry.findMany({ where: { subject: `letter:${letterId}` } })
    expect(said.map(({ verb, detail }) => [verb, detail])).toEqual([['co_signature.invite_many', '{"invited":2}']])
    const stored = JSON.stringify([await db().coSignature.findMany(), said.map(({ detail }) => detail)])
    expect(stored).not.toContain('alpha@')
    // One that is signed already gets no second mail.
    expect(await linkTo('alpha@example.org')).toBeNull()
  })

  it('leaves out who stands at the letter, a member under another of its names too; an expired one is invited again', async () => {
    const editor = await aStaffMember('editor', now)
    await aMember('gamma')
    const { name } = await db().member.findUniqueOrThrow({ where: { slug: 'gamma' } })
    await invite(editor, slug, { organisation: 'Gamma elsewhere', country: null, memberSlug: 'gamma' }, now)
    await invite(editor, slug, { organisation: 'Delta', country: null, memberSlug: null }, now)
    const text = `${name}, g@example.org\nDELTA, d@example.org\nEpsilon, e@example.org`
    expect(await previewInvitations(editor, letterId, lines(text), now)).toMatchObject({
      ok: true,
      plan: {
        invite: [{ organisation: 'Epsilon' }],
        leftOut: [
          { organisation: name, state: 'invited' },
          { organisation: 'DELTA', state: 'invited' },
        ],
      },
    })
    // A page that asked about as many others was about something else.
    const keys = ['Epsilon', 'Epsilon', 'Another'].map(async (name) => {
      const preview = await previewInvitations(editor, letterId, lines(`${name}, e@example.org`), now)
      return preview.ok ? planKey(preview.plan) : null
    })
    const [first, again, different] = await Promise.all(keys)
    expect([again === first, different === first]).toEqual([true, false])
    expect(await sent(editor, text)).toEqual({ ok: true, invited: 1 })
    expect(await sent(editor, text)).toEqual({ ok: false, reason: 'all_left_out' })
    expect(await sent(editor, 'Epsilon, e@example.org', later(61))).toEqual({ ok: true, invited: 1 })
    const all = await db().invitation.findMany({ where: { coSignature: { organisation: 'Epsilon' } } })
    expect(all.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
  })

  it('is done once for one page, however often and at once it is sent', async () => {
    const editor = await aStaffMember('editor', now)
    const draft = await draftOf(editor)
    const before = (await mails()).length
    const text = 'Zeta, z@example.org\nEta, h@example.org'
    const results = await Promise.all([1, 2, 3, 4].map(() => inviteMany(editor, letterId, draft, lines(text), now)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((one) => !one.ok && one.reason === 'sent_already')).toHaveLength(3)
    expect((await mails()).length).toBe(before + 2)
    // Another's draft, or none, sends nothing.
    const other = await aStaffMember('editor', now)
    const foreign = await inviteMany(other, letterId, await draftOf(editor), lines('Theta, t@example.org'), now)
    expect(foreign).toEqual({ ok: false, reason: 'sent_already' })
  })

  it.each(['for the session', 'for its person'])(
    'leaves no draft with the addresses of the letter, kept %s, and all others',
    async (how) => {
      const editor = await aStaffMember('editor', now)
      const text = `Lambda ${how}, l@example.org`
      const author = { userId: editor.id, sessionId: editor.session.id }
      const keep = async (form: string, fields: Record<string, string>) =>
        how === 'for the session'
          ? keepDraft(editor, form, { fields, errors: {} }, now)
          : ((await keepForm(author, { path: '/admin', form, fields }, now)) ?? '')
      const fields = { id: letterId, lines: text, locale: 'en' }
      const old = [await keep(INVITATIONS_FORM, { ...fields, lines: 'Lambda, l@example' })]
      const others = [await keep(INVITATIONS_FORM, { ...fields, id: randomUUID() }), await keep('member', fields)]
      const draft = await keep(INVITATIONS_FORM, fields)
      // One of another form is not spent, nor one of another person.
      const foreign = await inviteMany(editor, letterId, others[1] ?? '', lines(text), now)
      expect(foreign).toEqual({ ok: false, reason: 'sent_already' })
      const other = await aStaffMember('editor', now)
      expect(await inviteMany(other, letterId, draft, lines(text), now)).toEqual(foreign)
      const sends = [1, 2, 3].map(() => inviteMany(editor, letterId, draft, lines(text), now))
      expect((await Promise.all(sends)).filter(({ ok }) => ok)).toEqual([{ ok: true, invited: 1 }])
      for (const id of [draft, ...old]) expect(await findDraft(editor, INVITATIONS_FORM, id)).toBeNull()
      expect(await findDraft(editor, INVITATIONS_FORM, others[0])).not.toBeNull()
      expect(await findDraft(editor, 'member', others[1])).not.toBeNull()
    },
  )

  it('waits for whoever gives the organisation a place at this moment, and leaves their link alone', async () => {
    const editor = await aStaffMember('editor', now)
    const draft = await draftOf(editor)
    let result: ReturnType<typeof inviteMany> | undefined
    await db().$transaction(async (tx) => {
      await lockNames(tx, letterId, ['mu'])
      result = inviteMany(editor, letterId, draft, lines('Nu, n@example.org\nMu, m@example.org'), now)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const id = randomUUID()
      await tx.coSignature.create({ data: { id, letterId, organisation: 'Mu', search: 'mu' } })
      const link = { coSignatureId: id, createdAt: now, expiresAt: later(60) }
      await tx.invitation.create({ data: { ...link, tokenHash: Buffer.from('shown to a colleague') } })
    })
    expect(await result).toEqual({ ok: true, invited: 1 })
    const shown = await db().invitation.findMany({ where: { coSignature: { search: 'mu' } } })
    expect(shown).toMatchObject([{ revokedAt: null }])
  })

  it('invites a member once, whatever the names, and at the place it has; a link to a member set by hand stays', async () => {
    const editor = await aStaffMember('editor', now)
    await aMember('omicron')
    const { id } = await db().member.findUniqueOrThrow({ where: { slug: 'omicron' } })
    const name = { memberId: id, locale: 'ko', name: '오미크론' }
    await db().memberText.create({ data: name })
    const text = 'Omicron, o@example.org\n오미크론, p@example.org'
    const set = { organisation: 'Omicron by hand', country: null, memberSlug: 'omicron' }
    await invite(editor, slug, set, later(-70))
    expect(await sent(editor, text)).toEqual({ ok: true, invited: 1 })
    const rows = await db().coSignature.findMany({ where: { memberId: id }, include: { invitations: true } })
    expect(rows).toMatchObject([{ organisation: 'Omicron by hand', search: 'omicron by hand' }])
    expect(rows[0]?.invitations.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
    expect(await linkTo('p@example.org')).toBeNull()
    const preview = await previewInvitations(editor, letterId, lines(text), later(61))
    expect(preview).toMatchObject({
      plan: { invite: [{ search: 'omicron by hand' }], leftOut: [{ organisation: '오미크론', state: 'twice' }] },
    })
    expect(await sent(editor, 'Omicron by hand, o@example.org', later(61))).toEqual({ ok: true, invited: 1 })
    expect(await db().coSignature.findMany({ where: { search: 'omicron by hand' } })).toMatchObject([{ memberId: id }])
  })

  it('two editors at once invite an organisation once', async () => {
    const [one, two] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
    const results = await Promise.all([sent(one, 'Iota, i@example.org'), sent(two, 'Iota, i@example.org')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is bounded for one person with two letters at once', async () => {
    const editor = await aStaffMember('editor', now)
    const dated = { datedOn: now, datedPrecision: 'day' } as const
    const other = await db().letter.create({ data: { id: randomUUID(), slug: 'other', status: 'open', ...dated } })
    const text = Array.from({ length: 60 }, (_, i) => `Both ${i}, both${i}@example.org`).join('\n')
    const drafts = [await draftOf(editor), await draftOf(editor)] as const
    const results = await Promise.all([
      inviteMany(editor, letterId, drafts[0], lines(text), now),
      inviteMany(editor, other.id, drafts[1], lines(text), now),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, reason: 'invited_enough' })
  })

  it('is bounded for one person within a day, and refused for a letter that is not open', async () => {
    const editor = await aStaffMember('editor', now)
    const many = (from: number, n: number) =>
      Array.from({ length: n }, (_, i) => `Bound ${from + i}, bound${from + i}@example.org`).join('\n')
    expect(await sent(editor, many(0, 60))).toEqual({ ok: true, invited: 60 })
    expect(await sent(editor, many(60, 41))).toEqual({ ok: false, reason: 'invited_enough' })
    expect(await sent(editor, many(60, 41), later(1.01))).toEqual({ ok: true, invited: 41 })
    await db().letter.update({ where: { id: letterId }, data: { status: 'sent' } })
    expect(await sent(editor, 'Kappa, k@example.org', later(3))).toEqual({ ok: false, reason: 'letter_not_open' })
    expect(await linkTo('bound0@example.org')).toBeNull()
    await db().letter.update({ where: { id: letterId }, data: { status: 'open' } })
    await expect(sent(await aStaffMember('auditor', now), 'Kappa, k@example.org')).rejects.toThrow()
  })
})

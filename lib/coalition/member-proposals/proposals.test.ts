import { randomUUID } from 'node:crypto'
import { PNG } from 'pngjs'
import { beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { fold } from '@/lib/text/fold'
import { hashToken, newToken } from '@/lib/vault/token'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findText } from '../entities/find-text'
import { saveText } from '../entities/save-text'
import { findLogo } from '../find-logo'
import { findMember } from '../find-member'
import { ownLanguage } from '../own-language'
import { publishProposal, returnProposal } from './decide-proposal'
import { findOwnPart } from './find-own-proposals'
import { findProposal, listProposals } from './list-proposals'
import { propose, proposeLogo } from './propose'
import { purgeProposals } from './purge-proposals'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

let editor: Staff
beforeAll(async () => {
  editor = await aStaffMember('editor', now)
})

/** A member with an open session at its own page. */
async function atOwnPage(slug: string): Promise<{ id: string; session: string }> {
  await aMember(slug)
  const { id } = await db().member.findUniqueOrThrow({ where: { slug } })
  const contact = { id: randomUUID(), memberId: id, addressIndex: Buffer.from(slug), sealed: Buffer.alloc(1) }
  await db().memberContact.create({ data: { ...contact, addedAt: now } })
  const session = newToken()
  const access = { tokenHash: hashToken(session) ?? Buffer.alloc(0), kind: 'session', contactId: contact.id }
  await db().memberAccess.create({ data: { ...access, expiresAt: later(1) } })
  return { id, session }
}

const words = (name: string, description = '', affiliation = '') => ({ name, description, affiliation })
const proposalOf = async (memberId: string, part: string) =>
  (await db().memberProposal.findUniqueOrThrow({ where: { memberId_part: { memberId, part } } })).id
const versionSeen = async (id: string) => (await findProposal(editor, id))?.version ?? ''

function aLogo(colour: number): Buffer {
  const picture = new PNG({ width: 80, height: 40 })
  picture.data.fill(colour)
  return PNG.sync.write(picture)
}

it('what a member proposes is public once an editor has published it, and not before', async () => {
  const { id, session } = await atOwnPage('alpha')
  expect(await propose(session, 'words.ko', words('알파', '우리는 기록한다.'), now)).toEqual({ ok: true })
  expect(await propose(session, 'site', { website: 'alpha.example' }, now)).toEqual({ ok: true })
  expect(await findMember('alpha', 'ko')).toMatchObject({ name: 'alpha', description: null, website: null })
  expect((await listProposals(editor)).map(({ part }) => part).sort()).toEqual(['site', 'words.ko'])

  const proposal = await proposalOf(id, 'words.ko')
  expect(await findProposal(editor, proposal)).toMatchObject({
    before: { name: '', description: '' },
    after: { name: '알파', description: '우리는 기록한다.' },
  })
  expect(await publishProposal(editor, proposal, await versionSeen(proposal), now)).toEqual({ ok: true })
  expect(await publishProposal(editor, proposal, '', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await findMember('alpha', 'ko')).toMatchObject({ name: '알파', description: '우리는 기록한다.' })
  expect((await findMember('alpha', 'ko'))?.search).toContain('알파')
  expect((await findOwnPart(id, 'words.ko')).proposal).toMatchObject({ state: 'published' })

  const site = await proposalOf(id, 'site')
  await publishProposal(editor, site, await versionSeen(site), now)
  expect(await propose(session, 'words.en', words('Alpha', 'We document.'), now)).toEqual({ ok: true })
  const english = await proposalOf(id, 'words.en')
  await publishProposal(editor, english, await versionSeen(english), now)
  expect(await findMember('alpha', 'en')).toMatchObject({
    name: 'Alpha',
    description: 'We document.',
    website: 'https://alpha.example/',
  })
})

it('a name in the script of its own country, which the site has not, stands beside the others, and is found', async () => {
  const { id, session } = await atOwnPage('thai')
  await db().member.update({ where: { id }, data: { country: 'TH' } })
  const name = { name: 'แนวร่วมเพื่อสิทธิมนุษยชน', description: 'Not shown anywhere.' }
  // Of another country's language nobody would know whose it is.
  expect(await propose(session, 'words.km', name, now)).toEqual({ ok: false, reason: 'session_unknown' })
  expect(await propose(session, 'words.th', name, now)).toEqual({ ok: true })
  const proposal = await proposalOf(id, 'words.th')
  expect(await findProposal(editor, proposal)).toMatchObject({ after: { name: name.name } })
  expect((await findMember('thai', 'en'))?.ownName).toBeNull()
  expect(await publishProposal(editor, proposal, await versionSeen(proposal), now)).toEqual({ ok: true })
  expect(await findMember('thai', 'ko')).toMatchObject({
    name: 'thai',
    description: null,
    ownName: { name: name.name, locale: 'th' },
  })
  expect((await db().member.findUniqueOrThrow({ where: { id } })).search).toContain(fold('สิทธิมนุษยชน'))
  expect(await findOwnPart(id, 'words.th')).toMatchObject({ values: { name: name.name } })
})

it('an editor corrects a proposal while publishing it, and the member sees both', async () => {
  const { id, session } = await atOwnPage('corrected')
  await db().member.update({ where: { id }, data: { country: 'TH' } })
  await propose(session, 'words.th', { name: 'แนวร่วมม' }, now)
  const proposal = await proposalOf(id, 'words.th')
  const seen = await versionSeen(proposal)
  const publish = (version: string, name: string) => publishProposal(editor, proposal, version, now, { name })
  expect(await publish(seen, 'a\u202eb')).toMatchObject({ reason: 'invalid', errors: { name: ['direction_marks'] } })
  expect(await publish('another', 'แนวร่วม')).toEqual({ ok: false, reason: 'changed' })
  expect(await publish(seen, 'แนวร่วม')).toEqual({ ok: true })
  expect((await findMember('corrected', 'en'))?.ownName).toEqual({ name: 'แนวร่วม', locale: 'th' })
  expect(await findOwnPart(id, 'words.th')).toEqual({
    values: { name: 'แนวร่วม' },
    proposal: {
      state: 'published',
      at: now,
      reason: null,
      corrected: [{ name: 'name', before: 'แนวร่วมม', after: 'แนวร่วม' }],
    },
  })
  const { detail } = await db().auditEntry.findFirstOrThrow({
    where: { subject: `member:${id}`, verb: 'member.proposal_publish' },
  })
  expect(JSON.parse(detail ?? '')).toMatchObject({ part: 'words.th', changed: 'name', corrected: 'yes' })
  // Published as it was proposed, nothing is said to be corrected; nor of the next proposal.
  await propose(session, 'words.ko', words('교정'), now)
  const korean = await proposalOf(id, 'words.ko')
  await publishProposal(editor, korean, await versionSeen(korean), now, words('교정'))
  expect((await findOwnPart(id, 'words.ko')).proposal).toMatchObject({ state: 'published', corrected: [] })
  await propose(session, 'words.th', { name: 'อื่น' }, now)
  expect((await findOwnPart(id, 'words.th')).proposal).toMatchObject({ state: 'waiting', corrected: [] })
})

it('an editor corrects a name in another script later on, over what was read; the member sees what was changed', async () => {
  const { id, session } = await atOwnPage('later')
  await db().member.update({ where: { id }, data: { country: 'TH' } })
  const text = (locale: string) => ({ kind: 'member', key: id, locale })
  const own = () => findText(editor, 'member', id, 'th')
  const change = async (version: string, fields: Record<string, string>, locale = 'th') =>
    saveText(editor, text(locale), { expectedVersion: version, fields }, later(1))
  await propose(session, 'words.th', { name: 'แนวร่วมม' }, now)
  const proposal = await proposalOf(id, 'words.th')
  await publishProposal(editor, proposal, await versionSeen(proposal), now)

  const found = await own()
  expect([found?.fields.map(({ name }) => name), found?.values.name]).toEqual([['name'], 'แนวร่วมม'])
  expect(await findText(editor, 'member', id, 'km')).toBeNull()
  expect(await change('', { name: 'x' }, 'km')).toMatchObject({ ok: false })
  expect(await change('another', { name: 'แนวร่วม' })).toEqual({ ok: false, errors: { form: ['changed'] } })
  const [one, other] = await Promise.all([1, 2].map(() => change(found?.version ?? '', { name: 'แนวร่วม' })))
  expect([one?.ok, other?.ok].filter(Boolean)).toHaveLength(1)
  expect((await findMember('later', 'ko'))?.ownName).toEqual({ name: 'แนวร่วม', locale: 'th' })
  expect((await findOwnPart(id, 'words.th')).proposal).toEqual({
    state: 'published',
    at: later(1),
    reason: null,
    corrected: [{ name: 'name', before: 'แนวร่วมม', after: 'แนวร่วม' }],
  })
  const verb = 'member.words.th'
  expect(await db().auditEntry.count({ where: { subject: `member:${id}`, verb } })).toBe(1)
  const moderator = await aStaffMember('moderator', now)
  await expect(saveText(moderator, text('th'), { expectedVersion: '', fields: {} }, now)).rejects.toThrow()

  // The member's own words, waiting or returned, are not replaced by a note.
  await propose(session, 'words.th', { name: 'อื่น' }, now)
  await change((await own())?.version ?? '', { name: 'ใหม่' })
  expect(await findOwnPart(id, 'words.th')).toMatchObject({ values: { name: 'อื่น' }, proposal: { state: 'waiting' } })
  // A translator's words in a language of the site are no correction of the member's.
  const korean = await findText(editor, 'member', id, 'ko')
  await change(korean?.version ?? '', { name: '번역' }, 'ko')
  expect((await findOwnPart(id, 'words.ko')).proposal).toBeNull()
})

it.each([
  ['TH', 'th'],
  ['BD', 'bn'],
  ['CZ', 'cs'],
  ['KR', null],
  ['PY', 'gn'],
  ['', null],
])('%s has a language of its own beside those of the site: %s', (country, language) => {
  expect(ownLanguage(country || null)).toBe(language)
})

it('publishes exactly what the editor read: neither a newer proposal, nor over a change meanwhile', async () => {
  const { id, session } = await atOwnPage('beta')
  await propose(session, 'words.en', words('Beta', 'First.'), now)
  const first = await proposalOf(id, 'words.en')
  const seen = await versionSeen(first)
  await propose(session, 'words.en', words('Beta', 'Second.'), now)
  expect(await publishProposal(editor, first, seen, now)).toEqual({ ok: false, reason: 'changed' })
  const second = await proposalOf(id, 'words.en')
  await db().member.update({ where: { id }, data: { description: 'By another editor.' } })
  expect(await publishProposal(editor, second, seen, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await findMember('beta', 'en')).toMatchObject({ name: 'beta', description: 'By another editor.' })
  const [one, other] = await Promise.all([
    publishProposal(editor, second, await versionSeen(second), now),
    returnProposal(editor, second, 'Twice at once.', now),
  ])
  expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
  // Two at once leave one.
  await Promise.all([1, 2, 3, 4].map((n) => propose(session, 'words.fr', words(`Bêta ${n}`), now)))
  expect(await db().memberProposal.count({ where: { memberId: id, part: 'words.fr' } })).toBe(1)
})

it('a returned one says why, and is there to be mended', async () => {
  const { id, session } = await atOwnPage('gamma')
  await propose(session, 'words.en', words('Gamma', 'The best of all.'), now)
  const proposal = await proposalOf(id, 'words.en')
  expect(await returnProposal(editor, proposal, ' ', now)).toEqual({ ok: false, reason: 'reason_missing' })
  expect(await returnProposal(editor, proposal, 'Please say what you do.', now)).toEqual({ ok: true })
  expect(await findOwnPart(id, 'words.en')).toEqual({
    values: words('Gamma', 'The best of all.'),
    proposal: { state: 'returned', at: now, reason: 'Please say what you do.', corrected: [] },
  })
  expect(await listProposals(editor)).not.toContainEqual(expect.objectContaining({ id: proposal }))
  await purgeProposals(later(91))
  expect((await findOwnPart(id, 'words.en')).proposal).toBeNull()
})

it('refuses what cannot be read, what changes nothing, other parts, and too many', async () => {
  const { session } = await atOwnPage('delta')
  const errorsOf = async (part: string, fields: Record<string, string>) => {
    const result = await propose(session, part, fields, now)
    return 'errors' in result ? result.errors : result
  }
  expect(await errorsOf('words.en', words('', 'x'.repeat(601)))).toEqual({
    name: ['missing'],
    description: ['too_long'],
  })
  expect(await errorsOf('words.ar', words('a\u202ebc'))).toEqual({ name: ['direction_marks'] })
  expect(await errorsOf('site', { website: 'javascript:alert(1)' })).toEqual({ website: ['invalid'] })
  expect(await errorsOf('words.en', words('delta'))).toEqual({ form: ['unchanged'] })
  const unknown = { ok: false, reason: 'session_unknown' }
  for (const part of ['', 'logo', 'words', 'words.xx', 'words.en.ko', 'slug'])
    expect([part, await errorsOf(part, words('x'))]).toEqual([part, unknown])
  let last: unknown
  for (let i = 0; i < 31; i += 1) last = await errorsOf('words.en', words(`Delta ${i}`))
  expect(last).toEqual({ form: ['busy'] })
})

it('no picture is unpacked for a member beyond the limit', async () => {
  const { session } = await atOwnPage('iota')
  const unpacked = vi.spyOn(PNG.sync, 'read')
  for (let i = 0; i < 30; i += 1) await proposeLogo(session, null, now)
  expect(await proposeLogo(session, aLogo(90), now)).toEqual({ ok: false, errors: { form: ['busy'] } })
  expect(unpacked).not.toHaveBeenCalled()
})

it('a logo is published as a re-encoded picture, replaced and taken away; the picture waits nowhere else', async () => {
  const { id, session } = await atOwnPage('epsilon')
  const decide = async () => {
    const proposal = await proposalOf(id, 'logo')
    expect(await publishProposal(editor, proposal, await versionSeen(proposal), now)).toEqual({ ok: true })
  }
  expect(await proposeLogo(session, Buffer.from('<svg/>'), now)).toEqual({ ok: false, errors: { logo: ['logo'] } })
  expect(await proposeLogo(session, aLogo(90), now)).toEqual({ ok: true })
  expect(await findLogo('epsilon')).toBeNull()
  await decide()
  expect((await findMember('epsilon', 'en'))?.logo).toEqual({ width: 80, height: 40 })
  const first = await findLogo('epsilon')
  expect(PNG.sync.read(Buffer.from(first ?? [])).width).toBe(80)
  await proposeLogo(session, aLogo(200), now)
  await decide()
  expect(await findLogo('epsilon')).not.toEqual(first)
  expect(await db().memberProposal.count({ where: { picture: { not: null } } })).toBe(0)
  await proposeLogo(session, null, now)
  await decide()
  expect(await findLogo('epsilon')).toBeNull()
})

it('only with a session, only for its own member, and only editors decide', async () => {
  const { id, session } = await atOwnPage('zeta')
  for (const other of [null, '', 'A'.repeat(43)]) {
    expect(await propose(other, 'words.en', words('X'), now)).toEqual({ ok: false, reason: 'session_unknown' })
    expect(await proposeLogo(other, aLogo(1), now)).toEqual({ ok: false, reason: 'session_unknown' })
  }
  expect(await propose(session, 'words.en', words('Late'), later(2))).toMatchObject({ reason: 'session_unknown' })
  await propose(session, 'words.en', words('Zeta'), now)
  const proposal = await proposalOf(id, 'words.en')
  for (const role of ['moderator', 'auditor'] as const) {
    const by = await aStaffMember(role, now)
    await expect(publishProposal(by, proposal, '', now)).rejects.toThrow()
    await expect(returnProposal(by, proposal, 'No.', now)).rejects.toThrow()
  }
  const log = JSON.stringify((await db().auditEntry.findMany()).map(({ detail }) => detail))
  expect(log).not.toMatch(/We document|Please say/)
  await db().member.update({ where: { id }, data: { leftOn: now } })
  expect(await propose(session, 'words.en', words('Gone'), now)).toMatchObject({ reason: 'session_unknown' })
  await purgeProposals(later(1))
  expect(await db().memberProposal.count({ where: { memberId: id } })).toBe(0)
})

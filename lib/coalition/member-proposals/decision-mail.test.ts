import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { MailRow } from '@/lib/mail/mail-row'
import type { Staff } from '@/lib/staff/staff'
import { hashToken, newToken } from '@/lib/vault/token'
import { locales } from '@/messages/translator'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { readForm } from '../entities/fields'
import { addContact, contactForm, openContacts, removeContact } from '../member-access/member-contacts'
import { startMemberSession } from '../member-access/start-member-session'
import { composeDecision } from './compose-decision'
import { publishProposal, returnProposal } from './decide-proposal'
import { findProposal } from './list-proposals'
import { propose } from './propose'

useDatabase()

const now = new Date('2026-11-24T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

let editor: Staff
beforeAll(async () => {
  editor = await aStaffMember('editor', now)
})

const proposalOf = async (memberId: string, part: string) =>
  (await db().memberProposal.findUniqueOrThrow({ where: { memberId_part: { memberId, part } } })).id
const versionSeen = async (id: string) => (await findProposal(editor, id))?.version ?? ''

it('each contact reads in its language what was decided, and gets to the page; one who was removed gets nothing', async () => {
  await aMember('mailed')
  const { id } = await db().member.findUniqueOrThrow({ where: { slug: 'mailed' } })
  for (const [email, locale] of [
    ['a@example.org', 'en'],
    ['b@example.org', 'ko'],
    ['gone@example.org', 'en'],
  ] as const) {
    const read = readForm(contactForm(locales), { email, locale })
    if (!read.ok) throw new Error('the fixture is not readable')
    await addContact(editor, id, read.form, now)
  }
  const { id: contactId } = await db().memberContact.findFirstOrThrow({ where: { memberId: id } })
  const session = newToken()
  const access = { tokenHash: hashToken(session) ?? Buffer.alloc(0), kind: 'session', contactId }
  await db().memberAccess.create({ data: { ...access, expiresAt: later(1) } })
  await propose(session, 'words.ko', { name: '우편', description: '', affiliation: '' }, now)
  const proposal = await proposalOf(id, 'words.ko')
  const queued = () => db().mail.findMany({ where: { kind: 'member_decision' }, orderBy: { queuedAt: 'asc' } })
  await publishProposal(editor, proposal, 'another version', now)
  expect(await queued()).toEqual([])
  await publishProposal(editor, proposal, await versionSeen(proposal), now)
  const gone = await db().memberContact.findMany({ where: { memberId: id }, orderBy: { addedAt: 'asc' } })
  const addresses = await openContacts(editor, id)
  const removed = gone.find((one) => addresses.get(one.id) === 'gone@example.org')
  await removeContact(editor, removed?.id ?? '', now)

  const composed = await composeDecision((await queued()) as object[] as MailRow[], now)
  const mails = composed.flatMap((one) => (one && one !== 'unreadable' ? [one] : []))
  expect(mails.map(({ to }) => to).sort()).toEqual(['a@example.org', 'b@example.org'])
  const [english, korean] = ['a@example.org', 'b@example.org'].map(
    (to) => mails.find((one) => one.to === to)?.text ?? '',
  )
  expect(english).toContain('has published what was proposed for')
  expect(english).toContain('Text: Korean')
  expect(korean).toContain('공개했습니다')
  const token = /\/ko\/for-members\/open\/([\w-]{43})/.exec(korean ?? '')?.[1] ?? ''
  expect(await startMemberSession(token, now)).toMatchObject({ ok: true })
  expect(
    JSON.stringify((await queued()).map(({ sealed }) => Buffer.from(sealed ?? []).toString('latin1'))),
  ).not.toContain('example.org')

  await propose(session, 'site', { website: 'mailed.example' }, later(0.1))
  await returnProposal(editor, await proposalOf(id, 'site'), 'Typed for the member alone.', later(0.1))
  const [returned] = await composeDecision((await queued()).slice(-1) as object[] as MailRow[], later(0.1))
  const text = returned && returned !== 'unreadable' ? returned.text : ''
  expect([text.length > 0, text.includes('Typed for')]).toEqual([true, false])
})

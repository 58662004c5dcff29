import { expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { openRecord } from '@/lib/vault/open-record'
import { aStaffMember } from '@/test/a-staff-member'
import { solveTask } from '@/test/solve-task'
import { useDatabase } from '@/test/use-database'
import { applicationMail, applicationRecord, sealedApplication } from './application-record'
import { apply } from './apply'
import { confirmApplication } from './confirm-application'
import { decideApplication } from './decide-application'
import { findApplication } from './find-application'
import { purgeApplications } from './purge-applications'
import { type ApplicationForm, readApplication } from './read-application'
import { withdrawApplication } from './withdraw-application'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

function form(fields: Record<string, string> = {}): ApplicationForm {
  const all = {
    kind: 'organization',
    name: 'Hope House',
    contact: 'Ann Lee',
    email: 'ann@example.org',
    country: 'gb',
    ...fields,
  }
  const read = readApplication({ website: 'example.org', comment: 'We shelter refugees.', consent: 'on', ...all })
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.form
}

async function tokenOf(email: string): Promise<string> {
  const mails = await db().mail.findMany({ where: { kind: 'application' }, orderBy: { queuedAt: 'desc' } })
  const opened = mails.map((mail) => openRecord(mail.sealed ?? Buffer.alloc(0), applicationMail))
  const id = opened.find(({ to }) => to === email)?.application
  const row = id && (await db().application.findUnique({ where: { id } }))
  return row ? openRecord(row.sealed, sealedApplication).token : ''
}

it('awaits its confirmation, then a decision by staff', async () => {
  await apply(form(), 'en', now)
  const token = await tokenOf('ann@example.org')
  expect(await findApplication(token, now)).toMatchObject({ state: 'pending', expiresAt: later(7) })
  expect(await confirmApplication(token, later(6))).toEqual({ ok: true, locale: 'en' })
  expect(await confirmApplication(token, later(9))).toEqual({ ok: true, locale: 'en' })
  const row = await db().application.findFirstOrThrow()
  expect(Buffer.from(row.sealed).includes('Hope')).toBe(false)
  expect(openRecord(row.sealed, applicationRecord)).toMatchObject({
    name: 'Hope House',
    website: 'https://example.org/',
  })
  const editor = await aStaffMember('editor', now)
  expect(await decideApplication(editor, row.id, 'accepted', '', later(9))).toEqual({ ok: true })
  expect(await decideApplication(editor, row.id, 'declined', '', later(9))).toEqual({
    ok: false,
    reason: 'not_confirmed',
  })
})

it('is one application, however often it is sent at once, and keeps its link', async () => {
  await Promise.all(Array.from({ length: 20 }, () => apply(form({ email: 'many@example.org' }), 'en', now)))
  await apply(form({ email: 'Many@example.org' }), 'en', now)
  expect(await db().application.count({ where: { receivedAt: now, state: 'pending' } })).toBe(1)
  const mails = await db().mail.findMany({ where: { kind: 'application' } })
  const tokens = mails
    .map((mail) => openRecord(mail.sealed ?? Buffer.alloc(0), applicationMail))
    .filter(({ to }) => to.toLowerCase() === 'many@example.org')
  expect(new Set(tokens.map(({ application }) => application)).size).toBe(1)
  expect(await findApplication(await tokenOf('many@example.org'), now)).toMatchObject({
    state: 'pending',
    own: { name: 'Hope House', email: expect.stringMatching(/^many@/i) },
  })
})

it('a stranger’s form with the same name and address is stored separately, and does not affect it', async () => {
  await apply(form({ email: 'own@example.org' }), 'en', now)
  const token = await tokenOf('own@example.org')
  await apply(form({ email: 'own@example.org', comment: 'Hostile' }), 'en', later(1))
  expect(await findApplication(token, later(1))).toMatchObject({
    state: 'pending',
    own: { comment: 'We shelter refugees.' },
  })
  expect(await confirmApplication(token, later(1))).toMatchObject({ ok: true })
  const theirs = await tokenOf('own@example.org')
  expect(theirs).not.toBe(token)
  expect(await findApplication(theirs, later(1))).toMatchObject({ state: 'pending', own: { comment: 'Hostile' } })
})

it('expires after a week and is deleted', async () => {
  await apply(form({ email: 'late@example.org' }), 'en', now)
  const token = await tokenOf('late@example.org')
  expect(await confirmApplication(token, later(7))).toEqual({ ok: false, reason: 'expired', locale: 'en' })
  expect(await findApplication(token, later(7))).toMatchObject({ state: 'expired' })
  expect(await purgeApplications(later(7))).toBeGreaterThan(0)
  expect(await findApplication(token, later(7))).toBeNull()
})

it('can be withdrawn, and its content is deleted', async () => {
  await apply(form({ email: 'back@example.org' }), 'en', now)
  const token = await tokenOf('back@example.org')
  await confirmApplication(token, now)
  expect(await withdrawApplication(token)).toEqual({ ok: true, locale: 'en' })
  expect(await findApplication(token, now)).toMatchObject({ state: 'withdrawn' })
  expect(await confirmApplication(token, now)).toMatchObject({ reason: 'withdrawn' })
  expect((await db().application.findFirstOrThrow({ where: { state: 'withdrawn' } })).sealed).toHaveLength(0)
})

it('reports the errors of each field', () => {
  expect(readApplication({})).toEqual({
    ok: false,
    errors: {
      kind: ['missing'],
      name: ['missing'],
      email: ['missing'],
      country: ['missing'],
      comment: ['missing'],
      consent: ['missing'],
      contact: ['missing'],
    },
  })
  const bad = {
    kind: 'individual',
    name: 'A',
    email: 'a@example.org',
    country: 'KR',
    comment: 'x'.repeat(1001),
    consent: 'on',
  }
  expect(readApplication({ ...bad, website: 'javascript:alert(1)' })).toEqual({
    ok: false,
    errors: { website: ['invalid'], comment: ['too_long'] },
  })
})

it('beyond twenty an hour one network gets a challenge or a later mail; other networks are not affected', async () => {
  // Challenges expire by the machine's clock.
  const present = new Date()
  const from = (i: number, more: object = {}, network = '192.0.2.0/24') =>
    apply(form({ email: `crowd-${i}@example.org`, name: `Group ${i}` }), 'en', present, { network, ...more })
  for (let i = 0; i < 20; i++) expect(await from(i)).toEqual({ ok: true, later: false })
  const refused = await from(20)
  if (refused.ok) throw new Error('it was not refused')
  expect(await tokenOf('crowd-20@example.org')).toBe('')
  expect(await from(20, {}, '198.51.100.0/24')).toEqual({ ok: true, later: false })
  const again = await from(21)
  if (again.ok) throw new Error('it was not refused')
  expect(await from(21, { proof: solveTask(refused.task) })).toMatchObject({ ok: false })
  expect(await from(21, { proof: solveTask(again.task) })).toEqual({ ok: true, later: false })
  // Its mail takes none of the slots that strangers may have used up for this address.
  expect(await db().mail.count({ where: { kind: 'application', solved: true } })).toBe(1)
  expect(await from(22, { later: true })).toEqual({ ok: true, later: true })
  const late = await db().mail.findFirstOrThrow({ where: { kind: 'application' }, orderBy: { notBefore: 'desc' } })
  expect(late.notBefore.getTime()).toBeGreaterThanOrEqual(present.getTime() + 3_600_000)
})

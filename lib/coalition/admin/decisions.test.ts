import { randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { sealRecord } from '@/lib/vault/seal-record'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { applicationRecord } from '../application-record'
import { decideApplication } from '../decide-application'
import { findText } from '../entities/find-text'
import { saveText } from '../entities/save-text'
import { findStatement } from '../find-statement'
import { purgeApplications } from '../purge-applications'
import { addClause, moveClause, removeClause } from './change-clauses'
import { discardStatement, draftStatement, setStatementAuthor } from './draft-statement'
import { findEditableStatement } from './find-editable-statement'
import { findApplicationForStaff, listApplications } from './list-applications'
import { auditOpening, openApplication } from './open-sealed'
import { requestPublication } from './publish-statement'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let editor: Staff

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
})

async function anApplication(state: 'pending' | 'confirmed'): Promise<string> {
  const id = randomUUID()
  const entered = { name: 'Hope House', contact: 'Ann', email: 'ann@example.org', website: null, comment: 'We help.' }
  const confirmedAt = state === 'pending' ? null : now
  const sealed = sealRecord(applicationRecord.parse(entered))
  const keys = { applicantIndex: randomBytes(32), tokenHash: randomBytes(32) }
  await db().application.create({
    data: {
      id,
      ...keys,
      kind: 'organization',
      country: 'GB',
      state,
      locale: 'en',
      sealed,
      receivedAt: now,
      confirmedAt,
    },
  })
  return id
}

it('an application is decided once, with a reason, by staff who may; each opening is audited', async () => {
  const id = await anApplication('confirmed')
  const hidden = await anApplication('pending')
  expect((await listApplications(editor, 1)).rows.map((row) => row.id)).toEqual([id])
  expect(await findApplicationForStaff(editor, hidden)).toBeNull()
  expect(await auditOpening(editor, 'application', id, now)).toEqual({ ok: true })
  expect(await openApplication(editor, id)).toMatchObject({ name: 'Hope House', email: 'ann@example.org' })
  const owner = await aStaffMember('owner', now)
  const results = await Promise.all([
    decideApplication(editor, id, 'accepted', '', now),
    decideApplication(owner, id, 'declined', 'not ours', now),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const verbs = (await db().auditEntry.findMany({ where: { subject: `application:${id}` } })).map(({ verb }) => verb)
  expect(verbs).toHaveLength(2)
  expect(verbs).toContain('application.open')
  for (const role of ['moderator', 'auditor'] as const) {
    const by = await aStaffMember(role, now)
    await expect(auditOpening(by, 'application', id, now)).rejects.toThrow('may not')
    await expect(openApplication(by, id)).rejects.toThrow('may not')
    await expect(decideApplication(by, id, 'accepted', '', now)).rejects.toThrow('may not')
    await expect(listApplications(by, 1)).rejects.toThrow('may not')
  }
})

it('a declined application is deleted after 30 days, an accepted one stays', async () => {
  const [accepted, declined] = [await anApplication('confirmed'), await anApplication('confirmed')]
  await decideApplication(editor, accepted, 'accepted', '', now)
  await decideApplication(editor, declined, 'declined', 'not ours', now)
  await purgeApplications(later(29))
  expect(await findApplicationForStaff(editor, declined)).not.toBeNull()
  await purgeApplications(later(30))
  expect(await findApplicationForStaff(editor, declined)).toBeNull()
  expect(await findApplicationForStaff(editor, accepted)).not.toBeNull()
})

it('the statement changes by a new version, invisible until published; the old one stays', async () => {
  const before = await findStatement(null, 'en')
  const drafts = await Promise.all([1, 2].map(() => draftStatement(editor, now)))
  expect(drafts.filter(({ ok }) => ok)).toHaveLength(1)
  const version = (before?.version ?? 0) + 1
  expect((await findEditableStatement(editor, version))?.clauses).toHaveLength(before?.clauses.length ?? -1)
  expect(await addClause(editor, version, { anchor: 'a-register', part: 'united_nations' }, now)).toMatchObject({
    ok: true,
  })
  expect(await addClause(editor, version, { anchor: 'a-register', part: 'dprk' }, now)).toEqual({
    ok: false,
    errors: { anchor: ['taken'] },
  })
  const clause = { kind: 'clause', key: `${version}.a-register`, locale: 'en' }
  const { version: expectedVersion } = (await findText(editor, 'clause', clause.key, 'en')) ?? { version: '' }
  expect(
    await saveText(editor, clause, { expectedVersion, fields: { title: 'A register', body: 'Of victims.' } }, now),
  ).toMatchObject({
    ok: true,
  })
  const ofPart = async () => {
    const { clauses = [] } = (await findEditableStatement(editor, version)) ?? {}
    return clauses.filter(({ part }) => part === 'united_nations').map(({ anchor }) => anchor)
  }
  const order = await ofPart()
  const [above = '', last = ''] = order.slice(-2)
  const moves = await Promise.all([1, 2].map(() => moveClause(editor, version, last, above, now)))
  expect(moves.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await ofPart()).toEqual([...order.slice(0, -2), last, above])
  expect(await moveClause(editor, version, order[0] ?? '', '', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await remove(version, 'camps')).toEqual({ ok: true })
  expect((await findStatement(null, 'en'))?.version).toBe(before?.version)
  // A copy of the site editors' summary is a summary too, until staff say that the coalition adopted it.
  expect(await findEditableStatement(editor, version)).toMatchObject({ adopted: '', summary: true })
  expect(await setStatementAuthor(editor, version, 'coalition', now)).toEqual({ ok: true })
  const owner = await aStaffMember('owner', now)
  const publish = () => requestPublication(editor, version, '', now)
  const asked = await publish()
  expect(await approve(editor, asked.ok ? asked.approval : '', now)).toEqual({ ok: false, reason: 'own' })
  expect(await addClause(editor, version, { anchor: 'slipped-in', part: 'dprk' }, now)).toMatchObject({ ok: true })
  expect(await approve(owner, asked.ok ? asked.approval : '', now)).toEqual({ ok: false, reason: 'changed' })
  await remove(version, 'slipped-in')
  expect((await findStatement(null, 'en'))?.version).toBe(before?.version)
  expect(await approve(owner, asked.ok ? asked.approval : '', now)).toMatchObject({ ok: true })
  expect(await setStatementAuthor(editor, version, 'editors', now)).toEqual({ ok: false, reason: 'changed' })
  const after = await findStatement(null, 'en')
  expect(after).toMatchObject({ adopted: { precision: 'day' }, summarized: null })
  expect(after?.clauses.map(({ anchor }) => anchor)).toContain('a-register')
  expect(after?.clauses.map(({ anchor }) => anchor)).not.toContain('camps')
  expect((await findStatement(before?.version ?? 0, 'en'))?.clauses.map(({ anchor }) => anchor)).toContain('camps')
})

it('adopted English text stays; its translations can be corrected with approval; it cannot be discarded', async () => {
  const { version = 0 } = (await findStatement(null, 'en')) ?? {}
  const write = async (locale: string) => {
    const { version: expectedVersion } = (await findText(editor, 'clause', `${version}.access`, locale)) ?? {
      version: '',
    }
    const fields = { title: 'X', body: 'Y' }
    return saveText(editor, { kind: 'clause', key: `${version}.access`, locale }, { expectedVersion, fields }, now)
  }
  expect(await write('en')).toEqual({ ok: false, errors: { title: ['fixed'] } })
  const mended = await write('fr')
  const body = async () => (await findStatement(version, 'fr'))?.clauses.find(({ anchor }) => anchor === 'access')?.body
  expect(await body()).not.toBe('Y')
  const approval = (mended.ok && mended.approval) || ''
  expect(await approve(await aStaffMember('owner', now), approval, now)).toMatchObject({ ok: true })
  expect(await body()).toBe('Y')
  expect(await remove(version, 'access')).toEqual({ ok: false, reason: 'changed' })
  expect(await discard(version)).toEqual({ ok: false, reason: 'changed' })
  const draft = await draftStatement(editor, now)
  expect(draft.ok && (await discard(draft.version))).toEqual({ ok: true })
  expect((await findEditableStatement(editor, null))?.version).toBe(version)
})

it('what a colleague has written meanwhile is not deleted unseen, with its clause or with the whole draft', async () => {
  const draft = await draftStatement(editor, now)
  const version = draft.ok ? draft.version : 0
  const seen = await findEditableStatement(editor, version)
  const words = seen?.clauses.find(({ anchor }) => anchor === 'access')?.words ?? ''
  const key = { kind: 'clause', key: `${version}.access`, locale: 'ko' }
  const { version: expectedVersion = '' } = (await findText(editor, 'clause', key.key, 'ko')) ?? {}
  const fields = { title: 'X', body: 'A colleague’s sentence.' }
  expect(await saveText(editor, key, { expectedVersion, fields }, now)).toMatchObject({ ok: true })

  const changed = { ok: false, reason: 'changed' }
  expect(await removeClause(editor, version, 'access', words, now)).toEqual(changed)
  expect(await discardStatement(editor, version, seen?.words ?? '', now)).toEqual(changed)
  expect((await findText(editor, 'clause', key.key, 'ko'))?.values).toMatchObject(fields)
  expect(await remove(version, 'access')).toEqual({ ok: true })
  expect(await discard(version)).toEqual({ ok: true })
})

/** As somebody who has just opened the page. */
async function remove(version: number, anchor: string) {
  const { clauses = [] } = (await findEditableStatement(editor, version)) ?? {}
  const words = clauses.find((clause) => clause.anchor === anchor)?.words ?? ''
  return removeClause(editor, version, anchor, words, now)
}

async function discard(version: number) {
  return discardStatement(editor, version, (await findEditableStatement(editor, version))?.words ?? '', now)
}

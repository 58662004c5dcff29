import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, publishWords, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { stepWithApproval } from '@/test/with-approval'
import { findCount } from '../find-count'
import { findPetition } from '../find-petition'
import { listPetitions } from '../list-petitions'
import { noWords } from '../texts/petition-words'
import { saveDraft } from '../texts/save-draft'
import { create } from './create'
import { requestRemoval } from './remove'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const tomorrow = new Date('2026-11-23T10:00:00Z')

async function asked(id: string, what: 'delete' | 'hide') {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  const result = await requestRemoval(first, id, what, 'a mistake', now)
  if (!result.ok) throw new Error(result.reason)
  return { first, second, approval: result.approval }
}

test('a draft is deleted with approval, once, with all its texts', async () => {
  const by = await aStaffMember('editor', now)
  const made = await create(by, { slug: 'a-draft', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await db().petitionTotal.create({ data: { petitionId: id, asOf: now } })
  await saveDraft(
    by,
    {
      petitionId: id,
      locale: 'en',
      words: { ...noWords, title: 'T' },
      expectedVersion: 0,
      matches: null,
      conflictId: null,
    },
    now,
  )
  await publishWords(id, now)
  const { first, second, approval } = await asked(id, 'delete')
  expect(await requestRemoval(second, id, 'delete', '', now)).toEqual({ ok: false, reason: 'waits' })
  expect(await approve(first, approval, now)).toEqual({ ok: false, reason: 'own' })
  const results = await Promise.all([approve(second, approval, now), approve(second, approval, now)])
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, due: tomorrow }])
  expect(await executeDueApprovals(new Date(tomorrow.getTime() - 1))).toBe(0)
  expect(await db().petition.count({ where: { id } })).toBe(1)
  const done = await Promise.all([executeDueApprovals(tomorrow), executeDueApprovals(tomorrow)])
  expect(done.reduce((sum, one) => sum + one)).toBe(1)
  expect(await db().petition.count({ where: { id } })).toBe(0)
  expect(await db().petitionDraft.count({ where: { petitionId: id } })).toBe(0)
})

test('a draft that was opened before the deletion was due is not deleted', async () => {
  const by = await aStaffMember('editor', now)
  const made = await create(by, { slug: 'opened-meanwhile', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await publishWords(id, now)
  const { second, approval } = await asked(id, 'delete')
  expect(await approve(second, approval, now)).toMatchObject({ ok: true })
  expect(await stepWithApproval(id, 'open', 'draft', now)).toEqual({ ok: true })
  expect(await executeDueApprovals(tomorrow)).toBe(0)
  expect(await db().approval.findUnique({ where: { id: approval } })).toMatchObject({ doneAt: null, stoppedBy: null })
  expect(await db().petition.count({ where: { id, status: 'open' } })).toBe(1)
})

test('one that was open is unpublished, keeps its ledger, and can be published again unchanged', async () => {
  const id = await aPetition('hidden')
  await confirmedSignatures(id, 3, now)
  await append(now)
  const by = await aStaffMember('editor', now)
  expect(await requestRemoval(by, id, 'hide', '', now)).toEqual({ ok: false, reason: 'changed' })
  await stepWithApproval(id, 'close', 'open', now)
  expect(await requestRemoval(by, id, 'delete', '', now)).toEqual({ ok: false, reason: 'changed' })
  const { second, approval } = await asked(id, 'hide')
  expect(await findPetition('hidden', 'en')).not.toBeNull()
  await approve(second, approval, now)
  expect(await findPetition('hidden', 'en')).not.toBeNull()
  const picture = { petitionId: id, locale: 'en', bytes: Buffer.from('x'), madeAt: now }
  await db().sharePicture.create({ data: { ...picture, count: 3, source: 'common', sha256: '0'.repeat(64) } })
  await db().sharePlate.create({ data: { ...picture, title: 'A call', sha256: '' } })
  expect(await executeDueApprovals(tomorrow)).toBe(1)

  expect(await findPetition('hidden', 'en')).toBeNull()
  expect(await findCount('hidden')).toBeNull()
  expect([await db().sharePicture.count(), await db().sharePlate.count()]).toEqual([0, 0])
  expect((await listPetitions('en')).map(({ slug }) => slug)).not.toContain('hidden')
  expect(await signAs('hidden', 'late@example.org', now)).toEqual({ ok: false, reason: 'petition_unknown' })
  expect(await stepWithApproval(id, 'reopen', 'closed', now)).toEqual({ ok: false, reason: 'changed' })
  // Its signers still see it, in the text they signed.
  const [signature] = await db().signature.findMany({ where: { petitionId: id } })
  expect(await findPetition('hidden', 'en', signature?.textSha256)).toMatchObject({ slug: 'hidden' })
  expect((await recount()).find(({ slug }) => slug === 'hidden')?.differences).toEqual([])

  expect(await stepWithApproval(id, 'show', 'closed', now)).toEqual({ ok: true })
  expect(await stepWithApproval(id, 'show', 'closed', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await findPetition('hidden', 'en')).toMatchObject({ count: 3, status: 'closed' })
})

test('the database itself keeps a petition with leaves, and an open one published', async () => {
  const id = await aPetition('kept')
  await confirmedSignatures(id, 1, now)
  await append(now)
  await expect(pool().query('DELETE FROM petition WHERE id = $1', [id])).rejects.toThrow('foreign key')
  const hide = pool().query('UPDATE petition SET removed_at = now() WHERE id = $1', [id])
  await expect(hide).rejects.toThrow('petition_removed_is_over')
})

test('a moderator can neither request nor approve it', async () => {
  const id = await aPetition('not-theirs')
  await stepWithApproval(id, 'close', 'open', now)
  const moderator = await aStaffMember('moderator', now)
  await expect(requestRemoval(moderator, id, 'hide', '', now)).rejects.toThrow('may not petition.delete')
  const { approval } = await asked(id, 'hide')
  await expect(approve(moderator, approval, now)).rejects.toThrow('may not petition.delete')
})

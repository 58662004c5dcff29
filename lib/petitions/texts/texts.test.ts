import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db } from '@/lib/db'
import { check } from '@/lib/staff/audit/check'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { create } from '../admin/create'
import { findForAdmin } from '../admin/find-for-admin'
import { listForAdmin } from '../admin/list-for-admin'
import { agreedText } from '../text-hash'
import { listDraftConflicts } from './list-draft-conflicts'
import { listVersions } from './list-versions'
import type { PetitionWords } from './petition-words'
import { requestPublication } from './publish-text'
import { purgeDraftConflicts } from './purge-draft-conflicts'
import { discardDraftConflict, saveDraft } from './save-draft'
import { sourceThen } from './source-then'
import { textState } from './text-state'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const some = (more: Partial<PetitionWords> = {}): PetitionWords => ({
  title: 'A call',
  call: 'We call.',
  addressee: 'The Council',
  asks: 'Act.',
  body: 'Why.',
  story: '',
  ...more,
})
const saving = (petitionId: string, expectedVersion: number, more: Partial<PetitionWords> = {}) => ({
  petitionId,
  locale: 'en',
  words: some(more),
  expectedVersion,
  matches: null,
  conflictId: null,
})

test('of twenty concurrent saves one is saved, and the others lose nothing', async () => {
  const id = await aPetition('saved-at-once')
  const people = await Promise.all(Array.from({ length: 20 }, () => aStaffMember('editor', now)))
  const results = await Promise.all(
    people.map((by, i) => saveDraft(by, saving(id, 0, { title: `Title of ${i}` }), now)),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const { words, revision } = await textState(id, 'en')
  expect(revision).toBe(1)
  const kept = await Promise.all(people.map((by) => listDraftConflicts(by, id, 'en')))
  const titles = kept.flat().map((conflict) => conflict.words.title)
  expect([...titles, words.title].sort()).toEqual(people.map((_, i) => `Title of ${i}`).sort())
})

test('saving the merged text resolves the draft conflict', async () => {
  const id = await aPetition('made-one')
  const [one, other] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  await saveDraft(one, saving(id, 0, { title: 'One' }), now)
  const late = await saveDraft(other, saving(id, 0, { title: 'Other' }), now)
  const conflictId = late.ok || late.reason !== 'changed' ? '' : late.conflictId
  // A third saves before the merge: it is a conflict again, once.
  await saveDraft(one, saving(id, 1, { title: 'One more' }), now)
  const again = await saveDraft(other, { ...saving(id, 1, { title: 'One and other' }), conflictId }, now)
  const newer = again.ok || again.reason !== 'changed' ? '' : again.conflictId
  expect(await listDraftConflicts(other, id, 'en')).toMatchObject([{ id: newer, words: { title: 'One and other' } }])
  expect(await listDraftConflicts(one, id, 'en')).toEqual([])
  // Nobody discards another person's text.
  await discardDraftConflict(one, newer, now)
  expect(await listDraftConflicts(other, id, 'en')).toHaveLength(1)
  expect(await saveDraft(other, { ...saving(id, 2, { title: 'All' }), conflictId: newer }, now)).toMatchObject({
    ok: true,
  })
  expect(await listDraftConflicts(other, id, 'en')).toEqual([])
})

test('the same form posted twice is saved once; an unchanged text makes no revision', async () => {
  const id = await aPetition('posted-twice')
  const by = await aStaffMember('editor', now)
  const twice = [
    await saveDraft(by, saving(id, 0, { title: 'New' }), now),
    await saveDraft(by, saving(id, 0, { title: 'New' }), now),
  ]
  expect(twice).toEqual([
    { ok: true, revision: 1 },
    { ok: true, revision: 1 },
  ])
  expect(await saveDraft(by, saving(id, 1, { title: ' New\r\n' }), now)).toEqual({ ok: true, revision: 1 })
  // A revision that does not exist yet cannot be expected.
  expect(await saveDraft(by, saving(id, 7, { title: 'From nowhere' }), now)).toMatchObject({ reason: 'changed' })
  expect(await db().petitionDraft.count({ where: { petitionId: id } })).toBe(1)
})

test('a translation is outdated when the English text changes, until its translator says that it matches', async () => {
  const id = await aPetition('translated')
  const by = await aStaffMember('editor', now)
  const korean = (expectedVersion: number, matches: number | null, title: string) =>
    saveDraft(by, { ...saving(id, expectedVersion, { title }), locale: 'ko', matches }, now)
  const outdated = async () => (await listForAdmin(by)).find((one) => one.id === id)?.outdated
  expect(await korean(0, 0, '제목')).toMatchObject({ ok: true })
  expect(await outdated()).toEqual([])
  await saveDraft(by, saving(id, 0, { title: 'Changed' }), now)
  expect(await outdated()).toEqual(['ko'])
  expect(await sourceThen(id, 0)).toMatchObject({ title: 'A call' })
  // Corrected, but not said to match: still outdated.
  await korean(1, null, '새 제목')
  expect(await outdated()).toEqual(['ko'])
  await korean(2, 1, '새 제목')
  expect(await outdated()).toEqual([])
  // Said to match a revision that does not exist.
  await korean(3, 99, '더 새 제목')
  await saveDraft(by, saving(id, 1, { title: 'Changed again' }), now)
  expect(await outdated()).toEqual(['ko'])
  expect(await sourceThen(id, 1)).toMatchObject({ title: 'Changed' })
  expect((await findForAdmin(by, id))?.languages.filter((one) => one.outdated).map(({ locale }) => locale)).toEqual([
    'ko',
  ])
})

test('ten concurrent requests and five approvals publish one version, named by the hash of its text', async () => {
  const id = await aPetition('published')
  const people = await Promise.all(Array.from({ length: 10 }, () => aStaffMember('editor', now)))
  const [by] = people
  if (!by) return
  await saveDraft(by, saving(id, 0, { asks: 'Act now.\nAnd soon.', story: 'It began.' }), now)
  const publishing = { petitionId: id, locale: 'en', expectedVersion: 1, version: 1, reason: '' }
  const asked = await Promise.all(people.map((one) => requestPublication(one, publishing, now)))
  const [approval = ''] = asked.flatMap((one) => (one.ok ? one.approval : null) ?? [])
  expect(asked.filter(({ ok }) => ok)).toEqual([{ ok: true, approval }])
  expect(await listVersions(id, 'en')).toHaveLength(1)
  const others = await Promise.all(Array.from({ length: 5 }, () => aStaffMember('owner', now)))
  const results = await Promise.all(others.map((one) => approve(one, approval, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const [newest, first] = await db().petitionText.findMany({ where: { petitionId: id }, orderBy: { version: 'desc' } })
  expect(first).toMatchObject({ version: 1, title: 'A call', asks: ['Act.'], story: null })
  expect(newest).toMatchObject({ version: 2, asks: ['Act now.', 'And soon.'], story: 'It began.' })
  const canonical = agreedText({ slug: 'published', ...(newest ?? Object(null)) })
  expect(Buffer.from(newest?.sha256 ?? [])).toEqual(createHash('sha256').update(canonical).digest())
  expect(await requestPublication(by, { ...publishing, version: 2 }, now)).toEqual({ ok: false, reason: 'same' })
  expect((await listVersions(id, 'en')).map(({ version }) => version)).toEqual([2, 1])
  expect(await db().auditEntry.count({ where: { verb: 'petition.publish_text', subject: `petition:${id}` } })).toBe(1)
  expect(await check()).toMatchObject({ ok: true })
})

test('an unseen draft’s text is published alone; one of a scheduled petition needs approval', async () => {
  const by = await aStaffMember('editor', now)
  const made = await create(by, { slug: 'unseen', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await saveDraft(by, saving(id, 0, { title: 'First' }), now)
  const first = { petitionId: id, locale: 'en', expectedVersion: 1, version: 0, reason: '' }
  expect(await requestPublication(by, first, now)).toEqual({ ok: true, approval: null })
  await db().petition.update({ where: { id }, data: { opensOn: new Date('2026-12-01') } })
  await saveDraft(by, saving(id, 1, { title: 'Second' }), now)
  expect(await requestPublication(by, { ...first, expectedVersion: 2, version: 1 }, now)).toMatchObject({
    approval: expect.any(String),
  })
  expect((await textState(id, 'en')).published?.words.title).toBe('First')
})

test('what is saved after the request is not what is approved', async () => {
  const id = await aPetition('saved-after')
  const [by, second] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  await saveDraft(by, saving(id, 0, { title: 'Shown' }), now)
  const asked = await requestPublication(
    by,
    { petitionId: id, locale: 'en', expectedVersion: 1, version: 1, reason: '' },
    now,
  )
  await saveDraft(by, saving(id, 1, { title: 'Never shown' }), now)
  expect(await approve(second, (asked.ok && asked.approval) || '', now)).toEqual({ ok: false, reason: 'changed' })
  expect(await listVersions(id, 'en')).toHaveLength(1)
})

test('a publication that fails half-way publishes and saves nothing', async () => {
  const id = await aPetition('half-way')
  const by = await aStaffMember('editor', now)
  // The audit entry comes last, and fails for an unknown person.
  const nobody = { ...by, id: 'nobody' }
  await saveDraft(by, saving(id, 0, { title: 'New' }), now)
  await expect(
    requestPublication(nobody, { petitionId: id, locale: 'en', expectedVersion: 1, version: 1, reason: '' }, now),
  ).rejects.toThrow()
  await expect(saveDraft(nobody, saving(id, 1, { title: 'Newer' }), now)).rejects.toThrow()
  expect(await listVersions(id, 'en')).toHaveLength(1)
  expect(await textState(id, 'en')).toMatchObject({ revision: 1, words: { title: 'New' } })
})

test('nothing is published that has changed since, is incomplete, or belongs to an unpublished petition', async () => {
  const id = await aPetition('not-published')
  const by = await aStaffMember('editor', now)
  const publish = (expectedVersion: number) =>
    requestPublication(by, { petitionId: id, locale: 'en', expectedVersion, version: 1, reason: '' }, now)
  await saveDraft(by, saving(id, 0, { title: 'Looked at' }), now)
  await saveDraft(by, saving(id, 1, { title: 'Saved since' }), now)
  expect(await publish(1)).toEqual({ ok: false, reason: 'changed' })
  await saveDraft(by, saving(id, 2, { asks: ' \n ' }), now)
  expect(await publish(3)).toEqual({ ok: false, reason: 'unfinished' })
  await saveDraft(by, saving(id, 3, { title: 'é'.repeat(201) }), now)
  expect(await publish(4)).toEqual({ ok: false, reason: 'unfinished' })
  await saveDraft(by, saving(id, 4, { title: 'é'.repeat(200) }), now)
  await db().petition.update({ where: { id }, data: { status: 'closed', removedAt: now } })
  expect(await publish(5)).toEqual({ ok: false, reason: 'unknown' })
  expect(await saveDraft(by, saving(id, 5), now)).toEqual({ ok: false, reason: 'unknown' })
  expect(await db().petitionText.count({ where: { petitionId: id } })).toBe(1)
})

test('an unresolved draft conflict is deleted after a month', async () => {
  const id = await aPetition('forgotten')
  const [one, other] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  await saveDraft(one, saving(id, 0, { title: 'One' }), now)
  await saveDraft(other, saving(id, 0, { title: 'Other' }), now)
  await purgeDraftConflicts(new Date('2026-12-21T00:00:00Z'))
  expect(await listDraftConflicts(other, id, 'en')).toHaveLength(1)
  await purgeDraftConflicts(new Date('2026-12-23T00:00:00Z'))
  expect(await listDraftConflicts(other, id, 'en')).toEqual([])
})

test('a moderator and an auditor write nothing', async () => {
  const id = await aPetition('unwritten')
  for (const role of ['moderator', 'auditor'] as const) {
    const by = await aStaffMember(role, now)
    await expect(async () => saveDraft(by, saving(id, 0), now)).rejects.toThrow('may not petition.write')
    await expect(async () =>
      requestPublication(by, { petitionId: id, locale: 'en', expectedVersion: 0, version: 1, reason: '' }, now),
    ).rejects.toThrow('may not')
  }
})

import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { aColleague } from '@/scripts/testing/a-colleague'
import { confirmedSignatures } from '@/scripts/testing/a-ledger'
import { aPetition, publishWords, signAs } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { findCount } from '../find-count'
import { findPetition } from '../find-petition'
import { listPetitions } from '../list-petitions'
import { saveDraft } from '../texts/save-draft'
import { noWords } from '../texts/words'
import { close } from './close'
import { create } from './create'
import { open } from './open'
import { askRemoval, remove, showAgain } from './remove'
import { reopen } from './reopen'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

async function asked(id: string, what: 'delete' | 'hide') {
  const [first, second] = [await aColleague('editor', now), await aColleague('owner', now)]
  const result = await askRemoval(first, id, what, 'a mistake', now)
  if (!result.ok) throw new Error(result.reason)
  return { first, second, approval: result.approval }
}

test('a draft is deleted by two, once, with all that was written', async () => {
  const by = await aColleague('editor', now)
  const made = await create(by, { slug: 'a-draft', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await db().petitionTotal.create({ data: { petitionId: id, asOf: now } })
  await saveDraft(
    by,
    { petitionId: id, locale: 'en', words: { ...noWords, title: 'T' }, seen: 0, matches: null, aside: null },
    now,
  )
  await publishWords(id, now)
  const { first, second, approval } = await asked(id, 'delete')
  expect(await askRemoval(second, id, 'delete', '', now)).toEqual({ ok: false, reason: 'waits' })
  expect(await remove(first, approval, now)).toEqual({ ok: false, reason: 'own' })
  expect(await db().petition.count({ where: { id } })).toBe(1)
  const results = await Promise.all([remove(second, approval, now), remove(second, approval, now)])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db().petition.count({ where: { id } })).toBe(0)
  expect(await db().petitionDraft.count({ where: { petitionId: id } })).toBe(0)
})

test('a draft that was opened before the second person agreed is not deleted', async () => {
  const by = await aColleague('editor', now)
  const made = await create(by, { slug: 'opened-meanwhile', goal: 1 }, now)
  const id = made.ok ? made.id : ''
  await publishWords(id, now)
  const { second, approval } = await asked(id, 'delete')
  await open(by, id, 'draft', now)
  expect(await remove(second, approval, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await db().petition.count({ where: { id, status: 'open' } })).toBe(1)
})

test('one that was open leaves the view and keeps its ledger, and comes back as it was', async () => {
  const id = await aPetition('hidden')
  await confirmedSignatures(id, 3, now)
  await append(now)
  const by = await aColleague('editor', now)
  expect(await askRemoval(by, id, 'hide', '', now)).toEqual({ ok: false, reason: 'changed' })
  await close(by, id, 'open', now)
  expect(await askRemoval(by, id, 'delete', '', now)).toEqual({ ok: false, reason: 'changed' })
  const { second, approval } = await asked(id, 'hide')
  expect(await findPetition('hidden', 'en')).not.toBeNull()
  expect(await remove(second, approval, now)).toEqual({ ok: true })

  expect(await findPetition('hidden', 'en')).toBeNull()
  expect(await findCount('hidden')).toBeNull()
  expect((await listPetitions('en')).map(({ slug }) => slug)).not.toContain('hidden')
  expect(await signAs('hidden', 'late@example.org', now)).toEqual({ ok: false, reason: 'petition_unknown' })
  expect(await reopen(by, id, 'closed', now)).toEqual({ ok: false, reason: 'changed' })
  // Its signers still see it, in the words they signed.
  const [signature] = await db().signature.findMany({ where: { petitionId: id } })
  expect(await findPetition('hidden', 'en', signature?.textSha256)).toMatchObject({ slug: 'hidden' })
  expect((await recount()).find(({ slug }) => slug === 'hidden')?.differences).toEqual([])

  const shown = await Promise.all([showAgain(by, id, now), showAgain(by, id, now)])
  expect(shown.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await findPetition('hidden', 'en')).toMatchObject({ count: 3, status: 'closed' })
})

test('the database itself keeps a petition with leaves, and an open one in view', async () => {
  const id = await aPetition('kept')
  await confirmedSignatures(id, 1, now)
  await append(now)
  await expect(pool().query('DELETE FROM petition WHERE id = $1', [id])).rejects.toThrow('foreign key')
  const hide = pool().query('UPDATE petition SET removed_at = now() WHERE id = $1', [id])
  await expect(hide).rejects.toThrow('petition_removed_is_over')
})

test('a moderator neither asks nor agrees', async () => {
  const id = await aPetition('not-theirs')
  await close(await aColleague('owner', now), id, 'open', now)
  const moderator = await aColleague('moderator', now)
  await expect(askRemoval(moderator, id, 'hide', '', now)).rejects.toThrow('may not petition.delete')
  const { approval } = await asked(id, 'hide')
  await expect(remove(moderator, approval, now)).rejects.toThrow('may not petition.delete')
})

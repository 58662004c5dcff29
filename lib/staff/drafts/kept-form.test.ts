import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { endSession } from '../end-session'
import { findDraft } from './find-draft'
import { discardKeptForm, findKeptForm, keepForm, listKeptForms, purgeKeptForms } from './kept-form'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')
const sent = { path: '/admin/updates', form: 'update', fields: { why: 'typed with care' } }
const authorOf = ({ id, session }: { id: string; session: { id: string } }) => ({ userId: id, sessionId: session.id })

it('outlives its session, is encrypted, and is found by its person and as its form alone', async () => {
  const [editor, other] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  const id = await keepForm(authorOf(editor), sent, now)
  await endSession(editor, editor.session.id, now)
  expect(await findKeptForm(editor, id)).toEqual({ ...sent, id, at: now })
  expect(await findKeptForm(other, id)).toBeNull()
  expect(await listKeptForms(other)).toEqual([])
  expect(await findDraft(editor, 'update', id)).toEqual({ fields: sent.fields, errors: {}, kept: { id, at: now } })
  expect(await findDraft(editor, 'member', id)).toBeNull()
  expect(await findDraft(other, 'update', id)).toBeNull()
  const row = await db().keptForm.findUniqueOrThrow({ where: { id: id ?? '' } })
  expect(Buffer.from(row.box).toString('latin1')).not.toContain('typed with care')
  // Moved to another person's row it opens for nobody.
  await db().keptForm.update({ where: { id: row.id }, data: { userId: other.id } })
  expect(await findKeptForm(other, id)).toBeNull()
})

it('is one of at most ten of a session, whose share pushes out nothing of another', async () => {
  const editor = await aStaffMember('editor', now)
  const mine = await keepForm(authorOf(editor), sent, now)
  const stolen = { userId: editor.id, sessionId: '00000000-0000-4000-8000-000000000001' }
  const planted = []
  for (let i = 0; i < 12; i += 1) planted.push(await keepForm(stolen, sent, now))
  expect(planted.filter(Boolean)).toHaveLength(10)
  expect(await findKeptForm(editor, mine)).not.toBeNull()
  expect(await keepForm(authorOf(editor), { ...sent, fields: { why: 'x'.repeat(1_000_001) } }, now)).toBeNull()
})

it('leads nowhere but into the admin area', async () => {
  const editor = await aStaffMember('editor', now)
  await expect(keepForm(authorOf(editor), { ...sent, path: '//evil.example' }, now)).rejects.toThrow()
  await expect(keepForm(authorOf(editor), { ...sent, path: '/administer' }, now)).rejects.toThrow()
})

it('is discarded by its person alone, and expires after seven days', async () => {
  const [editor, other] = [await aStaffMember('editor', now), await aStaffMember('editor', now)]
  const [id, second] = [await keepForm(authorOf(editor), sent, now), await keepForm(authorOf(editor), sent, now)]
  await discardKeptForm(other, id ?? '')
  expect(await listKeptForms(editor)).toHaveLength(2)
  await discardKeptForm(editor, id ?? '')
  await purgeKeptForms(new Date(now.getTime() + 6.9 * 86_400_000))
  expect((await listKeptForms(editor)).map((one) => one.id)).toEqual([second])
  await purgeKeptForms(new Date(now.getTime() + 7 * 86_400_000))
  expect(await listKeptForms(editor)).toEqual([])
})

import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { endSession } from '../end-session'
import { findDraft } from './find-draft'
import { keepDraft } from './keep-draft'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const draft = { fields: { name: 'A half-typed name' }, errors: { name: ['too_long'] } }

it('restores what was typed, in the same session and form only, and encrypted', async () => {
  const editor = await aStaffMember('editor', now)
  const id = await keepDraft(editor, 'member', draft, now)
  expect(await findDraft(editor, 'member', id)).toEqual(draft)
  expect(await findDraft(editor, 'letter', id)).toBeNull()
  expect(await findDraft(await aStaffMember('editor', now), 'member', id)).toBeNull()
  expect(await findDraft(editor, 'member', 'no id')).toBeNull()
  const row = await db().savedForm.findUniqueOrThrow({ where: { id } })
  expect(Buffer.from(row.box).toString('latin1')).not.toContain('half-typed')
})

it('keeps the newest twenty, and none after the session', async () => {
  const editor = await aStaffMember('editor', now)
  const ids = []
  for (let i = 0; i < 22; i += 1) ids.push(await keepDraft(editor, 'member', draft, new Date(now.getTime() + i)))
  expect(await Promise.all(ids.slice(0, 3).map((id) => findDraft(editor, 'member', id)))).toEqual([null, null, draft])
  await endSession(editor, editor.session.id, now)
  expect(await db().savedForm.count({ where: { sessionId: editor.session.id } })).toBe(0)
})

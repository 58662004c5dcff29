import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findLeftForms, handOverForms } from './hand-over-forms'
import { findKeptForm, keepForm, listKeptForms, purgeKeptForms } from './kept-form'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const sent = { path: '/admin/updates', form: 'update', fields: { why: 'typed with care' } }

async function gone() {
  const person = await aStaffMember('editor', now)
  const id = await keepForm({ userId: person.id, sessionId: person.session.id }, sent, now)
  await db().user.update({ where: { id: person.id }, data: { disabledAt: now } })
  return { person, id }
}

const owner = () => aStaffMember('owner', now)

it('hands what a former colleague left to one of the same role or to an owner, for seven days more, and says so', async () => {
  const [by, editor, moderator] = [
    await owner(),
    await aStaffMember('editor', now),
    await aStaffMember('moderator', now),
  ]
  const { person, id } = await gone()
  const left = await findLeftForms(by, person)
  expect(left.forms).toBe(1)
  const ids = left.successors.map((one) => one.id)
  expect(ids).toEqual(expect.arrayContaining([by.id, editor.id]))
  expect(ids).not.toContain(moderator.id)
  expect(await handOverForms(by, person.id, editor.id, later(6))).toEqual({ ok: true, forms: 1 })
  expect(await findKeptForm(editor, id)).toEqual({ ...sent, id, at: later(6), from: person.email })
  expect(await findKeptForm(person, id)).toBeNull()
  await purgeKeptForms(later(12))
  expect(await listKeptForms(editor)).toHaveLength(1)
  const [entry] = await db().auditEntry.findMany({ where: { verb: 'staff.hand_over_forms' } })
  expect(entry).toMatchObject({ subject: `staff:${person.id}`, detail: JSON.stringify({ to: editor.id, forms: 1 }) })
})

it('hands over nothing of somebody who still has access, to nobody without it or in another role, and once', async () => {
  const [by, editor, moderator] = [
    await owner(),
    await aStaffMember('editor', now),
    await aStaffMember('moderator', now),
  ]
  const active = await aStaffMember('editor', now)
  const kept = await keepForm({ userId: active.id, sessionId: active.session.id }, sent, now)
  expect(await handOverForms(by, active.id, editor.id, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await findKeptForm(active, kept)).not.toBeNull()
  const { person, id } = await gone()
  expect(await handOverForms(by, person.id, moderator.id, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await handOverForms(by, person.id, (await gone()).person.id, now)).toEqual({ ok: false, reason: 'changed' })
  expect(await handOverForms(by, person.id, 'nobody', now)).toEqual({ ok: false, reason: 'unknown' })
  expect(await findKeptForm(person, id)).not.toBeNull()
  const both = await Promise.all([1, 2].map(() => handOverForms(by, person.id, editor.id, now)))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  await expect(handOverForms(editor, person.id, by.id, now)).rejects.toThrow('may not')
})

import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { createMailing, saveMailingText } from './draft'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

it('is created once, however often the button is pressed, until something is written in it', async () => {
  const petition = await aPetition('pressed')
  const editor = await aStaffMember('editor', now)
  const press = () => createMailing(editor, petition, now)
  const ids = async () => new Set((await Promise.all(Array.from({ length: 20 }, press))).map((one) => one.ok && one.id))
  const first = await ids()
  expect(first.size).toBe(1)
  const [id] = first
  const text = { subject: 'Outcome', body: 'It was heard.' }
  await saveMailingText(editor, { id: String(id), locale: 'en', revision: 0 }, text, now)
  expect((await ids()).has(id ?? false)).toBe(false)
  expect(await db().mailing.count({ where: { petitionId: petition } })).toBe(2)
})

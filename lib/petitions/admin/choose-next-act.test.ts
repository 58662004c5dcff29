import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findPetition } from '../find-petition'
import { chooseNextAct } from './choose-next-act'

useDatabase()

const now = new Date('2026-12-01T09:00:00Z')

test('staff choose what who has signed is asked for first, once, and it is recorded', async () => {
  const [editor, auditor] = [await aStaffMember('editor', now), await aStaffMember('auditor', now)]
  const id = await aPetition('camps')
  const act = async () => (await findPetition('camps', 'en'))?.nextAct
  expect(await act()).toBe('share')
  const choose = (expected: string, wanted: string, petition = id) =>
    chooseNextAct(editor, petition, { expected, wanted }, now)
  expect(await choose('share', 'write')).toEqual({ ok: true })
  expect(await act()).toBe('write')
  // Somebody else chose meanwhile, and what is no act.
  expect(await choose('share', 'read')).toEqual({ ok: false, reason: 'changed' })
  expect(await choose('write', 'donate')).toEqual({ ok: false, reason: 'next_act_invalid' })
  expect(await choose('write', 'read', randomUUID())).toEqual({ ok: false, reason: 'changed' })
  await expect(chooseNextAct(auditor, id, { expected: 'write', wanted: 'read' }, now)).rejects.toThrow()
  expect(await act()).toBe('write')
  const [entry] = await db().auditEntry.findMany({ where: { subject: `petition:${id}` } })
  expect([entry?.verb, entry?.detail]).toEqual(['petition.facts', expect.stringContaining('share → write')])
})

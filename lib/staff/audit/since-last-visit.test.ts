import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import type { Staff } from '../staff'
import { audit } from './audit'
import { summariseSinceLastVisit } from './since-last-visit'

useDatabase()

const now = new Date('2026-11-30T10:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)

const add = (by: Staff, verb: string, at: Date) =>
  db().$transaction((tx) => audit(tx, { by, verb, subject: 'x:1' }, at))

test('what others did is summed up from the sign-in before this one, of a month at most', async () => {
  const [reader, other] = [await aStaffMember('auditor', now), await aStaffMember('moderator', now)]
  await add(other, 'signature.open', day(-40))
  await add(reader, 'staff.sign_in', day(-9))
  await add(other, 'signature.remove', day(-5))
  expect(await summariseSinceLastVisit(reader, now)).toBeNull()
  await add(reader, 'staff.sign_in', now)
  await add(reader, 'audit.download', now)
  expect(await summariseSinceLastVisit(reader, now)).toEqual({
    since: day(-9),
    people: [expect.objectContaining({ staffId: other.id, acts: [{ verb: 'signature.remove', count: 1 }] })],
  })
  await add(reader, 'staff.sign_in', day(20))
  await add(reader, 'staff.sign_in', day(60))
  expect(await summariseSinceLastVisit(reader, day(60))).toEqual({ since: day(30), people: [] })
  await expect(summariseSinceLastVisit(await aStaffMember('editor', now), now)).rejects.toThrow('may not')
})

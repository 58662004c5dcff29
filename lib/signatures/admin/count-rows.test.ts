import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { confirm } from '../confirm'
import { withdraw } from '../withdraw'
import { countByText, countPending, countPersonal } from './count-rows'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')

test('counts what is unconfirmed, what a purge would delete, and signatures by text version', async () => {
  const id = await aPetition('counted')
  await aPetition('another')
  for (const name of ['a', 'b', 'c']) await signAs('counted', `${name}@example.org`, now)
  await signAs('another', 'd@example.org', now)
  const by = await aStaffMember('auditor', now)
  const token = (await openedSignatures(id))[0]?.token ?? ''
  await confirm(token, now)
  await withdraw(token, now)
  const signature = await db().signature.findFirst({ where: { petitionId: id } })
  const sha256 = Buffer.from(signature?.textSha256 ?? []).toString('hex')
  expect(await countPending(by, id, now)).toBe(2)
  expect(await countPending(by, id, new Date('2026-03-09T12:00:00Z'))).toBe(0)
  expect(await countPersonal(by, id)).toBe(3)
  expect(await countByText(by, id)).toEqual(new Map([[sha256, 2]]))
})

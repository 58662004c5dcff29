import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { purgeCheckpointFiles } from '@/lib/ledger/purge-checkpoint-files'
import { recount } from '@/lib/ledger/recount'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { aSigner, confirmedSignatures, grow, retractSignature } from '@/test/a-ledger'
import { aPetition, onlyToken, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { coarsen } from './coarsen'
import { confirm } from './confirm'
import { withdraw } from './withdraw'

useDatabase()

const start = new Date('2026-03-01T17:45:12.345Z')
const days = (n: number) => new Date(start.getTime() + n * 86_400_000)
const midnight = new Date('2026-03-01T00:00:00Z')

it('reduces exact times to days on the eleventh day, once, and leaves pending and newer rows', async () => {
  const id = await aPetition('coarse')
  await confirmedSignatures(id, 3, start)
  await append(start)
  await confirmedSignatures(id, 1, days(5))
  await signAs('coarse', 'pending@example.org', start)
  await coarsen(days(10))
  const times = async () =>
    (await db().signature.findMany({ where: { petitionId: id }, orderBy: { receivedAt: 'asc' } })).map(
      ({ receivedAt, confirmedAt }) => [receivedAt, confirmedAt],
    )
  expect(await times()).toContainEqual([start, start])
  expect(await coarsen(days(11))).toBe(3)
  expect(await coarsen(days(11))).toBe(0)
  const after = await times()
  expect(after.filter(([received]) => received?.getTime() === midnight.getTime())).toEqual(
    Array.from({ length: 3 }, () => [midnight, midnight]),
  )
  expect(after).toContainEqual([days(5), days(5)])
  expect(await db().hourTotal.findMany({ where: { petitionId: id } })).toEqual([
    { petitionId: id, hour: midnight, net: 3n },
  ])
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
})

it('stores counting, withdrawal and retraction to the day only', async () => {
  const id = await aPetition('days')
  await signAs('days', 'person@example.org', start)
  const token = await onlyToken(id)
  await confirm(token, start)
  await append(start)
  await withdraw(token, start)
  const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
  expect([row.countedAt, row.withdrawnAt]).toEqual([midnight, midnight])
  expect(await db().retraction.findFirst({ where: { petitionId: id } })).toMatchObject({ requestedAt: midnight })
})

it('deletes the times of past batches with their checkpoints; signing goes on', async () => {
  const id = await aPetition('heads')
  const signer = await aSigner()
  for (const day of [0, 1, 2]) await grow(id, 5, signer, days(day))
  const heads = () => db().ledgerCheckpoint.findMany({ where: { petitionId: id }, orderBy: { size: 'asc' } })
  expect(await purgeCheckpointFiles(days(1.5))).toBe(0)
  expect(await purgeCheckpointFiles(days(30))).toBe(2)
  expect((await heads()).map(({ size }) => size)).toEqual([15n])
  await retractSignature(id, [3])
  await append(days(31))
  await signCheckpoints(signer, days(31))
  expect((await heads()).map(({ size }) => size)).toEqual([15n, 16n])
})

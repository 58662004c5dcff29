import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aPetition, openedSignatures, signAs, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { confirm } from './confirm'
import { expire } from './expire'

useDatabase()
beforeEach(async () => void (await db().signature.deleteMany()))

const start = new Date('2026-11-21T12:00:00Z')
const week = 7 * 86_400_000

test('deletes what was not confirmed in 7 days, and nothing else', async () => {
  const id = await aPetition('expiring')
  await signAs('expiring', 'old@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'confirmed@example.org', new Date(start.getTime() - 1))
  await signAs('expiring', 'young@example.org', start)
  const confirmed = (await openedSignatures(id)).find(({ email }) => email === 'confirmed@example.org')
  await confirm(confirmed?.token ?? '', start)

  expect(await expire(new Date(start.getTime() + week))).toBe(1)
  expect(await states(id)).toEqual({ pending: 1, confirmed: 1 })
  expect((await openedSignatures(id)).map(({ email }) => email).sort()).toEqual([
    'confirmed@example.org',
    'young@example.org',
  ])
})

test('a signature is either confirmed or lapses, never both and never neither', async () => {
  const id = await aPetition('racing')
  for (let i = 0; i < 20; i++) await signAs('racing', `signer${i}@example.org`, start)
  const tokens = (await openedSignatures(id)).map(({ token }) => token)
  const justInTime = new Date(start.getTime() + week - 1)
  const [lapsed, ...results] = await Promise.all([
    expire(new Date(start.getTime() + week + 1)),
    ...tokens.map((token) => confirm(token, justInTime)),
  ])
  const confirmed = results.filter(({ ok }) => ok).length
  expect(lapsed + confirmed).toBe(20)
  expect(await states(id)).toEqual(confirmed > 0 ? { confirmed } : {})
})

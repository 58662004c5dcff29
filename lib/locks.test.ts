import { expect, it } from 'vitest'
import { useDatabase } from '@/test/use-database'
import { db } from './db'
import { type Lock, lockName, locks, takeLock, tryLock } from './locks'

useDatabase()

it('gives each lock a number of its own', () => {
  const numbers = Object.values(locks)
  expect(new Set(numbers).size).toBe(numbers.length)
})

it.each(Object.keys(locks) as Lock[])('only one transaction holds %s', async (lock) => {
  await db().$transaction(async (tx) => {
    await takeLock(tx, lock)
    expect(await db().$transaction((other) => tryLock(other, lock))).toBe(false)
  })
  expect(await db().$transaction((other) => tryLock(other, lock))).toBe(true)
})

it('transactions wait for a name, and not for another one', async () => {
  const order: string[] = []
  let waiting: Promise<unknown>[] = []
  await db().$transaction(async (tx) => {
    await lockName(tx, 'a')
    waiting = [db().$transaction((second) => lockName(second, 'a').then(() => order.push('second')))]
    await db().$transaction((other) => lockName(other, 'b').then(() => order.push('other')))
    order.push('first')
  })
  await Promise.all(waiting)
  expect(order).toEqual(['other', 'first', 'second'])
})

import { setTimeout as sleep } from 'node:timers/promises'
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
  const hold = (name: string, label: string) =>
    db().$transaction(async (tx) => {
      await lockName(tx, name)
      order.push(`${label} begins`)
      await sleep(150)
      order.push(`${label} ends`)
    })
  const first = hold('a', 'first')
  await sleep(50)
  await Promise.all([first, hold('a', 'second'), hold('b', 'other')])
  expect(order.indexOf('second begins')).toBeGreaterThan(order.indexOf('first ends'))
  expect(order.indexOf('other begins')).toBeLessThan(order.indexOf('first ends'))
})

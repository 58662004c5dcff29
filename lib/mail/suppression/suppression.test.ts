import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { ones, useMailQueue } from '@/test/mail-queue'
import { useDatabase } from '@/test/use-database'
import { findSuppressed } from './find-suppressed'
import { purgeSuppressions } from './purge-suppressions'
import { suppress } from './suppress'
import { suppressionPolicy } from './suppression-policy'

useDatabase()
const queue = useMailQueue()
const days = (n: number) => new Date(queue.now().getTime() + n * 86_400_000)

describe('a suppressed address', () => {
  it('gets no mail, in any spelling; the others in the batch get theirs', async () => {
    await suppress(pool(), 'signer1@example.org', 'complaint', [], queue.now())
    await queue.queue(3)
    expect(await queue.drain()).toBe(2)
    expect(queue.provider().received.map(({ to }) => to)).toEqual(['signer0@example.org', 'signer2@example.org'])
    expect(await queue.failures()).toEqual(['suppressed'])
    expect(await queue.tally()).toMatchObject({ sealed: 0, waiting: 0 })
  })

  it('the list holds a keyed hash, not the address', async () => {
    await suppress(pool(), 'signer1@example.org', 'bounce', [], queue.now())
    expect(JSON.stringify(await db().suppression.findMany())).not.toContain('signer1')
  })

  it('is listed when a receiver refuses it permanently, and tried again after a day', async () => {
    await queue.queue(1, { domain: 'refused.invalid' })
    await queue.drain()
    expect((await findSuppressed(['signer0@refused.invalid'])).get('signer0@refused.invalid')?.reason).toBe('bounce')
    await pool().query('DELETE FROM mail')
    const asked = queue.provider().requests.length
    await queue.queue(1, { domain: 'refused.invalid' })
    await queue.drain()
    expect(queue.provider().requests).toHaveLength(asked)
    queue.pass(86_401)
    await queue.queue(1, { domain: 'refused.invalid' })
    await queue.drain()
    expect(queue.provider().requests).toHaveLength(asked + 1)
  })

  it('stays a complaint if mail to it also bounces', async () => {
    await suppress(pool(), 'a@example.org', 'complaint', [], queue.now())
    await suppress(pool(), 'a@example.org', 'bounce', [], days(1))
    expect((await findSuppressed(['a@example.org'])).get('a@example.org')).toEqual({
      reason: 'complaint',
      suppressedAt: days(1),
    })
  })

  it('expires: a bounce before a complaint', async () => {
    await suppress(pool(), 'bounced@example.org', 'bounce', [], queue.now())
    await suppress(pool(), 'complained@example.org', 'complaint', [], queue.now())
    await purgeSuppressions(days(91))
    expect((await db().suppression.findMany()).map(({ reason }) => reason)).toEqual(['complaint'])
    await purgeSuppressions(days(641))
    expect(await db().suppression.count()).toBe(0)
  })
})

it.each([
  ['bounce', 'signature', 0.5, true],
  ['bounce', 'signature', 1.5, false],
  ['bounce', 'access_link', 0.5, true],
  ['bounce', 'mailing', 89, true],
  ['bounce', 'reminder', 5, true],
  ['bounce', 'staff_link', 0, false],
  ['complaint', 'signature', 300, true],
  ['complaint', 'mailing', 300, true],
  ['complaint', 'access_link', 0, false],
  ['complaint', 'staff_link', 0, false],
] as const)('%s, mail of the kind %s, after %f days: held back %s', (reason, kind, after, held) => {
  const suppressedAt = new Date('2026-11-21T00:00:00Z')
  const now = new Date(suppressedAt.getTime() + after * 86_400_000)
  expect(suppressionPolicy({ reason, suppressedAt }, kind, now)).toBe(held)
})

it('a mailing is sent after all other mail, however long it has been due', async () => {
  const update = crypto.randomUUID()
  await queue.queue(3)
  await pool().query('UPDATE mail SET mailing_id = $1', [update])
  queue.pass(3_600)
  await queue.queue(2)
  await queue.send()
  expect(queue.provider().received.map(({ to }) => to)).toEqual(['signer0@example.org', 'signer1@example.org'])
  expect(await queue.drain()).toBe(3)
  expect(queue.countsAtProvider().reduce((sum, n) => sum + n, 0)).toBe(ones(5).length)
})

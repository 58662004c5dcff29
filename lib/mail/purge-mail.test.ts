import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { useDatabase } from '@/test/use-database'
import { clearNetworkTags } from './clear-network-tags'
import { purgeMail } from './purge-mail'

useDatabase()

const now = new Date('2026-11-21T00:30:00Z')

test('settled rows are kept two days, unsent ones a week', async () => {
  await queue('2026-11-18', { sent: true })
  await queue('2026-11-20', { sent: true })
  await queue('2026-11-21', { sent: true })
  await queue('2026-11-14', { sent: false })
  await queue('2026-11-12', { sent: false })
  expect(await purgeMail(now)).toBe(2)
  const left = await db().mail.findMany({ orderBy: { queuedAt: 'asc' } })
  expect(left.map(({ queuedAt }) => queuedAt.toISOString().slice(0, 10))).toEqual([
    '2026-11-14',
    '2026-11-20',
    '2026-11-21',
  ])
})

test('network tags are cleared an hour after sending, at the latest after a day', async () => {
  await pool().query('TRUNCATE mail')
  await queue('2026-11-20T23:00:00Z', { sent: true })
  await queue('2026-11-20T23:50:00Z', { sent: true })
  await queue('2026-11-20T00:00:00Z', { sent: false })
  await queue('2026-11-20T01:00:00Z', { sent: false })
  expect(await clearNetworkTags(now)).toBe(2)
  const left = await db().mail.findMany({ where: { network: { not: null } }, orderBy: { queuedAt: 'asc' } })
  expect(left.map(({ queuedAt }) => queuedAt.toISOString().slice(0, 16))).toEqual([
    '2026-11-20T01:00',
    '2026-11-20T23:50',
  ])
})

async function queue(at: string, { sent }: { sent: boolean }) {
  await pool().query(
    `INSERT INTO mail (address_index, id, kind, sealed, network, queued_at, not_before, sent_at)
     VALUES (sha256($1::text::bytea), gen_random_uuid(), 'test', 'x', 7, $1::timestamptz, $1::timestamptz, $2)`,
    [at, sent ? new Date(at) : null],
  )
}

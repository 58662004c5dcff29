import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { useDatabase } from '@/scripts/testing/use-database'
import { deleteOldMail } from './delete-old-mail'

useDatabase()

test('settled rows live two days, rows that wait a week: their key is the daily limit', async () => {
  const now = new Date('2026-11-21T00:30:00Z')
  await queue('2026-11-18', { sent: true })
  await queue('2026-11-19', { sent: true })
  await queue('2026-11-21', { sent: true })
  await queue('2026-11-14', { sent: false })
  await queue('2026-11-12', { sent: false })
  expect(await deleteOldMail(now)).toBe(2)
  const left = await db().mail.findMany({ orderBy: { day: 'asc' } })
  expect(left.map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2026-11-14', '2026-11-19', '2026-11-21'])
})

async function queue(day: string, { sent }: { sent: boolean }) {
  await pool().query(
    `INSERT INTO mail (address_index, day, slot, kind, sealed, queued_at, not_before, sent_at)
     VALUES (sha256($1::text::bytea), $1::date, 1, 'test', 'x', $1::date, $1::date, $2)`,
    [day, sent ? new Date(day) : null],
  )
}

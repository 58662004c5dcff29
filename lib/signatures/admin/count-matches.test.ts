import { beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { seedDemo } from '@/prisma/seed/demo/seed-demo'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { countMatches } from './count-matches'

useDatabase()
const now = new Date()
let petition: string

beforeAll(async () => {
  petition = await aPetition('counted')
  await seedDemo('counted', 500, now)
})

test('counts what the list shows on all its pages, and no more than it must', async () => {
  const by = await aStaffMember('moderator', now)
  const { rows } = await pool().query<{ held: number; flagged: number }>(
    `SELECT count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE signals <> '')::int AS flagged
     FROM signature WHERE petition_id = $1`,
    [petition],
  )
  expect(rows[0]?.held).toBeGreaterThan(0)
  expect(await countMatches(by, { petition, state: 'held' }, 10_000)).toBe(rows[0]?.held)
  expect(await countMatches(by, { petition, signal: 'any' }, 10_000)).toBe(rows[0]?.flagged)
  await pool().query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state, locale,
       country, display, updates, has_comment, received_at, confirmed_at)
     SELECT $1, sha256(i::text::bytea), sha256('c'), sha256('t'), sha256(('k' || i)::bytea), sha256(('m' || i)::bytea),
       'x', 'confirmed', 'en', 'VA', 'initials', false, false, $2, $2 FROM generate_series(1, ${MAX_COUNTED + 50}) AS i`,
    [petition, now],
  )
  expect(await countMatches(by, { petition, country: 'VA' }, 60_000)).toBe(MAX_COUNTED + 1)
})

test('a page does not wait for a number that takes long', async () => {
  const by = await aStaffMember('moderator', now)
  const lock = await pool().connect()
  await lock.query('BEGIN')
  await lock.query('LOCK TABLE signature IN ACCESS EXCLUSIVE MODE')
  try {
    expect(await countMatches(by, { petition }, 50)).toBeNull()
  } finally {
    await lock.query('ROLLBACK')
    lock.release()
  }
  expect(await countMatches(by, { petition, state: 'removed' }, 10_000)).not.toBeNull()
})

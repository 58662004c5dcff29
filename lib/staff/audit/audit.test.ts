import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { aStaffMember } from '@/scripts/testing/a-staff-member'
import { useDatabase } from '@/scripts/testing/use-database'
import { audit } from './audit'
import { check } from './check'
import { listEntries } from './list-entries'

useDatabase()

const now = new Date('2026-03-01T12:00:00.123Z')

beforeEach(() => pool().query('TRUNCATE audit_entry'))

async function write(verb: string): Promise<void> {
  const by = await aStaffMember('moderator', now)
  await db().$transaction((tx) => audit(tx, { by, verb, subject: `x:${randomUUID()}`, detail: { why: 'a "b"' } }, now))
}

describe('the audit log', () => {
  test('is one chain, even if twenty write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(`verb.${i}`)))
    expect(await check()).toMatchObject({ ok: true, entries: 20 })
    const { entries } = await listEntries({ verb: 'verb.7' })
    expect(entries).toMatchObject([{ detail: { why: 'a "b"' }, verb: 'verb.7' }])
    expect(entries[0]?.signedIn).toMatch(/app Firefox on Linux$/)
  })

  test('has no entry for what did not happen', async () => {
    const failing = db().$transaction(async (tx) => {
      await audit(tx, { by: null, verb: 'x', subject: 'x:1' }, now)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await check()).toMatchObject({ ok: true, entries: 0 })
  })

  test.each([
    ['altered', `UPDATE audit_entry SET detail = '{}' WHERE seq = 2`, { reason: 'altered', seq: 2n }],
    ['given to somebody else', `UPDATE audit_entry SET staff_id = NULL WHERE seq = 2`, { reason: 'altered', seq: 2n }],
    ['missing an entry', `DELETE FROM audit_entry WHERE seq = 2`, { reason: 'missing', seq: 2n }],
    ['cut short', `DELETE FROM audit_entry WHERE seq = 3`, { reason: 'cut_short', seq: 3n }],
  ])('shows that it was %s', async (_, sql, expected) => {
    for (const verb of ['a', 'b', 'c']) await write(verb)
    const before = await check()
    const [seq = '', hash = ''] = before.ok ? before.head.split(':') : []
    await pool().query(sql)
    expect(await check([{ seq: BigInt(seq), hash }])).toEqual({ ok: false, ...expected })
  })
})

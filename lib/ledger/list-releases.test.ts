import { expect, test } from 'vitest'
import { pool } from '@/lib/db'
import { changeState } from '@/lib/signatures/admin/change-state'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { listCorrections } from './list-corrections'
import { listReleases } from './list-releases'
import { readLedgerFile } from './read-ledger-file'

useDatabase()

const now = new Date('2026-11-28T13:37:42.123Z')
const nextDay = new Date('2026-11-29T00:02:00Z')

test('a release is logged publicly next to removals, once its day is over, with the day only', async () => {
  const id = await aPetition('released')
  await confirmedSignatures(id, 3, now)
  await pool().query(`UPDATE signature SET state = 'held' WHERE petition_id = $1`, [id])
  const by = await aStaffMember('moderator', now)
  const { rows } = await listSignatures(by, { petition: id, state: 'held' }, undefined)
  for (const { key } of rows.slice(0, 2)) await changeState(by, 'release', key, 'held', { note: '' }, now)

  expect(await listReleases(id, now, false)).toEqual([])
  // Until the last release of the day can no longer be undone.
  expect(await listReleases(id, new Date('2026-11-29T00:01:00Z'), false)).toEqual([])
  const line = { day: '2026-11-28', reason: 'reviewed', signatures: 2, approvals: 1 }
  expect(await listReleases(id, nextDay, false)).toEqual([line])
  expect(await listCorrections(id, nextDay)).toEqual([
    { at: new Date('2026-11-28'), reason: 'reviewed', rule: 0, change: 2, approvals: 1, key: expect.any(String) },
  ])
  await pool().query(
    `INSERT INTO ledger_log (petition_id, origin, vkeys, policy) VALUES ($1, 'localhost/ledger/released', '{}', '')`,
    [id],
  )
  const file = await readLedgerFile('released', 'releases.json')
  expect(JSON.parse(String(file?.body))).toEqual([line])
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { publishAuditHead } from '@/lib/ledger/audit-head/publish-audit-head'
import { audit } from '@/lib/staff/audit/audit'
import { entryHash, genesis } from '@/lib/staff/audit/entry-hash'
import { aSigner } from '@/test/a-ledger'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceAuditCheck } from './check-audit-log'
import { findSystemStatus } from './find-system-status'
import { findAuditFacts } from './system-report'

useDatabase()

/** Where this machine stores the heads that it published. */
let folder: string
beforeEach(async () => {
  await pool().query('TRUNCATE audit_entry, audit_head, system_report, staff_notice')
  folder = await mkdtemp(join(tmpdir(), 'audit-check-'))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour))

async function write(entries: number): Promise<void> {
  await db().$transaction(async (tx) => {
    for (let i = 0; i < entries; i += 1) await audit(tx, { by: null, verb: 'x.y', subject: 'x:1' }, at(1, 0))
  })
}

const check = (now: Date) => advanceAuditCheck(folder, now)

/** As the page of the system's status says it. */
async function said(now: Date) {
  const lines = await findSystemStatus(await aStaffMember('auditor', now), now)
  return lines.find(({ name }) => name === 'auditLog')
}

test('the chain is read to its end once a day, after two o’clock, and the page says when and up to what', async () => {
  expect(await said(at(1, 1))).toMatchObject({ state: 'unset', says: 'auditNever' })
  await write(3)
  expect(await check(at(1, 1))).toBe('whole')
  expect(await said(at(1, 1))).toEqual({
    name: 'auditLog',
    state: 'good',
    says: 'auditWhole',
    values: { entries: 3, at: at(1, 1) },
  })
  await write(2)
  // Two o'clock of the first, which was after the first check; then not before the next day's.
  for (const [day, hour, upTo] of [
    [1, 2, '5'],
    [1, 23, '5'],
    [2, 1, '5'],
    [2, 3, '6'],
  ] as const) {
    expect(await check(at(day, hour))).toBe('whole')
    expect((await findAuditFacts())?.upTo.seq).toBe(upTo)
    if (day === 1 && hour === 2) await write(1)
  }
  expect((await said(at(4, 4)))?.says).toBe('auditOld')
})

test('a break is told to the owners once, stays on the page, and is looked for again from the first entry', async () => {
  const owner = await aStaffMember('owner', at(1, 0))
  const log = vi.spyOn(console, 'error').mockReturnValue()
  await write(3)
  await check(at(1, 3))
  await pool().query(`UPDATE audit_entry SET detail = '{"a":1}' WHERE seq = 2`)
  expect(await check(at(2, 3))).toBe('broken')
  expect(await check(at(2, 4))).toBe('broken')
  expect(await said(at(2, 4))).toMatchObject({
    state: 'attention',
    says: 'auditBroken',
    values: { seq: '2', reason: 'altered', at: at(2, 3) },
  })
  const notices = await db().staffNotice.findMany({ where: { staffId: owner.id } })
  expect(notices.map(({ kind, detail }) => [kind, detail])).toEqual([['audit_broken', '{"day":"2026-11-02"}']])
  expect(log).toHaveBeenCalledWith(expect.stringContaining('entry 2 is altered'))
  await pool().query(`UPDATE audit_entry SET detail = '{}' WHERE seq = 2`)
  expect(await check(at(3, 3))).toBe('whole')
  expect((await said(at(3, 3)))?.says).toBe('auditWhole')
  log.mockRestore()
})

test('a log that was rewritten in itself lacks the head that was published of it', async () => {
  const signer = await aSigner({ dataDir: folder })
  vi.spyOn(console, 'error').mockReturnValue()
  await write(2)
  await publishAuditHead(signer, at(3, 0), false)
  expect(await check(at(3, 3))).toBe('whole')
  await pool().query('DELETE FROM audit_entry')
  await pool().query('DELETE FROM audit_head')
  await write(1)
  expect(await check(at(4, 3))).toBe('broken')
  expect((await findAuditFacts())?.broken).toMatchObject({ reason: 'cut_short', seq: '2' })
})

test('a long log is read in pieces, whole once a week and else from where it was whole', async () => {
  await write(3)
  await check(at(1, 3))
  const facts = (await findAuditFacts()) ?? null
  if (!facts) throw new Error('not checked')
  // As of a log of a hundred thousand: what lies before is not read for a week.
  const { rows } = await pool().query<{ hash: Buffer }>('SELECT hash FROM audit_entry WHERE seq = 3')
  await pool().query('UPDATE audit_entry SET seq = seq + 100000')
  const upTo = { seq: '100003', hash: rows[0]?.hash.toString('hex') }
  await pool().query(`UPDATE system_report SET facts = facts || $1`, [JSON.stringify({ upTo })])
  expect(await check(at(2, 3))).toBe('whole')
  expect((await findAuditFacts())?.wholeAt).toEqual(at(1, 3))
  expect(await check(at(8, 4))).toBe('broken')
  expect((await findAuditFacts())?.broken).toMatchObject({ reason: 'missing', seq: '1' })
})

test('what was begun goes on where it was', async () => {
  const entry = { at: at(1, 0), staffId: null, signedIn: 'server', verb: 'x.y', subject: 'x:1', detail: '{}' }
  let before: Uint8Array = genesis
  const data = Array.from({ length: 1_500 }, (_, i) => {
    const seq = BigInt(i + 1)
    const hash = entryHash(before, { ...entry, seq })
    before = hash
    return { ...entry, seq, hash }
  })
  await db().auditEntry.createMany({ data })
  expect(await check(at(1, 3))).toBe('under_way')
  expect((await findAuditFacts())?.run).toMatchObject({ isWhole: true })
  expect((await said(at(1, 3)))?.says).toBe('auditNever')
  // Two workers at once.
  expect(await Promise.all([check(at(1, 3)), check(at(1, 3))])).toEqual(['whole', 'whole'])
  expect(await findAuditFacts()).toMatchObject({ upTo: { seq: '1500' }, run: null, broken: null })
})

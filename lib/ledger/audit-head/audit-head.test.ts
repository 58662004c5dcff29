import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { check } from '@/lib/staff/audit/check'
import { entryHash, genesis } from '@/lib/staff/audit/entry-hash'
import { aSigner } from '@/test/a-ledger'
import { useDatabase } from '@/test/use-database'
import { mirrorAuditHeads, readAuditHeads } from '../check/audit-heads'
import { type LedgerSource, ledgerSource } from '../check/ledger-source'
import { auditHead, publishAuditHead } from './publish-audit-head'
import { readAuditFile } from './read-audit-file'

useDatabase()
beforeEach(async () => {
  await db().auditEntry.deleteMany()
  await db().auditHead.deleteMany()
})

const day = (n: number, hour = 12) => new Date(Date.UTC(2026, 10, n, hour))

async function act(verb: string, at: Date): Promise<void> {
  await db().$transaction((tx) => audit(tx, { by: null, verb, subject: 'petition:one' }, at))
}

/** As the public reads it. */
const site: LedgerSource = {
  name: 'https://example.org/ledger/audit',
  countUrl: null,
  read: async (path) => {
    const file = await readAuditFile(path)
    return file && new TextEncoder().encode(String(file.body))
  },
}

/** An attack with the database and knowledge of the chain: writes another, consistent history. */
async function rewriteFrom(seq: bigint, verb: string): Promise<void> {
  const entries = await db().auditEntry.findMany({ orderBy: { seq: 'asc' } })
  let before: Uint8Array = genesis
  for (const entry of entries) {
    const told = entry.seq === seq ? { ...entry, verb } : entry
    const hash = entryHash(before, told)
    await db().auditEntry.update({ where: { seq: entry.seq }, data: { verb: told.verb, hash } })
    before = hash
  }
}

const folder = () => mkdtemp(join(tmpdir(), 'audit-'))

test('a day’s checkpoint is published when the day is over, signed, and reveals no more than the day', async () => {
  const signer = await aSigner()
  await act('signature.remove', day(26))
  await act('signature.hold', day(27, 8))
  await act('signature.release', day(28, 9))
  expect(await publishAuditHead(signer, day(28), false)).toBe(true)
  expect(await publishAuditHead(signer, day(28, 23), false)).toBe(false)
  const { heads } = await readAuditHeads(site)
  expect(heads.map((one) => [one.day, one.head.size])).toEqual([['2026-11-27', 2]])
  expect(String((await readAuditFile('heads.json'))?.body)).not.toContain('T08')
  expect(await publishAuditHead(signer, day(29, 1), false)).toBe(true)
  // No staff activity: nothing new.
  expect(await publishAuditHead(signer, day(30, 1), false)).toBe(false)
  expect((await readAuditHeads(site)).heads.map(({ head }) => head.size)).toEqual([2, 3])
  expect((await readAuditFile('checkpoint'))?.body).toContain('\n3\n')
  expect(await readAuditFile('entries')).toBeNull()
})

test('a rewritten log lacks what a mirror kept, however consistent it is', async () => {
  const signer = await aSigner()
  for (const n of [1, 2, 3, 4]) await act('signature.remove', day(26, n))
  await publishAuditHead(signer, day(27), false)
  const copy = await folder()
  expect(await mirrorAuditHeads(site, copy)).toBe(1)
  const kept = (await readAuditHeads(ledgerSource(copy))).heads.map(({ head }) => auditHead(head))
  expect(await check(kept)).toMatchObject({ ok: true, entries: 4 })

  await rewriteFrom(2n, 'signature.hold')
  expect(await check()).toMatchObject({ ok: true, entries: 4 })
  expect(await check(kept)).toEqual({ ok: false, reason: 'altered', seq: 4n })
  await act('signature.remove', day(27))
  await expect(publishAuditHead(signer, day(28), false)).rejects.toThrow('entry 4 is altered')
  // The database's own copy changed with it; the disk still knows, and so does the mirror.
  await db().auditHead.deleteMany()
  await expect(publishAuditHead(signer, day(28), false)).rejects.toThrow('entry 4 is altered')
  const elsewhere = { ...(await aSigner()), keys: signer.keys }
  await publishAuditHead(elsewhere, day(28), false)
  await expect(mirrorAuditHeads(site, copy)).rejects.toThrow('no longer published')
})

test('a truncated log is detected, and a checkpoint by another key is rejected', async () => {
  const signer = await aSigner()
  for (const n of [1, 2, 3]) await act('signature.remove', day(26, n))
  await publishAuditHead(signer, day(27), false)
  const copy = await folder()
  await mirrorAuditHeads(site, copy)
  const kept = (await readAuditHeads(ledgerSource(copy))).heads.map(({ head }) => auditHead(head))
  await pool().query('DELETE FROM audit_entry WHERE seq = 3')
  expect(await check(kept)).toEqual({ ok: false, reason: 'cut_short', seq: 3n })
  await expect(publishAuditHead(signer, day(28), false)).rejects.toThrow('entry 3 is cut_short')

  await db().auditHead.deleteMany()
  const thief = await aSigner()
  await publishAuditHead(thief, day(28), false)
  await expect(mirrorAuditHeads(site, copy)).rejects.toThrow('not signed by a key of the policy')
})

test('on a local site it is published at once', async () => {
  await act('signature.remove', day(28))
  const signer = await aSigner()
  expect(await publishAuditHead(signer, day(28, 13), false)).toBe(false)
  expect(await publishAuditHead(signer, day(28, 13), true)).toBe(true)
  const twice = await Promise.all([
    publishAuditHead(signer, day(28, 14), true),
    publishAuditHead(signer, day(28, 14), true),
  ])
  expect(twice).toEqual([false, false])
})

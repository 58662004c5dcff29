import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { applyErasures } from '@/lib/erasure/apply-erasures'
import { fileErasures } from '@/lib/erasure/file-erasures'
import { append } from '@/lib/ledger/append'
import { checkLedger } from '@/lib/ledger/check/check-ledger'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { mirrorLedger } from '@/lib/ledger/check/mirror-ledger'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { recount } from '@/lib/ledger/recount'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { aSigner, confirmedSignatures, grow, retractSignature } from '@/test/a-ledger'
import { aPetition, confirmWaiting, openedSignatures, signAs, states } from '@/test/a-petition'
import { accessSession } from '@/test/access-link'
import { copyDatabase } from '@/test/restored-database'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'
import { restoreLeaves } from './restore-leaves'

const folder = mkdtempSync(join(tmpdir(), 'restore-'))
process.env.DATA_DIR = join(folder, 'data')
useDatabase()
const site = serveLedger()
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-11-20T11:00:00Z')

async function mirror(slug: string) {
  const copy = join(folder, slug)
  await mirrorLedger(ledgerSource(site.address(slug)), copy)
  return ledgerSource(copy)
}

const count = async (signer: LedgerSigner, at: Date) => {
  await append(at, { rule: null, random: Math.random })
  await signCheckpoints(signer, at)
}
const tokenOf = async (id: string, email: string) =>
  (await openedSignatures(id)).find((record) => record.email === email)?.token ?? ''
const differences = async (slug: string) => (await recount()).find((one) => one.slug === slug)?.differences
const leaves = (petitionId: string) => db().ledgerLeaf.count({ where: { petitionId } })
const dataDir = () => join(folder, 'another-machine')

it('puts back what a restored database lacks, exactly, and the worker counts on', async () => {
  const signer = await aSigner()
  const id = await aPetition('whole')
  await signAs('whole', 'counted@example.org', now)
  await signAs('whole', 'withdrew@example.org', now)
  await signAs('whole', 'erased@example.org', now)
  await confirmWaiting(id, now)
  await count(signer, now)
  await signAs('whole', 'confirmed@example.org', now)
  await confirm(await tokenOf(id, 'confirmed@example.org'), now)
  await signAs('whole', 'form@example.org', now)
  const restore = await copyDatabase()

  await confirmWaiting(id, later)
  await signAs('whole', 'stranger@example.org', later)
  await confirmWaiting(id, later)
  await count(signer, later)
  await withdraw(await tokenOf(id, 'withdrew@example.org'), later)
  await eraseSignatures(await accessSession('erased@example.org', later), later)
  await fileErasures(later)
  await count(signer, later)
  const source = await mirror('whole')
  const before = await checkLedger(source)
  expect(before.tally).toMatchObject({ size: 8, net: 4 })

  await restore()
  expect(await applyErasures(later)).toBe(1)
  expect(await restoreLeaves('whole', source, later, undefined, dataDir())).toEqual({
    ok: true,
    before: 3,
    added: 5,
    lost: 1,
  })
  // Signers who confirmed after the backup are counted again; only the one that the backup never saw is lost.
  expect(await states(id)).toEqual({ counted: 3, withdrawn: 1 })
  expect(await differences('whole')).toEqual([])
  // The public sees the same checkpoint, byte for byte.
  const served = await checkLedger(ledgerSource(site.address('whole')), { since: before.note })
  expect(served.note).toBe(before.note)

  expect(await restoreLeaves('whole', source, later, undefined, dataDir())).toMatchObject({ ok: true, added: 0 })
  await signAs('whole', 'next@example.org', later)
  await confirmWaiting(id, later)
  await count({ ...signer, dataDir: dataDir() }, later)
  await mirror('whole')
  expect(await differences('whole')).toEqual([])
})

it('puts back removals with their public lines, and a signature that was removed and restored', async () => {
  const signer = await aSigner()
  const id = await aPetition('corrected')
  await grow(id, 5, signer, now)
  const restore = await copyDatabase()
  await retractSignature(id, [1, 2], {
    reason: 'fraud',
    approvals: 2,
    decision: '00000000-0000-4000-8000-000000000001',
  })
  await pool().query(`UPDATE signature SET state = 'removed' WHERE petition_id = $1 AND leaf_index IN (1, 2)`, [id])
  await count(signer, later)
  await pool().query(
    `UPDATE signature SET state = 'confirmed', leaf_index = NULL WHERE petition_id = $1 AND leaf_index = 1`,
    [id],
  )
  await pool().query(`INSERT INTO ledger_release VALUES ($1, '2026-11-20', 'restored', 1, 1)`, [id])
  await count(signer, later)
  const source = await mirror('corrected')

  await restore()
  expect(await restoreLeaves('corrected', source, later, undefined, dataDir())).toMatchObject({ ok: true, added: 3 })
  expect(await states(id)).toEqual({ counted: 4, removed: 1 })
  expect(await db().ledgerCorrection.count({ where: { petitionId: id } })).toBe(1)
  expect(await differences('corrected')).toEqual([])
  await mirror('corrected')
})

it('continues after an interruption, and two at once add nothing twice', async () => {
  const signer = await aSigner()
  const id = await aPetition('interrupted')
  await grow(id, 3, signer, now)
  const restore = await copyDatabase()
  await grow(id, 2_500, signer, later)
  await grow(id, 10, signer, later)
  const source = await mirror('interrupted')

  await restore()
  await pool().query(`CREATE FUNCTION cut() RETURNS trigger AS $$ BEGIN RAISE 'the cable is cut'; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER cut BEFORE INSERT ON ledger_leaf FOR EACH ROW WHEN (NEW.index = 2100) EXECUTE FUNCTION cut()`)
  await expect(restoreLeaves('interrupted', source, later, undefined, dataDir())).rejects.toThrow('the cable is cut')
  expect(await leaves(id)).toBe(2_003)
  await pool().query('DROP TRIGGER cut ON ledger_leaf')
  const both = await Promise.all(
    [1, 2].map((n) => restoreLeaves('interrupted', source, later, undefined, join(folder, `machine-${n}`))),
  )
  expect(both.reduce((sum, one) => sum + (one.ok ? one.added : 0), 0)).toBe(510)
  expect(await leaves(id)).toBe(2_513)
  expect(await differences('interrupted')).toEqual([])
})

it('adds nothing to a ledger that the mirror does not continue, and says if the mirror is too old', async () => {
  const signer = await aSigner()
  const id = await aPetition('forked')
  await grow(id, 3, signer, now)
  const source = await mirror('forked')
  await grow(id, 3, signer, later)
  await pool().query('DELETE FROM ledger_leaf WHERE petition_id = $1 AND index > 2', [id])
  await pool().query('UPDATE petition_total SET size = 3 WHERE petition_id = $1', [id])
  expect(await restoreLeaves('forked', source, later, undefined, signer.dataDir)).toEqual({
    ok: false,
    reason: 'mirror_too_old',
    size: 3,
    signed: 6,
  })
  await pool().query(
    `UPDATE ledger_leaf SET leaf = set_byte(leaf, 20, 255 - get_byte(leaf, 20)) WHERE petition_id = $1 AND index = 1`,
    [id],
  )
  expect(await restoreLeaves('forked', source, later)).toEqual({ ok: false, reason: 'not_a_continuation' })
  expect(await restoreLeaves('nothing', source, later)).toEqual({ ok: false, reason: 'petition_unknown' })
  await pool().query('DELETE FROM ledger_log WHERE petition_id = $1', [id])
  expect(await restoreLeaves('forked', source, later)).toEqual({ ok: false, reason: 'policy_needed' })
})

it('believes no mirror that was changed', async () => {
  const signer = await aSigner()
  const id = await aPetition('forged')
  await grow(id, 3, signer, now)
  const source = await mirror('forged')
  const forged = {
    ...source,
    read: async (path: string) => {
      const bytes = await source.read(path)
      if (bytes && path.startsWith('tile/entries')) bytes[30] = (bytes[30] ?? 0) ^ 1
      return bytes
    },
  }
  await expect(restoreLeaves('forged', forged, later)).rejects.toThrow('do not hash to the root')
  await confirmedSignatures(id, 1, later)
  expect(await leaves(id)).toBe(3)
})

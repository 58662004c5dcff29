import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { pgTransaction } from '@/lib/pg-transaction'
import { aSigner, confirmedSignatures, grow } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { append } from './append'
import { checkpointFolder, lastCheckpoint } from './checkpoint-file'
import { leafInput } from './log/hash'
import { parsePolicy } from './log/policy'
import { treeEdge } from './log/tree-edge'
import { verifyCheckpoint } from './log/verify-checkpoint'
import { nodeSuite } from './node-suite'
import { signCheckpoints } from './sign-checkpoints'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const heads = (petitionId: string) =>
  db().ledgerCheckpoint.findMany({ where: { petitionId }, orderBy: { size: 'asc' } })

/** The root computed from the leaves only. */
async function rootOfLeaves(petitionId: string) {
  const edge = treeEdge(nodeSuite.sha256)
  const leaves = await db().ledgerLeaf.findMany({ where: { petitionId }, orderBy: { index: 'asc' } })
  for (const { leaf } of leaves) edge.add(nodeSuite.sha256(leafInput(leaf)))
  return edge.root()
}

/** As if a backup had been restored: the ledger as it was with that many leaves. */
async function restore(petitionId: string, size: number) {
  for (const table of ['ledger_leaf', 'ledger_tile']) {
    await pool().query(
      `DELETE FROM ${table} WHERE petition_id = $1${table === 'ledger_leaf' ? ' AND index >= $2' : ' AND $2::int >= 0'}`,
      [petitionId, size],
    )
  }
  await pool().query('DELETE FROM ledger_checkpoint WHERE petition_id = $1 AND size > $2', [petitionId, size])
  await pool().query('UPDATE petition_total SET size = $2, net = $2 WHERE petition_id = $1', [petitionId, size])
}

describe('signing checkpoints', () => {
  it('signs what is appended, once, and stores a copy outside the database', async () => {
    const signer = await aSigner()
    const id = await aPetition('signed')
    for (const people of [0, 1, 300, 40]) await grow(id, people, signer, now)
    expect(await signCheckpoints(signer, now)).toBe(0)
    const rows = await heads(id)
    expect(rows.map(({ size, net }) => [Number(size), Number(net)])).toEqual([
      [0, 0],
      [1, 1],
      [301, 301],
      [341, 341],
    ])
    const { note } = rows.at(-1) ?? { note: '' }
    const log = await db().ledgerLog.findUniqueOrThrow({ where: { petitionId: id } })
    const result = await verifyCheckpoint(note, await parsePolicy(log.policy, nodeSuite), nodeSuite)
    const checkpoint = {
      origin: 'petition.example.org/ledger/signed',
      size: 341,
      root: new Uint8Array(await rootOfLeaves(id)),
    }
    expect(result).toMatchObject({ ok: true, checkpoint, quorum: true })
    expect(await lastCheckpoint(checkpointFolder(id, signer.dataDir))).toMatchObject({ size: 341 })
  })

  it('ten concurrent signers sign one checkpoint', async () => {
    const signer = await aSigner()
    const id = await aPetition('crowd')
    await confirmedSignatures(id, 10, now)
    await append(now)
    await Promise.all(Array.from({ length: 10 }, () => signCheckpoints(signer, now)))
    expect(await heads(id)).toHaveLength(1)
  })

  it('a crash between appending, signing and storing leaves one consistent log', async () => {
    const signer = await aSigner()
    const id = await aPetition('crashed')
    await grow(id, 10, signer, now)
    // After the append, before the signature.
    await confirmedSignatures(id, 10, now)
    await append(now)
    await signCheckpoints(signer, now)
    // After the checkpoint was written to disk, before the commit.
    const [last] = (await heads(id)).slice(-1)
    await pool().query('DELETE FROM ledger_checkpoint WHERE petition_id = $1 AND size = 20', [id])
    expect((await lastCheckpoint(checkpointFolder(id, signer.dataDir)))?.size).toBe(20)
    await signCheckpoints(signer, now)
    expect((await heads(id)).at(-1)?.note).toBe(last?.note)
    // The same, with more leaves appended before the next signature.
    await pool().query('DELETE FROM ledger_checkpoint WHERE petition_id = $1 AND size = 20', [id])
    await grow(id, 10, signer, now)
    expect((await heads(id)).map(({ size }) => Number(size))).toEqual([10, 30])
  })

  it('signs with the previous key too, and keeps the list of keys', async () => {
    const first = await aSigner()
    const id = await aPetition('rotated')
    await grow(id, 3, first, now)
    const second = await aSigner({ dataDir: first.dataDir })
    await grow(id, 3, { ...second, keys: [...second.keys, ...first.keys] }, now)
    const rows = await heads(id)
    expect(rows.at(-1)?.note.match(/^— /gm)).toHaveLength(2)
    const log = await db().ledgerLog.findUniqueOrThrow({ where: { petitionId: id } })
    expect(log.vkeys).toHaveLength(2)
    await grow(id, 3, second, now)
    expect((await heads(id)).at(-1)?.note.match(/^— /gm)).toHaveLength(1)
  })

  it('keeps its origin when the site moves', async () => {
    const signer = await aSigner()
    const id = await aPetition('moved')
    await grow(id, 1, signer, now)
    await grow(id, 1, { ...signer, url: 'https://elsewhere.example.org/ledger' }, now)
    expect((await heads(id)).map(({ note }) => note.split('\n')[0])).toEqual(
      Array(2).fill('petition.example.org/ledger/moved'),
    )
  })

  it('after a restore that lost leaves it signs nothing, whatever is appended', async () => {
    const signer = await aSigner()
    const id = await aPetition('restored')
    await grow(id, 5, signer, now)
    await grow(id, 5, signer, now)
    await restore(id, 5)
    await grow(id, 3, signer, now).catch(() => undefined)
    await expect(grow(id, 1, signer, now)).rejects.toThrow('9 leaves do not continue the 10 signed before')
    await expect(grow(id, 5, signer, now)).rejects.toThrow('14 leaves do not continue the 10 signed before')
    expect((await heads(id)).map(({ size }) => Number(size))).toEqual([5])
  })

  it('after a restore that lost leaves it appends nothing on the machine that knows', async () => {
    const signer = await aSigner({ dataDir: process.env.DATA_DIR ?? '.data' })
    const id = await aPetition('known')
    await grow(id, 5, signer, now)
    await grow(id, 5, signer, now)
    await restore(id, 5)
    await confirmedSignatures(id, 1, now)
    await expect(append(now)).rejects.toThrow('5 entries, and 10 were signed')
    await pool().query('DELETE FROM signature WHERE petition_id = $1', [id])
  })

  it('signs nothing over a tree whose edge was changed', async () => {
    const signer = await aSigner()
    const id = await aPetition('tampered')
    await grow(id, 300, signer, now)
    await pool().query(
      'UPDATE ledger_tile SET hashes = set_byte(hashes, 0, (get_byte(hashes, 0) + 1) % 256) WHERE petition_id = $1 AND level = 0 AND index = 1',
      [id],
    )
    await expect(grow(id, 1, signer, now)).rejects.toThrow('301 leaves do not continue the 300')
    await pool().query('DELETE FROM petition_total WHERE petition_id = $1', [id])
  })

  it('a leaf changed in the database does not get into a checkpoint', async () => {
    const signer = await aSigner()
    const id = await aPetition('rewritten')
    await grow(id, 300, signer, now)
    await grow(id, 1, signer, now)
    const root = Buffer.from(await rootOfLeaves(id))
    await pool().query(
      'UPDATE ledger_leaf SET leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1) WHERE petition_id = $1 AND index = 3',
      [id],
    )
    expect(Buffer.from(await rootOfLeaves(id))).not.toEqual(root)
    expect(Buffer.from((await heads(id)).at(-1)?.root ?? [])).toEqual(root)
  })

  it('a petition with an invalid ledger does not stop the others', async () => {
    const signer = await aSigner()
    const bad = await aPetition('a-bad-one')
    const good = await aPetition('b-good-one')
    await grow(bad, 5, signer, now)
    await pool().query(
      `UPDATE ledger_tile SET hashes = decode(repeat('00', octet_length(hashes)), 'hex') WHERE petition_id = $1`,
      [bad],
    )
    await confirmedSignatures(bad, 1, now)
    await expect(grow(good, 5, signer, now)).rejects.toThrow('do not continue')
    expect((await heads(good)).at(-1)?.size).toBe(5n)
    await pool().query('DELETE FROM petition_total WHERE petition_id = $1', [bad])
  })
})

describe('the fence', () => {
  it('a worker paused while holding the lock has lost it, and cannot commit when it resumes', async () => {
    const id = await aPetition('paused')
    await pool().query('INSERT INTO petition_total (petition_id, as_of) VALUES ($1, $2)', [id, now])
    const lock = 'UPDATE petition_total SET net = net + $2 WHERE petition_id = $1'
    const paused = pgTransaction(
      async (client) => {
        await client.query(lock, [id, 1])
        await sleep(1_500)
        await client.query(lock, [id, 1])
      },
      { longestSilence: 300 },
    )
    const failed = expect(paused).rejects.toThrow()
    await sleep(100)
    await pgTransaction((client) => client.query(lock, [id, 100]))
    await failed
    const total = await db().petitionTotal.findUniqueOrThrow({ where: { petitionId: id } })
    expect(total.net).toBe(100n)
  })
})

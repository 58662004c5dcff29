import { randomUUID } from 'node:crypto'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { growTree } from '@/lib/ledger/grow-tree'
import { inTransaction } from '@/lib/ledger/in-transaction'
import { encodeLeaf } from '@/lib/ledger/leaf'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { medianOf } from './median-of'

export interface AppendFigures {
  /** Milliseconds to append 1,000 confirmed signatures. */
  append: number
  /** The same leaves inserted and the same signature rows marked, in one transaction and nothing else. */
  plain: number
  /** The same leaves inserted alone. */
  insert: number
  ratio: number
  ratioToInsert: number
}

export interface GrowthFigures {
  size: number
  /** Milliseconds to append 100 signatures, and to sign the head. */
  append: number
  sign: number
}

const BATCH = 1_000

/** Appending against what one would do without a ledger, in turns, into petitions of their own. */
export async function measureAppend(rounds: number): Promise<AppendFigures> {
  const [ours, theirs, alone] = [await petition(0), await petition(0), await petition(0)]
  const times: { append: number; plain: number; insert: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const id of [ours, theirs]) await confirmed(id, BATCH)
    const from = round * BATCH
    const ran = await time(() => append(new Date()).then(() => undefined), theirs)
    const plain = await time(() => plainly(theirs, from, true))
    const insert = await time(() => plainly(alone, from, false))
    times.push({ append: ran, plain, insert })
  }
  const of = (key: 'append' | 'plain' | 'insert') => medianOf(times.map((one) => one[key]))
  return {
    append: of('append'),
    plain: of('plain'),
    insert: of('insert'),
    ratio: medianOf(times.map((one) => one.append / one.plain)),
    ratioToInsert: medianOf(times.map((one) => one.append / one.insert)),
  }
}

/** Appending and signing at several sizes, in turns. */
export async function measureGrowth(sizes: number[], signer: LedgerSigner, rounds: number): Promise<GrowthFigures[]> {
  const petitions: { size: number; id: string; append: number[]; sign: number[] }[] = []
  for (const size of sizes) petitions.push({ size, id: await petition(size), append: [], sign: [] })
  await signCheckpoints(signer, new Date())
  for (let round = 0; round < rounds; round += 1) {
    for (const one of petitions) {
      await confirmed(one.id, 100)
      one.append.push(await time(() => append(new Date()).then(() => undefined)))
      one.sign.push(await time(() => signCheckpoints(signer, new Date()).then(() => undefined)))
    }
  }
  return petitions.map(({ size, append, sign }) => ({ size, append: medianOf(append), sign: medianOf(sign) }))
}

/** @param hide a petition that `append` must not find: it is measured in another way */
async function time(work: () => Promise<void>, hide?: string): Promise<number> {
  if (hide)
    await pool().query(`UPDATE signature SET state = 'held' WHERE petition_id = $1 AND state = 'confirmed'`, [hide])
  await pool().query('CHECKPOINT')
  const began = performance.now()
  await work()
  const ms = performance.now() - began
  if (hide)
    await pool().query(`UPDATE signature SET state = 'confirmed' WHERE petition_id = $1 AND state = 'held'`, [hide])
  return ms
}

async function plainly(id: string, from: number, mark: boolean): Promise<void> {
  await inTransaction(async (client) => {
    const { rows } = mark
      ? await client.query<{ email_index: Buffer; commitment: Buffer }>(
          `SELECT email_index, commitment FROM signature WHERE petition_id = $1 AND state = 'confirmed' LIMIT ${BATCH}`,
          [id],
        )
      : {
          rows: Array.from({ length: BATCH }, () => ({
            email_index: Buffer.alloc(32),
            commitment: Buffer.alloc(32, 7),
          })),
        }
    await client.query(
      `INSERT INTO ledger_leaf (petition_id, index, kind, leaf)
       SELECT $1, $2 + ordinality - 1, 'sign', leaf FROM unnest($3::bytea[]) WITH ORDINALITY AS t(leaf)`,
      [id, from, rows.map(({ commitment }) => encodeLeaf({ kind: 'sign', commitment }))],
    )
    if (!mark) return
    await client.query(
      `UPDATE signature SET state = 'counted', counted_at = now(), leaf_index = $2 + ordinality - 1
       FROM unnest($3::bytea[]) WITH ORDINALITY AS leaf(email_index, ordinality)
       WHERE petition_id = $1 AND signature.email_index = leaf.email_index`,
      [id, from, rows.map(({ email_index }) => email_index)],
    )
  })
}

/** An open petition with so many leaves, made by the database. */
async function petition(size: number): Promise<string> {
  const id = randomUUID()
  await db().petition.create({ data: { id, slug: `bench-${id}`, status: 'open', goal: 1, openedAt: new Date() } })
  await pool().query(
    `INSERT INTO ledger_leaf (petition_id, index, kind, leaf)
     SELECT $1, i, 'sign', '\\x01010000000000000001'::bytea || sha256(i::text::bytea) FROM generate_series(0, $2::int - 1) i`,
    [id, size],
  )
  await pool().query('INSERT INTO petition_total (petition_id, size, net, as_of) VALUES ($1, $2, $2, now())', [
    id,
    size,
  ])
  await inTransaction((client) => growTree(client, id, size, []), 600_000)
  await pool().query('VACUUM ANALYZE ledger_leaf, ledger_tile')
  return id
}

async function confirmed(petitionId: string, people: number): Promise<void> {
  await pool().query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state,
       locale, country, display, updates, has_comment, received_at, confirmed_at)
     SELECT $1, sha256(gen_random_uuid()::text::bytea), sha256('c'), sha256('t'), sha256(gen_random_uuid()::text::bytea),
       sha256(gen_random_uuid()::text::bytea), decode(repeat('ab', 400), 'hex'), 'confirmed', 'en', 'KR', 'initials',
       false, false, now(), now() FROM generate_series(1, $2::int)`,
    [petitionId, people],
  )
  await pool().query('VACUUM ANALYZE signature')
}

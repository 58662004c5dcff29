import { pool } from '@/lib/db'
import { env } from '@/lib/env'
import { tryOpen } from '@/lib/vault/aead'
import { openSealed } from '@/lib/vault/open-record'
import { keyId, sealAlone } from '@/lib/vault/seal-record'
import { sealedColumns } from './sealed-columns'

/** Rows in one batch. Each batch is committed, so that an interrupted rotation resumes where it stopped. */
const BATCH = 500

/**
 * Re-encrypts every record sealed to another key than the present one. The key id in each record says which are left:
 * nothing needs to be remembered between runs.
 * @param progress called after each batch with the number done
 * @returns how many, and how many could not be opened
 */
export async function reencryptSealed(
  progress: (done: number) => void,
): Promise<{ sealed: number; unreadable: number }> {
  let sealed = 0
  let unreadable = 0
  for (const { table, column, ...more } of sealedColumns) {
    for (const skipped: string[] = []; ; ) {
      const batch = await sealBatch(table, column, 'batch' in more ? more.batch : BATCH, skipped)
      if (batch === null) break
      sealed += batch.sealed
      unreadable += batch.unreadable
      progress(sealed)
    }
  }
  return { sealed, unreadable }
}

async function sealBatch(table: string, column: string, most: number, skipped: string[]) {
  // `ctid` names a row version: a row that changes meanwhile is not overwritten, and comes up again.
  const { rows } = await pool().query<{ place: string; bytes: Buffer }>(
    `SELECT ctid::text AS place, ${column} AS bytes FROM ${table}
     WHERE ${column} IS NOT NULL AND substring(${column} FROM 2 FOR 4) <> $1 AND ctid <> ALL($2::tid[]) LIMIT ${most}`,
    [keyId(env().SEAL_PUBLIC_KEY), skipped],
  )
  if (rows.length === 0) return null
  const places: string[] = []
  const records: Buffer[] = []
  const before: Buffer[] = []
  for (const { place, bytes } of rows) {
    const record = tryOpen(() => openSealed(bytes))
    if (!record) {
      skipped.push(place)
      continue
    }
    places.push(place)
    before.push(bytes)
    records.push(sealAlone(record))
  }
  const { rowCount } = await pool().query(
    `UPDATE ${table} SET ${column} = renewed.bytes
     FROM unnest($1::tid[], $2::bytea[], $3::bytea[]) AS renewed(place, before, bytes)
     WHERE ${table}.ctid = renewed.place AND ${table}.${column} = renewed.before`,
    [places, before, records],
  )
  return { sealed: rowCount ?? 0, unreadable: rows.length - places.length }
}

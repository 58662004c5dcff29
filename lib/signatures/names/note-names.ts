import { pool } from '@/lib/db'
import { nameIndex } from '@/lib/vault/name-index'
import { foldName } from './fold-name'

/** A signature that was opened, for whatever reason. */
export interface OpenedName {
  petitionId: string
  emailIndex: Uint8Array
  /** The bytes that were opened. */
  sealed: Uint8Array
  name: string
}

/**
 * Stores the name indexes of signatures; existing ones stay. A row resealed since it was opened may hold another name
 * and is left to the worker. Erased signatures are left out; rows that exist are locked against deletion until this is
 * done.
 * @returns how many were new or had changed
 */
export async function noteNames(opened: OpenedName[]): Promise<number> {
  if (opened.length === 0) return 0
  const { rowCount } = await pool().query(
    `INSERT INTO signature_name AS old (petition_id, email_index, name_index)
     SELECT petition_id, email_index, CASE WHEN s.sealed = opened.sealed THEN name_index END
     FROM (SELECT DISTINCT ON (petition_id, email_index) *
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[])
         AS opened(petition_id, email_index, sealed, name_index)) AS opened
     JOIN signature s USING (petition_id, email_index) FOR KEY SHARE OF s
     ON CONFLICT (petition_id, email_index) DO UPDATE SET name_index = excluded.name_index
     WHERE old.name_index IS DISTINCT FROM excluded.name_index`,
    [
      opened.map(({ petitionId }) => petitionId),
      opened.map(({ emailIndex }) => emailIndex),
      opened.map(({ sealed }) => sealed),
      opened.map(({ petitionId, name }) => nameIndex(petitionId, foldName(name))),
    ],
  )
  return rowCount ?? 0
}

import { pool } from '@/lib/db'
import { keyedHash } from '@/lib/vault/blind-index'
import { OWN_LINK_SLOTS } from '../own/own-content'

/** As the mail queue and the private links know these addresses, under every day's key that is still kept. */
export async function addressIndexes(canonicals: string[]): Promise<Buffer<ArrayBuffer>[]> {
  const { rows } = await pool().query<{ key: Buffer }>(`SELECT key FROM day_key WHERE purpose = 'mail'`)
  return canonicals.flatMap((canonical) =>
    rows.flatMap(({ key }) => [keyedHash(key, canonical), keyedHash(key, OWN_LINK_SLOTS, canonical)]),
  )
}

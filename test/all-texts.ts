import { createHash } from 'node:crypto'
import { pool } from '@/lib/db'

/** Every column of every row of the database as text, bytes in hex. */
export async function allTexts(): Promise<string> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  const said: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool().query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)
    said.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return said.join('\n')
}

/** The forms in which a text may be stored: plain, in bytes, and in hashes that anybody could compute. */
export function disguises(text: string): string[] {
  const plain = [text, text.toLowerCase(), Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64url')]
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => {
    const hash = createHash(name).update(text).digest()
    return [hash.toString('hex'), hash.toString('base64').replace(/=+$/, ''), hash.toString('base64url')]
  })
  return [...plain.map((found) => found.replace(/=+$/, '')), ...hashes]
}

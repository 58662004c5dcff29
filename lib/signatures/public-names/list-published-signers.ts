import { pool } from '@/lib/db'

/** `id` distinguishes two of the same name, and reveals nothing about them. */
export type NamedSigner = { id: string; name: string }

/** Published names of signatures that count and are unchanged since publication. Not in order of time. */
export async function listPublishedSigners(petitionId: string): Promise<NamedSigner[]> {
  const { rows } = await pool().query<NamedSigner>(
    `SELECT l.batch || '.' || l.place AS id, l.name FROM published_signer l JOIN signature s USING (petition_id, email_index)
     WHERE l.petition_id = $1 AND s.state = 'counted' AND s.display = 'full' AND s.content_mac = l.content_mac
     ORDER BY l.batch DESC, l.place`,
    [petitionId],
  )
  return rows
}

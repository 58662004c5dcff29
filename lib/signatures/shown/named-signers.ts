import { pool } from '@/lib/db'

/** Names that are up, of signatures that count and are as they were when they were put up. In no order of time. */
export async function namedSigners(petitionId: string): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT l.name FROM listed_signer l JOIN signature s USING (petition_id, email_index)
     WHERE l.petition_id = $1 AND s.state = 'counted' AND s.display = 'full' AND s.content_mac = l.content_mac
     ORDER BY l.batch DESC, l.place`,
    [petitionId],
  )
  return rows.map(({ name }) => name)
}

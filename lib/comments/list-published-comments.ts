import { pool } from '@/lib/db'

export interface PublishedComment {
  text: string
  name: string
  /** The language its signer read the petition in. */
  locale: string
}

/** The newest approved ones that are looked at, and of them shown at most: a page costs the same, however many there are. */
const LOOKED_AT = 300
const MOST = 200

/**
 * Approved comments of signatures that count, are as they were when the name was looked at, and whose signers chose to
 * appear. By the day of approval and within it in random order: never by the time of signing.
 */
export async function listPublishedComments(petitionId: string): Promise<PublishedComment[]> {
  const { rows } = await pool().query<PublishedComment>(
    `WITH newest AS MATERIALIZED (
       SELECT petition_id, email_index, text, name, content_mac, comment_mac, decided_at FROM comment
       WHERE petition_id = $1 AND decision = 'approved' ORDER BY decided_at DESC LIMIT ${LOOKED_AT})
     SELECT c.text, c.name, s.locale FROM newest c JOIN signature s USING (petition_id, email_index)
     WHERE s.state = 'counted' AND s.display <> 'hidden' AND s.content_mac = c.content_mac AND c.name <> ''
     ORDER BY date_trunc('day', c.decided_at) DESC, c.comment_mac LIMIT ${MOST}`,
    [petitionId],
  )
  return rows
}

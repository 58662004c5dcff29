import { pool } from '@/lib/db'

export interface PublishedComment {
  text: string
  name: string
  /** The language its signer read the petition in. */
  locale: string
}

/** The newest approved comments looked at, and those of them shown: a page costs the same however many there are. */
const LOOKED_AT = 300
const MAX_COMMENTS = 200

/**
 * Approved comments of counted signatures that have not changed since approval and whose signers chose to appear.
 * Ordered by day of approval, randomly within a day: never by time of signing.
 */
export async function listPublishedComments(petitionId: string): Promise<PublishedComment[]> {
  const { rows } = await pool().query<PublishedComment>(
    `WITH newest AS MATERIALIZED (
       SELECT petition_id, email_index, text, name, content_mac, comment_mac, decided_at FROM comment
       WHERE petition_id = $1 AND decision = 'approved' ORDER BY decided_at DESC LIMIT ${LOOKED_AT})
     SELECT c.text, c.name, s.locale FROM newest c JOIN signature s USING (petition_id, email_index)
     WHERE s.state = 'counted' AND s.display <> 'hidden' AND s.content_mac = c.content_mac AND c.name <> ''
     ORDER BY date_trunc('day', c.decided_at) DESC, c.comment_mac LIMIT ${MAX_COMMENTS}`,
    [petitionId],
  )
  return rows
}

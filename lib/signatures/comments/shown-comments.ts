import { pool } from '@/lib/db'

export interface ShownComment {
  text: string
  name: string
  /** The language its signer read the petition in. */
  locale: string
}

/** Comments on their own page at most. */
const MOST = 200

/**
 * Approved comments of signatures that count, are as they were when the name was looked at, and whose signers chose to
 * appear. By the day of approval and within it in random order: never by the time of signing.
 */
export async function shownComments(petitionId: string): Promise<ShownComment[]> {
  const { rows } = await pool().query<ShownComment>(
    `SELECT c.text, c.name, s.locale FROM comment c JOIN signature s USING (petition_id, email_index)
     WHERE c.petition_id = $1 AND c.decision = 'approved' AND s.state = 'counted' AND s.display <> 'hidden'
       AND s.content_mac = c.content_mac AND c.name <> ''
     ORDER BY date_trunc('day', c.decided_at) DESC, c.comment_mac LIMIT ${MOST}`,
    [petitionId],
  )
  return rows
}

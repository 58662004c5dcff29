import { pool } from '@/lib/db'

/**
 * Moves every pending form to the index under the present key, with its queued mails. A person may have several forms,
 * so none conflicts with another; their ids stay.
 * @param open gives a form's index under the present key, or null if it cannot be opened
 */
export async function reindexForms(
  open: (petitionId: string, sealed: Buffer) => { index: Buffer; mailbox: Buffer } | null,
): Promise<{ moved: number; unreadable: number }> {
  const { rows } = await pool().query<{ petition_id: string; email_index: Buffer; form: Buffer; sealed: Buffer }>(
    'SELECT petition_id, email_index, form, sealed FROM pending_signature',
  )
  let moved = 0
  let unreadable = 0
  for (const { petition_id, email_index, form, sealed } of rows) {
    const present = open(petition_id, sealed)
    if (!present) unreadable += 1
    if (!present || present.index.equals(email_index)) continue
    await pool().query(
      `WITH moved AS (
         UPDATE pending_signature SET email_index = $4, mailbox_index = $5 WHERE petition_id = $1 AND email_index = $2 AND form = $3)
       UPDATE mail SET email_index = $4 WHERE petition_id = $1 AND email_index = $2`,
      [petition_id, email_index, form, present.index, present.mailbox],
    )
    moved += 1
  }
  return { moved, unreadable }
}

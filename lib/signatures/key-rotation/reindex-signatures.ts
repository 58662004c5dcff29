import { pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { mailboxIndex } from '@/lib/integrity/mailbox/mailbox-index'
import { reindexSuppression } from '@/lib/mail/suppression/reindex-suppression'
import { tryOpen } from '@/lib/vault/aead'
import { blindIndex } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { noteNames, type OpenedName } from '../names/note-names'
import { signatureRecord } from '../signature-record'
import { moveSignature } from './move-signature'
import { reindexForms } from './reindex-forms'

const BATCH = 500
/** Sorts before every id. */
const NIL = '00000000-0000-0000-0000-000000000000'

/**
 * Moves every signature and pending form indexed under an older key to the present key, with its name index. Can be
 * interrupted and restarted. A person who signed again meanwhile, and so has two rows, has one afterwards.
 * @returns how many were moved, how many names were indexed, and how many signatures could not be opened
 */
export async function reindexSignatures(progress: (done: number) => void): Promise<Indexed> {
  let moved = 0
  let named = 0
  let unreadable = 0
  let after: { petition: string; index: Buffer } = { petition: NIL, index: Buffer.alloc(0) }
  for (;;) {
    const { rows } = await pool().query<{ petition_id: string; email_index: Buffer; sealed: Buffer }>(
      `SELECT petition_id, email_index, sealed FROM signature WHERE (petition_id, email_index) > ($1, $2)
       ORDER BY petition_id, email_index LIMIT ${BATCH}`,
      [after.petition, after.index],
    )
    const opened: OpenedName[] = []
    for (const { petition_id, email_index, sealed } of rows) {
      const present = open(petition_id, sealed)
      if (!present) {
        unreadable += 1
        continue
      }
      opened.push({ petitionId: petition_id, emailIndex: present.index, sealed, name: present.name })
      if (present.index.equals(email_index)) continue
      await moveSignature(petition_id, email_index, present)
      await reindexSuppression(present.canonical)
      moved += 1
    }
    named += await noteNames(opened)
    const last = rows.at(-1)
    if (!last) break
    after = { petition: last.petition_id, index: last.email_index }
    progress(moved)
  }
  const forms = await reindexForms(open)
  return { moved: moved + forms.moved, named, unreadable: unreadable + forms.unreadable }
}

interface Indexed {
  moved: number
  named: number
  unreadable: number
}

/** A signature's indexes under the present key, and their inputs. */
interface Present {
  index: Buffer
  mailbox: Buffer
  canonical: string
  name: string
}

function open(petitionId: string, sealed: Buffer): Present | null {
  const record = tryOpen(() => openRecord(sealed, signatureRecord))
  const canonical = record && canonicalEmail(record.email)?.canonical
  if (!record || !canonical) return null
  const index = blindIndex('signature', petitionId, canonical)
  return { index, mailbox: mailboxIndex(petitionId, canonical), canonical, name: record.name }
}

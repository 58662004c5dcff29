import { pool } from '@/lib/db'
import { keepTrying } from '@/lib/failover/keep-trying'
import { mailDomainOf } from '@/lib/input/canonical-email'
import { reassessRisk, type Sender } from '@/lib/integrity/signals'
import { hashToken } from '@/lib/vault/token'
import { makeContent } from './make-signature'
import { editableFields, type FieldErrors, readForm } from './signature-form'
import { openPersonalData } from './signature-record'

/** The values that replace those of the form when it is confirmed. */
export type FormEdit = ReturnType<typeof makeContent> & Awaited<ReturnType<typeof reassessRisk>>

type EditResult =
  | { ok: true; edit: FormEdit }
  | { ok: false; errors: FieldErrors }
  /** No form is pending behind the token: `confirm` says why. */
  | { ok: true; edit: null }

interface Row {
  petition_id: string
  slug: string
  text_sha256: Buffer
  own: Buffer | null
  via: string | null
  signals: string
}

const editable = new Set<string>(editableFields)

/**
 * Reads the changes that the owner of a mailbox made in the form behind its mail, by the rules of the signing form. The
 * address stays: it is what is being confirmed. The result is newly sealed, with a new commitment.
 * @param posted what the request with the changes reveals about its sender
 * @returns the changes, or for each wrong field the codes of its errors
 */
export async function editPendingForm(
  token: string,
  fields: Record<string, string>,
  posted: Omit<Sender, 'domain' | 'via'>,
  now: Date,
): Promise<EditResult> {
  const tokenHash = hashToken(token)
  // Only read.
  const { rows } = await keepTrying(() =>
    pool().query<Row>(
      `SELECT f.petition_id, p.slug, f.text_sha256, f.own, f.via, f.signals
       FROM pending_signature f JOIN petition p ON p.id = f.petition_id WHERE f.token_hash = $1`,
      [tokenHash],
    ),
  )
  const row = rows[0]
  const own = openPersonalData(token, row?.own ?? null)
  if (!row || !own) return { ok: true, edit: null }
  const edited = Object.entries(fields).filter(([name]) => editable.has(name))
  const read = readForm({ ...Object.fromEntries(edited), email: own.email, consent: 'on', via: row.via ?? '' })
  if (!read.ok) return read
  const { petition_id: id, slug, text_sha256: textSha256, signals } = row
  const content = makeContent(read.form, { petition: { id, slug }, textSha256, token })
  const { canonical } = read.form.email
  // The member's link was counted when the form was posted.
  const sender = { ...posted, domain: mailDomainOf(canonical), via: null }
  return { ok: true, edit: { ...content, ...(await reassessRisk(signals, sender, now)) } }
}

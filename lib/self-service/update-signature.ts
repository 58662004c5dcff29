import type { PoolClient } from 'pg'
import { z } from 'zod'
import { pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { fieldIssues, lineField } from '@/lib/input/form-fields'
import { pgTransaction } from '@/lib/pg-transaction'
import { contentMac, displays, limits } from '@/lib/signatures/signature-form'
import type { SignatureRecord } from '@/lib/signatures/signature-record'
import { standingSql, standingStates } from '@/lib/signatures/states'
import { sealRecord } from '@/lib/vault/seal-record'
import { hashToken } from '@/lib/vault/token'
import { findSelfService, type SelfServiceSignature } from './find-self-service'
import type { SelfServiceResult } from './self-service-result'
import { setSessionNotice } from './set-session-notice'

const form = z.object({
  name: lineField(limits.name),
  display: z.enum(displays, { error: 'unknown' }),
  neutral: z.string().default(''),
  updates: z.string().default(''),
  forgetComment: z.string().default(''),
})

/**
 * Corrects the name, changes how it appears, gives or withdraws consent to updates, deletes the comment. The ledger is
 * unaffected: it contains none of these.
 */
export async function updateSignature(
  token: string,
  fields: Record<string, string>,
  now: Date,
): Promise<SelfServiceResult> {
  const own = await findSelfService(token, now)
  if (own?.kind !== 'session') return { ok: false, reason: 'session_unknown' }
  const { content, signatures } = own
  const signature = signatures.find(
    ({ petitionSlug, state }) => petitionSlug === fields.petition && standingStates.some((one) => one === state),
  )
  if (!signature) return { ok: false, reason: 'session_unknown' }

  const read = form.safeParse(ofPetition(fields, signature.petitionSlug))
  if (!read.success) {
    const errors = fieldIssues(read.error)
    const [field = 'name', codes] = Object.entries(errors)[0] ?? []
    await setSessionNotice(pool(), token, { ...content, notice: `${field}_${codes?.[0]}` })
    return { ok: true, locale: content.locale, errors }
  }
  const { name, display } = read.data
  const comment = read.data.forgetComment === 'on' ? null : signature.record.comment
  const neutral: 0 | 1 = read.data.neutral === 'on' ? 1 : 0
  const record = { ...signature.record, name, comment, neutral }
  await store(token, signature, record, display, read.data.updates === 'on', {
    ...content,
    signatures: content.signatures.map((held) => (held.record.token === record.token ? { ...held, record } : held)),
    notice: 'changed',
  })
  return { ok: true, locale: content.locale }
}

/** A page may hold the forms of several signatures, so each field's name ends in its petition's. */
function ofPetition(fields: Record<string, string>, petition: string): Record<string, string> {
  const end = `.${petition}`
  const own = Object.entries(fields).filter(([name]) => name.endsWith(end))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(0, -end.length), value]))
}

/** Updates row and session together, or neither. A row that was signed again meanwhile has another token, and stays. */
async function store(
  token: string,
  { petitionId, country, via }: SelfServiceSignature,
  record: SignatureRecord,
  display: (typeof displays)[number],
  updates: boolean,
  content: Parameters<typeof setSessionNotice>[2],
): Promise<void> {
  const email = canonicalEmail(record.email)
  if (!email) throw new Error('a stored address is not one')
  const mac = contentMac(petitionId, { ...record, email, country, via, display, updates })
  await pgTransaction(async (client) => {
    await update(client, [
      petitionId,
      hashToken(record.token),
      sealRecord(record),
      display,
      updates,
      record.comment !== null,
      mac,
    ])
    await setSessionNotice(client, token, content)
  })
}

/** Staff find it by the old name until the worker, which has the index key, has run. */
async function update(client: PoolClient, values: unknown[]): Promise<void> {
  await client.query(
    `WITH changed AS (
       UPDATE signature SET sealed = $3, display = $4::display, updates = $5, has_comment = $6, content_mac = $7
       WHERE petition_id = $1 AND token_hash = $2 AND state IN ${standingSql}
       RETURNING petition_id, email_index)
     INSERT INTO signature_name (petition_id, email_index) SELECT petition_id, email_index FROM changed
     ON CONFLICT (petition_id, email_index) DO UPDATE SET name_index = NULL`,
    values,
  )
}

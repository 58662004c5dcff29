import type { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { openRecord } from '@/lib/vault/open-record'
import { applicationRecord } from '../application-record'
import { coSignatureRecord } from '../co-signature-record'

type Opened<S extends z.ZodType> = z.output<S>

/** The kinds of sealed record: an application, the signatory of a co-signature, the contacts of a member. */
type Sealed = 'application' | 'co_signature' | 'member'

export type OpenSealedResult = { ok: true } | { ok: false; reason: 'changed' | OpeningRefusal }

/** Logs that something sealed is about to be opened, and takes it of the person's day. Call it first. */
export function auditOpening(by: Staff, kind: Sealed, id: string, now: Date): Promise<OpenSealedResult> {
  return staffWrite<OpenSealedResult>(by, 'coalition.open', now, async ({ tx, log }) => {
    if (!isId(id)) return { ok: false, reason: 'changed' }
    const where = { where: { id } }
    const tables = { application: tx.application, co_signature: tx.coSignature, member: tx.member }
    const counted = tables[kind] as typeof tx.application
    if ((await counted.count(where)) === 0) return { ok: false, reason: 'changed' }
    const refusal = await reserveOpening(tx, by, 'opening', now)
    if (refusal) return { ok: false, reason: refusal }
    log(kind === 'member' ? 'member.contacts_open' : `${kind}.open`, `${kind}:${id}`)
    return { ok: true }
  })
}

/**
 * Opens an applicant's entries. Call it only after `auditOpening`.
 * @throws Error if this process has no private key
 */
export async function openApplication(by: Staff, id: string): Promise<Opened<typeof applicationRecord> | null> {
  authorise(by, 'coalition.open')
  const row = await db().application.findUnique({ where: { id }, select: { sealed: true } })
  return row && row.sealed.length > 0 ? openRecord(row.sealed, applicationRecord) : null
}

/** The representative who signed for an organisation. Call it only after `auditOpening`. */
export async function openCoSignature(by: Staff, id: string): Promise<Opened<typeof coSignatureRecord> | null> {
  authorise(by, 'coalition.open')
  const row = await db().coSignature.findUnique({ where: { id }, select: { sealed: true } })
  return row?.sealed ? openRecord(row.sealed, coSignatureRecord) : null
}

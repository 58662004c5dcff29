import type { z } from 'zod'
import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import { applicationRecord } from '../application-record'
import { coSignatureRecord } from '../co-signature-record'

type Opened<S extends z.ZodType> = z.output<S>

/** Notes that somebody is about to look at what an applicant or a representative entered; only then it is opened. */
export async function auditOpening(
  by: Staff,
  kind: 'application' | 'co_signature',
  id: string,
  now: Date,
): Promise<boolean> {
  authorise(by, 'coalition.open')
  if (!isId(id)) return false
  return db().$transaction(async (tx) => {
    const where = { where: { id } }
    const found = kind === 'application' ? await tx.application.count(where) : await tx.coSignature.count(where)
    if (found === 0) return false
    await audit(tx, { by, verb: `${kind}.open`, subject: `${kind}:${id}` }, now)
    return true
  })
}

/**
 * What an applicant entered. Call it only where its opening was recorded.
 * @throws Error where this process holds no private key
 */
export async function openApplication(by: Staff, id: string): Promise<Opened<typeof applicationRecord> | null> {
  authorise(by, 'coalition.open')
  const row = await db().application.findUnique({ where: { id }, select: { sealed: true } })
  return row && row.sealed.length > 0 ? openRecord(row.sealed, applicationRecord) : null
}

/** Who signed for an organisation. Call it only where its opening was recorded. */
export async function openCoSignature(by: Staff, id: string): Promise<Opened<typeof coSignatureRecord> | null> {
  authorise(by, 'coalition.open')
  const row = await db().coSignature.findUnique({ where: { id }, select: { sealed: true } })
  return row?.sealed ? openRecord(row.sealed, coSignatureRecord) : null
}

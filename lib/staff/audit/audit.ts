import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'
import { entryHash, genesis } from './entry-hash'

/** Entries go one after another: each needs the hash of the one before it. */
const AUDIT_LOCK = 72_707_410

export interface AuditEvent {
  /** Null: a command on the server, or the worker. */
  by: Staff | null
  verb: string
  /** `kind:key`, such as `signature:` and its commitment. */
  subject: string
  /** Before, after, reason. Nothing personal. */
  detail?: Record<string, string | number | boolean | null>
}

/**
 * Adds an entry to the audit log, in the transaction of the change it describes: both are committed, or neither. Call it
 * last: until the transaction ends, every other entry waits. Writes by staff do so through `staffWrite`.
 */
export async function audit(tx: Prisma.TransactionClient, event: AuditEvent, now: Date): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})`
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } })
  const entry = {
    seq: (last?.seq ?? 0n) + 1n,
    at: now,
    staffId: event.by?.id ?? null,
    signedIn: signedIn(event.by),
    verb: event.verb,
    subject: event.subject,
    detail: JSON.stringify(event.detail ?? {}),
  }
  await tx.auditEntry.create({ data: { ...entry, hash: entryHash(last?.hash ?? genesis, entry) } })
}

/** From where, without an address: which session, browser and second factor. */
function signedIn(by: Staff | null): string {
  return by ? `${by.session.id} ${by.session.factor} ${by.session.device}`.trim() : 'server'
}

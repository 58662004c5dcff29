import { takeLock } from '@/lib/locks'
import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'
import { entryHash, genesis } from './entry-hash'

export interface AuditEvent {
  /** Null for a command on the server, or the worker. */
  by: Staff | null
  verb: string
  /** `kind:key`, such as `signature:` and its commitment. */
  subject: string
  /** Before, after, reason. Nothing personal. */
  detail?: Record<string, string | number | boolean | null>
}

/**
 * Adds an entry to the audit log in the transaction of the change it describes: both are committed, or neither. Call it
 * last, since every other entry waits until the transaction ends. Writes by staff call it through `staffWrite`.
 */
export async function audit(tx: Prisma.TransactionClient, event: AuditEvent, now: Date): Promise<void> {
  // Each entry needs the hash of the one before it.
  await takeLock(tx, 'auditEntries')
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

/** The session, browser and second factor used; no address. */
function signedIn(by: Staff | null): string {
  return by ? `${by.session.id} ${by.session.factor} ${by.session.device}`.trim() : 'server'
}

import { isRolledBack, transact } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'
import { type AuditEvent, audit } from './audit/audit'
import { authorise } from './authorise'
import type { Verb } from './roles'
import type { Staff } from './staff'

/** The context passed to the body of a write. */
export interface StaffWrite {
  tx: Prisma.TransactionClient
  /** Adds an entry to the audit log. Entries are written at the end, so that the log's lock is held only briefly. */
  log(verb: string, subject: string, detail?: AuditEvent['detail']): void
}

/**
 * Frames every write by staff: checks that the role may do it, runs the body in one transaction, and writes its audit
 * entries in the same transaction. A body that returns `{ ok: false }` is rolled back.
 * @throws NotAllowed, StepUpRequired
 */
export async function staffWrite<R>(
  by: Staff,
  verb: Verb,
  now: Date,
  body: (write: StaffWrite) => Promise<R>,
): Promise<R> {
  authorise(by, verb)
  return transact(async (tx) => {
    const entries: Omit<AuditEvent, 'by'>[] = []
    const log: StaffWrite['log'] = (name, subject, detail = {}) => void entries.push({ verb: name, subject, detail })
    const result = await body({ tx, log })
    if (!isRolledBack(result)) for (const entry of entries) await audit(tx, { by, ...entry }, now)
    return result
  })
}

import { db } from '@/lib/db'
import { subjectOf } from '@/lib/signatures/admin/subject'
import { GONE, SERVER } from '@/lib/staff/audit/list-entries'
import { staffName } from '@/lib/staff/staff-name'

/** The last decision to hold or remove a signature, by whom and why. */
export interface Decision {
  verb: 'hold' | 'remove'
  /** The name of a person, or `GONE` or `SERVER`. */
  who: string
  at: Date
  /** A code of the public ledger; empty where it was held. */
  reason: string
  /** The note of the person who decided. */
  note: string
  /** The bulk action it was part of. */
  bulkId: string | null
}

interface Signature {
  petitionId: string
  emailIndex: Uint8Array<ArrayBuffer>
  commitment: Uint8Array
  state: 'held' | 'removed'
}

/** Returns the decision that held or removed a signature; null if only its flags held it. */
export async function findDecision({ petitionId, emailIndex, commitment, state }: Signature): Promise<Decision | null> {
  const verb = state === 'held' ? 'hold' : 'remove'
  const [entry, item] = await Promise.all([
    db().auditEntry.findFirst({
      where: { subject: subjectOf(commitment), verb: `signature.${verb}` },
      orderBy: { seq: 'desc' },
    }),
    db().bulkItem.findFirst({
      where: { emailIndex, changed: true, action: { petitionId, verb } },
      orderBy: { doneAt: 'desc' },
      include: { action: { include: { asker: { select: { name: true, email: true } } } } },
    }),
  ])
  const bulkAt = item && (item.doneAt ?? item.action.askedAt)
  if (item && bulkAt && (!entry || bulkAt > entry.at)) {
    const { asker, reason, id } = item.action
    return { verb, who: staffName(asker), at: bulkAt, reason, note: '', bulkId: id }
  }
  if (!entry) return null
  const { staffId } = entry
  const person =
    staffId && (await db().user.findUnique({ where: { id: staffId }, select: { name: true, email: true } }))
  const detail = JSON.parse(entry.detail) as Record<string, unknown>
  const text = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '')
  const who = person ? staffName(person) : staffId ? GONE : SERVER
  return { verb, who, at: entry.at, reason: text('reason'), note: text('note'), bulkId: null }
}

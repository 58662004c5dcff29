import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { fold } from '@/lib/integrity/fold'
import { blindIndex } from '@/lib/vault/blind-index'
import { openRecord } from '@/lib/vault/open-record'
import { applicationRecord } from './application-record'

/**
 * During a rotation of keys: puts every application under the index of the present key. It can be started again. Who
 * applied anew meanwhile keeps the application that is further on its way.
 * @returns how many were moved, and how many could not be opened
 */
export async function indexApplicationsAnew(): Promise<{ moved: number; unreadable: number }> {
  let moved = 0
  let unreadable = 0
  const rows = await db().application.findMany({ select: { id: true, kind: true, applicantIndex: true, sealed: true } })
  for (const { id, kind, applicantIndex, sealed } of rows) {
    const present = indexOf(kind, sealed)
    if (!present) unreadable += 1
    else if (!present.equals(applicantIndex)) moved += await move(id, present)
  }
  return { moved, unreadable }
}

function indexOf(kind: string, sealed: Uint8Array): Buffer<ArrayBuffer> | null {
  try {
    const { name, email } = openRecord(sealed, applicationRecord)
    const canonical = canonicalEmail(email)?.canonical
    return canonical === undefined ? null : blindIndex('application', kind, fold(name), canonical)
  } catch {
    return null
  }
}

function move(id: string, applicantIndex: Buffer<ArrayBuffer>): Promise<number> {
  return db().$transaction(async (tx) => {
    const own = await tx.application.findUnique({ where: { id } })
    const other = await tx.application.findUnique({ where: { applicantIndex } })
    // Expired or moved by another run meanwhile.
    if (!own || other?.id === id) return 0
    if (other) await tx.application.delete({ where: { id: rank(own.state) > rank(other.state) ? other.id : id } })
    if (other && rank(own.state) <= rank(other.state)) return 1
    await tx.application.update({ where: { id }, data: { applicantIndex } })
    return 1
  })
}

function rank(state: string): number {
  return ['withdrawn', 'pending', 'confirmed', 'declined', 'accepted'].indexOf(state)
}

import { db } from '@/lib/db'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { applicantIndexes } from './applicant-index'
import { applicationRecord } from './application-record'

/**
 * During a key rotation: moves every application to the index of the current key. It can be run again. Of two
 * applications that meet, the one further along is kept.
 * @returns how many were moved, and how many could not be opened
 */
export async function reindexApplications(): Promise<{ moved: number; unreadable: number }> {
  let moved = 0
  let unreadable = 0
  const rows = await db().application.findMany({
    select: { id: true, kind: true, country: true, applicantIndex: true, sealed: true },
  })
  for (const { id, kind, country, applicantIndex, sealed } of rows) {
    const present = indexOf(kind, country, sealed)
    if (!present) unreadable += 1
    else if (!present.equals(applicantIndex)) moved += await move(id, present)
  }
  return { moved, unreadable }
}

function indexOf(kind: string, country: string, sealed: Uint8Array): Buffer<ArrayBuffer> | null {
  return tryOpen(() => applicantIndexes(kind, country, openRecord(sealed, applicationRecord))[0] ?? null)
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

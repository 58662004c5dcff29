import { db } from '@/lib/db'
import { isoDay } from '@/lib/input/day'
import { isId } from '@/lib/input/id'
import { isAnyFrozen } from '@/lib/staff/approvals/people'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { fetchable, NAMES_FOR } from './purge-names'
import { namedSignatures, stillStands } from './standing'

export type FetchNamesResult =
  | { ok: true; file: Uint8Array<ArrayBuffer>; slug: string; day: string }
  | { ok: false; reason: 'names_gone' | 'names_changed' | 'not_agreed' }

/**
 * Returns the encrypted names of a delivery, to pass on to their addressee, and logs it. Refuses (`names_changed`) if
 * anybody in the file has since withdrawn, or changed how their name is shown.
 */
export async function fetchNames(by: Staff, deliveryId: string, now: Date): Promise<FetchNamesResult> {
  authorise(by, 'petition.hand_over_names')
  // Before the transaction, whose time a large petition would exceed.
  const stands = isId(deliveryId) && (await isAsMade(deliveryId))
  return staffWrite<FetchNamesResult>(by, 'petition.hand_over_names', now, async ({ tx, log }) => {
    if (!isId(deliveryId)) return { ok: false, reason: 'names_gone' }
    const row = await tx.deliveryNames.findFirst({
      where: { deliveryId, ...fetchable(now), delivery: { petition: { removedAt: null } } },
      omit: { marks: true, shown: true },
      include: { delivery: { select: { deliveredOn: true, petition: { select: { slug: true } } } } },
    })
    if (!row?.file) return { ok: false, reason: 'names_gone' }
    const approval = await tx.approval.findUnique({ where: { id: deliveryId }, select: { decidedBy: true } })
    // A frozen person's approval is suspended until their case is decided.
    if (await isAnyFrozen(tx, [approval?.decidedBy ?? null], now)) return { ok: false, reason: 'not_agreed' }
    const { deliveredOn, petition } = row.delivery
    if (!stands) return { ok: false, reason: 'names_changed' }
    log('delivery.fetch_names', `delivery:${deliveryId}`, { names: row.names, recipient: row.recipient })
    return { ok: true, file: row.file, slug: petition.slug, day: isoDay(deliveredOn) }
  })
}

/** Tells whether everybody in a delivery's file may still be named in the same way. */
async function isAsMade(deliveryId: string): Promise<boolean> {
  const row = await db().deliveryNames.findUnique({
    where: { deliveryId },
    select: { madeAt: true, entries: true, names: true, delivery: { select: { petitionId: true } } },
  })
  if (!row?.madeAt || row.entries === null || row.names === null) return false
  const { petitionId } = row.delivery
  return stillStands(deliveryId, petitionId, namedSignatures(petitionId, row.entries, row.madeAt), row.names)
}

/** The state of a delivery's names, for staff. */
export interface NamesView {
  stage: 'waiting' | 'ready' | 'gone'
  /** The number of names; null until the file is made. */
  names: number | null
  /** Until when it can be downloaded; null until it is made. */
  until: Date | null
}

/** Lists the state of names by delivery of a petition. */
export async function listNames(by: Staff, petitionId: string, now: Date): Promise<Map<string, NamesView>> {
  authorise(by, 'petition.hand_over')
  const delivery = { petitionId }
  const [rows, ready] = await Promise.all([
    db().deliveryNames.findMany({
      where: { delivery },
      select: { deliveryId: true, names: true, madeAt: true, delivery: { select: { madeAt: true } } },
    }),
    db().deliveryNames.findMany({ where: { delivery, ...fetchable(now) }, select: { deliveryId: true } }),
  ])
  return new Map(
    rows.map(({ deliveryId, names, madeAt, delivery: pack }) => {
      const there = ready.some((one) => one.deliveryId === deliveryId)
      const until = madeAt && new Date(madeAt.getTime() + NAMES_FOR)
      // The pack was made without names, by a process that did not know of them.
      const waits = !madeAt && !pack.madeAt
      return [deliveryId, { stage: waits ? 'waiting' : there ? 'ready' : 'gone', names, until }]
    }),
  )
}

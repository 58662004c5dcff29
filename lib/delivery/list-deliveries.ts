import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { AnswerView } from './answers/log-of'

/** A delivery as published: to whom, when, and the pack's hash. */
export interface DeliveryView {
  id: string
  deliveredOn: Date
  addressees: string[]
  /** The manifest's hash, in hex; null until the pack is made. */
  sha256: string | null
  /** Some addressees also get names. */
  withNames: boolean
  /** Which ones; empty if unknown. */
  namesTo: string[]
  /** Ordered by day. */
  answers: AnswerView[]
}

const select = {
  id: true,
  deliveredOn: true,
  addressees: true,
  sha256: true,
  withNames: true,
  namesTo: true,
  answers: { orderBy: [{ answeredOn: 'asc' }, { id: 'asc' }], omit: { deliveryId: true, approvedAt: true } },
} as const satisfies Prisma.DeliverySelect

/** Lists a petition's deliveries up to a day, newest first. Only staff see those of future days. */
export async function listDeliveries(petitionId: string, until: Date | null): Promise<DeliveryView[]> {
  const rows = await db().delivery.findMany({
    where: { petitionId, ...(until ? { deliveredOn: { lte: until }, madeAt: { not: null } } : {}) },
    orderBy: [{ deliveredOn: 'desc' }, { id: 'asc' }],
    select,
  })
  return rows.map(({ sha256, ...row }) => ({ ...row, sha256: sha256 && Buffer.from(sha256).toString('hex') }))
}

import { Prisma } from '@/prisma/generated/client'
import type { Change } from './change-state'

/** Set aside for a closer look. A counted one stays in the count until it is removed. */
export const holdChange: Change = {
  verb: 'signature.hold',
  from: ['confirmed', 'counted'],
  set: Prisma.sql`state = 'held'`,
}

/** Back to where it was: the row itself still tells. Whose mailbox it is has been looked at, and is not held against it. */
export const releaseChange: Change = {
  verb: 'signature.release',
  from: ['held'],
  set: Prisma.sql`state = CASE WHEN s.leaf_index IS NOT NULL THEN 'counted'::signature_state ELSE 'confirmed' END,
    mailbox_index = NULL`,
}

/** Out of the count; the row stays, so that it can come back and the person cannot sign anew. */
export const removeChange: Change = {
  verb: 'signature.remove',
  from: ['confirmed', 'counted', 'held'],
  set: Prisma.sql`state = 'removed'`,
}

/** It is counted anew, with a leaf of its own: the ledger forgets nothing, so neither leaf goes. */
export const restoreChange: Change = {
  verb: 'signature.restore',
  from: ['removed'],
  set: Prisma.sql`leaf_index = NULL, counted_at = NULL, state = 'confirmed', mailbox_index = NULL`,
}

import { randomUUID } from 'node:crypto'
import { dayOf } from '@/lib/input/day'
import { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'
import { countingStates, standingStates } from '../states'

/** The reasons for which staff remove a signature; codes of the public ledger (lib/ledger/leaf-kinds.ts). */
export const removalReasons = ['fraud', 'duplicate'] as const

/** The decision behind a change, as far as it is published. */
interface Decision {
  /** Changes of one decision share one line of the public correction log. */
  id: string
  /** Set for a removal. */
  reason: string
  /** The number of people who approved. */
  approvals: number
}

interface Transition {
  from: SignatureState[]
  set: Prisma.Sql
  /** Further effects of the change, in the same transaction. */
  effect?: (
    tx: Prisma.TransactionClient,
    petitionId: string,
    changed: Changed[],
    decision: Decision,
    now: Date,
  ) => Promise<void>
}

/** The staff's verbs on a signature: the states that each starts from, the change of its row, and further effects. */
export const transitions = {
  /** Puts it under review. A counted one stays counted until it is removed. */
  hold: { from: countingStates, set: Prisma.sql`state = 'held'` },
  /**
   * Returns it to its former state, which the row still shows. Its mailbox has been reviewed and no longer counts
   * against it.
   */
  release: {
    from: ['held'],
    set: Prisma.sql`state = CASE WHEN s.leaf_index IS NOT NULL THEN 'counted'::signature_state ELSE 'confirmed' END,
      mailbox_index = NULL, network_group = NULL`,
    effect: (tx, petitionId, changed, decision, now) => logRelease(tx, petitionId, changed, 'reviewed', decision, now),
  },
  /**
   * Takes it out of the count. The row stays, so that the signature can be restored and the person cannot sign again.
   */
  remove: { from: standingStates, set: Prisma.sql`state = 'removed', network_group = NULL`, effect: retract },
  /** Counts it again with a new leaf: the ledger is append-only, so the old leaf and its retraction stay. */
  restore: {
    from: ['removed'],
    set: Prisma.sql`leaf_index = NULL, counted_at = NULL, state = 'confirmed', mailbox_index = NULL`,
    effect: (tx, petitionId, changed, decision, now) => logRelease(tx, petitionId, changed, 'restored', decision, now),
  },
} satisfies Record<string, Transition>

export type TransitionVerb = keyof typeof transitions

/** A row after its change. */
export interface Changed {
  emailIndex: Uint8Array
  commitment: Uint8Array
  country: string
  state: SignatureState
  /** The index of its leaf, if it is counted. */
  leafIndex: bigint | null
}

/**
 * Changes rows that are still in the expected state, with all further effects. Waits for rows that the appender is
 * counting; these have then changed and are skipped.
 */
export async function changeRows(
  tx: Prisma.TransactionClient,
  verb: TransitionVerb,
  petitionId: string,
  rows: { emailIndex: Uint8Array; state: SignatureState }[],
  decision: Partial<Decision> & { approvals: number },
  now: Date,
): Promise<Changed[]> {
  const { from, set, effect }: Transition = transitions[verb]
  const changed = await tx.$queryRaw<Changed[]>`
    UPDATE signature s SET ${set}
    FROM unnest(${rows.map(({ emailIndex }) => emailIndex)}::bytea[], ${rows.map(({ state }) => state)}::text[])
      AS wanted(email_index, state)
    WHERE s.petition_id = ${petitionId}::uuid AND s.email_index = wanted.email_index
      AND s.state = wanted.state::signature_state AND s.state = ANY(${from}::signature_state[])
    RETURNING s.email_index AS "emailIndex", s.commitment, s.country, s.state::text AS state,
      s.leaf_index AS "leafIndex"`
  const made = { id: randomUUID(), reason: '', ...decision }
  // This change ends the time in which an earlier one can be undone.
  await tx.$executeRaw`
    DELETE FROM recent_change WHERE petition_id = ${petitionId}::uuid AND batch <> ${made.id}::uuid
      AND email_index = ANY(${changed.map((row) => row.emailIndex)}::bytea[])`
  await effect?.(tx, petitionId, changed, made, now)
  return changed
}

/** Queues the retraction of counted signatures: one public line for each decision. */
async function retract(
  tx: Prisma.TransactionClient,
  petitionId: string,
  removed: Changed[],
  { id, reason, approvals }: Decision,
  now: Date,
): Promise<void> {
  const line = { petitionId, reason, decision: id, approvals, requestedAt: dayOf(now), rule: 0 }
  const data = removed.flatMap(({ leafIndex, country }) =>
    leafIndex === null ? [] : [{ ...line, leafIndex, country }],
  )
  await tx.retraction.createMany({ data, skipDuplicates: true })
}

/**
 * Logs signatures that staff let into the count in the public correction log: by day, reason and number of people, so
 * that no line is about one person. Signatures that were counted all along are left out.
 */
async function logRelease(
  tx: Prisma.TransactionClient,
  petitionId: string,
  changed: Changed[],
  reason: 'reviewed' | 'restored',
  { approvals }: Decision,
  now: Date,
): Promise<void> {
  const signatures = changed.filter(({ state }) => state === 'confirmed').length
  if (signatures === 0) return
  const key = { petitionId, day: dayOf(now), reason, approvals }
  await tx.ledgerRelease.upsert({
    where: { petitionId_day_reason_approvals: key },
    create: { ...key, signatures },
    update: { signatures: { increment: signatures } },
  })
}

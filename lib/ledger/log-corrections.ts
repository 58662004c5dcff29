import type { ClientBase } from 'pg'
import { dayOf } from '@/lib/input/day'
import type { PendingRetraction } from './pending-leaf'

/**
 * Adds the signatures that staff took out of the count to the public correction log, in the same transaction, so that
 * the entry precedes the next checkpoint. Signers' own withdrawals are not corrections.
 * @param from the index of the first retract leaf
 */
export async function logCorrections(
  client: ClientBase,
  petitionId: string,
  now: Date,
  retracts: PendingRetraction[],
  from: number,
): Promise<void> {
  const corrections = new Map<string, { index: number; leaves: PendingRetraction[] }>()
  retracts.forEach((retract, i) => {
    const { reason, rule } = retract.leaf
    if (reason === 'withdrawn') return
    const key = `${retract.decision} ${reason} ${rule} ${retract.approvals}`
    const correction = corrections.get(key) ?? { index: from + i, leaves: [] }
    correction.leaves.push(retract)
    corrections.set(key, correction)
  })
  for (const { index, leaves } of corrections.values()) {
    const [first] = leaves
    const signatures = leaves.reduce((sum, { change }) => sum - change, 0)
    await client.query(
      `INSERT INTO ledger_correction (petition_id, index, reason, rule, leaves, signatures, approvals, corrected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        petitionId,
        index,
        first?.leaf.reason,
        first?.leaf.rule,
        leaves.length,
        signatures,
        first?.approvals,
        dayOf(now),
      ],
    )
  }
}

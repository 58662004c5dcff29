import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import type { SignatureState } from '@/prisma/generated/enums'

interface Change {
  /** Undoing names it. */
  batch: string
  verb: string
  petitionId: string
  emailIndex: Uint8Array
  expected: SignatureState
}

/**
 * Notes what a signature's row holds before one person changes it, in the transaction that does. The row is locked, so
 * that it is what the change finds.
 */
export async function noteChange(
  tx: Prisma.TransactionClient,
  by: Staff,
  { batch, verb, petitionId, emailIndex, expected }: Change,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO recent_change (petition_id, email_index, batch, staff_id, verb, before, leaf_index, counted_at,
      mailbox_index, commitment, made_at)
    SELECT petition_id, email_index, ${batch}::uuid, ${by.id}::uuid, ${verb}, state, leaf_index, counted_at,
      mailbox_index, commitment, ${now}
    FROM signature WHERE petition_id = ${petitionId}::uuid AND email_index = ${emailIndex}
      AND state = ${expected}::signature_state FOR UPDATE
    ON CONFLICT (petition_id, email_index) DO UPDATE SET batch = excluded.batch, staff_id = excluded.staff_id,
      verb = excluded.verb, before = excluded.before, leaf_index = excluded.leaf_index,
      counted_at = excluded.counted_at, mailbox_index = excluded.mailbox_index, commitment = excluded.commitment,
      made_at = excluded.made_at`
}

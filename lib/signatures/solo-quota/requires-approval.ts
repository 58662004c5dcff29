import type { Prisma } from '@/prisma/generated/client'

/**
 * Whether a bulk action needs a second person however small it is: one by a rule that reaches flagged signatures. Staff
 * who select signatures in the list have looked at them; a rule looks at nothing.
 */
export async function requiresApproval(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  act: { id: string; petitionId: string; rule: string },
): Promise<boolean> {
  if (isTicked(act.rule)) return false
  const [row] = await tx.$queryRaw<{ doubtful: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM bulk_item i JOIN signature s ON s.petition_id = ${act.petitionId}::uuid AND s.email_index = i.email_index
      WHERE i.bulk_action_id = ${act.id}::uuid AND s.signals <> '') AS doubtful`
  return row?.doubtful ?? true
}

/** As `createSelectionAction` writes it. */
function isTicked(rule: string): boolean {
  return Object.hasOwn(JSON.parse(rule) as object, 'ticked')
}

import type { Prisma } from '@/prisma/generated/client'
import type { AppealAnswer } from './appeal-answer'

/**
 * Stores the staff's answer to the appeals of signatures, in the transaction that decides. Their signers read it on
 * their own page. Signatures without an appeal, and those whose signer has appealed again since, are left as they are.
 * @param readAt when the staff read the appeals
 */
export async function answerAppeals(
  tx: Prisma.TransactionClient,
  petitionId: string,
  emailIndexes: Uint8Array[],
  answer: AppealAnswer,
  readAt: Date,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE signature SET appeal_answer = ${answer}, appeal_answered_at = ${now}
    WHERE petition_id = ${petitionId}::uuid AND email_index = ANY(${emailIndexes}::bytea[]) AND appealed_at <= ${readAt}`
}

import type { Prisma } from '@/prisma/generated/client'
import type { AppealAnswer } from './appeal-answer'

/**
 * Keeps what staff answered to the appeals of signatures, in the transaction that decides; their signers read it on their
 * own page. Those without an appeal, and those whose signer has written since, are left as they are.
 * @param readAt when the appeals were read
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

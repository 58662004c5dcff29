import { isId } from '@/lib/input/id'
import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'

/** Deletes a draft of this session. @returns whether it was there: of two who spend it at once, one finds it */
export async function spendDraft(tx: Prisma.TransactionClient, by: Staff, id: string): Promise<boolean> {
  const mine = { id, sessionId: by.session.id }
  return isId(id) && (await tx.savedForm.deleteMany({ where: mine })).count === 1
}

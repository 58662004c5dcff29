import { lockRow } from '@/lib/transaction'
import type { Prisma } from '@/prisma/generated/client'

/** Locks a sheet until the transaction ends and returns it, or null. */
export async function lockSheet(tx: Prisma.TransactionClient, id: string) {
  if (!(await lockRow(tx, 'paper_sheet', id))) return null
  return tx.paperSheet.findUnique({ where: { id }, include: { counts: true } })
}

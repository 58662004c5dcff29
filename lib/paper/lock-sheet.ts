import { isId } from '@/lib/input/id'
import type { Prisma } from '@/prisma/generated/client'

/** A sheet that nobody else changes until the transaction ends, or null. */
export async function lockSheet(tx: Prisma.TransactionClient, id: string) {
  if (!isId(id)) return null
  await tx.$queryRaw`SELECT id FROM paper_sheet WHERE id = ${id}::uuid FOR UPDATE`
  return tx.paperSheet.findUnique({ where: { id }, include: { counts: true } })
}

import type { Prisma } from '@/prisma/generated/client'

/** Whoever publishes words or changes days of the petition waits, or is waited for. */
export function lockPetition(tx: Prisma.TransactionClient, { key }: { key: string }) {
  return tx.$queryRaw`SELECT 1 FROM petition WHERE id::text = ${key} FOR NO KEY UPDATE`
}

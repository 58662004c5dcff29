import { z } from 'zod'
import { db } from '@/lib/db'
import { openRecord } from '@/lib/vault/open-record'

/** The text of the appeal of a held or removed signature, or null. @throws Error if this process has no private key */
export async function findAppeal(
  petitionId: string,
  emailIndex: Uint8Array<ArrayBuffer>,
): Promise<{ text: string; at: Date } | null> {
  const row = await db().signature.findUnique({
    where: { petitionId_emailIndex: { petitionId, emailIndex } },
    select: { appeal: true, appealedAt: true },
  })
  if (!row?.appeal || !row.appealedAt) return null
  return { ...openRecord(row.appeal, z.object({ text: z.string() })), at: row.appealedAt }
}

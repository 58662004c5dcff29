import { db } from '@/lib/db'
import { blindIndexes } from '@/lib/vault/blind-index'

/** Where an address may have signed: its key in every petition, under each blind index key in use. */
export async function possibleSignatures(
  canonical: string,
): Promise<{ petitionId: string; emailIndex: Buffer<ArrayBuffer> }[]> {
  const petitions = await db().petition.findMany({ select: { id: true } })
  return petitions.flatMap(({ id }) =>
    blindIndexes('signature', id, canonical).map((emailIndex) => ({ petitionId: id, emailIndex })),
  )
}

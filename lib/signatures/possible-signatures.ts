import { db } from '@/lib/db'
import { blindIndexes } from '@/lib/vault/blind-index'

/** The keys under which an address may have signed: one for every petition and each blind index key in use. */
export async function possibleSignatures(
  canonical: string,
): Promise<{ petitionId: string; emailIndex: Buffer<ArrayBuffer> }[]> {
  const petitions = await db().petition.findMany({ select: { id: true } })
  return petitions.flatMap(({ id }) =>
    blindIndexes('signature', id, canonical).map((emailIndex) => ({ petitionId: id, emailIndex })),
  )
}

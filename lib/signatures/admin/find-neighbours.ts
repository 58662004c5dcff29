import { db } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { PENDING } from '../states'
import type { AskedList } from './list-query'
import { listBeside } from './list-signatures'
import { keyText, readKey } from './signature-key'

/** The keys of the previous and next signature in a list; null at its ends. */
export interface Neighbours {
  previous: string | null
  next: string | null
}

const NONE: Neighbours = { previous: null, next: null }

/**
 * Finds the signatures before and after one in a list, even if it has left the list meanwhile: a held one that was
 * released is still between the same two.
 */
export async function findNeighbours(
  by: Staff,
  { filter, sort }: Pick<AskedList, 'filter' | 'sort'>,
  text: string,
): Promise<Neighbours> {
  const key = readKey(text)
  if (!key || filter.state === PENDING) return NONE
  const row = await db().signature.findUnique({
    where: { petitionId_emailIndex: key },
    select: { receivedAt: true, appealedAt: true },
  })
  const at = sort === 'appeal' ? row?.appealedAt : row?.receivedAt
  if (!at) return NONE
  const cursor = { at, index: key.emailIndex }
  const [before, after] = await Promise.all([
    listBeside(by, filter, sort, { before: cursor }),
    listBeside(by, filter, sort, { after: cursor }),
  ])
  return { previous: before && keyText(before), next: after && keyText(after) }
}

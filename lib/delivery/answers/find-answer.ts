import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

/** Returns a published answer with the ids of its delivery and petition; null if there is none, or it was removed. */
export async function findAnswer(by: Staff, id: string) {
  authorise(by, 'petition.answer')
  if (!isId(id)) return null
  return db().deliveryAnswer.findUnique({
    where: { id },
    select: { addressee: true, answeredOn: true, deliveryId: true, delivery: { select: { petitionId: true } } },
  })
}

import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'
import { openDraft } from './find-draft'
import type { Draft } from './keep-draft'
import { openKept } from './kept-form'

/**
 * Deletes a draft of this form, stored for the session or the person, and other drafts of the same work.
 * @param isAlike tells whether another draft of the form is the same work
 * @returns whether it existed; of two simultaneous calls, one gets true
 */
export async function spendDraft(
  tx: Prisma.TransactionClient,
  by: Staff,
  form: string,
  id: string,
  isAlike: (fields: Draft['fields']) => boolean,
): Promise<boolean> {
  const [saved, kept] = await Promise.all([
    tx.savedForm.findMany({ where: { sessionId: by.session.id } }),
    tx.keptForm.findMany({ where: { userId: by.id } }),
  ])
  const drafts = [
    ...saved.flatMap((row) => ({ id: row.id, fields: openDraft(row, form)?.fields })),
    ...kept.flatMap((row) => {
      const one = openKept(row)
      return { id: row.id, fields: one?.form === form ? one.fields : undefined }
    }),
  ].filter(({ fields }) => fields !== undefined)
  const spends = async (ids: string[]) => {
    const where = { id: { in: ids } }
    return (await tx.savedForm.deleteMany({ where })).count + (await tx.keptForm.deleteMany({ where })).count
  }
  if (!drafts.some((one) => one.id === id) || (await spends([id])) === 0) return false
  await spends(drafts.filter(({ fields }) => fields && isAlike(fields)).map((one) => one.id))
  return true
}

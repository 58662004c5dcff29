import type { Prisma } from '@/prisma/generated/client'
import type { Staff } from '../staff'
import { openDraft } from './find-draft'
import type { Draft } from './keep-draft'

/**
 * Deletes a draft of this form in this session, and with it those that hold the same work.
 * @param alike forms, and which of their drafts are meant
 * @returns whether it was there: of two who spend it at once, one finds it
 */
export async function spendDraft(
  tx: Prisma.TransactionClient,
  by: Staff,
  form: string,
  id: string,
  alike: { forms: string[]; are: (fields: Draft['fields']) => boolean },
): Promise<boolean> {
  const rows = await tx.savedForm.findMany({ where: { sessionId: by.session.id } })
  const spent = rows.find((row) => row.id === id && openDraft(row, form))
  if (!spent || (await tx.savedForm.deleteMany({ where: { id: spent.id } })).count === 0) return false
  const others = rows.filter((row) =>
    alike.forms.some((one) => {
      const draft = openDraft(row, one)
      return draft !== null && alike.are(draft.fields)
    }),
  )
  await tx.savedForm.deleteMany({ where: { id: { in: others.map((row) => row.id) } } })
  return true
}

import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'

/** Deletes one's own view. @returns its filter, with which it can be saved again; null where there is none */
export async function deleteView(by: Staff, id: string, now: Date): Promise<string | null> {
  return staffWrite(by, 'view.save', now, async ({ tx }) => {
    const view = await tx.savedView.findFirst({ where: { id, staffId: by.id }, select: { query: true } })
    await tx.savedView.deleteMany({ where: { id, staffId: by.id } })
    return view?.query ?? null
  })
}

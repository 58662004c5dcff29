import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'

export interface SavedView {
  id: string
  name: string
  /** The query of the list's address (`viewText`). */
  query: string
}

/** A person's own saved views, by name. */
export async function listViews(by: Staff): Promise<SavedView[]> {
  authorise(by, 'view.save')
  const select = { id: true, name: true, query: true } as const
  return db().savedView.findMany({ where: { staffId: by.id }, select, orderBy: { name: 'asc' } })
}

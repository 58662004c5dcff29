import { type FilterResult, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { type ExportOrder, readOrder } from './order'
import { readDays } from './typed-days'

/** The name under which the form for an export is kept, also while the page after it says its number. */
export const EXPORT_FORM = 'export'

/** An order that was typed and kept; null where there is none, or it cannot be read. */
export async function reviewedOrder(by: Staff, draftId: string, now: Date): Promise<ExportOrder | null> {
  const draft = await findDraft(by, EXPORT_FORM, draftId)
  const read = draft && orderIn(draft.fields, now)
  return read?.ok ? read.order : null
}

/** The order in a form's fields, whose columns stand in one. */
export function orderIn(
  { column = '', preset: _, ...parts }: Record<string, string>,
  now: Date,
): ReturnType<typeof readOrder> {
  return readOrder(parts, column.split(' ').filter(Boolean), now)
}

/** Fields that say what the file is like, and not of which signatures. */
const ofFile = ['column', 'preset', 'format', 'saved', 'recipient', 'reason']

/** What of a form's fields says which signatures; or what cannot be read, by the names of its fields. */
export function filterIn(fields: Record<string, string>, now: Date): FilterResult {
  const parts = Object.fromEntries(Object.entries(fields).filter(([name]) => !ofFile.includes(name)))
  const days = readDays(parts, now)
  return days.ok ? readFilter(inUtc(days.parts)) : days
}

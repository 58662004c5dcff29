import { type FilterResult, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { type ExportOrder, readOrder } from './order'
import { readDays } from './typed-days'

/** The draft name of the export form, also on the page that shows its number of rows. */
export const EXPORT_FORM = 'export'

/** Parses a stored draft of an order; null if there is none, or it is invalid. */
export async function reviewedOrder(by: Staff, draftId: string, now: Date): Promise<ExportOrder | null> {
  const draft = await findDraft(by, EXPORT_FORM, draftId)
  const read = draft && orderIn(draft.fields, now)
  return read?.ok ? read.order : null
}

/** Parses the order in a form's fields, with all columns in one field. */
export function orderIn(
  { column = '', preset: _, ...parts }: Record<string, string>,
  now: Date,
): ReturnType<typeof readOrder> {
  return readOrder(parts, column.split(' ').filter(Boolean), now)
}

/** Fields about the file rather than its signatures. */
const ofFile = ['column', 'preset', 'format', 'saved', 'recipient', 'reason']

/** Parses the filter in a form's fields; errors are by field name. */
export function filterIn(fields: Record<string, string>, now: Date): FilterResult {
  const parts = Object.fromEntries(Object.entries(fields).filter(([name]) => !ofFile.includes(name)))
  const days = readDays(parts, now)
  return days.ok ? readFilter(inUtc(days.parts)) : days
}

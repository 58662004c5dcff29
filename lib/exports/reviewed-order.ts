import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { type ExportOrder, readOrder } from './order'

/** The name under which the form for an export is kept, also while the page after it says its number. */
export const EXPORT_FORM = 'export'

/** An order that was typed and kept; null where there is none, or it cannot be read. */
export async function reviewedOrder(by: Staff, draftId: string): Promise<ExportOrder | null> {
  const draft = await findDraft(by, EXPORT_FORM, draftId)
  const read = draft && orderIn(draft.fields)
  return read?.ok ? read.order : null
}

/** The order in a form's fields, whose columns stand in one. */
export function orderIn({ column = '', ...parts }: Record<string, string>): ReturnType<typeof readOrder> {
  return readOrder(parts, column.split(' ').filter(Boolean))
}

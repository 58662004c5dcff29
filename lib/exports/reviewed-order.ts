import { findDraft } from '@/lib/staff/drafts/find-draft'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { type ExportOrder, readOrder } from './order'

/** Of the form for an export, and of the page that says its number before it is requested. */
const FORM = 'export'

/** Keeps what was typed. @returns its id, for the form and for `reviewedOrder` */
export function keepOrder(by: Staff, fields: Record<string, string>, now: Date): Promise<string> {
  return keepDraft(by, FORM, { fields, errors: {} }, now)
}

/** An order that was typed and kept; null where there is none, or it cannot be read. */
export async function reviewedOrder(by: Staff, draftId: string): Promise<ExportOrder | null> {
  const draft = await findDraft(by, FORM, draftId)
  const read = draft && orderIn(draft.fields)
  return read?.ok ? read.order : null
}

/** The order in a form's fields, whose columns stand in one. */
export function orderIn({ column = '', ...parts }: Record<string, string>): ReturnType<typeof readOrder> {
  return readOrder(parts, column.split(' ').filter(Boolean))
}

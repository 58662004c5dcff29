import { type Filter, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { allColumns, type Column, isPersonal } from './columns'
import { readRecipient } from './recipient'
import { isStartOfDay, readDays } from './typed-days'

const formats = ['csv', 'jsonl'] as const

/** The columns and the filter of a requested file. */
export interface ExportOrder {
  filter: Filter & { petition: string }
  /** Whose days its days are. */
  zone: string
  columns: Column[]
  format: (typeof formats)[number]
  /** An age public key; null where nothing is personal. */
  recipient: string | null
  reason: string
}

export type OrderRefusal =
  | 'filter_unreadable'
  | 'petition_missing'
  | 'columns_missing'
  | 'columns_unknown'
  | 'state_not_exported'
  | 'days_only'
  | 'recipient'
  | 'recipient_twice'
  | 'format'
  | 'why'

/** States that are never in a file: their signers took their agreement back, or were taken out. */
const never = ['withdrawn', 'removed']

/** The states whose personal data may be exported: the others' signers have not confirmed, or are in doubt. */
const personalStates = ['counted', 'confirmed']

/** Reads an order from a form's fields and the columns that were ticked. Its reader's key is a saved one, or was typed. */
export function readOrder(
  { format = 'csv', saved = '', recipient: typed = '', reason: why = '', ...fields }: Record<string, string>,
  chosen: string[],
  now: Date,
): { ok: true; order: ExportOrder } | { ok: false; reason: OrderRefusal } {
  const days = readDays(fields, now)
  const read = days.ok ? readFilter(inUtc(days.parts)) : days
  if (!days.ok || !read.ok) return { ok: false, reason: 'filter_unreadable' }
  const { petition, ...filter } = read.filter
  if (!petition) return { ok: false, reason: 'petition_missing' }
  const columns = allColumns.filter((column) => chosen.includes(column))
  if (chosen.some((column) => !columns.some((known) => known === column)))
    return { ok: false, reason: 'columns_unknown' }
  if (columns.length === 0) return { ok: false, reason: 'columns_missing' }
  const personal = columns.some(isPersonal)
  const { state } = filter
  if (state && (never.includes(state) || (personal && !personalStates.includes(state))))
    return { ok: false, reason: 'state_not_exported' }
  // Files of single minutes would give what a file of days does not.
  const { zone } = days
  if (!personal && [filter.from, filter.to].some((at) => at && !isStartOfDay(at, zone, now)))
    return { ok: false, reason: 'days_only' }
  if (personal && saved && typed.trim() && saved !== typed.trim()) return { ok: false, reason: 'recipient_twice' }
  const recipient = personal ? readRecipient(saved || typed) : null
  if (personal && !recipient) return { ok: false, reason: 'recipient' }
  const reason = why.trim().slice(0, 300)
  if (reason.length < 3) return { ok: false, reason: 'why' }
  const known = formats.find((one) => one === format)
  if (!known) return { ok: false, reason: 'format' }
  return { ok: true, order: { filter: { ...filter, petition }, zone, columns, format: known, recipient, reason } }
}

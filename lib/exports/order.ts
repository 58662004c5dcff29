import { type Filter, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { allColumns, type Column, isPersonal } from './columns'
import { readRecipient } from './recipient'
import { isStartOfDay, readDays } from './typed-days'

const formats = ['csv', 'jsonl'] as const

/** The columns and the filter of a requested file. */
export interface ExportOrder {
  filter: Filter & { petition: string }
  /** The time zone of its days. */
  zone: string
  columns: Column[]
  format: (typeof formats)[number]
  /** An age public key; null if no column is personal. */
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

/** Never exported: their signers withdrew, or staff removed them. */
const never = ['withdrawn', 'removed']

/** States whose personal data may be exported: signers in other states have not confirmed, or are in doubt. */
const personalStates = ['counted', 'confirmed']

/** Parses an order from a form's fields and the ticked columns. The recipient's key is a saved one, or was typed. */
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
  // Files of single minutes would reveal exact times, which files of days do not contain.
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

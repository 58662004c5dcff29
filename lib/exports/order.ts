import { type Filter, readFilter } from '@/lib/signatures/admin/filter'
import { inUtc } from '@/lib/signatures/admin/typed-moments'
import { allColumns, type Column, isPersonal } from './columns'
import { readRecipient } from './recipient'

const formats = ['csv', 'jsonl'] as const

/** What somebody asks to have in a file. */
export interface ExportOrder {
  filter: Filter & { petition: string }
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
  | 'format'
  | 'why'

/** States that are never in a file: their signers took their agreement back, or were taken out. */
const never = ['withdrawn', 'removed']

/** What an unfinished or doubted signature holds was not agreed to yet. */
const personalStates = ['counted', 'confirmed']

/** Reads an order from a form's fields and the columns that were ticked. */
export function readOrder(
  { format = 'csv', recipient: typed, reason: why = '', ...parts }: Record<string, string>,
  chosen: string[],
): { ok: true; order: ExportOrder } | { ok: false; reason: OrderRefusal } {
  const read = readFilter(inUtc(parts))
  if (!read.ok) return { ok: false, reason: 'filter_unreadable' }
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
  if (!personal && ![filter.from, filter.to].every(isDay)) return { ok: false, reason: 'days_only' }
  const recipient = personal ? readRecipient(typed) : null
  if (personal && !recipient) return { ok: false, reason: 'recipient' }
  const reason = why.trim().slice(0, 300)
  if (reason.length < 3) return { ok: false, reason: 'why' }
  const known = formats.find((one) => one === format)
  if (!known) return { ok: false, reason: 'format' }
  return { ok: true, order: { filter: { ...filter, petition }, columns, format: known, recipient, reason } }
}

const isDay = (moment: Date | undefined) => !moment || moment.getTime() % 86_400_000 === 0

'use server'

import { countSheet } from '@/lib/paper/count-sheet'
import { discardSheet } from '@/lib/paper/enter-sheet'
import { auditCollectorOpening, auditScanOpening } from '@/lib/paper/open-sheet'
import { readNumber } from '@/lib/paper/read-sheet'
import { requestWithdrawal } from '@/lib/paper/withdraw-sheet'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn, wholeIn } from '@/lib/web/admin/read-field'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { confirmed } from '../confirm/confirmed'

/** Stores the person's count of the scan. */
export const count = adminAction('paper.count', async (staff, form) => {
  const id = idIn(form)
  const number = readNumber(field(form, 'number'))
  // The scan stays open beside it.
  const shown = field(form, 'scan')
  if (number === null) return page(id, `problem=number${shown ? `&scan=${encodeURIComponent(shown)}` : ''}`)
  const result = await countSheet(staff, id, wholeIn(form, 'round'), number, new Date())
  return page(id, result.ok ? `done=sheet_${result.became}` : `problem=${result.reason}`)
})

/** Shows the scan beside the number, for ten minutes; each opening is logged. */
export const showScan = adminAction('paper.open', async (staff, form) => {
  const id = idIn(form)
  const now = new Date()
  const logged = await auditScanOpening(staff, id, now)
  return page(id, logged.ok ? `scan=${sealQuery(staff, 'scan', id, now)}` : `problem=${logged.reason}`)
})

/** Shows who collected the signatures, for ten minutes. */
export const open = adminAction('paper.open', async (staff, form) => {
  const id = idIn(form)
  const now = new Date()
  const recorded = await auditCollectorOpening(staff, id, now)
  return page(id, recorded ? `opened=${sealQuery(staff, 'sheet', id, now)}` : 'problem=changed')
})

export const discard = adminAction(
  'paper.enter',
  confirmed('discard-sheet', async (staff, form) => {
    const id = idIn(form)
    const result = await discardSheet(staff, id, noteOf(form), new Date())
    return result.ok ? '/admin/paper?done=sheet_discarded' : page(id, `problem=${result.reason}`)
  }),
)

/** Withdraws a sheet from the count, or requests approval for a large one. */
export const withdraw = adminAction(
  ['paper.withdraw', 'Withdraw a paper sheet'],
  confirmed('withdraw-sheet', async (staff, form) => {
    const id = idIn(form)
    const why = noteOf(form)
    if (!why) return page(id, 'problem=reason')
    const result = await requestWithdrawal(staff, id, why, new Date())
    if (!result.ok) return page(id, `problem=${result.reason}`)
    return result.approval ? `/admin/approvals/${result.approval}` : page(id, 'done=sheet_withdrawn')
  }),
)

function noteOf(form: FormData): string {
  return field(form, 'why').slice(0, 500)
}

function page(id: string, query: string): string {
  return `/admin/paper/${id}?${query}`
}

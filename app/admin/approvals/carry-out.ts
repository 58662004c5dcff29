import { withdrawSheetTogether } from '@/lib/paper/withdraw-sheet-together'
import type { Refusal } from '@/lib/staff/approvals/take-approval'
import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

/** Takes the approval and does what was agreed to, in one transaction. */
type CarryOut = (by: Staff, approvalId: string, now: Date) => Promise<{ ok: true } | { ok: false; reason: Refusal }>

/** What takes two people, by its verb. */
export const carryOut: Partial<Record<Verb, CarryOut>> = {
  'paper.withdraw': withdrawSheetTogether,
}

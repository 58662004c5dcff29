import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { audit } from '@/lib/staff/audit/audit'
import { lockSheet } from './lock-sheet'
import { takeBack } from './take-back'

/** The second person agrees that a large sheet is taken out of the count. */
export const executeWithdrawal: TwoPersonAct = {
  lock: (tx, { key }) => lockSheet(tx, key),
  async execute(tx, { key, subject, by, id }, now) {
    const sheet = await lockSheet(tx, key)
    if (sheet?.state !== 'approved') return 'changed'
    await takeBack(tx, sheet, 2, now)
    const detail = { approval: id, signatures: sheet.signatures }
    await audit(tx, { by, verb: 'paper.withdraw', subject, detail }, now)
    return null
  },
}

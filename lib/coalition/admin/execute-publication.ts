import type { TwoPersonAct } from '@/lib/staff/approvals/act'
import { lockRow } from '@/lib/transaction'
import { governmentAddress } from '../entities/government-address'
import { executeEntity } from '../entities/save-entity'
import { executeText, lockText } from '../entities/save-text'
import { executeLetterStep } from './letter-steps'
import { executeStatement } from './publish-statement'

const kinds: Record<string, TwoPersonAct['execute']> = {
  statement: executeStatement,
  letter: executeLetterStep,
  government: (tx, agreed, now) => executeEntity(tx, governmentAddress, agreed, now),
  words: executeText,
}

/** Executes an approved change of the coalition's own words for the public, or of an address that letters go to. */
export const executePublication: TwoPersonAct = {
  // Locks the row before the approval, as every other write of it does.
  lock: async (tx, { subject, key }) => {
    const [kind] = subject.split(':')
    if (kind === 'statement') await lockRow(tx, 'statement', Number(key))
    if (kind === 'letter') await lockRow(tx, 'letter', key)
    if (kind === 'words') await lockText(tx, key)
  },
  async execute(tx, agreed, now) {
    const kind = agreed.subject.slice(0, agreed.subject.indexOf(':'))
    const execute = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    return execute ? execute(tx, agreed, now) : 'changed'
  },
}

import { restoredSentence } from '../ledger/restored-sentence'
import type { RestoreResult } from './restore-backup'

/** The result of a restore, in sentences; the last says whether the database may be used. */
export function sayRestored(result: RestoreResult): string[] {
  if (!result.ok) {
    return result.reason === 'no_base'
      ? ['There is no whole copy from before that time in the folder of the backups.']
      : ['The file given with --identity holds no AGE-SECRET-KEY.']
  }
  const { erased, restored, faults } = result.settled
  return [
    `${erased} signatures erased again.`,
    ...restored.map((one) => restoredSentence(one.slug, one.result)),
    ...faults,
    faults.length === 0
      ? 'READY: ledgers, signatures and totals agree; nothing that was signed is missing.'
      : 'NOT READY: see above. Keep the folder.',
  ]
}

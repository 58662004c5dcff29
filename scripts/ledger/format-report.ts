import type { CheckReport } from '@/lib/ledger/check/check-ledger'
import { countingKinds, leafKinds } from '@/lib/ledger/leaf-kinds'

/** The result as a sentence, and what the check did not cover. */
export function formatReport(report: CheckReport, policyGiven: boolean): string[] {
  const { head, tally, cosigned, policy, count, since, receipt } = report
  const taken = Object.entries(tally.retracted).filter(([, n]) => n > 0)
  const parts = [
    ...countingKinds.map((kind) => `${tally.added[kind]} ${leafKinds[kind].label}`),
    ...(report.released > 0 ? [`${report.released} of them released or restored by staff`] : []),
    ...taken.map(([reason, n]) => `${n} ${leafKinds.retract.label} (${reason.replaceAll('_', ' ')})`),
  ]
  const said = [
    `RIGHT: the ledger of ${head.origin} adds up to ${tally.net} signatures`,
    count === null ? '' : ', as the site shows',
    ` (${head.size} leaves: ${parts.join(', ')})`,
    `; its checkpoint is signed${cosigned.length > 0 ? ` and cosigned by ${cosigned.map(({ witness }) => witness).join(', ')}` : ''}`,
    since ? `; it continues the checkpoint of ${since.size} leaves that was given` : '',
    receipt
      ? `; the signature of the receipt is leaf ${receipt.index} and ${receipt.stands ? 'counts' : 'was taken back since'}`
      : '',
    '.',
  ].join('')
  const open: string[] = []
  if (!policyGiven)
    open.push('The key was the log’s own word. Compare it with the one that others publish, or give --policy.')
  if (policy.witnesses.length === 0)
    open.push(
      'No witness vouches that everybody is shown the same checkpoint. Compare it with others, or give --since.',
    )
  return [said, ...open]
}

import type { SheetPage } from '@/lib/paper/find-sheet'
import { SheetState } from './sheet-table'
import { Time } from './time'

/** What is known of a sheet, and its scan for those who may open it. */
export function SheetFacts({ sheet, opens }: { sheet: SheetPage; opens: boolean }) {
  const { id, petition, place, signedOn, enteredBy, enteredAt, signatures, rounds } = sheet
  return (
    <>
      <dl>
        <dt>State</dt>
        <dd>
          <SheetState sheet={sheet} />
        </dd>
        <dt>Petition</dt>
        <dd>{petition}</dd>
        <dt>Place, day</dt>
        <dd>
          {place}, {signedOn.toISOString().slice(0, 10)}
        </dd>
        <dt>Entered</dt>
        <dd>
          by {enteredBy}, <Time at={enteredAt} /> UTC
        </dd>
        {signatures !== null && (
          <>
            <dt>Valid signatures</dt>
            <dd>{signatures.toLocaleString('en')}</dd>
            <dt>In the ledger</dt>
            <dd>{ledgerWords(sheet)}</dd>
            <dt>Hash of its record</dt>
            <dd>
              <code>{sheet.recordHash}</code>
            </dd>
          </>
        )}
        <dt>Scan and collector</dt>
        <dd>
          {opens ? (
            <form action={`/admin/paper/${id}/scan`} method="post" className="row">
              <button type="submit">Open the scan; this is recorded</button>
            </form>
          ) : (
            'sealed; not for your role'
          )}
        </dd>
      </dl>
      {rounds.length > 0 && (
        <>
          <h2>What was counted</h2>
          <ul>
            {rounds.map(({ round, numbers: { first, second } }) => (
              <li key={round}>
                Round {round}: {first?.number} by {first?.by}, {second?.number} by {second?.by}
                {first?.number === second?.number ? '.' : '. They differ.'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function ledgerWords({ state, leafIndex, retractedIndex }: SheetPage): string {
  if (leafIndex === null) return state === 'withdrawn' ? 'never entered' : 'within seconds'
  if (retractedIndex !== null) return `entry ${leafIndex}, taken back by entry ${retractedIndex}`
  return state === 'withdrawn' ? `entry ${leafIndex}, taken back within seconds` : `entry ${leafIndex}`
}

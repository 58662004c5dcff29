import type { SheetPage } from '@/lib/paper/find-sheet'
import { MemberName } from './member-name'
import { PetitionName } from './petition-name'
import { SheetState } from './sheet-table'
import { StepButton } from './step-button'
import { Time } from './time'

interface Props {
  sheet: SheetPage
  /** Null for roles that may not open it. */
  open: ((form: FormData) => Promise<void>) | null
  /** Where the opening was recorded. */
  collector: string | null
}

/** What is known about a sheet; its scan and collector for roles that may open them. */
export function SheetFacts({ sheet, open, collector }: Props) {
  const { id, petition, place, serial, via, signedOn, enteredBy, enteredAt, signatures, rounds } = sheet
  return (
    <>
      <dl>
        <dt>State</dt>
        <dd>
          <SheetState sheet={sheet} />
        </dd>
        <dt>Petition</dt>
        <dd>
          <PetitionName slug={petition} />
        </dd>
        <dt>Place, day</dt>
        <dd>
          {place}, {signedOn.toISOString().slice(0, 10)}
        </dd>
        {serial && (
          <>
            <dt>Serial</dt>
            <dd>{serial}</dd>
          </>
        )}
        {via && (
          <>
            <dt>Member</dt>
            <dd>
              <MemberName slug={via} />
            </dd>
          </>
        )}
        <dt>Entered</dt>
        <dd>
          by {enteredBy}, <Time at={enteredAt} zone />
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
        <dt>Collected by</dt>
        <dd>
          {collector ??
            (open ? (
              <StepButton action={open} hidden={{ id }}>
                Show collector (logged)
              </StepButton>
            ) : (
              'sealed; your role has no access'
            ))}
        </dd>
        <dt>Scan</dt>
        <dd>
          {open ? (
            <form action={`/admin/paper/${id}/scan`} method="post" className="row">
              <button type="submit">Open scan (logged)</button>
            </form>
          ) : (
            'sealed; your role has no access'
          )}
        </dd>
      </dl>
      {rounds.length > 0 && (
        <>
          <h2>Counts</h2>
          <ul>
            {rounds.map(({ round, numbers: { first, second } }) => (
              <li key={round}>
                Round {round}: {first?.number} by {first?.by}, {second?.number} by {second?.by}
                {first?.number === second?.number ? '.' : '. They do not match.'}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function ledgerWords({ state, leafIndex, retractedIndex }: SheetPage): string {
  if (leafIndex === null) return state === 'withdrawn' ? 'never entered' : 'within minutes'
  if (retractedIndex !== null) return `entry ${leafIndex}, retracted by entry ${retractedIndex}`
  return state === 'withdrawn' ? `entry ${leafIndex}, retraction within minutes` : `entry ${leafIndex}`
}

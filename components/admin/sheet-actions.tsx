import type { SheetPage } from '@/lib/paper/find-sheet'
import { ConfirmLink } from './confirm/confirm-link'

type Action = (form: FormData) => Promise<void>

interface Props {
  sheet: SheetPage
  count: Action
}

/** The actions possible in a sheet's state; the consequence is next to each button. */
export function SheetActions({ sheet, count }: Props) {
  const { id, state, round, yours, waitsFor, signatures } = sheet
  if (state === 'withdrawn') return <p>Withdrawn from the count. Its scan can be entered again.</p>
  if (state === 'approved' && signatures !== null) {
    return (
      <>
        <h2>Actions</h2>
        <ConfirmLink
          act="withdraw-sheet"
          of={id}
          hint={`The count goes down by ${signatures.toLocaleString('en')}, by a public correction.`}
        >
          Withdraw sheet
        </ConfirmLink>
      </>
    )
  }
  return (
    <>
      <h2>Actions</h2>
      {yours ? (
        <form action={count} className="row">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="round" value={round} />
          <label htmlFor="number">
            Valid signatures on the scan <input id="number" name="number" inputMode="numeric" size={6} />
          </label>
          <button type="submit" className="main">
            Submit my count
          </button>
        </form>
      ) : (
        <p>
          {waitsFor === 'first'
            ? 'You have submitted your count. Awaiting the person who entered the sheet.'
            : 'You have submitted your count. Awaiting a second person’s count.'}
        </p>
      )}
      {round > 1 && yours && (
        <p>The previous counts did not match. Both of you count again, without seeing the other’s figure.</p>
      )}
      <ConfirmLink act="discard-sheet" of={id} hint="With its scan; nothing is counted.">
        Delete sheet
      </ConfirmLink>
    </>
  )
}

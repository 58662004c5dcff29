import type { SheetPage } from '@/lib/paper/find-sheet'
import { requiresApproval } from '@/lib/paper/withdraw-sheet'

type Action = (form: FormData) => Promise<void>

interface Props {
  sheet: SheetPage
  actions: Record<'count' | 'discard' | 'withdraw', Action>
}

/** The actions possible in a sheet's state; the consequence is next to each button. */
export function SheetActions({ sheet, actions }: Props) {
  const { id, state, round, yours, waitsFor, signatures } = sheet
  if (state === 'withdrawn') return <p>Withdrawn from the count. Its scan can be entered again.</p>
  if (state === 'approved' && signatures !== null) {
    return (
      <>
        <h2>Actions</h2>
        <form action={actions.withdraw} className="row">
          <input type="hidden" name="id" value={id} />
          <Why id="withdraw-why" required />
          <button type="submit" className="danger">
            {requiresApproval(signatures) ? 'Request withdrawal' : 'Withdraw sheet'}
          </button>
        </form>
        <p className="hint">
          The count goes down by {signatures.toLocaleString('en')}. The correction is public. The ledger keeps both
          entries.
        </p>
      </>
    )
  }
  return (
    <>
      <h2>Actions</h2>
      {yours ? (
        <form action={actions.count} className="row">
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
      <form action={actions.discard} className="row">
        <input type="hidden" name="id" value={id} />
        <Why id="discard-why" />
        <button type="submit" className="danger">
          Discard sheet
        </button>
        <span className="hint">Sheet and scan are deleted; nothing is counted.</span>
      </form>
    </>
  )
}

function Why({ id, required }: { id: string; required?: boolean }) {
  return (
    <label htmlFor={id}>
      Reason (no names) <input id={id} name="why" maxLength={500} size={28} required={required} />
    </label>
  )
}

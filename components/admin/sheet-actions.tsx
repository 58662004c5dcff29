import type { SheetPage } from '@/lib/paper/find-sheet'
import { requiresApproval } from '@/lib/paper/requires-approval'

type Action = (form: FormData) => Promise<void>

interface Props {
  sheet: SheetPage
  actions: Record<'count' | 'discard' | 'withdraw', Action>
}

/** What can be done with a sheet as it stands; each button says what will happen. */
export function SheetActions({ sheet, actions }: Props) {
  const { id, state, round, yours, waitsFor, signatures } = sheet
  if (state === 'withdrawn') return <p>It was taken out of the count. Its scan can be entered anew.</p>
  if (state === 'approved' && signatures !== null) {
    const outcome = `the count goes down by ${signatures.toLocaleString('en')}`
    return (
      <>
        <h2>Do</h2>
        <form action={actions.withdraw} className="row">
          <input type="hidden" name="id" value={id} />
          <Why id="withdraw-why" required />
          <button type="submit" className="danger">
            {requiresApproval(signatures) ? `Ask a second person: ${outcome}` : `Withdraw it: ${outcome}`}
          </button>
        </form>
        <p className="hint">The correction is public. The ledger keeps both entries.</p>
      </>
    )
  }
  return (
    <>
      <h2>Do</h2>
      {yours ? (
        <form action={actions.count} className="row">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="round" value={round} />
          <label htmlFor="number">
            Valid signatures that you count on the scan <input id="number" name="number" inputMode="numeric" size={6} />
          </label>
          <button type="submit" className="main">
            This is what I count
          </button>
        </form>
      ) : (
        <p>
          {waitsFor === 'first'
            ? 'You have counted. It waits for the one who entered it.'
            : 'You have counted. It waits for a second person, who must be somebody else.'}
        </p>
      )}
      {round > 1 && yours && (
        <p>The numbers of the round before differ. Both count again; neither sees the other’s new number before.</p>
      )}
      <form action={actions.discard} className="row">
        <input type="hidden" name="id" value={id} />
        <Why id="discard-why" />
        <button type="submit" className="danger">
          Discard: sheet and scan are deleted, nothing is counted
        </button>
      </form>
    </>
  )
}

function Why({ id, required }: { id: string; required?: boolean }) {
  return (
    <label htmlFor={id}>
      Why, with no names <input id={id} name="why" maxLength={500} size={28} required={required} />
    </label>
  )
}

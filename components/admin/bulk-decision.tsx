import type { BulkActionView, BulkDetail } from '@/lib/bulk-actions/find-bulk'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'

type Action = (form: FormData) => Promise<void>

interface Props {
  act: BulkDetail
  staff: Staff
  actions: Record<'goOn' | 'agree' | 'stop' | 'undo', Action>
}

/** Where an act stands, and what the one who looks may do about it. */
export function BulkDecision({ act, staff, actions }: Props) {
  const hidden = (
    <>
      <input type="hidden" name="id" value={act.id} />
      <input type="hidden" name="total" value={act.total} />
    </>
  )
  const asks = may(staff.role, 'bulk.ask')
  const own = act.askedById === staff.id
  const what = `${act.verb} ${act.total.toLocaleString('en')}`
  return (
    <>
      <Stage act={act} own={own} />
      <div className="row">
        {act.stage === 'ready' && own && asks && act.total > 0 && (
          <form action={actions.goOn}>
            {hidden}
            <button type="submit" className={act.verb === 'remove' ? 'danger' : 'main'}>
              {act.takesTwo ? `Ask a second person to let me ${what}` : capital(what)}
            </button>
          </form>
        )}
        {act.stage === 'waiting' && act.approval && !own && may(staff.role, 'bulk.approve') && (
          <form action={actions.agree}>
            {hidden}
            <input type="hidden" name="approval" value={act.approval} />
            <button type="submit" className="danger">
              Agree: {what}
            </button>
          </form>
        )}
        {['counting', 'ready', 'waiting', 'running'].includes(act.stage) && asks && (
          <form action={actions.stop}>
            {hidden}
            <button type="submit">Stop it</button>
          </form>
        )}
        {['done', 'cancelled'].includes(act.stage) && asks && act.changed > 0 && !act.undoes && canUndo(act) && (
          <form action={actions.undo}>
            {hidden}
            <button type="submit">Undo it for up to {act.changed.toLocaleString('en')}</button>
          </form>
        )}
      </div>
    </>
  )
}

function Stage({ act, own }: { act: BulkDetail; own: boolean }) {
  const again = <a href={`/admin/bulk/${act.id}`}>Look again</a>
  switch (act.stage) {
    case 'counting':
      return (
        <p role="status">
          Counting: {act.total.toLocaleString('en')} so far. Nothing is changed. {again}
        </p>
      )
    case 'ready':
      return (
        <p role="status">
          Counted, exactly. Nothing is changed yet.
          {act.doubtful && ' A rule that reaches signatures with reasons for doubt takes two people.'}
          {act.takesTwo &&
            !act.doubtful &&
            ` One person alone acts on at most ${SOLO_QUOTA} signatures in 24 hours, and on at most ${SOLO_QUOTA} of one petition, all verbs together: this takes two.`}
        </p>
      )
    case 'waiting':
      return (
        <p role="status">
          {own
            ? 'Waits for a second person: an owner or a moderator who is not you. After 24 hours it is void. Nobody else works here? An owner can take someone on: npm run staff:invite -- name@example.org --role moderator'
            : `${act.askedBy} asks for your agreement. You agree to exactly these signatures.`}
        </p>
      )
    case 'running':
      return (
        <p role="status">
          At work: <progress value={act.changed + act.skipped} max={act.total} aria-label="Done so far" />{' '}
          {(act.changed + act.skipped).toLocaleString('en')} of {act.total.toLocaleString('en')}. {again}
        </p>
      )
    case 'done':
      return <p role="status">Done.</p>
    case 'cancelled':
      return <p role="status">Stopped. What was done before stays, and can be undone.</p>
    default:
      return <p role="status">Nobody agreed within 24 hours: void. Ask anew.</p>
  }
}

function canUndo({ verb }: BulkActionView): boolean {
  return verb === 'hold' || verb === 'remove'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

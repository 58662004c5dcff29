import { canUndo } from '@/lib/bulk-actions/create-bulk-action'
import type { BulkActionDetail, BulkActionView } from '@/lib/bulk-actions/find-bulk-action'
import { SOLO_QUOTA } from '@/lib/signatures/solo-quota/solo-quota'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { capital } from './code-name'
import { Time } from './time'

type Action = (form: FormData) => Promise<void>

interface Props {
  act: BulkActionDetail
  staff: Staff
  actions: Record<'runBulkAction' | 'approve' | 'stop' | 'undo', Action>
}

/** The state of a bulk action, and what the viewer may do about it. */
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
          <form action={actions.runBulkAction}>
            {hidden}
            <button type="submit" className={act.verb === 'remove' ? 'danger' : 'main'}>
              {act.takesTwo ? `Request approval to ${what}` : capital(what)}
            </button>
          </form>
        )}
        {act.stage === 'waiting' && act.approval && !own && may(staff.role, 'bulk.approve') && (
          <form action={actions.approve}>
            {hidden}
            <input type="hidden" name="approval" value={act.approval} />
            <button type="submit" className="danger">
              Approve: {what}
            </button>
          </form>
        )}
        {['counting', 'ready', 'waiting', 'running'].includes(act.stage) && asks && (
          <form action={actions.stop}>
            {hidden}
            <button type="submit">{hasNotBegun(act) ? 'Undo' : 'Stop'}</button>
          </form>
        )}
        {asks && canUndo(act) && (
          <form action={actions.undo}>
            {hidden}
            <button type="submit">Undo for up to {act.changed.toLocaleString('en')}</button>
            <span className="hint">{UNDO_HINT[act.verb]} You see the numbers first.</span>
          </form>
        )}
      </div>
    </>
  )
}

function Stage({ act, own }: { act: BulkActionDetail; own: boolean }) {
  const again = <a href={`/admin/bulk/${act.id}`}>Refresh</a>
  switch (act.stage) {
    case 'counting':
      return (
        <p role="status">
          Counting: {act.total.toLocaleString('en')} so far. Nothing has been changed. {again}
        </p>
      )
    case 'ready':
      return (
        <p role="status">
          Counted. Nothing has been changed yet.
          {act.undoes && act.verb === 'hold' && act.counted > 0 && stayCounted(act.counted)}
          {act.doubtful && ' A rule that reaches flagged signatures needs a second person.'}
          {act.takesTwo &&
            !act.doubtful &&
            ` One person alone can change at most ${SOLO_QUOTA} signatures in 24 hours, and at most ${SOLO_QUOTA} of one petition, over all actions together: this needs a second person.`}
        </p>
      )
    case 'waiting':
      return (
        <p role="status">
          {own
            ? 'Awaiting a second person: an owner or a moderator other than you. The request expires after 24 hours. If there is nobody else, an owner can invite someone: npm run staff:invite -- name@example.org --role moderator'
            : `${act.askedBy} requests your approval for exactly these signatures.`}
        </p>
      )
    case 'running':
      if (act.startsAt && hasNotBegun(act)) {
        return (
          <p role="status">
            It begins at <Time at={act.startsAt} zone />, a minute after it was decided. Until then Undo takes it back
            without a trace in the count. {again}
          </p>
        )
      }
      return (
        <p role="status">
          In progress: <progress value={act.changed + act.skipped} max={act.total} aria-label="Progress" />{' '}
          {(act.changed + act.skipped).toLocaleString('en')} of {act.total.toLocaleString('en')}. {again}
        </p>
      )
    case 'done':
      return <p role="status">Done.</p>
    case 'cancelled':
      return (
        <p role="status">
          {act.changed === 0 ? 'Stopped. Nothing was changed.' : 'Stopped. Changes made so far remain.'}
        </p>
      )
    default:
      return <p role="status">Expired: nobody approved it within 24 hours. Please request it again.</p>
  }
}

/** What undoing does, beside its button. */
const UNDO_HINT: Record<string, string> = {
  hold: 'Releases those that nobody has changed since.',
  release: 'Holds those that nobody has changed since. What has been counted meanwhile stays in the count.',
  remove: 'Restores those that nobody has changed since.',
}

/** It is decided, and its minute has not passed: nothing has been changed. */
function hasNotBegun({ stage, startsAt, changed, skipped }: BulkActionView): boolean {
  return stage === 'running' && startsAt !== null && changed + skipped === 0
}

/** Undoing a release does not reach the ledger. */
function stayCounted(counted: number): string {
  const one = counted === 1
  return ` ${counted.toLocaleString('en')} of them ${one ? 'has' : 'have'} been counted already: ${one ? 'it stays' : 'they stay'} in the count while held, until removed.`
}

import type { MailingView } from '@/lib/mailings/find-mailing'
import { SOLO_RECIPIENTS } from '@/lib/mailings/send-mailing'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ConfirmLink } from '../confirm/confirm-link'
import { Time } from '../time'

type Action = (form: FormData) => Promise<void>

interface Props {
  update: MailingView
  staff: Staff
  actions: Record<'stop' | 'resume', Action>
}

const n = (value: number) => value.toLocaleString('en')

/** The state of a mailing, and what the viewer may do about it. */
export function UpdateStage(props: Props) {
  const { update, staff, actions } = props
  const sends = may(staff.role, 'update.send')
  if (update.stage === 'draft') return <Draft {...props} />
  return (
    <>
      <Progress update={update} />
      <div className="row">
        {update.stage === 'sending' && sends && !update.allQueued && (
          <form action={actions.stop}>
            <input type="hidden" name="id" value={update.id} />
            <button type="submit">Stop</button>
            <span className="hint">Up to {n(update.waitingMails)} queued emails still go out.</span>
          </form>
        )}
        {update.stage === 'stopped' && sends && (
          <form action={actions.resume}>
            <input type="hidden" name="id" value={update.id} />
            <button type="submit" className="main">
              Resume
            </button>
            <span className="hint">About {n(Math.max(0, update.recipients - update.queued))} emails are left.</span>
          </form>
        )}
      </div>
    </>
  )
}

function Draft({ update, staff }: Props) {
  const { id, recipientsNow, waiting, languages } = update
  const count = recipientsNow ?? 0
  const signers = count === 1 ? 'signer' : 'signers'
  return (
    <>
      <p role="status">
        Draft. Sent now, it would go to exactly <strong>{n(count)}</strong> {signers}.{' '}
        {waiting && <a href={`/admin/approvals/${waiting}`}>Awaiting a second person.</a>}
        {!languages.includes('en') && 'It needs an English text, for signers whose language has no text.'}
      </p>
      {may(staff.role, 'update.send') && languages.includes('en') && count > 0 && !waiting && (
        <ConfirmLink act="send-update" of={id}>
          {count > SOLO_RECIPIENTS ? 'Request sending' : 'Send update'}
        </ConfirmLink>
      )}
      {may(staff.role, 'update.write') && (
        <ConfirmLink act="discard-update" of={id}>
          Delete draft
        </ConfirmLink>
      )}
    </>
  )
}

function Progress({ update }: { update: MailingView }) {
  const { stage, recipients, accepted, refused, dropped, startedAt, startedBy, approvedBy, endedAt } = update
  const settled = accepted + refused + dropped
  return (
    <>
      <p role="status">
        {stage === 'sending' && 'Sending, after all mail that people are waiting for. '}
        {stage === 'stopped' && 'Stopped. '}
        {stage === 'done' && 'Sent. '}
        <progress value={settled} max={Math.max(recipients, settled, 1)} aria-label="Progress" /> {n(settled)} of{' '}
        {n(recipients)}. {stage === 'sending' && <a href={`/admin/updates/${update.id}`}>Refresh</a>}
      </p>
      <dl>
        <dt>Accepted by the mail provider</dt>
        <dd>{n(accepted)}</dd>
        <dt>Refused</dt>
        <dd>{n(refused)}</dd>
        <dt>Skipped (unsubscribed, withdrawn or suppressed by then)</dt>
        <dd>{n(dropped)}</dd>
        <dt>In the queue</dt>
        <dd>{n(update.waitingMails)}</dd>
        <dt>Started</dt>
        <dd>
          by {startedBy ?? 'gone'}
          {approvedBy && `, with ${approvedBy}`}
          {startedAt && (
            <>
              , <Time at={startedAt} zone />
            </>
          )}
        </dd>
        {endedAt && (
          <>
            <dt>Ended</dt>
            <dd>
              <Time at={endedAt} zone />
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

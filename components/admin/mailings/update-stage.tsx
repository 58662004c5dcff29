import type { MailingView } from '@/lib/mailings/find-mailing'
import { SOLO_RECIPIENTS } from '@/lib/mailings/send-mailing'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { Time } from '../time'

type Action = (form: FormData) => Promise<void>

interface Props {
  update: MailingView
  staff: Staff
  actions: Record<'start' | 'stop' | 'resume' | 'discard', Action>
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
            <button type="submit" className="danger">
              Stop
            </button>
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

function Draft({ update, staff, actions }: Props) {
  const { id, revision, recipientsNow, waiting, languages } = update
  const count = recipientsNow ?? 0
  const signers = count === 1 ? 'signer' : 'signers'
  const hidden = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
    </>
  )
  return (
    <>
      <p role="status">
        Draft. Sent now, it would go to exactly <strong>{n(count)}</strong> {signers}.{' '}
        {waiting && <a href={`/admin/approvals/${waiting}`}>Awaiting a second person.</a>}
        {!languages.includes('en') && 'It needs an English text, for signers whose language has no text.'}
      </p>
      <div className="row">
        {may(staff.role, 'update.send') && languages.includes('en') && count > 0 && !waiting && (
          <form action={actions.start} className="row">
            {hidden}
            {count > SOLO_RECIPIENTS && (
              <label>
                Reason <input name="why" required maxLength={500} size={28} />
              </label>
            )}
            <button type="submit" className="danger">
              {count > SOLO_RECIPIENTS
                ? `Request approval to send to ${n(count)} signers`
                : `Send to ${n(count)} ${signers}`}
            </button>
          </form>
        )}
        {may(staff.role, 'update.write') && (
          <form action={actions.discard}>
            {hidden}
            <button type="submit">Discard draft</button>
          </form>
        )}
      </div>
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
              , <Time at={startedAt} /> UTC
            </>
          )}
        </dd>
        {endedAt && (
          <>
            <dt>Ended</dt>
            <dd>
              <Time at={endedAt} /> UTC
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

import { type MailHealth as Health, MAX_COMMENTS } from '@/lib/overview/find-mail-health'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { Time } from './time'

const n = (value: number) => value.toLocaleString('en')

/** Whether mail goes out and arrives, what is being sent to many, and comments that nobody has read. */
export function MailHealth({ health, staff }: { health: Health; staff: Staff }) {
  const { waiting, oldest, failed, bounces, complaints, suppressed, updates, commentsWaiting } = health
  const comments = commentsWaiting < MAX_COMMENTS ? n(commentsWaiting) : `${n(MAX_COMMENTS)} or more`
  return (
    <>
      <h2>Comments</h2>
      <dl>
        <dt>Awaiting review</dt>
        <dd>{may(staff.role, 'comment.read') ? <a href="/admin/comments">{comments}</a> : comments}</dd>
      </dl>
      <h2>Mail</h2>
      <dl>
        <dt>To send (without mailings)</dt>
        <dd>
          {n(waiting)}
          {oldest && (
            <>
              , oldest due since <Time at={oldest} /> UTC
            </>
          )}
        </dd>
        <dt>Failed in the last two days</dt>
        <dd>{n(failed)}</dd>
        <dt>In the last seven days</dt>
        <dd>
          {n(bounces)} {bounces === 1 ? 'bounce' : 'bounces'}, {n(complaints)}{' '}
          {complaints === 1 ? 'complaint' : 'complaints'}
        </dd>
        <dt>Suppressed addresses</dt>
        <dd>{n(suppressed)}</dd>
        {updates.map(({ id, subject, stage, recipients, settled }) => (
          <div key={id} className="fact">
            <dt>Mailing, {stage}</dt>
            <dd>
              <a href={`/admin/updates/${id}`}>{subject || 'without a subject'}</a>{' '}
              <progress value={settled} max={Math.max(recipients, 1)} aria-label={`Sent of ${subject}`} /> {n(settled)}{' '}
              of {n(recipients)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

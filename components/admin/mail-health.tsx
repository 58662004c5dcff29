import type { MailHealth as Health } from '@/lib/overview/find-mail-health'
import { Time } from './time'

const n = (value: number) => value.toLocaleString('en')

/** Whether mail goes out and arrives, and what is being sent to many. */
export function MailHealth({ health }: { health: Health }) {
  const { waiting, oldest, failed, bounces, complaints, suppressed, updates } = health
  return (
    <>
      <h2>Mail</h2>
      <dl>
        <dt>To send (without mailings)</dt>
        <dd>
          {n(waiting)}
          {oldest && (
            <>
              , oldest due since <Time at={oldest} zone />
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

import type { MailHealth as Health } from '@/lib/overview/find-mail-health'
import { codeName } from './code-name'
import { Time } from './time'
import { t } from './words'

const n = (value: number) => value.toLocaleString('en')

/** Whether mail goes out and arrives, and what is being sent to many. */
export function MailHealth({ health }: { health: Health }) {
  const { waiting, oldest, failed, bounces, complaints, suppressed, updates } = health
  return (
    <>
      <h2>{t('overview.mail')}</h2>
      <dl>
        <dt>{t('overview.toSendWithoutMailings')}</dt>
        <dd>
          {n(waiting)}
          {oldest && <> · {t.rich('overview.oldestDue', { time: () => <Time at={oldest} zone /> })}</>}
        </dd>
        <dt>{t('overview.failedInTheLast')}</dt>
        <dd>{n(failed)}</dd>
        <dt>{t('overview.inTheLastSeven')}</dt>
        <dd>{t('overview.bouncesAndComplaints', { bounces, complaints })}</dd>
        <dt>{t('overview.suppressedAddresses')}</dt>
        <dd>{n(suppressed)}</dd>
        {updates.map(({ id, subject, stage, recipients, settled }) => (
          <div key={id} className="fact">
            <dt>{t('overview.mailingStage', { stage: codeName(stage).toLowerCase() })}</dt>
            <dd>
              <a href={`/admin/updates/${id}`}>{subject || t('overview.withoutASubject')}</a>{' '}
              <progress value={settled} max={Math.max(recipients, 1)} aria-label={t('overview.sentOf', { subject })} />{' '}
              {t('overview.settledOf', { settled, recipients })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

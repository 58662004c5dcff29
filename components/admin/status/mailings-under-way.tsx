import type { MailingUnderWay } from '@/lib/overview/list-mailings-under-way'
import { codeName } from '../code-name'
import { t } from '../words'

/** Mailings in progress; nothing if there are none. */
export function MailingsUnderWay({ mailings }: { mailings: MailingUnderWay[] }) {
  if (mailings.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('status.mailings')}</h2>
      <dl>
        {mailings.map(({ id, subject, stage, recipients, settled }) => (
          <div key={id} className="fact">
            <dt>{t('overview.mailingStage', { stage: codeName(stage).toLowerCase() })}</dt>
            <dd>
              <a href={`/admin/updates/${id}`}>{subject ? <bdi>{subject}</bdi> : t('overview.withoutASubject')}</a>{' '}
              <progress value={settled} max={Math.max(recipients, 1)} aria-label={t('overview.sentOf', { subject })} />{' '}
              {t('overview.settledOf', { settled, recipients })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { MAX_COUNTED } from '@/lib/input/max-counted'
import type { MailingView } from '@/lib/mailings/find-mailing'
import { countRecipientsByLanguage } from '@/lib/mailings/recipients'
import { textFor } from '@/lib/mailings/render-mailing'
import { direction } from '@/messages/translator'
import { AdminTable } from '../admin-table'
import { languageName } from '../display-names'
import { t } from '../words'

interface Props {
  mailing: MailingView
  /** The revision of the texts whose sending was requested. */
  revision: string
  now: Date
}

/** A mailing's recipients by language, and the subject and text that each language gets. */
export async function MailingContent({ mailing, revision, now }: Props) {
  const { id, petitionId, texts, languages, stage, recipientsNow } = mailing
  const rows = stage === 'draft' ? await countRecipientsByLanguage(petitionId, now) : []
  const written = texts.filter(({ subject }) => subject !== '')
  return (
    <>
      {stage === 'draft' && String(mailing.revision) !== revision && (
        <p className="notice wrong" role="alert">
          {t('approvals.textsHaveChanged')}
        </p>
      )}
      {rows.length > 0 && (
        <>
          <h2>{t('approvals.recipientsByLanguage')}</h2>
          {recipientsNow !== null && recipientsNow > MAX_COUNTED && (
            <p className="hint">{t('approvals.drawnAtRandom', { limit: MAX_COUNTED })}</p>
          )}
          <AdminTable heads={[t('common.language'), { number: t('approvals.recipientsNow') }, t('approvals.theyRead')]}>
            {rows.map(({ locale, recipients }) => (
              <tr key={locale}>
                <td>{languageName(locale)}</td>
                <td className="number">{recipients.toLocaleString('en')}</td>
                <td>
                  {languages.includes(locale) ? (
                    <bdi>{textFor(texts, locale)?.subject}</bdi>
                  ) : (
                    t('approvals.theEnglishText')
                  )}
                </td>
              </tr>
            ))}
          </AdminTable>
        </>
      )}
      <h2>{t('approvals.textsInLanguages', { languages: written.length })}</h2>
      {written.map(({ locale, subject, body }) => (
        <section key={locale}>
          <h3>
            {languageName(locale)}{' '}
            <a href={`/admin/updates/${id}/preview?language=${locale}`}>
              {t('approvals.asItArrives')}
              <span className="unseen">: {languageName(locale)}</span>
            </a>
          </h3>
          <div lang={locale} dir={direction(locale)}>
            <p>
              <strong>{subject}</strong>
            </p>
            <pre className="mail">{body}</pre>
          </div>
        </section>
      ))}
    </>
  )
}

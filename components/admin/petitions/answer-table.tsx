import { logOf } from '@/lib/delivery/answers/log-of'
import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { AdminTable } from '../admin-table'
import { codeName } from '../code-name'
import { ConfirmLink } from '../confirm/confirm-link'
import { t } from '../words'

/** Each office's answers to a delivery, and the offices without one. */
export function AnswerTable(props: {
  petition: string
  delivery: DeliveryView
  now: Date
  /** By answer, the mailing that tells signers of it; null if the viewer may not see mailings. */
  mailings: Map<string, { id: string; stage: string }> | null
  /** Drafts one. */
  prepare: ((form: FormData) => Promise<void>) | null
}) {
  const { petition, delivery, now, mailings, prepare } = props
  const place = { petition, id: delivery.id }

  return (
    <AdminTable heads={[t('common.office'), t('common.day'), t('petitions.answer'), t('common.source')]}>
      {logOf(delivery, now).flatMap(({ addressee, answers, silentDays }) =>
        answers.length === 0
          ? [
              <tr key={addressee}>
                <td>
                  <bdi>{addressee}</bdi>
                </td>
                <td />
                <td>
                  {silentDays === 0 ? t('petitions.noAnswerYet') : t('petitions.noAnswerFor', { days: silentDays })}
                </td>
                <td />
              </tr>,
            ]
          : answers.map(({ id, kind, answeredOn, source, url, words, locale }) => (
              <tr key={id}>
                <td>
                  <bdi>{addressee}</bdi>
                </td>
                <td className="date">{answeredOn.toISOString().slice(0, 10)}</td>
                <td>
                  {t(`answer.${kind}`)}
                  {words && <blockquote lang={locale ?? undefined}>{words}</blockquote>}
                  {mailings && (
                    <AnswerMailing hidden={{ ...place, answer: id }} mailing={mailings.get(id)} prepare={prepare} />
                  )}
                  <ConfirmLink act="remove-answer" of={id}>
                    {t('petitions.removeThisAnswer')}
                  </ConfirmLink>
                </td>
                <td>
                  {source} {url && <code>{url}</code>}
                </td>
              </tr>
            )),
      )}
    </AdminTable>
  )
}

function AnswerMailing(props: {
  /** Hidden fields with the answer and its page. */
  hidden: Record<string, string>
  mailing: { id: string; stage: string } | undefined
  prepare: ((form: FormData) => Promise<void>) | null
}) {
  const { hidden, mailing, prepare } = props
  if (mailing)
    return (
      <p>
        <a href={`/admin/updates/${mailing.id}`}>{t('petitions.answerMail', { stage: codeName(mailing.stage) })}</a>
      </p>
    )
  return (
    prepare && (
      <form action={prepare}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">{t('petitions.prepareAnswerMail')}</button>
      </form>
    )
  )
}

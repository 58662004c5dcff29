import { logOf } from '@/lib/delivery/answers/log-of'
import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { AdminTable } from '../admin-table'
import { ConfirmLink } from '../confirm/confirm-link'
import { t } from '../words'

/** What each office of a delivery answered, and who has not. */
export function AnswerTable({ delivery, now }: { delivery: DeliveryView; now: Date }) {
  return (
    <AdminTable heads={[t('common.office'), t('common.day'), t('petitions.answer'), t('common.source')]}>
      {logOf(delivery, now).flatMap(({ addressee, answers, silentDays }) =>
        answers.length === 0
          ? [
              <tr key={addressee}>
                <td>{addressee}</td>
                <td />
                <td>
                  {silentDays === 0 ? t('petitions.noAnswerYet') : t('petitions.noAnswerFor', { days: silentDays })}
                </td>
                <td />
              </tr>,
            ]
          : answers.map(({ id, kind, answeredOn, source, url, words, locale }) => (
              <tr key={id}>
                <td>{addressee}</td>
                <td>{answeredOn.toISOString().slice(0, 10)}</td>
                <td>
                  {t(`answer.${kind}`)}
                  {words && <blockquote lang={locale ?? undefined}>{words}</blockquote>}
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

import { logOf } from '@/lib/delivery/answers/log-of'
import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { ConfirmLink } from '../confirm/confirm-link'
import { count } from '../confirm/words'
import { answerWords } from './answer-words'

/** What each office of a delivery answered, and who has not. */
export function AnswerTable({ delivery, now }: { delivery: DeliveryView; now: Date }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Office</th>
          <th scope="col">Day</th>
          <th scope="col">Answer</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {logOf(delivery, now).flatMap(({ addressee, answers, silentDays }) =>
          answers.length === 0
            ? [
                <tr key={addressee}>
                  <td>{addressee}</td>
                  <td />
                  <td>{silentDays === 0 ? 'No answer yet' : `No answer for ${count(silentDays, 'day')}`}</td>
                  <td />
                </tr>,
              ]
            : answers.map(({ id, kind, answeredOn, source, url, words, locale }) => (
                <tr key={id}>
                  <td>{addressee}</td>
                  <td>{answeredOn.toISOString().slice(0, 10)}</td>
                  <td>
                    {answerWords[kind]}
                    {words && <blockquote lang={locale ?? undefined}>{words}</blockquote>}
                    <ConfirmLink act="remove-answer" of={id}>
                      Remove this answer
                    </ConfirmLink>
                  </td>
                  <td>
                    {source} {url && <code>{url}</code>}
                  </td>
                </tr>
              )),
        )}
      </tbody>
    </table>
  )
}

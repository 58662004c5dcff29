import { foreignText } from '@/components/site/foreign-text'
import type { AnswerView, OfficeAnswers } from '@/lib/delivery/answers/log-of'
import { type Locale, translator } from '@/messages/translator'
import { Day } from './day'

/** Each office's answers to a delivery, or the days without one. */
export function OfficeAnswersList({ offices, locale }: { offices: OfficeAnswers[]; locale: Locale }) {
  const t = translator(locale, 'delivery.answers')
  return (
    <>
      <h3 className="mt-4">{t('title')}</h3>
      <dl className="mt-2 space-y-4">
        {offices.map(({ addressee, answers, silentDays }) => (
          <div key={addressee}>
            <dt className="font-semibold">
              <bdi>{addressee}</bdi>
            </dt>
            {answers.length === 0 ? (
              <dd>{t('none', { days: silentDays })}</dd>
            ) : (
              answers.map((answer) => <Answer key={answer.id} answer={answer} locale={locale} />)
            )}
          </div>
        ))}
      </dl>
    </>
  )
}

function Answer({ answer, locale }: { answer: AnswerView; locale: Locale }) {
  const t = translator(locale, 'delivery.answers')
  const { kind, answeredOn, source, url, words } = answer
  return (
    <dd className="mt-1">
      <p>
        {t(kind)} · <Day date={answeredOn} locale={locale} />
      </p>
      {words && (
        <blockquote
          {...foreignText(answer.locale ?? locale, locale)}
          className="my-2 border-s-2 border-rule ps-4 font-serif whitespace-pre-line"
        >
          {words}
        </blockquote>
      )}
      <p className="text-small text-muted">
        {t.rich('source', {
          source,
          where: (name) =>
            url ? (
              <a href={url} rel="noopener noreferrer" className="wrap-anywhere">
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi>{name}</bdi>
            ),
        })}
      </p>
    </dd>
  )
}

import { logOf } from '@/lib/delivery/answers/log-of'
import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { namesToInWords, officeNames } from '@/lib/delivery/office-names'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { OfficeAnswersList } from './office-answers'

/** A petition's deliveries: to whom, when, the pack, and the answers. */
export function Deliveries({ deliveries, now, locale }: { deliveries: DeliveryView[]; now: Date; locale: Locale }) {
  const t = translator(locale, 'delivery')
  if (deliveries.length === 0) return null
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t('title')}</h2>
      <ul className="mt-3 space-y-6">
        {deliveries.map((delivery) => {
          const { id, deliveredOn, addressees, sha256, withNames, namesTo } = delivery
          return (
            <li key={id}>
              <p>{t('to', { addressees: officeNames(addressees), date: longDate(deliveredOn, locale) })}</p>
              <p>
                <a href={`/api/v1/packs/${id}`} className="inline-flex min-h-11 items-center">
                  {t('pack')}
                </a>
              </p>
              <p className="text-small text-muted">
                {t('hash')} <code className="wrap-anywhere">{sha256}</code>
              </p>
              {withNames && <p className="text-small text-muted">{namesToInWords(namesTo, locale)}</p>}
              <OfficeAnswersList offices={logOf(delivery, now)} locale={locale} />
            </li>
          )
        })}
      </ul>
      {deliveries.every(({ withNames }) => !withNames) && <p className="mt-3 text-small text-muted">{t('noNames')}</p>}
    </section>
  )
}

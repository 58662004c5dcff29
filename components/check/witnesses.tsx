import type { LedgerStatus } from '@/lib/ledger/ledger-status'
import { type Locale, translator } from '@/messages/translator'
import { showMoment } from './show-moment'

/** The witnesses outside the coalition that have signed the head, and whether they are enough. */
export function Witnesses({ status, locale }: { status: LedgerStatus; locale: Locale }) {
  const t = translator(locale, 'check.witnesses')
  const { witnesses, quorum } = status
  return (
    <section>
      <h3>{t('title')}</h3>
      <p className="mt-2 text-muted">{t('lead')}</p>
      {witnesses.length === 0 && <p className="mt-3">{t('none')}</p>}
      <ul className="mt-3 list-disc space-y-1 ps-5 marker:text-edge">
        {witnesses.map(({ name, cosignedAt }) => (
          <li key={name}>
            {cosignedAt ? t('cosigned', { name, at: showMoment(cosignedAt, locale) }) : t('missing', { name })}
          </li>
        ))}
      </ul>
      {quorum.asked && <p className="mt-3 font-semibold">{t(quorum.met ? 'met' : 'lacking')}</p>}
    </section>
  )
}

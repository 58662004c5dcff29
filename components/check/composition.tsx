import { countingKinds, retractReasons } from '@/lib/ledger/leaf-kinds'
import type { Composition as Parts } from '@/lib/ledger/ledger-status'
import { numberFormat } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/** The parts of the number, as a sum. */
export function Composition({ composition, locale, id }: { composition: Parts; locale: Locale; id: string }) {
  const t = translator(locale, 'check.parts')
  const { added, retracted, net } = composition
  const taken = retractReasons.filter((reason) => reason === 'withdrawn' || retracted[reason] > 0)
  return (
    <section aria-labelledby={`parts-${id}`}>
      <h3 id={`parts-${id}`}>{t('title')}</h3>
      <table className="mt-3 w-full text-start" aria-labelledby={`parts-${id}`}>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('signatures')}</th>
          </tr>
        </thead>
        <tbody>
          {countingKinds.map((kind) => (
            <Row key={kind} what={t(kind)} value={added[kind]} locale={locale} />
          ))}
          {taken.map((reason) => (
            <Row key={reason} what={t(reason)} value={-retracted[reason]} locale={locale} />
          ))}
        </tbody>
        <tfoot>
          <Row what={t('sum')} value={net} locale={locale} sum />
        </tfoot>
      </table>
    </section>
  )
}

function Row({ what, value, locale, sum }: { what: string; value: number; locale: Locale; sum?: boolean }) {
  return (
    <tr className={sum ? 'border-t-2 border-ink font-semibold' : 'border-t border-rule'}>
      <th scope="row" className={`py-2 pe-6 text-start ${sum ? '' : 'font-normal'}`}>
        {what}
      </th>
      <td className="py-2 text-end whitespace-nowrap">{numberFormat(locale).format(value === 0 ? 0 : value)}</td>
    </tr>
  )
}

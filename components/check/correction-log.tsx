import type { Correction } from '@/lib/ledger/list-corrections'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/** Staff's removals from the count and additions to it, the newest first. */
export function CorrectionLog({ corrections, locale, id }: { corrections: Correction[]; locale: Locale; id: string }) {
  const t = translator(locale, 'check.corrections')
  return (
    <section aria-labelledby={`corrections-${id}`}>
      <h3 id={`corrections-${id}`}>{t('title')}</h3>
      <p className="mt-2 text-muted">{t('lead')}</p>
      {corrections.length === 0 ? (
        <p className="mt-3">{t('empty')}</p>
      ) : (
        <table className="mt-3 w-full text-start" aria-labelledby={`corrections-${id}`}>
          <thead>
            <tr className="text-small text-muted">
              {(['at', 'signatures', 'why', 'approvals'] as const).map((column) => (
                <th key={column} scope="col" className="py-1 pe-4 text-start font-normal">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ key, at, change, reason, rule, approvals }) => (
              <tr key={key} className="border-t border-rule align-baseline">
                <td className="py-2 pe-4">
                  <time dateTime={at.toISOString()}>{longDate(at, locale)}</time>
                </td>
                <td className="py-2 pe-4">{new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(change)}</td>
                <td className="py-2 pe-4">
                  {t(`reason.${reason}`)}
                  {rule > 0 && ` (${t('rule', { rule })})`}
                </td>
                <td className="py-2">{t('people', { count: approvals })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

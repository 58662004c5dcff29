import { type Locale, translator } from '@/messages/translator'

/** The script's possible findings; each has its sentence on the page, which the script shows. */
const findings = ['working', 'malformed', 'false', 'unknownLog', 'notContinued', 'unsupported', 'unreachable'] as const

/** Checks a receipt in the browser alone: `/check.js` (components/check/receipt-script.ts) does the work. */
export function CheckReceipt({ locale, slugs }: { locale: Locale; slugs: string[] }) {
  const t = translator(locale, 'check.receipt')
  return (
    <section aria-labelledby="receipt" className="border-t border-rule pt-8 *:max-w-[62ch]">
      <h2 id="receipt">{t('title')}</h2>
      <p className="mt-3">{t('lead')}</p>
      <p data-without-script className="mt-4">
        {t('noScript')}
      </p>
      <div data-receipt={slugs.join(' ')} hidden className="mt-4">
        <label htmlFor="receipt-file" className="block font-semibold">
          {t('label')}
        </label>
        <input
          id="receipt-file"
          type="file"
          className="mt-1 min-h-11 max-w-full cursor-pointer file:me-4 file:min-h-11 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-panel file:px-4 file:text-ink"
        />
        <div role="status" className="mt-4">
          {findings.map((finding) => (
            <p key={finding} data-finding={finding} hidden className="border-s-4 border-edge ps-4">
              {t(finding)}
            </p>
          ))}
          <div data-finding="true" hidden className="border-s-4 border-accent ps-4">
            <p>
              {t('true')} {t('trueMore')}
            </p>
            <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 tabular-nums">
              <dt className="text-muted">{t('index')}</dt>
              <dd data-index />
              <dt className="text-muted">{t('size')}</dt>
              <dd data-size />
            </dl>
          </div>
        </div>
      </div>
    </section>
  )
}

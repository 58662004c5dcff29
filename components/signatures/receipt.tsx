import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** A receipt for the ledger: folded away, with its warning; nobody needs it. */
export function Receipt({ token, locale }: { token: string; locale: Locale }) {
  const t = translator(locale, 'check.own')
  return (
    <details className="mt-10 border-t border-rule">
      <summary className="flex min-h-11 items-center py-2">
        <span className="underline decoration-1 underline-offset-4">{t('open')}</span>
      </summary>
      <form method="post" action="/api/v1/receipts" className="space-y-4 pb-5">
        <p>{t('means')}</p>
        <p>
          <a href={`/${locale}/check`}>{translator(locale, 'check')('title')}</a>
        </p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet">{t('button')}</Button>
      </form>
    </details>
  )
}

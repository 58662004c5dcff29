import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** Withdrawing a signature: folded away, one button, no reason required. */
export function Withdraw({ token, locale, pending = false }: { token: string; locale: Locale; pending?: boolean }) {
  const t = translator(locale, 'signature.withdraw')
  return (
    <details className="mt-10 border-y border-rule">
      <summary className="flex min-h-11 items-center py-2">
        <span className="underline decoration-1 underline-offset-4">{t('open')}</span>
      </summary>
      <form method="post" action="/api/v1/withdrawals" className="space-y-4 pb-5">
        <p>{t(pending ? 'pendingMeans' : 'means')}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {t('button')}
        </Button>
      </form>
    </details>
  )
}

import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** A folded form to withdraw: one button, no reason required. */
export function FoldedWithdrawal(props: {
  action: string
  words: (key: 'open' | 'means' | 'button') => string
  /** Hidden fields that identify what is withdrawn. */
  hidden: Record<string, string>
  locale: Locale
}) {
  const { action, words: t, hidden, locale } = props
  return (
    <details className="mt-10 border-y border-rule">
      <summary className="flex min-h-11 items-center py-2">
        <span className="underline decoration-1 underline-offset-4">{t('open')}</span>
      </summary>
      <form method="post" action={action} className="space-y-4 pb-5">
        <p>{t('means')}</p>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="locale" value={locale} />
        <Button look="quiet" pending={translator(locale, 'form')('pending')}>
          {t('button')}
        </Button>
      </form>
    </details>
  )
}

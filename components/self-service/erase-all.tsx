import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** Erasing everything: folded away, one button, no reason required. */
export function EraseAll({ session, locale }: { session: string; locale: Locale }) {
  const t = translator(locale, 'own.erase')
  return (
    <section className="mt-10">
      <h2>{t('title')}</h2>
      <details className="mt-3 border-y border-rule">
        <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{t('open')}</summary>
        <form method="post" action="/api/v1/my-signature/erasures" className="space-y-4 pb-5">
          <p>{t('means')}</p>
          <p>{t('again')}</p>
          <input type="hidden" name="session" value={session} />
          <input type="hidden" name="locale" value={locale} />
          <Button look="quiet" pending={translator(locale, 'form')('pending')}>
            {t('button')}
          </Button>
        </form>
      </details>
    </section>
  )
}

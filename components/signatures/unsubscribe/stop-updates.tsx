import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** One button that unsubscribes. The same behind every link: nobody learns here who gets mailings. */
export function StopUpdates({ token, locale }: { token: string; locale: Locale }) {
  const t = translator(locale, 'unsubscribe')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <form method="post" action="/api/v1/unsubscribe" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('button')}</Button>
      </form>
    </div>
  )
}

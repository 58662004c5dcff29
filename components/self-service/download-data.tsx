import { Button } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** Everything held, as a file. */
export function DownloadData({ session, locale }: { session: string; locale: Locale }) {
  const t = translator(locale, 'own.export')
  return (
    <section className="mt-10">
      <h2>{t('title')}</h2>
      <p className="mt-3">{t('lead')}</p>
      <div className="mt-4 flex flex-wrap gap-4">
        {(['text', 'json'] as const).map((format) => (
          <form key={format} method="post" action="/api/v1/my-signature/exports">
            <input type="hidden" name="session" value={session} />
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="format" value={format} />
            <Button look="quiet">{t(format)}</Button>
          </form>
        ))}
      </div>
    </section>
  )
}

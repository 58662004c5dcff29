import { ButtonLink } from '@/components/ui/button'
import { type Locale, translator } from '@/messages/translator'

/** After the button: what is so now, and the way to everything else that is held. */
export function UpdatesStopped({ locale }: { locale: Locale }) {
  const t = translator(locale, 'unsubscribe.done')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <p className="mt-4">{t('more')}</p>
      <p className="mt-8">
        <ButtonLink look="quiet" href={`/${locale}/signature`}>
          {t('link')}
        </ButtonLink>
      </p>
    </div>
  )
}

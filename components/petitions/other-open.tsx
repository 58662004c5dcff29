import { foreignText } from '@/components/site/foreign-text'
import { ButtonLink } from '@/components/ui/button'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { type Locale, translator } from '@/messages/translator'
import { CheckLink } from './check-link'

interface Props {
  petitions: PetitionView[]
  locale: Locale
  className: string
}

/** The other open petitions, on the home page. */
export function OtherOpen({ petitions, locale, className }: Props) {
  const t = translator(locale, 'petition')
  return (
    <section aria-labelledby="other-open" className={className}>
      <h2 id="other-open">{t('otherOpen')}</h2>
      <ul className="max-w-[62ch] space-y-10">
        {petitions.map(({ slug, text, count }) => (
          <li key={slug}>
            <h3 {...foreignText(text.locale, locale)}>{text.title}</h3>
            <p className="mt-2 font-serif" {...foreignText(text.locale, locale)}>
              {text.call}
            </p>
            {count > 0 && (
              <p className="mt-2 text-muted">
                {t('count.announce', { count })} · <CheckLink locale={locale} />
              </p>
            )}
            <p className="mt-4">
              <ButtonLink href={`/${locale}/petitions/${slug}`} look="quiet">
                {t('readAndSign')}
              </ButtonLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

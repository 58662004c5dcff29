import { foreignText } from '@/components/site/foreign-text'
import type { PublicMailing } from '@/lib/mailings/list-public-mailings'
import { longDate } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'

/** The coalition's mailings about the petition, by day. */
export function Updates({ mailings, locale }: { mailings: PublicMailing[]; locale: Locale }) {
  if (mailings.length === 0) return null
  return (
    <section aria-labelledby="petition-updates">
      <h2 id="petition-updates">{translator(locale, 'petition')('updates')}</h2>
      <ul className="mt-3">
        {mailings.map(({ id, publicAt, subject, locale: textLocale }) => (
          <li key={id} className="border-t border-rule py-2">
            <span className="block text-small text-muted">{longDate(publicAt, locale)}</span>
            <a
              href={`/${locale}/updates/${id}`}
              className="inline-flex min-h-11 items-center"
              {...foreignText(textLocale, locale)}
            >
              {subject}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

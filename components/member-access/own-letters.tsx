import { foreignText } from '@/components/site/foreign-text'
import { Button } from '@/components/ui/button'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import type { CoSignatureState } from '@/prisma/generated/enums'

/** A letter that can be co-signed. */
export interface OpenLetter {
  slug: string
  title: string
  titleLocale: string
  /** How the member stands at it; null while it can sign. */
  state: CoSignatureState | null
}

/** Open letters: the form of each with the member filled in, or what became of the member's co-signature. */
export function OwnLetters({ letters, locale }: { letters: OpenLetter[]; locale: Locale }) {
  if (letters.length === 0) return null
  const t = translator(locale, 'letters')
  return (
    <section aria-labelledby="letters" className="mt-16 border-t border-rule pt-8">
      <h2 id="letters">{t('open')}</h2>
      <ul className="mt-3 space-y-3">
        {letters.map(({ slug, title, titleLocale, state }) => (
          <li key={slug}>
            <a href={`/${locale}/letters/${slug}`} {...foreignText(titleLocale, locale)}>
              {title}
            </a>
            {state ? (
              <p className="text-small text-muted">{t(`status.steps.${state}`)}</p>
            ) : (
              <form method="post" action={`/${locale}${MEMBER_PATH}/co-signatures`} className="mt-2">
                <input type="hidden" name="letter" value={slug} />
                <input type="hidden" name="locale" value={locale} />
                <Button look="quiet">{t('coSign.title')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

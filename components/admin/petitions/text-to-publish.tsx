import type { LanguageState } from '@/lib/petitions/admin/find-for-admin'
import { noWords, unfinished } from '@/lib/petitions/texts/petition-words'
import { languageName } from '../display-names'
import { t } from '../words'
import { TextDiff } from './text-diff'
import { textFields } from './text-fields'

/** The changes that publishing the saved text in a language would make, or the parts it still lacks. */
export function TextToPublish({ text, heading }: { text: LanguageState; heading?: 'h2' | 'h3' }) {
  const { locale, published, words, outdated } = text

  const lacking = unfinished(words)
  return (
    <>
      {outdated && <p className="notice wrong">{t('petitions.outOfDateThe')}</p>}
      {lacking.map(({ field, why }) => (
        <p key={field} className="notice wrong">
          {t(why === 'empty' ? 'petitions.lacksEmpty' : 'petitions.lacksLong', {
            field: textFields().find((one) => one.field === field)?.label,
          })}
        </p>
      ))}
      {lacking.length === 0 && (
        <>
          <p>
            {published
              ? t('petitions.whatChangesFromVersion', { version: published.version })
              : t('petitions.thisIsTheFirst', { language: languageName(locale) })}
          </p>
          <TextDiff before={published?.words ?? noWords} after={words} locale={locale} heading={heading} />
        </>
      )}
    </>
  )
}

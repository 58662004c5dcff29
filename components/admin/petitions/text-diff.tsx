import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { direction } from '@/messages/translator'
import { t } from '../words'
import { Diff } from './diff'
import { textFields } from './text-fields'

interface Props {
  before: PetitionWords
  after: PetitionWords
  locale: string
  /** There is no earlier text: it is shown without marks. */
  first?: boolean
}

/** Two versions of a petition's words, compared part by part. What did not change is named only. */
export function TextDiff({ before, after, locale, first = false }: Props) {
  const parts = textFields().filter(({ field }) => before[field] !== '' || after[field] !== '')
  return (
    <div className="diffs">
      {parts.map(({ field, label }) => (
        <section key={field}>
          <h2>{label}</h2>
          {first ? (
            <div className="text" lang={locale} dir={direction(locale)}>
              {after[field]}
            </div>
          ) : before[field] === after[field] ? (
            <p className="muted">{t('common.unchanged')}</p>
          ) : (
            <Diff before={before[field]} after={after[field]} locale={locale} />
          )}
        </section>
      ))}
    </div>
  )
}

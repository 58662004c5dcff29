import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { Diff } from '../diff'
import { textFields } from './text-fields'

interface Props {
  before: PetitionWords
  after: PetitionWords
  locale: string
}

/** Two versions of a petition's words, compared part by part. */
export function TextDiff({ before, after, locale }: Props) {
  const parts = textFields().filter(({ field }) => before[field] !== '' || after[field] !== '')
  return (
    <div className="diffs">
      {parts.map(({ field, label }) => (
        <section key={field}>
          <h2>{label}</h2>
          <Diff before={before[field]} after={after[field]} locale={locale} />
        </section>
      ))}
    </div>
  )
}

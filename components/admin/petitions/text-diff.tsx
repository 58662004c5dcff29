import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { Diff } from '../diff'
import { textFields } from './text-fields'

interface Props {
  before: PetitionWords
  after: PetitionWords
  locale: string
  /** The level of the parts' headings; their language may have one above them. */
  heading?: 'h2' | 'h3'
}

/** Compares two versions of a petition's text, part by part. */
export function TextDiff({ before, after, locale, heading: Heading = 'h2' }: Props) {
  const parts = textFields().filter(({ field }) => before[field] !== '' || after[field] !== '')
  return (
    <div className="diffs">
      {parts.map(({ field, label }) => (
        <section key={field}>
          <Heading>{label}</Heading>
          <Diff before={before[field]} after={after[field]} locale={locale} />
        </section>
      ))}
    </div>
  )
}

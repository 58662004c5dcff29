import { DotField } from '@/components/ui/dot-field'
import { type Locale, words } from '@/messages/words'
import { peoplePerDot } from './people-per-dot'

/** Those who signed, as a field of dots. */
export function Dots({ count, locale, columns }: { count: number; locale: Locale; columns: number }) {
  const t = words(locale, 'petition.dots')
  const people = peoplePerDot(count)
  const dots = Math.floor(count / people)
  return (
    <figure>
      <DotField dots={dots} columns={columns} label={t('picture', { dots, people })} />
      <figcaption className="mt-3 text-small text-muted">{t('each', { people })}</figcaption>
    </figure>
  )
}

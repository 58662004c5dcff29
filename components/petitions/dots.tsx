import { DotField } from '@/components/ui/dot-field'
import { type Locale, translator } from '@/messages/translator'
import { peoplePerDot } from './people-per-dot'

interface Props {
  count: number
  locale: Locale
  columns: number
  /** The number of columns on a narrow screen, where `columns` would be too many. */
  narrow?: number
}

/** The number of signers as a field of dots. */
export function Dots({ count, locale, columns, narrow }: Props) {
  const t = translator(locale, 'petition.dots')
  const people = peoplePerDot(count)
  const dots = Math.floor(count / people)
  const label = t('picture', { dots, people })
  return (
    <figure>
      <div className={narrow ? 'max-sm:hidden' : undefined}>
        <DotField id="dots" dots={dots} columns={columns} label={label} />
      </div>
      {narrow && (
        <div className="sm:hidden">
          <DotField id="dots-narrow" dots={dots} columns={narrow} label={label} />
        </div>
      )}
      <figcaption className="mt-3 text-small text-muted">{t('each', { people })}</figcaption>
    </figure>
  )
}

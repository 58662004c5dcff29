import { files } from '@/messages/translator'
import { languageName } from '../display-names'
import { Pill } from '../pill'
import { t } from '../words'

interface Props {
  kind: string
  thing: string
  /** Languages in which there is a text. */
  there: string[]
}

/** Languages that a row has texts in. */
export function localesOf({ texts }: { texts: { locale: string }[] }): string[] {
  return [...new Set(texts.map(({ locale }) => locale))]
}

/** The languages of something's texts, each a link to where the text is written. */
export function Languages({ kind, thing, there }: Props) {
  return (
    <ul className="languages">
      {Object.keys(files).map((locale) => (
        <li key={locale}>
          <a href={`/admin/coalition/texts/${kind}/${thing}/${locale}`}>{languageName(locale)}</a>{' '}
          {!there.includes(locale) && <Pill>{t('coalition.missing')}</Pill>}
        </li>
      ))}
    </ul>
  )
}

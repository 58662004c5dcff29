import { files } from '@/messages/translator'
import { languageName } from '../display-names'
import { Pill } from '../pill'
import { t } from '../words'

interface Props {
  kind: string
  thing: string
  /** Languages that have a text. */
  there: string[]
}

/** The languages of a row's texts. */
export function localesOf({ texts }: { texts: { locale: string }[] }): string[] {
  return [...new Set(texts.map(({ locale }) => locale))]
}

/** Each language with a link to the page where its text is written. */
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

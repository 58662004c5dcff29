import { files } from '@/messages/translator'
import { languageName } from './language-name'

interface Props {
  kind: string
  thing: string
  /** Languages in which there are words. */
  there: string[]
  /** English is elsewhere, as a member's own name. */
  without?: string
}

/** The languages of a thing's words, each a link to where they are written. */
export function Languages({ kind, thing, there, without }: Props) {
  return (
    <ul className="languages">
      {Object.keys(files)
        .filter((locale) => locale !== without)
        .map((locale) => (
          <li key={locale}>
            <a href={`/admin/coalition/texts/${kind}/${thing}/${locale}`}>{languageName(locale)}</a>{' '}
            {!there.includes(locale) && <span className="tag">missing</span>}
          </li>
        ))}
    </ul>
  )
}

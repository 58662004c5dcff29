import { foreignText } from '@/components/site/foreign-text'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  /** Sections of the page, in order; `text` says in which language a title is if not in the page's. */
  sections: { anchor: string; title: string; text?: string }[]
  locale: Locale
}

/** Links to the sections of a long page; it stays in sight beside them where there is room. */
export function Contents({ sections, locale }: Props) {
  return (
    <nav
      aria-labelledby="contents"
      className="mt-8 self-start text-base lg:sticky lg:top-6 lg:col-start-2 lg:row-start-2 print:hidden"
    >
      <h2 id="contents" className="text-3">
        {translator(locale, 'statement')('contents')}
      </h2>
      <ul className="mt-2">
        {sections.map(({ anchor, title, text = locale }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              className="flex min-h-8 items-center py-1 leading-snug"
              {...foreignText(text, locale)}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

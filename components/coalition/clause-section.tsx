import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import type { ClauseView } from '@/lib/coalition/find-statement'
import { type Locale, translator } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** One clause with its anchor, and the activities that answer it. */
export function ClauseSection({ clause, locale }: { clause: ClauseView; locale: Locale }) {
  const t = translator(locale, 'statement')
  const { anchor, title, body, answers } = clause
  const foreign = foreignText(clause.locale, locale)
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="mt-6 break-inside-avoid border-t border-rule pt-4"
    >
      <h3 id={`${anchor}-title`} className="flex items-baseline justify-between gap-4">
        <span {...foreign}>{title}</span>
        <a
          href={`#${anchor}`}
          aria-label={t('link', { title })}
          className="inline-flex min-h-6 min-w-6 items-center justify-center font-sans text-base font-normal no-underline print:hidden"
        >
          #
        </a>
      </h3>
      <div className="mt-2 font-serif" {...foreign}>
        <Markdown source={body} under={3} />
      </div>
      {answers.length > 0 && (
        <div className="mt-4 max-w-[66ch] border-s-2 border-accent ps-4">
          <h4 className="text-base font-semibold">{t('achieved')}</h4>
          <ul className="mt-1 space-y-1">
            {answers.map(({ slug, happened, text }) => (
              <li key={slug}>
                <PartialDateText date={happened} locale={locale} />:{' '}
                <a href={`/${locale}/activities/${slug}`} {...foreignText(text.locale, locale)}>
                  {text.title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

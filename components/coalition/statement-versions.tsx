import { foreignText } from '@/components/site/foreign-text'
import type { StatementView } from '@/lib/coalition/find-statement'
import { type Locale, translator } from '@/messages/translator'
import { PartialDateText } from './partial-date'

/** The changes in this version, and links to the others. */
export function StatementVersions({ statement, locale }: { statement: StatementView; locale: Locale }) {
  const t = translator(locale, 'statement.versions')
  const { versions, version: current, text } = statement
  const newest = versions[0]?.version
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('title')}</h2>
      <h3 className="mt-4">{t('changes')}</h3>
      <p className="mt-1 max-w-[66ch]" {...foreignText(text.locale, locale)}>
        {text.changes}
      </p>
      <p className="mt-4 text-small text-muted">{t('lead')}</p>
      <ol reversed className="mt-2 max-w-[66ch]">
        {versions.map(({ version, dated, title, locale: titleLocale }) => (
          <li key={version} className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-2">
            <span {...foreignText(titleLocale, locale)}>
              {version === current ? (
                <>
                  {t('version', { version, title })} ({t('current')})
                </>
              ) : (
                <a href={`/${locale}/statement${version === newest ? '' : `/${version}`}`}>
                  {t('version', { version, title })}
                </a>
              )}
            </span>
            {dated && (
              <span className="text-muted">
                <PartialDateText date={dated} locale={locale} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

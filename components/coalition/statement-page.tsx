import { Contents } from '@/components/site/contents'
import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import type { StatementView } from '@/lib/coalition/find-statement'
import { dateInWords, isoDate } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'
import { Cite } from './cite'
import { ClauseSection } from './clause-section'
import { JsonLd } from './json-ld'
import { organizationData } from './organization-data'
import { PdfLink } from './pdf-link'
import { ShareLinks } from './share-links'
import { Sources } from './sources'
import { StatementVersions } from './statement-versions'

const parts = ['united_nations', 'dprk', 'purpose'] as const

/**
 * The page of the statement: each clause with its anchor and the activities that answer it, its versions, and how to
 * cite it.
 */
export function StatementPage(props: { statement: StatementView; locale: Locale; address: string }) {
  const { statement, locale, address } = props
  const t = translator(locale, 'statement')
  const { text, adopted, summarized, clauses, version } = statement
  const year = summarized?.getUTCFullYear().toString()
  const foreign = foreignText(text.locale, locale)
  const shown = parts.filter((part) => clauses.some((clause) => clause.part === part))
  return (
    <article className="lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-x-16">
      <header className="pt-8 lg:col-span-2 lg:pt-14">
        <h1 {...foreign}>{text.title}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead" {...foreign}>
          {text.lead}
        </p>
        <p className="mt-3 text-small text-muted">
          {[
            translator(locale, 'statement.versions')('version', { version, title: '' }).replace(/[:：\s]+$/, ''),
            ...(adopted ? [t('adopted', { date: dateInWords(adopted, locale) })] : []),
            ...(year ? [t('summary', { year })] : []),
          ].join(' · ')}
        </p>
        {year && <p className="mt-2 max-w-[62ch] text-small text-muted">{t('summaryNote')}</p>}
        <FallbackNote textLocale={text.locale} locale={locale} />
        <PdfLink pdf={statement.pdf} locale={locale} />
        {version !== statement.versions[0]?.version && (
          <p className="mt-5 max-w-[62ch] border-s-4 border-accent bg-panel px-4 py-3">
            {t.rich('versions.older', { link: (inner) => <a href={`/${locale}/statement`}>{inner}</a> })}
          </p>
        )}
      </header>
      <Contents
        sections={clauses.map(({ anchor, title, locale: written }) => ({ anchor, title, text: written }))}
        locale={locale}
      />
      <div className="mt-10 space-y-14 lg:col-start-1 lg:row-start-2">
        {shown.map((part) => (
          <section key={part} aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{t(`parts.${part}`)}</h2>
            {clauses
              .filter((clause) => clause.part === part)
              .map((clause) => (
                <ClauseSection key={clause.anchor} clause={clause} locale={locale} />
              ))}
          </section>
        ))}
        <StatementVersions statement={statement} locale={locale} />
        <Cite statement={statement} locale={locale} address={address} />
        <ShareLinks address={address} text={text.title} locale={locale} title={text.title} />
        <section aria-labelledby="sources">
          <h2 id="sources">{translator(locale, 'coalition')('sources')}</h2>
          <Sources sources={statement.sources} locale={locale} />
        </section>
      </div>
      <JsonLd
        data={{
          '@type': 'Article',
          headline: text.title,
          inLanguage: text.locale,
          version: String(version),
          ...created(statement),
          datePublished: statement.publishedAt.toISOString(),
          url: address,
          author: year ? { '@type': 'Organization', name: t('summary', { year }) } : organizationData(locale),
          publisher: { '@id': organizationData(locale)['@id'] },
        }}
      />
    </article>
  )
}

/** The dates of the structured data: of this text, and of the statement that it summarises. */
function created({ adopted, summarized, text }: StatementView) {
  const own = adopted && { dateCreated: isoDate(adopted) }
  if (!summarized) return own ?? {}
  const about = own && { about: { '@type': 'CreativeWork', name: text.title, ...own } }
  return { dateCreated: isoDate({ on: summarized, precision: 'day' }), ...about }
}

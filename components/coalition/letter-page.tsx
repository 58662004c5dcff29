import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import type { LetterPage as Letter } from '@/lib/coalition/find-letter'
import { dateInWords, isoDate } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'
import { AttachedDocuments } from './attached-documents'
import { CoSigners } from './co-signers'
import { JsonLd } from './json-ld'
import { LetterHead } from './letter-head'
import { organizationData } from './organization-data'
import { PdfLink } from './pdf-link'
import { ShareLinks } from './share-links'
import { Sources } from './sources'

/** A letter: its text, co-signers, sources and versions. */
export function LetterPage({ letter, locale, address }: { letter: Letter; locale: Locale; address: string }) {
  const t = translator(locale, 'letters')
  const { text, dated, versions } = letter
  return (
    <article>
      <LetterHead letter={letter} locale={locale} />
      <PdfLink pdf={letter.pdf} locale={locale} />
      <div className="mt-10 gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <FallbackNote textLocale={text.locale} locale={locale} />
          <div className="font-serif" {...foreignText(text.locale, locale)}>
            <Markdown source={text.body} under={1} />
          </div>
          <AttachedDocuments documents={letter.documents} locale={locale} heading="h2" />
          <Sources sources={letter.sources} locale={locale} />
          {versions.length > 1 && <Versions versions={versions} locale={locale} />}
        </div>
        <CoSigners letter={letter} locale={locale} />
      </div>
      <div className="mt-14">
        <ShareLinks address={address} text={text.title} title={text.title} locale={locale} />
      </div>
      <p className="mt-10 print:hidden">
        <a href={`/${locale}/letters`} className="inline-flex min-h-11 items-center">
          {t('all')}
        </a>
      </p>
      <JsonLd
        data={{
          '@type': 'Article',
          headline: text.title,
          description: text.summary,
          inLanguage: text.locale,
          datePublished: text.publishedAt.toISOString(),
          version: String(text.version),
          url: address,
          // The coalition publishes the page; the letter may be older, and by others.
          publisher: organizationData(locale),
          about: {
            '@type': 'Message',
            name: text.title,
            recipient: { '@type': 'Organization', name: text.addressee },
            ...(letter.status === 'sent' && { dateSent: isoDate(dated) }),
          },
        }}
      />
    </article>
  )
}

function Versions({ versions, locale }: { versions: Letter['versions']; locale: Locale }) {
  const t = translator(locale, 'letters')
  return (
    <section aria-labelledby="versions" className="mt-8">
      <h2 id="versions" className="text-3">
        {t('versions')}
      </h2>
      <ul className="mt-2 text-small">
        {versions.map(({ version, publishedAt }) => (
          <li key={version}>
            {t('version', { version, date: dateInWords({ on: publishedAt, precision: 'day' }, locale) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

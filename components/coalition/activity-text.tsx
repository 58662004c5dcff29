import { FallbackNote } from '@/components/site/fallback-note'
import { foreignText } from '@/components/site/foreign-text'
import { Markdown } from '@/components/ui/markdown'
import type { ActivityView } from '@/lib/coalition/activity-view'
import { firstParagraph, plainText } from '@/lib/text/plain-text'
import { type Locale, translator } from '@/messages/translator'
import { AttachedDocuments } from './attached-documents'
import { Sources } from './sources'

/**
 * An activity's text, disagreements of its sources, related pages, and its sources.
 * @param level of the heading above it
 */
export function ActivityText(props: { activity: ActivityView; locale: Locale; level: 1 | 3 }) {
  const { activity, locale, level } = props
  const t = translator(locale, 'activities')
  const { slug, text, letterSlug, petitionSlug, sources, documents } = activity
  const foreign = foreignText(text.locale, locale)
  const Heading = level === 1 ? 'h2' : 'h4'
  // In the list a long text is cut after its first paragraph.
  const first = firstParagraph(text.body)
  const whole = level === 1 || first === '' || plainText(text.body) === first
  const links = [
    ...(whole ? [] : [[`activities/${slug}`, t('readOn')]]),
    ...(letterSlug ? [[`letters/${letterSlug}`, t('letter')]] : []),
    ...(petitionSlug ? [[`petitions/${petitionSlug}`, t('petition')]] : []),
  ]
  return (
    <>
      <FallbackNote textLocale={text.locale} locale={locale} />
      <div className="mt-2" {...foreign}>
        {whole ? <Markdown source={text.body} under={level} /> : <p className="max-w-[66ch] font-serif">{first}</p>}
      </div>
      {text.doubt && (
        <div className={`${level === 1 ? 'mt-6' : 'mt-3'} border-s-2 border-edge ps-4 text-small`}>
          <Heading className="text-base font-semibold">{t('doubt')}</Heading>
          <p {...foreign}>{text.doubt}</p>
        </div>
      )}
      {links.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-x-6">
          {links.map(([path, label]) => (
            <a key={path} href={`/${locale}/${path}`} className="inline-flex min-h-11 items-center">
              {label}
            </a>
          ))}
        </p>
      )}
      {whole && <AttachedDocuments documents={documents} locale={locale} heading={Heading} />}
      <Sources sources={sources} locale={locale} />
    </>
  )
}

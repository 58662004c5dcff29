import type { DocumentView } from '@/lib/coalition/documents/document-view'
import { type Locale, translator } from '@/messages/translator'
import { Documents } from './documents'

/**
 * The documents of an activity or a letter; nothing if there are none.
 * @param heading one level below the heading above them
 */
export function AttachedDocuments(props: { documents: DocumentView[]; locale: Locale; heading: 'h2' | 'h4' }) {
  const { documents, locale, heading: Heading } = props
  if (documents.length === 0) return null
  return (
    <div className="mt-6">
      <Heading className="text-base font-semibold">{translator(locale, 'documents')('title')}</Heading>
      <div className="mt-2">
        <Documents documents={documents} locale={locale} />
      </div>
    </div>
  )
}

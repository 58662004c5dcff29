import type { DocumentView } from '@/lib/coalition/documents/document-view'
import { type Locale, translator } from '@/messages/translator'
import { Documents } from './documents'

/** All documents of the coalition. */
export function DocumentsPage({ documents, locale }: { documents: DocumentView[]; locale: Locale }) {
  const t = translator(locale, 'documents')
  return (
    <>
      <h1 className="mt-8 lg:mt-14">{t('title')}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
      <div className="mt-10">
        {documents.length === 0 ? <p>{t('empty')}</p> : <Documents documents={documents} locale={locale} />}
      </div>
    </>
  )
}

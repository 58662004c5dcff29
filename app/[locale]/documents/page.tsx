import { DocumentsPage } from '@/components/coalition/documents-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listDocuments } from '@/lib/coalition/documents/list-documents'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/documents',
  head: ({ locale, path }) => {
    const t = translator(locale, 'documents')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <DocumentsPage documents={await listDocuments()} locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page

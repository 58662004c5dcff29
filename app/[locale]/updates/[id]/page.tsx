import { UpdatePage } from '@/components/mailings/update-page'
import { findSentMailing } from '@/lib/mailings/find-sent-mailing'
import { publicPage, unlisted } from '../../public-page'

const page = publicPage({
  path: ({ id }: { id: string }) => `/updates/${id}`,
  find: ({ id }, locale) => findSentMailing(id, locale),
  head: ({ found }) => unlisted(found.text.subject),
  body: ({ found, locale }) => <UpdatePage mailing={found} locale={locale} />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

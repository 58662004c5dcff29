import { RequestMemberLink } from '@/components/member-access/request-member-link'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../public-page'

const page = publicPage({
  path: '/for-members',
  head: ({ locale }) => unlisted(translator(locale, 'memberPage.request')('title')),
  body: ({ locale }) => <RequestMemberLink locale={locale} wrong />,
})

export const { generateMetadata } = page
export default page.Page

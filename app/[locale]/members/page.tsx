import { MemberDirectory } from '@/components/coalition/member-directory'
import { pageMetadata } from '@/components/site/page-metadata'
import { listMembers } from '@/lib/coalition/list-members'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/members',
  head: ({ locale, path }) => {
    const t = translator(locale, 'members')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <MemberDirectory members={await listMembers(locale)} filter={{}} locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page

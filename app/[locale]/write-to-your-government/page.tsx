import { GovernmentChoice } from '@/components/coalition/government-choice'
import { pageMetadata } from '@/components/site/page-metadata'
import { listGovernments } from '@/lib/coalition/list-governments'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/write-to-your-government',
  head: ({ locale, path }) => {
    const t = translator(locale, 'government')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <GovernmentChoice locale={locale} withAddress={new Set(await listGovernments())} />,
})

export const { generateMetadata } = page
export default page.Page

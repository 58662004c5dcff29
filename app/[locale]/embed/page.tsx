import { EmbedGuide } from '@/components/embed/embed-guide'
import { pageMetadata } from '@/components/site/page-metadata'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/embed',
  head: ({ locale, path }) => {
    const t = translator(locale, 'embed')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => {
    const petitions = await listPetitions(locale)
    return <EmbedGuide petitions={petitions.filter(({ status }) => status === 'open')} locale={locale} />
  },
})

export const { generateMetadata } = page
export default page.Page

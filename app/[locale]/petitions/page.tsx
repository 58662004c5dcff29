import { PetitionList } from '@/components/petitions/petition-list'
import { pageMetadata } from '@/components/site/page-metadata'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/petitions',
  head: ({ locale, path }) => {
    const t = translator(locale, 'petition')
    return pageMetadata({ locale, path, title: t('listTitle'), description: t('listLead') })
  },
  body: async ({ locale }) => <PetitionList petitions={await listPetitions(locale)} locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page

import { HomePage } from '@/components/petitions/home-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { publicPage } from './public-page'

const page = publicPage({
  path: '',
  head: ({ locale, path }) => {
    const [title, description] = [translator(locale, 'home')('title'), translator(locale, 'site')('description')]
    return pageMetadata({ locale, path, title, description })
  },
  body: async ({ locale }) => {
    const [petitions, activities] = await Promise.all([listPetitions(locale), listActivities(locale)])
    return <HomePage petitions={petitions} answers={activities.filter(({ answers }) => answers)} locale={locale} />
  },
})

export const { generateMetadata } = page
export default page.Page

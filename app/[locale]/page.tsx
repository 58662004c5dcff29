import { HomePage } from '@/components/petitions/home-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
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
    const [petitions, words, activities] = await Promise.all([
      listPetitions(locale),
      findSiteText('home', locale),
      listActivities(locale),
    ])
    const answers = activities.filter((activity) => activity.answers)
    return <HomePage petitions={petitions} words={words} answers={answers} locale={locale} />
  },
})

export const { generateMetadata } = page
export default page.Page

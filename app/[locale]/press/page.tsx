import { PressPage } from '@/components/press/press-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { listLetters } from '@/lib/coalition/list-letters'
import { listMembers } from '@/lib/coalition/list-members'
import { listQuotations } from '@/lib/coalition/press/list-quotations'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/press',
  head: ({ locale, path }) => {
    const t = translator(locale, 'press')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => {
    const [words, contacts, petitions, members, quotations, letters] = await Promise.all([
      findSiteText('press', locale),
      findSiteText('contact', locale),
      listPetitions(locale),
      listMembers(locale),
      listQuotations(),
      listLetters(locale),
    ])
    const contact = contacts?.words.press ?? contacts?.words.contact ?? null
    return <PressPage {...{ words, contact, petitions, members, quotations, letters, locale }} />
  },
})

export const { generateMetadata } = page
export default page.Page

import { LetterList } from '@/components/coalition/letter-list'
import { pageMetadata } from '@/components/site/page-metadata'
import { listLetters } from '@/lib/coalition/list-letters'
import { translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/letters',
  head: ({ locale, path }) => {
    const t = translator(locale, 'letters')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <LetterList letters={await listLetters(locale)} locale={locale} />,
})

export const { generateMetadata } = page
export default page.Page

import { CheckEmail } from '@/components/signatures/check-email'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/petitions/${slug}/check-your-email`,
  find: ({ slug }, locale) => findPetition(slug, locale),
  head: ({ locale }) => unlisted(translator(locale, 'checkEmail')('title')),
  body: ({ params, locale }) => <CheckEmail slug={params.slug} locale={locale} now={new Date()} />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

import { MailComesLater } from '@/components/signatures/mail-comes-later'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { publicPage } from '../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/petitions/${slug}/mail-comes-later`,
  find: ({ slug }, locale) => findPetition(slug, locale),
  head: ({ locale }) => ({
    title: { absolute: translator(locale, 'busy.received')('title') },
    robots: { index: false },
  }),
  body: ({ locale }) => <MailComesLater locale={locale} what="signature" />,
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

import { findLetter } from '@/lib/coalition/find-letter'
import { env } from '@/lib/env'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../../../public-page'

const page = publicPage({
  path: ({ slug }: { slug: string }) => `/letters/${slug}/co-sign/check-your-email`,
  find: ({ slug }, locale) => findLetter(slug, locale),
  head: ({ locale }) => unlisted(translator(locale, 'join.checkEmail')('title')),
  body: ({ locale }) => (
    <div className="max-w-[62ch] pt-8 lg:pt-14">
      <h1>{translator(locale, 'join.checkEmail')('title')}</h1>
      <p className="mt-5 font-serif text-lead">{translator(locale, 'letters.ask')('sent')}</p>
      {env().MAIL_DRIVER === 'outbox' && (
        <p className="mt-5 border-s-4 border-accent bg-panel px-4 py-3">
          {translator(locale, 'checkEmail').rich('trial', { link: (text) => <a href="/mailbox">{text}</a> })}
        </p>
      )}
    </div>
  ),
})

export const { generateMetadata, generateStaticParams } = page
export default page.Page

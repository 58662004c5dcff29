import { env } from '@/lib/env'
import { translator } from '@/messages/translator'
import { publicPage, unlisted } from '../../public-page'

const page = publicPage({
  path: '/for-members',
  head: ({ locale }) => unlisted(translator(locale, 'join.checkEmail')('title')),
  body: ({ locale }) => (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{translator(locale, 'join.checkEmail')('title')}</h1>
      <p className="mt-5 font-serif text-lead">{translator(locale, 'memberPage.sent')('lead')}</p>
      {env().MAIL_DRIVER === 'outbox' && (
        <p className="mt-5 border-s-4 border-accent bg-panel px-4 py-3">
          {translator(locale, 'checkEmail').rich('trial', { link: (text) => <a href="/mailbox">{text}</a> })}
        </p>
      )}
    </div>
  ),
})

export const { generateMetadata } = page
export default page.Page

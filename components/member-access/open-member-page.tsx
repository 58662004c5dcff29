import { Button } from '@/components/ui/button'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { RequestMemberLink } from './request-member-link'

/** Behind a mailed link: a button, so that no scanner spends it; or the way to a new one. */
export function OpenMemberPage({ token, there, locale }: { token: string; there: boolean; locale: Locale }) {
  if (!there) return <RequestMemberLink locale={locale} says="dead" />
  const t = translator(locale, 'memberPage.open')
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-5 font-serif text-lead">{t('lead')}</p>
      <form method="post" action={`/${locale}${MEMBER_PATH}/visits`} className="mt-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button pending={translator(locale, 'form')('pending')}>{t('button')}</Button>
      </form>
    </div>
  )
}

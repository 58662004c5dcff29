import type { AdminPageProps } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { t } from '@/components/admin/words'
import { LINK_MINUTES } from '@/lib/staff/sign-in-link'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { sendLink } from './actions'

/** Open to all, and the same for everyone. */
export default async function Page({ searchParams }: AdminPageProps) {
  const { sent } = await searchParams
  await readLanguage()
  return (
    <SignInFrame>
      <PageHeading>{t('signIn.signIn')}</PageHeading>
      <Notice searchParams={searchParams} />
      {sent ? (
        <>
          <p role="status">{t('signIn.ifThatAddressBelongs', { minutes: LINK_MINUTES })}</p>
          <p>
            <a href="/admin/sign-in">{t('signIn.useAnotherAddress')}</a>
          </p>
        </>
      ) : (
        <form action={sendLink} className="stack">
          <label htmlFor="email">{t('common.emailAddress')}</label>
          <input id="email" name="email" type="email" autoComplete="email" required maxLength={254} />
          <button type="submit" className="main">
            {t('signIn.sendSignInLink')}
          </button>
        </form>
      )}
    </SignInFrame>
  )
}

import type { AdminPageProps } from '@/components/admin/admin-page'
import { PageHeading } from '@/components/admin/page-heading'
import { SignInFrame } from '@/components/admin/sign-in-frame'
import { t } from '@/components/admin/words'
import { readLanguage } from '@/lib/web/admin/reader-language'

/** Open to all. Opening the page does not use up the link; the button does. */
export default async function Page({ searchParams }: AdminPageProps) {
  const { token } = await searchParams
  await readLanguage()
  return (
    <SignInFrame>
      <PageHeading>{t('signIn.signInToThe')}</PageHeading>
      <form method="post" action="/api/auth/link" className="stack">
        <input type="hidden" name="token" value={String(token ?? '')} />
        <button type="submit" className="main">
          {t('signIn.signIn')}
        </button>
      </form>
      <p className="hint">{t('signIn.continueOnlyIfYou')}</p>
    </SignInFrame>
  )
}

import { adminPage } from '@/components/admin/admin-page'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { codesToShow } from '@/lib/web/admin/show-once'
import { haveCodes } from '../actions'

export default adminPage('account.manage', async () => {
  const codes = await codesToShow('recovery codes')
  if (codes.length === 0) {
    return (
      <>
        <PageHeading>{t('common.recoveryCodes')}</PageHeading>
        <p>{t.rich('account.thereAreNoCodes', { link: (inner) => <a href="/admin/account">{inner}</a> })}</p>
      </>
    )
  }
  return (
    <>
      <PageHeading>{t('common.recoveryCodes')}</PageHeading>
      <p>{t('account.writeTheseDownOr')}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <form action={haveCodes}>
        <button type="submit" className="main">
          {t('account.iHaveSavedThem')}
        </button>
      </form>
    </>
  )
})

import { adminPage } from '@/components/admin/admin-page'
import { pageTitle } from '@/components/admin/page-title'
import { t } from '@/components/admin/words'
import { codesToShow } from '@/lib/web/admin/show-once'
import { haveCodes } from '../actions'

export const generateMetadata = pageTitle('common.recoveryCodes')

export default adminPage('account.manage', async () => {
  const codes = await codesToShow('recovery codes')
  if (codes.length === 0) {
    return (
      <>
        <h1>{t('common.recoveryCodes')}</h1>
        <p>{t.rich('account.thereAreNoCodes', { link: (inner) => <a href="/admin/account">{inner}</a> })}</p>
      </>
    )
  }
  return (
    <>
      <h1>{t('common.recoveryCodes')}</h1>
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
